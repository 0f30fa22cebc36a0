import { type CueVerb, frames, type Phrase, phraseAfter, sourceNouns, speaks, wordClasses as w, type Words } from '../words/index';
import type { Content } from './content';
import { formOf } from './form';

/**
 * Whether a verb and what stands after it report anything. `none`: an act, a verdict or a thing ("ordered a coffee", "praised the board",
 * "Tuesday saw"). `likely`: speech where a text reports much ("expressed concern"). `doubtful`: more often than not no speech ("wants to", "knew how", "spoke of"). docs/evaluation-quotations.md counts them.
 */
export type Strength = 'none' | 'doubtful' | 'likely' | 'sure';

const listOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** With a noun alone these say something: "urged calm", "proposed a tunnel". */
const saysWithNoun = listOf(
  'say tell accuse urge warn blame propose recommend estimate predict recall cite note add announce criticize criticise reject suggest',
);
/** With a noun alone these are too seldom speech to be shown, and too often to be nothing. */
const mayWithNoun = listOf(
  `announce deny reject acknowledge admit demand concede confirm express reveal allege promise pledge vow threaten ask suggest dismiss describe
  explain mention question voice insist request mock repeat outline emphasize emphasise stress underscore lament invoke reference discuss
  want expect clarify detail summarize summarise claim report show indicate proclaim declare view consider argue observe signal boast protest`,
);
/** Of these a text that reports much has more right ones than wrong ones. */
const likelyWithNoun = listOf('deny acknowledge admit express describe explain mention question dismiss ask discuss voice reveal promise');

/** Things done with one's hands: only a clause with "that", or marks, are words. */
const acts = listOf(
  `publish post illustrate project document maintain brand label title name call order direct command press invite authorize authorise find see
  observe discover support oppose endorse aim show release lodge float pitch unveil lay figure state attack blast hammer rap trash slap flay skewer`,
);
const isOwnVoice = (words: Words, subject: Phrase): boolean => /^(?:i|we|you|one|us|me)$/.test(words.lower(subject.head));
const wishes = listOf('want expect seek seem appear plan hope intend aim decide prefer wish long yearn hesitate resolve opt decline agree');
const strongPrepositions = listOf('call push warn comment complain brag boast caution apologize apologise object argue');

export function strengthOf(words: Words, verb: CueVerb, subject: Phrase | undefined, content: Content, sieve: string): Strength {
  const form = formOf(words, verb, content);
  const { lemma, frames: bits } = verb.cue;
  if (subject !== undefined && isNoSpeaker(words, subject)) return 'none';
  if (form === 'marks') return withMarks(words, lemma, subject, content);
  const thought = (bits & frames.thought) !== 0;
  if (form === 'that' && !thought) return subject !== undefined && isOwnVoice(words, subject) ? 'doubtful' : 'sure';
  if (form === 'that' || form === 'colon') return weakened(words, subject, sieve, thought && sieve === 'participle' ? 'doubtful' : 'sure');
  // "claimed 12 lives", "ordered two coffees"
  if (
    words.isNumber(content.from) &&
    /^(?:claim|order|call|name|demand|offer)$/.test(lemma) &&
    subject !== undefined &&
    !canSpeak(words, subject)
  )
    return 'none';
  const takesClause = (bits & (frames.clause | frames.listener | frames.question)) !== 0;
  // "asked the crew to leave"
  if ((form === 'noun' || form === 'clause') && (bits & frames.infinitive) !== 0 && asksSomebody(words, content))
    return weakened(
      words,
      subject,
      sieve,
      thought || acts.has(lemma) || (verb.use === 'gerund' && !speaks(verb.cue)) ? 'doubtful' : 'sure',
    );
  const isNoun = form === 'noun' || (form === 'clause' && !takesClause);
  if (isNoun || (form === 'clause' && acts.has(lemma) && !opensWithSubject(words, content) && !isSource(words, subject)))
    return withNoun(words, verb, subject, content, sieve);
  if (form === 'as') return acts.has(lemma) ? 'none' : 'doubtful';
  if (form === 'preposition') {
    if (words.is(content.from, w.time) || lemma === 'aim' || isNegated(words, verb)) return 'none';
    return strongPrepositions.has(lemma) ? weakened(words, subject, sieve, 'sure') : 'doubtful';
  }
  if (form === 'infinitive')
    return wishes.has(lemma) || thought || sieve === 'passive' ? 'doubtful' : weakened(words, subject, sieve, 'sure');
  if (form === 'question') {
    if (lemma === 'state') return 'none';
    return speaks(verb.cue) ? weakened(words, subject, sieve, 'sure') : 'doubtful';
  }
  if (lemma === 'say' && subject !== undefined && !isOwnVoice(words, subject) && sieve !== 'infinitive') return 'sure';
  return weakened(words, subject, sieve, thought && hardlySaid.has(lemma) && !isSource(words, subject) ? 'doubtful' : 'sure');
}

/** Words between marks are somebody's, but not where the verb is an act and they stand further on: "published a book … “Tides”". */
function withMarks(words: Words, lemma: string, subject: Phrase | undefined, content: Content): Strength {
  const passageFirst = words.isPassage(content.from) || words.lower(content.from) === 'that' || words.lower(content.from - 1) === ':';
  if (lemma === 'seem' || lemma === 'appear' || (printing.has(lemma) && !passageFirst)) return 'none';
  return passageFirst || (subject !== undefined && !isOwnVoice(words, subject)) ? 'sure' : 'doubtful';
}
const printing = listOf('publish post illustrate project release unveil maintain');
/** Thoughts whose clause without "that" is more often none: "saw the ship go down". */
const hardlySaid = listOf('know see find consider understand imagine expect figure notice sense remember care regard perceive view');

function withNoun(words: Words, verb: CueVerb, subject: Phrase | undefined, content: Content, sieve: string): Strength {
  const { lemma } = verb.cue;
  if (lemma === 'say' && subject !== undefined) return isOwnVoice(words, subject) || sieve === 'infinitive' ? 'doubtful' : 'sure';
  // "claimed 12 lives", "ordered two coffees"
  if (words.isNumber(content.from) && !/^(?:say|estimate|predict|report)$/.test(lemma)) return 'none';
  if (
    (isNegated(words, verb) || (subject !== undefined && /^(?:neither|nobody|none|no)$/.test(words.lower(subject.from)))) &&
    lemma !== 'say'
  )
    return 'none';
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

function isNegated(words: Words, verb: CueVerb): boolean {
  for (let at = verb.from; at < verb.at; at++) if (words.is(at, w.negation)) return true;
  return false;
}

/** "he would stay": a clause that needs no "that". */
function opensWithSubject(words: Words, { from }: Content): boolean {
  return /^(?:he|she|they|it|i|we|you|there)$/.test(words.lower(from));
}
