import { describe, type Phrase, phraseAfter, wordClasses as w, type Words } from '../words/index';
import { subjectBefore } from '../speech/index';

/** Who asks and who answers, as an article says before its Q and A. */
export interface Parties {
  readonly asks: Phrase | undefined;
  readonly answers: Phrase | undefined;
}

const talking = new Set('spoke speaks speaking talked talks talking chatted chats sat sits met meets'.split(' '));
const asking = new Set('interviewed interviews asked asks questioned questions quizzed quizzes'.split(' '));
const answering = new Set('answered answers took takes fielded fields'.split(' '));
const meetings = new Set('interview conversation q&a'.split(' '));

/** Whether a text may say whom a Q and A is with. */
export function mayIntroduce(text: string): boolean {
  return (
    /\b(?:sp[eo]a?k(?:e|ing|s)?|talk|chat|sat|sits?|met|meets?|interview|conversation|questions?|ask|q&a)/i.test(text) || isHeadline(text)
  );
}

/** "Ana Ruiz on the pool" */
export function isHeadline(text: string): boolean {
  return /^\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,3} (?:on|about) [^.?!]{3,90}$/u.test(text);
}

/** "The Courier spoke to Ana Ruiz", "our interview with Ana Ruiz", "Ana Ruiz answered questions from readers". */
export function partiesIn(words: Words, isTitled: (phrase: Phrase) => boolean = () => false): Parties | undefined {
  const topic = phraseAfter(words, 0, words.count);
  if (topic?.kind === 'name' && isHeadline(words.text(0, words.count)) && isAnswerer(words, topic) && isTopicMark(words.lower(topic.to)))
    return { asks: undefined, answers: topic };
  for (let at = 0; at < words.count; at++) {
    const lower = words.lower(at);
    if (asking.has(lower) && at > 0) {
      const answers = partyAfter(words, at + 1);
      if (answers !== undefined) return { asks: partyBefore(words, at), answers };
    } else if (talking.has(lower) || meetings.has(lower)) {
      const by = toWhom(words, at + 1);
      const other = by < 0 ? undefined : partyAfter(words, by + 1);
      if (other === undefined) continue;
      if (meetings.has(lower)) {
        // "In an interview with the Courier, Ana Ruiz explains"
        const named = isAnswerer(words, other) || !words.isComma(other.to) ? undefined : partyAfter(words, other.to + 1);
        return named?.kind === 'name' ? { asks: other, answers: named } : { asks: undefined, answers: other };
      }
      const subject = partyBefore(words, at);
      if (subject !== undefined && areAlike(words, subject, other, at)) {
        if (words.is(at - 1, w.auxiliary)) return { asks: other, answers: subject };
        if (isTitled(subject) === isTitled(other)) return { asks: undefined, answers: undefined };
        return isTitled(subject) ? { asks: other, answers: subject } : { asks: subject, answers: other };
      }
      return isAnswerer(words, other) || subject === undefined ? { asks: subject, answers: other } : { asks: other, answers: subject };
    } else if (answering.has(lower) && asksIn(words, at + 1)) {
      const answers = partyBefore(words, at);
      if (answers !== undefined) return { asks: undefined, answers };
    }
  }
  return undefined;
}

function isTopicMark(lower: string): boolean {
  return lower === 'on' || lower === 'about';
}

/** Two bare names, of which nothing says who is somebody: either may ask. */
function areAlike(words: Words, subject: Phrase, other: Phrase, verb: number): boolean {
  const isBare = ({ kind, from, nameFrom }: Phrase): boolean => kind === 'name' && from === nameFrom;
  if (!isBare(subject) || !isBare(other) || !isAnswerer(words, subject) || !isAnswerer(words, other)) return false;
  const isDescribed =
    words.isComma(other.to) && (words.is(other.to + 1, w.role | w.title | w.determiner | w.possessive) || words.isNumber(other.to + 1));
  return !isDescribed && !words.isComma(verb - 1);
}

/** "spoke | last week | to" */
function toWhom(words: Words, from: number): number {
  for (let at = from; at < from + 5; at++) {
    if (words.lower(at) === 'to' || words.lower(at) === 'with') return at;
    if (words.isPunctuation(at)) return -1;
  }
  return -1;
}

/** "(some of your) questions" */
function asksIn(words: Words, from: number): boolean {
  for (let at = from; at < from + 5; at++) if (words.lower(at) === 'questions') return true;
  return false;
}

function partyBefore(words: Words, verb: number): Phrase | undefined {
  const subject = subjectBefore(words, verb, 0);
  return subject === undefined || subject === 'shared' || !canTalk(words, subject.phrase) ? undefined : subject.phrase;
}

/** A role with its name after a comma is the name's: "the mayor, Ana Ruiz,". */
function partyAfter(words: Words, from: number): Phrase | undefined {
  const phrase = withoutTime(words, phraseAfter(words, from, words.count));
  if (phrase === undefined || !canTalk(words, phrase)) return undefined;
  const named = phrase.kind === 'noun' && words.isComma(phrase.to) ? phraseAfter(words, phrase.to + 1, words.count) : undefined;
  return named?.kind === 'name' ? named : phrase;
}

/** "the Halden Courier | last week" */
function withoutTime(words: Words, phrase: Phrase | undefined): Phrase | undefined {
  if (phrase?.kind !== 'noun' || !words.is(phrase.head, w.time)) return phrase;
  let to = phrase.head;
  while (to > phrase.from && !words.isName(to - 1)) to--;
  return to > phrase.from ? describe(words, phrase.from, to) : undefined;
}

function canTalk(words: Words, phrase: Phrase): boolean {
  return phrase.kind === 'name' || (phrase.kind === 'noun' && words.is(phrase.head, w.role | w.body | w.group));
}

/** A person; a paper or its readers ask. */
function isAnswerer(words: Words, phrase: Phrase): boolean {
  if (phrase.kind === 'noun') return words.is(phrase.head, w.role);
  return !words.is(phrase.head, w.body) && !(words.is(phrase.from, w.determiner) && phrase.nameFrom <= phrase.from + 1);
}
