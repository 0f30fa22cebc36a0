const references = new Set(['PAST_REF', 'PRESENT_REF', 'FUTURE_REF']);
const time = /^T(?:(?:[01]\d|2[0-4]|XX)(?::(?:[0-5]\d|XX)(?::[0-5]\d)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?|MO|MI|AF|EV|NI|DT)$/;
const duration =
  /^P(?=[\dX]|T[\dX])(?:(?:\d+(?:\.\d+)?|X+)(?:CE|DE|Y|Q|M|WE|W|D))*(?:T(?=[\dX])(?:(?:\d+(?:\.\d+)?|X+)[HMS])+|T(?:\d+|X+)(?:MO|MI|AF|EV|NI|DT))?$/;
const year = /^(?:BC)?[\dX]{2,4}$/;
const partOfYear = /^(?:Q[1-4X]|H[12X]|SP|SU|FA|WI|W(?:0[1-9]|[1-4]\d|5[0-3]|XX))$/;

/**
 * What is wrong with the value of a date annotation, in words for the person who typed it; `undefined` for a value of TIMEX3
 * (ISO-TimeML, ISO 24617-1): a day, week, month, season or year, X where a part is unknown, a time of day, a duration, or a
 * reference such as PRESENT_REF. Days are looked up in the calendar.
 */
export function dateValueProblem(value: string): string | undefined {
  if (references.has(value) || duration.test(value)) return undefined;
  const at = value.indexOf('T', 1);
  const [date, clock] = at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at)];
  if (clock !== '' && !time.test(clock)) return `“${clock}” is no time of day: write T21:15, T21:15Z, or TMO, TAF, TEV, TNI.`;
  const [first = '', second, third, ...more] = date.split('-');
  const shape = 'Write it as 2025-05-11, 2025-05, 2025, 2025-W20, 2025-Q2, 2025-SU, P3D for three days, or PRESENT_REF.';
  if (!year.test(first) || more.length > 0) return shape;
  if (second === undefined) return clock === '' ? undefined : shape;
  if (partOfYear.test(second)) return third === undefined || (second.startsWith('W') && /^(?:[1-7X]|WE)$/.test(third)) ? undefined : shape;
  if (!/^(?:\d\d|XX)$/.test(second) || (third !== undefined && !/^(?:\d\d|XX)$/.test(third))) return shape;
  const [month, day] = [Number(second), Number(third)];
  if (second !== 'XX' && (month < 1 || month > 12)) return `There is no month ${second}.`;
  if (third === undefined || third === 'XX') return undefined;
  // A leap year stands in for a year or a month that is not known.
  const last = second === 'XX' ? 31 : new Date(Date.UTC(/^\d{4}$/.test(first) ? Number(first) : 2000, month, 0)).getUTCDate();
  return day < 1 || day > last ? `${first}-${second} has no day ${third}.` : undefined;
}
