import type { Language } from '../../text/article';
import { numberOf } from '../words/numerals';
import { skeletonOf } from './skeleton';

/** Something of a text that is the same in every language. */
export interface Sign {
  /** `word`: one that many languages share. */
  readonly kind: 'name' | 'number' | 'word';
  readonly key: string;
  /** As written. */
  readonly text: string;
  /** The word of the stretch that it is of, by number. */
  readonly word: number;
}

const shortestWord = 5;

/**
 * The signs of a stretch of text, each key once. A capital makes a name, but at a sentence's start; in German, where every noun has one,
 * the other language's capital decides.
 */
export function signsOf(text: string, language: Language): readonly Sign[] {
  const signs = new Map<string, Sign>();
  let opens = true;
  let word = 0;
  for (const { 0: token, index } of text.matchAll(/\p{L}[\p{L}\p{M}’'-]*|\d+(?:[.,   ]\d{3})*(?:[.,]\d+)?/gu)) {
    const before = text.slice(Math.max(0, index - 2), index);
    opens ||= /[.!?…:]\s?$|[«„“"(]$/.test(before);
    for (const sign of signsIn(token, word, opens, language)) if (!signs.has(sign.key)) signs.set(sign.key, sign);
    opens = false;
    word++;
  }
  return [...signs.values()];
}

function signsIn(token: string, word: number, opens: boolean, language: Language): readonly Sign[] {
  if (/^\d/.test(token)) return [{ kind: 'number', key: `#${figure(token)}`, text: token, word }];
  const said = numberWords.get(token.toLowerCase()) ?? (language === 'en' ? numberOf(token) : undefined);
  if (said !== undefined) return [{ kind: 'number', key: `#${said}`, text: token, word }];
  const isCapital = /^\p{Lu}/u.test(token);
  return token.split(/[-’']/).flatMap((part): readonly Sign[] => {
    const key = skeletonOf(part);
    if (key.length < 3 || part.length < 3) return [];
    if (isCapital && !opens && language !== 'de') return [{ kind: 'name', key, text: part, word }];
    return key.length >= shortestWord || isCapital ? [{ kind: 'word', key, text: part, word }] : [];
  });
}

/** "1.200", "1,200" and "1 200" are one number, "3,5" and "3.5" another. */
function figure(token: string): string {
  const whole = token.replace(/[.,   ](?=\d{3}(?:\D|$))/g, '');
  return String(Number(whole.replace(',', '.')));
}

const numberWords: ReadonlyMap<string, number> = new Map(
  (
    'zwei:2 drei:3 vier:4 fünf:5 sechs:6 sieben:7 acht:8 neun:9 zehn:10 elf:11 zwölf:12 zwanzig:20 dreißig:30 vierzig:40 fünfzig:50 sechzig:60 hundert:100 tausend:1000 ' +
    'deux:2 trois:3 quatre:4 cinq:5 six:6 sept:7 huit:8 neuf:9 dix:10 onze:11 douze:12 quinze:15 vingt:20 trente:30 quarante:40 cinquante:50 soixante:60 cent:100 mille:1000 ' +
    'dos:2 tres:3 cuatro:4 cinco:5 seis:6 siete:7 ocho:8 nueve:9 diez:10 once:11 doce:12 quince:15 veinte:20 treinta:30 cuarenta:40 cincuenta:50 sesenta:60 cien:100 ciento:100 mil:1000 ' +
    'два:2 две:2 двух:2 двумя:2 три:3 трёх:3 трех:3 четыре:4 четырёх:4 четырех:4 пять:5 пяти:5 шесть:6 шести:6 семь:7 семи:7 восемь:8 восьми:8 девять:9 девяти:9 десять:10 десяти:10 ' +
    'одиннадцать:11 двенадцать:12 двенадцати:12 двадцать:20 двадцати:20 тридцать:30 тридцати:30 сорок:40 сорока:40 пятьдесят:50 шестьдесят:60 сто:100 ста:100 тысяча:1000 тысячи:1000 тысяч:1000'
  )
    .split(' ')
    .map((pair) => {
      const [word = '', value = ''] = pair.split(':');
      return [word, Number(value)] as const;
    }),
);
