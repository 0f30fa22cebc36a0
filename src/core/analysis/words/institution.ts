import { wordClasses as w } from './lexicon';
import type { Words } from './words';

/** What ministries, agencies and learned societies are for; the last word of each. */
const fields = new Set(
  (
    'affairs agriculture alcohol arts bridges budget business care children citizenship climate commerce communications communities conservation consumers control culture customs defence defense development ' +
    'economics economy education employment energy engineering enterprise environment equality ethics excise explosives families finance firearms fisheries food forestry forests gender harbours harbors health heritage housing ' +
    'humanities immigration industry information infrastructure innovation investment irrigation justice labor labour law letters literature manufactures manufacturing media medicine migration mines mining minerals music ' +
    'nutrition oceans parks pensions planning ports prevention protection railways reform refugees regions rehabilitation research resources rights roads safety sanitation science sciences security services shipping ' +
    'skills society space sport sports standards statistics supply surveying technology telecommunications tobacco tourism trade training transport transportation treatment universities veterans water welfare wildlife women works youth'
  ).split(' '),
);
/** What the members of a union are: of whatever trades the words before are. */
const members = new Set(
  'workers employees officers teachers nurses doctors miners farmers drivers engineers journalists lecturers managers technicians operatives'.split(
    ' ',
  ),
);
const bodies = new Set('secretariat directorate bureau centers centres institution academy society fellowship guild'.split(' '));
/** Units that are looked at on either side. */
const reach = 14;
const longestField = 3;

/** Whether a comma or an "and" stands between the fields of one body: "the Department for Culture, Media and Sport". */
export function joinsFields(words: Words, at: number): boolean {
  if (!words.isComma(at) && !isAnd(words, at)) return false;
  let of = at - 1;
  for (const limit = Math.max(0, at - reach); of > limit && (isFieldWord(words, of) || words.isComma(of) || isAnd(words, of));) of--;
  if (!/^(?:of|for)$/.test(words.lower(of)) || !words.isCapital(of - 1)) return false;
  if (!words.is(of - 1, w.body) && !bodies.has(words.lower(of - 1)) && !/^(?:minister|secretary)$/.test(words.lower(of - 1))) return false;
  const ends: number[] = [];
  for (let from = of + 1; from < of + 1 + 2 * reach;) {
    let to = from;
    while (to < from + longestField && isFieldWord(words, to)) to++;
    if (to === from) return false;
    ends.push(to - 1);
    const isLast = ends.length > 1 && isAnd(words, from - 1);
    if (isLast) {
      const areFields = members.has(words.lower(to - 1)) || ends.every((end) => fields.has(words.lower(end)));
      return at < to && areFields;
    }
    if (words.isComma(to)) from = isAnd(words, to + 1) ? to + 2 : to + 1;
    else if (isAnd(words, to)) from = to + 1;
    else return false;
  }
  return false;
}

function isFieldWord(words: Words, at: number): boolean {
  return words.isWord(at) && words.isCapital(at) && !isAnd(words, at) && !words.is(at, w.preposition | w.determiner);
}

function isAnd(words: Words, at: number): boolean {
  return words.lower(at) === 'and' || words.lower(at) === '&';
}
