import type { Fact } from './fact';
import { Flag } from '../words/flags';
import { sentencesOf } from '../matching/query';
import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import type { Tokens } from '../words/tokens';

/** The dead, the hurt and the arrested of one event are different people: counts of them never contradict each other. */
export const FATES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dead: 'kill die dead death drown murder slay perish execute behead fatality',
    hurt: 'injure wound hurt hospitalize injury maim treat',
    held: 'arrest detain capture imprison jail custody charge',
    missing: 'missing vanish disappear',
    fled: 'flee evacuate displace evacuation',
    saved: 'rescue save free release survive survivor discharge',
  }).flatMap(([fate, words]) => words.split(' ').map((word) => [word, fate] as const)),
);
/** Who stays in hospital is one of those hurt, but counted apart. */
const STAY = new Set(['remain', 'stay', 'admit', 'keep', 'still']);
const STAY_REACH = 6;
/** How badly somebody is hurt, as hospitals and police put it. */
const GRADES: ReadonlyMap<string, number> = new Map(
  [
    'light lightly mild mildly minor slight slightly superficial',
    'moderate moderately',
    'serious seriously severe severely grave',
    'critical critically',
  ].flatMap((words, bit) => words.split(' ').map((word) => [word, 1 << bit] as const)),
);
const HARM = new Set('condition injury injure wound hurt hospital hospitalize burn'.split(' '));
/** Words after a number among which it is said how badly those counted are hurt. */
const GRADE_REACH = 12;

/** "three of the wounded were in serious condition", "one lightly hurt": a part of those hurt, told by how badly. */
export function gradedAt(tokens: Tokens, at: number, lexicon: Lexicon): Fact | undefined {
  const word = (i: number) => lexicon.word(tokens.lemma[i] ?? -1);
  let grade = 0;
  let harmed = false;
  let to = at + 1;
  let end = at + 1;
  for (; end < at + GRADE_REACH && end < tokens.lemma.length; end++) {
    const flags = tokens.flags[end] ?? 0;
    if (
      flags & (Flag.sentence | Flag.clause) ||
      word(end) === 'and' ||
      word(end) === 'one' ||
      lexicon.kind(tokens.lemma[end] ?? -1) === Kind.number
    ) {
      if (grade === 0 || flags & Flag.sentence || !GRADES.has(word(end))) break;
    }
    const found = word(end - 1) === 'most' ? undefined : GRADES.get(word(end));
    if (found === undefined && !HARM.has(word(end))) continue;
    grade |= found ?? 0;
    // "three of them seriously" goes on from who was hurt
    harmed ||= found === undefined || (word(at + 1) === 'of' && word(at + 2) === 'them');
    to = end + 1;
  }
  const value = word(at) === 'one' ? 1 : Number(word(at).slice(1));
  return grade !== 0 && harmed
    ? { kind: 'number', from: at, to, low: value, high: value, head: -1, person: new Set(), fate: 'hurt', grade }
    : undefined;
}

/** "killed 12 people", "12 people were killed", "12 injured passengers"; "six were kept in hospital". */
export function fateBeside(tokens: Tokens, from: number, to: number, lexicon: Lexicon): { readonly fate?: string } {
  const word = (i: number) => lexicon.word(tokens.lemma[i] ?? -1);
  for (let i = to - 1, stay = false; i < to + STAY_REACH && (i < to || !((tokens.flags[i] ?? 0) & (Flag.clause | Flag.sentence))); i++) {
    stay ||= STAY.has(word(i));
    if (stay && word(i) === 'hospital') return { fate: 'kept' };
  }
  const { from: first, to: last } = sentencesOf(tokens, from, to);
  for (const i of [to - 1, from - 1, to, to + 1, to + 2, from - 2]) {
    const fate = i >= first && i < last ? FATES.get(word(i)) : undefined;
    if (fate !== undefined) return { fate };
  }
  return {};
}
