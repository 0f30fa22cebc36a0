import { relationNames } from '../../corpus/model';
import { wordingChanges } from '../report/wording';
import { cleanText } from '../../text/cleanText';
import { shownText } from '../../text/shownText';
import { reportMarkers } from '../../text/articleFiles';
import { webAddress } from '../../text/webAddress';
import { changedDocuments, changedIn } from '../report/changed';
import { Places } from '../report/places';
import { proseText, wordsOf } from '../../statements/index';
import { Related } from '../report/related';
import type { ExportFormat, Rendering, Report, ReportDocument, ReportItem } from '../report/report';
import { itemsOf, statementsBySpeaker } from '../report/statements';

/** A report in CommonMark with the tables of GitHub's extension; differences stand in <del> and <ins>. Everything from articles is escaped. */
export const markdown: ExportFormat = {
  id: 'markdown',
  label: 'Markdown report',
  purpose: 'Reading and editing: statements by speaker with the other outlets’ wording, conflicts, dates and notes',
  extension: 'md',
  export: (report) => [{ path: 'report.md', content: chunks(report) }],
};

function* chunks(report: Report): Iterable<string> {
  const places = new Map(report.documents.map((document) => [document.path, new Places(document.article.raw)]));
  const where = (path: string, offset: number) => code([path, places.get(path)?.at(offset)].filter(Boolean).join(':'));
  const related = new Related(report);

  yield `${reportMarkers.markdown}\n\n`;
  yield '# Sources\n\n## Articles\n\n| Outlet | Published | Title | File |\n| --- | --- | --- | --- |\n';
  for (const document of report.documents) yield articleRow(document);

  if (report.conflicts.length > 0) yield '\n## What differs\n\n';
  for (const conflict of report.conflicts) {
    const decision = report.decisions.find(({ key }) => key === conflict.key);
    yield `- **${inline(conflict.message)}** (${conflict.kind})${decision ? ` — ${[decision.status, decision.reason ?? ''].filter(Boolean).map(inline).join(': ')}` : ''}\n`;
    for (const passage of conflict.passages)
      yield `  - ${inline(passage.label)}: “${inline(passage.text)}” (${where(passage.path, passage.start)})\n`;
  }

  const changed = changedDocuments(report.documents);
  if (changed.length > 0) yield '\n## Changed by the outlets\n\n';
  for (const { document, since, changes } of changed) {
    yield `- ${inline(document.label)}, ${inline(since)} (${code(document.path)})\n`;
    for (const { message, start } of changes) yield `  - ${inline(message)} (${where(document.path, start)})\n`;
  }

  yield '\n## Statements\n';
  for (const { name, spellings, statements } of statementsBySpeaker(report)) {
    yield `\n### ${name === undefined ? 'Speaker unknown' : inline(name)}\n`;
    if (spellings.length > 0) yield `\nAlso as ${spellings.map(inline).join(', ')}.\n`;
    for (const { document, item } of statements) {
      yield `\n${blockQuote(wordsOf(document.article, item))}\n\n${source(document, item)} (${where(document.path, item.span.start)})\n`;
      const details = detailsOf(document, item, related, where);
      if (details.length > 0) yield `\n${details.map((detail) => `- ${detail}\n`).join('')}`;
    }
  }

  const dates = itemsOf(report, 'date');
  if (dates.length > 0) yield '\n## Dates\n\n| Words | Value | Outlet | Place |\n| --- | --- | --- | --- |\n';
  for (const { document, item } of dates)
    yield `| ${inline(proseText(document.article, item.span))} | ${inline(item.value ?? 'unknown')} | ${inline(document.outlet ?? 'unknown')} | ${where(document.path, item.span.start)} |\n`;

  const notes = itemsOf(report, 'note', 'cue', 'speaker').filter(({ item }) => item.note !== undefined || item.comments.length > 0);
  if (notes.length > 0) yield '\n## Notes\n\n';
  for (const { document, item } of notes) {
    const said = [item.note ?? '', ...item.comments.map(({ by, text }) => `${by}: ${text}`)].filter(Boolean).map(inline);
    yield `- “${inline(proseText(document.article, item.span))}”: ${said.join(' · ')} (${where(document.path, item.span.start)})\n`;
  }

  const origins = report.origins.filter(({ paths }) => paths.length > 1);
  if (origins.length > 0) yield '\n## Common origins\n\n';
  for (const origin of origins) yield `- ${origin.kind}: ${inline(origin.reason)}: ${origin.paths.map(code).join(', ')}\n`;

  const unplaced = report.documents.flatMap((document) => document.unplaced.map((annotation) => ({ document, annotation })));
  if (unplaced.length > 0) yield '\n## Not found in today’s text\n\n';
  for (const { document, annotation } of unplaced)
    yield `- “${inline(annotation.exact)}” (${annotation.type}, ${annotation.status}, ${code(document.path)})\n`;
}

function articleRow({ article, outlet, path }: ReportDocument): string {
  const { published, title, url } = article.metadata;
  const address = webAddress(url?.value);
  const name = inline(title?.value ?? path);
  // an address in ASCII without brackets or spaces needs no further escaping between < and >
  const linked = address === undefined ? name : `[${name}](<${address}>)`;
  return `| ${inline(outlet ?? 'unknown')} | ${inline(published?.value ?? 'unknown')} | ${linked} | ${code(path)} |\n`;
}

function source(document: ReportDocument, item: ReportItem): string {
  const outlet = inline(document.label);
  const published = document.article.metadata.published?.value;
  return [
    `— ${outlet}${published === undefined ? '' : `, ${inline(published)}`}`,
    ...(item.kind === undefined ? [] : [inline(item.kind)]),
    ...(item.provenance === undefined ? [] : [`through ${inline(item.provenance)}`]),
    item.status,
  ].join(' · ');
}

function detailsOf(
  document: ReportDocument,
  item: ReportItem,
  related: Related,
  where: (path: string, offset: number) => string,
): string[] {
  const own = wordsOf(document.article, item);
  return [
    ...item.renderings.map(
      (rendering) =>
        `${inline(rendering.label)} (${label(rendering)}): ${difference(own, rendering.text)} (${where(rendering.path, rendering.start)})`,
    ),
    ...(item.origins.length === 0 || item.renderings.length === 0
      ? []
      : [`independent origins: ${item.origins.length} (${item.origins.map(inline).join(', ')})`]),
    ...related.links(document, item).map(({ link, other }) => {
      const reason = link.reason === undefined ? '' : `: ${inline(link.reason)}`;
      return `linked as ${link.relation} (${link.status}) with ${code(`${other.path}#${other.id}`)}${reason}`;
    }),
    ...related.conflicts(document, item).map((conflict) => `differs: ${inline(conflict.message)}`),
    ...changedIn(document, item).map(inline),
    ...(item.tags.length === 0 ? [] : [`tags: ${item.tags.map(inline).join(', ')}`]),
    ...(item.note === undefined ? [] : [`note: ${inline(item.note)}`]),
    ...item.comments.map(({ by, at, text }) => `${inline(by)} (${inline(at)}): ${inline(text)}`),
  ];
}

/** The relation, and how sure the program is of it. */
function label({ level, relation }: Rendering): string {
  const name = relationNames[relation];
  return level === 'match' ? name : `${name}, possible`;
}

function difference(from: string, to: string): string {
  return wordingChanges(from, to)
    .map(({ kind, text }) => {
      const element = kind === 'removed' ? 'del' : 'ins';
      // by tags and not by ~~ and **, which do not open between a letter and a quotation mark
      return kind === 'same' ? escape(text) : `<${element}>${escape(text)}</${element}>`;
    })
    .join('');
}

/** Text on one line, with nothing left that CommonMark or its GitHub extensions would read as markup. */
export function inline(text: string): string {
  return escape(text)
    .trim()
    .replace(/^(?:[-+=]|\d{1,9}[.)])/, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);
}

function escape(text: string): string {
  return cleanText(shownText(text))
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>&~|$#@!]/g, '\\$&');
}

function blockQuote(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${inline(line)}`.trimEnd())
    .join('\n');
}

/** A code span; its fence is one backtick longer than any run inside. */
function code(text: string): string {
  const clean = cleanText(shownText(text)).replace(/\s+/g, ' ').replaceAll('|', '¦');
  const longest = (clean.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${clean}${fence}` : `${fence} ${clean} ${fence}`;
}
