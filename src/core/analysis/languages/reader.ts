import type { Registry } from '../../text/metadata/registry';
import type { DateExpression, Quotation, Speaker } from '../model';
import { findDatesIn, weekdayReader } from './dates/findDatesIn';
import type { LanguagePack } from './pack';
import { findStatements } from './speech/statements';

/** What reads articles in one language beside English. */
export interface LanguageReader {
  statements(
    prose: string,
    registry: Registry | undefined,
  ): { readonly quotations: readonly Quotation[]; readonly speakers: readonly Speaker[] };
  dates(prose: string, published: string | undefined): readonly DateExpression[];
  /** The weekday that an expression names, 1 (Monday) to 7, else 0. */
  readonly weekday: (text: string) => number;
}

export function readerWith(pack: LanguagePack): LanguageReader {
  return {
    statements: (prose, registry) => findStatements(prose, pack, registry),
    dates: (prose, published) => findDatesIn(prose, pack.dates, published),
    weekday: weekdayReader(pack),
  };
}
