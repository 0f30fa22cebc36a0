import type { Run } from './quotedRuns';

/** Characters around a quotation among which it is said in which language it was. */
const AROUND = 160;
const TRANSLATED =
  /\b(?:interpreter|translat(?:ed|ion|or)s?|in (?:(?:her|his|their) (?:native|own|mother) (?:language|tongue)|(?:Arabic|Bengali|Bulgarian|Catalan|Chinese|Croatian|Czech|Danish|Dari|Dutch|Farsi|Finnish|French|German|Greek|Hebrew|Hindi|Hungarian|Indonesian|Italian|Japanese|Korean|Kurdish|Malay|Mandarin|Norwegian|Pashto|Persian|Polish|Portuguese|Punjabi|Romanian|Russian|Serbian|Slovak|Somali|Spanish|Swahili|Swedish|Tamil|Thai|Turkish|Ukrainian|Urdu|Vietnamese)))\b/;

/** Whether an article says that what it quotes is translated: others may translate it otherwise. */
export function saysTranslated({ source: { article, text }, from, to }: Run): boolean {
  const [start, end] = [text.tokens.start[from] ?? 0, text.tokens.end[to - 1] ?? 0];
  const prose = article.prose.text;
  return TRANSLATED.test(prose.slice(Math.max(0, start - AROUND), start)) || TRANSLATED.test(prose.slice(end, end + AROUND));
}
