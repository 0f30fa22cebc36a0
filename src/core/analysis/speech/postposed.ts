import type { Attribution } from './attribution';
import { afterAdverbials, afterListener, hasListener } from './adverbials';
import { hasPresent, hasVerb, isVerbless, type Content } from './content';
import { contentAfter } from './contents';
import { type CueVerb, cueVerbAt, frames, type Phrase, phraseAfter, speaks, wordClasses as w, type Words } from '../words/index';
import { leftStart, passesOn, passesOnWords, quotedAsSaying } from './sources';
import { goesOnAfter, isAdverbial, isUnsaid, rightOfPostposed, tellsWhen } from './postposedSides';
import { canSpeak, isSomebody } from './strength';
import { isOwned, listAfter, subjectBefore, type Subject } from './subjects';

export interface Postposed {
  readonly attribution: Attribution;
  /** Units taken, from the start of what is reported to the end of the attribution. */
  readonly from: number;
  readonly to: number;
}

/** Attributions that follow what they report: “…,” she said; The plan failed, said Ruiz; China, Ruiz said, is ready. */
export function postposedAttributions(words: Words, lo: number, hi: number): Postposed[] {
  const found: Postposed[] = [];
  let start = lo;
  for (let at = lo; at < hi; at++) {
    const verb = words.isWord(at) ? cueVerbAt(words, at, lo) : undefined;
    if (verb === undefined || !(speaks(verb.cue) || passesOnWords(verb) || concludes(words, verb, hi))) continue;
    const reading = postposedAt(words, verb, start, hi);
    if (reading === undefined) continue;
    found.push(reading);
    start = reading.to;
    at = Math.max(at, reading.to - 1);
  }
  return found;
}

function postposedAt(words: Words, verb: CueVerb, start: number, hi: number): Postposed | undefined {
  if (verb.use === 'infinitive' || verb.use === 'gerund' || isUnsaid(words, verb)) return undefined;
  const quotedPassive = verb.use === 'passive' ? quotedAs(words, verb, hi) : undefined;
  if (verb.use === 'passive' && quotedPassive === undefined) return undefined;
  const before = subjectBefore(words, verb.from, start);
  let subject: Subject | undefined = before === 'shared' ? undefined : before;
  if (subject?.phrase.kind === 'relative') return undefined;
  let afterVerb = quotedPassive ?? verb.to;
  let sieve = 'quote-subject-cue';
  let left = subject?.from ?? verb.from;
  const gap = (unit: number): boolean => {
    const before = words.lower(unit - 1) === 'as' ? unit - 2 : unit - 1;
    return words.isPassage(before) || words.isComma(before);
  };
  // "…, says Ruiz, who": rather than an insertion before the verb
  if (subject !== undefined && words.isComma(verb.from - 1) && verb.from === verb.at && isInverted(words, verb, subject.phrase, hi))
    subject = undefined;
  if (subject === undefined || !gap(left) || left <= start) {
    if (subject !== undefined && !words.isPassage(verb.from - 1)) return undefined;
    // Inverted: the verb right after the passage or the comma.
    if (!gap(verb.from) || verb.from <= start || verb.from < verb.at) return undefined;
    const nearest = phraseAfter(words, verb.to, hi);
    const inverted = nearest && listAfter(words, nearest, hi);
    if (inverted === undefined || words.is(inverted.to, w.auxiliary | w.modal)) return undefined;
    subject = { phrase: nameInApposition(words, inverted, hi), from: verb.from };
    left = verb.from;
    afterVerb = inverted.to;
    sieve = 'quote-cue-subject';
  } else if (hasListener(words, verb, hi)) afterVerb = afterListener(words, afterVerb, hi);
  if (words.lower(left - 1) === 'as' && left - 1 > start) left--;
  const to = words.isComma(left - 1) ? left - 1 : left;
  if (to <= start) return undefined;
  const lastPassage = words.isPassage(to - 1) ? words.passage(to - 1) : undefined;
  const right = contentAfter(words, { ...verb, to: quotedPassive ?? verb.to }, hi, true);
  const reported = verb.use === 'finite' ? quotedAsSaying(words, verb, hi) : undefined;
  if (reported !== undefined && sieve === 'quote-subject-cue') {
    subject = { phrase: reported.source, from: left };
    afterVerb = reported.to;
  }
  const thought = concludes(words, verb, hi);
  if (thought && !canConclude(words, subject.phrase, sieve)) return undefined;
  if (!speaks(verb.cue) && !thought && reported === undefined && quotedPassive === undefined) return undefined;
  const object = afterVerb;
  const noListener = !hasListener(words, verb, hi);
  if (sieve === 'quote-subject-cue' && noListener && takesObject(words, object)) return undefined;
  // "sweets, nets | added from boats"
  if (lastPassage === undefined && verb.cue.lemma === 'add' && words.is(afterVerb, w.preposition)) return undefined;
  const following = afterAdverbials(words, afterVerb, hi);
  const closes = following >= hi || words.isPunctuation(following) || words.is(following, w.subordinator | w.conjunction);
  // "a “gem,” using | shared boats", "On “Low Tide,” she smiled."
  if (
    (verb.cue.frames & frames.apart) !== 0 &&
    (!closes || lastPassage?.ending === 'stop' || lastPassage === undefined || isTitle(lastPassage))
  )
    return undefined;
  if (lastPassage !== undefined) {
    const paused = lastPassage.ending !== 'none' || words.isComma(left - 1);
    if (!paused && (right !== undefined || !closes || lastPassage.words < 3)) return undefined;
  } else if (!closes || words.lower(following) === ':' || opensQuestion(words, verb, following)) return undefined;
  else if (
    !hasVerb(words, start, to) &&
    !hasPresent(words, start, to) &&
    !(words.isComma(following) && goesOnAfter(words, following + 1, hi))
  )
    return undefined;
  if (lastPassage === undefined && !isSomebody(words, subject.phrase)) return undefined;
  const leftFrom = leftStart(words, start, to);
  if (lastPassage?.ending === 'comma' && tellsWhen(words, leftFrom, to - 1)) return undefined;
  if (lastPassage === undefined && passesOn(words, subject.phrase, leftFrom, to)) return undefined;
  if (lastPassage !== undefined && words.is(leftFrom, w.preposition) && leftFrom < to - 1) {
    if (!hasVerb(words, leftFrom, to - 1)) return undefined;
    // "After singing “Low Tide,” she said, “…”"
    if (words.lower(leftFrom + 1).endsWith('ing') && right !== undefined && lastPassage.ending === 'comma' && lastPassage.words < 8)
      return undefined;
  }
  // "Speaking in Ames, she said, “…”" tells when, not what.
  const when =
    (lastPassage === undefined && words.lower(leftFrom).endsWith('ing') && words.cueWords(leftFrom) !== undefined) ||
    tellsHow(words, leftFrom, lastPassage !== undefined);
  const adverbial = lastPassage === undefined && isAdverbial(words, leftFrom, to);
  const tells = hasVerb(words, leftFrom, to) && !(lastPassage === undefined && isVerbless(words, leftFrom, to));
  const contents: Content[] = (tells || hasPresent(words, leftFrom, to)) && !when && !adverbial ? [{ from: leftFrom, to }] : [];
  let end = Math.max(following, afterVerb);
  const rest = rightOfPostposed(words, end, hi, {
    quoted: lastPassage !== undefined,
    inverted: sieve === 'quote-cue-subject',
    fronted: adverbial && contents.length === 0,
  });
  if (rest !== undefined) {
    // "The bridge, he said, is safe"
    if (contents.length === 0 && !when && !adverbial && isSubjectOf(words, leftFrom, to, rest.from))
      contents.push({ from: leftFrom, to, minor: true });
    contents.push(rest);
    end = rest.to;
  }
  if (contents.length === 0) return undefined;
  const told = verb.cue.lemma === 'tell' && afterVerb === verb.to && courts.has(words.lower(subject.phrase.head));
  const attribution = {
    cueFrom: verb.from,
    cueTo: quotedPassive ?? (reported === undefined ? verb.to : reported.inner.to),
    subject: told ? undefined : subject.phrase,
    contents,
    sieve,
    speech: !thought,
  };
  return { attribution, from: start, to: end };
}

/** "Asked why she came, Ruiz said", "Not waiting for an answer, Ruiz said" */
function tellsHow(words: Words, from: number, quoted: boolean): boolean {
  if (!quoted && words.lower(from) === 'not' && words.lower(from + 1).endsWith('ing')) return true;
  return /^(?:asked|questioned|pressed|quizzed)$/.test(words.lower(from)) && !words.isPunctuation(from + 1);
}

function isTitle({ words, capitals }: { readonly words: number; readonly capitals: number }): boolean {
  return words > 1 && capitals >= words * 0.6;
}

const conclusions = new Set('show find indicate suggest estimate believe think reckon fear'.split(' '));
/** "…, records show." with nothing after it */
function concludes(words: Words, { cue, use, to }: CueVerb, hi: number): boolean {
  return use === 'finite' && conclusions.has(cue.lemma) && (to >= hi || words.lower(to) === '.');
}

/** Some source or people, not "he" or "I" */
function canConclude(words: Words, phrase: Phrase, sieve: string): boolean {
  return sieve === 'quote-subject-cue' && phrase.kind !== 'pronoun' && phrase.kind !== 'relative' && isSomebody(words, phrase);
}

/** Right after the verb a name or a person stands, and before the comma something that says nothing. */
function isInverted(words: Words, verb: CueVerb, before: Phrase, hi: number): boolean {
  const last = phraseAfter(words, verb.to, hi);
  // "…, nets and paint, said the spokesman Tom Venn.": nothing follows that he could have said
  const endsSentence = last !== undefined && (last.to >= hi || words.lower(last.to) === '.') && !words.is(last.head, w.time);
  if (before.kind !== 'noun') return endsSentence && last.kind === 'name' && /^(?:say|add|explain|insist)$/.test(verb.cue.lemma);
  if (endsSentence && isSomebody(words, last) && last.kind !== 'pronoun' && !hasListener(words, verb, hi)) return true;
  if (canSpeak(words, before) && !isPlural(words, before, verb)) return false;
  const after = phraseAfter(words, verb.to, hi);
  return after !== undefined && canSpeak(words, after) && (after.kind === 'name' || words.is(after.head, w.role | w.group | w.pronoun));
}

/** "their children …, says Ruiz": the verb is of one. */
function isPlural(words: Words, { head }: Phrase, verb: CueVerb): boolean {
  return words.is(head, w.group) || words.lower(head).endsWith('s') || words.lower(head) === 'children'
    ? words.lower(verb.at) === `${verb.cue.lemma}s`
    : false;
}

/** "In a new study, engineers explain | why cliffs fall": what they say follows. */
function opensQuestion(words: Words, { cue }: CueVerb, at: number): boolean {
  if (words.lower(at) === 'that') return true;
  return (cue.frames & (frames.clause | frames.question)) !== 0 && /^(?:how|what|why|whether)$/.test(words.lower(at));
}

function isSubjectOf(words: Words, from: number, to: number, predicate: number): boolean {
  let verb = predicate;
  while (words.isAdverb(verb) || words.is(verb, w.negation)) verb++;
  const isVerb = words.is(verb, w.auxiliary | w.modal | w.verb) || words.looksPast(verb) || words.cueWords(verb) !== undefined;
  return isVerb && phraseAfter(words, from, to)?.to === to;
}

/** "‘He lied’, court told": they listen. */
const courts = new Set('court jury inquest tribunal inquiry hearing trial'.split(' '));

/** "was quoted by Y (as) telling Z": the unit after the inner verb. */
function quotedAs(words: Words, verb: CueVerb, hi: number): number | undefined {
  if (verb.cue.lemma !== 'quote' && verb.cue.lemma !== 'cite') return undefined;
  for (let at = verb.to; at < Math.min(hi, verb.to + 14); at++) {
    if (words.isPunctuation(at)) return undefined;
    const inner = cueVerbAt(words, at, verb.to);
    if (inner?.use === 'gerund' && speaks(inner.cue))
      return (inner.cue.frames & frames.listener) !== 0 ? afterListener(words, inner.to, hi) : inner.to;
  }
  return undefined;
}

/** "said Ruiz's deputy, Omar Holt,": the name. */
function nameInApposition(words: Words, phrase: Phrase, hi: number): Phrase {
  const isRole = words.is(phrase.head, w.role);
  if (phrase.kind === 'pronoun' || !words.isComma(phrase.to) || !(isRole || isOwned(words, phrase))) return phrase;
  const name = phraseAfter(words, phrase.to + 1, hi);
  if (name?.kind !== 'name' || name.from !== phrase.to + 1 || !words.isName(name.from)) return phrase;
  if (!(isRole && phrase.kind === 'noun') && (name.nameFrom === name.head || !(name.to >= hi || words.isPunctuation(name.to))))
    return phrase;
  return { ...name, from: phrase.from };
}

/** A noun phrase right after the verb is its content, and what stands before it is somebody else's. */
function takesObject(words: Words, at: number): boolean {
  if (words.is(at, w.time) || words.is(at + 1, w.time)) return false;
  return words.is(at, w.determiner | w.possessive | w.pronoun) || words.isName(at);
}
