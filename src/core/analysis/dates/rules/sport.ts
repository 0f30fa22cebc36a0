import type { Match } from '../match';

const sport =
  /\b(touchdowns?|goals?|scor(e[drs]?|ing|eless)|yards?|kick(s|ed|off)?|pass(es|ing)?|rebounds?|fouls?|penalty|half-?time|overtime|playoffs?|quarterback|striker|midfielder|defender|goalkeeper|coach|referee|bench|injur(y|ed)|knee|ankle|hamstring|shoulder|league|championship|tournament|match|games?|team-?mates?|basket|turnovers?|opponents?|sat out|trail(ed|ing)|led by|\d{1,3}[-–]\d{1,3})\b/i;
const trade =
  /[$£€¥%]|\b(profits?|sales|revenues?|earn(ings|ed)|income|loss(es)?|shares?|growth|gdp|econom(y|ic|ists?)|inflation|fiscal|percent|dividends?|markets?|costs|spending|results|analysts?|company|firm)\b/i;
const reach = 140;

/** True where the words around tell of a match, whose quarters and halves are none of a year. */
export function isOfMatch(m: Match): boolean {
  const { prose } = m.tokens;
  const before = prose.slice(Math.max(0, m.start - reach), m.start);
  const after = prose.slice(m.end, m.end + reach);
  // Its own sentence, then what stands before.
  const own = `${before.split(/[.!?\n]/).at(-1) ?? ''} | ${after.split(/[.!?\n]/, 1)[0] ?? ''}`;
  if (trade.test(own)) return false;
  if (sport.test(own)) return true;
  const around = before + after;
  return sport.test(around) && !trade.test(around);
}
