import { pad } from '../calendar';
import type { Match } from '../match';

/** What time of day words say. */

/** "T22:00", "TNI", or nothing; undefined where the words are no time of day. */
export function timeOf(m: Match): string | undefined {
  const past = m.index('past');
  if (past > m.from && m.is(past + 1, 'num dd noon')) return besideHour(m, past, 1);
  const to = m.index('to');
  if (to > m.from && m.is(to + 1, 'num dd noon')) return besideHour(m, to, -1);
  // "since midnight": the day began there
  const noon = m.text('noon');
  if (noon !== '') return m.prev('since') ? noon.replace('24', '00') : noon;
  if (m.has('tonight')) return 'TNI';
  const clock = m.text('clock');
  const half = m.text('ampm');
  const part = m.text('daypart');
  const zone = m.index('zone');
  let hour;
  let rest = ':00';
  if (clock !== '') {
    // Without a.m., p.m. or a zone "10.30" is a number; "at 10.30 on Sunday" is a time where it is no price.
    const ofDay = m.has('at') || (m.prev('at after before') && m.index('clock') < m.to - 1);
    const isPrice = /^(stood|trad|clos)/.test(m.word(m.from - 2));
    if (clock.endsWith('.') && half === '' && zone < 0 && (!ofDay || isPrice)) return undefined;
    hour = Number(clock.slice(1, 3));
    rest = clock.slice(3).replace('.', '');
  } else if (half !== '') hour = m.value(m.index('ampm') - 1);
  else if (zone >= 0) {
    // "1430 GMT"
    const number = m.value(zone - 1);
    if (m.word(zone - 1).length !== 4 || number % 100 > 59) return undefined;
    hour = Math.floor(number / 100);
    rest = `:${pad(number % 100)}`;
  } else {
    // "four in the morning"
    const at = m.index('daypart') - 3;
    if (at < m.from || !m.is(at, 'num dd') || !m.is(at + 1, 'in')) return part && `T${part}`;
    hour = m.value(at);
  }
  if (hour > (half === '' ? 24 : 12)) return undefined;
  return `T${pad(inHalf(m, hour))}${rest}${zone >= 0 && /gmt|utc/i.test(m.word(zone)) ? 'Z' : ''}`;
}

/** The hour of 24 by "p.m." or the part of day beside it. */
function inHalf(m: Match, hour: number): number {
  const half = m.text('ampm');
  const part = m.text('daypart');
  const small = part === 'NI' && hour < 6;
  if (hour < 12 && (half === 'pm' || (half !== 'am' && /AF|EV|NI/.test(part) && !small))) return hour + 12;
  return half === 'am' && hour === 12 ? 0 : hour;
}

/** "half past three", "ten to five" */
function besideHour(m: Match, at: number, side: 1 | -1): string | undefined {
  const minutes = m.is(at - 1, 'half')
    ? 30
    : m.is(at - 1, 'unit')
      ? 15
      : m.numbers(Math.max(m.from, at - 3)).reduce((a, b) => a + b, 0) || m.value(at - 1);
  const hour = Number(m.text('noon').slice(1, 3)) || m.value(at + 1);
  if (minutes === 0 || minutes > 30 || minutes % 5 > 0 || hour > 24 || hour < 1) return undefined;
  const whole = inHalf(m, hour);
  return side > 0 ? `T${pad(whole % 24)}:${pad(minutes)}` : `T${pad((whole + 23) % 24)}:${pad(60 - minutes)}`;
}
