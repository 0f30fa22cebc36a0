import { xsdDate } from './calendar';
import { webAddress } from '../text/webAddress';
import type { ExportFormat, ReportDocument } from './report';

/** CSL-JSON 1.0 (Citation Style Language data): a reference an article, for Zotero, pandoc and word processors. */
export const csl: ExportFormat = {
  id: 'csl',
  label: 'CSL-JSON bibliography',
  purpose: 'Bibliographies in Zotero, pandoc and word processors: one reference an article',
  extension: 'json',
  export: (report) => [{ path: 'references.json', content: `${JSON.stringify(report.documents.map(reference), undefined, 2)}\n` }],
};

function reference(document: ReportDocument): Readonly<Record<string, unknown>> {
  const { title, author, published, url } = document.article.metadata;
  const address = webAddress(url?.value);
  const [date] = /^\d{4}(-\d\d(-\d\d)?)?/.exec(published?.value ?? '') ?? [];
  return {
    id: document.path,
    type: 'article-newspaper',
    ...(title && { title: title.value }),
    ...(document.outlet !== undefined && { 'container-title': document.outlet }),
    // one name or several are not told apart in an article's metadata: taken literally
    ...(author && { author: [{ literal: author.value }] }),
    ...(date !== undefined && xsdDate(date) !== undefined && { issued: { 'date-parts': [date.split('-').map(Number)] } }),
    ...(address !== undefined && { URL: address }),
    ...(document.article.language === 'en' && { language: 'en' }),
  };
}
