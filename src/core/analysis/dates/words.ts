import { codeAt } from './characters';

/** The words that can take part in a date expression, each with its class and a value for the rules. */

/** What a word can be to a rule. */
export type WordClass =
  | ('other' | 'break' | 'stop' | 'comma' | 'dash' | 'open' | 'close' | 'slash' | 'poss' | 'money' | 'percent' | 'ed')
  | ('dd' | 'int' | 'yyyy' | 'dec' | 'frac' | 'iso' | 'slashed' | 'md' | 'clock' | 'nth' | 'yy' | 'ampm' | 'num' | 'ordinal' | 'decade')
  | ('month' | 'weekday' | 'wd' | 'weekdays' | 'unit' | 'units' | 'half' | 'weekend' | 'season' | 'daypart' | 'dayparts' | 'noon' | 'zone')
  | ('the' | 'a' | 'of' | 'in' | 'to' | 'and' | 'or' | 'at' | 'on' | 'for' | 'from' | 'by' | 'than' | 'during' | 'as' | 'after' | 'before')
  | ('since' | 'last' | 'past' | 'prev' | 'next' | 'following' | 'coming' | 'this' | 'that' | 'same' | 'current' | 'latest' | 'recent')
  | ('every' | 'few' | 'couple' | 'more' | 'mod' | 'edge' | 'about' | 'approx' | 'ago' | 'er' | 'orso' | 'old' | 'long')
  | ('fiscal' | 'full' | 'period' | 'deictic' | 'tonight' | 'ref' | 'adverb' | 'era' | 'holiday' | 'will' | 'may' | 'did')
  | ('be' | 'been' | 'ahead' | 'per' | 'yearpart' | 'fy');

/** A list of them with spaces between. */
export type WordClasses<S extends string> = S extends WordClass
  ? S
  : S extends `${infer First extends WordClass} ${infer Rest}`
    ? `${First} ${WordClasses<Rest>}`
    : never;

/** Classes that signs and numbers have; the lexicon names the others. */
const signClasses =
  'other break stop comma dash open close slash poss money percent ed dd int yyyy dec frac iso slashed md clock nth yy ampm yearpart fy';

export interface Word {
  readonly mark: string;
  readonly value: string;
  /** Counts only with a capital: "May", "Sat", "March". */
  readonly capital: boolean;
  /** A dot after it belongs to it: "Sept." */
  readonly abbreviation: boolean;
}

/** A name of more than one word; the first word wakes it. */
interface Phrase {
  readonly rest: readonly string[];
  readonly word: Word;
}

/**
 * A class a line; its words, or words=value; words that stand together are joined by "_". In the head, `^` for words
 * that need a capital, `.` for abbreviations, `+` for words with a plural of the class with an s, `#n` for values that count from n, `:value` for one value of all.
 * In the first line each word is a class of its own.
 * Holidays: month-day, month#n*weekday (the n-th, 5 is the last; +days), E+days from Easter Sunday.
 */
const lexicon = `
half weekend the of to and or at on for from than during as after before since last past next following this that same current recent couple ago old long fiscal period been
month^#1 january february march april may june july august september october november december
month^.#1 jan feb mar apr _ jun jul aug sep oct nov dec
month^. sept=9
weekday^+#1 monday tuesday wednesday thursday friday saturday sunday
wd^.#1 mon tue wed thu fri sat sun
wd^. tues=2 thur=4 thurs=4
unit+ second minute hour day week fortnight month quarter year decade century
units centuries=century
season spring=SP summer=SU autumn=FA fall=FA winter=WI
daypart+ morning=MO afternoon=AF evening=EV night=NI
noon:T12:00 noon midday midnight=T24:00
num#0 zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
num dozen=12 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 thousand=1000
ordinal#1 first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
ordinal thirtieth=30
decade#192 twenties thirties forties fifties sixties seventies eighties nineties
zone gmt utc est edt cst cdt mst mdt pst pdt bst cet cest
zone^ et ct pt eet eest msk ist jst kst sgt hkt aest aedt nzst nzdt
ahead ahead_of
per per
a a an
in in into
by by through until till within throughout
prev previous preceding prior
coming coming upcoming
latest latest corresponding comparable
fiscal fy financial
every every each
few few several many some
more more additional another
mod early=START late=END mid=MID
edge beginning=START start=START end=END middle=MID
about about around almost roughly approximately
approx nearly over more_than less_than fewer_than no_more_than no_less_than at_least at_most up_to
er earlier later
orso or_so
full full entire whole
deictic#-1 yesterday today tomorrow
tonight tonight overnight
ref:PRESENT_REF now right_now currently these_days
ref:PAST_REF recently more_recently
ref:FUTURE_REF soon the_future the_near_future the_foreseeable_future the_near_term the_short_term
adverb hourly=PT1H daily=P1D nightly=P1D weekly=P1W fortnightly=P2W monthly=P1M yearly=P1Y
era^:1947/1991 cold_war
era^:1914/1918 world_war_i first_world_war
era^:1939/1945 world_war_ii second_world_war
era^:1929/1939 great_depression
holiday^ christmas=12-25 christmas_day=12-25 christmas_eve=12-24 boxing_day=12-26 new_year's_day=01-01 new_year's_eve=12-31 new_year's=01-01 valentine's_day=02-14 independence_day=07-04 fourth_of_july=07-04 halloween=10-31 veterans_day=11-11 armistice_day=11-11 remembrance_day=11-11 martin_luther_king_day=01#3*1 presidents'_day=02#3*1 presidents_day=02#3*1 mother's_day=05#2*7 memorial_day=05#5*1 father's_day=06#3*7 labor_day=09#1*1 columbus_day=10#2*1 thanksgiving=11#4*4 thanksgiving_day=11#4*4 black_friday=11#4*4+1 cyber_monday=11#4*4+4 election_day=11#1*1+1 election_night=11#1*1+1 inauguration_day=01-20 st._patrick's_day=03-17 st_patrick's_day=03-17 anzac_day=04-25 may_day=05-01 juneteenth=06-19 canada_day=07-01 bastille_day=07-14 ash_wednesday=E-46 mardi_gras=E-47 palm_sunday=E-7 good_friday=E-2 easter=E+0 easter_sunday=E+0 easter_monday=E+1 pentecost=E+49
will will ll shall would plan plans planning planned scheduled expect expects expected going_to due set_to set_for slated effective starting
may could might should must can hopes intends aims
did said was were had did told went took came made began met rose fell says has have died left won lost fled gave saw held spoke wrote found struck shot sank became grew drew stood ran sent brought caught bought sold built knew kept led paid broke flew threw blew shut felt
be is are
`;

/** One UTF-16 unit a class, so that a rule is a regular expression over the classes of the words. */
const marks: Partial<Record<WordClass, string>> = {};
export const markOf = marks as Readonly<Record<WordClass, string>>;
function markFor(name: WordClass): string {
  return (marks[name] ??= String.fromCharCode(0x100 + Object.keys(marks).length));
}
(signClasses.split(' ') as WordClass[]).forEach(markFor);

const lists = new Map<string, string>();
/** The marks of one or more classes, with spaces between. */
export function marksOf(kinds: string): string {
  let marks = lists.get(kinds);
  if (marks === undefined) {
    marks = kinds.replace(/(\w+) ?/g, (_, name: WordClass) => {
      const mark = markOf[name] as string | undefined;
      if (mark === undefined) throw new Error(name);
      return mark;
    });
    lists.set(kinds, marks);
  }
  return marks;
}

interface Entry {
  readonly text: string;
  word: Word | undefined;
  readonly phrases: Phrase[];
}

/** A running hash of letters, upper and lower case alike; so a word needs no string of its own to be looked up. */
export const hashLetter = (hash: number, code: number): number => (Math.imul(hash, 31) + (code | 32)) | 0;

const entries = new Map<number, Entry>();
function entryOf(text: string): Entry {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = hashLetter(hash, codeAt(text, i));
  const entry = entries.get(hash) ?? { text, word: undefined, phrases: [] };
  if (entry.text !== text) throw new Error(`${text}: one hash with ${entry.text}`);
  entries.set(hash, entry);
  return entry;
}
function learn(head: string, text: string, value: string): void {
  const [, name = '', capital, abbreviation] = /^(\w+)(\^?)(\.?)/.exec(head) ?? [];
  const word = { mark: markFor(name as WordClass), value, capital: capital !== '', abbreviation: abbreviation !== '' };
  // A possessive or a point ends the letters that wake the phrase.
  const [first = '', ...rest] = text.replace(/^([a-z]+)(?=['.])/, '$1_').split('_');
  const entry = entryOf(first);
  if (rest.length === 0) entry.word = word;
  else entry.phrases.push({ rest, word });
  entry.phrases.sort((a, b) => b.rest.length - a.rest.length);
}
const [ownClasses = '', ...lines] = lexicon.trim().split('\n');
for (const name of ownClasses.split(' ')) learn(name, name, name);
for (const line of lines) {
  const [head = '', ...list] = line.split(' ');
  const start = /#(.+)/.exec(head)?.[1];
  const shared = /:(.+)/.exec(head)?.[1];
  list.forEach((item, index) => {
    const [text = '', value = start === undefined ? (shared ?? text) : String(Number(start) + index)] = item.split('=');
    learn(head, text, value);
    if (head.includes('+')) learn(head.replace(/\w+/, '$&s'), `${text}s`, value);
  });
}

export function lookUp(hash: number, prose: string, start: number, end: number): Entry | undefined {
  const entry = entries.get(hash);
  if (entry?.text.length !== end - start) return undefined;
  for (let i = start; i < end; i++) if ((codeAt(prose, i) | 32) !== codeAt(entry.text, i - start)) return undefined;
  return entry;
}
