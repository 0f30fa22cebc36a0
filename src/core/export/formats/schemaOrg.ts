import { annotationIri, articleIri } from '../writing/iri';
import { webAddress } from '../../text/webAddress';
import { languageTag } from '../writing/languageTag';
import { wordsOf } from '../../statements/index';
import type { ExportFormat, Report, ReportDocument, ReportItem, SharedFile } from '../report/report';
import { wholeText } from '../writing/sharedText';

/** schema.org NewsArticle, Quotation and Claim as JSON-LD; suggestions and rejected annotations are no statements of the reader's and left out. */
export const schemaOrg: ExportFormat = {
  id: 'schema-org',
  label: 'schema.org Quotation (JSON-LD)',
  purpose: 'Web pages and knowledge graphs: who said what in which article, accepted annotations only',
  extension: 'jsonld',
  export: (report) => [{ path: quotations.path, content: wholeText(quotations, report) }],
  byArticle: () => ({ shared: [quotations] }),
};

type Json = Readonly<Record<string, unknown>>;

const head = '{"@context":"https://schema.org","@graph":[\n';
const quotations: SharedFile = {
  path: 'quotations.jsonld',
  head,
  separator: ',\n',
  tail: '\n]}\n',
  empty: `${head}]}\n`,
  entries: function* (report) {
    for (const node of nodes(report)) yield JSON.stringify(node);
  },
};

function* nodes(report: Report): Iterable<Json> {
  for (const document of report.documents) {
    yield articleNode(document);
    for (const item of document.items) if (item.status === 'accepted' && isSaid(item)) yield statementNode(document, item);
  }
}

/** Words between marks that quote nobody are no quotation. */
function isSaid({ type, kind }: ReportItem): boolean {
  return type === 'statement' || (type === 'quotation' && kind !== 'scare');
}

function articleNode(document: ReportDocument): Json {
  const { title, author, published, url } = document.article.metadata;
  const address = webAddress(url?.value);
  return {
    '@type': 'NewsArticle',
    '@id': articleIri(document),
    ...(title && { headline: title.value }),
    ...(author && { author: { '@type': 'Person', name: author.value } }),
    ...(document.outlet !== undefined && { publisher: { '@type': 'Organization', name: document.outlet } }),
    ...(published && { datePublished: published.value }),
    ...(address !== undefined && { url: address }),
    ...inLanguage(document),
    identifier: document.path,
  };
}

function inLanguage({ article }: ReportDocument): Json {
  const tag = languageTag(article);
  return tag === undefined ? {} : { inLanguage: tag };
}

function statementNode(document: ReportDocument, item: ReportItem): Json {
  const text = wordsOf(document.article, item);
  const people = item.speakers.map(({ name }) => ({ '@type': 'Person', name }));
  const [first, ...more] = people;
  const speaker = more.length > 0 ? people : first;
  const article = { '@id': articleIri(document) };
  return {
    '@type': item.type === 'quotation' ? 'Quotation' : 'Claim',
    '@id': annotationIri(document, item.id),
    text,
    ...inLanguage(document),
    ...(item.type === 'quotation' ? { isPartOf: article } : { appearance: article }),
    ...(speaker && (item.type === 'quotation' ? { spokenByCharacter: speaker } : { author: speaker })),
    ...(item.tags.length > 0 && { keywords: item.tags }),
    ...(item.note !== undefined && { description: item.note }),
  };
}
