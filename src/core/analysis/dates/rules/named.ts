import { civilOf, dayOf, easterOf, isoOfDay, weekdayOf } from '../calendar';
import { directionOf, isStop } from '../direction';
import type { Match } from '../match';
import { isCapital, type Read, reckoned, type Rule, rule, written, yearFromPublication, yearIn } from './rule';

/** Named days and eras. */

/** `spec` as the lexicon has it. */
function holidayIn(spec: string, year: number): number {
  if (spec.startsWith('E')) return easterOf(year) + Number(spec.slice(1));
  const [month = 0, n = 0, weekday = 0, plus = 0] = spec.split(/[#*+-]/).map(Number);
  const first = dayOf(year, month, 1);
  if (!spec.includes('#')) return first + n - 1;
  const day = first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
  return (civilOf(day).month === month ? day : day - 7) + plus;
}

/** Named days come round each year: the text's own year, else the nearest, or the one the tense says. */
const readHoliday: Read = (m) => {
  const spec = m.text('holiday');
  // "Ana Easter", "Holocaust Remembrance Day"
  if (m.is(m.from, 'holiday') && m.prev('other') && isCapital(m.word(m.from - 1)) && m.from > 1 && !isStop(m, m.from - 2)) return undefined;
  const { today } = m;
  const said = yearIn(m) || yearOfSentence(m);
  if (said > 0) return written(isoOfDay(holidayIn(spec, said)), 'y', 'holiday of that year');
  if (isNaN(today)) return reckoned(m, /^\d\d-/.test(spec) ? `XXXX-${spec}` : 'XXXX-XX-XX', '');
  const { year } = m.civil;
  const days = [year - 1, year, year + 1].map((candidate) => holidayIn(spec, candidate));
  const ahead = m.has('last') ? -1 : m.has('next coming') ? 1 : directionOf(m, 'far');
  const fits = days.filter((day) => (ahead > 0 ? day >= today : ahead < 0 ? day < today + (m.has('last') ? 0 : 1) : true));
  const day = fits.sort((a, b) => Math.abs(a - today) - Math.abs(b - today))[0] ?? NaN;
  return reckoned(m, isoOfDay(day), yearFromPublication);
};

/** "In 2016, three weeks before Election Day", "Election Day in 2020"; else 0. */
function yearOfSentence(m: Match): number {
  if (m.next('in of') && m.is(m.to + 1, 'yyyy')) return m.value(m.to + 1);
  for (let i = m.from - 1; i > m.from - 15 && i >= 0 && !isStop(m, i); i--)
    if (m.is(i, 'yyyy') && m.is(i - 1, 'in of since during by')) return m.value(i);
  return 0;
}

const readEra: Read = (m) => (/^(eras?|years)$/i.test(m.word(m.to - 1)) ? written(m.text('era'), '', 'era by its name') : undefined);

export const namedRules: readonly Rule[] = [
  rule('(RELATIVE|this coming|coming)? holiday (comma? yyyy)?', readHoliday),
  rule('the? yyyy holiday', readHoliday),
  rule('the? era dash? (other|units)', readEra),
];
