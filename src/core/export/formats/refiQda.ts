import { selectionGuid } from '../../annotations/selectionGuid';
import { cleanText } from '../../text/cleanText';
import { CodePoints } from '../../text/encoding/codePoints';
import { xsdDate } from '../writing/calendar';
import { guid } from '../../text/guid';
import { Related } from '../report/related';
import { memosOf, remarksOf } from '../report/remarks';
import type { ExportFormat, Report, ReportDocument, ReportItem } from '../report/report';
import { xmlAttribute, xmlText } from '../writing/xml';
import { zip } from '../writing/zip';

/**
 * A REFI-QDA project (Project Exchange, version 1.0): types, kinds, statuses and speakers are codes. Positions are code
 * points; the end is the position after the last character, as QualCoder reads it (the standard's words, "last character",
 * can also be read as including it).
 */
export const refiQda: ExportFormat = {
  id: 'refi-qda',
  label: 'REFI-QDA project',
  purpose: 'Qualitative analysis in ATLAS.ti, MAXQDA, NVivo or QualCoder: texts, codes and coded passages',
  extension: 'qdpx',
  export: (report) => {
    const sources = report.documents.map((document) => ({
      name: `sources/${sourceGuid(document)}.txt`,
      chunks: () => [cleanText(document.article.raw)],
    }));
    const project = { name: 'project.qde', chunks: () => projectXml(report) };
    return [{ path: 'annotations.qdpx', content: zip([project, ...sources]) }];
  },
};

const user = guid('second-source user');
const facts = ['Path', 'Outlet', 'Published', 'Title', 'URL'] as const;

function* projectXml(report: Report): Iterable<string> {
  yield `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Second Source" origin="Second Source" creatingUserGUID="${user}">
<Users><User guid="${user}" name="Second Source"/></Users>
<CodeBook><Codes>
${codeBook(report)}</Codes></CodeBook>
<Variables>${facts.map((name) => `<Variable guid="${variableGuid(name)}" name="${name}" typeOfVariable="Text"/>`).join('')}</Variables>
`;
  if (report.documents.length > 0) yield '<Sources>\n';
  const related = new Related(report);
  const codes = new CodeGuids();
  for (const document of report.documents) yield* textSource(document, related, codes);
  if (report.documents.length > 0) yield '</Sources>\n';
  yield* notes(report);
  const links = report.links.map(({ id, relation, status, from, to }) => {
    const [origin, target] = [from, to].map((end) => selectionGuid(end.path, end.id));
    return `<Link guid="${guid(`link\n${id}`)}" name="${relation} (${status})" direction="Associative" originGUID="${origin}" targetGUID="${target}"/>\n`;
  });
  if (links.length > 0) yield `<Links>\n${links.join('')}</Links>\n`;
  const byPath = new Map(report.documents.map((document) => [document.path, document]));
  const sets = report.origins.map((origin) => {
    const members = origin.paths
      .flatMap((path) => byPath.get(path) ?? [])
      .map((document) => `<MemberSource targetGUID="${sourceGuid(document)}"/>`);
    return `<Set guid="${guid(`origin\n${origin.id}`)}" name="${xmlAttribute(`Origin ${origin.id}: ${origin.kind}`)}"><Description>${xmlText(origin.reason)}</Description>${members.join('')}</Set>\n`;
  });
  if (sets.length > 0) yield `<Sets>\n${sets.join('')}</Sets>\n`;
  yield '</Project>\n';
}

/** Codes are named by path from the root, the speakers by id below "Speaker". */
function codesOf(item: ReportItem): (readonly [group: string, key: string, name: string])[] {
  return [
    ['Type', item.type, item.type],
    ...(item.kind === undefined ? [] : [['Kind', item.kind, item.kind] as const]),
    ['Status', item.status, item.status],
    ...item.speakers.map(({ id, name }) => ['Speaker', id, name] as const),
    ...item.tags.map((tag) => ['Tag', tag, tag] as const),
  ];
}

function codeBook(report: Report): string {
  const groups = new Map<string, Map<string, string>>([['Type', new Map()]]);
  for (const { items } of report.documents)
    for (const item of items)
      for (const [group, key, name] of codesOf(item)) {
        const codes = groups.get(group) ?? new Map<string, string>();
        groups.set(group, codes.set(key, name));
      }
  const code = (id: string, name: string, codable: boolean, children: string) =>
    `<Code guid="${id}" name="${xmlAttribute(name)}" isCodable="${codable}">${children}</Code>\n`;
  return [...groups]
    .map(([group, codes]) => {
      const children = [...codes].map(([key, name]) => code(codeGuid(group, key), name, true, '')).join('');
      return code(codeGuid(group, ''), group, false, children);
    })
    .join('');
}

function* notes(report: Report): Iterable<string> {
  let isOpen = false;
  for (const document of report.documents)
    for (const item of document.items)
      for (const { id, text } of notesOf(document, item)) {
        if (!isOpen) yield '<Notes>\n';
        isOpen = true;
        yield `<Note guid="${id}" name="Note" creatingUser="${user}" creationDateTime="${timeOf(item)}"><PlainTextContent>${xmlText(text)}</PlainTextContent></Note>\n`;
      }
  if (isOpen) yield '</Notes>\n';
}

/** When the item was last decided or discussed; QualCoder does not open a note without a time. No clock: the same report gives the same bytes. */
function timeOf({ reviewed, comments }: ReportItem): string {
  const times = [reviewed?.at, ...comments.map(({ at }) => at)].flatMap((at) => (at?.endsWith('Z') ? (xsdDate(at) ?? []) : []));
  return times.sort().at(-1) ?? '1980-01-01T00:00:00Z';
}

function notesOf({ path }: ReportDocument, item: ReportItem): { readonly id: string; readonly text: string }[] {
  const selection = selectionGuid(path, item.id);
  const [note = '', comments] = memosOf(item);
  const texts = [note, ...comments].filter((text) => text !== '');
  return texts.map((text, i) => ({ id: partGuid(selection, i.toString(16).padStart(12, '0')), text }));
}

function* textSource(document: ReportDocument, related: Related, codes: CodeGuids): Iterable<string> {
  const { raw, metadata } = document.article;
  const id = sourceGuid(document);
  yield `<TextSource guid="${id}" name="${xmlAttribute(document.path)}" plainTextPath="internal://${id}.txt" creatingUser="${user}">\n`;
  const points = new CodePoints(raw);
  for (const item of document.items) yield selection(document, item, points, related, codes);
  const values: Readonly<Record<(typeof facts)[number], string | undefined>> = {
    Path: document.path,
    Outlet: document.outlet,
    Published: metadata.published?.value,
    Title: metadata.title?.value,
    URL: metadata.url?.value,
  };
  for (const name of facts) {
    const value = values[name];
    if (value !== undefined)
      yield `<VariableValue><VariableRef targetGUID="${variableGuid(name)}"/><TextValue>${xmlText(value)}</TextValue></VariableValue>\n`;
  }
  yield '</TextSource>\n';
}

function selection(document: ReportDocument, item: ReportItem, points: CodePoints, related: Related, codes: CodeGuids): string {
  const { start, end } = item.span;
  const id = selectionGuid(document.path, item.id);
  // notes stand here, too: not every program takes in those that a selection refers to
  const remarks = remarksOf(document, item, related);
  const facts = remarks.map(({ kind, text }) => `${kind}: ${text}`);
  if (item.value !== undefined) facts.unshift(`Value: ${item.value}`);
  const memos = notesOf(document, item);
  const codings = codesOf(item).map(([group, key]) => {
    const code = codes.of(group, key);
    return `<Coding guid="${partGuid(id, code.slice(24))}" creatingUser="${user}"><CodeRef targetGUID="${code}"/></Coding>`;
  });
  const name = Array.from(beginning(document, item)).slice(0, 64).join('');
  return `<PlainTextSelection guid="${id}" name="${xmlAttribute(name)}" startPosition="${points.fromUtf16(start)}" endPosition="${points.fromUtf16(end)}" creatingUser="${user}">${
    facts.length === 0 ? '' : `<Description>${xmlText(facts.join('\n'))}</Description>`
  }${codings.join('')}${memos.map((memo) => `<NoteRef targetGUID="${memo.id}"/>`).join('')}</PlainTextSelection>\n`;
}

/** Of a selection's codings and notes, which are many: the selection's own but for the end. */
function partGuid(selection: string, end: string): string {
  return selection.slice(0, 24) + end;
}

function beginning({ article }: ReportDocument, { span }: ReportItem): string {
  return article.raw.slice(span.start, Math.min(span.end, span.start + 128));
}

function sourceGuid({ path }: ReportDocument): string {
  return guid(`source\n${path}`);
}

function codeGuid(group: string, key: string): string {
  return guid(`code\n${group}\n${key}`);
}

/** The same few codes stand at every passage. */
class CodeGuids {
  readonly #known = new Map<string, string>();

  of(group: string, key: string): string {
    const name = `${group}\n${key}`;
    let known = this.#known.get(name);
    if (known === undefined) this.#known.set(name, (known = codeGuid(group, key)));
    return known;
  }
}

function variableGuid(name: string): string {
  return guid(`variable\n${name}`);
}
