import type { Link } from '../../annotations/model';
import { quoteSpan } from '../../annotations/anchoring/anchor';
import type { Article } from '../../text/article';
import { CodePoints, pointsAfter, pointsBefore } from '../../text/encoding/codePoints';
import { backLink } from '../writing/backLink';
import { jsonList, wholeText } from '../writing/sharedText';
import { languageTag } from '../writing/languageTag';
import { annotationIri, articleIri, contentName, escapeParameter } from '../writing/iri';
import type {
  ExportFormat,
  ExportOptions,
  Report,
  ReportConflict,
  ReportDocument,
  ReportItem,
  ReportPassage,
  SharedFile,
} from '../report/report';
import { speakerLabel } from '../../annotations/speakerLabel';
import { textContent } from '../../text/html/textContent';
import type { Span } from '../../text/span';

/**
 * W3C Web Annotation Data Model (Recommendation of 23 February 2017) as JSON-LD: an array in which every annotation
 * stands on its own. Positions are code points of the LF-normalised text, as section 4.2.5 requires.
 */
export const webAnnotation: ExportFormat = {
  id: 'w3c',
  label: 'W3C Web Annotation (JSON-LD)',
  purpose: 'Exchange with annotation tools and archives: every annotation with its quote, position and links',
  extension: 'jsonld',
  export: (report, options) => [{ path, content: wholeText(annotationsFile(options), report) }],
  byArticle: (options) => ({ shared: [annotationsFile(options)] }),
};

const path = 'annotations.jsonld';

type Json = Readonly<Record<string, unknown>>;

function annotationsFile(options: ExportOptions | undefined): SharedFile {
  /** Conflicts that the report of an article before has told. */
  const told = new Set<string>();
  return {
    path,
    ...jsonList,
    entries: function* (report) {
      for (const one of annotations(report, options?.links === true, told)) yield JSON.stringify(one);
      for (const { key } of report.conflicts) told.add(key);
    },
  };
}

function* annotations(report: Report, links: boolean, told: ReadonlySet<string>): Iterable<Json> {
  const targets = new Targets(report);
  for (const document of report.documents)
    for (const item of document.items) yield* itemAnnotations(document, item, targets, report, links);
  for (const link of report.links) {
    const annotation = linkAnnotation(link, targets);
    if (annotation) yield annotation;
  }
  for (const conflict of report.conflicts) {
    if (told.has(conflict.key)) continue;
    const annotation = conflictAnnotation(conflict, report, targets);
    if (annotation) yield annotation;
  }
}

/** An article that is pointed into. */
type Pointed = Pick<ReportDocument, 'path' | 'article' | 'sha256'>;

/** Makes targets; one code point index a text, made when first needed. */
class Targets {
  readonly documents: ReadonlyMap<string, Pointed>;
  readonly #reported: ReadonlyMap<string, ReportDocument>;
  readonly #points = new Map<string, CodePoints>();
  readonly #items = new Map<string, ReadonlyMap<string, ReportItem>>();

  constructor(report: Report) {
    this.documents = new Map([...(report.around ?? []), ...report.documents].map((document) => [document.path, document]));
    this.#reported = new Map(report.documents.map((document) => [document.path, document]));
  }

  specificResource(document: Pointed, span: Span): Json {
    const { raw } = document.article;
    const language = languageTag(document.article);
    const { exact, prefix, suffix, start, end } = quoteSpan(raw, span, this.#pointsOf(raw));
    return {
      type: 'SpecificResource',
      source: articleIri(document),
      ...(language !== undefined && { language }),
      selector: [
        ...this.#shownQuote(document.article, span),
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    };
  }

  /** Of a page, the words as its DOM has them, which clients look for in it; the quote of its source stands behind and counts here. */
  #shownQuote({ format, raw }: Article, { start, end }: Span): Json[] {
    if (format !== 'html') return [];
    const exact = textContent(raw, start, end);
    // where the stretch before begins inside a tag, what is left of that is not text
    const from = Math.max(0, raw.lastIndexOf('<', Math.max(0, start - 2000)));
    const before = textContent(raw, from, start);
    const prefix = pointsBefore(before, before.length, 32);
    const suffix = pointsAfter(textContent(raw, end, Math.min(raw.length, end + 2000)), 0, 32);
    return [{ type: 'TextQuoteSelector', exact, prefix, suffix }];
  }

  #pointsOf(text: string): CodePoints {
    let points = this.#points.get(text);
    if (points === undefined) this.#points.set(text, (points = new CodePoints(text)));
    return points;
  }

  passage(passage: ReportPassage): Json | undefined {
    const document = this.documents.get(passage.path);
    return document && this.specificResource(document, passage);
  }

  item(path: string, id: string): Json | undefined {
    const document = this.#reported.get(path);
    if (document === undefined) return undefined;
    let items = this.#items.get(path);
    if (items === undefined) this.#items.set(path, (items = new Map(document.items.map((item) => [item.id, item]))));
    const item = items.get(id);
    return item && this.specificResource(document, item.span);
  }
}

function* itemAnnotations(document: ReportDocument, item: ReportItem, targets: Targets, report: Report, links: boolean): Iterable<Json> {
  const target = targets.specificResource(document, item.span);
  const { reviewed, by } = item;
  // the words that name the speaker: a place, where the other bodies are texts
  const mention = item.mention ? [{ ...targets.specificResource(document, item.mention), purpose: 'identifying' }] : [];
  // words inside the words of another: these
  const outer = item.in === undefined ? [] : [{ type: 'SpecificResource', purpose: 'linking', source: annotationIri(document, item.in) }];
  yield {
    ...annotation(annotationIri(document, item.id), 'classifying', {
      body: [...bodies(item, report), ...mention, ...outer],
      target: [target],
    }),
    ...(reviewed && { creator: { type: 'Person', name: reviewed.by }, ...moment('created', reviewed.at) }),
    ...(by !== undefined && { generator: { type: 'Software', name: by } }),
    // where it was obtained from (section 3.3.5)
    ...(links && { via: backLink(document, item) }),
  };
  for (const [i, rendering] of item.renderings.entries()) {
    const passage = targets.passage(rendering);
    if (passage === undefined) continue;
    yield annotation(annotationIri(document, item.id, `rendering=${i + 1}`), 'linking', {
      body: [
        passage,
        textualBody('classifying', rendering.relation),
        textualBody('assessing', `${rendering.level} ${rendering.score.toFixed(2)}`),
      ],
      target: [target],
    });
  }
}

function bodies(item: ReportItem, report: Report): Json[] {
  return [
    textualBody('classifying', item.type),
    ...(item.kind === undefined ? [] : [textualBody('classifying', item.kind)]),
    textualBody('assessing', item.status),
    ...item.speakers.map((speaker) => textualBody('identifying', speakerLabel(speaker, report.registry))),
    ...(item.value === undefined ? [] : [textualBody('identifying', item.value)]),
    ...(item.provenance === undefined ? [] : [textualBody('describing', item.provenance)]),
    ...item.tags.map((tag) => textualBody('tagging', tag)),
    ...(item.note === undefined ? [] : [textualBody('commenting', item.note)]),
    // not an annotation of its own on whole documents: readers of text annotations expect a selector in every target
    ...report.origins
      .filter(({ id, paths }) => paths.length > 1 && item.origins.includes(id))
      .map(({ kind, reason, paths }) => textualBody('linking', `${kind}: ${reason} (${paths.join(', ')})`)),
    ...item.comments.map(({ by, at, text }) => ({
      ...textualBody('replying', text),
      creator: { type: 'Person', name: by },
      ...moment('created', at),
    })),
  ];
}

function linkAnnotation(link: Link, targets: Targets): Json | undefined {
  const [from, to] = [link.from, link.to].map(({ path, id }) => targets.item(path, id));
  const document = targets.documents.get(link.from.path);
  if (!from || !to || !document) return undefined;
  return {
    ...annotation(`${contentName(document.sha256)}?link=${escapeParameter(link.id)}`, 'linking', {
      body: [
        to,
        textualBody('classifying', link.relation),
        textualBody('assessing', link.status),
        ...(link.reason === undefined ? [] : [textualBody('commenting', link.reason)]),
      ],
      target: [from],
    }),
    ...(link.by !== undefined && { creator: { type: 'Person', name: link.by } }),
    ...(link.at !== undefined && moment('created', link.at)),
  };
}

function conflictAnnotation(conflict: ReportConflict, report: Report, targets: Targets): Json | undefined {
  const target = conflict.passages.map((passage) => targets.passage(passage)).filter((resource) => resource !== undefined);
  const first = conflict.passages.flatMap(({ path }) => targets.documents.get(path) ?? [])[0];
  if (first === undefined) return undefined;
  const decision = report.decisions.find(({ key }) => key === conflict.key);
  return annotation(`${contentName(first.sha256)}?conflict=${escapeParameter(conflict.key)}`, 'questioning', {
    body: [
      textualBody('classifying', conflict.kind),
      textualBody('describing', conflict.message),
      ...(decision ? [textualBody('assessing', decision.status)] : []),
      ...(decision?.reason === undefined ? [] : [textualBody('commenting', decision.reason)]),
    ],
    target,
  });
}

function annotation(id: string, motivation: string, rest: { readonly body: readonly Json[]; readonly target: readonly Json[] }): Json {
  return { '@context': 'http://www.w3.org/ns/anno.jsonld', id, type: 'Annotation', motivation, ...rest };
}

function textualBody(purpose: string, value: string): Json {
  return { type: 'TextualBody', purpose, value };
}

/** The model asks for xsd:dateTime in UTC; another form is left out rather than guessed at. */
function moment(key: string, at: string): Json {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(at) ? { [key]: at } : {};
}
