import type { Conflict } from '../../model';
import type { Lexicon } from '../../words/lexicon';
import { areOpposed } from '../../words/opposites';
import { conflictOf, type Side, wordsOf } from '../contradiction';
import { isOneWord } from '../deeds/deed';
import type { Subject } from '../predicates/subjects';
import { arePublishedApart } from '../predicates/times';
import type { Frame } from '../predicates/frame';
import type { Slot } from './role';
import type { FrameWithRoles } from './frameSheet';
import { isOne, likenessOf, ONE_THING } from './likeness';

/** "Shelled by rebels" and "shelled by its own artillery" */
export function otherAgent(
  { frame: x, roles: a }: FrameWithRoles,
  { frame: y, roles: b }: FrameWithRoles,
  near: number,
  lexicon: Lexicon,
): Conflict | undefined {
  if (!x.passive || !y.passive || near < ONE_THING || likenessOf(a.agent, b.agent, lexicon) !== 'other') return undefined;
  if (!isOne(likenessOf(a.theme, b.theme, lexicon), near)) return undefined;
  const [here, there] = [a, b].map(({ slots }) => slots.find(({ preposition }) => preposition === 'by'));
  // "by Lise Holm" may be "by the widow"
  if (!here || !there || (a.agent?.names.length === 0) !== (b.agent?.names.length === 0)) return undefined;
  if (isKnown(here, y) || isKnown(there, x)) return undefined;
  return { ...conflictOf('name', [x, y], [here, there].map(({ source, from, to }) => `“${wordsOf(source, from, to)}”`).join(' against ')), level: 'differs' }; // prettier-ignore
}

/** What is done to the same, or by the same where nothing is done to anything. */
export function isOneDeed({ roles: x }: FrameWithRoles, { roles: y }: FrameWithRoles, near: number, lexicon: Lexicon): boolean {
  const theme = likenessOf(x.theme, y.theme, lexicon);
  const agent = likenessOf(x.agent, y.agent, lexicon);
  if (theme === 'unknown') return !x.theme && !y.theme && isOne(agent, near);
  return isOne(theme, near) && (agent !== 'other' || !(x.agent?.names.length ?? 0) || !(y.agent?.names.length ?? 0));
}

/** Where something is, as the words before its noun tell: of each row one excludes the other. */
const SIDES = new Set(
  'north northern south southern east eastern west western northwest southeast left right front behind back inside outside above below upstream downstream'.split(
    ' ',
  ),
);
const EXCLUDING = [
  ['left', 'right'],
  ['front', 'behind'],
  ['front', 'back'],
  ['upstream', 'downstream'],
] as const;

/** "Near the northern spillway" and "close to the southern spillway" */
export function otherPlace(x: FrameWithRoles, y: FrameWithRoles, near: number, lexicon: Lexicon): Conflict | undefined {
  const [here, there] = [sideIn(x.frame), sideIn(y.frame)];
  if (!here || !there || !lieApart(here, there, lexicon) || !isOneDeed(x, y, near, lexicon)) return undefined;
  if (!isOneWord(here.anchor, there.anchor, lexicon) || haveOtherNumbers(x, y)) return undefined;
  return conflictOf('state', [x.frame, y.frame], `“${here.word}” against “${there.word}”`);
}

interface Bearing {
  readonly word: string;
  readonly lemma: number;
  /** What it lies so to: the word with content behind it. */
  readonly anchor: number;
}

function sideIn({ words, from, to }: Frame): Bearing | undefined {
  for (let i = from; i < to; i++) {
    const word = words.surface(i);
    if (!SIDES.has(word) || words.word(i + 1) === 'wing') continue;
    let next = i + 1;
    while (next < to && !words.isContent(next)) next++;
    return next < to ? { word, lemma: words.id(i), anchor: words.id(next) } : undefined;
  }
  return undefined;
}

function lieApart(a: Bearing, b: Bearing, lexicon: Lexicon): boolean {
  return (
    areOpposed(a.lemma, b.lemma, lexicon) || EXCLUDING.some(([one, other]) => (a.word === one && b.word === other) || (a.word === other && b.word === one)) // prettier-ignore
  );
}

const PLACING = new Set('in at near outside from off on to towards toward through'.split(' '));
/** Deeds in which one name excludes every other: the victim is one person. */
const NAMING = new Map([
  ['name', 'as'],
  ['give', 'to'],
  ['succeed', 'by'],
]);

/** "Found in Lund" and "found in Malmö": names of which neither article has the other's. */
export function otherName(deed: string, x: FrameWithRoles, y: FrameWithRoles, near: number, lexicon: Lexicon): Conflict | undefined {
  for (const here of x.roles.slots) {
    if (!here.isName) continue;
    const there = y.roles.slots.find(({ preposition, isName }) => isName && preposition === here.preposition);
    const isNaming = NAMING.get(deed) === here.preposition;
    // "in a flat in Maksimir" may be in the town that the other names
    const isNested = [x, y].some(
      ({ roles }) => roles.slots.filter((slot) => slot.preposition === here.preposition && !isDay(slot)).length > 1,
    );
    if (
      !there ||
      (isNested && !isNaming) ||
      !(isNaming || PLACING.has(here.preposition)) ||
      here.lemmas.some((lemma) => there.lemmas.includes(lemma))
    )
      continue;
    if (isKnown(here, y.frame) || isKnown(there, x.frame) || isDay(here) || isDay(there)) continue;
    if (isHouse(here) !== isHouse(there)) continue;
    if (!(isNaming ? isSingle(x, y, near, lexicon) : isOneDeed(x, y, near, lexicon) && isMarkedAlike(x, y) && areOne(x, y))) continue;
    const message = [here, there].map(({ source, from, to }) => `“${wordsOf(source, from, to)}”`).join(' against ');
    const isSure = isNaming && here.lemmas.length > 1 && there.lemmas.length > 1 && !arePublishedApart(x.frame, y.frame);
    return { ...conflictOf('name', [x.frame, y.frame], message), ...(!isSure && { level: 'differs' as const }) };
  }
  return undefined;
}

/** Whether it is one thing that is somewhere, and not some of many: "killed four people in Osk". */
function areOne(x: FrameWithRoles, y: FrameWithRoles): boolean {
  const [{ frame: frameX, roles: a }, { frame: frameY, roles: b }] = [x, y];
  const [here, there] = [a.theme ?? a.agent, b.theme ?? b.agent];
  if (haveOtherNumbers(x, y)) return false;
  return here !== undefined && there !== undefined && isDefinite(frameX, here) && isDefinite(frameY, there);
}

function haveOtherNumbers({ roles: a }: FrameWithRoles, { roles: b }: FrameWithRoles): boolean {
  return a.numbers.length * b.numbers.length > 0 && !a.numbers.some((one) => b.numbers.includes(one));
}

/** A lease and a charter are one to a dictionary. */
function isMarkedAlike({ roles: { theme: a } }: FrameWithRoles, { roles: { theme: b } }: FrameWithRoles): boolean {
  return !a || !b || a.marks.length * b.marks.length === 0 || a.marks.some((one) => b.marks.includes(one));
}

/** Whether the deed is done to one thing, which has a mark that tells it from others. */
function isSingle(
  { frame: x, roles: { theme: a } }: FrameWithRoles,
  { frame: y, roles: { theme: b } }: FrameWithRoles,
  near: number,
  lexicon: Lexicon,
): boolean {
  const likeness = likenessOf(a, b, lexicon);
  if (!a || !b || !isOne(likeness, Math.max(near, likeness === 'likely' && near >= FEW ? ONE_THING : 0))) return false;
  return isDefinite(x, a) && isDefinite(y, b);
}
const FEW = 0.3;

function isDefinite({ words }: Frame, { from, to, names, heads }: Subject): boolean {
  const before = words.word(from - 1);
  if (names.length > 0) return true;
  for (let i = from; i < to; i++) if (words.id(i) === heads[0] && words.surface(i) !== words.word(i)) return false;
  return before === 'the' || before === 'her' || before === 'his' || before === 'their' || before === 'its';
}

function isKnown({ lemmas }: Slot, { source }: Side): boolean {
  return lemmas.some((lemma) => source.text.tokens.lemma.includes(lemma));
}

/** A house stands in a town, which others may name. */
function isHouse({ source, from, to }: Slot): boolean {
  return /\b(?:Hotel|Hall|House|Inn|Palace|Castle|Centre|Center|Stadium|Arena|Theatre|Theater|Church|Cathedral|School|College|University|Museum|Gallery|Hospital|Station|Airport|Street|Road|Square|Park|Bridge)\b/.test(wordsOf(source, from, to)); // prettier-ignore
}

export function isDay({ source, from, to }: Slot): boolean {
  return /\b\p{Lu}\p{L}+days?\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/u.test(wordsOf(source, from, to)); // prettier-ignore
}
