import { Flag } from '../../words/flags';
import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import { surfaceAt, type Told } from './passage';

/** Verbs between what is measured and how much it is. */
const MEASURING = new Set('be rise fall drop climb grow increase decrease decline reach stand hit total amount come average travel jump slump'.split(' ')); // prettier-ignore
const BREAKS = new Set('in on at for with of from by to after before during'.split(' '));
/** How alike two nouns must be. */
const ALIKE = 0.5;

/** The noun that is measured: the head of what stands before "was", "rose to"; undefined where the verb tells of a deed. */
function measuredBy(told: Told, lexicon: Lexicon): number | undefined {
  const { sentence, source, from } = told;
  const { lemma, flags } = source.text.tokens;
  const word = (i: number) => lexicon.word(lemma[i] ?? -1);
  let verb = from - 1;
  while (verb > sentence.from && verb > from - 5 && !MEASURING.has(word(verb))) verb--;
  if (!MEASURING.has(word(verb)) || verb <= sentence.from) return undefined;
  let head: number | undefined;
  for (let i = sentence.from; i < verb; i++) {
    if ((flags[i] ?? 0) & Flag.clause && i > sentence.from) head = undefined;
    if (BREAKS.has(word(i))) {
      if (head !== undefined) break;
      // "In the town 40 per cent": what stands behind a preposition is not measured
      while (i + 1 < verb && !((flags[i + 1] ?? 0) & Flag.clause)) i++;
      continue;
    }
    const isName = ((flags[i] ?? 0) & (Flag.capital | Flag.sentence)) === Flag.capital;
    if (lexicon.kind(lemma[i] ?? -1) === Kind.content && !isName && !surfaceAt(told, i).endsWith('ed')) head = lemma[i];
  }
  return head;
}

/** Whether what is measured in the one is not named in the other at all. */
export function measureOthers(a: Told, b: Told, lexicon: Lexicon): boolean {
  return isUnnamed(measuredBy(a, lexicon), b, lexicon) || isUnnamed(measuredBy(b, lexicon), a, lexicon);
}

function isUnnamed(noun: number | undefined, { source, sentence }: Told, lexicon: Lexicon): boolean {
  if (noun === undefined) return false;
  const { lemmas, similarities } = lexicon.related(noun);
  for (let i = sentence.from; i < sentence.to; i++) {
    const lemma = source.text.tokens.lemma[i] ?? -1;
    if (lemma === noun || (similarities[lemmas.indexOf(lemma)] ?? 0) >= ALIKE) return false;
  }
  return true;
}

/** Of whom a share is: "among pensioners", "54 per cent of all pupils". */
const SHARED_BY = /\b(?:among|per ?cent of|% of)\s+(?:(?:the|all|its|their|those|our)\s+)*(\p{L}+)/iu;

/** Whether two shares are of others each. */
export function areSharesOfOthers({ text: a }: Told, { text: b }: Told, lexicon: Lexicon): boolean {
  const [x, y] = [a, b].map((text) => SHARED_BY.exec(text)?.[1]);
  if (x === undefined || y === undefined) return false;
  const [idX, idY] = [lexicon.id(x), lexicon.id(y)];
  const { lemmas, similarities } = lexicon.related(idX);
  return idX !== idY && (similarities[lemmas.indexOf(idY)] ?? 0) < SAME;
}
const SAME = 0.85;

/** How a length lies: "30 metres deep", "80 kilometres away"; each row is another measure of a thing. */
const LIES: readonly RegExp[] = [
  /^(?:away|off|from|apart)\b/,
  /^(?:behind|beyond|past|after)\b/,
  /^(?:before|in front|ahead|short)\b/,
  /^(?:above|over|up)\b/,
  /^(?:below|beneath|under|underneath|underground|down)\b/,
  /^deep\b/,
  /^long\b/,
  /^(?:wide|across|broad)\b/,
  /^(?:high|tall)\b/,
  /^(?:upstream|north|inland)\b/,
  /^(?:downstream|south|offshore)\b/,
  /^thick\b/,
];
const LENGTH = /(?:met(?:re|er)s?|kilomet(?:re|er)s?|km|miles?|feet|foot|yards?|inch(?:es)?|cent(?:i)?met(?:re|er)s?)$/i;
const LIES_REACH = 14;

/** Whether two lengths lie otherwise: the one deep and the other wide, the one where something was and the other how far away. */
export function lieOtherwise(a: Told, b: Told): boolean {
  const [x, y] = [lieOf(a), lieOf(b)];
  return x !== undefined && y !== undefined && x !== y;
}

function lieOf({ source, from, to }: Told): number | undefined {
  const { start, end } = source.text.tokens;
  const { text } = source.article.prose;
  const last = end[to - 1] ?? 0;
  if (!LENGTH.test(text.slice(start[from], last))) return undefined;
  const behind = text.slice(last, last + LIES_REACH).trimStart();
  const at = LIES.findIndex((row) => row.test(behind));
  if (at >= 0) return at;
  // "burst at 30 kilometres"
  return /\bat $/.test(text.slice(Math.max(0, (start[from] ?? 0) - 4), start[from])) || /^at\b/.test(text.slice(start[from], last))
    ? LIES.length
    : undefined;
}
