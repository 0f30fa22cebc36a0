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
  readonly sentences: Set<number>;
}

/** Sentences of articles in several languages by what is the same in all of them. */
export class Across {
  readonly #sentences: Sentence[] = [];
  readonly #read = new Map<string, readonly ReadSentence[]>();
  readonly #postings = new Map<string, Posting>();
  readonly #buckets = new Map<string, Posting[]>();

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
    return this.#find(merged([...own, ...around]), article.language, article.uri);
  }

  ofText(text: string, language: Language): readonly Perhaps[] {
    return this.#find(signsOf(text, language), language, undefined);
  }

  #add(passage: Omit<Sentence, 'weight'>, signs: readonly Sign[]): void {
    const at = this.#sentences.push({ ...passage, weight: weightOf(signs) }) - 1;
    for (const sign of signs) {
      const key = `${sign.kind} ${sign.key}`;
      let posting = this.#postings.get(key);
      if (posting === undefined) {
        posting = { sign, sentences: new Set() };
        this.#postings.set(key, posting);
        const bucket = sign.kind === 'number' ? sign.key : bucketOf(sign.key);
        const list = this.#buckets.get(bucket);
        if (list) list.push(posting);
        else this.#buckets.set(bucket, [posting]);
      }
      posting.sentences.add(at);
    }
  }

  #find(signs: readonly Sign[], language: Language, uri: string | undefined): readonly Perhaps[] {
    const found = new Map<number, { score: number; names: number; because: Perhaps['because'][number][] }>();
    const all = weightOf(signs);
    for (const sign of signs) {
      const places = new Map<number, { kind: Sign['kind']; text: string }>();
      for (const posting of this.#buckets.get(sign.kind === 'number' ? sign.key : bucketOf(sign.key)) ?? []) {
        const kind = sameKind(sign, posting.sign);
        if (kind === undefined) continue;
        for (const at of posting.sentences) if (places.get(at)?.kind !== 'name') places.set(at, { kind, text: posting.sign.text });
      }
      const rarity = 1 / Math.log2(2 + places.size);
      for (const [at, { kind, text }] of places) {
        const there = this.#sentences[at];
        if (there === undefined || there.language === language || there.uri === uri) continue;
        const sum = found.get(at) ?? { score: 0, names: 0, because: [] };
        sum.score += weights[kind] * rarity;
        if (kind === 'name') sum.names += 1;
        sum.because.push({ kind, text });
        found.set(at, sum);
      }
    }
    const places = [...found].flatMap(([at, { score, names, because }]): readonly Perhaps[] => {
      const there = this.#sentences[at];
      const numbers = because.filter(({ kind }) => kind === 'number').length;
      const enough = because.length > 1 && (names > 0 || numbers > 0) && score >= leastScore;
      if (there === undefined || !enough) return [];
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

function weightOf(signs: readonly Sign[]): number {
  return signs.reduce((sum, { kind }) => sum + weights[kind], 0);
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
