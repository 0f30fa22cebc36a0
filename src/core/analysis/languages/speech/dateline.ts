import { isDash, type Unit } from './units';

/** Names of places with an agency in brackets, or up to a dash; 0 where there is none. */
export function datelineEnd(units: readonly Unit[]): number {
  let at = 0;
  while (at < 4 && units[at]?.kind === 'word' && units[at]?.capital === true) at++;
  if (at === 0) return 0;
  const close = units[at]?.text === '(' ? units.findIndex(({ text }, index) => index > at && index < at + 6 && text === ')') : -1;
  if (close > 0) at = close + 1;
  if (isDash(units[at])) return at + 1;
  return close > 0 && units[at]?.kind === 'passage' ? at : 0;
}
