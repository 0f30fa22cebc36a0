/**
 * What is left of a word that two languages write each in its own way: Latin letters without marks, one letter for one sound, no doubles.
 * "Путин", "Putin" and "Poutine" have one skeleton; "Киев" and "Kyiv" nearly one.
 */
export function skeletonOf(word: string): string {
  let latin = '';
  for (const letter of word.toLowerCase().normalize('NFD')) latin += letters.get(letter) ?? (/\p{M}/u.test(letter) ? '' : letter);
  for (const [spelling, sound] of sounds) latin = latin.replace(spelling, sound);
  return latin.replace(/[^a-z0-9]/g, '').replace(/(.)\1+/g, '$1');
}

/** The first two consonants: words with other ones are not compared. */
export function bucketOf(skeleton: string): string {
  const consonants = skeleton.replace(/[aeiou]/g, '');
  return /^[aeiou]/.test(skeleton) ? `-${consonants.slice(0, 1)}` : consonants.slice(0, 2);
}

/** What two spellings of one name nearly always have in common: their first consonants. Undefined for a name that has too few. */
export function nameKeyOf(skeleton: string): string | undefined {
  const consonants = skeleton.replace(/[aeiou]/g, '').slice(0, 4);
  return consonants.length < 2 ? undefined : `${/^[aeiou]/.test(skeleton) ? '-' : ''}${consonants}`;
}

/** Whether two skeletons may be one name: the same but for an ending or a letter. */
export function isSameName(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 4) return short.length === 3 && short.replace(/[aeiou]/g, '') === long.replace(/[aeiou]/g, '') && long.length < 5;
  if (long.length - short.length > longestEnding) return false;
  const same = commonBeginning(short, long);
  if (same >= short.length - 1 && same >= 4) return true;
  return isOneLetterOff(short, long);
}

/** Whether two skeletons may be one international word: "minister" and "ministre", "инфляция" and "inflation". */
export function isSameWord(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < 5) return false;
  if (Math.max(one.length, other.length) - shorter > 5) return false;
  return commonBeginning(one, other) >= Math.max(5, Math.ceil(shorter * 0.7));
}

const longestEnding = 3;

function commonBeginning(one: string, other: string): number {
  let same = 0;
  while (same < one.length && one.charAt(same) === other.charAt(same)) same++;
  return same;
}

/** One letter more, less or another one. */
function isOneLetterOff(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false;
  const same = commonBeginning(short, long);
  const rest = short.length === long.length ? short.slice(same + 1) : short.slice(same);
  return rest === long.slice(same + 1);
}

const cyrillic =
  'а:a б:b в:v г:g ґ:g д:d е:e є:ie ж:z з:z и:i і:i ї:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:k ц:ts ч:c ш:s щ:s ъ: ы:i ь: э:e ю:iu я:ia';
const latinMarks = 'ß:s æ:e œ:e ø:o ł:l đ:d þ:t ð:d ı:i';
const letters: ReadonlyMap<string, string> = new Map(
  `${cyrillic} ${latinMarks}`.split(' ').map((pair) => {
    const [letter = '', sound = ''] = pair.split(':');
    return [letter, sound] as const;
  }),
);

/** Spellings of one sound, in this order. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|cz/g, 'c'],
  [/sch|sh|sz/g, 's'],
  [/zh/g, 'z'],
  [/kh/g, 'k'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dj|dzh/g, 'j'],
  [/qu/g, 'k'],
  [/eau|au/g, 'o'],
  [/ou/g, 'u'],
  [/h/g, ''],
  [/x/g, 'ks'],
  [/[cq]/g, 'k'],
  [/w/g, 'v'],
  [/[yj]/g, 'i'],
  [/z/g, 's'],
  [/(?<=...)e$/, ''],
];
