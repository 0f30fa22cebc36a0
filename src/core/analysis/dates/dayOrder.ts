import type { Metadata } from '../../text/article';

/** Two letters that are countries with the month first in figures, or that anyone may register. */
const monthFirst = new Set('us ph'.split(' '));
const uncertain = new Set('ca cn jp kr tw hu lt ir mn io tv co me ai fm ly cc gg to ws nu st la gl'.split(' '));

/** Whether figures such as 11/8 have the day first in the outlet's country, by the host of its address; undefined where that does not say. */
export function dayFirstOf({ url, outlet }: Metadata): boolean | undefined {
  const host = hostOf(url?.value) ?? /^(?:[a-z\d-]+\.)+[a-z]{2,}$/i.exec(outlet?.value ?? '')?.[0];
  const country = /\.([a-z]+)$/i.exec(host ?? '')?.[1]?.toLowerCase() ?? '';
  if (monthFirst.has(country) || /^(?:gov|mil|edu)$/.test(country)) return false;
  return country.length === 2 && !uncertain.has(country) ? true : undefined;
}

const hostOf = (address: string | undefined): string | undefined => /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(address ?? '')?.[1];
