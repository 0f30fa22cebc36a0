import { wordsOf } from '../../../analysis/index';
import { nameOf } from '../../matching/voices';
import type { Lexicon } from '../../words/lexicon';
import type { Source } from '../contradiction';

/** Lemmas of the names of people of the event; titles and common words left out. */
export function personNames(sources: readonly Source[], lexicon: Lexicon): ReadonlySet<number> {
  const names = new Set<number>();
  for (const { analysis, article } of sources) {
    const words = lexicon.in(wordsOf(article.language));
    for (const speaker of analysis.speakers) for (const word of nameOf(speaker) ?? []) names.add(words.id(word));
  }
  return names;
}
