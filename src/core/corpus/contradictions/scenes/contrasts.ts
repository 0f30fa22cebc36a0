import { Flag } from '../../words/flags';
import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import { areOpposed } from '../../words/opposites';
import { surfaceAt, type Told } from './passage';
import { isOfKind, mayBeOne } from './standIns';

/** A word of a sentence that is held against another one. */
export interface Word {
  readonly at: number;
  readonly lemma: number;
  /** A figure with letters, as it stands: "7b". */
  readonly label: string;
}

/** What is told: an hour without a day, the day of which the sentence tells, a state, one that is denied on one side, or something else. */
export type Sort = 'hour' | 'its day' | 'state' | 'denied' | 'value';

/** Which of several, kind by kind: "the first leg", "last year", "the other shift". */
const WHICH: readonly RegExp[] = [
  /^(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|previous)$/,
  /^(?:this|last|next|previous)$/,
  /^(?:morning|midday|noon|afternoon|evening|night|midnight)$/,
  /^(?:(?:north|south|east|west)(?:ern)?|upper|lower|middle|inner|outer|left|right|front|rear|junior|senior)$/,
  /^(?:spring|summer|autumn|winter)$/,
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/,
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekdays?|weekends?|workdays?|holidays?|working)$/,
  /^(?:minutes?|hour(?:ly)?|da(?:y|ily)|week(?:ly)?|fortnight|month(?:ly)?|quarter(?:ly)?|half|semester|year(?:ly)?|annual(?:ly)?|decade|century)$/,
];
/** Words that say in which of two cases it holds, and not what it is. */
const CASES: readonly (readonly [RegExp, RegExp])[] = [
  [/^with$/, /^without$/],
  [/^(?:above|over|on)$/, /^(?:below|under|beneath|underneath)$/],
  [/^(?:inside|in|within)$/, /^outside$/],
  [/^(?:including|inclusive)$/, /^(?:excluding|without|exclusive)$/],
  [/^before$/, /^(?:after|since|during)$/],
  [/^(?:for|favou?r)$/, /^against$/],
  [/^(?:early|earlier)$/, /^(?:late|later)$/],
  [/^(?:young|small|cheap|slow|short|low|few)est$/, /^(?:old|eld|big|larg|dear|fast|quick|long|tall|high|great|most)(?:est)?$/],
];
/** Words in a place where the two differ, at most. */
const LONGEST = 4;
/** A figure with a letter, or a letter, that names one of several: "class 7b", "hall C". */
export const LABEL = /^(?:\d{1,4}[a-jA-J]|[A-HJ-Z])$/;
/** Before a noun, and in its place no verb. */
const BEFORE_NOUN = new Set(
  'a an the its their his her that these those all of in on at by for with from into over under about after before during between among against without above below inside outside as per'.split(
    ' ',
  ),
);

/** Whether what stands in one place is another thing on each side. `nearlyAll` of the rest must be one for another noun to say so. */
export function isSwapped(
  a: Told,
  here: readonly Word[],
  b: Told,
  there: readonly Word[],
  lexicon: Lexicon,
  nearlyAll: boolean,
  of: Sort,
): boolean {
  const [whichA, whichB] = [whichOf(a, here, lexicon), whichOf(b, there, lexicon)];
  if (whichA.some((ofA, i) => ofA.length > 0 && (whichB[i]?.length ?? 0) > 0 && !ofA.some((one) => whichB[i]?.includes(one)))) return true;
  if (here.length > LONGEST || there.length > LONGEST) return false;
  if ((of === 'hour' || of === 'its day') && areOtherNumbers(here, there, lexicon)) return true;
  const [nounsA, nounsB] = [nounsOf(a, here, lexicon), nounsOf(b, there, lexicon)];
  // of states the verbs themselves are what is opposed
  const opposable = (words: readonly Word[], nouns: readonly number[]) =>
    of === 'state' || of === 'denied' ? nouns : words.map(({ lemma }) => lemma);
  const [opposableA, opposableB] = [opposable(here, nounsA), opposable(there, nounsB)];
  if (opposableA.some((one) => opposableB.some((other) => one >= 0 && other >= 0 && areOpposed(one, other, lexicon)))) return true;
  if (nearlyAll && of !== 'state' && areOtherCases(a, here, b, there)) return true;
  const [namesA, namesB] = [namesOf(a, here, lexicon), namesOf(b, there, lexicon)];
  if (namesA.length > 0 && namesB.length > 0) return !namesA.some((one) => namesB.includes(one));
  if (!nearlyAll) return false;
  if (nounsA.length === 0 || nounsB.length === 0)
    return namesA.length + namesB.length === 0 && areOtherModifiers(a, here, b, there, lexicon);
  return !nounsA.some((one) => nounsB.some((other) => mayBeOne(one, other, lexicon))) || areOtherKinds(nounsA, nounsB, lexicon);
}

/** "Without breakfast", "with breakfast". */
function areOtherCases(a: Told, here: readonly Word[], b: Told, there: readonly Word[]): boolean {
  const has = (told: Told, words: readonly Word[], side: RegExp) => words.some(({ at }) => side.test(surfaceAt(told, at).toLowerCase()));
  return CASES.some(([one, other]) => {
    if (has(a, here, one)) return has(b, there, other);
    return has(a, here, other) && has(b, there, one);
  });
}

/** A novel is a book, but no audio book. */
function areOtherKinds(a: readonly number[], b: readonly number[], lexicon: Lexicon): boolean {
  const [[kind, ...none], [modifier, head, ...rest]] = a.length < b.length ? [a, b] : [b, a];
  if (kind === undefined || modifier === undefined || head === undefined || none.length + rest.length > 0) return false;
  return isOfKind(kind, head, lexicon) && !mayBeOne(kind, modifier, lexicon);
}

/** What makes another thing of a noun right before it: "the half-marathon", "the semi-final". */
const HALVING = new Set('half semi quarter non ex sub'.split(' '));

/** Whether only one has a noun with such a word before it. */
export function isHalved({ source }: Told, here: readonly Word[], there: readonly Word[], lexicon: Lexicon): boolean {
  const [word] = here;
  const { start, end } = source.text.tokens;
  return (
    word !== undefined &&
    here.length === 1 &&
    there.length === 0 &&
    HALVING.has(lexicon.word(word.lemma)) &&
    source.article.prose.text.slice(end[word.at], start[word.at + 1]) === '-'
  );
}

/** What stands right before one noun in both, as in "state schools", "private schools". */
function areOtherModifiers(a: Told, here: readonly Word[], b: Told, there: readonly Word[], lexicon: Lexicon): boolean {
  const [x, y] = [modifierOf(a, here.at(-1), lexicon), modifierOf(b, there.at(-1), lexicon)];
  return x !== undefined && y !== undefined && !mayBeOne(x, y, lexicon);
}

function modifierOf({ source }: Told, word: Word | undefined, lexicon: Lexicon): number | undefined {
  // "state" is a verb of telling, too
  const kind = lexicon.kind(word?.lemma ?? -1);
  if (word === undefined || word.lemma < 0 || (kind !== Kind.content && kind !== Kind.reporting)) return undefined;
  const { lemma, flags } = source.text.tokens;
  const [before, next] = [word.at - 1, word.at + 1];
  const isOfNoun =
    isContent(lemma[next] ?? -1, lexicon) && !((flags[next] ?? 0) & (Flag.clause | Flag.sentence | Flag.phrase | Flag.capital));
  const own = flags[word.at] ?? 0;
  const isModifier = (own & Flag.sentence) !== 0 || ((own & Flag.capital) === 0 && BEFORE_NOUN.has(lexicon.word(lemma[before] ?? -1)));
  return isOfNoun && isModifier ? word.lemma : undefined;
}

const HOURS = new Set(['noon', 'midday', 'midnight']);

/** Forty workers in the morning are not the fifteen of the afternoon. */
function areOtherNumbers(here: readonly Word[], there: readonly Word[], lexicon: Lexicon): boolean {
  const [x, y] = [here, there].map((words) =>
    words.filter(({ lemma }) => lemma >= 0 && (lexicon.kind(lemma) === Kind.number || HOURS.has(lexicon.word(lemma)))),
  );
  return x !== undefined && y !== undefined && x.length * y.length > 0 && !x.some((one) => y.some(({ lemma }) => lemma === one.lemma));
}

export function isContent(lemma: number, lexicon: Lexicon): boolean {
  return lemma >= 0 && lexicon.kind(lemma) === Kind.content;
}

/** Ordinals, months and labels, each kind apart: "line 4", "class 7b". */
function whichOf(told: Told, words: readonly Word[], lexicon: Lexicon): string[][] {
  const known = words.filter(({ lemma }) => lemma >= 0).map(({ at }) => ({ at, surface: surfaceAt(told, at).toLowerCase() }));
  const labels = known.filter(({ at }) => isLabel(told, at, lexicon)).map(({ surface }) => surface);
  return [labels, ...WHICH.map((kind) => known.flatMap(({ surface }) => (kind.test(surface) ? [surface] : [])))];
}

/** Whether a figure names what stands before it, and counts nothing. */
function isLabel(told: Told, at: number, lexicon: Lexicon): boolean {
  const { lemma, flags } = told.source.text.tokens;
  const surface = surfaceAt(told, at);
  if ((flags[at] ?? 0) & (Flag.clause | Flag.sentence)) return false;
  if (LABEL.test(surface)) return true;
  if (!/^(?=\p{L}{0,2}\d)[\p{L}\d-]{1,6}$/u.test(surface)) return false;
  const before = lemma[at - 1] ?? -1;
  const isNoun = isContent(before, lexicon) && (!lexicon.isVerb(before) || ((flags[at - 1] ?? 0) & Flag.capital) !== 0);
  const next = lemma[at + 1] ?? -1;
  const isNext = at + 1 < told.sentence.to && !((flags[at + 1] ?? 0) & (Flag.clause | Flag.sentence));
  const isCounted = isNext && ((isContent(next, lexicon) && !lexicon.isVerb(next)) || /^(?:per|percent|#.*)$/.test(lexicon.word(next)));
  return isNoun && !isCounted;
}

/** Names, days and months left out: these are compared by themselves. */
export function namesOf(told: Told, words: readonly Word[], lexicon: Lexicon): number[] {
  return words
    .filter(
      ({ at, lemma }) =>
        isName(told, at, lemma, lexicon) &&
        !/days?$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/.test(surfaceAt(told, at)),
    )
    .map(({ lemma }) => lemma);
}

/** At the beginning of a sentence any word is written so; "Marn's" is a name there, too. */
function isName(told: Told, at: number, lemma: number, lexicon: Lexicon): boolean {
  const flags = told.source.text.tokens.flags[at] ?? 0;
  if (!isContent(lemma, lexicon) || !(flags & Flag.capital)) return false;
  return !(flags & Flag.sentence) || /['’]s$/.test(surfaceAt(told, at));
}

function nounsOf(told: Told, words: readonly Word[], lexicon: Lexicon): number[] {
  const { lemma: lemmas } = told.source.text.tokens;
  const isNoun = ({ at, lemma }: Word) => {
    const surface = surfaceAt(told, at);
    if (!isContent(lemma, lexicon) || /(?:ed|ly)$/.test(surface)) return false;
    return surface.endsWith('ing') || !lexicon.isVerb(lemma) || BEFORE_NOUN.has(lexicon.word(lemmas[at - 1] ?? -1));
  };
  return words.filter((word) => isNoun(word) && !isName(told, word.at, word.lemma, lexicon)).map(({ lemma }) => lemma);
}
