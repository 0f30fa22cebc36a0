import type { Language } from '../../text/article';
import { languages } from '../../text/metadata/language';
import { nameKeyOf, skeletonOf } from '../across/skeleton';
import { signsOf } from '../across/signs';
import { Flag } from '../words/flags';
import { hashOf } from '../words/hash';
import type { Tokens } from '../words/tokens';

/** Names counted of an article; a list of hundreds tells nothing of what the article is about. */
const mostNames = 200;

/** Terms for the names of articles as other languages write them, each by the language of its article. */
export class NameTerms {
  readonly #keys = new Map<string, string | undefined>();

  /** What an article is found by from other languages: its names, and that there is one in this language. */
  of(prose: string, { start, end, flags }: Tokens, language: Language): Uint32Array {
    const keys = new Set<string>();
    for (let i = 0; i < start.length && keys.size < mostNames; i++) {
      const flag = flags[i] ?? 0;
      if (!(flag & Flag.capital) || flag & Flag.sentence || (end[i] ?? 0) - (start[i] ?? 0) < shortestName) continue;
      const key = this.#keyOf(prose.slice(start[i], end[i]));
      if (key !== undefined) keys.add(key);
    }
    return Uint32Array.from(new Set([term(language, ''), ...Array.from(keys, (key) => term(language, key))]));
  }

  #keyOf(word: string): string | undefined {
    if (this.#keys.has(word)) return this.#keys.get(word);
    if (this.#keys.size > mostKept) this.#keys.clear();
    const key = nameKeyOf(skeletonOf(word));
    this.#keys.set(word.slice(0), key);
    return key;
  }
}

const shortestName = 3;
const mostKept = 20_000;

/** A name, or a language, to ask an archive for. */
interface NameTerm {
  readonly hash: number;
  readonly weight: number;
}

interface Searched {
  nearest(terms: readonly NameTerm[], most: number): readonly { readonly uri: string }[];
}

/** Articles in other languages that the names of a text lead to, the best of each language; nothing where all are in one. */
export function namedAbroad(archive: Searched, text: string, own: Language, most: number): readonly string[] {
  const keys = new Set<string>();
  for (const { kind, key } of signsOf(text, own)) {
    const name = kind === 'name' || (kind === 'word' && own === 'de') ? nameKeyOf(key) : undefined;
    if (name !== undefined) keys.add(name);
  }
  const asked = (language: Language, key: string): NameTerm => ({ hash: term(language, key), weight: 1 });
  return [...languages, 'other' as const].flatMap((language) => {
    if (language === own || archive.nearest([asked(language, '')], 1).length === 0) return [];
    const terms = Array.from(keys, (key) => asked(language, key));
    return archive.nearest(terms, most).map(({ uri }) => uri);
  });
}

/** No lemma begins so. */
function term(language: Language, key: string): number {
  return hashOf(`~${language} ${key}`) >>> 0;
}
