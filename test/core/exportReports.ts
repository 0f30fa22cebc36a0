import { createHash } from 'node:crypto';
import {
  analyse,
  CodePoints,
  describeSpan,
  emptyRegistry,
  exportFormats,
  readArticle,
  type Annotation,
  type Article,
  type ExportFile,
  type Registry,
  type Report,
  type ReportDocument,
  type ReportItem,
  type ReportPassage,
  type Span,
} from '../../src/core/index';
import { parseZip } from './exportReaders';

/** An article with metadata handed in, so that the exporters' tests need no engine. */
export function articleOf(path: string, text: string, metadata: Readonly<Record<string, string>> = {}): Article {
  const article = readArticle({ uri: `file:///home/somebody/${path}`, path, text, version: 1 });
  const facts = Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, { value, from: 'person' as const }]));
  return { ...article, metadata: { publicationLines: [], ...facts } };
}

export function documentOf(path: string, article: Article, items: readonly ReportItem[]): ReportDocument {
  const sha256 = createHash('sha256').update(article.raw, 'utf8').digest('hex');
  const outlet = article.metadata.outlet?.value;
  return { path, label: outlet ?? path, article, sha256, items, unplaced: [], ...(outlet !== undefined && { outlet }) };
}

/** An item on the n-th occurrence (from 0) of a text. */
export function itemOn(raw: string, exact: string, rest: Partial<ReportItem> & Pick<ReportItem, 'id' | 'type'>, n = 0): ReportItem {
  let start = raw.indexOf(exact);
  for (let i = 0; i < n; i++) start = raw.indexOf(exact, start + 1);
  if (start < 0) throw new Error(`not in the text: ${exact}`);
  return itemAt(raw, { start, end: start + exact.length }, rest);
}

/** An item on a span; a decided one gets the sidecar's entry it would come from. */
export function itemAt(raw: string, span: Span, rest: Partial<ReportItem> & Pick<ReportItem, 'id' | 'type'>): ReportItem {
  const item: ReportItem = {
    status: 'accepted',
    how: 'exact',
    span,
    speakers: [],
    tags: [],
    comments: [],
    renderings: [],
    origins: [],
    ...rest,
  };
  const { status, id, type, kind, speakers, mention, tags, comments, provenance, value, note, by, reviewed } = item;
  if (status === 'suggested') return item;
  const points = new CodePoints(raw);
  const annotation: Annotation = {
    id,
    type,
    status,
    ...describeSpan(raw, span),
    ...(kind !== undefined && { kind: kind as NonNullable<Annotation['kind']> }),
    ...(speakers.length > 0 && { speakers: speakers.map((speaker) => speaker.id) }),
    ...(mention && { mention: { start: points.fromUtf16(mention.start), end: points.fromUtf16(mention.end) } }),
    ...(tags.length > 0 && { tags }),
    ...(comments.length > 0 && { comments }),
    ...(provenance !== undefined && { provenance }),
    ...(value !== undefined && { value }),
    ...(note !== undefined && { note }),
    ...(by !== undefined && { by }),
    ...(reviewed && { reviewed }),
  };
  return { ...item, annotation };
}

export function reportOf(documents: readonly ReportDocument[], rest: Partial<Report> = {}): Report {
  return { documents, registry: emptyRegistry, origins: [], conflicts: [], links: [], decisions: [], ...rest };
}

export function passageOf(document: ReportDocument, item: ReportItem): ReportPassage {
  const { path, label, article, outlet } = document;
  const exact = article.raw.slice(item.span.start, item.span.end);
  return { uri: article.uri, path, label, exact, text: exact, ...item.span, ...(outlet !== undefined && { outlet }) };
}

/** The whole text of an exported file. */
export function textOf(file: ExportFile | undefined): string {
  if (file === undefined) throw new Error('no such file');
  return bytesOf(file).toString('utf8');
}

export function bytesOf({ content }: ExportFile): Buffer {
  return Buffer.concat(Array.from(typeof content === 'string' ? [content] : content, (chunk) => Buffer.from(chunk)));
}

/** The files of an export, those inside an archive too. */
export function filesOf(id: string, report: Report): Map<string, string> {
  const files = exportFormats.find((format) => format.id === id)?.export(report) ?? [];
  return new Map(
    files.flatMap((file): [string, string][] => (file.path.endsWith('.qdpx') ? [...parseZip(bytesOf(file))] : [[file.path, textOf(file)]])),
  );
}

export const registry: Registry = {
  outlets: [
    { id: 'harbour-post', name: 'The Harbour Post', match: ['post*.txt'] },
    { id: 'valley-wire', name: 'Valley Wire', match: ['wire*.txt'] },
  ],
  speakers: [{ id: 'ana-ruiz', name: 'Ana Ruiz', aliases: ['Mayor Ruiz'], roles: ['mayor'] }],
  articles: [],
};

/** Two invented articles on one event, with emoji, accents, CRLF and right-to-left passages, and every kind of annotation. */
export function storyReport(): Report {
  const post = articleOf(
    'post.txt',
    '😀 Mayor Ana Ruiz said “we will rebuild the café” on 3 May.\r\nA clerk answered: «שלום לכולם».\r\nNobody was hurt.\r\n',
    {
      outlet: 'The Harbour Post',
      published: '2024-05-03T08:00:00Z',
      title: 'Flood in Pörtal',
      url: 'https://harbour.example/flood?id=1&lang=en',
    },
  );
  const wire = articleOf('wire/storm.txt', 'The mayor, Ana Ruiz, promised on Friday to rebuild the café — “we will rebuild”.\n', {
    outlet: 'Valley Wire',
    published: '2024-05-04',
    title: 'Mayor promises to rebuild',
    author: 'Tom Okafor',
  });
  const said = itemOn(post.raw, '“we will rebuild the café”', {
    id: '7f3a9ck2qm',
    type: 'quotation',
    kind: 'direct',
    speakers: [{ id: 'ana-ruiz', name: 'Ana Ruiz' }],
    mention: spanOf(post.raw, 'Ana Ruiz'),
    cue: spanOf(post.raw, 'said'),
    provenance: 'city hall statement',
    tags: ['flood', 'money; later'],
    note: 'Heard on the square,\nnot in the hall.',
    comments: [{ by: 'ben', at: '2026-11-22T11:00:00Z', text: 'Agreed.' }],
    by: 'second-source/quotation 0.91',
    reviewed: { by: 'ana', at: '2026-11-22T10:00:00Z' },
    origins: ['o1'],
  });
  const date = itemOn(post.raw, '3 May', { id: 'b2c3d4e5f6', type: 'date', value: '2024-05-03' });
  const hebrew = itemOn(post.raw, '«שלום לכולם»', {
    id: 'quotation-78-90',
    type: 'quotation',
    kind: 'direct',
    status: 'suggested',
    by: 'second-source/quotation 0.50',
  });
  const note = itemOn(post.raw, 'Nobody was hurt.', { id: 'c3d4e5f6g7', type: 'note', status: 'rejected', note: 'Says who?' });
  const speaker = itemOn(post.raw, 'Ana Ruiz', {
    id: 'd4e5f6g7h2',
    type: 'speaker',
    speakers: [{ id: 'ana-ruiz', name: 'Ana Ruiz' }],
  });
  const promised = itemOn(wire.raw, 'promised on Friday to rebuild the café', {
    id: 'e5f6g7h2j3',
    type: 'quotation',
    kind: 'indirect',
    speakers: [{ id: 'ana-ruiz', name: 'Ana Ruiz' }],
  });
  const friday = itemOn(wire.raw, 'Friday', { id: 'date-33-39', type: 'date', status: 'suggested', value: '2024-05-03' });
  const bare = documentOf('post.txt', post, [said]);
  const wireDocument = documentOf('wire/storm.txt', wire, [promised, friday]);
  const rendering = {
    ...passageOf(wireDocument, promised),
    score: 0.81,
    level: 'match' as const,
    relation: 'indirect' as const,
    because: [{ kind: 'words' as const, text: 'rebuild, café' }],
    origin: 'o2',
  };
  const postDocument = documentOf('post.txt', post, [speaker, { ...said, renderings: [rendering] }, date, hebrew, note]);
  return reportOf([postDocument, wireDocument], {
    registry,
    origins: [
      {
        id: 'o1',
        kind: 'shared-source',
        reason: 'both name the city hall statement',
        uris: [post.uri, wire.uri],
        paths: ['post.txt', 'wire/storm.txt'],
      },
    ],
    conflicts: [
      { kind: 'date', key: 'k1', message: '3 May against Friday', passages: [passageOf(bare, date), passageOf(wireDocument, friday)] },
    ],
    links: [
      {
        id: 'f6g7h2j3k4',
        from: { path: 'post.txt', id: '7f3a9ck2qm' },
        to: { path: 'wire/storm.txt', id: 'e5f6g7h2j3' },
        relation: 'indirect',
        status: 'accepted',
        reason: 'same promise',
        by: 'ana',
        at: '2026-11-22T10:05:00Z',
      },
    ],
    decisions: [{ key: 'k1', status: 'explained', reason: '3 May was a Friday' }],
  });
}

function spanOf(raw: string, text: string): { start: number; end: number } {
  const start = raw.indexOf(text);
  return { start, end: start + text.length };
}

/** A quotation with its attribution inside, as the engine finds it: what is said is two stretches. */
export function splitReport(): Report {
  const article = articleOf('s.txt', '“We will stay,” Ana Ruiz said, “and we will fish.”');
  const [quotation] = analyse(article).quotations;
  if (quotation === undefined) throw new Error('no quotation');
  const item = itemAt(article.raw, quotation, { id: 'a', type: 'quotation', kind: 'direct', quotation });
  return reportOf([documentOf('s.txt', article, [item])]);
}
