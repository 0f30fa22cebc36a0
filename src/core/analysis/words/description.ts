import { genderOfName } from './gender';
import { joinsFields } from './institution';
import { classesOf, wordClasses as w } from './lexicon';
import { institutions, nameParticles, nameSuffixes, offices, shortTitles } from './nameWords';
import { isNominal, isPersonalPronoun, type Phrase } from './phrase';
import type { Words } from './words';

/** Finds the head of a phrase: the words before its first preposition, and in them the last name or the last noun. */
export function describe(words: Words, from: number, to: number): Phrase {
  const joint = jointOf(words, from, to);
  if (joint > from) {
    const first = describeSingle(words, from, joint);
    const second = describe(words, joint + 1, to);
    const parts = [first, ...(second.parts.length > 0 ? second.parts : [second])];
    const titleOnly = words.is(first.head, w.title | w.role) && second.kind === 'name';
    if (!titleOnly && (parts.every((part) => part.kind === 'name') || !words.isName(joint - 1))) return { ...first, to, parts };
    if (titleOnly) return { ...second, from };
  }
  return describeSingle(words, from, to);
}

/** "and" between two full phrases, before any preposition. */
function jointOf(words: Words, from: number, to: number): number {
  for (let at = from + 1; at < to - 1; at++) {
    if (words.is(at, w.preposition) && words.lower(at) !== 'of') return -1;
    if ((words.lower(at) === 'and' || words.lower(at) === '&') && !joinsFields(words, at) && !isInsideBody(words, at, to))
      return words.lower(at) === 'and' && (words.isName(at + 1) || words.is(at + 1, w.determiner | w.possessive)) ? at : -1;
  }
  return -1;
}

/** "the Search | and | Rescue Agency chief Ana Ruiz": no two of them, for a role stands between the body and the name */
function isInsideBody(words: Words, at: number, to: number): boolean {
  let end = at + 1;
  while (end < to && words.isName(end)) end++;
  return words.isName(at - 1) && words.is(end - 1, w.body) && words.is(end, w.role | w.title) && words.isName(end + 1) && end + 1 < to;
}

function describeSingle(words: Words, from: number, to: number): Phrase {
  const companion = afterCompanionTitle(words, from, to);
  const named = companion > from ? companion : afterPlace(words, from, to);
  if (named > from) return { from, to, kind: 'name', head: to - 1, nameFrom: named, parts: [] };
  if (to - from === 1 && isPersonalPronoun(words, from)) return { from, to, kind: 'pronoun', head: from, nameFrom: from, parts: [] };
  let core = to;
  for (let at = from + 1; at < to; at++) {
    if (
      (words.is(at, w.preposition) && !words.isCapital(at) && !insideName(words, at, to) && !insideTitle(words, at, to)) ||
      (words.lower(at) === '(' && !isShortForm(words, at, to)) ||
      (words.isComma(at) && !joinsFields(words, at))
    ) {
      core = at;
      break;
    }
  }
  let head = core - 1;
  while (head > from && !isNominal(words, head)) head--;
  if (words.isName(head)) {
    let nameFrom = head;
    while (nameFrom > from && partOfName(words, nameFrom - 1, from)) nameFrom--;
    for (let at = head - 1; at >= nameFrom; at--) {
      // "Mum-of-three Ana Ruiz"
      if (words.lower(at).includes('-of-')) {
        nameFrom = at + 1;
        break;
      }
      if (!(words.is(at, w.title | w.role) || (at === from && isPluralTitle(words, at))) || !isTitleUse(words, at, head)) continue;
      if (words.isPossessiveMark(at + 1)) continue;
      const twoWords = words.lower(at + 1) === 'of' || (words.lower(at) === 'det' && words.lower(at + 1) === 'con');
      nameFrom = twoWords ? Math.min(head, at + (words.lower(at + 1) === 'of' ? 3 : 2)) : at + 1;
      break;
    }
    return { from, to, kind: 'name', head, nameFrom: afterOffice(words, nameFrom, head), parts: [] };
  }
  return { from, to, kind: 'noun', head, nameFrom: head, parts: [] };
}

/** "the Harbour Authority | (HA) | Director Ana Ruiz": a role and a name follow */
function isShortForm(words: Words, open: number, to: number): boolean {
  return words.lower(open + 2) === ')' && words.is(open + 3, w.role | w.title) && words.isName(open + 4) && open + 4 < to;
}

/** "Minister in the Ministry of Finance | Ana Ruiz", "Attorney for the District of Halden | Ana Ruiz": a given name after what the office is for */
function afterPlace(words: Words, from: number, to: number): number {
  const name = to - 2;
  if (!words.isName(name) || !words.isName(to - 1) || !words.isName(name - 1) || genderOfName(words.lower(name)) === undefined) return -1;
  let at = from;
  while (at < name && !words.is(at, w.preposition)) at++;
  if (at === from || at >= name - 1) return -1;
  const isOffice = words.is(at - 1, w.role | w.title) && words.lower(at + 1) === 'the';
  return isOffice || words.is(at - 1, w.body) ? name : -1;
}

/** "adviser to the President | Ana Ruiz": a bare role before a name is the name's, whatever it is to. */
function afterCompanionTitle(words: Words, from: number, to: number): number {
  if (!words.is(from, w.role) || words.isCapital(from) || !/^(?:to|for|of)$/.test(words.lower(from + 1)) || words.lower(from + 2) !== 'the')
    return -1;
  const name = from + 4;
  if (!words.is(from + 3, w.role | w.title) || to - name < 2) return -1;
  for (let at = name; at < to; at++) if (!words.isName(at) || words.is(at, w.role | w.title | w.body | w.time)) return -1;
  return name;
}

/** "Captains", "Deputies", before several names. */
function isPluralTitle(words: Words, at: number): boolean {
  const lower = words.lower(at);
  if (!lower.endsWith('s')) return false;
  const singular = lower.endsWith('ies') ? `${lower.slice(0, -3)}y` : lower.slice(0, -1);
  return (classesOf(singular) & (w.title | w.role)) !== 0 || (classesOf(lower.replace(/men$/, 'man')) & w.role) !== 0;
}

/** "Ministry of Defence", "Council of the Elders": the preposition belongs to the name. */
function insideName(words: Words, at: number, to: number): boolean {
  if (words.lower(at) !== 'of' && words.lower(at) !== 'for') return false;
  if (!words.isName(at - 1) || !(words.is(at - 1, w.body) || institutions.has(words.lower(at - 1)))) return false;
  const next = words.is(at + 1, w.determiner) ? at + 2 : at + 1;
  return next < to && words.isName(next) && !words.is(at - 1, w.role);
}

/** "Secretary of State Jane Roe": the office's name goes on over the preposition, and a person's name follows. */
function insideTitle(words: Words, at: number, to: number): boolean {
  const isFor = words.lower(at) === 'for';
  if ((words.lower(at) !== 'of' && !isFor) || !words.isName(at - 1) || !words.is(at - 1, w.role | w.title)) return false;
  if (isFor) return at + 3 < to && words.isName(at + 1) && words.isName(at + 2) && words.isName(at + 3);
  if (at + 2 >= to || !words.isName(at + 1) || !words.isName(at + 2)) return false;
  return offices.has(words.lower(at + 1)) || (at + 3 < to && words.isName(at + 3));
}

/** "Secretary of | State | Jane Roe": past what the office is of. */
function afterOffice(words: Words, nameFrom: number, head: number): number {
  if (!words.is(nameFrom - 2, w.role | w.title)) return nameFrom;
  const rest = head - nameFrom;
  // "Minister for Equal Rights | Ana Ruiz"
  if (words.lower(nameFrom - 1) === 'for') return rest > 1 ? head - 1 : nameFrom;
  if (words.lower(nameFrom - 1) !== 'of') return nameFrom;
  return offices.has(words.lower(nameFrom)) ? Math.min(head, nameFrom + 1) : nameFrom + (rest > 2 ? 2 : rest > 1 ? 1 : 0);
}

function partOfName(words: Words, at: number, from: number): boolean {
  if (words.isName(at) || joinsFields(words, at)) return true;
  const lower = words.lower(at);
  if (nameParticles.has(lower)) {
    let before = at - 1;
    while (before > from && nameParticles.has(words.lower(before)) && !words.isCapital(before)) before--;
    return before >= from && words.isName(before);
  }
  if (words.isPossessiveMark(at)) return isOfficeName(words, at);
  if (lower === '&') return at > from && words.isName(at - 1);
  if (lower === 'of' || lower === 'for' || lower === 'and') return at > from && words.isName(at - 1) && insideName(words, at, at + 3);
  if (lower === 'the') return at > from + 1 && (words.lower(at - 1) === 'of' || words.lower(at - 1) === 'for') && words.isName(at - 2);
  return false;
}

/** "Halden County Sheriff's Office", "Ferrymen's Association": the genitive belongs to the name. */
function isOfficeName(words: Words, mark: number): boolean {
  if (!words.isCapital(mark - 1) || !words.is(mark - 1, w.role | w.group | w.title)) return false;
  let at = mark + 1;
  while (words.isName(at) && !words.is(at, w.body) && at < mark + 4) at++;
  return words.isCapital(at) && words.is(at, w.body);
}

/** A title word counts as title where a proper name follows in the same run. */
function isTitleUse(words: Words, at: number, head: number): boolean {
  if (nameSuffixes.has(words.lower(at + 1))) return false;
  if (shortTitles.has(words.lower(at)) && at + 1 === head && words.is(at - 1, w.title | w.role)) return false;
  for (let next = at + 1; next <= head; next++) if (words.isName(next) && !words.is(next, w.title | w.role | w.body)) return true;
  return false;
}
