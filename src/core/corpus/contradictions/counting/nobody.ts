import { sentencesOf } from '../../matching/query';
import type { Source } from '../contradiction';
import type { Fact } from '../fact';
import { FATES } from '../fates';
import { Flag } from '../../words/flags';
import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';

const NOBODY = new Set(['none', 'nobody']);
const DOES = new Set('be have get do will would can could'.split(' '));
/** Words behind "no" and "none" among which it is said what befell nobody, or what was not there. */
const REACH = 6;
/** Words behind "no" up to which a harm is named itself: "no serious injuries". */
const NAMED = 2;

/** "None of the passengers were hurt", "no arrests", "no shots were fired": a count of none. */
export function noneAt({ article, text: { tokens } }: Source, at: number, lexicon: Lexicon): Fact | undefined {
  const { text } = article.prose;
  const word = (i: number) => lexicon.word(tokens.lemma[i] ?? -1);
  const surface = (i: number) => text.slice(tokens.start[i], tokens.end[i]).toLowerCase();
  const isNo = surface(at) === 'no';
  if (!NOBODY.has(surface(at)) && !(isNo && /^\p{L}/u.test(text.slice(tokens.start[at + 1] ?? 0)))) return undefined;
  const { to } = sentencesOf(tokens, at, at + 1);
  const none = (end: number, head: number, fate?: string): Fact => {
    return { kind: 'number', from: at, to: end, low: 0, high: 0, value: 0, head, person: new Set(), ...(fate !== undefined && { fate }), wide: true }; // prettier-ignore
  };
  let [isDone, head] = [false, -1];
  for (let i = at + 1; i < Math.min(to, at + REACH) && !((tokens.flags[i] ?? 0) & Flag.clause); i++) {
    const fate = FATES.get(word(i));
    // "no relevance to the charges" says nothing of anybody
    // "nobody was charged for it": for something else somebody may have been
    if (fate !== undefined && /^(?:for|over|in) (?:it|that|this)$/.test(`${surface(i + 1)} ${surface(i + 2)}`)) return undefined;
    if (fate !== undefined && (isDone || (isNo && i <= at + NAMED))) return none(i + 1, -1, fate);
    isDone ||= DOES.has(word(i));
    if (isDone && head >= 0) return i + 1 < to ? none(head + 1, tokens.lemma[head] ?? -1, fateBehind(i)) : undefined;
    const isPlural = surface(i) !== word(i) && surface(i).endsWith('s');
    if (isNo && head < 0 && isPlural && lexicon.kind(tokens.lemma[i] ?? -1) === Kind.content) head = i;
  }
  return undefined;

  function fateBehind(from: number): string | undefined {
    for (let i = from; i < Math.min(to, at + REACH); i++) {
      const fate = FATES.get(word(i));
      if (fate !== undefined) return fate;
    }
    return undefined;
  }
}
