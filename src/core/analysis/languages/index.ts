/** Languages beside English: one reader, and a pack of words for each; both are loaded when a text of the language is met. */
import type { Language } from '../../text/article';
import type { LanguagePack } from './pack';
import type { LanguageReader } from './reader';

const packs: ReadonlyMap<Language, () => Promise<LanguagePack>> = new Map([
  ['de', async () => (await import('./de/german')).german],
  ['fr', async () => (await import('./fr/french')).french],
  ['es', async () => (await import('./es/spanish')).spanish],
  ['ru', async () => (await import('./ru/russian')).russian],
]);

const loaded = new Map<Language, LanguageReader>();

/** Whether everything is there that reads articles in a language; so it is for English, and for those nobody has written down. */
export function isLanguageLoaded(language: Language): boolean {
  return loaded.has(language) || !packs.has(language);
}

export async function loadLanguage(language: Language): Promise<void> {
  const load = packs.get(language);
  if (load === undefined || loaded.has(language)) return;
  const [pack, { readerWith }] = await Promise.all([load(), import('./reader')]);
  loaded.set(language, readerWith(pack));
}

/** What reads a language; nothing for English, which has readers of its own, and for those nobody has written down. Throws where it is not loaded. */
export function readerOf(language: Language): LanguageReader | undefined {
  if (!isLanguageLoaded(language)) throw new Error(`what reads the language ${language} is not loaded`);
  return loaded.get(language);
}
