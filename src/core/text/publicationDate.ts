/** Dates as sites print them to say when something was published: whole (day, month, year), in figures or in the languages that are read whole. */
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** A line a month, in German, French, Spanish and Russian, where English does not spell it so, too. */
const otherMonths = `
januar jänner janvier enero января
februar février febrero февраля
märz mars marzo марта
avril abril апреля
mai mayo мая
juni juin junio июня
juli juillet julio июля
août agosto августа
septembre septiembre setiembre сентября
oktober octobre octubre октября
novembre noviembre ноября
dezember décembre diciembre декабря`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));
const day = '([0-3]?\\d)';
const year = '((?:19|20)\\d\\d)';
const gap = '[ \\u00a0]{1,3}';

const forms: readonly { readonly pattern: RegExp; readonly order: readonly ('d' | 'm' | 'y')[] }[] = [
  { pattern: new RegExp(`\\b${year}-([01]?\\d)-${day}(?![\\d-])`, 'gi'), order: ['y', 'm', 'd'] },
  { pattern: new RegExp(`\\b${year}/([01]?\\d)/${day}(?![\\d/])`, 'gi'), order: ['y', 'm', 'd'] },
  {
    pattern: new RegExp(`\\b${day}(?:st|nd|rd|th|\\.)?[ \\u00a0-]{1,3}(?:of )?${month}\\.?,?[ \\u00a0-]{1,3}${year}\\b`, 'gi'),
    order: ['d', 'm', 'y'],
  },
  { pattern: new RegExp(`\\b${month}\\.?${gap}${day}(?:st|nd|rd|th)?,?${gap}${year}\\b`, 'gi'), order: ['m', 'd', 'y'] },
  { pattern: new RegExp(`\\b${day}\\.([01]?\\d)\\.${year}\\b`, 'gi'), order: ['d', 'm', 'y'] },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d.])${day}(?:\\.|er|º)?${gap}(?:de )?(${otherMonths.flat().join('|')})${gap}(?:del? )?${year}(?!\\d)`,
      'giu',
    ),
    order: ['d', 'm', 'y'],
  },
  // Chinese, Japanese and Korean, with the words for year, month and day.
  { pattern: new RegExp(`\\b${year} ?[年년] ?([01]?\\d) ?[月월] ?${day} ?[日일]`, 'gi'), order: ['y', 'm', 'd'] },
];
const clock =
  /^(?:T|,?[ \u00a0]{1,3}(?:at |- |\| |– )?)([0-2]?\d)[:.]([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?(?:[ \u00a0]?(a\.?m\b\.?|p\.?m\b\.?))?(?:[ \u00a0]?(Z\b|GMT\b|UTC\b|[+-][01]\d:?[0-5]\d))?/i;

export interface DateInText {
  /** ISO date, or date-time where a time of day follows. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The whole dates of a short text, in order. */
export function datesIn(text: string): readonly DateInText[] {
  // Each of the forms has a year, and most lines have none.
  if (!/(?:19|20)\d\d/.test(text)) return [];
  const found = forms.flatMap(({ pattern, order }) =>
    Array.from(text.matchAll(pattern), (match): DateInText | undefined => {
      const part = (name: 'd' | 'm' | 'y') => match[order.indexOf(name) + 1] ?? '';
      const date = calendarDate(Number(part('y')), monthNumber(part('m')), Number(part('d')));
      const end = match.index + match[0].length;
      const time = date === undefined ? undefined : timeAfter(text.slice(end, end + 40));
      return date === undefined ? undefined : { value: date + (time?.value ?? ''), start: match.index, end: end + (time?.length ?? 0) };
    }),
  );
  return found.filter((date) => date !== undefined).sort((a, b) => a.start - b.start);
}

/** The first whole date of a text as an ISO date or date-time. */
export function isoDate(text: string): string | undefined {
  return unixDate(text) ?? datesIn(text.slice(0, 200))[0]?.value;
}

/** "Fri Apr 28 19:20:36 CEST 2023", as programs print it; names of zones that mean one are read. */
function unixDate(text: string): string | undefined {
  const [, name = '', date = '', time = '', zone = '', year = ''] =
    /^\s{0,9}[a-z]{3} ([a-z]{3}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d) (?:([a-z]{1,5}|[+-]\d\d:?\d\d) )?(\d{4})\b/i.exec(text) ?? [];
  if (year === '') return undefined;
  const offset = zones.get(zone.toUpperCase()) ?? (/^[+-]/.test(zone) ? zone : undefined);
  return datesIn(`${name} ${date}, ${year}${offset === undefined ? '' : ` ${time} ${offset}`}`)[0]?.value;
}

const zones: ReadonlyMap<string, string> = new Map([
  ['UTC', 'UTC'],
  ['GMT', 'GMT'],
  ['CET', '+01:00'],
  ['CEST', '+02:00'],
  ['EET', '+02:00'],
  ['EEST', '+03:00'],
  ['JST', '+09:00'],
]);

function monthNumber(name: string): number {
  const lower = name.toLowerCase();
  const other = otherMonths.findIndex((names) => names.includes(lower));
  const index = other < 0 ? months.indexOf(lower.slice(0, 3)) : other;
  return index < 0 ? Number(name) : index + 1;
}

function calendarDate(y: number, m: number, d: number): string | undefined {
  const date = new Date(Date.UTC(y, m - 1, d));
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? date.toISOString().slice(0, 10) : undefined;
}

/** A time of day; only zones that are written as UTC or as an offset are kept, for "ET" and "IST" name more than one. */
function timeAfter(text: string): { readonly value: string; readonly length: number } | undefined {
  const match = clock.exec(text);
  if (!match) return undefined;
  const [whole, hours = '', minutes = '', seconds = '00', half = '', zone = ''] = match;
  const afternoon = /^p/i.test(half);
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (afternoon ? 12 : 0);
  if (hour > 23) return undefined;
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(...):?/, '$1:') : zone === '' ? '' : 'Z';
  return { value: `T${String(hour).padStart(2, '0')}:${minutes}:${seconds}${offset}`, length: whole.length };
}
