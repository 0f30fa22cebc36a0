/**
 * What reads each language, all asked alike. English and what nobody has written down are always there; every other language has a pack of
 * words, loaded with the one reader of packs when a text of the language is met.
 */
import type { Language } from '../../text/article';
import { english, marksOnly } from './always';
import type { LanguagePack } from './pack';
import type { LanguageReader } from './reader';
import type { LanguageWords } from './words';

export type { LanguageReader } from './reader';
export type { LanguageWords } from './words';

const packs: ReadonlyMap<Language, () => Promise<LanguagePack>> = new Map([
  ['de', async () => (await import('./de/german')).german],
  ['fr', async () => (await import('./fr/french')).french],
  ['es', async () => (await import('./es/spanish')).spanish],
  ['it', async () => (await import('./it/italian')).italian],
  ['ru', async () => (await import('./ru/russian')).russian],
]);

const readers = new Map<Language, LanguageReader>([
  ['en', english],
  ['other', marksOnly],
]);

/** Whether everything is there that reads articles in a language. */
export function isLanguageLoaded(language: Language): boolean {
  return readers.has(language);
}

export async function loadLanguage(language: Language): Promise<void> {
  const load = packs.get(language);
  if (load === undefined || readers.has(language)) return;
  const [pack, { readerWith }] = await Promise.all([load(), import('./reader')]);
  readers.set(language, readerWith(pack));
}

/** What reads a language. Throws where it is not loaded. */
export function readerOf(language: Language): LanguageReader {
  const reader = readers.get(language);
  if (reader === undefined) throw new Error(`what reads the language ${language} is not loaded`);
  return reader;
}

/** What matching asks of the words of a language; undefined for English, for one that nobody has written down, and where it is not loaded. */
export function wordsOf(language: Language): LanguageWords | undefined {
  return readers.get(language)?.words;
}
