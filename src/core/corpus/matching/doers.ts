import { Flag } from '../words/flags';
import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import type { Tokens } from '../words/tokens';
import { sentencesOf } from './query';
import type { Stretch } from './relation';

/** What ends the phrase that names who does something, verbs aside. */
const BEHIND = new Set(['in', 'on', 'at', 'by', 'from', 'for', 'with', 'be', 'have', 'will', 'would', 'do']);
/** What may stand before it. */
const BEFORE = new Set(['which', 'who', 'that', 'and', 'but', 'when', 'as', 'while', 'after']);

/** Lemmas that are names in some texts: words with a capital letter where others would have none. */
export function namesIn(texts: readonly Tokens[], lexicon: Lexicon): ReadonlySet<number> {
  const names = new Set<number>();
  for (const { lemma, flags } of texts) {
    for (let i = 0; i < lemma.length; i++) {
      const isCapital = ((flags[i] ?? 0) & (Flag.capital | Flag.sentence | Flag.clause)) === Flag.capital;
      if (isCapital && lexicon.kind(lemma[i] ?? 0) === Kind.content) names.add(lemma[i] ?? 0);
    }
  }
  return names;
}

/** Whether two passages name who does what they tell, and not the same. */
export function areOthers(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((name) => b.has(name));
}

/** Whether the sentences of a passage name one of them. */
export function isNamedIn(names: ReadonlySet<number>, tokens: Tokens, { from, to }: Stretch): boolean {
  const whole = sentencesOf(tokens, from, to);
  for (let i = whole.from; i < whole.to; i++) if (names.has(tokens.lemma[i] ?? 0)) return true;
  return false;
}

/** The names before the first verb of a passage, or before that of its sentence where the passage begins with the verb. */
export function doersIn(tokens: Tokens, { from, to }: Stretch, names: ReadonlySet<number>, lexicon: Lexicon): ReadonlySet<number> {
  const own = firstPhrase(tokens, from, to, names, lexicon);
  if (!own.isEmpty) return own.names;
  let begin = from;
  while (begin > 0 && !((tokens.flags[begin] ?? 0) & Flag.sentence)) begin--;
  return firstPhrase(tokens, begin, to, names, lexicon).names;
}

function firstPhrase({ lemma, flags }: Tokens, from: number, to: number, names: ReadonlySet<number>, lexicon: Lexicon) {
  const found = new Set<number>();
  let isEmpty = true;
  for (let i = from; i < to; i++) {
    const id = lemma[i] ?? 0;
    const word = lexicon.word(id);
    if (i - from < 2 && BEFORE.has(word)) continue;
    const isName = ((flags[i] ?? 0) & Flag.capital) !== 0 && names.has(id);
    if (BEHIND.has(word) || lexicon.kind(id) === Kind.reporting || (!isName && lexicon.isVerb(id))) break;
    if (isName) found.add(id);
    isEmpty &&= lexicon.kind(id) === Kind.function && !PRONOUNS.has(word);
  }
  return { names: found, isEmpty };
}

const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'we', 'i']);
