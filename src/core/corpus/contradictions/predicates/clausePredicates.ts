import type { Stretch } from '../../matching/relation';
import { Flag } from '../../words/flags';
import { Kind } from '../../words/kinds';
import { AUXILIARY, DETERMINERS, PERSON, type ArticleWords } from '../deeds/articleWords';
import { PREPOSITION } from '../deeds/readDeeds';
import type { Frame } from './frame';
import type { Predicate } from './predicate';
import { type Found, phrasesAt, rowAt } from './predicateWords';
import { type Subject, subjectAt } from './subjects';

const OPEN = new Set(
  'hope want wish expect consider threaten try attempt seek ask propose fear likely possible possibly reportedly allegedly believe think suspect need able unable ready willing risk nearly almost may might could should would whether if unless rumor rumour claim possibility danger chance prepare use begin start plan demand supposed must ought as'.split(
    ' ',
  ),
);
/** "Not only", "not yet": what they turn is hard to tell. */
const NO_NEGATION = new Set('only just merely yet necessarily'.split(' '));
/** With "to" behind them: what follows is not done. */
const NEGATING = new Set('refuse decline fail yet'.split(' '));
/** What stands before the verb that counts. */
const CHOOSING = new Set('choose opt manage refuse decline fail'.split(' '));
/** Between a verb of being and what is done. */
const ADVERBS = new Set('still already also now never not just later again'.split(' '));
/** Participles that look like the base form. */
const UNCHANGED = new Set('put cut shut set hit let'.split(' '));
/** Before "-ing": what follows is no longer done. */
const STOPPING = new Set('stop cease quit'.split(' '));
const URGING = new Set('urge call tell advise encourage'.split(' '));
const BEING = new Set(
  'be remain stay become get look seem appear feel turn escape find prove leave walk emerge pronounce declare'.split(' '),
);
/** Behind these stands when or why, and not to what it is done. */
const ENDING = new Set('until till after before since during despite because'.split(' '));
export const TIME =
  /^(?:\p{L}+day|morning|afternoon|evening|night|noon|midnight|week|month|year|summer|winter|spring|autumn|last|next|today|yesterday|tomorrow|january|february|march|april|may|june|july|august|september|october|november|december)$/iu;
/** Words with content in a clause behind what is said, at most. */
const REST = 12;
/** Words of a noun phrase inside a clause, at most. */
const PHRASE = 8;

/** How far the verbs of a clause are read, and what they have said of it. */
interface Chain {
  negated: boolean;
  open: boolean;
  /** Open by another word than "would". */
  wished: boolean;
  would: boolean;
  future: boolean;
  had: boolean;
  urged: boolean;
  /** Behind a verb of being. */
  being: boolean;
  passive: boolean;
  /** Whether its verb, or a row that has it, is told. */
  told: boolean;
}
const NONE: Chain = {
  negated: false,
  open: false,
  wished: false,
  would: false,
  future: false,
  had: false,
  urged: false,
  being: false,
  passive: false,
  told: false,
};

/** What a clause says of its subject, whose verbs begin at `begin`; nothing of what stands between marks. */
export function predicatesIn(
  words: ArticleWords,
  clause: Stretch,
  begin: number,
  first: Subject,
  isMeant: boolean,
): { readonly found: Predicate[]; readonly frames: Frame[] } {
  const found: Predicate[] = [];
  const frames: Frame[] = [];
  const rows = new Set<number>();
  let [subject, start] = [first, begin];
  let chain = { ...NONE };
  const add = (of: Subject, said: Pick<Predicate, 'row' | 'side' | 'lemma' | 'negated' | 'at' | 'end'>) => {
    const { future, had, urged } = chain;
    chain.told = true;
    found.push({ source: words.source, from: clause.from, to: clause.to, ...said, ...behind(words, said.end, clause.to), subject: of, isMeant, future, had, urged }); // prettier-ignore
  };
  // "the board unanimously supported it"
  const isSaidHow = begin - 1 > clause.from && words.surface(begin - 1).endsWith('ly');
  for (let i = isSaidHow ? begin - 1 : begin; i < clause.to; i++) {
    if (words.has(i, Flag.quoted)) return { found, frames };
    const another = anotherAt(words, i, clause.to);
    if (another) [subject, start, chain] = [another.subject, another.chain, { ...NONE }];
    for (const phrase of chain.open || (i > begin && words.has(i, Flag.clause)) ? [] : phrasesAt(words, i, clause.to)) {
      // who is not delighted need not be devastated
      if (rows.has(phrase.row) || (chain.negated && !rowAt(phrase.row).isSure) || !isSaid(words, phrase, i, start, clause, chain)) continue;
      const of = whomOf(words, phrase, i, subject, chain, clause.to);
      if (!of || of.isPronoun) continue;
      rows.add(phrase.row);
      const side = chain.negated ? ((1 - phrase.side) as 0 | 1) : phrase.side;
      add(of, { row: phrase.row, side, lemma: -1, negated: false, at: i, end: phrase.to });
    }
    const { passive } = chain;
    readOn(words, i, chain);
    if (AUXILIARY.has(words.word(i)) || !words.isVerb(i, clause.from)) continue;
    if (i === start || isVerbBehind(words, i)) frames.push(frameAt(words, clause, i, subject, isMeant, { ...chain, passive }));
    if (STOPPING.has(words.word(i)) && words.surface(i + 1).endsWith('ing') && words.surface(i + 1) !== words.word(i + 1))
      frames.push(frameAt(words, clause, i + 1, subject, isMeant, chain));
    if (chain.told || chain.open || CHOOSING.has(words.word(i))) continue;
    chain.told = true;
    if (!PERSON.has(words.word(subject.from)) && !subject.isPronoun)
      add(subject, { row: -1, side: 0, lemma: words.id(i), negated: chain.negated, at: i, end: i + 1 });
  }
  return { found, frames };
}

/** Whether a word in its base form is a verb, behind another one: "near the northern sluice" */
function isVerbBehind(words: ArticleWords, i: number): boolean {
  const before = words.word(i - 1);
  return words.surface(i) !== words.word(i) || AUXILIARY.has(before) || before === 'to' || before === 'and' || ADVERBS.has(before);
}

function frameAt(words: ArticleWords, { from, to }: Stretch, at: number, subject: Subject, isMeant: boolean, chain: Chain): Frame {
  const { passive, negated, wished, would, future, had } = chain;
  const { source } = words;
  // "warnings not to scrap it"
  const isOfOthers = words.word(at - 1) === 'to' && words.has(at - 2, Flag.negation);
  const isStopped = STOPPING.has(words.word(at - 1)) && words.surface(at).endsWith('ing');
  const isPassive = passive && !words.surface(at).endsWith('ing');
  return {
    words,
    source,
    from,
    to,
    at,
    subject,
    isMeant,
    had,
    passive: isPassive,
    negated: negated !== isStopped,
    // "said he would" is what will be
    open: wished || isOfOthers || (would && (source.voices.at[at] ?? 0) === 0),
    future: future || would,
  };
}

function readOn(words: ArticleWords, i: number, chain: Chain): void {
  const [word, surface, next] = [words.word(i), words.surface(i), words.word(i + 1)];
  const isNo = words.has(i, Flag.negation);
  if (isNo || (NEGATING.has(word) && next === 'to')) chain.negated = !chain.negated;
  const isDenied = word === 'could' && words.has(i + 1, Flag.negation);
  const isOpening = (OPEN.has(word) && !isDenied) || (isNo && NO_NEGATION.has(next)) || surface === 'longer';
  chain.open ||= isOpening;
  chain.wished ||= isOpening && word !== 'would' && next !== 'yet';
  chain.would ||= word === 'would';
  chain.future ||= word === 'will' || word === 'shall' || (word === 'be' && next === 'to');
  chain.had ||= surface === 'had';
  chain.urged ||= URGING.has(word);
  chain.being ||= BEING.has(word);
  chain.passive =
    word === 'be' || word === 'get' || (chain.passive && (surface.endsWith('ly') || AUXILIARY.has(word) || ADVERBS.has(word)));
}

/** Whether the words of a phrase are said of somebody there, and do not stand before a noun. */
function isSaid(words: ArticleWords, phrase: Found, at: number, start: number, clause: Stretch, chain: Chain): boolean {
  const { to, isState } = phrase;
  if (isState) return chain.being && !(at > start && to < clause.to && words.isContent(to) && !PREPOSITION.has(words.word(to)));
  if (phrase.words.length > 1 || at === start || words.isVerb(at, clause.from)) return true;
  if (phrase.of !== 'subject') return false;
  const surface = words.surface(at);
  return surface.endsWith('ly') || (chain.being && surface.endsWith('ing'));
}

/** Of whom or what a phrase is told. */
function whomOf(words: ArticleWords, phrase: Found, at: number, subject: Subject, chain: Chain, limit: number): Subject | undefined {
  const isDone = words.surface(at) !== words.word(at) || UNCHANGED.has(words.word(at));
  const isPassive = chain.passive && isDone && !words.surface(at).endsWith('ing');
  if (phrase.of === 'subject') return isPassive && !phrase.isState && phrase.words.length === 1 ? undefined : subject;
  if (isPassive) return subject;
  if (phrase.of === 'sufferer') return phrase.object === undefined ? undefined : subjectAt(words, at + 1, phrase.object);
  return objectAt(words, phrase.to, limit);
}

function objectAt(words: ArticleWords, from: number, to: number): Subject | undefined {
  const ends = (i: number) => (PREPOSITION.has(words.word(i)) && words.word(i) !== 'of') || AUXILIARY.has(words.word(i));
  let end = from;
  while (end < to && !(end > from && ends(end))) end++;
  const found = end > from ? subjectAt(words, from, end) : undefined;
  // "destroyed the school in Merrow": where it lies belongs to it
  return !found || found.names.length > 0 ? found : subjectAt(words, from, Math.min(to, end + 3));
}

function behind(words: ArticleWords, from: number, to: number): Pick<Predicate, 'rest' | 'object' | 'numbers'> {
  const [rest, numbers]: [number[], number[]] = [[], []];
  let [object, isObject, isRest] = [0, true, true];
  for (let i = from; i < to; i++) {
    if (words.lexicon.kind(words.id(i)) === Kind.number) numbers.push(words.id(i));
    isRest &&= !ENDING.has(words.word(i)) && !(words.word(i) === 'and' && words.word(i + 1) === 'that') && rest.length < REST;
    if (rest.length > 0 && PREPOSITION.has(words.word(i)) && words.word(i) !== 'of') isObject = false;
    if (!isRest || !words.isContent(i) || TIME.test(words.surface(i))) continue;
    rest.push(words.id(i));
    if (isObject) object++;
  }
  return { rest, object: rest.slice(0, object), numbers };
}

/** Where another noun phrase with a verb of its own begins inside a clause: "… and the march turned violent". */
function anotherAt(words: ArticleWords, at: number, to: number): { subject: Subject; chain: number } | undefined {
  const joint = words.word(at);
  if (joint !== 'and' && joint !== 'but' && !(joint === 'that' && DETERMINERS.has(words.word(at + 1)))) return undefined;
  for (let i = at + 2; i < to && i < at + PHRASE && !PREPOSITION.has(words.word(i)); i++) {
    if (!AUXILIARY.has(words.word(i)) && !words.isVerb(i, at)) continue;
    const subject = subjectAt(words, at + 1, i);
    return subject && { subject, chain: i };
  }
  return undefined;
}
