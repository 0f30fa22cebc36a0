import { xsdDate, xsdDuration } from '../writing/calendar';
import { cleanText } from '../../text/cleanText';
import { CodePoints } from '../../text/encoding/codePoints';
import { fileName } from '../writing/fileNames';
import { webAddress } from '../../text/webAddress';
import { Related } from '../report/related';
import { remarksOf } from '../report/remarks';
import type { ExportFile, ExportFormat, Report, ReportDocument, ReportItem } from '../report/report';
import type { Span } from '../../text/span';
import { stretchesOf } from '../report/stretches';
import { languageTag } from '../writing/languageTag';
import { xmlAttribute, xmlText } from '../writing/xml';

/**
 * TEI P5, one file an article. The text stands unchanged in one <ab>, so that character pointers into it hold; passages are
 * elements in it where they nest, and every annotation has an entry in <standOff> (TEI Guidelines, section 17.10).
 */
export const tei: ExportFormat = {
  id: 'tei',
  label: 'TEI P5',
  purpose: 'Digital humanities: the article as TEI with said, rs and date elements and stand-off annotations',
  extension: 'xml',
  export: (report) => filesOf(report, 0),
  byArticle: () => ({ shared: [], own: filesOf }),
};

function filesOf(report: Report, number: number): readonly ExportFile[] {
  const related = new Related(report);
  const names = new Map(report.documents.map((document, i) => [document.path, `${fileName(document, number + i)}.xml`]));
  return report.documents.map((document) => ({
    path: names.get(document.path) ?? '',
    content: chunks(document, report, related, names),
  }));
}

function* chunks(document: ReportDocument, report: Report, related: Related, names: ReadonlyMap<string, string>): Iterable<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n${header(document)}`;
  const lang = languageTag(document.article);
  const inline = nested(document.items.filter(({ status }) => status !== 'rejected'));
  yield* standOff(document, new Set(inline.map(({ item }) => item)), report, related, names);
  yield `<text${lang === undefined ? '' : ` xml:lang="${lang}"`}>\n<body>\n<ab xml:id="article" xml:space="preserve">`;
  yield* markedUp(document.article.raw, inline);
  yield '</ab>\n</body>\n</text>\n</TEI>\n';
}

function header(document: ReportDocument): string {
  const { title, author, published, url } = document.article.metadata;
  const address = webAddress(url?.value);
  const optional = (value: string | undefined, element: (text: string) => string) => (value === undefined ? '' : element(xmlText(value)));
  const when = published && xsdDate(published.value);
  return `<teiHeader>
<fileDesc>
<titleStmt><title>${xmlText(title?.value ?? document.path)}</title></titleStmt>
<publicationStmt><p>Exported for study; the rights in the article stay with its publisher.</p></publicationStmt>
<sourceDesc><bibl>${[
    optional(title?.value, (text) => `<title>${text}</title>`),
    optional(author?.value, (text) => `<author>${text}</author>`),
    optional(document.outlet, (text) => `<publisher>${text}</publisher>`),
    optional(published?.value, (text) => `<date${when === undefined ? '' : ` when="${when}"`}>${text}</date>`),
    optional(address, (text) => `<ref target="${text}">${text}</ref>`),
    `<idno type="path">${xmlText(document.path)}</idno><idno type="sha256">${xmlText(document.sha256)}</idno>`,
  ].join('')}</bibl></sourceDesc>
</fileDesc>
</teiHeader>
`;
}

/** One element of the text: an item, or one side of a quotation with its attribution inside, which points at the next (17.7 Aggregation). */
interface Piece {
  readonly item: ReportItem;
  readonly span: Span;
  readonly number: number;
  readonly last: boolean;
}

/** Those that nest in each other, in document order; TEI's <date> holds no quotation. An item is in the text with all its pieces or not at all. */
function nested(items: readonly ReportItem[]): Piece[] {
  const pieces = items
    .flatMap((item) => stretchesOf(item).map((span, i, { length }): Piece => ({ item, span, number: i + 1, last: i + 1 === length })))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const left = new Set<ReportItem>();
  const open: Piece[] = [];
  for (const piece of pieces) {
    while (open.length > 0 && (open.at(-1)?.span.end ?? 0) <= piece.span.start) open.pop();
    const around = open.at(-1);
    const inDate = piece.item.type === 'quotation' && open.some(({ item }) => item.type === 'date');
    if (inDate || (around && piece.span.end > around.span.end)) left.add(piece.item);
    else open.push(piece);
  }
  return pieces.filter(({ item }) => !left.has(item));
}

function* markedUp(raw: string, pieces: readonly Piece[]): Iterable<string> {
  const open: { readonly end: number; readonly tag: string }[] = [];
  let at = 0;
  const closeBefore = function* (offset: number): Iterable<string> {
    for (let last = open.at(-1); last && last.end <= offset; last = open.at(-1)) {
      yield `${xmlText(raw.slice(at, last.end))}</${last.tag}>`;
      at = last.end;
      open.pop();
    }
  };
  for (const { item, span, number, last } of pieces) {
    yield* closeBefore(span.start);
    const { name, attributes } = elementOf(item);
    const prev = number === 1 ? '' : ` prev="#${pieceId(item, number - 1)}"`;
    const next = last ? '' : ` next="#${pieceId(item, number + 1)}"`;
    yield `${xmlText(raw.slice(at, span.start))}<${name} xml:id="${pieceId(item, number)}"${attributes}${prev}${next}>`;
    at = span.start;
    open.push({ end: span.end, tag: name });
  }
  yield* closeBefore(raw.length);
  yield xmlText(raw.slice(at));
}

function pieceId({ id }: ReportItem, number: number): string {
  return `${xmlId('i', id)}${number === 1 ? '' : `.${number}`}`;
}

function elementOf({ type, kind, speakers, value }: ReportItem): { readonly name: string; readonly attributes: string } {
  const people = speakers.map(({ id }) => `#${xmlId('p', id)}`).join(' ');
  const pointing = (attribute: string) => (people === '' ? '' : ` ${attribute}="${people}"`);
  if (type === 'quotation' && kind === 'scare') return { name: 'soCalled', attributes: '' };
  if (type === 'quotation') return { name: 'said', attributes: `${pointing('who')} direct="${kind === 'direct'}"` };
  if (type === 'speaker') return { name: 'rs', attributes: ` type="speaker"${pointing('ref')}` };
  if (type === 'date') return { name: 'date', attributes: value === undefined ? '' : dateAttribute(value) };
  return { name: 'seg', attributes: ` type="${type}"` };
}

function dateAttribute(value: string): string {
  if (xsdDate(value) !== undefined) return ` when="${value}"`;
  if (xsdDuration(value) !== undefined) return ` dur="${value}"`;
  const custom = cleanText(value).replace(/[\p{C}\p{Z}]+/gu, '_');
  return custom === '' ? '' : ` when-custom="${xmlAttribute(custom)}"`;
}

function* standOff(
  document: ReportDocument,
  inline: ReadonlySet<ReportItem>,
  report: Report,
  related: Related,
  names: ReadonlyMap<string, string>,
): Iterable<string> {
  const people = new Map(document.items.flatMap(({ speakers }) => speakers.map(({ id, name }) => [id, name] as const)));
  const origins = report.origins.filter(({ paths }) => paths.includes(document.path));
  if (document.items.length === 0 && origins.length === 0) return;
  yield '<standOff>\n';
  if (people.size > 0) yield '<listPerson>\n';
  for (const [id, name] of people) {
    const aliases = report.registry.speakers.find((speaker) => speaker.id === id)?.aliases ?? [];
    const others = aliases.map((alias) => `<persName type="alias">${xmlText(alias)}</persName>`);
    yield `<person xml:id="${xmlId('p', id)}"><persName>${xmlText(name)}</persName>${others.join('')}</person>\n`;
  }
  if (people.size > 0) yield '</listPerson>\n';
  if (document.items.length > 0) yield '<listAnnotation>\n';
  const points = new CodePoints(document.article.raw);
  for (const item of document.items) yield annotation(document, item, inline.has(item), points, related);
  if (document.items.length > 0) yield '</listAnnotation>\n';
  const links = document.items.flatMap((item) =>
    related.links(document, item).flatMap(({ link, other }) => {
      const file = names.get(other.path);
      if (file === undefined) return [];
      return `<link type="${link.relation}" subtype="${link.status}" target="#${xmlId('n', item.id)} ${file}#${xmlId('n', other.id)}"/>\n`;
    }),
  );
  if (links.length > 0) yield `<linkGrp type="corroboration">\n${links.join('')}</linkGrp>\n`;
  if (origins.length > 0) {
    const interps = origins.map(
      (origin) => `<interp xml:id="${xmlId('o', origin.id)}" type="${origin.kind}">${xmlText(origin.reason)}</interp>\n`,
    );
    yield `<interpGrp type="origin">\n${interps.join('')}</interpGrp>\n`;
  }
  yield '</standOff>\n';
}

function annotation(document: ReportDocument, item: ReportItem, inline: boolean, points: CodePoints, related: Related): string {
  const pointers = stretchesOf(item).map((span, i) => {
    const start = points.fromUtf16(span.start);
    return inline ? `#${pieceId(item, i + 1)}` : `#string-range(article,${start},${points.fromUtf16(span.end) - start})`;
  });
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['type', item.type],
    ['kind', item.kind],
    ['status', item.status],
    ['value', item.value],
    ...item.speakers.map(({ name }) => ['speaker', name] as const),
    ...remarksOf(document, item, related).map(({ kind, text }) => [kind.toLowerCase(), text] as const),
  ];
  const notes = facts.map(([type, text]) => (text === undefined ? '' : `<note type="${type}">${xmlText(text)}</note>`));
  return `<annotation xml:id="${xmlId('n', item.id)}" motivation="classifying" target="${pointers.join(' ')}">${notes.join('')}</annotation>\n`;
}

/** An XML id (NCName): what is no ASCII letter, digit or hyphen stands as its code between underscores, so that ids stay distinct. */
function xmlId(prefix: string, id: string): string {
  return `${prefix}-${id.replace(/[^A-Za-z0-9-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`)}`;
}
