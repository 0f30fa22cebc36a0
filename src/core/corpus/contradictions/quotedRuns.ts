import { primaryOf } from '../../analysis/index';
import type { Side, Source } from './contradiction';
import { Flag } from '../words/flags';
import { numberOf } from '../words/numerals';

/** Words between marks, folded so that spelling is no difference. */
export interface Run extends Side {
  readonly words: readonly Word[];
}

export interface Word {
  readonly folded: string;
  readonly token: number;
  /** Words are left out before it, as the article says by an ellipsis. */
  readonly afterGap: boolean;
  /** Stands between brackets: the outlet's own. */
  readonly bracketed: boolean;
  /** Begun and not printed: "d***", "f---". */
  readonly masked: boolean;
}

const MASK = /^(?:[*#@$!_•]{2,}|[-–—]{2,}(?!\p{L})|\*)/u;

/** Words in common from which on two runs between marks may be one utterance. */
export const COMMON = 5;

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[’‘ʼ]/g, "'"],
  [/our/g, 'or'],
  [/([iy])s(e|ed|es|ing|ation|ations|er|ers)$/, '$1z$2'],
  [/(?<=[bt])re(?=s?$)/, 'er'],
  [/ogue(?=s?$)/, 'og'],
  [/ll(?=ed$|ing$|er$|ers$|or$|ors$)/, 'l'],
  [/mme(?=s?$)/, 'm'],
  [/ence(?=s?$)/, 'ense'],
  [/^grey/, 'gray'],
  [/ae|oe/g, 'e'],
  [/-/g, ''],
];
const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "won't": 'will not',
    "can't": 'can not',
    cannot: 'can not',
    "shan't": 'shall not',
    "let's": 'let us',
    "i'm": 'i am',
    'per cent': 'percent',
    gonna: 'going to',
    wanna: 'want to',
    okay: 'ok',
    mr: 'mister',
    dr: 'doctor',
    sen: 'senator',
    gov: 'governor',
    gen: 'general',
    rep: 'representative',
    prof: 'professor',
  }),
);
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/n't$/, ' not'],
  [/'re$/, ' are'],
  [/'ve$/, ' have'],
  [/'ll$/, ' will'],
  [/'d$/, ' would'],
  [/(?<=^(?:it|that|he|she|there|what|who|here))'s$/, ' is'],
];
/** Sounds that outlets leave out or write down as they like. */
const FILLERS = new Set('um uh er erm eh ah oh well hmm mm'.split(' '));

/** What is long enough of what stands `between` marks in an article; of a transcript or a recording in which nobody is named as speaking, all. */
export function quotedRunsOf(source: Source, between: readonly Run[]): readonly Run[] {
  const kind = primaryOf(source);
  const isSpoken = kind === 'transcript' || kind === 'recording';
  return isSpoken && !source.voices.spoken.some(({ type }) => type === 'direct')
    ? paragraphsOf(source)
    : between.filter(({ from, to }) => to - from >= COMMON);
}

function paragraphsOf(source: Source): Run[] {
  const { flags } = source.text.tokens;
  const starts = [...flags.keys()].filter((at) => at === 0 || ((flags[at] ?? 0) & Flag.paragraph) !== 0);
  return starts.flatMap((from, i) => {
    const to = starts[i + 1] ?? flags.length;
    return to - from < COMMON ? [] : [{ source, from, to, words: wordsOf(source, from, to) }];
  });
}

/** Runs of at least so many words, mark to mark, of what is quoted as said. */
export function betweenMarks(source: Source, least: number): Run[] {
  const { flags } = source.text.tokens;
  const found: Run[] = [];
  for (const { type, from: start, to: stop } of source.voices.spoken) {
    if (type === 'indirect') continue;
    for (let from = start; from < stop; from++) {
      if (!((flags[from] ?? 0) & Flag.quoted)) continue;
      let to = from + 1;
      while (to < stop && (flags[to] ?? 0) & Flag.quoted && !closes(source, to)) to++;
      if (to - from >= least && !found.some((other) => other.from < to && other.to > from))
        found.push({ source, from, to, words: wordsOf(source, from, to) });
      from = to - 1;
    }
  }
  return found;
}

/** Whether a mark stands between a token and the one before it. */
function closes({ article, text: { tokens } }: Source, at: number): boolean {
  return /[“”"«»]/.test(article.prose.text.slice(tokens.end[at - 1], tokens.start[at]));
}

function wordsOf({ article, text: { tokens } }: Source, from: number, to: number): Word[] {
  const { text } = article.prose;
  const words: Word[] = [];
  let open = false;
  for (let token = from; token < to; token++) {
    const between = text.slice(tokens.end[token - 1] ?? 0, tokens.start[token]);
    const own = token === from ? '' : between;
    const bracket = /[[\]()](?!.*[[\]()])/s.exec(between)?.[0];
    if (bracket !== undefined) open = bracket === '[' || bracket === '(';
    const afterGap = /…|\.\s?\.\s?\./.test(own) || /\[\s*\]/.test(own);
    if (own.includes('&')) words.push({ folded: 'and', token, afterGap: false, bracketed: open, masked: false });
    const masked = MASK.test(text.slice(tokens.end[token], (tokens.end[token] ?? 0) + 3)) || own.endsWith('*');
    const parts = folded(text.slice(tokens.start[token], tokens.end[token])).split(' ');
    for (const [i, part] of parts.entries())
      if (!FILLERS.has(part)) words.push({ folded: part, token, afterGap: afterGap && i === 0, bracketed: open, masked });
    if (text.charAt(tokens.end[token] ?? 0) === '%')
      words.push({ folded: 'percent', token, afterGap: false, bracketed: open, masked: false });
  }
  return words;
}

function folded(surface: string): string {
  const number = numberOf(surface);
  if (number !== undefined) return `#${number}`;
  let word = surface.toLowerCase();
  for (const [from, to] of SPELLINGS) word = word.replace(from, to);
  const short = SHORT.get(word);
  if (short !== undefined) return short;
  for (const [from, to] of ENDINGS) word = word.replace(from, to);
  return word;
}

/** Of a long run the sentences where most of the words of another stand, as they stand in a row. */
export function nearTo({ words: others }: Run, run: Run): Run {
  const { words, source } = run;
  const reach = Math.ceil(1.5 * others.length) + 10;
  if (words.length <= reach) return run;
  const rows = new Set(rowsOf(others));
  const shared = rowsOf(words).map((row) => (rows.has(row) ? 1 : 0));
  let [most, from] = [-1, 0];
  for (let at = 0, count = 0; at < shared.length; at++) {
    count += (shared[at] ?? 0) - (shared[at - reach] ?? 0);
    if (count > most) [most, from] = [count, Math.max(0, at - reach + 1)];
  }
  const begins = ({ token }: Word) => ((source.text.tokens.flags[token] ?? 0) & Flag.sentence) !== 0;
  const first = words.slice(from).findIndex((_, i) => shared[from + i] === 1) + from;
  const start = Math.max(
    0,
    words.findLastIndex((word, i) => i <= first && begins(word)),
  );
  const stop = words.findIndex((word, i) => i > first + reach && begins(word));
  const end = stop < 0 ? words.length : stop;
  return { source, from: words[start]?.token ?? run.from, to: words[end]?.token ?? run.to, words: words.slice(start, end) };
}

/** A run with two words as one where the other writes them so: "cell phone", "health care". */
export function compoundedAs({ words: others }: Run, run: Run): Run {
  const known = new Set(others.map(({ folded }) => folded));
  const words: Word[] = [];
  for (const word of run.words) {
    const last = words.at(-1);
    const both = (last?.folded ?? '') + word.folded;
    if (last && !word.afterGap && !known.has(word.folded) && known.has(both)) words[words.length - 1] = { ...last, folded: both };
    else words.push(word);
  }
  return { ...run, words };
}

/** Three words in a row, for every place where three stand. */
export function rowsOf(words: readonly Word[]): readonly string[] {
  let rows = known.get(words);
  if (!rows) {
    rows = words.slice(2).map(({ folded }, i) => `${words[i]?.folded ?? ''} ${words[i + 1]?.folded ?? ''} ${folded}`);
    known.set(words, rows);
  }
  return rows;
}

/** A run is compared with those of every other article. */
const known = new WeakMap<readonly Word[], readonly string[]>();
