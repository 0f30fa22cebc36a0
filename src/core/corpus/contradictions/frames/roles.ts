import { AUXILIARY, type ArticleWords } from '../deeds/articleWords';
import { phraseAt } from '../deeds/deedWords';
import { PREPOSITION } from '../deeds/readDeeds';
import { TIME } from '../predicates/clausePredicates';
import { type Subject, subjectAt } from '../predicates/subjects';
import { Flag } from '../../words/flags';
import { Kind } from '../../words/kinds';
import type { Frame } from '../predicates/frame';
import type { Roles, Slot } from './role';

/** What belongs to a verb: "take over", "turn up", "take place". */
const PARTICLE = new Set('over up place'.split(' '));
/** Deeds that are done by what stands behind "to" or "against": "lost to Rovers". */
const LOST = new Set(['lose']);

/** What these are about stands behind "on". */
const VOTING = new Set('vote decide rule'.split(' '));
const ABOUT = new Set('on for against'.split(' '));
/** Verbs whose subject has it happen to it. */
const BEFALLING = new Set('go turn take'.split(' '));

/** Reads who does what to whom in a clause. */
export function rolesOf(frame: Frame): Roles {
  const { words, at, to, from, subject, passive } = frame;
  let begin = phraseAt(words, at, to)?.to ?? at + 1;
  if (begin < to && PARTICLE.has(words.word(begin))) begin++;
  const slots = slotsIn(frame, begin, to);
  const end = objectEnd(words, begin, Math.min(to, slots[0]?.from ?? to));
  const object = end > begin ? withRelative(frame, subjectAt(words, begin, end), end) : undefined;
  const against = slots.find(({ preposition }) => preposition === 'against' || preposition === 'over');
  const lemmas: number[] = [];
  const tokens: number[] = [];
  const numbers: number[] = [];
  for (let i = from; i < to; i++) {
    if (words.lexicon.kind(words.id(i)) === Kind.number) numbers.push(words.id(i));
    if (i === at || !words.isContent(i) || TIME.test(words.surface(i))) continue;
    lemmas.push(words.id(i));
    tokens.push(i);
  }
  const verb = words.word(at);
  const other = verb === 'win' ? against : VOTING.has(verb) ? slots.find(({ preposition }) => ABOUT.has(preposition)) : undefined;
  const by = passive ? slots.find(({ preposition }) => preposition === 'by')?.subject : undefined;
  const winner = LOST.has(verb) ? slots.find(({ preposition }) => preposition === 'to' || preposition === 'against')?.subject : undefined;
  const [agent, theme]: readonly (Subject | undefined)[] = passive
    ? [by, subject]
    : winner
      ? [winner, subject]
      : BEFALLING.has(verb) && !object
        ? [undefined, subject]
        : [subject, other?.subject ?? object];
  return { agent, theme, slots, lemmas, tokens, numbers };
}

/** "The bill that caps water prices": what the clause behind a noun says of it marks it, too. */
function withRelative({ words }: Frame, object: Subject | undefined, end: number): Subject | undefined {
  const isInfinitive = words.word(end) === 'to' && words.isVerb(end + 1, end);
  if (!object || !(isInfinitive || RELATIVE.has(words.word(end))) || words.has(end, Flag.clause)) return object;
  const marks = [...object.marks];
  for (let i = end + 1; i < end + FAR && !words.has(i, Flag.clause | Flag.sentence); i++) if (words.isContent(i)) marks.push(words.id(i));
  return { ...object, marks };
}
const [RELATIVE, FAR] = [new Set(['that', 'which', 'who']), 8];

/** Behind a noun these begin where it lies. */
const LYING = new Set('close east west north south'.split(' '));

function objectEnd(words: ArticleWords, from: number, to: number): number {
  const ends = (i: number) =>
    AUXILIARY.has(words.word(i)) || words.word(i) === 'and' || RELATIVE.has(words.word(i)) || LYING.has(words.word(i));
  let i = from;
  while (i < to && words.lexicon.kind(words.id(i)) !== Kind.number && !(i > from + 1 && ends(i))) i++;
  return i;
}

function slotsIn({ words, source }: Frame, from: number, to: number): Slot[] {
  const starts: number[] = [];
  // "acquitted Jory Tamm of theft", but "the Bank of Ravelock"
  const isOf = (i: number) => words.word(i) === 'of' && !(words.has(i - 1, Flag.capital) && i > from && !words.has(i + 1, Flag.capital));
  for (let i = from; i < to; i++) if (PREPOSITION.has(words.word(i)) && !isOf(i)) starts.push(i);
  return starts.flatMap((start, k): Slot[] => {
    const end = starts[k + 1] ?? to;
    const lemmas: number[] = [];
    let isName = true;
    for (let i = start + 1; i < end; i++) {
      if (!words.isContent(i)) continue;
      lemmas.push(words.id(i));
      isName &&= words.has(i, Flag.capital);
    }
    if (lemmas.length === 0) return [];
    return [{ source, from: start, to: end, preposition: words.word(start), lemmas, isName, subject: subjectAt(words, start + 1, end) }];
  });
}
