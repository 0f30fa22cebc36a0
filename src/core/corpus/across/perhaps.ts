import { type Analysis, wordsOf } from '../../analysis/index';
import type { Article, Language } from '../../text/article';
import { paragraphsOf } from '../../text/passages/paragraphs';
import { proseSpanToRaw, rawSpanToProse } from '../../text/prose';
import { overlaps, type Span } from '../../text/span';
import type { Passage } from '../model';
import { bucketOf, isSameName, isSameWord } from './skeleton';
import { type Sign, signsOf } from './signs';

/** Where an article in another language perhaps tells the same: it has the same names and numbers, which proves nothing. */
export interface Perhaps extends Passage {
  readonly language: Language;
  /** Comparable between places of one query. */
  readonly score: number;
  readonly because: readonly { readonly kind: Sign['kind']; readonly text: string }[];
}

const mostPerhaps = 3;

interface Read {
  readonly article: Article;
  readonly analysis: Analysis;
}

interface Sentence extends Passage {
  readonly language: Language;
  /** What its signs weigh together. */
  readonly weight: number;
}

interface Posting {
  readonly sign: Sign;
  /** By sentence, the word of it that has the sign. */
  readonly sentences: Map<number, number>;
}

/** What a word of a sentence has in common with what is asked for. */
interface Shared {
  readonly kind: Sign['kind'];
  readonly text: string;
  readonly score: number;
}

/** Sentences of articles in several languages by what is the same in all of them. */
export class Across {
  readonly #sentences: Sentence[] = [];
  readonly #read = new Map<string, readonly ReadSentence[]>();
  readonly #postings = new Map<string, Posting>();
  readonly #buckets = new Map<string, Posting[]>();
  /** The article that was asked from last, with what it has in common with others. */
  #common: { readonly uri: string; readonly names: ReadonlyMap<string, ReadonlySet<string>> } | undefined;

  constructor(articles: readonly Read[]) {
    for (const read of articles) {
      const sentences = sentencesOf(read);
      this.#read.set(read.article.uri, sentences);
      for (const { passage, signs } of sentences) this.#add(passage, signs);
    }
  }

  /** Places for a passage, the best of at most three articles, best first. */
  of({ article }: Read, span: Span): readonly Perhaps[] {
    const prose = rawSpanToProse(article.prose, span);
    if (prose === undefined) return [];
    const sentences = (this.#read.get(article.uri) ?? []).filter(({ passage }) => overlaps(passage, span));
    const own = signsOf(article.prose.text.slice(prose.start, prose.end), article.language);
    const around = sentences.flatMap(({ signs }) => signs);
    const signs = merged([...own, ...around]);
    const asked = new Set(signs.map(({ key }) => key));
    // Of somebody all kinds of things are told: that both articles have other names in common makes it this one likelier.
    const common = (there: string) => [...(this.#commonWith(article.uri).get(there) ?? [])].filter((key) => !asked.has(key)).length;
    const areLong = (there: string) => Math.min(this.#lengthOf(article.uri), this.#lengthOf(there)) >= longArticle;
    const isLikely = (there: string, words: ReadonlyMap<number, Shared>) =>
      common(there) >= leastCommon || (apart(words) > 1 && !areLong(there));
    return this.#find(signs, article.language, article.uri, isLikely);
  }

  ofText(text: string, language: Language): readonly Perhaps[] {
    return this.#find(signsOf(text, language), language, undefined, () => true);
  }

  #add(passage: Omit<Sentence, 'weight'>, signs: readonly Sign[]): void {
    const at = this.#sentences.push({ ...passage, weight: weightOf(signs) }) - 1;
    for (const sign of signs) {
      const key = `${sign.kind} ${sign.key}`;
      let posting = this.#postings.get(key);
      if (posting === undefined) {
        posting = { sign, sentences: new Map() };
        this.#postings.set(key, posting);
        const bucket = sign.kind === 'number' ? sign.key : bucketOf(sign.key);
        const list = this.#buckets.get(bucket);
        if (list) list.push(posting);
        else this.#buckets.set(bucket, [posting]);
      }
      posting.sentences.set(at, sign.word);
    }
  }

  /** By article, the names of another one that are written the same there. */
  #commonWith(uri: string): ReadonlyMap<string, ReadonlySet<string>> {
    if (this.#common?.uri === uri) return this.#common.names;
    const names = new Map<string, Set<string>>();
    for (const { kind, key } of merged((this.#read.get(uri) ?? []).flatMap(({ signs }) => signs))) {
      if (kind === 'number' || key.length < shortestCommon) continue;
      const postings = [this.#postings.get(`name ${key}`), kind === 'name' ? this.#postings.get(`word ${key}`) : undefined];
      for (const at of postings.flatMap((posting) => [...(posting?.sentences.keys() ?? [])])) {
        const there = this.#sentences[at]?.uri ?? '';
        names.set(there, (names.get(there) ?? new Set()).add(key));
      }
    }
    this.#common = { uri, names };
    return names;
  }

  /** In sentences. */
  #lengthOf(uri: string): number {
    return this.#read.get(uri)?.length ?? 0;
  }

  /** `isLikely`: whether what is shared with a sentence is enough in its article. */
  #find(
    signs: readonly Sign[],
    language: Language,
    uri: string | undefined,
    isLikely: (there: string, words: ReadonlyMap<number, Shared>) => boolean,
  ): readonly Perhaps[] {
    const found = new Map<number, Map<number, Shared>>();
    const all = weightOf(signs);
    for (const sign of signs) {
      const places = new Map<number, { kind: Sign['kind']; text: string; word: number }>();
      for (const posting of this.#buckets.get(sign.kind === 'number' ? sign.key : bucketOf(sign.key)) ?? []) {
        const kind = sameKind(sign, posting.sign);
        if (kind === undefined) continue;
        for (const [at, word] of posting.sentences)
          if (places.get(at)?.kind !== 'name') places.set(at, { kind, text: posting.sign.text, word });
      }
      const rarity = 1 / Math.log2(2 + places.size);
      for (const [at, { kind, text, word }] of places) {
        const there = this.#sentences[at];
        if (there === undefined || there.language === language || there.uri === uri) continue;
        const shared = found.get(at) ?? new Map<number, Shared>();
        const score = weights[kind] * rarity;
        // One word there is no more than one, of however many here it reminds.
        if (score > (shared.get(word)?.score ?? 0)) shared.set(word, { kind, text, score });
        found.set(at, shared);
      }
    }
    const places = [...found].flatMap(([at, words]): readonly Perhaps[] => {
      const there = this.#sentences[at];
      const because = [...words.values()].map(({ kind, text }) => ({ kind, text }));
      const score = [...words.values()].reduce((sum, shared) => sum + shared.score, 0);
      const isEnough = because.length > 1 && because.some(({ kind }) => kind !== 'word') && score >= leastScore;
      if (there === undefined || !isEnough || !isLikely(there.uri, words)) return [];
      const { weight, ...passage } = there;
      return [{ ...passage, score: score / Math.sqrt((1 + all) * (1 + weight)), because }];
    });
    const byArticle = new Map<string, Perhaps>();
    for (const place of places.sort((a, b) => b.score - a.score || (a.uri < b.uri ? -1 : 1) || a.start - b.start))
      if (!byArticle.has(place.uri)) byArticle.set(place.uri, place);
    const [best, ...others] = byArticle.values();
    return best === undefined ? [] : [best, ...others.filter(({ score }) => score >= leastShare * best.score)].slice(0, mostPerhaps);
  }
}

const weights: Readonly<Record<Sign['kind'], number>> = { name: 3, number: 2, word: 1 };
const leastScore = 1.6;
const leastShare = 0.5;
/** Names that two articles have in common beside those of a statement, and letters of such a name. */
const [leastCommon, shortestCommon] = [2, 5];
/** Sentences from which on articles about one thing have names in common all over. */
const longArticle = 8;

function weightOf(signs: readonly Sign[]): number {
  return signs.reduce((sum, { kind }) => sum + weights[kind], 0);
}

/** How many things are shared: names side by side are one, somebody's or of a place. */
function apart(words: ReadonlyMap<number, Shared>): number {
  return [...words].filter(([word, { kind }]) => kind !== 'name' || words.get(word - 1)?.kind !== 'name').length;
}

/** What two signs are together, where they may be one. */
function sameKind(one: Sign, other: Sign): Sign['kind'] | undefined {
  if (one.kind === 'number' || other.kind === 'number') return one.key === other.key ? 'number' : undefined;
  if (one.kind === 'name' || other.kind === 'name')
    return isSameName(one.key, other.key) ? 'name' : isSameWord(one.key, other.key) ? 'word' : undefined;
  return isSameWord(one.key, other.key) ? 'word' : undefined;
}

function merged(signs: readonly Sign[]): readonly Sign[] {
  return [...new Map(signs.toReversed().map((sign) => [sign.key, sign])).values()];
}

interface ReadSentence {
  readonly passage: Omit<Sentence, 'weight'>;
  readonly signs: readonly Sign[];
}

/** A sentence's signs, and those of who speaks in it: the name may stand elsewhere. */
function sentencesOf({ article, analysis }: Read): readonly ReadSentence[] {
  const { uri, language, prose } = article;
  const hasOrdinals = wordsOf(language)?.ordinalsHaveStops === true;
  const spoken = analysis.quotations.filter(({ speakerName }) => speakerName !== undefined);
  let next = 0;
  return paragraphsOf(prose.text)
    .flatMap((paragraph) => splitSentences(prose.text, paragraph, hasOrdinals))
    .map((span) => {
      const passage = { uri, language, ...proseSpanToRaw(prose, span) };
      while ((spoken[next]?.end ?? Infinity) <= passage.start) next++;
      const signs = [...signsOf(prose.text.slice(span.start, span.end), language)];
      for (let at = next; (spoken[at]?.start ?? Infinity) < passage.end; at++)
        signs.push(...signsOf(`, ${spoken[at]?.speakerName ?? ''}`, language));
      return { passage, signs: merged(signs) };
    });
}

/** `hasOrdinals`: "am 18. April" ends none. */
function splitSentences(text: string, { start, end }: Span, hasOrdinals: boolean): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const { 0: stop, index } of text.slice(start, end).matchAll(/[.!?…]+["»”“’']*\s+(?=[«„“"(—–-]?\s?\p{Lu})/gu)) {
    const to = start + index + stop.trimEnd().length;
    if (to - from < shortestSentence || (hasOrdinals && /(?:^|\D)\d{1,2}\.$/.test(text.slice(Math.max(from, to - 4), to)))) continue;
    spans.push({ start: from, end: to });
    from = start + index + stop.length;
  }
  if (from < end) spans.push({ start: from, end });
  return spans;
}
/** Shorter ones end in an abbreviation. */
const shortestSentence = 25;
