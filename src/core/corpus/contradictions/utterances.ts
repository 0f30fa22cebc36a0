import { bestFits } from '../matching/alignment';
import { query, sentencesOf } from '../matching/query';
import { conflictOf, type Side, type Source, shownWords, wordsOf } from './contradiction';
import { areOthers, ShortSentences } from './givenTo';
import { Kind } from '../words/kinds';
import { areOfOtherOccasions } from './scenes/scene';
import type { Lexicon } from '../words/lexicon';
import { threesOf } from '../words/threes';
import type { Matcher } from '../matching/matcher';
import type { Conflict } from '../model';
import { isRun, runAt, type Stretch } from '../matching/relation';
import { Flag } from '../words/flags';
import { turnedWords } from './turnedWords';
import { compareSpeakers, type Spoken, spokenIn } from '../matching/voices';

/** Confidence in a speaker from which on a contradiction is worth a line. */
const SURE = 0.75;
/** The same where the other side is sure and nearly every word is the same. */
const READ_ON = 0.5;
const EVERY_WORD = 0.9;
/** Words with content from which on a few quoted words are one utterance; two may be a set phrase. */
const FEW = 3;
/** Words from which on a sentence that two people are given is told also where one of them is meant by a pronoun. */
const LONG = 6;
/** F of words from which on two quotations are one utterance. */
const SAME_WORDS = 0.8;
/** Score from which on two reports with a few quoted words in common tell of one utterance. */
const SAME_REPORT = 0.5;

/** One utterance, but other speakers, or words turned into their opposite. `runs`: every three words in a row of the second article (`threesOf`). */
export function quotationConflicts(a: Source, b: Source, runs: ReadonlySet<number>, lexicon: Lexicon, matcher: Matcher): Conflict[] {
  const found: Conflict[] = [];
  const short = new ShortSentences(a, b, lexicon);
  for (const spoken of a.voices.spoken) {
    if (spoken.type === 'indirect') continue;
    // A long quotation is asked for sentence by sentence: others may have cut it.
    const { flags } = a.text.tokens;
    let whole = false;
    for (let from = spoken.from, to = from + 1; from < spoken.to; from = to++) {
      while (to < spoken.to && !((flags[to] ?? 0) & Flag.sentence)) to++;
      // One utterance has at least three words in a row in common with itself, whoever renders it.
      const threes = threesOf(a.text.tokens.lemma.subarray(from, to));
      if (!threes.some((run) => runs.has(run))) continue;
      const asked = query(a.text, from, to, lexicon);
      if (asked.contents < FEW) {
        if (threes.every((run) => runs.has(run))) short.add(spoken, from, to, (there) => isOther(spoken, there));
        continue;
      }
      // Most sentences have no such place, which is cheaper to see than which of their places is best.
      if ((bestFits(asked, b.text, 1, SAME_WORDS)[0]?.f ?? 0) < SAME_WORDS) continue;
      const best = matcher.best(asked, b.text, () => 'unknown');
      if (!best || best.fit.f < SAME_WORDS) continue;
      const there = spokenIn(b.voices, best.fit.from, best.fit.to);
      if (!there || there.type === 'indirect') continue;
      whole = true;
      const sides: [Side, Side] = [
        { source: a, from, to },
        { source: b, from: best.fit.from, to: best.fit.to },
      ];
      const turned = sides.every(isQuoted) ? turnedWords(sides[0], sides[1], lexicon) : undefined;
      if (turned !== undefined && !areOfOtherOccasions(sides[0], sides[1])) found.push(conflictOf('wording', sides, turned));
      // Where nobody is named beside the words, a reader takes the last one named for the speaker.
      const least = best.fit.f >= EVERY_WORD ? READ_ON : SURE;
      const isEnough = asked.contents > FEW || threes.every((run) => runs.has(run));
      const isSaid = isOtherSpeaker(spoken, there, least) || (best.fit.f >= EVERY_WORD && to - from >= LONG && isOther(spoken, there));
      if (isEnough && isSaid && !namesEither(sides, spoken, there)) found.push(speakerConflict(sides, spoken, there));
    }
    if (!whole && spoken.confidence >= SURE) found.push(...fewWords(a, spoken, b, lexicon, matcher));
    found.push(...otherWords(a, spoken, b, lexicon));
  }
  for (const spoken of b.voices.spoken) found.push(...otherWords(b, spoken, a, lexicon));
  for (const { sides, here, there } of short.given()) found.push(speakerConflict(sides, here, there));
  return found;
}

/** Words between two quotations from one sentence, at most. */
const APART = 8;

/**
 * A report that quotes twice from one sentence, where the other article has the sentence in full: words between marks that are
 * not in it are not what was said, or not there.
 */
function otherWords(a: Source, spoken: Spoken, b: Source, lexicon: Lexicon): Conflict[] {
  const parts = quotedParts(a, spoken);
  if (spoken.type !== 'mixed' || parts.length < 2) return [];
  for (const known of parts) {
    const anchor = quotedWords(a, known, lexicon);
    if (anchor.length < 2) continue;
    for (const full of b.voices.spoken) {
      if (full.type === 'indirect' || compareSpeakers(spoken.speakers, full.speakers) !== 'same') continue;
      const words = quotedWords(b, full, lexicon);
      const at = runAt(anchor, words);
      if (at < 0 || words.length < 2 * anchor.length) continue;
      const rest = new Set(words.filter((_, i) => i < at || i >= at + anchor.length));
      const everywhere = new Set(b.voices.spoken.flatMap((other) => quotedWords(b, other, lexicon)));
      for (const part of parts) {
        const other = quotedWords(a, part, lexicon);
        if (part === known || other.length < 2 || other.some((lemma) => isAmong(lemma, everywhere, lexicon))) continue;
        // A report that goes on for long between two quotations tells of two utterances.
        if (Math.max(known.from, part.from) - Math.min(known.to, part.to) > APART) continue;
        // What the report says around those words must stand in the sentence, or it goes on to something else.
        const frame = a.text.tokens.lemma.subarray(Math.min(known.to, part.to), Math.max(known.from, part.from));
        if (!frame.some((lemma) => lexicon.kind(lemma) === Kind.content && rest.has(lemma))) continue;
        const place = sentenceAround(b, full, anchor, lexicon);
        return [
          conflictOf('wording', [
            { source: a, ...part },
            { source: b, ...place },
          ]),
        ];
      }
    }
  }
  return [];
}

/** The runs between marks of a quotation. */
function quotedParts({ text: { tokens } }: Source, { from, to }: Stretch): Stretch[] {
  const parts: Stretch[] = [];
  for (let i = from; i < to; i++) {
    if (((tokens.flags[i] ?? 0) & Flag.quoted) === 0) continue;
    const begin = i;
    while (i < to && (tokens.flags[i] ?? 0) & Flag.quoted) i++;
    parts.push({ from: begin, to: i });
  }
  return parts;
}

function isAmong(lemma: number, words: ReadonlySet<number>, lexicon: Lexicon): boolean {
  return words.has(lemma) || lexicon.related(lemma).lemmas.some((other) => words.has(other));
}

/** What stands behind the anchor in its sentence, or before it where nothing does. */
function sentenceAround({ text: { tokens } }: Source, full: Stretch, anchor: readonly number[], lexicon: Lexicon): Stretch {
  const contents: number[] = [];
  for (let i = full.from; i < full.to; i++) {
    if ((tokens.flags[i] ?? 0) & Flag.quoted && lexicon.kind(tokens.lemma[i] ?? 0) !== Kind.function) contents.push(i);
  }
  const at = runAt(
    anchor,
    contents.map((i) => tokens.lemma[i] ?? 0),
  );
  const [first, last] = [contents[at] ?? full.from, contents[at + anchor.length - 1] ?? full.from];
  const sentence = sentencesOf(tokens, first, last + 1);
  const end = Math.min(sentence.to, full.to);
  return end > last + 1 ? { from: last + 1, to: end } : { from: Math.max(sentence.from, full.from), to: first };
}

/** A few quoted words, given to somebody else in a report of the same. */
function fewWords(a: Source, spoken: Spoken, b: Source, lexicon: Lexicon, matcher: Matcher): Conflict[] {
  const words = quotedWords(a, spoken, lexicon);
  if (words.length < FEW) return [];
  const others = b.voices.spoken.filter((other) => other.type !== 'indirect' && isRun(words, quotedWords(b, other, lexicon)));
  // Whoever says it in both articles is the speaker; others may repeat it.
  if (others.length === 0 || others.some((other) => compareSpeakers(spoken.speakers, other.speakers) !== 'other')) return [];
  const asked = query(a.text, spoken.from, spoken.to, lexicon);
  const best = matcher.best(asked, b.text, () => 'unknown');
  const there = best && others.find((other) => other.from < best.fit.to && other.to > best.fit.from);
  if (!there || best.score < SAME_REPORT || !isOtherSpeaker(spoken, there, SURE)) return [];
  return [
    speakerConflict(
      [
        { source: a, ...quotedOf(a, spoken) },
        { source: b, ...quotedOf(b, there) },
      ],
      spoken,
      there,
    ),
  ];
}

/** Speakers by name; a pronoun is too easily given to the wrong one. */
function isOtherSpeaker(a: Spoken, b: Spoken, least: number): boolean {
  const [low, high] = a.confidence < b.confidence ? [a, b] : [b, a];
  const isSure = high.named && high.confidence >= SURE && (low.confidence < SURE ? low.confidence >= least : low.named);
  return isSure && areOthers(a, b);
}

/** The same where the words are, one by one: one of the two may be meant by a pronoun. */
function isOther(a: Spoken, b: Spoken): boolean {
  return (a.named || b.named) && Math.min(a.confidence, b.confidence) >= SURE && areOthers(a, b);
}

/** Whether the one article names beside the words whom the other has for their speaker: who of the two says them may have been misread. */
function namesEither([here, there]: readonly [Side, Side], a: Spoken, b: Spoken): boolean {
  return isNamedBeside(here, b) || isNamedBeside(there, a);
}

function isNamedBeside({ source, from, to }: Side, { speakers }: Spoken): boolean {
  const { tokens } = source.text;
  const whole = sentencesOf(tokens, from, to);
  const names = new Set(speakers.flatMap(({ name }) => name.split(' ').at(-1) ?? []));
  for (let i = whole.from; i < whole.to; i++) if ((i < from || i >= to) && names.has(wordsOf(source, i, i + 1).replace(/['’]s$/, ''))) return true; // prettier-ignore
  return false;
}

/** Who is meant by a pronoun may have been misread. */
function speakerConflict(sides: readonly [Side, Side], a: Spoken, b: Spoken): Conflict {
  const names = [a, b].map(({ speakers }) => speakers.map(({ name }) => name).join(' and '));
  const message = `${names[0] ?? ''} or ${names[1] ?? ''}: “${shownWords(sides[0].source, sides[0].from, sides[0].to)}”`;
  return { ...conflictOf('speaker', sides, message), ...(!(a.named && b.named) && { level: 'differs' as const }) };
}

/** The lemmas with content between the marks of a quotation. */
function quotedWords({ text: { tokens } }: Source, { from, to }: Stretch, lexicon: Lexicon): number[] {
  const found: number[] = [];
  for (let i = from; i < to; i++) {
    const lemma = tokens.lemma[i] ?? 0;
    if ((tokens.flags[i] ?? 0) & Flag.quoted && lexicon.kind(lemma) !== Kind.function) found.push(lemma);
  }
  return found;
}

/** From its first to its last quoted word. */
function quotedOf({ text: { tokens } }: Source, { from, to }: Stretch): Stretch {
  const isQuoted = (i: number) => ((tokens.flags[i] ?? 0) & Flag.quoted) !== 0;
  let [first, end] = [from, to];
  while (first < end - 1 && !isQuoted(first)) first++;
  while (end > first + 1 && !isQuoted(end - 1)) end--;
  return { from: first, to: end };
}

/** Whether a place is all between marks: in a report the frame around the words may turn them, too ("denies any link"). */
function isQuoted({ source, from, to }: Side): boolean {
  let quoted = 0;
  for (let i = from; i < to; i++) quoted += Number(((source.text.tokens.flags[i] ?? 0) & Flag.quoted) !== 0);
  return quoted >= 0.9 * (to - from);
}
