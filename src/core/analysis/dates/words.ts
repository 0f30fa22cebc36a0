/** The words that can take part in a date expression, each with its class and a value for the rules. */

const classNames = [
  ...['other', 'break', 'stop', 'comma', 'dash', 'open', 'close', 'slash', 'poss', 'money', 'percent'],
  ...['dd', 'int', 'yyyy', 'dec', 'frac', 'iso', 'slashed', 'clock', 'nth', 'ordinal', 'num', 'decade', 'yy'],
  ...['month', 'weekday', 'wd', 'weekdays', 'unit', 'units', 'half', 'weekend', 'season', 'daypart', 'dayparts', 'noon', 'ampm', 'zone'],
  ...['the', 'a', 'of', 'in', 'to', 'and', 'or', 'at', 'on', 'for', 'from', 'by', 'than', 'during'],
  ...['last', 'past', 'prev', 'next', 'this', 'that', 'same', 'current', 'every', 'few', 'mod', 'edge', 'approx', 'more'],
  ...['ago', 'er', 'after', 'before', 'latest', 'recent', 'fiscal', 'full', 'since', 'period', 'old', 'ahead'],
  ...['deictic', 'tonight', 'ref', 'adverb', 'era', 'holiday', 'will', 'may', 'did', 'be', 'sometime', 'coming', 'couple', 'long'],
  ...['about', 'as', 'orso'],
] as const;

export type WordClass = (typeof classNames)[number];

/** One UTF-16 unit a class, so that a rule is a regular expression over the classes of the words. */
export const markOf = Object.fromEntries(classNames.map((name, index) => [name, String.fromCharCode(0x100 + index)])) as Readonly<
  Record<WordClass, string>
>;

export interface Word {
  readonly mark: string;
  readonly value: number | string;
  /** Counts only with a capital: "May", "Sat", "March". */
  readonly capital: boolean;
  /** A dot after it belongs to it: "Sept." */
  readonly abbreviation: boolean;
}

export const unitNames = [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
  'millennium',
] as const;
export type Unit = (typeof unitNames)[number];

const words = new Map<string, Word>();
function add(
  kind: WordClass,
  list: string,
  value?: (index: number, word: string) => number | string,
  marks?: { capital?: boolean; dot?: boolean },
): void {
  list.split(' ').forEach((word, index) => {
    words.set(word, {
      mark: markOf[kind],
      value: value ? value(index, word) : word,
      capital: marks?.capital ?? false,
      abbreviation: marks?.dot ?? false,
    });
  });
}

const nth = (index: number) => index + 1;
add('month', 'january february march april may june july august september october november december', nth, { capital: true });
add('month', 'jan feb mar apr may jun jul aug sep oct nov dec', nth, { capital: true, dot: true });
add('month', 'sept', () => 9, { capital: true, dot: true });
add('month', 'may', () => 5, { capital: true });
add('weekday', 'monday tuesday wednesday thursday friday saturday sunday', nth, { capital: true });
add('weekdays', 'mondays tuesdays wednesdays thursdays fridays saturdays sundays', nth, { capital: true });
add('wd', 'mon tue wed thu fri sat sun', nth, { capital: true, dot: true });
add('wd', 'tues weds thur thurs', (index) => [2, 3, 4, 4][index] ?? 0, { capital: true, dot: true });
add('unit', 'second minute hour day week month quarter year decade century millennium', (_, word) => word);
add('units', 'seconds minutes hours days weeks months quarters years decades centuries millennia', (index) => unitNames[index] ?? 'day');
add('unit', 'fortnight', () => 'fortnight');
add('units', 'fortnights', () => 'fortnight');
add('unit', 'hr yr min', (index) => ['hour', 'year', 'minute'][index] ?? '', { dot: true });
add('units', 'hrs yrs mins', (index) => ['hour', 'year', 'minute'][index] ?? '', { dot: true });
add('weekend', 'weekend week-end');
add('half', 'half');
add('season', 'spring summer autumn fall winter', (index) => ['SP', 'SU', 'FA', 'FA', 'WI'][index] ?? '');
add('daypart', 'morning afternoon evening night', (index) => ['MO', 'AF', 'EV', 'NI'][index] ?? '');
add('daypart', 'dawn daybreak dusk', (index) => ['MO', 'MO', 'EV'][index] ?? '');
add('dayparts', 'mornings afternoons evenings nights', (index) => ['MO', 'AF', 'EV', 'NI'][index] ?? '');
add('noon', 'noon midday midnight', (index) => ['T12:00', 'T12:00', 'T24:00'][index] ?? '');
add(
  'num',
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  (index) => index,
);
add('num', 'twenty thirty forty fifty sixty seventy eighty ninety hundred', (index) => index * 10 + 20);
add('num', 'hundred thousand', (index) => [100, 1000][index] ?? 0);
add('num', 'dozen', () => 12);
add(
  'ordinal',
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
  nth,
);
add('ordinal', 'thirtieth', () => 30);
add('decade', 'twenties thirties forties fifties sixties seventies eighties nineties', (index) => 192 + index);
add('zone', 'gmt utc est edt cst cdt mst mdt pst pdt bst cet cest et');
for (const word of ['the', 'of', 'in', 'to', 'and', 'or', 'at', 'on', 'for', 'from', 'by', 'than', 'during', 'as'] as const)
  add(word, word);
add('a', 'a an');
add('by', 'through until till within throughout');
add('last', 'last');
add('past', 'past');
add('prev', 'previous preceding prior');
add('next', 'next');
add('coming', 'coming upcoming');
add('next', 'following', () => 'following');
add('this', 'this');
add('that', 'that');
add('same', 'same');
add('current', 'current');
add('every', 'every each');
add('few', 'few several many some');
add('couple', 'couple');
add('mod', 'early late mid', (index) => ['START', 'END', 'MID'][index] ?? '');
add('edge', 'beginning start end close middle', (index) => ['START', 'START', 'END', 'END', 'MID'][index] ?? '');
add('about', 'about around almost roughly approximately');
add('approx', 'nearly over');
add('more', 'more additional extra another');
add('ago', 'ago');
add('er', 'earlier later');
add('after', 'after');
add('before', 'before');
add('latest', 'latest corresponding comparable');
add('recent', 'recent');
add('fiscal', 'fiscal');
add('full', 'full entire whole');
add('since', 'since');
add('period', 'period');
add('old', 'old');
add('long', 'long');
add('ahead', 'ahead');
add('deictic', 'yesterday today tomorrow', (index) => index - 1);
add('sometime', 'sometime');
add('tonight', 'tonight overnight');
add('ref', 'now currently nowadays', () => 'PRESENT_REF');
add('ref', 'recently', () => 'PAST_REF');
add('ref', 'soon', () => 'FUTURE_REF');
add(
  'adverb',
  'hourly daily nightly weekly biweekly fortnightly monthly quarterly annually yearly',
  (index) => ['PT1H', 'P1D', 'P1D', 'P1W', 'P2W', 'P2W', 'P1M', 'P3M', 'P1Y', 'P1Y'][index] ?? '',
);
add(
  'will',
  'will ll would shall plans planned planning scheduled expects expected going due can could may might should must hopes intends aims',
);
add('did', 'said was were had did told went took came made began met rose fell says has have been');

/** Proper names of more than one word; the first word wakes them. */
interface Phrase {
  readonly rest: readonly string[];
  readonly word: Word;
}
const phrases = new Map<string, Phrase[]>();
function addPhrase(kind: WordClass, text: string, value: string, capital = false): void {
  const [head = '', ...rest] = text.split(' ');
  const list = phrases.get(head) ?? [];
  list.push({ rest, word: { mark: markOf[kind], value, capital, abbreviation: false } });
  list.sort((a, b) => b.rest.length - a.rest.length);
  phrases.set(head, list);
}

addPhrase('orso', 'or so', '');
for (const [text, value] of [
  ['cold war', '1947/1991'],
  ['world war i', '1914/1918'],
  ['world war one', '1914/1918'],
  ['first world war', '1914/1918'],
  ['world war ii', '1939/1945'],
  ['world war two', '1939/1945'],
  ['second world war', '1939/1945'],
  ['great depression', '1929/1939'],
] as const)
  addPhrase('era', text, value, true);

/** Holidays as month-day, n-th weekday of a month (month#n*weekday, n = 5: the last) or days from Easter (E+n). */
for (const [text, value] of [
  ['christmas', '12-25'],
  ['christmas day', '12-25'],
  ['christmas eve', '12-24'],
  ['boxing day', '12-26'],
  ["new year's day", '01-01'],
  ["new year's eve", '12-31'],
  ["new year's", '01-01'],
  ['epiphany', '01-06'],
  ["valentine's day", '02-14'],
  ["st. patrick's day", '03-17'],
  ["april fools' day", '04-01'],
  ['earth day', '04-22'],
  ['may day', '05-01'],
  ['juneteenth', '06-19'],
  ['independence day', '07-04'],
  ['fourth of july', '07-04'],
  ['july fourth', '07-04'],
  ['bastille day', '07-14'],
  ['halloween', '10-31'],
  ["all saints' day", '11-01'],
  ['guy fawkes night', '11-05'],
  ['veterans day', '11-11'],
  ['armistice day', '11-11'],
  ['remembrance day', '11-11'],
  ['martin luther king day', '01#3*1'],
  ["presidents' day", '02#3*1'],
  ['presidents day', '02#3*1'],
  ["mother's day", '05#2*7'],
  ['memorial day', '05#5*1'],
  ["father's day", '06#3*7'],
  ['labor day', '09#1*1'],
  ['columbus day', '10#2*1'],
  ['thanksgiving', '11#4*4'],
  ['thanksgiving day', '11#4*4'],
  ['black friday', '11#4*4+1'],
  ['election day', '11#1*1+1'],
  ['ash wednesday', 'E-46'],
  ['palm sunday', 'E-7'],
  ['maundy thursday', 'E-3'],
  ['good friday', 'E-2'],
  ['easter', 'E+0'],
  ['easter sunday', 'E+0'],
  ['easter monday', 'E+1'],
  ['pentecost', 'E+49'],
] as const)
  addPhrase('holiday', text, value, true);

for (const text of 'more than,less than,fewer than,no more than,no less than,at least,at most,up to'.split(','))
  addPhrase('approx', text, '');

for (const [text, value] of [
  ['right now', 'PRESENT_REF'],
  ['these days', 'PRESENT_REF'],
  ['the near future', 'FUTURE_REF'],
  ['the foreseeable future', 'FUTURE_REF'],
  ['the near term', 'FUTURE_REF'],
  ['the short term', 'FUTURE_REF'],
  ['the future', 'FUTURE_REF'],
  ['the distant past', 'PAST_REF'],
  ['the recent past', 'PAST_REF'],
  ['more recently', 'PAST_REF'],
  ['as soon as possible', 'FUTURE_REF'],
] as const)
  addPhrase('ref', text, value);

export const lookUpWord = (lower: string): Word | undefined => words.get(lower);
export const lookUpPhrases = (lower: string): readonly Phrase[] | undefined => phrases.get(lower);
