import { backLink } from '../writing/backLink';
import { htmlScript, htmlScriptHash, htmlStyle, htmlStyleHash } from './htmlAssets';
import { reportMarkers } from '../../text/articleFiles';
import { webAddress } from '../../text/webAddress';
import { changedDocuments, changedIn } from '../report/changed';
import { Places } from '../report/places';
import { outletsOf, outletsText, proseText, wordsOf } from '../../statements/index';
import { Related } from '../report/related';
import type { ExportFormat, Report, ReportDocument, ReportItem } from '../report/report';
import { itemsOf, statementsBySpeaker, type SpeakerStatements, type Statement } from '../report/statements';
import { langAttribute } from '../writing/languageTag';
import { pageText as text } from '../writing/xml';
import { moment, labelOf, label, difference } from './htmlWords';

/**
 * One file that is all it needs: no request leaves it, and its content security policy allows its own style and script
 * only. It is written so that it reads as XML too. Everything from articles is escaped.
 */
export const html: ExportFormat = {
  id: 'html',
  label: 'HTML report',
  purpose: 'Reading, printing and passing on: statements by speaker with differences in colour, filters by speaker and outlet',
  extension: 'html',
  export: (report, options) => [{ path: 'report.html', content: chunks(report, options?.links === true) }],
};

const policy = `default-src 'none'; style-src '${htmlStyleHash}'; script-src '${htmlScriptHash}'; base-uri 'none'; form-action 'none'`;

function* chunks(report: Report, links: boolean): Iterable<string> {
  const context = new Context(report);
  const speakers = statementsBySpeaker(report);
  yield `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8" />
${reportMarkers.html}
<meta http-equiv="Content-Security-Policy" content="${text(policy)}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Sources</title>
<style>${htmlStyle}</style>
</head>
<body>
<main>
<h1>Sources</h1>
<p class="summary">${summary(report, speakers)}</p>
`;
  yield filters(speakers, context);
  yield '<h2>Articles</h2>\n<table>\n<thead><tr><th scope="col">Outlet</th><th scope="col">Published</th><th scope="col">Title</th><th scope="col">File</th></tr></thead>\n<tbody>\n';
  for (const document of report.documents) yield articleRow(document);
  if (report.documents.length === 0) yield '<tr><td colspan="4">none</td></tr>\n';
  yield '</tbody>\n</table>\n';
  yield* conflicts(report, context);
  yield* changes(report, context);
  yield '<h2>Statements</h2>\n';
  for (const [i, group] of speakers.entries()) {
    yield `<section data-speaker="${i}">\n<h3 dir="auto">${text(group.name ?? 'Speaker unknown')}</h3>\n`;
    if (group.spellings.length > 0) yield `<p class="source" dir="auto">also as ${text(group.spellings.join(', '))}</p>\n`;
    for (const statement of group.statements) yield statementArticle(statement, context, links);
    yield '</section>\n';
  }
  yield* lists(report, context);
  yield `<script>${htmlScript}</script>\n</main>\n</body>\n</html>\n`;
}

class Context {
  readonly related: Related;
  readonly outlets: readonly string[];
  readonly #numbers = new Map<ReportItem, number>();
  readonly #places: ReadonlyMap<string, Places>;
  readonly #articles: ReadonlyMap<string, ReportDocument['article']>;

  constructor(report: Report) {
    this.related = new Related(report);
    this.#places = new Map(report.documents.map((document) => [document.path, new Places(document.article.raw)]));
    this.#articles = new Map(report.documents.map(({ path, article }) => [path, article]));
    const renderings = report.documents.flatMap(({ items }) => items.flatMap((item) => item.renderings));
    const names = [...report.documents, ...renderings].flatMap(({ outlet }) => outlet ?? []);
    this.outlets = [...new Set(names)].sort();
  }

  /** The same for a statement that stands under each of its speakers. */
  number(item: ReportItem): number {
    const number = this.#numbers.get(item) ?? this.#numbers.size;
    this.#numbers.set(item, number);
    return number;
  }

  lang({ path }: { readonly path: string }): string {
    const article = this.#articles.get(path);
    return article ? langAttribute(article) : '';
  }

  where({ path }: Pick<ReportDocument, 'path'>, offset: number): string {
    const at = this.#places.get(path)?.at(offset);
    return `<code>${text(path)}${at === undefined ? '' : `:${at}`}</code>`;
  }

  /** Numbers of outlets for the filter: no text of an article reaches the script. */
  outletNumbers(names: readonly (string | undefined)[]): string {
    const numbers = names.flatMap((name) => (name === undefined ? [] : [this.outlets.indexOf(name)]));
    return [...new Set(numbers)].sort((a, b) => a - b).join(' ');
  }
}

function filters(speakers: readonly SpeakerStatements[], { outlets }: Context): string {
  const options = (names: readonly string[]) => names.map((name, i) => `<option value="${i}">${text(name)}</option>`).join('');
  const names = speakers.map(({ name }) => name ?? 'Speaker unknown');
  return `<div class="filters" hidden="hidden">
<label>Speaker <select id="speaker"><option value="">all</option>${options(names)}</select></label>
<label>Outlet <select id="outlet"><option value="">all</option>${options(outlets)}</select></label>
<span id="count" role="status"></span>
</div>
`;
}

function articleRow({ article, outlet, path }: ReportDocument): string {
  const { published, title, url } = article.metadata;
  const address = webAddress(url?.value);
  const name = text(title?.value ?? path);
  const lang = langAttribute(article);
  const linked =
    address === undefined
      ? lang === ''
        ? name
        : `<span${lang}>${name}</span>`
      : `<a${lang} href="${text(address)}" rel="noopener noreferrer">${name}</a>`;
  const cells = [
    text(outlet ?? 'unknown'),
    `<time>${text(moment(published?.value ?? 'unknown'))}</time>`,
    linked,
    `<code>${text(path)}</code>`,
  ];
  return `<tr>${cells.map((cell) => `<td dir="auto">${cell}</td>`).join('')}</tr>\n`;
}

function* conflicts(report: Report, context: Context): Iterable<string> {
  if (report.conflicts.length === 0) return;
  yield '<h2>What differs</h2>\n<ul>\n';
  for (const conflict of report.conflicts) {
    const decision = report.decisions.find(({ key }) => key === conflict.key);
    const decided = decision ? ` — ${text([decision.status, decision.reason].filter((part) => part !== undefined).join(': '))}` : '';
    const passages = conflict.passages.map(
      (passage) =>
        `<li>${labelOf(passage)}: <q dir="auto"${context.lang(passage)}>${text(passage.text)}</q> ${context.where(passage, passage.start)}</li>`,
    );
    const sublist = passages.length === 0 ? '' : `<ul>${passages.join('')}</ul>`;
    yield `<li><strong dir="auto">${text(conflict.message)}</strong> (${conflict.kind.replaceAll('-', ' ')})${decided}${sublist}</li>\n`;
  }
  yield '</ul>\n';
}

function* changes({ documents }: Report, context: Context): Iterable<string> {
  yield* list('Changed by the outlets', changedDocuments(documents), ({ document, since, changes: told }) => {
    const lines = told.map(({ message, start }) => `<li dir="auto">${text(message)} ${context.where(document, start)}</li>`);
    return `<strong>${labelOf(document)}</strong>, ${text(since)}<ul>${lines.join('')}</ul>`;
  });
}

function statementArticle({ document, item }: Statement, context: Context, links: boolean): string {
  const own = wordsOf(document.article, item);
  const published = document.article.metadata.published?.value;
  const source = [
    `<strong>${labelOf(document)}</strong>`,
    ...(published === undefined ? [] : [`<time>${text(moment(published))}</time>`]),
    ...(item.kind === undefined ? [] : [text(item.kind)]),
    ...(item.provenance === undefined ? [] : [`through ${text(item.provenance)}`]),
    `<span class="${item.status}">${item.status}</span>`,
    context.where(document, item.span.start),
    ...(links ? [`<a href="${text(backLink(document, item))}">open in VS Code</a>`] : []),
  ];
  const renderings = item.renderings.map(
    (rendering) =>
      `<li>${labelOf(rendering)} <span class="relation">${label(rendering)}</span>: <q dir="auto"${context.lang(rendering)}>${difference(own, rendering.text)}</q> ${context.where(rendering, rendering.start)}</li>\n`,
  );
  const details = detailsOf(document, item, context.related);
  const outlets = context.outletNumbers([document.outlet, ...item.renderings.map(({ outlet }) => outlet)]);
  return `<article data-outlets="${outlets}" data-statement="${context.number(item)}">
<blockquote dir="auto"${langAttribute(document.article)}>${text(own)}</blockquote>
<p class="source">${source.join(' · ')}</p>
${renderings.length === 0 ? '' : `<ul class="renderings">\n${renderings.join('')}</ul>\n`}${
    details.length === 0 ? '' : `<ul class="details">\n${details.map((detail) => `<li dir="auto">${detail}</li>\n`).join('')}</ul>\n`
  }</article>
`;
}

function detailsOf(document: ReportDocument, item: ReportItem, related: Related): string[] {
  return [
    ...(item.origins.length === 0 || item.renderings.length === 0 ? [] : [`independent origins: ${item.origins.length}`]),
    ...related.links(document, item).map(({ link, other }) => {
      const reason = link.reason === undefined ? '' : `: ${text(link.reason)}`;
      return `linked as ${link.relation} (${link.status}) with <code>${text(`${other.path}#${other.id}`)}</code>${reason}`;
    }),
    ...related.conflicts(document, item).map((conflict) => `<span class="differs">differs: ${text(conflict.message)}</span>`),
    ...changedIn(document, item).map((line) => `<span class="differs">${text(line)}</span>`),
    ...(item.tags.length === 0 ? [] : [`tags: ${text(item.tags.join(', '))}`]),
    ...(item.note === undefined ? [] : [`note: ${text(item.note)}`]),
    ...item.comments.map((comment) => `${text(comment.by)} (${text(comment.at)}): ${text(comment.text)}`),
  ];
}

function* lists(report: Report, context: Context): Iterable<string> {
  const dates = itemsOf(report, 'date');
  if (dates.length > 0)
    yield '<h2>Dates</h2>\n<table>\n<thead><tr><th scope="col">Words</th><th scope="col">Value</th><th scope="col">Outlet</th><th scope="col">Place</th></tr></thead>\n<tbody>\n';
  for (const { document, item } of dates) {
    const words = text(proseText(document.article, item.span));
    yield `<tr><td dir="auto"${langAttribute(document.article)}>${words}</td><td>${text(item.value ?? 'unknown')}</td><td>${labelOf(document)}</td><td>${context.where(document, item.span.start)}</td></tr>\n`;
  }
  if (dates.length > 0) yield '</tbody>\n</table>\n';

  const notes = itemsOf(report, 'note', 'cue', 'speaker').filter(({ item }) => item.note !== undefined || item.comments.length > 0);
  yield* list('Notes', notes, ({ document, item }) => {
    const said = [item.note, ...item.comments.map(({ by, text: words }) => `${by}: ${words}`)].filter((part) => part !== undefined);
    return `<q>${text(proseText(document.article, item.span))}</q>: ${text(said.join(' · '))} ${context.where(document, item.span.start)}`;
  });
  const origins = report.origins.filter(({ paths }) => paths.length > 1);
  yield* list('Common origins', origins, (origin) => {
    const paths = origin.paths.map((path) => `<code>${text(path)}</code>`).join(', ');
    return `${origin.kind}: ${text(origin.reason)}: ${paths}`;
  });
  const unplaced = report.documents.flatMap(({ path, unplaced }) => unplaced.map((annotation) => ({ path, annotation })));
  yield* list('Not found in today’s text', unplaced, ({ path, annotation }) => {
    return `<q>${text(annotation.exact)}</q> (${annotation.type}, ${annotation.status}, <code>${text(path)}</code>)`;
  });
}

function* list<T>(heading: string, entries: readonly T[], entry: (value: T) => string): Iterable<string> {
  if (entries.length === 0) return;
  yield `<h2>${heading}</h2>\n<ul>\n`;
  for (const value of entries) yield `<li dir="auto">${entry(value)}</li>\n`;
  yield '</ul>\n';
}

/** How much is in the report, so that a reader knows at once whether it is all of it. */
function summary({ documents, conflicts: differing, registry }: Report, speakers: readonly SpeakerStatements[]): string {
  const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
  const statements = new Set(speakers.flatMap((group) => group.statements.map(({ item }) => item)));
  const outlets = outletsOf(documents, registry);
  const parts = [
    ...(outlets.unknown.length < documents.length || documents.length === 0 ? [counted(documents.length, 'article')] : []),
    outletsText(outlets),
    counted(speakers.filter(({ name }) => name !== undefined).length, 'speaker'),
    counted(statements.size, 'statement'),
    ...(differing.length > 0 ? [counted(differing.length, 'difference')] : []),
  ];
  return parts.join(' · ');
}
