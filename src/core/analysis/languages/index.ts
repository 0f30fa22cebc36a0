/** Languages beside English: one reader, and a pack of words for each. */
import type { Language } from '../../text/article';
import { german } from './de/german';
import { spanish } from './es/spanish';
import { french } from './fr/french';
import type { LanguagePack } from './pack';
import { russian } from './ru/russian';

export { findDatesIn, weekdayReader } from './dates/findDatesIn';
export { findStatements } from './speech/statements';

const packs: ReadonlyMap<string, LanguagePack> = new Map([german, french, spanish, russian].map((pack) => [pack.code, pack]));

/** What is known of a language; nothing for English, which has readers of its own, and for those nobody has written down. */
export function packOf(language: Language): LanguagePack | undefined {
  return packs.get(language);
}
