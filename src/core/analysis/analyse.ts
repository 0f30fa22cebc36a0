import type { Article } from '../text/article';
import type { Registry } from '../text/registry';
import { findDates } from './dates';
import { checkDates } from './dateChecks';
import type { Analysis } from './model';
import { findQuotations } from './quotations';

/** Part of every cache key: changes whenever the engines may answer differently. */
export const engineVersion = '1';

/** Runs every finder over one article. Spans of the result are UTF-16 code units into `article.raw`. */
export function analyse(article: Article, registry?: Registry): Analysis {
  const english = article.language === 'en';
  const published = article.metadata.published?.value;
  const { quotations, speakers } = findQuotations(article.prose.text, { english, registry });
  const dates = findDates(article.prose.text, { english, published });
  const problems = checkDates(article, dates, quotations);
  return { quotations, speakers, dates, problems };
}
