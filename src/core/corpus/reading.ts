import type { Articles, Entry } from './articles';
import { areVectorsOf } from './matching/encoded';
import { sentenceTexts } from './matching/sentences';

/** Sentences of an article that is read: each is weighed with each of another's at once, while somebody waits for a card. */
const LONGEST = 600;

/** What an encoder is to read of an article: nothing in other languages than the weights are fitted on, nor of many articles or long ones. */
export function sentencesToRead(articles: Articles, entry: Entry | undefined): readonly string[] {
  if (!articles.areFew || entry?.article.language !== 'en') return [];
  const sentences = sentenceTexts(articles.digest(entry).tokens, entry.article.prose.text);
  return sentences.length > LONGEST ? [] : sentences;
}

export function hasVectors(articles: Articles, entry: Entry | undefined): boolean {
  return entry !== undefined && articles.digest(entry).vectors !== undefined;
}

/** Takes a vector for each of them, or lets go of all; false where they are not that. */
export function takeVectors(articles: Articles, entry: Entry, vectors: readonly Float32Array[] | undefined): boolean {
  if (vectors && !areVectorsOf(sentencesToRead(articles, entry), vectors)) return false;
  articles.encode(entry, vectors);
  return true;
}
