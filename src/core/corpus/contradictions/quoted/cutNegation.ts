import { sentencesOf } from '../../matching/query';
import { runAt } from '../../matching/relation';
import { compareSpeakers, spokenIn } from '../../matching/voices';
import type { Conflict } from '../../model';
import { Flag } from '../../words/flags';
import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import { conflictOf, type Side, wordsOf } from '../contradiction';
import { isFramed } from '../sayings';
import type { Run } from '../quotedRuns';

/** Words of a fragment, and those with content. */
const [FEWEST, CONTENTS] = [4, 2];
/** Words that may stand between a negation and what it turns, where no comma does. */
const REACH = 8;
/** Verbs that carry a negation on to what stands behind them: "I would never call this", "I don't think it was". */
const CARRYING = new Set(
  'be call think believe consider see regard describe say find make want expect suggest mean feel have do become look seem'.split(' '),
);
const TURNING_BACK = new Set('doubt deny dispute question hesitate only just merely because until unless without but if'.split(' '));
/** Of a report that quotes the fragment: it turns the fragment itself. */
const DENYING =
  /\b(?:not|no|never|neither|nor|den(?:y\w*|ies|ied)|reject\w*|dismiss\w*|doubt\w*|refus\w+|hardly|far from|anything but|rather than|instead of|without|question\w*|from|prevent\w*|avoid\w*|stop\w*|against|oppos\w+|condemn\w*|rul\w+ out|than|if|whether|would)\b|n['’]t\b/i;
/** What stands right before the fragment where it is told as said: "called it", "spoke of", "it was". */
const ASSERTING = new Set('be of as it this that call describe say him her them'.split(' '));

/** A fragment between marks of which the other article has the sentence, where a "not" before it turns it. */
export function cutNegations(a: readonly Run[], b: readonly Run[], lexicon: Lexicon): Conflict[] {
  const parts = b.filter((part) => part.words.length >= FEWEST && !part.words.some(({ folded }) => NO.test(folded)));
  return a.filter(hasNegation).flatMap((whole) => {
    const words = whole.words.map(({ folded }) => folded);
    return parts.flatMap((part) => cutFrom(whole, words, part, lexicon) ?? []).slice(0, 1);
  });
}

function hasNegation({ source, from, to }: Run): boolean {
  const { flags } = source.text.tokens;
  for (let i = from; i < to; i++) if ((flags[i] ?? 0) & Flag.negation) return true;
  return false;
}

function cutFrom(whole: Run, among: readonly string[], part: Run, lexicon: Lexicon): Conflict | undefined {
  if (among.length <= part.words.length || !among.includes(part.words[0]?.folded ?? '')) return undefined;
  const words = part.words.map(({ folded }) => folded);
  const at = runAt(words, among);
  const begin = whole.words[at]?.token;
  if (at < 0 || begin === undefined) return undefined;
  const contents = part.words.filter(({ token }) => lexicon.kind(part.source.text.tokens.lemma[token] ?? -1) === Kind.content);
  if (contents.length < CONTENTS) return undefined;
  const negation = negationBefore(whole, begin, lexicon);
  if (negation === undefined || isDeniedBeside(part, lexicon)) return undefined;
  const [here, there] = [whole, part].map(({ source, from, to }) => spokenIn(source.voices, from, to));
  const voice = here && there ? compareSpeakers(here.speakers, there.speakers) : 'unknown';
  if (voice !== 'same') return undefined;
  const end = whole.words[at + words.length - 1]?.token ?? begin;
  const side: Side = { source: whole.source, from: negation, to: end + 1 };
  const message = `Quoted differently: “${wordsOf(side.source, side.from, side.to)}” against “${wordsOf(part.source, part.from, part.to)}”`;
  return conflictOf('wording', [side, part], message);
}
const NO = /^(?:not|no|never|none|neither|nor)$/;

/** The token of a negation in the sentence that reaches as far as a token; only words between two commas may stand between. */
function negationBefore({ source: { text, article }, from }: Run, at: number, lexicon: Lexicon): number | undefined {
  const { flags, lemma, start, end } = text.tokens;
  const first = Math.max(from, sentencesOf(text.tokens, at, at + 1).from);
  const isParted = ((flags[at] ?? 0) & Flag.clause) !== 0 && at > first;
  let opened = isParted ? 0 : -1;
  for (let i = at - 1; i >= first; i--) {
    const word = lexicon.word(lemma[i] ?? -1);
    if (TURNING_BACK.has(word)) return undefined;
    if (((flags[i] ?? 0) & Flag.negation) !== 0) {
      if (TURNING_BACK.has(lexicon.word(lemma[i + 1] ?? -1))) return undefined;
      // "not, whatever they say, a good plan"
      if (isParted) return opened === i + 1 ? i : undefined;
      return at - i <= REACH ? i : undefined;
    }
    if (((flags[i] ?? 0) & Flag.clause) !== 0 && i > first) {
      if (!isParted || opened > 0) return undefined;
      opened = i;
    }
    const surface = article.prose.text.slice(start[i], end[i]);
    if (!isParted && lexicon.kind(lemma[i] ?? -1) === Kind.content && !CARRYING.has(word) && !surface.endsWith('ly')) return undefined;
  }
  return undefined;
}

function isDeniedBeside({ source, from, to }: Run, lexicon: Lexicon): boolean {
  const { tokens } = source.text;
  const sentence = sentencesOf(tokens, from, to);
  const isTold = from === sentence.from || ASSERTING.has(lexicon.word(tokens.lemma[from - 1] ?? -1));
  if (!isTold) return true;
  const { text } = source.article.prose;
  const [before, behind] = [
    text.slice(tokens.start[sentence.from], tokens.start[from]),
    text.slice(tokens.end[to - 1], tokens.end[Math.min(sentence.to, to + 4) - 1]),
  ];
  return DENYING.test(before) || DENYING.test(behind) || isFramed({ source, from, to }, lexicon);
}
