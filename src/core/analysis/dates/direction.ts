import type { Match } from './match';

/** Which way the words around an expression point: 1 to come, -1 past, 0 where they do not say. */
export type Direction = 1 | -1 | 0;

/** What is still to come when somebody decides it: "postponed until Monday", "moved to Friday", "elections called for June". */
const plans = new Set(
  'postponed delayed adjourned rescheduled deferred extended suspended moved pushed put given gave ordered allowed announced agreed proposed called promised pledged vowed urged invited set fixed asked'.split(
    ' ',
  ),
);
/** In the present tense these speak of an appointment: "leaves on Sunday", "the court sits Friday", "talks resume Monday". */
const appointments = new Set(
  'leave open begin start resume arrive return meet close end expire depart reopen premiere air face travel fly host sit gather land retire launch play sail hear visit shut vote choose decide march go'.split(
    ' ',
  ),
);
const comesUp = /^(takes?|goes|comes|kicks|enters|gets) (effect|on|into|off|office|place|underway)$/i;
/** "Ask me on Monday", "See you on Tuesday" */
const asking = /^(See|Ask|Call|Meet|Join|Come)$/;
const future = /^(will|shall|would|ll)$/i;
const titles = /^(mr?s?|dr|gen|sen|gov|rep|st|lt|col|no)$/i;

/** A sentence ends at the token: not at the point of "Mr." or of an initial. */
export function isStop(m: Match, index: number): boolean {
  if (m.is(index, 'break')) return true;
  if (!m.is(index, 'stop')) return false;
  const before = m.word(index - 1);
  return !(before.length === 1 && before >= 'A' && before <= 'Z') && !titles.test(before);
}

/** `near` counts firm plans of the same clause only: for weekdays, of which one comes round every week. */
export function directionOf(m: Match, reach: 'near' | 'far'): Direction {
  const near = reach === 'near';
  if (m.prev('since')) return -1;
  if (m.prev('as') && m.is(m.from - 3, 'as')) return /^(late|recently)$/i.test(m.word(m.from - 2)) ? -1 : 1;
  if (m.prev('ahead')) return 1;
  // "around Thursday's ruling" says nothing, "will lead it for Saturday's match" does.
  if (near && m.next('poss') && !m.prev('for')) return 0;
  if (m.next('will') && future.test(m.word(m.to))) return 1;
  const limit = m.prev('by') && /^(until|till|by|through)$/i.test(m.word(m.from - 1));
  const first = m.from - (m.prev('on at in to for by') ? 2 : 1);
  if (limit && /^ha([ds]|ve)$/i.test(m.word(first))) return 1;
  if (m.is(first, 'be') && (near ? m.prev('on be') : first < m.from - 1)) return 1;
  const said = before(m, first, near, limit);
  if (said !== undefined) return said;
  if (limit) return after(m, true) ?? 1;
  return near && m.prev('for') && !m.next('poss') ? 1 : 0;
}

/** The nearest sign of tense before the expression; undefined where its clause begins with it. */
function before(m: Match, first: number, near: boolean, limit: boolean): Direction | undefined {
  const towards = limit || m.prev('to for');
  let i = first;
  for (let left = near ? 10 : 20; i >= 0 && left > 0 && !isStop(m, i); i--, left--) {
    // "the minister's plans" are no verb.
    if (m.is(i, 'will') && !(m.is(i - 1, 'poss the a') || /^(h[ie][sr]|its|their)$/i.test(m.word(i - 1))))
      return m.is(i - 1, 'been') || /^(had|previously)$/i.test(m.word(i - 1)) ? -1 : 1;
    if (m.is(i, 'to')) {
      if (m.is(i - 1, 'be')) return 1;
      if (m.is(i - 1, 'been')) return -1;
      if (limit && m.is(i + 1, 'other')) return 1;
    } else if (m.is(i, 'may')) return near ? 0 : 1;
    // "is down until Sunday", and it still is; "is payable", and what stands before it
    else if (m.is(i, 'be') && (limit || !near)) return limit ? 1 : 0;
    else if (m.is(i, 'did ed other edge')) {
      const word = m.word(i).toLowerCase();
      if (near && asking.test(m.word(i))) return 1;
      // "will be released Friday", "is to shut", "remains closed until"
      if (m.is(i, 'ed') && m.is(i - 1, 'be') && !limit && first - i < 2) return 1;
      if (m.is(i - 1, 'will may to') || /^(be|remains?|stays?|keeps?)$/i.test(m.word(i - 1))) continue;
      if (plans.has(word)) {
        if (towards) return 1;
        if (near) return -1;
      } else if (m.is(i, 'did')) return near || limit || first - i < 4 ? -1 : 0;
      else if (m.is(i, 'ed')) {
        if (limit ? !m.is(i - 1, 'be been did') : near || first - i < 4) return -1;
      } else if (isAppointment(m, i, word)) return 1;
    }
  }
  if (limit) return undefined;
  return first - i < 3 ? after(m, false) : 0;
}

function isAppointment(m: Match, at: number, word: string): boolean {
  // Many are nouns, too: the singular wants no article before it, the plural its plural.
  if (word.endsWith('s') && appointments.has(word.replace(/s$|ies$/, (end) => (end === 's' ? '' : 'y'))))
    return !m.is(at - 1, 'the a dd num int poss of');
  if (appointments.has(word)) return m.is(at - 1, 'other and') && /^(they|we|i|[a-z]{3,}[^s]s)$/i.test(m.word(at - 1));
  return comesUp.test(`${word} ${m.word(at + 1)}`);
}

/** "By April the snow was gone", "On Friday the court will sit": the first sign after the expression. */
function after(m: Match, limit: boolean): Direction | undefined {
  for (let i = m.to; i < m.to + 12 && !isStop(m, i); i++) {
    if (m.is(i, 'be') && m.is(i + 1, 'to will')) return 1;
    // "plans", "expected" may be nouns and past tenses here.
    if (m.is(i, 'will')) return future.test(m.word(i)) ? 1 : undefined;
    if (m.is(i, 'may')) return limit ? 1 : undefined;
    if (m.is(i, 'did ed')) return -1;
    if (m.is(i, 'other edge') && isAppointment(m, i, m.word(i).toLowerCase())) return 1;
  }
  return undefined;
}
