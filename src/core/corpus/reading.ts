import type { Articles, Entry } from './articles';
import { areVectorsOf } from './matching/encoded';
import { sentenceTexts } from './matching/sentences';

/** What an encoder is to read of an article: nothing in other languages than the weights are fitted on, nor of many articles. */
export function sentencesToRead(articles: Articles, entry: Entry): readonly string[] {
  const isRead = articles.areFew && entry.article.language === 'en';
  return isRead ? sentenceTexts(articles.digest(entry).tokens, entry.article.prose.text) : [];
}

/** Takes a vector for each of them; false where they are not that. */
export function takeVectors(articles: Articles, entry: Entry, vectors: readonly Float32Array[]): boolean {
  if (!areVectorsOf(sentencesToRead(articles, entry), vectors)) return false;
  articles.encode(entry, vectors);
  return true;
}
