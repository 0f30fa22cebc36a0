/** The door of the analysis: what the floors above may ask of one article. */
export { analyse, analyseSpeech, engineVersion, readToAnalyse } from './analyse';
export { type DateWording, describeDate, isoOfDay, isSameDay, siblingDate } from './dates/index';
export { isLanguageLoaded, type LanguageWords, loadLanguage, wordsOf } from './languages/index';
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
export { primaryOf } from './primary';
export { quotationOf, withoutAttributions } from './quotations/index';
export { type AliasWords, aliasWords } from './speakers/index';
