import type { Lexicon } from './lexicon';

/** Words that news sets against each other and that WordNet's antonyms do not join, as base forms; the sides of a row exclude each other. */
const ROWS = `accept approve agree consent endorse back support grant | reject refuse decline oppose dismiss veto defeat block
proceed | cancel abandon scrap postpone
promise pledge vow agree commit | refuse decline
confirm admit acknowledge concede | deny
rise increase grow climb gain jump surge soar | fall drop decline decrease slump shrink plunge sink tumble
open unlock reopen unlocked | close shut lock seal closed shut locked
win victory | lose loss defeat
start begin launch resume continue | stop end halt suspend cancel abandon scrap
hire appoint reinstate | fire sack dismiss
arrest detain jail imprison hold | release free
convict guilty | acquit acquittal innocent
survive alive | die dead
arrive enter | leave depart
buy | sell
allow permit authorize legalize lift | ban forbid prohibit block bar
raise increase | lower cut reduce
attend present | miss absent skip
praise applaud | criticize condemn
true | false untrue
strengthen tighten | weaken loosen ease
expand extend widen | shrink narrow shorten
improve | worsen deteriorate
pass adopt carry ratify | fail reject defeat block veto
sign | veto
stay remain | leave resign quit
ahead | behind
before | after
above | below
inside | outside
up | down
majority | minority
sunny dry | rainy wet
warm hot mild | cold cool
success successful | failure unsuccessful
safe | unsafe dangerous
profit | loss
guilty | innocent
working | broken
full | empty
unanimous unanimously | narrow narrowly
joined join | leave quit
build rebuild | demolish
save | destroy
attack | defend
recover | relapse
united | divided
north northern | south southern
east eastern | west western
earlier | later
toward towards | away
with | without`;

/** For each word its rows and which side it stands on. */
const sides: ReadonlyMap<string, readonly (readonly [row: number, side: number])[]> = (() => {
  const found = new Map<string, (readonly [number, number])[]>();
  for (const [row, line] of ROWS.split('\n').entries()) {
    for (const [side, words] of line.split(' | ').entries())
      for (const word of words.split(' ')) found.set(word, [...(found.get(word) ?? []), [row, side] as const]);
  }
  return found;
})();

/** Whether two lemmas exclude each other where all else is the same: by the rows above, or by WordNet. */
export function areOpposed(a: number, b: number, lexicon: Lexicon): boolean {
  if (a === b) return false;
  if (lexicon.areOpposites(a, b)) return true;
  const there = sides.get(lexicon.word(b));
  return (
    there !== undefined &&
    (sides.get(lexicon.word(a)) ?? []).some(([row, side]) => there.some(([other, its]) => other === row && its !== side))
  );
}

/** The base forms that a row sets against a word. */
export function oppositesOf(word: string): ReadonlySet<string> {
  return against.get(word) ?? NONE;
}
const NONE: ReadonlySet<string> = new Set();
const against: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const found = new Map<string, Set<string>>();
  for (const line of ROWS.split('\n')) {
    const [left = [], right = []] = line.split(' | ').map((words) => words.split(' '));
    for (const [these, those] of [
      [left, right],
      [right, left],
    ] as const)
      for (const word of these) found.set(word, new Set([...(found.get(word) ?? []), ...those]));
  }
  return found;
})();

/** Whether a lemma tells which way something measured went. */
export function isDirection(lemma: number, lexicon: Lexicon): boolean {
  return DIRECTIONS.has(lexicon.word(lemma));
}

/** What goes up or down is measured: sales of bread are no sales of cakes, nor of all. */
const DIRECTIONS = new Set(
  'rise increase grow climb gain jump surge soar fall drop decline decrease slump shrink plunge sink tumble improve worsen raise lower cut reduce expand narrow widen'.split(
    ' ',
  ),
);

/** Little words whose opposite turns a sentence: they count like words with content. */
export const TURNING = new Set('before after above below up down off'.split(' '));
