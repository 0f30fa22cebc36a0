import { Flag } from '../../words/flags';
import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import { surfaceAt, type Told } from './passage';

/** Forms of verbs by which somebody tells, and by which a figure is given as somebody's own. */
const TELLING = new Set('say says said told claimed announced insisted argued stated reported'.split(' '));
const GIVING = new Set('spoke speaks counted counts estimated estimates put puts gave gives assessed reckoned reckons'.split(' '));
/** Words of a name of who gives it, at most. */
const LONGEST = 6;
/** One of several who tell alike. */
const OTHER = /\b(?:another|others?|second)\b/i;

/** Who gives a figure, as its sentence says: "the organisers", "police"; undefined where it says nothing. */
export interface Giver {
  readonly from: number;
  readonly to: number;
  readonly lemmas: ReadonlySet<number>;
  readonly isOther: boolean;
  /** As the article has it, without its article. */
  readonly words: string;
}

export function giverOf(told: Told, lexicon: Lexicon): Giver | undefined {
  const { sentence, source } = told;
  const { lemma, flags, start, end } = source.text.tokens;
  const word = (i: number) => lexicon.word(lemma[i] ?? -1);
  const parts = (i: number) => ((flags[i] ?? 0) & Flag.clause) !== 0;
  for (let i = sentence.from; i < sentence.to; i++) {
    if (i >= told.from && i < told.to) continue;
    if (/^accord(?:ing)?$/.test(word(i)) && word(i + 1) === 'to') return giver(told, i + 2, endOf(i + 2, told.from), lexicon);
    const surface = surfaceAt(told, i);
    const isSaid = TELLING.has(surface) && i > sentence.from && word(i - 1) !== 'be';
    if (!isSaid && !(GIVING.has(surface) && i < told.from && told.from - i < LONGEST)) continue;
    // "…, said the union", "…, the union said", "The union said …"
    if (parts(i) && i > told.to) {
      const to = endOf(i + 1, sentence.to);
      // "The ferry with 47 aboard, the captain said the sandbank …": said of something else
      const isAll = to === sentence.to || (parts(to) && !/["“«]/.test(source.article.prose.text.slice(end[to - 1], start[to])));
      return isAll ? giver(told, i + 1, to, lexicon) : undefined;
    }
    let from = i;
    while (from > sentence.from && i - from < LONGEST && !parts(from) && !(from - 1 >= told.from && from - 1 < told.to)) from--;
    return giver(told, from, i, lexicon);
  }
  return undefined;

  function endOf(from: number, limit: number): number {
    let to = from;
    while (to < Math.min(sentence.to, from + LONGEST) && (to < told.from ? to < limit : true) && !(to > from && parts(to))) {
      if (lexicon.kind(lemma[to] ?? -1) === Kind.number || (to > from && PREPOSITION.has(word(to)))) break;
      to++;
    }
    return to;
  }
}
const PREPOSITION = new Set('in on at for with about over after before that'.split(' '));

function giver(told: Told, from: number, to: number, lexicon: Lexicon): Giver | undefined {
  const { lemma } = told.source.text.tokens;
  const lemmas = new Set<number>();
  for (let i = from; i < to; i++)
    if (lexicon.kind(lemma[i] ?? -1) === Kind.content && !surfaceAt(told, i).endsWith('ly')) lemmas.add(lemma[i] ?? -1);
  if (lemmas.size === 0) return undefined;
  const words = Array.from({ length: to - from }, (_, i) => surfaceAt(told, from + i)).join(' ');
  return { from, to, lemmas, isOther: OTHER.test(words), words: words.replace(/^(?:the|an?) /i, '') };
}

/** Whether two figures are two people's own. */
export function areOtherGivers(a: Giver | undefined, b: Giver | undefined): boolean {
  if (!a || !b) return false;
  if (a.isOther !== b.isOther) return true;
  for (const lemma of a.lemmas) if (b.lemmas.has(lemma)) return false;
  return true;
}
