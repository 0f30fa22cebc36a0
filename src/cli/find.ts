import { parseArgs } from 'node:util';
import {
  csvRecord,
  type Item,
  itemsOf,
  JoinedSpeakers,
  outletOf,
  paragraphsOf,
  queryTest,
  rawSpanToProse,
  type Span,
  type StatementQuery,
  tagCounts,
  wordingOf,
} from '../core/index';
import { Unusable, type ExitCode } from './failure';
import { type Folder, type FolderArticle, readFolder, warnOfUnread } from './folder';
import { print, printLine, warn } from './output';

export const help = `second-source find FOLDER [--by NAME] [--about WORDS] [--tag TAG]... [--from DAY] [--to DAY] [--accepted] [--tags] [--json | --csv] [--quiet]

The statements of a folder that fit all of what is asked: quotations and statements that people have annotated or that are
found. Prints day, outlet, speaker and words, or with --json a line each, with --csv a table.

  --by NAME          words of the speaker's name, as any article has it; "unknown" for those nobody is named for
  --about WORDS      words that stand in the statement or in its paragraph; four letters and more may begin one
  --tag TAG          a tag of yours; given several times, all of them
  --from, --to DAY   of publication, YYYY-MM-DD, both included
  --accepted         only what a person has accepted
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
      json: { type: 'boolean' },
      csv: { type: 'boolean' },
      quiet: { type: 'boolean' },
    },
  });
  const [root, ...more] = positionals;
  if (root === undefined || more.length > 0) throw new Unusable('find: name one folder');
  if (values.json && values.csv) throw new Unusable('find: either --json or --csv');
  for (const option of ['from', 'to'] as const)
    if (values[option] !== undefined && !isDay(values[option])) throw new Unusable(`find: --${option} is a day, YYYY-MM-DD`);
  const { by, about, tag: tags, from, to } = values;
  const folder = await readFolder(root, values.quiet);
  warnOfUnread(folder);
  const undated = folder.articles.filter(({ article }) => article.metadata.published === undefined).length;
  if ((from ?? to) !== undefined && undated > 0)
    warn(
      `${undated} of ${folder.articles.length} articles have no date of publication and are left out; published: in their front matter sets it`,
    );
  const query = { by, about, tags, from, to };
  const found = findIn(folder, query, values.accepted === true);
  if (values.tags) await printTags(found, values);
  else await printFound(found, values);
  return 0;
}

interface FoundStatement {
  readonly file: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly type: string;
  readonly status: Item['status'];
  readonly start: number;
  readonly end: number;
  readonly speakers: readonly string[];
  readonly text: string;
  readonly tags: readonly string[];
}

interface Format {
  readonly json?: boolean | undefined;
  readonly csv?: boolean | undefined;
}

function findIn(folder: Folder, query: StatementQuery, isAccepted: boolean): readonly FoundStatement[] {
  const joined = new JoinedSpeakers(folder.articles);
  const fits = queryTest(query.by === unknown ? { ...query, by: undefined } : query);
  return folder.articles.flatMap((given) => {
    const { path, article, analysis, placed } = given;
    const published = article.metadata.published?.value;
    const around = paragraphsAround(given);
    return itemsOf(article.raw, analysis, placed, folder.registry).flatMap((item): readonly FoundStatement[] => {
      if (!isStatement(item) || (isAccepted && item.status !== 'accepted')) return [];
      if (query.by === unknown && item.speakers.length > 0) return [];
      const names = item.speakers.flatMap(({ id, name }) => [name, joined.nameOf(article.uri, id) ?? name]);
      const tags = item.annotation?.tags ?? [];
      if (!fits({ names, text: around(item.span), tags, published })) return [];
      const speakers = item.speakers.map(({ id, name, registered }) => (registered ? name : (joined.nameOf(article.uri, id) ?? name)));
      return [
        {
          file: path,
          outlet: outletOf(article, folder.registry)?.name ?? null,
          published: published ?? null,
          type: item.kind ?? item.type,
          status: item.status,
          start: item.span.start,
          end: item.span.end,
          speakers,
          text: wordingOf({ article, analysis }, item.span),
          tags,
        },
      ];
    });
  });
}

const unknown = 'unknown';

/** What is marked as said; marks that quote nobody, and what is more often no speech, are not. */
function isStatement({ type, unmarked }: Item): boolean {
  return (type === 'quotation' || type === 'statement') && unmarked !== true;
}

/** Answers for places in reading order what a reader reads of the paragraphs they stand in. */
function paragraphsAround({ article: { prose } }: FolderArticle): (span: Span) => string {
  const paragraphs = paragraphsOf(prose.text);
  let next = 0;
  return (span) => {
    const place = rawSpanToProse(prose, span);
    if (place === undefined) return '';
    while ((paragraphs[next]?.end ?? Infinity) <= place.start) next++;
    let end = place.end;
    for (let at = next; (paragraphs[at]?.start ?? Infinity) < place.end; at++) end = paragraphs[at]?.end ?? end;
    return prose.text.slice(paragraphs[next]?.start ?? place.start, end);
  };
}

async function printFound(found: readonly FoundStatement[], { json, csv }: Format): Promise<void> {
  if (csv) await print(csvRecord(['file', 'outlet', 'published', 'type', 'status', 'start', 'end', 'speakers', 'text', 'tags']));
  for (const one of found) {
    const { file, outlet, published, type, status, start, end, speakers, text, tags } = one;
    if (json) await printLine(one);
    else if (csv)
      await print(
        csvRecord([
          file,
          outlet ?? '',
          published ?? '',
          type,
          status,
          String(start),
          String(end),
          speakers.join('; '),
          text,
          tags.join('; '),
        ]),
      );
    else
      await printLine(
        `${published?.slice(0, 10) ?? 'no date'}  ${outlet ?? file}  ${speakers.join(' and ') || unknown}: ${text}${tags.map((tag) => ` #${tag}`).join('')}`,
      );
  }
  if (!json && !csv) await printLine(`${found.length} ${found.length === 1 ? 'statement' : 'statements'}`);
}

async function printTags(found: readonly FoundStatement[], { json, csv }: Format): Promise<void> {
  if (csv) await print(csvRecord(['tag', 'with', 'count']));
  for (const { tags, count } of tagCounts(found.map((one) => one.tags))) {
    if (json) await printLine({ tags, count });
    else if (csv) await print(csvRecord([tags[0] ?? '', tags[1] ?? '', String(count)]));
    else await printLine(`${String(count).padStart(6)}  ${tags.join(' + ')}`);
  }
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
