/** The door of the analysis: what the floors above may ask of one article. */
export { analyse, analyseSpeech, engineVersion } from './analyse';
export { isoOfDay } from './dates/calendar';
export { type DateWording, describeDate, isSameDay, siblingDate } from './dates/dateWording';
export type {
  Analysis,
  DateExpression,
  NestedQuotation,
  Problem,
  Provenance,
  Quotation,
  QuotationPart,
  QuotationType,
  Speaker,
} from './model';
export { quotationOf, withoutAttributions } from './quotations/index';
export { type AliasWords, aliasWords } from './speakers/index';
