/** The words that can take part in a date expression, each with its class and a value for the rules. */

const classNames = [
  ...['other', 'break', 'stop', 'comma', 'dash', 'open', 'close', 'slash', 'poss', 'money', 'percent', 'ed'],
  ...['dd', 'int', 'yyyy', 'dec', 'frac', 'iso', 'slashed', 'clock', 'nth', 'ordinal', 'num', 'decade', 'yy'],
  ...['month', 'weekday', 'wd', 'weekdays', 'unit', 'units', 'half', 'weekend', 'season', 'daypart', 'dayparts', 'noon', 'ampm', 'zone'],
  ...['the', 'a', 'of', 'in', 'to', 'and', 'or', 'at', 'on', 'for', 'from', 'by', 'than', 'during', 'as', 'after', 'before', 'since'],
  ...[
    'last',
    'past',
    'prev',
    'next',
    'following',
    'coming',
    'this',
    'that',
    'same',
    'current',
    'latest',
    'recent',
    'every',
    'few',
    'couple',
    'more',
  ],
  ...['mod', 'edge', 'about', 'approx', 'ago', 'er', 'orso', 'ahead', 'old', 'long', 'sometime', 'fiscal', 'full', 'period'],
  ...['deictic', 'tonight', 'ref', 'adverb', 'era', 'holiday', 'will', 'may', 'did', 'be', 'been'],
] as const;

export type WordClass = (typeof classNames)[number];

/** One UTF-16 unit a class, so that a rule is a regular expression over the classes of the words. */
export const markOf = Object.fromEntries(classNames.map((name, index) => [name, String.fromCharCode(0x100 + index)])) as Readonly<
  Record<WordClass, string>
>;

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
 * A class a line, `^` for words that need a capital, `.` for abbreviations; then words, or words=value;
 * words that stand together are joined by "_".
 * Holidays: month-day, month#n*weekday (the n-th, 5 is the last; +days), E+days from Easter Sunday.
 */
const lexicon = `
month^ january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 october=10 november=11 december=12
month^. jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 oct=10 nov=11 dec=12
weekday^ monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7
weekdays^ mondays=1 tuesdays=2 wednesdays=3 thursdays=4 fridays=5 saturdays=6 sundays=7
wd^. mon=1 tue=2 tues=2 wed=3 weds=3 thu=4 thur=4 thurs=4 fri=5 sat=6 sun=7
unit second minute hour day week fortnight month quarter year decade century millennium
unit. hr=hour yr=year min=minute
units seconds=second minutes=minute hours=hour days=day weeks=week fortnights=fortnight months=month quarters=quarter years=year decades=decade centuries=century millennia=millennium
units. hrs=hour yrs=year mins=minute
weekend weekend
half half
season spring=SP summer=SU autumn=FA fall=FA winter=WI
daypart morning=MO afternoon=AF evening=EV night=NI dawn=MO daybreak=MO dusk=EV
dayparts mornings=MO afternoons=AF evenings=EV nights=NI
noon noon=T12:00 midday=T12:00 midnight=T24:00
num zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 thousand=1000 dozen=12
ordinal first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30
decade twenties=192 thirties=193 forties=194 fifties=195 sixties=196 seventies=197 eighties=198 nineties=199
zone gmt utc est edt cst cdt mst mdt pst pdt bst cet cest
the the
a a an
of of
in in into
to to
and and
or or
at at
on on
for for
from from
by by through until till within throughout
than than
during during
as as
after after
before before
since since
last last
past past
prev previous preceding prior
next next
following following
coming coming upcoming
this this
that that
same same
current current
latest latest corresponding comparable
recent recent
every every each
few few several many some
couple couple
more more additional extra another
mod early=START late=END mid=MID
edge beginning=START start=START end=END middle=MID
about about around almost roughly approximately
approx nearly over more_than less_than fewer_than no_more_than no_less_than at_least at_most up_to
ago ago
er earlier later
orso or_so
ahead ahead
old old
long long
sometime sometime
fiscal fiscal
full full entire whole
period period
deictic yesterday=-1 today=0 tomorrow=1
tonight tonight overnight
ref now=PRESENT_REF right_now=PRESENT_REF currently=PRESENT_REF nowadays=PRESENT_REF these_days=PRESENT_REF recently=PAST_REF more_recently=PAST_REF the_recent_past=PAST_REF the_distant_past=PAST_REF soon=FUTURE_REF the_future=FUTURE_REF the_near_future=FUTURE_REF the_foreseeable_future=FUTURE_REF the_near_term=FUTURE_REF the_short_term=FUTURE_REF as_soon_as_possible=FUTURE_REF
adverb hourly=PT1H daily=P1D nightly=P1D weekly=P1W biweekly=P2W fortnightly=P2W monthly=P1M yearly=P1Y
era^ cold_war=1947/1991 world_war_i=1914/1918 world_war_one=1914/1918 first_world_war=1914/1918 world_war_ii=1939/1945 world_war_two=1939/1945 second_world_war=1939/1945 great_depression=1929/1939
holiday^ christmas=12-25 christmas_day=12-25 christmas_eve=12-24 boxing_day=12-26 new_year's_day=01-01 new_year's_eve=12-31 new_year's=01-01 epiphany=01-06 valentine's_day=02-14 earth_day=04-22 may_day=05-01 juneteenth=06-19 independence_day=07-04 fourth_of_july=07-04 bastille_day=07-14 halloween=10-31 all_saints'_day=11-01 guy_fawkes_night=11-05 veterans_day=11-11 armistice_day=11-11 remembrance_day=11-11 martin_luther_king_day=01#3*1 presidents'_day=02#3*1 presidents_day=02#3*1 mother's_day=05#2*7 memorial_day=05#5*1 father's_day=06#3*7 labor_day=09#1*1 columbus_day=10#2*1 thanksgiving=11#4*4 thanksgiving_day=11#4*4 black_friday=11#4*4+1 election_day=11#1*1+1 ash_wednesday=E-46 palm_sunday=E-7 maundy_thursday=E-3 good_friday=E-2 easter=E+0 easter_sunday=E+0 easter_monday=E+1 pentecost=E+49
will will ll shall would plan plans planning scheduled expect expects expected going_to due set_to set_for slated
may could might should must can hopes intends aims
did said was were had did told went took came made began met rose fell says has have
be is are
been been
`;

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
  for (let i = 0; i < text.length; i++) hash = hashLetter(hash, text.charCodeAt(i));
  const entry = entries.get(hash) ?? { text, word: undefined, phrases: [] };
  if (entry.text !== text) throw new Error(`"${text}" and "${entry.text}" have one hash`);
  entries.set(hash, entry);
  return entry;
}
for (const line of lexicon.trim().split('\n')) {
  const [head = '', ...list] = line.split(' ');
  const mark = markOf[head.replace(/[.^]/g, '') as WordClass];
  for (const item of list) {
    const [text = '', value = text] = item.split('=');
    const word = { mark, value, capital: head.includes('^'), abbreviation: head.includes('.') };
    const [first = '', ...rest] = text.split('_');
    const entry = entryOf(first);
    if (rest.length === 0) entry.word = word;
    else entry.phrases.push({ rest, word });
    entry.phrases.sort((a, b) => b.rest.length - a.rest.length);
  }
}

export function lookUp(hash: number, prose: string, start: number, end: number): Entry | undefined {
  const entry = entries.get(hash);
  if (entry?.text.length !== end - start) return undefined;
  for (let i = start; i < end; i++) if ((prose.charCodeAt(i) | 32) !== entry.text.charCodeAt(i - start)) return undefined;
  return entry;
}
