import { classesOf, type Phrase, wordClasses as w, type Words } from '../words/index';
import type { Member, MemberKind } from './member';

const mediaWords = new Set(
  'times post news journal herald tribune globe guardian telegraph mirror reuters cnn bbc nbc cbs abc fox msnbc ap afp tass xinhua sputnik bloomberg politico huffpost npr pbs c-span twitter facebook magazine today radio tv television daily weekly gazette chronicle observer courier inc. corp. co. ltd. llc plc university college institute center centre house senate congress'.split(
    ' ',
  ),
);

const companyEnds = new Set('inc. corp. co. ltd. ltd llc plc inc corp'.split(' '));

/** "Lowen" is no short form of the Lowen Courier. */
export function isOutlet(member: Member): boolean {
  return mediaWords.has(member.nameWords.at(-1) ?? '');
}

/** Offices written as letters. */
const officeLetters = new Set(['pm', 'mp', 'mep', 'ceo', 'cfo', 'dg', 'fm']);

export function kindOfName(words: Words, phrase: Phrase, nameWords: readonly string[], titleWords: readonly string[]): MemberKind {
  if (nameWords.length === 1 && words.is(phrase.head, w.government)) return 'government';
  // "Flight 82", "QZ850": a thing with a number
  if (/\d/.test(nameWords.at(-1) ?? '')) return 'organisation';
  if (companyEnds.has(nameWords.at(-1) ?? '')) return 'organisation';
  const named = titleWords.some((word) => (classesOf(word) & (w.title | w.role)) !== 0);
  if (named) return 'person';
  for (let at = phrase.nameFrom; at <= phrase.head; at++) {
    const lower = words.lower(at);
    if (words.is(at, w.body) || mediaWords.has(lower)) return 'organisation';
    if (lower === 'of' || lower === '&' || lower === 'for') return 'organisation';
  }
  if (words.is(phrase.head, w.group)) return 'group';
  // "Claims were made", "Figures show": a sentence's first word
  if (
    phrase.from === phrase.head &&
    words.is(phrase.head, w.cue) &&
    (nameWords[0] ?? '').endsWith('s') &&
    opensSentence(words, phrase.from)
  )
    return 'group';
  const head = words.text(phrase.head, phrase.head + 1);
  if (nameWords.length === 1 && /^\p{Lu}{2,4}s$/u.test(head)) return 'group';
  if (nameWords.length === 1 && officeLetters.has(nameWords[0] ?? '')) return 'person';
  if (nameWords.length === 1 && head.length >= 2 && head.length <= 6 && head === head.toUpperCase()) return 'organisation';
  if (words.is(phrase.from, w.determiner) && words.lower(phrase.from) === 'the') return 'organisation';
  return 'person';
}

function opensSentence(words: Words, at: number): boolean {
  return at === 0 || /^[.?!]/.test(words.lower(at - 1));
}
