import { classesOf, genderOfWord, wordClasses as w } from '../words/index';
import type { Member } from './member';

export function pronounTest(lower: string): ((member: Member) => boolean) | undefined {
  const single = (member: Member): boolean => member.kind === 'person' || member.kind === 'role';
  if (lower === 'he' || lower === 'him') return (member) => single(member) && member.gender !== 'female';
  if (lower === 'she' || lower === 'her') return (member) => single(member) && member.gender !== 'male';
  if (lower === 'one') return single;
  if (lower === 'it') return (member) => member.kind === 'organisation' || member.kind === 'source' || member.kind === 'government';
  if (lower === 'they') return (member) => isSeveral(member) || member.kind === 'organisation' || member.kind === 'government';
  return undefined;
}

/** Several people, or what may be: not "competition for flats". */
function isSeveral({ kind, name, members }: Member): boolean {
  if (kind !== 'group') return false;
  const [first = '', ...others] = name.toLowerCase().split(/\s+(?:of|for|in|from|at|with|on|to|who|behind)\s+/);
  const head = first.split(' ').at(-1) ?? '';
  return members.length > 0 || others.length === 0 || head.endsWith('s') || (classesOf(head) & (w.group | w.body | w.role)) !== 0;
}

/** "the Dane said": somebody who has just been named. */
export const demonyms = new Set(
  'briton englishman englishwoman scot scotsman scotswoman welshman welshwoman irishman irishwoman frenchman frenchwoman dutchman dutchwoman german italian spaniard portuguese swiss austrian belgian dane swede norwegian finn icelander pole czech slovak hungarian romanian bulgarian greek turk serb croat slovene ukrainian russian estonian latvian lithuanian american canadian mexican brazilian argentine chilean colombian peruvian australian kiwi japanese korean indian pakistani nigerian kenyan ghanaian egyptian moroccan algerian tunisian iranian iraqi israeli texan californian londoner parisian democrat republican conservative tory'.split(
    ' ',
  ),
);

const positions = new Set(
  'striker midfielder defender goalkeeper keeper winger forward fullback full-back centre-back quarterback pitcher batsman batter bowler jockey'.split(
    ' ',
  ),
);

/** "the 34-year-old", "the mother-of-two", "the striker": somebody who has just been named. */
export function isEpithet(lower: string): boolean {
  return positions.has(lower) || lower.endsWith('-year-old') || lower.includes('-of-');
}
export function epithetPronoun(lower: string): string {
  const gender = genderOfWord(lower.split('-')[0] ?? '');
  return gender === 'female' ? 'she' : gender === 'male' ? 'he' : 'one';
}
