import { Kind } from '../../words/kinds';
import { type ArticleWords, AUXILIARY } from '../deeds/articleWords';
import type { Sort } from './value';

/**
 * What values hang on, as base forms, a row for each deed or measure: its verbs, and the nouns and adjectives that outlets say it with. In
 * a phrase its words stand near each other. Before it the sorts of values, by their first letters: moments, hours, seasons, durations,
 * `g` minutes of a game, `p` shares, sums, `v` scores, counts, `l` measures; `*` for all. Before a word
 * `=`: as a verb alone.
 */
const ROWS = `* begin start =open commence launch beginning opening kick_off break_out get_under_way set_off outbreak
* end finish conclude =stop =close closing ending expire
mhs =apply take_effect come_into_force enter_into_force be_in_force ban
mhs build construct erect date_from construction
mhs =found establish set_up founding foundation
mhs burn burn_down burn_to catch_fire destroy
mhs die death
mhs appoint =name confirm elect
mhs buy purchase acquire take_over acquisition takeover purchase
mhs sell
mhs reopen open_again
mhs resign step_down quit resignation
mhs =leave depart departure farewell
mhs marry wedding
mhs arrest detain
mhs crash collide collision
mhs debut
mhs run_aground strand
mhs =raise increase
$ cost worth value price =pay buy purchase acquire takeover acquisition deal transaction
$ sell =fetch go_for price
$ fine
d =last =take =run =need require go_on
l long length stretch
l high height tall
l deep depth below beneath under
l wide width breadth
l weigh weight heavy
p$ raise increase rise climb grow go_up lift up
p$ cut reduce =fall =drop decline shrink go_down lower down
p turnout turn_out take_part
p unemployment jobless unemployed joblessness out_of_work
p =win =get
c live inhabitant population resident
c employ employee workforce worker staff
c crowd spectator attendance attend =watch =see come_to =draw
c room capacity =hold
c evacuate flee leave_house leave_home evacuation
c =plant
g score opener scoring goal winner =net
g send_off see_red dismiss
v adopt approve =pass =passe =back vote endorse ratify reject ballot`;

interface Phrase {
  readonly row: number;
  /** Letters of the sorts of values that may hang on it. */
  readonly sorts: string;
  readonly words: readonly string[];
  /** As a verb alone. */
  readonly isVerb: boolean;
}

const byFirst = new Map<string, Phrase[]>();
for (const [row, line] of ROWS.split('\n').entries()) {
  const [sorts = '', ...entries] = line.split(' ');
  for (const entry of entries) {
    const isVerb = entry.startsWith('=');
    const words = entry.replace('=', '').split('_');
    const first = words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), { row, sorts, words, isVerb }]);
  }
}

const LETTERS: ReadonlyMap<Sort, string> = new Map<Sort, string>([['moment', 'm'], ['hour', 'h'], ['season', 's'], ['duration', 'd'], ['minute', 'g'], ['share', 'p'], ['sum', '$'], ['score', 'v'], ['count', 'c']]); // prettier-ignore

/** Verbs that say nothing of what a value is of. */
const EMPTY = new Set(
  'be have do get make go come say tell give hold keep seem become let mean want try use include reach stand total amount lie sit show'.split(
    ' ',
  ),
);
/** Words of a phrase may have so many others between them. */
const BETWEEN = 2;
/** Past as present. */
const SAME_PAST = new Set('cut hit put shut burst cost set spread quit split beat'.split(' '));

/** What may hang a value at a token: numbers of rows, or the verb itself; none where it is neither. */
export function hooksAt(words: ArticleWords, at: number, from: number, to: number, sort: Sort): Hook[] {
  const letter = LETTERS.get(sort) ?? 'l';
  const found: Hook[] = [];
  for (const { row, sorts, words: phrase, isVerb } of byFirst.get(words.word(at)) ?? []) {
    if (isVerb && !isDone(words, at, from)) continue;
    const last = sorts === '*' || sorts.includes(letter) ? phraseEnd(words, phrase, at, to) : undefined;
    if (last !== undefined) found.push({ hook: row, last, isOwn: sorts !== '*' });
  }
  const word = words.word(at);
  if (found.length === 0 && !AUXILIARY.has(word) && !EMPTY.has(word) && isDone(words, at, from))
    found.push({ hook: VERBS + words.id(at), last: at, isOwn: false });
  // "open again" is no beginning
  const longest = Math.max(...found.map(({ last }) => last));
  return found.filter(({ last }) => last === longest);
}

interface Hook {
  readonly hook: number;
  /** Its last token. */
  readonly last: number;
  /** Of a row for values of such sorts. */
  readonly isOwn: boolean;
}

/** Numbers from which on a hook is the lemma of a verb that is in no row. */
export const VERBS = 1000;

/** Whether a word is a verb there; in its base form only behind what may have one: "the passenger ferry", "was appointed judge". */
export function isDone(words: ArticleWords, at: number, from: number): boolean {
  if (!words.isVerb(at, from)) return false;
  const [surface, word, before] = [words.surface(at), words.word(at), words.surface(at - 1)];
  // "two stops"
  if (at > from && words.lexicon.kind(words.id(at - 1)) === Kind.number && surface.endsWith('s')) return false;
  if (surface !== word || SAME_PAST.has(word) || at === from || surface.endsWith('ed')) return true;
  return /(?:[^s]s|ly)$|^(?:to|not|i|we|you|they|who|people|police|and)$/.test(before) || AUXILIARY.has(words.word(at - 1));
}

function phraseEnd(words: ArticleWords, phrase: readonly string[], at: number, to: number): number | undefined {
  let i = at;
  for (const word of phrase.slice(1)) {
    const limit = Math.min(to, i + 2 + BETWEEN);
    i++;
    while (i < limit && words.word(i) !== word && words.surface(i) !== word) i++;
    if (i >= limit) return undefined;
  }
  return i;
}

const rowOf = (word: string) => byFirst.get(word)?.[0]?.row ?? -1;
/** "Since": it has begun then; "until": it ends then; "the nine-week trial": it lasts so long. */
export const [BEGIN, END, LASTING] = [rowOf('begin'), rowOf('end'), rowOf('last')];
/** What a value is the beginning or the end of is no moment of the deed itself: such hooks are numbered from here on. */
export const SINCE = 1e8;
export const UNTIL = 2e8;
export const BY = 3e8;
