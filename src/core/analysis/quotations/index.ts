/** The quotations of an article, each of its parts. */
export { partOf, quotationOf, withoutAttributions } from './parts';
export { findQuotations } from './quotations';
