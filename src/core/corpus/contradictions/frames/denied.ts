import type { Conflict } from '../../model';
import type { Lexicon } from '../../words/lexicon';
import { isDirection } from '../../words/opposites';
import { conflictOf, shownWords } from '../contradiction';
import { isOneWord } from '../deeds/deed';
import { arePublishedApart } from '../predicates/times';
import type { Frame } from '../predicates/frame';
import type { FrameWithRoles } from './frameSheet';
import { isOne, likenessOf, SURELY } from './likeness';
import { isDay } from './places';

/** Words with content behind the verbs of two clauses: how many are in both, and how many each has alone. */
function restOfBoth(x: FrameWithRoles, y: FrameWithRoles, lexicon: Lexicon): { shared: number; least: number } {
  const [a, b] = [x, y].map(({ frame: { at }, roles: { lemmas, tokens } }) => lemmas.filter((_, i) => (tokens[i] ?? 0) > at));
  const shared = (a ?? []).filter((one) => b?.some((other) => isOneWord(one, other, lexicon))).length;
  return { shared, least: Math.min(a?.length ?? 0, b?.length ?? 0) - shared };
}

/** "Said he would sign" and "would not sign", "has stopped rising" and "is still rising" */
export function negated(x: FrameWithRoles, y: FrameWithRoles, near: number, lexicon: Lexicon): Conflict | undefined {
  const [here, there] = [x.frame, y.frame];
  if (here.had !== there.had || here.future !== there.future || here.passive !== there.passive) return undefined;
  const subject = likenessOf(here.subject, there.subject, lexicon);
  if (!isOne(subject, near)) return undefined;
  const { shared, least } = restOfBoth(x, y, lexicon);
  const isNever = [here, there].some(({ words, at, negated }) => negated && (words.word(at - 1) === 'never' || words.surface(at).endsWith('ing'))); // prettier-ignore
  if (least > 0 || (shared === 0 && !isNever)) return undefined;
  if (!isNever && shared < (subject === 'same' ? 1 : 2)) return undefined;
  const isSure =
    (subject === 'same' || near >= SURELY) && near >= ONE_EVENT && !here.isMeant && !there.isMeant && !arePublishedApart(here, there);
  return { ...conflictOf('state', [here, there], againstEachOther(here, there)), ...(!isSure && { level: 'differs' as const }) };
}
const ONE_EVENT = 0.4;

/** "Parliament passed the bill" and "the bill was rejected by parliament" */
export function opposed(x: FrameWithRoles, y: FrameWithRoles, near: number, lexicon: Lexicon): Conflict | undefined {
  const [here, there] = [x.frame, y.frame];
  if (here.had !== there.had || here.future !== there.future) return undefined;
  const [theme, agent] = [likenessOf(x.roles.theme, y.roles.theme, lexicon), likenessOf(x.roles.agent, y.roles.agent, lexicon)];
  if (haveOtherSlots(x, y)) return undefined;
  const isMeasured = isDirection(here.words.id(here.at), lexicon);
  if (isMeasured) {
    if (theme !== 'unknown' || !isOneMeasure(x, y, lexicon)) return undefined;
  } else if (agent === 'other' || !(isOne(theme, near) || (agent === 'same' && (isMeantIn(x, y) || isMeantIn(y, x))))) return undefined;
  const isSure = (isMeasured || theme === 'same' || (theme === 'unknown' && agent === 'same') || near >= SURELY) && !here.isMeant && !there.isMeant && !arePublishedApart(here, there); // prettier-ignore
  return { ...conflictOf('state', [here, there], againstEachOther(here, there)), ...(!isSure && { level: 'differs' as const }) };
}

/** The verbs of two clauses; where these are the same, with what stands behind them: "voted for the bill" against "voted against it". */
function againstEachOther(x: Frame, y: Frame): string {
  const verb = ({ words, at, negated }: Frame) => `${negated ? 'not ' : ''}${words.surface(at)}`;
  const told = (one: Frame) => (verb(x) === verb(y) ? shownWords(one.source, one.at, one.to) : verb(one));
  return `“${told(x)}” against “${told(y)}”`;
}

/** "Acquitted of murder" and "convicted of theft" */
function haveOtherSlots({ roles: { slots: a } }: FrameWithRoles, { roles: { slots: b } }: FrameWithRoles): boolean {
  return a.some((one) =>
    b.some(
      (other) =>
        one.preposition === other.preposition && !isDay(one) && !isDay(other) && !one.lemmas.some((lemma) => other.lemmas.includes(lemma)),
    ),
  );
}

/** Whether "it" in one of two clauses may be what the other names: shortly before there is a word for that. */
function isMeantIn({ frame: { words, from }, roles }: FrameWithRoles, { roles: { theme } }: FrameWithRoles): boolean {
  const [head] = theme?.heads ?? [];
  if (!roles.theme?.isPronoun || head === undefined) return false;
  for (let i = Math.max(0, from - BACK); i < from; i++) if (words.id(i) === head) return true;
  return false;
}
/** Words among which that is looked for. */
const BACK = 80;

/** Whether the same changed by the same figure: what it is called may leave out whose it is, and not what it is. */
function isOneMeasure({ roles: a }: FrameWithRoles, { roles: b }: FrameWithRoles, lexicon: Lexicon): boolean {
  if (!a.agent || !b.agent || a.numbers.length !== 1 || a.numbers[0] !== b.numbers[0]) return false;
  const [x, y] = [a.agent, b.agent];
  if (!x.heads.some((one) => y.heads.some((other) => isOneWord(one, other, lexicon)))) return false;
  return x.marks.length + y.marks.length === 0 || x.marks.some((one) => y.marks.some((other) => isOneWord(one, other, lexicon)));
}
