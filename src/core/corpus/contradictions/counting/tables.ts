import { Flag } from '../../words/flags';
import type { Tokens } from '../../words/tokens';
import type { Fact } from '../fact';

/** Figures in a sentence from which on it is a table that has lost its lines: which of them is of what is not told by words. */
const TABLE = 25;

/** The facts, given in reading order, of sentences that are none. */
export function outsideTables(facts: readonly Fact[], { flags }: Tokens): Fact[] {
  const rows: Fact[][] = [];
  let at = 0;
  for (const fact of facts) {
    let begins = rows.length === 0;
    while (at < fact.from) if ((flags[++at] ?? 0) & Flag.sentence) begins = true;
    if (begins) rows.push([fact]);
    else rows.at(-1)?.push(fact);
  }
  return rows.flatMap((row) => (row.length < TABLE ? row : []));
}
