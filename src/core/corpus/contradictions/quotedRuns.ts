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
}

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

/** What stands between marks in an article, mark to mark. */
export function quotedRunsOf(source: Source): Run[] {
  const { flags } = source.text.tokens;
  const found: Run[] = [];
  for (const { type, from: start, to: stop } of source.voices.spoken) {
    if (type === 'indirect') continue;
    for (let from = start; from < stop; from++) {
      if (!((flags[from] ?? 0) & Flag.quoted)) continue;
      let to = from + 1;
      while (to < stop && (flags[to] ?? 0) & Flag.quoted && !closes(source, to)) to++;
      if (to - from >= COMMON && !found.some((other) => other.from < to && other.to > from))
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
    if (own.includes('&')) words.push({ folded: 'and', token, afterGap: false, bracketed: open });
    const parts = folded(text.slice(tokens.start[token], tokens.end[token])).split(' ');
    for (const [i, part] of parts.entries())
      if (!FILLERS.has(part)) words.push({ folded: part, token, afterGap: afterGap && i === 0, bracketed: open });
    if (text.charAt(tokens.end[token] ?? 0) === '%') words.push({ folded: 'percent', token, afterGap: false, bracketed: open });
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
