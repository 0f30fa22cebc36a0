export const languages = ['en', 'de', 'fr', 'es', 'it', 'ru'] as const;
/** A language that is read, or `other`: there only quotation marks and dates in digits are found. */
export type Language = (typeof languages)[number] | 'other';

/** The commonest words of each language that the others do not share as their own commonest. Those of `none` are told apart, not read. */
const functionWords: readonly (readonly [language: Language, words: ReadonlySet<string>])[] = (
  [
    [
      'en',
      'the of and to in a that for on with was by he it as at from is his has have be had are were not this but they their who which will would said she her its an been after about more than when there what we you i or if could can new up out one two also our all us',
    ],
    [
      'de',
      'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an er hat aus bei sie nach wird sind am wie einem über einen so zum war haben nur oder aber vor zur bis noch werden dass einer um wurde durch wir gegen ich sei seien sagte sagten worden alle niemand',
    ],
    [
      'fr',
      "le la les de des du et en un une à est que qui pour dans par sur au pas plus ce il ne se avec sont aux son elle ont été cette mais ou ses leur comme nous y sa dont même après deux où ces être d'un a l'on",
    ],
    [
      'es',
      'de la que el en y a los del las un por con una no su para es al lo como más se le ha o pero sus fue este ya entre también sobre desde hasta cuando muy años esta son donde sin porque todo nos quien',
    ],
    [
      'ru',
      'и в не на что с по он как это из для от к но за о его у был же было при которые также уже до или со того бы они после так она только года',
    ],
    ['it', 'il di che e la per un una in del della non con sono si da come anche le dei nel alla ha più al ma questo gli'],
    [
      'other',
      'de o que e a do da em um para com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também',
    ],
    [
      'other',
      'de het een van en in is dat op te voor met zijn niet aan er ook die als maar om dan bij uit nog naar heeft werd wordt deze hij zij door over',
    ],
    ['other', 'og i det er på en af at til som med der for den har de ikke et var fra men om vil kan blev også han hun'],
    ['other', 'och i att det som en på är av för med den till inte har de ett om var jag från men så han hon kan vi'],
    ['other', 'w i z na do że się nie to jest o jak po od za przez dla są ale oraz był był być tego które także'],
    ['other', 'та в на що з у не до як за від це по його для але був при також які й є є або'],
  ] as const
).map(([language, words]) => [language, new Set<string>(words.split(' '))] as const);

/** Read with a pack that nobody has measured on articles yet. */
export function isExperimental(language: Language): boolean {
  return experimental.has(language);
}
const experimental: ReadonlySet<Language> = new Set(['it']);

/** As English calls it; "another language" where it is none of ours. */
export function languageName(language: Language): string {
  return names.get(language) ?? 'another language';
}
const names: ReadonlyMap<Language, string> = new Map([
  ['en', 'English'],
  ['de', 'German'],
  ['fr', 'French'],
  ['es', 'Spanish'],
  ['it', 'Italian'],
  ['ru', 'Russian'],
]);

const sampleLength = 4000;
const fewestWords = 40;
/** English news stands at .3 to .5, its tables and lists at .2; Dutch and German are under .1. */
const smallestShare = 0.15;
/** No other language has so many. */
const surelyEnglish = 0.3;
/** A short text is taken for another language than English where so many words say so. */
const fewButSure = 3;

/** The language that a person or a page names: "de", "de-AT"; undefined for what is no such name. */
export function languageNamed(name: string | undefined): Language | undefined {
  const code = /^([a-z]{2,3})(?:[-_][a-z0-9]+)*$/i.exec(name?.trim() ?? '')?.[1]?.toLowerCase();
  if (code === undefined) return undefined;
  return languages.find((language) => language === code) ?? 'other';
}

/** Why a name of a language is not taken, in words for its writer; undefined where it is. */
export function languageDoubt(name: string): string | undefined {
  if (languageNamed(name) !== undefined) return undefined;
  return `“${name.slice(0, 40)}” is no code of a language: write two letters, as ${languages.join(', ')}.`;
}

/** The language of prose, by the share of function words in its beginning; short texts that nothing tells apart count as English. */
export function languageOf(prose: string): Language {
  const sample = prose.slice(0, sampleLength);
  if (isPlainlyEnglish(sample)) return 'en';
  const words = wordsIn(sample);
  if (words.length === 0) return 'en';
  const share = ([, known]: (typeof functionWords)[number]) =>
    words.reduce((sum, word) => (known.has(word) ? sum + 1 : sum), 0) / words.length;
  const [english, ...others] = functionWords;
  const shareOfEnglish = english === undefined ? 0 : share(english);
  if (words.length >= fewestWords && shareOfEnglish >= surelyEnglish) return 'en';
  const shares = others.map(share);
  const most = Math.max(...shares);
  const foreign = others[shares.indexOf(most)]?.[0] ?? 'other';
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const latin = words.reduce((sum, word) => (/^[\p{Script=Latin}\p{M}]/u.test(word) ? sum + word.length : sum), 0);
  if (2 * latin < letters) return most > 0 && !(foreign === 'ru' && isOtherCyrillic(prose, letters)) ? foreign : 'other';
  if (words.length < fewestWords) {
    if (most * words.length >= fewButSure && most > 2 * shareOfEnglish) return foreign;
    return shareOfEnglish === 0 && hasMarkedWords(prose) ? 'other' : 'en';
  }
  if (shareOfEnglish >= smallestShare && shareOfEnglish >= most) return 'en';
  return most >= smallestShare ? foreign : 'other';
}

/** Whether a text is English by so many words that no other language needs to be thought of: without making words of it. */
function isPlainlyEnglish(sample: string): boolean {
  let [words, english] = [0, 0];
  for (let i = 0; i < sample.length;) {
    let [letters, key] = [0, 0];
    for (; i < sample.length; i++, letters++) {
      const code = sample.charCodeAt(i);
      const letter = code | 32;
      if (isHalf(code)) return false;
      if (code < 128 ? letter < 97 || letter > 122 : !isLetterCode(code)) break;
      key = letters < longestEnglish && code < 128 ? 27 * key + letter - 96 : -1;
    }
    i++;
    if (letters === 0) continue;
    words++;
    if (key > 0 && englishKeys.has(key)) english++;
  }
  return words >= fewestWords && english / words >= surelyEnglish;
}

/** Letters in the longest of the English words. */
const longestEnglish = 5;
/** Those words as one number each. */
const englishKeys: ReadonlySet<number> = new Set(
  Array.from(functionWords[0]?.[1] ?? [], (word) => Array.from(word).reduce((key, letter) => 27 * key + letter.charCodeAt(0) - 96, 0)),
);

/** Half of a character: only both halves tell whether it is a letter. */
function isHalf(code: number): boolean {
  return (code & 0xf800) === 0xd800;
}

/** By code of a character, whether it is a letter or a mark, + 1. */
const known = new Uint8Array(1 << 16);

function isLetterCode(code: number): boolean {
  if (known[code] === 0) known[code] = 1 + Number(/[\p{L}\p{M}]/u.test(String.fromCharCode(code)));
  return known[code] === 2;
}

/** Letters that Russian does not have, in more than a name: Ukrainian, Belarusian, Serbian, Macedonian. */
function isOtherCyrillic(prose: string, letters: number): boolean {
  return 50 * (prose.slice(0, sampleLength).match(/[іїєґўјљњћђџѓќ]/giu)?.length ?? 0) > letters;
}

/** Words, not names, with letters that English does not have: a short text in Polish or Turkish. */
function hasMarkedWords(prose: string): boolean {
  return (prose.match(/(?<!\p{L})\p{Ll}*[^\P{Ll}a-z]\p{Ll}*/gu)?.length ?? 0) >= fewestMarked;
}
const fewestMarked = 3;

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
}

const fewestWordsInside = 5;
const fewestSignsInside = 3;
/** Words of a language stand in it at this share and more; names and headings are below. */
const shareOfOwn = 0.2;

/**
 * The language of words inside an article, where it is surely another than the article's: "“We will not go”, sagte die Kapitänin".
 * Undefined for a few words, and where the article's own language is as likely.
 */
export function languageInside(text: string, own: Language): Language | undefined {
  const words = wordsIn(text.slice(0, 600));
  if (words.length < fewestWordsInside) return undefined;
  const most = (isAsked: (language: Language) => boolean) =>
    functionWords
      .filter(([language]) => isAsked(language))
      .map(([language, known]) => ({ language, count: words.reduce((sum, word) => (known.has(word) ? sum + 1 : sum), 0) }))
      .reduce((best, one) => (one.count > best.count ? one : best));
  const itsOwn = most((language) => language === own).count;
  if (itsOwn >= shareOfOwn * words.length) return undefined;
  const { language, count } = most((one) => one !== own);
  const isSure = count >= fewestSignsInside && count >= shareOfOwn * words.length && count > 2 * itsOwn + 1;
  return isSure ? language : undefined;
}
