import { parseArgs } from 'node:util';
import {
  csvRecord,
  type ExportFormat,
  exportFormats,
  findStatements,
  type FoundStatement,
  foundTable,
  itemsOf,
  queryProblem,
  type StatementQuery,
  tagCounts,
  unknownSpeaker,
} from '../core/index';
import { gatherFor } from './export';
import { writeExport } from './exporting/writing';
import { Unusable, type ExitCode } from './failure';
import { type Folder, readFolder, warnOfUnread } from './folder';
import { print, printLine, warn } from './output';

export const help = `second-source find FOLDER [--by NAME] [--about WORDS] [--tag TAG]... [--from DAY] [--to DAY] [--accepted] [--tags] [--json | --csv | --format F --out P] [--quiet]

The statements of a folder that fit all of what is asked: quotations and statements that people have annotated or that are
found. Prints day, outlet, speaker and words, or with --json a line each, with --csv a table.

  --by NAME          words of the speaker's name, as any article has it; "unknown" for those nobody is named for
  --about WORDS      words that stand in the statement or in its paragraph; four letters and more may begin one
  --tag TAG          a tag of yours; given several times, all of them
  --from, --to DAY   of publication, YYYY-MM-DD, both included
  --accepted         only what a person has accepted
  --format F, --out P  writes the statements found, with what belongs to them, as \`export\` does: to the file P, below the folder P, or - for
                     standard output; F is one of ${exportFormats.map(({ id }) => id).join(', ')}
  --tags             instead of the statements how often tags occur in them, and which of them together`;

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      by: { type: 'string' },
      about: { type: 'string' },
      tag: { type: 'string', multiple: true },
      from: { type: 'string' },
      to: { type: 'string' },
      accepted: { type: 'boolean' },
      tags: { type: 'boolean' },
      format: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean' },
      csv: { type: 'boolean' },
      quiet: { type: 'boolean' },
    },
  });
  const [root, ...more] = positionals;
  if (root === undefined || more.length > 0) throw new Unusable('find: name one folder');
  if (values.json && values.csv) throw new Unusable('find: either --json or --csv');
  const format = formatOf(values);
  const { by, about, tag: tags, from, to, accepted } = values;
  const query = { by, about, tags, from, to, accepted };
  const problem = queryProblem(query);
  if (problem === 'order') throw new Unusable(`find: --from ${from ?? ''} is after --to ${to ?? ''}`);
  if (problem !== undefined) throw new Unusable(`find: --${problem} is a day, YYYY-MM-DD`);
  const folder = await readFolder(root, values.quiet, format !== undefined);
  warnOfUnread(folder);
  const undated = folder.articles.filter(({ article }) => article.metadata.published === undefined).length;
  if ((from ?? to) !== undefined && undated > 0)
    warn(
      `${undated} of ${folder.articles.length} articles have no date of publication and are left out; published: in their front matter sets it`,
    );
  const found = findIn(folder, query);
  if (by !== undefined && found.length === 0 && findIn(folder, { by }).length === 0)
    warn(`--by ${by}: no statement of this folder is by anybody so named`);
  if (format) {
    const statements = found.map(({ file: path, start, end }) => ({ path, start, end }));
    const report = await gatherFor(folder, { statements, statuses: ['accepted', 'suggested'] }, values.quiet === true);
    if (found.length === 0) warn('no statement fits; what is written has none');
    await writeExport(values.out ?? '-', format.export(report), folder.root);
  } else if (values.tags) await printTags(found, values);
  else await printFound(found, values);
  return 0;
}

function formatOf({ format, out, json, csv, tags }: Record<string, unknown>): ExportFormat | undefined {
  if (format === undefined) {
    if (out !== undefined) throw new Unusable('find: --out needs --format');
    return undefined;
  }
  const found = exportFormats.find(({ id }) => id === format);
  if (!found) throw new Unusable(`find: --format is one of ${exportFormats.map(({ id }) => id).join(', ')}, not ${format as string}`);
  if (out === undefined || out === '') throw new Unusable('find: --out is a file or a folder, or - for standard output');
  if (json ?? csv ?? tags) throw new Unusable('find: --format goes with none of --json, --csv and --tags');
  return found;
}

interface Format {
  readonly json?: boolean | undefined;
  readonly csv?: boolean | undefined;
}

function findIn({ articles, registry }: Folder, query: StatementQuery): readonly FoundStatement[] {
  const sources = articles.map(({ path, article, analysis, placed }) => {
    return { path, article, analysis, placed, items: itemsOf(article.raw, analysis, placed, registry) };
  });
  return findStatements(sources, registry, query);
}

async function printFound(found: readonly FoundStatement[], { json, csv }: Format): Promise<void> {
  if (csv) {
    for (const record of foundTable(found)) await print(record);
    return;
  }
  for (const one of found) {
    const { file, outlet, published, speakers, text, tags } = one;
    const who = speakers.join(' and ') || unknownSpeaker;
    const line = `${published?.slice(0, 10) ?? 'no date'}  ${outlet ?? file}  ${who}: ${text}${tags.map((tag) => ` #${tag}`).join('')}`;
    await printLine(json ? one : line);
  }
  if (!json) await printLine(`${found.length} ${found.length === 1 ? 'statement' : 'statements'}`);
}

async function printTags(found: readonly FoundStatement[], { json, csv }: Format): Promise<void> {
  if (csv) await print(csvRecord(['tag', 'with', 'count']));
  const counts = tagCounts(found.map((one) => one.tags));
  for (const { tags, count } of counts) {
    if (json) await printLine({ tags, count });
    else if (csv) await print(csvRecord([tags[0] ?? '', tags[1] ?? '', String(count)]));
    else await printLine(`${String(count).padStart(6)}  ${tags.join(' + ')}`);
  }
  if (counts.length === 0) warn(found.length === 0 ? 'no statement fits' : 'no statement that fits has a tag');
}
