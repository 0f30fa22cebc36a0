import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exportFormats, gatherReport, type ExportFile, type ReportFilter } from '../core/index';
import { Unusable, type ExitCode } from './failure';
import { corpusOf, readFolder, warnOfUnread } from './folder';
import { print, writeFileWhole } from './output';

export const help = `second-source export FOLDER --format F --out P [--status S] [--type T] [--speaker S] [--outlet O] [--article PATH] [--bom]

Writes the folder's annotations and findings for other tools: to the file P, or below the folder P where a format makes
several files; - is standard output.

  --format F  one of
${exportFormats.map(({ id, purpose }) => `              ${id.padEnd(16)} ${purpose}`).join('\n')}

  --status (suggested, accepted, rejected), --type (quotation, statement, speaker, date, cue, note), --speaker, --outlet and
  --article (path in the folder) hold the export to those; each may be given several times. --bom puts a byte order mark
  before CSV and TSV, which some spreadsheets need.`;

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
    },
  });
  const [root, ...more] = positionals;
  const format = exportFormats.find(({ id }) => id === values.format);
  if (root === undefined || more.length > 0) throw new Unusable('export: name one folder');
  if (!format) throw new Unusable(`export: --format is one of ${exportFormats.map(({ id }) => id).join(', ')}`);
  if (values.out === undefined) throw new Unusable('export: --out is a file or a folder, or - for standard output');
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
  const folder = await readFolder(root);
  warnOfUnread(folder);
  const report = gatherReport(folder.articles, await corpusOf(folder), folder.registry, filter, folder.corroborations?.value);
  await write(values.out, format.export(report, { byteOrderMark: values.bom === true }));
  return 0;
}

function oneOf<T extends string>(option: string, given: readonly string[] | undefined, known: readonly T[]): readonly T[] | undefined {
  return given?.map((value) => {
    const match = known.find((candidate) => candidate === value);
    if (match === undefined) throw new Unusable(`export: --${option} is one of ${known.join(', ')}`);
    return match;
  });
}

async function write(out: string, files: readonly ExportFile[]): Promise<void> {
  const [only, ...more] = files;
  if (out === '-') {
    if (!only || more.length > 0) throw new Unusable('export: this format makes several files; name a folder for them');
    for (const chunk of typeof only.content === 'string' ? [only.content] : only.content) await print(chunk);
    return;
  }
  const isFolder = out.endsWith('/') || (await stat(out).catch(() => undefined))?.isDirectory() === true;
  for (const { path, content } of files) {
    const target = more.length > 0 || isFolder ? join(out, path) : out;
    await writeFileWhole(target, content).catch((error: unknown) => {
      throw new Unusable(`${target}: cannot be written (${(error as Error).message})`);
    });
  }
}
