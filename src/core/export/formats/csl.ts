import { xsdDate } from '../writing/calendar';
import { webAddress } from '../../text/webAddress';
import { bylineNames } from '../writing/byline';
import type { ExportFormat, ReportDocument, SharedFile } from '../report/report';
import { languageTag } from '../writing/languageTag';
import { jsonList, wholeText } from '../writing/sharedText';

/** CSL-JSON 1.0 (Citation Style Language data): a reference an article, for Zotero, pandoc and word processors. */
export const csl: ExportFormat = {
  id: 'csl',
  label: 'CSL-JSON bibliography',
  purpose: 'Bibliographies in Zotero, pandoc and word processors: one reference an article',
  extension: 'json',
  export: (report) => [{ path: references.path, content: wholeText(references, report) }],
  byArticle: () => ({ shared: [references] }),
};

const references: SharedFile = {
  path: 'references.json',
  ...jsonList,
  entries: ({ documents }) =>
    documents.map((document) => `  ${JSON.stringify(reference(document), undefined, 2).replaceAll('\n', '\n  ')}`),
};

/** An article's reference; what is not known is left out. */
export function reference(document: Pick<ReportDocument, 'article' | 'outlet' | 'path'>): Readonly<Record<string, unknown>> {
  const { title, author, published, url, retrieved } = document.article.metadata;
  const address = webAddress(url?.value);
  const issued = dateParts(published?.value);
  const accessed = dateParts(retrieved?.value);
  const language = languageTag(document.article);
  return {
    id: document.path,
    type: 'article-newspaper',
    title: title?.value ?? document.path,
    ...(document.outlet !== undefined && { 'container-title': document.outlet }),
    ...(author && { author: bylineNames(author.value) }),
    ...(issued && { issued }),
    ...(accessed && { accessed }),
    ...(address !== undefined && { URL: address }),
    ...(language !== undefined && { language }),
  };
}

function dateParts(value: string | undefined): { readonly 'date-parts': readonly (readonly number[])[] } | undefined {
  const [date] = /^\d{4}(-\d\d(-\d\d)?)?/.exec(value ?? '') ?? [];
  return date !== undefined && xsdDate(date) !== undefined ? { 'date-parts': [date.split('-').map(Number)] } : undefined;
}
