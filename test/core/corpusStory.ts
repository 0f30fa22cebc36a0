import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyse, Corpus, type Passage, readArticle } from '../../src/core/index';

export const wordnet = new Uint8Array(readFileSync('dist/resources/wordnet.bin'));

export type Texts = Readonly<Record<string, string>>;

export function corpusOf(texts: Texts, published: Readonly<Record<string, string>> = {}): Corpus {
  const corpus = new Corpus({ wordnet });
  for (const [uri, text] of Object.entries(texts)) put(corpus, uri, text, published[uri]);
  return corpus;
}

export function put(corpus: Corpus, uri: string, text: string, published?: string): void {
  const article = readArticle({ uri, path: uri, text, version: 1, ...(published !== undefined && { set: { published } }) });
  corpus.put(article, analyse(article));
}

/** The first place where the words stand. */
export function passage(texts: Texts, uri: string, words: string): Passage {
  const start = texts[uri]?.indexOf(words) ?? -1;
  assert.ok(start >= 0, `“${words}” stands in ${uri}`);
  return { uri, start, end: start + words.length };
}

export function textOf(texts: Texts, { uri, start, end }: Passage): string {
  return texts[uri]?.slice(start, end) ?? '';
}
