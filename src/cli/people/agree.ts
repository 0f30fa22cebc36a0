import { parseArgs } from 'node:util';
import {
  agree,
  agreementOfAll,
  linePosition,
  lineStarts,
  placedOrLost,
  type Sidecar,
  unitsOf,
  type TypeAgreement,
  type Unit,
} from '../../core/index';
import { Unusable, type ExitCode } from '../failure';
import { readFolder, readSidecarOf, type Folder, type FolderArticle } from '../folder';
import type { YamlFile } from '../folderFiles';
import { print, printLine, warn, warnOfFault } from '../output';
import { wordsAt } from '../words';
import { agreementCsv, agreementHtml, type AgreementRow, figureText as figure } from './agreementTables';

export const help = `second-source agree FOLDER WHO1 WHO2 [WHO3]... [--json | --csv | --html]

Agreement of two annotators over the articles that both have annotated (NAME.EXT.annotations.WHO.yaml): F1 of equal and
of overlapping passages, Krippendorff's alpha for unitizing and the share of passages with the same speakers, for each type of
annotation; then what differs. Of three and more annotators alpha over the articles that all have annotated, and each pair.
Only what a person has accepted counts. A file that cannot be read leaves its article out, is told, and makes it end with 1.

  --json  one JSON object, with what differs
  --csv   a table of the figures
  --html  a page with the same`;

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, csv: { type: 'boolean' }, html: { type: 'boolean' } },
  });
  const [root, who1, who2, ...more] = positionals;
  if (root === undefined || who1 === undefined || who2 === undefined) {
    throw new Unusable('agree: name one folder and two annotators or more');
  }
  const people = [who1, who2, ...more];
  const twice = people.find((name, at) => people.indexOf(name) !== at);
  if (twice !== undefined) throw new Unusable(`agree: ${twice} is named twice`);
  if ([values.json, values.csv, values.html].filter(Boolean).length > 1) throw new Unusable('agree: one of --json, --csv and --html');
  const folder = await readFolder(root);
  if (more.length > 0) return agreeOfAll(folder, people, values);
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
  else if (values.csv || values.html) await printTables(rowsOf(found.annotators, found.articles.length, found.types, found.all), values);
  else await printAgreement(found, folder);
  return broken.size > 0 ? 1 : 0;
}

interface FoundOfAll {
  readonly annotators: readonly string[];
  readonly articles: readonly string[];
  readonly alpha: number | null;
  readonly types: readonly { readonly type: string; readonly counts: readonly number[]; readonly alpha: number | null }[];
  readonly pairs: readonly {
    readonly annotators: readonly [string, string];
    readonly articles: number;
    readonly all: Figures;
    readonly types: readonly (Figures & { readonly type: string })[];
  }[];
}

type Figures = ReturnType<typeof figures>;

interface Format {
  readonly json?: boolean | undefined;
  readonly csv?: boolean | undefined;
  readonly html?: boolean | undefined;
}

function rowsOf(
  annotators: readonly string[],
  articles: number,
  types: readonly Omit<AgreementRow, 'annotators' | 'articles'>[],
  all: Omit<AgreementRow, 'annotators' | 'articles' | 'type'>,
): readonly AgreementRow[] {
  return [...types, { ...all, type: 'all' }].map((row) => ({ ...row, annotators, articles }));
}

async function printTables(rows: readonly AgreementRow[], { html }: Format): Promise<void> {
  await print(html ? agreementHtml(rows) : agreementCsv(rows));
}

/** Three annotators and more: alpha of all, and what each two of them have in common. */
async function agreeOfAll(folder: Folder, people: readonly string[], format: Format): Promise<ExitCode> {
  const texts: { readonly article: FolderArticle; readonly units: readonly (readonly Unit[] | undefined)[] }[] = [];
  for (const article of folder.articles) {
    const units: (readonly Unit[] | undefined)[] = [];
    for (const who of people) units.push(await unitsBy(folder, article, who));
    texts.push({ article, units });
  }
  const ofAll = texts.flatMap(({ article, units }) => {
    const whole = units.filter((own) => own !== undefined);
    return whole.length === people.length ? [{ article, length: article.article.raw.length, units: whole }] : [];
  });
  if (ofAll.length === 0) throw new Unusable(`${folder.root}: no article that ${people.join(', ')} all have annotated`);
  const { alpha, types } = agreementOfAll(ofAll);
  const pairs = people.flatMap((one, i) =>
    people.slice(i + 1).map((other, j) => {
      const both = texts.flatMap(({ article, units }) => {
        const [ours, theirs] = [units[i], units[i + 1 + j]];
        return ours && theirs ? [{ length: article.article.raw.length, ours, theirs }] : [];
      });
      const agreement = agree(both);
      const byType = agreement.types.map((own) => ({ type: own.type, ...figures(own) }));
      return { annotators: [one, other] as const, articles: both.length, all: figures(agreement), types: byType };
    }),
  );
  const found: FoundOfAll = {
    annotators: people,
    articles: ofAll.map(({ article }) => article.path),
    alpha: alpha ?? null,
    types: types.map(({ type, counts, alpha: own }) => ({ type, counts, alpha: own ?? null })),
    pairs,
  };
  if (format.json) await printLine(found);
  else if (format.csv || format.html) {
    const ofPairs = pairs.flatMap((pair) => rowsOf(pair.annotators, pair.articles, pair.types, pair.all));
    await printTables([...rowsOf(people, ofAll.length, found.types, { counts: [], alpha: found.alpha }), ...ofPairs], format);
  } else await printAgreementOfAll(found);
  return broken.size > 0 ? 1 : 0;
}

async function printAgreementOfAll({ annotators, articles, alpha, types, pairs }: FoundOfAll): Promise<void> {
  await printLine(`${annotators.join(', ')}: ${articles.length} ${articles.length === 1 ? 'article' : 'articles'} of all`);
  for (const one of [...types, { type: 'all', counts: [], alpha }])
    await printLine(`  ${one.type.padEnd(10)} alpha ${figure(one.alpha)}${one.counts.length > 0 ? `, ${one.counts.join(', ')}` : ''}`);
  for (const { annotators: two, articles: count, all } of pairs)
    await printLine(
      `  ${two.join(' and ')}, ${count} ${count === 1 ? 'article' : 'articles'}: equal ${figure(all.exact)}, overlapping ${figure(all.overlapping)}, alpha ${figure(all.alpha)}${all.speakers === null ? '' : `, same speakers ${figure(all.speakers)}`}`,
    );
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
  if (sidecar === undefined || isBroken(sidecar)) return undefined;
  const { annotations, document } = sidecar.value;
  return unitsOf(placedOrLost(article.raw, annotations, document?.sha256 === sha256, (fault) => warnOfFault(path, fault)));
}

const broken = new Set<string>();

/** Says once of a sidecar that cannot be read whole what is wrong: as if nothing stood there it would make figures that are none. */
function isBroken({ path, text, value }: YamlFile<Sidecar>): boolean {
  const problem = value.problems.find(({ severity }) => severity === 'error');
  if (problem === undefined && text.trim() !== '' && !value.locked) return false;
  const { line, column } = linePosition(lineStarts(text), problem?.start ?? 0);
  if (!broken.has(path))
    warn(`${path}:${line}:${column}: ${problem?.message ?? 'This file is empty.'} Its article is left out of the figures`);
  broken.add(path);
  return true;
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
  readonly all: Figures;
  readonly types: readonly (Figures & { readonly type: string })[];
  readonly differences: readonly {
    readonly file: string;
    readonly type: string;
    readonly passages: readonly (Omit<Unit, 'type'> | null)[];
  }[];
}

async function printAgreement({ annotators, articles, all, types, differences }: Found, folder: Folder): Promise<void> {
  await printLine(`${annotators.join(' and ')}, ${articles.length} ${articles.length === 1 ? 'article' : 'articles'}`);
  for (const { type, counts, exact, overlapping, alpha, speakers } of [...types, { ...all, type: 'all' }]) {
    await printLine(
      `  ${type.padEnd(10)} ${counts.join(' and ').padEnd(12)} equal ${figure(exact)}, overlapping ${figure(overlapping)}, alpha ${figure(alpha)}${speakers === null ? '' : `, same speakers ${figure(speakers)}`}`,
    );
  }
  for (const { file, type, passages } of differences) {
    const article = folder.articles.find(({ path }) => path === file)?.article;
    await printLine(`${file}: ${type}`);
    for (const [i, passage] of passages.entries()) {
      const who = passage?.speakers && ` (${passage.speakers.join(', ') || 'unknown'})`;
      const words = passage && article ? `${wordsAt(article, passage)}${who ?? ''}` : 'nothing';
      await printLine(`  ${annotators[i] ?? ''}: ${words}`);
    }
  }
}
