import { parseArgs } from 'node:util';
import {
  changedSince,
  changeMessage,
  type Conflict,
  type Corpus,
  CorpusFolder,
  gatherStatement,
  type Match,
  type Origin,
  type Perhaps,
  primaryOf,
  type Quotation,
  shownJson,
  type Span,
  type Statement,
} from '../core/index';
import { Unusable, type ExitCode } from './failure';
import { corpusOf, readFolder, warnOfUnread, type Folder, type FolderArticle } from './folder';
import { print, printLine } from './output';
import { Steps } from './steps';
import { wordsAt } from './words';

export const help = `second-source corroborate FOLDER [--json | --jsonl] [--quiet]

Every quotation of the folder's articles with its renderings in other articles, the origins they go back to, and what
contradicts what; in a folder of several languages also where another language perhaps tells the same. Links that people have made or rejected go before what the program finds; conflicts that they have
explained or dismissed are left out. Articles are written as they are done; Ctrl+C leaves what is written whole.

Relations of two passages: verbatim, the same words; trimmed, one has only a part of the other; retranslated, both between
quotation marks in other words; indirect, at least one of them without; contradicts, they cannot both be true. Level match: one
statement; possible: a reader should look.

  --json   one JSON object; offsets are UTF-16 into the text with LF line ends
  --jsonl  a line an article, {"article"}, then a line each {"origin"} and {"conflict"}
  --quiet  no progress on standard error, where it is a terminal`;

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, jsonl: { type: 'boolean' }, quiet: { type: 'boolean' } },
  });
  const [root, ...more] = positionals;
  if (root === undefined || more.length > 0) throw new Unusable('corroborate: name one folder');
  if (values.json && values.jsonl) throw new Unusable('corroborate: either --json or --jsonl');
  const folder = await readFolder(root, values.quiet, true);
  warnOfUnread(folder);
  const corpus = await corpusOf(folder, values.quiet);
  const writer = values.json ? jsonWriter() : values.jsonl ? jsonLinesWriter() : textWriter(folder);
  return write(new Corroboration(folder, corpus), writer, values.quiet === true);
}

/** Article by article, so that a reader has the first while the last is looked for. */
async function write(found: Corroboration, writer: Writer, quiet: boolean): Promise<ExitCode> {
  const steps = new Steps('comparing', found.size, quiet);
  let isWhole = true;
  for (const article of found.articles()) {
    await writer.article(article);
    isWhole = await steps.goOn();
    if (!isWhole) break;
  }
  steps.end();
  await writer.end(found);
  return isWhole ? 0 : 130;
}

interface Writer {
  article(article: ArticleJson): Promise<void>;
  /** What the articles say together; after Ctrl+C what those say that were written. */
  end(found: Corroboration): Promise<void>;
}

function jsonWriter(): Writer {
  let isFirst = true;
  return {
    article: async (article) => {
      await print(`${isFirst ? '{"articles":[' : ','}${shownJson(article)}`);
      isFirst = false;
    },
    end: (found) => printLine(`],"origins":${shownJson(found.origins())},"conflicts":${shownJson(found.conflicts())}}`),
  };
}

function jsonLinesWriter(): Writer {
  return {
    article: (article) => printLine({ article }),
    end: async (found) => {
      for (const origin of found.origins()) await printLine({ origin });
      for (const conflict of found.conflicts()) await printLine({ conflict });
    },
  };
}

type ArticleJson = ReturnType<Corroboration['article']>;

/** What the articles of a folder say of each other. */
class Corroboration {
  readonly #given: Folder;
  readonly #corpus: Corpus;
  readonly #folder: CorpusFolder<FolderArticle>;
  readonly #origins: Map<string, Origin>;

  constructor(given: Folder, corpus: Corpus) {
    this.#given = given;
    this.#corpus = corpus;
    this.#folder = new CorpusFolder(given.articles, corpus, given.registry, given.corroborations?.value);
    this.#origins = new Map(corpus.origins().map((origin) => [origin.id, origin]));
  }

  get size(): number {
    return this.#folder.sources.length;
  }

  *articles(): Generator<ArticleJson> {
    for (const source of this.#folder.sources) yield this.article(source);
  }

  article(source: CorpusFolder<FolderArticle>['sources'][number]) {
    const { outlet, published } = source.article.metadata;
    const quotations = source.analysis.quotations.map((quotation) => {
      const statement = gatherStatement(this.#folder, source, quotation);
      for (const origin of statement.origins) if (!this.#origins.has(origin.id)) this.#origins.set(origin.id, origin);
      return quotationJson(quotation, statement);
    });
    const { path: file, changed } = source;
    const primary = primaryOf(source);
    const facts = { outlet: outlet?.value ?? null, published: published?.value ?? null, ...(primary && { primary }) };
    return { file, ...facts, quotations, ...(changed && { changed }) };
  }

  /** Of whole articles, and of the single statements that `articles` has given. */
  origins() {
    return [...this.#origins.values()].map(({ id, kind, reason, uris }) => ({ id, kind, reason, files: uris }));
  }

  conflicts() {
    const own = this.#given.articles.flatMap((article) => ownProblems(article, this.#corpus.conflicts()));
    return [...this.#folder.conflicts().map(conflictJson), ...own];
  }
}

function quotationJson({ start, end, type, speakerName }: Quotation, statement: Statement) {
  const renderings = statement.renderings.map((rendering) => ({
    ...matchJson(rendering.match),
    origin: statement.originOf(rendering)?.id ?? null,
  }));
  const perhaps = statement.perhaps.map(({ place }) => perhapsJson(place));
  return { start, end, type, speakerName: speakerName ?? null, renderings, ...(perhaps.length > 0 && { perhaps }) };
}

export function perhapsJson({ uri, start, end, language, score, because }: Perhaps) {
  return { file: uri, start, end, language, score, because };
}

export function matchJson({ uri, start, end, score, level, relation }: Match) {
  return { file: uri, start, end, score, level, relation };
}

function conflictJson({ kind, level = 'conflict', message, passages }: Pick<Conflict, 'kind' | 'level' | 'message' | 'passages'>) {
  return { kind, level, message, passages: passages.map(({ uri, start, end }) => ({ file: uri, start, end })) };
}

/** Dates of one article that cannot be right, where the corpus has not said so. */
function ownProblems({ path, analysis }: FolderArticle, conflicts: readonly Conflict[]) {
  const known = (span: Span) => conflicts.some(({ passages }) => passages.some((p) => p.uri === path && p.start === span.start));
  return analysis.problems
    .filter(({ kind, passages }) => (kind === 'impossible-date' || kind === 'weekday-mismatch') && !passages.some(known))
    .map(({ kind, message, passages }) => ({
      kind,
      level: 'conflict' as const,
      message,
      passages: passages.map(({ start, end }) => ({ file: path, start, end })),
    }));
}

function textWriter({ articles }: Folder): Writer {
  const texts = new Map(articles.map(({ path, article }) => [path, article]));
  const words = (file: string, span: Span) => {
    const article = texts.get(file);
    return article ? wordsAt(article, span) : '';
  };
  let written = 0;
  return {
    article: async ({ file, outlet, published, primary, quotations, changed }) => {
      written++;
      const kind = primary === undefined ? '' : `, ${primary}`;
      await printLine(`${file} (${outlet ?? 'outlet unknown'}, ${published ?? 'date unknown'}${kind})`);
      for (const change of changed?.changes ?? []) await printLine(`  ${changed ? changedSince(changed) : ''}: ${changeMessage(change)}`);
      for (const quotation of quotations) {
        await printLine(`  ${quotation.speakerName ?? 'unknown'} [${quotation.type}]: ${words(file, quotation)}`);
        for (const { file: other, start, end, level, relation, score, origin } of quotation.renderings) {
          const how = `${level === 'match' ? relation : `${relation}?`} ${score.toFixed(2)}${origin === null ? '' : `, ${origin}`}`;
          await printLine(`    ${other} [${how}]: ${words(other, { start, end })}`);
        }
        for (const { file: other, start, end, language } of quotation.perhaps ?? [])
          await printLine(`    ${other} [perhaps here, ${language}]: ${words(other, { start, end })}`);
      }
    },
    end: async (found) => {
      const conflicts = found.conflicts();
      await printLine('');
      await printLine(`${count(written, 'article')}; origins of whole articles and of single statements:`);
      for (const { id, reason, files } of found.origins()) await printLine(`  ${id}: ${files.join(', ')}: ${reason}`);
      const list = async (title: string, isListed: (level: Conflict['level']) => boolean) => {
        const listed = conflicts.filter(({ level }) => isListed(level));
        await printLine('');
        await printLine(count(listed.length, title));
        for (const { kind, message, passages } of listed) {
          await printLine(`  ${kind}: ${message}`);
          for (const passage of passages) await printLine(`    ${passage.file}: ${words(passage.file, passage)}`);
        }
      };
      await list('conflict', (level) => level === 'conflict');
      if (conflicts.some(({ level }) => level === 'differs')) await list('difference', (level) => level === 'differs');
    },
  };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
