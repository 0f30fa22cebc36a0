import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse, readArticle, type Report } from '../../src/core/index';
import { documentOf, itemAt, reportOf } from './exportReports';

export const articlesFolder = '../shared/articles';

/** What the engines find in the real articles, where they are at hand, as decided annotations. */
export function realReport(): Report | undefined {
  if (!existsSync(articlesFolder)) return undefined;
  const documents = readdirSync(articlesFolder).map((path) => {
    const article = readArticle({ uri: path, path, text: readFileSync(join(articlesFolder, path), 'utf8'), version: 1 });
    const { quotations, dates, speakers } = analyse(article);
    const names = new Map(speakers.map(({ id, name }) => [id, name]));
    const items = [
      ...quotations.map((quotation, i) =>
        itemAt(article.raw, quotation, {
          id: `q${i}`,
          type: 'quotation',
          kind: quotation.type,
          speakers: quotation.speakers.map((id) => ({ id, name: names.get(id) ?? id })),
          ...(quotation.mention && { mention: quotation.mention }),
          ...(quotation.cue && { cue: quotation.cue }),
        }),
      ),
      ...dates.map((date, i) => itemAt(article.raw, date, { id: `d${i}`, type: 'date', value: date.value })),
    ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    return documentOf(path, article, items);
  });
  return reportOf(documents);
}
