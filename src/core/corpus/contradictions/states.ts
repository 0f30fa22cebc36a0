import { sentencesOf } from '../matching/query';
import type { Fact } from './fact';
import type { Lexicon } from '../words/lexicon';
import { Flag } from '../words/flags';
import type { Tokens } from '../words/tokens';

/** States that exclude each other, as news tells them: one word of the one side against one of the other. */
const OPPOSED = [
  ['arrest detain hold capture apprehend custody', 'hunt manhunt seek search'],
  ['convict guilty', 'acquit acquittal innocent'],
  ['survive alive', 'die dead'],
] as const;
/** The same, told only where each article has one of them; the second may be the first denied. */
const STRICT = [
  ['resign', ''],
  ['armed', 'unarmed'],
  ['apologize apologise', ''],
  ['suspend', 'reinstate'],
  ['postpone cancel', ''],
] as const;
/** What is only asked for, planned or possible. */
const OPEN = new Set(
  'if whether may might could would should ask call urge want demand plan consider threaten expect try hope pressure'.split(' '),
);
const OPEN_REACH = 5;
const NEGATION = new Set(['not', 'no', 'never', 'nobody', 'none', 'neither', 'without', 'deny', 'refuse', 'decline']);

/** Words that say in what state somebody or something is, as facts of 0 or 1; `head` numbers the pair of states. */
export function statesOf(tokens: Tokens, prose: string, lexicon: Lexicon): Fact[] {
  const sides = new Map(
    [...OPPOSED, ...STRICT].flatMap((pair, head) =>
      pair.flatMap((words, side) =>
        words
          .split(' ')
          .filter(Boolean)
          .map((word) => [lexicon.id(word), { head, side }] as const),
      ),
    ),
  );
  const facts: Fact[] = [];
  for (let i = 0; i < tokens.lemma.length; i++) {
    const state = sides.get(tokens.lemma[i] ?? -1);
    if (!state || (tokens.flags[i] ?? 0) & Flag.quoted) continue;
    const { from, to } = sentencesOf(tokens, i, i + 1);
    if (isOfMore(tokens, i, to, prose, lexicon)) continue;
    const strict = state.head >= OPPOSED.length;
    if (strict && isOpen(tokens, i, from, lexicon)) continue;
    let side: number = state.side;
    let begin = i;
    for (let k = Math.max(from, i - 3); k < i; k++) {
      if (!NEGATION.has(lexicon.word(tokens.lemma[k] ?? -1))) continue;
      side = 1 - side;
      begin = Math.min(begin, k);
    }
    facts.push({
      kind: 'state',
      from: begin,
      to: i + 1,
      low: side,
      high: side,
      head: state.head,
      person: strict ? namesIn(tokens, from, to) : new Set(),
      ...(strict && { strict }),
    });
  }
  return facts;
}

function isOpen({ lemma }: Tokens, at: number, from: number, lexicon: Lexicon): boolean {
  for (let i = Math.max(from, at - OPEN_REACH); i < at; i++) if (OPEN.has(lexicon.word(lemma[i] ?? -1))) return true;
  return false;
}

/** The names of a sentence, its first word left out. */
function namesIn({ lemma, flags }: Tokens, from: number, to: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (let i = from + 1; i < to; i++) if ((flags[i] ?? 0) & Flag.capital) found.add(lemma[i] ?? -1);
  return found;
}

/** What is sought may be an office or a reply, what is held a view; "the surviving suspect" tells him from another one. */
function isOfMore({ lemma, start, end }: Tokens, at: number, limit: number, prose: string, lexicon: Lexicon): boolean {
  const surface = prose.slice(start[at], end[at]).toLowerCase();
  if (surface === 'surviving') return true;
  const word = lexicon.word(lemma[at] ?? -1);
  if (!LOOSE.has(word) || surface === 'sought') return false;
  for (let i = at + 1; i < Math.min(limit, at + OBJECT); i++) if (HUNTED.has(lexicon.word(lemma[i] ?? -1))) return false;
  return true;
}
const LOOSE = new Set(['seek', 'hold', 'search', 'capture']);
const HUNTED = new Set(
  'man woman suspect attacker gunman gunmen driver killer bomber shooter fugitive thief robber prisoner teenager boy girl person'.split(
    ' ',
  ),
);
/** Words behind a verb among which it is said who is sought or held. */
const OBJECT = 5;
