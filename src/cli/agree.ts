import { parseArgs } from 'node:util';
import { agree, placedOrLost, unitsOf, type TypeAgreement, type Unit } from '../core/index';
import { Unusable, type ExitCode } from './failure';
import { readFolder, readSidecarOf, type Folder, type FolderArticle } from './folder';
import { printLine, warnOfFault } from './output';
import { wordsAt } from './words';

export const help = `second-source agree FOLDER WHO1 WHO2 [--json]

Agreement of two annotators over the articles that both have annotated (NAME.EXT.annotations.WHO.yaml): F1 of equal and
of overlapping passages, Krippendorff's alpha for unitizing and the share of passages with the same speakers, for each type of
annotation; then what differs.
Only what a person has accepted counts.`;

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' } } });
  const [root, who1, who2, ...more] = positionals;
  if (root === undefined || who1 === undefined || who2 === undefined || more.length > 0) {
    throw new Unusable('agree: name one folder and two annotators');
  }
  const folder = await readFolder(root);
  const texts = await bothAnnotated(folder, who1, who2);
  if (texts.length === 0) throw new Unusable(`${root}: no article that both ${who1} and ${who2} have annotated`);
  const { types, differences, ...all } = agree(
    texts.map(({ article: { article }, ours, theirs }) => ({ length: article.raw.length, ours, theirs })),
  );
  const found = {
    annotators: [who1, who2],
    articles: texts.map(({ article }) => article.path),
    all: figures(all),
    types: types.map((type) => ({ type: type.type, ...figures(type) })),
    differences: differences.map(({ text, ours, theirs }) => ({
      file: texts[text]?.article.path ?? '',
      type: (ours ?? theirs)?.type ?? '',
      passages: [ours, theirs].map((unit) =>
        unit ? { start: unit.start, end: unit.end, ...(unit.speakers && { speakers: unit.speakers }) } : null,
      ),
    })),
  };
  if (values.json) await printLine(found);
  else await printAgreement(found, folder);
  return 0;
}

interface Text {
  readonly article: FolderArticle;
  readonly ours: readonly Unit[];
  readonly theirs: readonly Unit[];
}

async function bothAnnotated(folder: Folder, who1: string, who2: string): Promise<readonly Text[]> {
  const texts: Text[] = [];
  for (const article of folder.articles) {
    const [ours, theirs] = [await unitsBy(folder, article, who1), await unitsBy(folder, article, who2)];
    if (ours && theirs) texts.push({ article, ours, theirs });
  }
  return texts;
}

async function unitsBy(folder: Folder, { path, article, sha256 }: FolderArticle, who: string): Promise<readonly Unit[] | undefined> {
  const sidecar = await readSidecarOf(folder, path, who);
  if (sidecar === undefined) return undefined;
  const { annotations, document } = sidecar.value;
  return unitsOf(placedOrLost(article.raw, annotations, document?.sha256 === sha256, (fault) => warnOfFault(path, fault)));
}

function figures({ ours, theirs, exact, overlapping, alpha, speakers }: Omit<TypeAgreement, 'type'>) {
  return {
    counts: [ours, theirs],
    exact: exact ?? null,
    overlapping: overlapping ?? null,
    alpha: alpha ?? null,
    speakers: speakers ?? null,
  };
}

interface Found {
  readonly annotators: readonly string[];
  readonly articles: readonly string[];
  readonly all: ReturnType<typeof figures>;
  readonly types: readonly (ReturnType<typeof figures> & { readonly type: string })[];
  readonly differences: readonly {
    readonly file: string;
    readonly type: string;
    readonly passages: readonly (Omit<Unit, 'type'> | null)[];
  }[];
}

async function printAgreement({ annotators, articles, all, types, differences }: Found, folder: Folder): Promise<void> {
  await printLine(`${annotators.join(' and ')}, ${articles.length} ${articles.length === 1 ? 'article' : 'articles'}`);
  for (const { type, counts, exact, overlapping, alpha, speakers } of [...types, { ...all, type: 'all' }]) {
    const figure = (value: number | null) => (value === null ? '–' : value.toFixed(2));
    await printLine(
      `  ${type.padEnd(10)} ${counts.join(' and ').padEnd(12)} equal ${figure(exact)}, overlapping ${figure(overlapping)}, alpha ${figure(alpha)}${speakers === null ? '' : `, same speakers ${figure(speakers)}`}`,
    );
  }
  for (const { file, type, passages } of differences) {
    const article = folder.articles.find(({ path }) => path === file)?.article;
    await printLine(`${file}: ${type}`);
    for (const [i, passage] of passages.entries()) {
      const who = passage?.speakers && ` (${passage.speakers.join(', ') || 'unknown'})`;
      const words = passage && article ? `"${wordsAt(article, passage)}"${who ?? ''}` : 'nothing';
      await printLine(`  ${annotators[i] ?? ''}: ${words}`);
    }
  }
}
