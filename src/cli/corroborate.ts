import { parseArgs } from 'node:util';
import {
  type Conflict,
  type Corpus,
  CorpusFolder,
  gatherStatement,
  type Match,
  type Quotation,
  type Span,
  type Statement,
} from '../core/index';
import { Unusable, type ExitCode } from './failure';
import { corpusOf, readFolder, warnOfUnread, type Folder, type FolderArticle } from './folder';
import { printLine } from './output';

export const help = `second-source corroborate FOLDER [--json]

Every quotation of the folder's articles with its renderings in other articles, the origins they go back to, and what
contradicts what. Links that people have made or rejected go before what the program finds; conflicts that they have
explained or dismissed are left out.

  --json  one JSON object; offsets are UTF-16 into the text with LF line ends`;

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' } } });
  const [root, ...more] = positionals;
  if (root === undefined || more.length > 0) throw new Unusable('corroborate: name one folder');
  const folder = await readFolder(root);
  warnOfUnread(folder);
  const found = corroborate(folder, await corpusOf(folder));
  if (values.json) await printLine(found);
  else await printCorroboration(folder, found);
  return 0;
}

type Corroboration = ReturnType<typeof corroborate>;

function corroborate({ articles: given, registry, corroborations }: Folder, corpus: Corpus) {
  const folder = new CorpusFolder(given, corpus, registry, corroborations?.value);
  const origins = new Map(corpus.origins().map((origin) => [origin.id, origin]));
  const articles = folder.sources.map((source) => ({
    file: source.path,
    outlet: source.article.metadata.outlet?.value ?? null,
    published: source.article.metadata.published?.value ?? null,
    quotations: source.analysis.quotations.map((quotation) => {
      const statement = gatherStatement(folder, source, quotation);
      for (const origin of statement.origins) if (!origins.has(origin.id)) origins.set(origin.id, origin);
      return quotationJson(quotation, statement);
    }),
  }));
  return {
    articles,
    origins: [...origins.values()].map(({ id, kind, reason, uris }) => ({ id, kind, reason, files: uris })),
    conflicts: [...folder.conflicts().map(conflictJson), ...given.flatMap((article) => ownProblems(article, corpus.conflicts()))],
  };
}

function quotationJson({ start, end, type, speakerName }: Quotation, statement: Statement) {
  const renderings = statement.renderings.map((rendering) => ({
    ...matchJson(rendering.match),
    origin: statement.originOf(rendering)?.id ?? null,
  }));
  return { start, end, type, speakerName: speakerName ?? null, renderings };
}

export function matchJson({ uri, start, end, score, level, relation }: Match) {
  return { file: uri, start, end, score, level, relation };
}

function conflictJson({ kind, message, passages }: Pick<Conflict, 'kind' | 'message' | 'passages'>) {
  return { kind, message, passages: passages.map(({ uri, start, end }) => ({ file: uri, start, end })) };
}

/** Dates of one article that cannot be right, where the corpus has not said so. */
function ownProblems({ path, analysis }: FolderArticle, conflicts: readonly Conflict[]) {
  const known = (span: Span) => conflicts.some(({ passages }) => passages.some((p) => p.uri === path && p.start === span.start));
  return analysis.problems
    .filter(({ kind, passages }) => (kind === 'impossible-date' || kind === 'weekday-mismatch') && !passages.some(known))
    .map(({ kind, message, passages }) => ({ kind, message, passages: passages.map(({ start, end }) => ({ file: path, start, end })) }));
}

async function printCorroboration(folder: Folder, { articles, origins, conflicts }: Corroboration): Promise<void> {
  const raw = new Map(folder.articles.map(({ path, article }) => [path, article.raw]));
  const words = (file: string, { start, end }: Span) => (raw.get(file) ?? '').slice(start, end).replace(/\s+/g, ' ');
  for (const { file, outlet, published, quotations } of articles) {
    await printLine(`${file} (${outlet ?? 'outlet unknown'}, ${published ?? 'date unknown'})`);
    for (const quotation of quotations) {
      await printLine(`  ${quotation.speakerName ?? 'unknown'} [${quotation.type}]: ${words(file, quotation)}`);
      for (const { file: other, start, end, level, relation, score, origin } of quotation.renderings) {
        const how = `${level === 'match' ? relation : `${relation}?`} ${score.toFixed(2)}${origin === null ? '' : `, ${origin}`}`;
        await printLine(`    ${other} [${how}]: ${words(other, { start, end })}`);
      }
    }
  }
  await printLine(`\n${count(articles.length, 'article')}; origins of whole articles and of single statements:`);
  for (const { id, reason, files } of origins) await printLine(`  ${id}: ${files.join(', ')}: ${reason}`);
  await printLine(`\n${count(conflicts.length, 'conflict')}`);
  for (const { kind, message, passages } of conflicts) {
    await printLine(`  ${kind}: ${message}`);
    for (const passage of passages) await printLine(`    ${passage.file}: ${words(passage.file, passage)}`);
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
