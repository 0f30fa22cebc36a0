import { dayFirstOf, findDates } from '../dates/index';
import { findQuotations } from '../quotations/index';
import type { LanguageReader } from './reader';

/** English with all that is known of it, or a language nobody has written down: there marks and dates in figures alone. */
function readerFor(english: boolean): LanguageReader {
  return {
    statements: ({ prose }, registry, isToldTranscript) =>
      findQuotations(prose.text, { english, registry, blockQuotes: prose.blockQuotes, isToldTranscript }),
    dates: ({ prose, metadata }) =>
      findDates(prose.text, { english, published: metadata.published?.value, dayFirst: dayFirstOf(metadata) }),
  };
}

export const english = readerFor(true);
export const marksOnly = readerFor(false);
