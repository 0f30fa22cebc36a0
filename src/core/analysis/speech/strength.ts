import { type CueVerb, frames, type Phrase, phraseAfter, sourceNouns, speaks, wordClasses as w, type Words } from '../words/index';
import { isVerbless, type Content } from './content';
import { formOf, isBrief, isShort } from './form';
import {
  acts,
  convened,
  granted,
  hardlySaid,
  labels,
  likelyWithNoun,
  mayWithNoun,
  printing,
  saysWithNoun,
  strongPrepositions,
  topical,
  wishes,
} from './strengthWords';

/**
 * Whether a verb and what stands after it report anything. `none`: an act, a verdict or a thing ("ordered a coffee", "praised the board",
 * "Tuesday saw"). `likely`: speech where a text reports much ("expressed concern"). `doubtful`: more often than not no speech ("wants to", "knew how", "spoke of"). docs/evaluation-quotations.md counts them.
 */
export type Strength = 'none' | 'doubtful' | 'likely' | 'sure';

const isOwnVoice = (words: Words, subject: Phrase): boolean => /^(?:i|we|you|one|us|me)$/.test(words.lower(subject.head));
export function strengthOf(words: Words, verb: CueVerb, subject: Phrase | undefined, content: Content, sieve: string): Strength {
  const form = formOf(words, verb, content);
  if (content.to === content.from + 1 && words.is(content.from, w.time)) return 'none';
  // "as they say it, back in May"
  if (content.from === verb.to && words.lower(content.from) === 'it' && words.isComma(content.from + 1)) return 'none';
  const { lemma, frames: bits } = verb.cue;
  if (subject !== undefined && isNoSpeaker(words, subject)) return 'none';
  if (form === 'marks') return withMarks(words, lemma, subject, content, sieve);
  // "maintained that position at a meeting": no clause
  if (form === 'that' && /^(?:maintain|echo|respond|support|oppose|endorse)$/.test(lemma) && isDeterminer(words, content)) return 'none';
  const thought = (bits & frames.thought) !== 0;
  // "took pains to say the road was safe"
  if (
    lemma === 'say' &&
    sieve === 'infinitive' &&
    (form === 'clause' || form === 'that') &&
    subject !== undefined &&
    canSpeak(words, subject)
  )
    return isOwnVoice(words, subject) || isImpersonal(words, subject) ? 'doubtful' : 'likely';
  // "it is odd to argue that"
  if (form === 'that' && sieve === 'infinitive' && subject !== undefined && isImpersonal(words, subject)) return 'doubtful';
  if (form === 'that' && !thought) return subject !== undefined && isOwnVoice(words, subject) ? 'doubtful' : 'sure';
  // "what they want and how they feel they are seen"
  if (thought && subject !== undefined && /^(?:how|what)$/.test(words.lower(subject.from - 1))) return 'doubtful';
  // "would have known that when he saw it": that is what was known
  if (form === 'that' && thought && /^(?:when|while|before|after|until)$/.test(words.lower(content.from + 1)) && !hasComma(words, content))
    return 'none';
  if (form === 'that' || form === 'colon') return weakened(words, subject, sieve, thought && sieve === 'participle' ? 'doubtful' : 'sure');
  // "claimed 12 lives", "ordered two coffees"
  if (
    words.isNumber(content.from) &&
    /^(?:claim|order|call|name|demand|offer)$/.test(lemma) &&
    subject !== undefined &&
    !canSpeak(words, subject)
  )
    return 'none';
  // "is fond of noting how": a preposition other than "by" makes the gerund a habit, and the question its topic
  if (verb.use === 'gerund' && form === 'question' && words.lower(verb.from - 1) === 'of') return 'doubtful';
  // "does not overturn reporting rules set by the board"
  const modifies = verb.use === 'gerund' && content.from === verb.to && !words.isComma(verb.from - 1) && lemma !== 'say';
  if (modifies && form === 'clause' && !saysWithNoun.has(lemma) && isBareNoun(words, content.from)) return 'none';
  const takesClause = (bits & (frames.clause | frames.listener | frames.question)) !== 0;
  // "asked the crew to leave"
  if ((form === 'noun' || form === 'clause') && (bits & frames.infinitive) !== 0 && asksSomebody(words, content))
    return weakened(
      words,
      subject,
      sieve,
      thought || acts.has(lemma) || (verb.use === 'gerund' && !speaks(verb.cue)) ? 'doubtful' : 'sure',
    );
  // "asked the crew whether it was safe"
  if (lemma === 'ask' && asksQuestion(words, content)) return weakened(words, subject, sieve, 'sure');
  const isNoun = form === 'noun' || (form === 'clause' && !takesClause);
  if (isNoun || (form === 'clause' && acts.has(lemma) && !opensWithSubject(words, content) && !isSource(words, subject)))
    return withNoun(words, verb, subject, content, sieve);
  if (form === 'as') return acts.has(lemma) ? 'none' : 'doubtful';
  if (form === 'preposition') {
    if (words.is(content.from, w.time | w.conjunction) || lemma === 'aim' || isNegated(words, verb)) return 'none';
    if (lemma === 'push' && verb.use === 'gerund') return 'doubtful';
    if (topical.has(lemma) && /^(?:about|on|of)$/.test(words.lower(content.from - 1))) return weakened(words, subject, sieve, 'likely');
    return strongPrepositions.has(lemma) ? weakened(words, subject, sieve, 'sure') : 'doubtful';
  }
  if (form === 'infinitive') {
    if (wishes.has(lemma) || thought || sieve === 'passive') return 'doubtful';
    // "promises to be the best of the year"
    if (lemma === 'promise' && words.lower(content.from + 1) === 'be') return 'doubtful';
    return weakened(words, subject, sieve, lemma === 'refuse' ? 'likely' : 'sure');
  }
  if (form === 'question') {
    if (lemma === 'state') return 'none';
    // "it explains how the lamp was lit"
    if (subject !== undefined && /^(?:it|this|that|which)$/.test(words.lower(subject.head)) && /^(?:explain|show|tell)$/.test(lemma))
      return 'doubtful';
    // "noted whether they came": an observation; "did not explain why": nothing was said
    if (lemma === 'note' || (isNegated(words, verb) && !/^(?:ask|say|tell)$/.test(lemma))) return 'doubtful';
    return speaks(verb.cue) ? weakened(words, subject, sieve, 'sure') : 'doubtful';
  }
  if (lemma === 'say' && subject !== undefined && !isOwnVoice(words, subject) && sieve !== 'infinitive') return 'sure';
  return weakened(words, subject, sieve, thought && hardlySaid.has(lemma) && !isSource(words, subject) ? 'doubtful' : 'sure');
}

/** Words between marks are somebody's, but not where the verb is an act and they stand further on: "published a book … “Tides”". */
function withMarks(words: Words, lemma: string, subject: Phrase | undefined, content: Content, sieve: string): Strength {
  const passageFirst = words.isPassage(content.from) || words.lower(content.from) === 'that' || words.lower(content.from - 1) === ':';
  if (lemma === 'sing' && words.passage(content.from)?.startsWithCapital === true && isShort(words, content.from)) return 'none';
  if (lemma === 'call' && /^an?$/.test(words.lower(content.from)) && convened.has(words.lower(headOf(words, content)))) return 'none';
  // "you could call it “odd”": what anybody might say
  if (
    labels.has(lemma) &&
    subject !== undefined &&
    /^(?:you|one|we)$/.test(words.lower(subject.head)) &&
    passageFirst &&
    isBrief(words, content)
  )
    return 'none';
  // "are considered “raw” material": by whom is not said
  if (subject === undefined && sieve === 'passive' && isBrief(words, content)) return 'none';
  if (lemma === 'seem' || lemma === 'appear' || (printing.has(lemma) && !passageFirst)) return 'none';
  return passageFirst || (subject !== undefined && !isOwnVoice(words, subject)) ? 'sure' : 'doubtful';
}
function withNoun(words: Words, verb: CueVerb, subject: Phrase | undefined, content: Content, sieve: string): Strength {
  const { lemma } = verb.cue;
  // "said farewell to the sea"
  if (lemma === 'say' && /^(?:farewell|goodbye|good-bye|hello|hi|thanks|grace|mass)$/.test(words.lower(content.from))) return 'none';
  if (lemma === 'say' && subject !== undefined) return isOwnVoice(words, subject) || sieve === 'infinitive' ? 'doubtful' : 'sure';
  // "claimed 12 lives", "ordered two coffees"
  if (words.isNumber(content.from) && !/^(?:say|estimate|predict|report)$/.test(lemma)) return 'none';
  if ((isNegated(words, verb) || (subject !== undefined && isNobody(words, subject))) && lemma !== 'say') return 'none';
  // "denied the permit": what is given or not given
  if (lemma === 'deny' && granted.has(words.lower(headOf(words, content)))) return 'none';
  const says = saysWithNoun.has(lemma);
  if (!says && !mayWithNoun.has(lemma)) return 'none';
  if (subject === undefined || !canSpeak(words, subject)) return acts.has(lemma) || lemma === 'claim' ? 'none' : 'doubtful';
  if (verb.use === 'gerund' && !says) return 'none';
  if (isSource(words, subject) && verb.use === 'finite') return 'sure';
  return says && verb.use !== 'infinitive'
    ? weakened(words, subject, sieve, 'sure')
    : likelyWithNoun.has(lemma)
      ? weakened(words, subject, sieve, 'likely')
      : 'doubtful';
}

function weakened(words: Words, subject: Phrase | undefined, sieve: string, strength: Strength): Strength {
  if (subject === undefined || sieve === 'infinitive' || sieve === 'distant-subject' || sieve === 'passive') return 'doubtful';
  if (isOwnVoice(words, subject)) return 'doubtful';
  return canSpeak(words, subject) ? strength : 'doubtful';
}

/** A person, a body, a group or a name; not "the flood". */
export function canSpeak(words: Words, { kind, head }: Phrase): boolean {
  return (
    kind !== 'noun' || words.is(head, w.role | w.group | w.body | w.title | w.government | w.pronoun) || words.lower(head).endsWith('s')
  );
}

/** As `canSpeak`, where nothing but the verb shows that somebody speaks: "growers", and not "two seats" or "other issues". */
export function isSomebody(words: Words, phrase: Phrase): boolean {
  const { kind, head } = phrase;
  return canSpeak(words, phrase) && (kind !== 'noun' || isPerson(words, head));
}

function isPerson(words: Words, head: number): boolean {
  const lower = words.lower(head);
  return (
    words.is(head, w.role | w.group | w.body | w.title | w.government | w.pronoun) ||
    sourceNouns.has(lower) ||
    /(?:ers|ors|ists|ians|ants|ents|ees|m[ae]n|crats|ites|ans|ives|ates)$/.test(lower)
  );
}

/** "Tuesday", "the second half of April", "Story highlights" */
function isNoSpeaker(words: Words, { kind, head, from, to }: Phrase): boolean {
  if (kind === 'pronoun' || kind === 'relative') return false;
  if (words.lower(head) === 'story' && words.isCapital(head)) return true;
  if (words.is(head, w.time) && !words.is(head, w.role | w.group | w.body)) return from === head || kind === 'noun';
  return kind === 'noun' && /^(?:half|part|end|start|beginning|rest|series|spate|wave)$/.test(words.lower(head)) && to > head;
}

/** A poll, a study, a letter: what says something without being anybody. */
function isSource(words: Words, subject: Phrase | undefined): boolean {
  return subject?.kind === 'noun' && sourceNouns.has(words.lower(subject.head));
}

function asksSomebody(words: Words, { from, to }: Content): boolean {
  const asked = phraseAfter(words, from, to);
  return asked !== undefined && words.lower(asked.to) === 'to' && asked.to < to && words.isWord(asked.to + 1);
}

function asksQuestion(words: Words, { from, to }: Content): boolean {
  const asked = phraseAfter(words, from, to);
  return asked !== undefined && asked.to < to && /^(?:if|whether|how|what|why|who|when|where|which)$/.test(words.lower(asked.to));
}

/** "no driver", "neither of them", "Neither Ruiz nor | Holt" */
function isNobody(words: Words, { from }: Phrase): boolean {
  return /^(?:neither|nobody|none|no)$/.test(words.lower(from)) || words.lower(from - 1) === 'nor';
}

const isImpersonal = (words: Words, subject: Phrase): boolean => words.lower(subject.head) === 'it';

/** "that position", with no verb up to the comma. */
function isDeterminer(words: Words, { from, to }: Content): boolean {
  if (words.is(from + 1, w.determiner | w.possessive | w.pronoun | w.subordinator) || words.isCapital(from + 1)) return false;
  let end = from + 1;
  while (end < to && !words.isComma(end)) end++;
  return isVerbless(words, from + 1, end);
}

function headOf(words: Words, { from, to }: Content): number {
  return phraseAfter(words, from, to)?.head ?? from;
}

function hasComma(words: Words, { from, to }: Content): boolean {
  for (let at = from; at < to; at++) if (words.isComma(at)) return true;
  return false;
}

/** A common noun without an article: "rules", "duties". */
function isBareNoun(words: Words, at: number): boolean {
  return (
    words.isWord(at) &&
    !words.isCapital(at) &&
    !words.is(at, w.determiner | w.possessive | w.pronoun | w.subordinator | w.group | w.preposition | w.negation | w.adverb | w.role) &&
    !words.isAdverb(at)
  );
}

function isNegated(words: Words, verb: CueVerb): boolean {
  let from = verb.from;
  while (words.isAdverb(from - 1) || words.is(from - 1, w.negation | w.auxiliary) || words.lower(from - 1) === 'yet') from--;
  for (let at = from; at < verb.at; at++) if (words.is(at, w.negation) || /n['’]t$|^cannot$/.test(words.lower(at))) return true;
  return false;
}

/** "he would stay": a clause that needs no "that". */
function opensWithSubject(words: Words, { from }: Content): boolean {
  return /^(?:he|she|they|it|i|we|you|there)$/.test(words.lower(from));
}
