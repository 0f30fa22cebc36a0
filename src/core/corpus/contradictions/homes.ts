import { conflictOf, type Side, type Source } from './contradiction';
import type { Conflict } from '../model';
import { nameWords } from '../matching/voices';
import { tokenAt } from '../words/tokens';

/** Where an article says that somebody is from. */
export interface Home extends Side {
  /** The person's name, folded, or what he or she is called without one: "student". */
  readonly who: string;
  readonly named: boolean;
  /** The place, folded. */
  readonly place: string;
}

const ROLE =
  'woman|man|student|teacher|nurse|girl|boy|teenager|mother|father|resident|couple|driver|doctor|lawyer|farmer|businessman|businesswoman';
const PLACE = String.raw`(\p{Lu}\p{Ll}[\p{L}'’-]+(?: \p{Lu}\p{Ll}[\p{L}'’-]+)?)`;
const PERSON = String.raw`(?<![\p{L}'’-])(\p{Lu}[\p{L}'’-]{1,40}(?: \p{Lu}[\p{L}'’-]{1,40}){1,2})`;
/** "Emma Lind, 29, of Harrow", "Emma Lind, a teacher from Harrow" */
const NAMED = new RegExp(
  String.raw`${PERSON},(?: \d{1,3},)? (?:an? (?:[\p{Ll}-]+ ){1,3}(?:from|of|in)|of|from) ${PLACE}(?=[,.;]| (?:who|was|is|had|has|said)\b)`,
  'gu',
);
/** "a 21-year-old student in Harrow", "a student at Fell College in Harrow" */
const OF_ROLE = new RegExp(
  String.raw`\b[Aa]n? (?:(?!an? )[\p{L}\d-]+ ){0,4}?(${ROLE})(?: at(?: \p{Lu}[\p{L}'’-]{1,40}){1,4})? ?(?:from|of|in) ${PLACE}`,
  'gu',
);
/** "a Harrow woman" */
const BEFORE = new RegExp(String.raw`\b[Aa]n? (?:[\p{Ll}\d-]+ ){0,2}${PLACE} (${ROLE})\b`, 'gu');

export function homesOf(source: Source): Home[] {
  const { text } = source.article.prose;
  const { tokens } = source.text;
  const found: Home[] = [];
  const add = (match: RegExpExecArray, who: string, named: boolean, place: string): void => {
    const [from, to] = [tokenAt(tokens, match.index), tokenAt(tokens, match.index + match[0].length - 1) + 1];
    found.push({ source, from, to, who, named, place: place.toLowerCase() });
  };
  for (const match of text.matchAll(NAMED)) {
    const words = nameWords(match[1] ?? '').filter((word) => word.length > 2);
    if (words.length > 1) add(match, words.join(' '), true, match[2] ?? '');
  }
  for (const match of text.matchAll(OF_ROLE)) add(match, match[1] ?? '', false, match[2] ?? '');
  for (const match of text.matchAll(BEFORE)) add(match, match[2] ?? '', false, match[1] ?? '');
  return found;
}

/** One person from two places, of which each article knows one only; who is not named may be somebody else. */
export function homeConflicts(a: readonly Home[], b: readonly Home[]): Conflict[] {
  const found: Conflict[] = [];
  const told = new Set<string>();
  for (const here of a) {
    const there = b.find(({ who, named }) => who === here.who && named === here.named);
    if (!there || told.has(here.who) || there.place === here.place || isState(here.place) || isState(there.place)) continue;
    if (isIn(here.place, there.source) || isIn(there.place, here.source) || !areAlone(here, a) || !areAlone(there, b)) continue;
    told.add(here.who);
    found.push({ ...conflictOf('name', [here, there]), level: 'differs' });
  }
  return found;
}

/** What is coarser than a town is no other place than it. */
const STATES = new Set(
  'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming england scotland wales britain america canada australia germany france italy spain russia china india israel egypt syria iraq iran turkey greece poland ireland mexico japan'.split(
    ' ',
  ),
);

function isState(place: string): boolean {
  return (
    STATES.has(place) ||
    /^(?:new|north|south|west) | state$|^january$|^february$|^(?:march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
      place,
    )
  );
}

function isIn(place: string, { article }: Source): boolean {
  return article.prose.text.toLowerCase().includes(place);
}

/** Whether an article has one place for somebody. */
function areAlone({ who, place }: Home, all: readonly Home[]): boolean {
  return all.every((other) => other.who !== who || other.place === place);
}
