import type { Article } from '../../text/article';
import { ByWord } from '../words/byWord';
import type { Lexicon } from '../words/lexicon';
import { profileOf } from '../words/profile';
import { threesOf } from '../words/threes';
import { accountsOf } from './accounts';
import type { Source } from './contradiction';
import { ArticleWords } from './deeds/articleWords';
import { deedsOf } from './deeds/readDeeds';
import { FrameSheet } from './frames/frameSheet';
import { homesOf } from './homes';
import { officesOf } from './people/offices';
import { personsOf } from './people/persons';
import { PredicateSheet } from './predicates/predicatePairs';
import { predicatesOf } from './predicates/readPredicates';
import { betweenMarks, quotedRunsOf } from './quotedRuns';
import { sayingsOf } from './sayings';

/** Words between two marks from which on they are compared at all. */
const SHORTEST = 3;

/** What is read of an article alone, whatever others tell, to compare it with them: each part when it is first asked for. */
export type ArticleReading = ReturnType<typeof readingOf>;

export function readingOf(source: Source, lexicon: Lexicon) {
  const short = once(() => betweenMarks(source, SHORTEST));
  const offices = once(() => officesOf(source, lexicon));
  const words = once(() => new ArticleWords(source, lexicon));
  const compared = {
    short,
    offices,
    runs: once(() => quotedRunsOf(source, short())),
    people: once(() => personsOf(source)),
    homes: once(() => homesOf(source)),
    accounts: once(() => accountsOf(source, lexicon)),
    sayings: once(() => new ByWord(sayingsOf(source, lexicon), ({ contents }) => contents)),
    deeds: once(() => new ByWord(deedsOf(words()), ({ all }) => all)),
    predicates: once(() => {
      const { predicates, frames, routes } = predicatesOf(words());
      return { sheet: new PredicateSheet(predicates), frames: new FrameSheet(frames, offices()), routes };
    }),
  };
  const threes = once(() => new Set(threesOf(source.text.tokens.lemma)));
  const all = { ...compared, words, threes, profile: once(() => profileOf(source.text.tokens, lexicon)) };
  return {
    ...all,
    readAll: () => Object.values(compared).forEach((part) => part()),
    forget: () => Object.values(all).forEach((part) => part.forget()),
    /** Whether an article would be read the same. */
    isOf: ({ article, analysis, name }: Source, by: Lexicon) =>
      source.article === article && source.analysis === analysis && source.name === name && by === lexicon,
  };
}

/** What is made when first asked for, until it is let go of. */
export interface Once<T> {
  (): T;
  readonly forget: () => void;
}

export function once<T extends object | boolean>(make: () => T): Once<T> {
  let made: T | undefined;
  return Object.assign(() => (made ??= make()), { forget: () => void (made = undefined) });
}

const kept = new WeakMap<Article, ArticleReading>();

/** The same, kept as long as the article is: a change in one makes none of the others to be read again. */
export function keptReading(source: Source, lexicon: Lexicon): ArticleReading {
  let reading = kept.get(source.article);
  if (!reading?.isOf(source, lexicon)) kept.set(source.article, (reading = readingOf(source, lexicon)));
  return reading;
}
