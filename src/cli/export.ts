import { parseArgs } from 'node:util';
import { type ExportFormat, exportFormats, type ExportOptions, gatherSteps, type Report, type ReportFilter } from '../core/index';
import { folderOfIndex, placedArchive, placedFolderOfArchive } from './archiveFolder';
import { isFolderArchive, readLines } from './archiveReader';
import { openIndex } from './archiveSource';
import { encoderHelp } from './encoder';
import { type EngineOptions, isEngineAddress, openEngine } from './engine/index';
import { exportArchive } from './exporting/exportArchive';
import { writeExport } from './exporting/writing';
import { Unusable, type ExitCode } from './failure';
import { corpusOf, type Folder, readFolder, warnOfUnread } from './folder';
import { indexedMeanwhile } from './index';
import { warn } from './output';
import { atOnce, Steps } from './steps';

export const help = `second-source export FOLDER --format F --out P [--status S] [--type T] [--speaker S] [--outlet O] [--article PATH] [--bom] [--links] [--encoder DIR] [--quiet]
second-source export ARCHIVE.jsonl --format F --out P ...
second-source export --index DIR --format F --out P ...
second-source export --index URL [--name INDEX] [--login-file FILE] --format F --out P ...

Writes the folder's annotations and findings for other tools: to the file P, or below the folder P where a format makes
several files; - is standard output. An archive (.jsonl or .jsonl.gz, or what second-source index has made of one) has
findings alone, and the id of an article is its path. One of more than 60 articles is not held in memory: they are looked
at one by one beside those that most likely tell the same, as corroborate does, and written as they are done; Ctrl+C leaves
what is written whole. html, markdown and refi-qda tell of all articles together, and hold what they tell.

  --format F  one of
${exportFormats.map(({ id, purpose }) => `              ${id.padEnd(16)} ${purpose}`).join('\n')}

  --status (suggested, accepted, rejected), --type (quotation, statement, speaker, date, cue, note), --speaker, --outlet and
  --article (path in the folder) hold the export to those; each may be given several times. --bom puts a byte order mark
  before CSV and TSV, which some spreadsheets need. --links adds the address that opens each annotation in VS Code, in
  W3C annotations, tables and the HTML report. --quiet: no progress on standard error, where it is a terminal.
${encoderHelp}`;

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      out: { type: 'string' },
      status: { type: 'string', multiple: true },
      type: { type: 'string', multiple: true },
      speaker: { type: 'string', multiple: true },
      outlet: { type: 'string', multiple: true },
      article: { type: 'string', multiple: true },
      bom: { type: 'boolean' },
      links: { type: 'boolean' },
      quiet: { type: 'boolean' },
      encoder: { type: 'string' },
      index: { type: 'string' },
      name: { type: 'string' },
      'login-file': { type: 'string' },
    },
  });
  const [root, ...more] = positionals;
  const { index, quiet } = values;
  const format = exportFormats.find(({ id }) => id === values.format);
  if ((root === undefined) === (index === undefined) || more.length > 0)
    throw new Unusable('export: name one folder or archive, or --index DIR');
  if (!format)
    throw new Unusable(
      `export: --format is one of ${exportFormats.map(({ id }) => id).join(', ')}${values.format === undefined ? '' : `, not ${values.format}`}`,
    );
  if (values.out === undefined || values.out === '') throw new Unusable('export: --out is a file or a folder, or - for standard output');
  const statuses = oneOf('status', values.status, ['suggested', 'accepted', 'rejected']);
  const types = oneOf('type', values.type, ['quotation', 'statement', 'speaker', 'date', 'cue', 'note']);
  const { speaker: speakers, outlet: outlets, article: paths } = values;
  const filter: ReportFilter = {
    ...(statuses && { statuses }),
    ...(types && { types }),
    ...(speakers && { speakers }),
    ...(outlets && { outlets }),
    ...(paths && { paths }),
  };
  const given: Given = {
    format,
    out: values.out,
    filter,
    options: { byteOrderMark: values.bom === true, links: values.links === true },
    quiet: quiet === true,
    encoder: values.encoder,
  };
  if (index !== undefined) return ofIndex(index, values, given);
  if (await isFolderArchive(root ?? '')) return ofFolder(await readFolder(root ?? '', quiet, true), given);
  if (!(await isLarge(root ?? ''))) return ofFolder(await placedFolderOfArchive(root ?? '', quiet), given);
  return indexedMeanwhile(root ?? '', given.quiet, (folder) => ofIndex(folder, {}, given, root));
}

/** What is asked for, whatever it is made of. */
interface Given {
  readonly format: ExportFormat;
  readonly out: string;
  readonly filter: ReportFilter;
  readonly options: ExportOptions;
  readonly quiet: boolean;
  readonly encoder: string | undefined;
}

/** Up to so many articles an archive is held and compared as a folder is, each with every other. */
const HELD = 60;

async function isLarge(archive: string): Promise<boolean> {
  let count = 0;
  for await (const { uri } of readLines(archive)) if (uri !== '' && ++count > HELD) return true;
  return false;
}

async function ofFolder(folder: Folder, { format, out, filter, options, quiet, encoder }: Given): Promise<ExitCode> {
  warnOfUnread(folder);
  const present = new Set(folder.articles.map(({ path }) => path));
  for (const path of filter.paths ?? []) if (!present.has(path)) warn(`${path}: is no article of ${folder.root}`);
  const report = await gatherFor(folder, filter, quiet, encoder);
  warnOfNothing(
    filter,
    report.documents.some(({ items, unplaced }) => items.length + unplaced.length > 0),
  );
  if (filter.speakers)
    warnOfNamesakes(filter, new Set(folder.articles.flatMap(({ analysis }) => analysis.speakers.map(({ name }) => name))));
  await writeExport(out, format.export(report, options), folder.root);
  return 0;
}

/** `root`: what the index was made of for the time being. */
async function ofIndex(index: string, login: EngineOptions, given: Given, root = index): Promise<ExitCode> {
  const archive = isEngineAddress(index) ? await openEngine(index, login, 'match --fields') : await openIndex(index);
  try {
    if ((await archive.size()) <= HELD) return await ofFolder(await folderOfIndex(archive, given.quiet), given);
    const { format, out, filter, options, quiet } = given;
    const told = await exportArchive(placedArchive(archive, root), format, out, filter, options, quiet);
    for (const path of filter.paths ?? []) if (told.isWhole && !told.paths.has(path)) warn(`${path}: is no article of ${root}`);
    warnOfNothing(filter, told.hasItems);
    warnOfNamesakes(filter, told.names);
    return told.isWhole ? 0 : 130;
  } finally {
    await archive.close();
  }
}

function warnOfNothing(filter: ReportFilter, isSomething: boolean): void {
  if (Object.keys(filter).length > 0 && !isSomething) warn('nothing in the folder fits all of these options');
}

/** A surname alone is joined to nobody, since two articles may mean two people; whoever asks for one name hears of the others. */
function warnOfNamesakes({ speakers = [] }: ReportFilter, names: ReadonlySet<string>): void {
  const wordsOf = (text: string) => text.toLowerCase().split(/\s+/);
  for (const name of speakers) {
    const surname = wordsOf(name).at(-1);
    const others = [...names].filter((other) => other !== name && wordsOf(other).at(-1) === surname).sort();
    if (others.length > 0)
      warn(`--speaker ${name}: articles have ${others.join(', ')}, too; give that as well, or say in second-source.yaml that they are one`);
  }
}

export async function gatherFor(folder: Folder, filter: ReportFilter, quiet: boolean, encoder?: string): Promise<Report> {
  const { articles, registry, corroborations } = folder;
  const corpus = await corpusOf(folder, quiet, encoder);
  const gathered = gatherSteps(articles, corpus, registry, filter, corroborations?.value);
  const steps = new Steps('gathering', filter.paths?.length ?? articles.length, quiet);
  atOnce(() => corpus.conflicts());
  for (;;) {
    const { done, value } = gathered.next();
    if (done) {
      steps.end();
      return value;
    }
    await steps.done();
  }
}

function oneOf<T extends string>(option: string, given: readonly string[] | undefined, known: readonly T[]): readonly T[] | undefined {
  return given?.map((value) => {
    const match = known.find((candidate) => candidate === value);
    if (match === undefined) throw new Unusable(`export: --${option} is one of ${known.join(', ')}, not ${value}`);
    return match;
  });
}
