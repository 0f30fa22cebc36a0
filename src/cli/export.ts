import { realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { exportFormats, gatherSteps, type ExportFile, type Report, type ReportFilter } from '../core/index';
import { folderOfIndex, placedFolderOfArchive } from './archiveFolder';
import { isFolderArchive } from './archiveReader';
import { encoderHelp } from './encoder';
import { Unusable, type ExitCode } from './failure';
import { corpusOf, type Folder, readFolder, warnOfUnread } from './folder';
import { isOwnFile } from './folderFiles';
import { print, warn, writeFileWhole } from './output';
import { Steps } from './steps';

export const help = `second-source export FOLDER --format F --out P [--status S] [--type T] [--speaker S] [--outlet O] [--article PATH] [--bom] [--links] [--encoder DIR] [--quiet]
second-source export ARCHIVE.jsonl --format F --out P ...
second-source export --index DIR --format F --out P ...
second-source export --index URL [--name INDEX] [--login-file FILE] --format F --out P ...

Writes the folder's annotations and findings for other tools: to the file P, or below the folder P where a format makes
several files; - is standard output. An archive (.jsonl or .jsonl.gz, or what second-source index has made of one) has
findings alone, and the id of an article is its path; its articles are held in memory meanwhile.

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
  const folder = index === undefined ? await articlesAt(root ?? '', quiet) : await folderOfIndex(index, values, quiet);
  warnOfUnread(folder);
  for (const path of paths ?? [])
    if (!folder.articles.some((article) => article.path === path)) warn(`${path}: is no article of ${folder.root}`);
  const report = await gatherFor(folder, filter, values.quiet === true, values.encoder);
  if (Object.keys(filter).length > 0 && report.documents.every(({ items, unplaced }) => items.length + unplaced.length === 0))
    warn('nothing in the folder fits all of these options');
  for (const name of speakers ?? []) warnOfNamesakes(name, folder);
  await writeExport(values.out, format.export(report, { byteOrderMark: values.bom === true, links: values.links === true }), folder);
  return 0;
}

/** A surname alone is joined to nobody, since two articles may mean two people; whoever asks for one name hears of the others. */
function warnOfNamesakes(name: string, { articles }: Folder): void {
  const wordsOf = (text: string) => text.toLowerCase().split(/\s+/);
  const surname = wordsOf(name).at(-1);
  const names = new Set(articles.flatMap(({ analysis }) => analysis.speakers.map((speaker) => speaker.name)));
  const others = [...names].filter((other) => other !== name && wordsOf(other).at(-1) === surname).sort();
  if (others.length > 0)
    warn(`--speaker ${name}: articles have ${others.join(', ')}, too; give that as well, or say in second-source.yaml that they are one`);
}

async function articlesAt(root: string, quiet: boolean | undefined): Promise<Folder> {
  return (await isFolderArchive(root)) ? readFolder(root, quiet, true) : placedFolderOfArchive(root, quiet);
}

export async function gatherFor(folder: Folder, filter: ReportFilter, quiet: boolean, encoder?: string): Promise<Report> {
  const { articles, registry, corroborations } = folder;
  const gathered = gatherSteps(articles, await corpusOf(folder, quiet, encoder), registry, filter, corroborations?.value);
  const steps = new Steps('gathering', filter.paths?.length ?? articles.length, quiet);
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

/** To a file, below a folder where there are several, or `-`; never over what it is made of. */
export async function writeExport(out: string, files: readonly ExportFile[], folder: Folder): Promise<void> {
  const [only, ...more] = files;
  if (out === '-') {
    if (!only || more.length > 0) throw new Unusable('export: this format makes several files; name a folder for them');
    for (const chunk of typeof only.content === 'string' ? [only.content] : only.content) await print(chunk);
    return;
  }
  const there = await stat(out).catch(() => undefined);
  const isFolder = out.endsWith('/') || there?.isDirectory() === true;
  if (more.length > 0 && there && !isFolder) throw new Unusable(`${out}: is not a folder, which this format needs for its files`);
  const isInFolder = more.length > 0 || isFolder;
  const targets = files.map(({ path, content }) => ({ target: isInFolder ? join(out, path) : out, content }));
  await refuseSources(
    targets.map(({ target }) => target),
    folder,
  );
  for (const { target, content } of targets) {
    await writeFileWhole(target, content, isInFolder ? out : undefined).catch((error: unknown) => {
      throw new Unusable(`${target}: cannot be written (${(error as Error).message})`);
    });
  }
}

/** An export goes beside what it is made of, never over it. */
async function refuseSources(targets: readonly string[], { root, articles }: Folder): Promise<void> {
  const sources = new Set(await Promise.all(articles.map(({ path }) => realpath(join(root, path)).catch(() => undefined))));
  for (const target of targets) {
    if (isOwnFile(basename(target))) throw new Unusable(`${target}: is a name for our own YAML; give --out another one`);
    const file = await realpath(target).catch(() => undefined);
    if (file !== undefined && sources.has(file)) throw new Unusable(`${target}: is an article of ${root}; give --out another name`);
  }
}
