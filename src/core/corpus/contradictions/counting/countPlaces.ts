import { sentencesOf } from '../../matching/query';
import { Flag } from '../../words/flags';
import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import type { Tokens } from '../../words/tokens';

const PLACED = new Set('in at near across off outside around throughout'.split(' '));
const DIRECTIONS = new Set('north south east west northeast northwest southeast southwest'.split(' '));
const BEFORE_NAME = new Set('the a central southern northern eastern western city town village province region island state of'.split(' '));

/** What a name before it makes one place of: "at Halm airport". */
const PLACES = new Set(
  'airport station harbor harbour port bridge park square street road hospital clinic prison jail school college university market church cathedral mosque stadium beach camp mine plant factory hotel airfield base'.split(
    ' ',
  ),
);

/** Names of the place behind a count, before the next count; where none is there, of the one before it in the sentence. */
export function placeBeside(tokens: Tokens, from: number, to: number, lexicon: Lexicon): ReadonlySet<number> {
  const sentence = sentencesOf(tokens, from, to);
  const word = (i: number) => lexicon.word(tokens.lemma[i] ?? -1);
  const isVerb = (i: number) => lexicon.isVerb(tokens.lemma[i] ?? -1);
  const nameAt = (i: number): Set<number> => {
    const names = new Set<number>();
    let k = i + 1;
    while (k < i + 4 && !((tokens.flags[k] ?? 0) & Flag.capital) && BEFORE_NAME.has(lexicon.word(tokens.lemma[k] ?? -1))) k++;
    // "in the north", as others name a town
    if (
      DIRECTIONS.has(word(k)) &&
      word(k - 1) === 'the' &&
      (k + 1 >= sentence.to || lexicon.kind(tokens.lemma[k + 1] ?? -1) !== Kind.content || isVerb(k + 1))
    )
      return new Set([tokens.lemma[k] ?? -1]);
    for (; k < sentence.to && (tokens.flags[k] ?? 0) & Flag.capital; k++) {
      if (names.size > 0 && (tokens.flags[k] ?? 0) & Flag.clause) break;
      names.add(tokens.lemma[k] ?? -1);
    }
    // "in the Egyptian capital" names no place by its name.
    const flags = tokens.flags[k] ?? 0;
    const isAdjective = k < sentence.to && !(flags & (Flag.clause | Flag.phrase)) && lexicon.kind(tokens.lemma[k] ?? -1) === Kind.content;
    return isAdjective && !PLACES.has(word(k)) ? new Set() : names;
  };
  const isPlaced = (i: number) => PLACED.has(lexicon.word(tokens.lemma[i] ?? -1));
  // In its own clause first: "in the north 12 houses burned, and in the south 30"
  let clause = to;
  while (clause < sentence.to && !((tokens.flags[clause] ?? 0) & Flag.clause)) clause++;
  const behind = (start: number, end: number) => {
    for (let i = start; i < end; i++) {
      if (lexicon.kind(tokens.lemma[i] ?? -1) === Kind.number) return undefined;
      const names = isPlaced(i) ? nameAt(i) : undefined;
      if (names && names.size > 0) return names;
    }
    return undefined;
  };
  const own = behind(to, clause);
  if (own) return own;
  const isNear = (i: number) => !((tokens.flags[i + 1] ?? 0) & Flag.clause);
  const before = (least: (i: number) => boolean) => {
    for (let i = from - 1; i >= sentence.from && least(i); i--) {
      const names = isPlaced(i) ? nameAt(i) : undefined;
      if (names && names.size > 0) return names;
    }
    return undefined;
  };
  return before(isNear) ?? behind(to, sentence.to) ?? before(() => true) ?? new Set();
}
