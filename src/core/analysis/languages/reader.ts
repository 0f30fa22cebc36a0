import type { Article } from '../../text/article';
import type { Registry } from '../../text/metadata/registry';
import type { Analysis, DateExpression, NestedQuotation } from '../model';
import { findDatesIn, weekdayReader } from './dates/findDatesIn';
import type { LanguagePack } from './pack';
import { type LanguageWords, wordsOfPack } from './words';
import { findStatements } from './speech/statements';

/** What reads articles in one language. */
export interface LanguageReader {
  /** `isToldTranscript`: somebody says that the article is one. */
  statements(
    article: Article,
    registry: Registry | undefined,
    isToldTranscript: boolean,
  ): Pick<Analysis, 'quotations' | 'speakers' | 'isTranscript'> & { readonly nested: readonly NestedQuotation[] };
  dates(article: Article): readonly DateExpression[];
  /** What matching asks of its words; where it is missing they are English, or nobody's. */
  readonly words?: LanguageWords;
  /** The weekday that an expression names, 1 (Monday) to 7, else 0; where it is missing weekdays are English. */
  readonly weekday?: (text: string) => number;
}

export function readerWith(pack: LanguagePack): LanguageReader {
  return {
    statements: ({ prose }, registry, isToldTranscript) => ({
      ...findStatements(prose.text, pack, registry, isToldTranscript),
      nested: [],
    }),
    dates: ({ prose, metadata }) => findDatesIn(prose.text, pack.dates, metadata.published?.value),
    words: wordsOfPack(pack),
    weekday: weekdayReader(pack),
  };
}
