const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS: Readonly<Record<string, number>> = {
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
};

const value = new Map<string, number>();
for (const [n, word] of UNITS.entries()) if (n !== 1) value.set(word, n);
for (const [n, word] of TENS.entries()) value.set(word, (n + 2) * 10);
for (const [word, n] of Object.entries(ORDINALS)) value.set(word, n);
value.set('dozen', 12).set('hundred', 100).set('thousand', 1000).set('million', 1e6).set('billion', 1e9).set('trillion', 1e12);

/** The value of a single numeral ("28", "1,200", "2nd", "four", "eighth"); "one" and "first" are words, not counts. */
export function numberOf(surface: string): number | undefined {
  const first = surface.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    const digits = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?|^\d+(?:\.\d+)?/.exec(surface)?.[0];
    return digits === undefined ? undefined : Number(digits.replaceAll(',', ''));
  }
  return value.get(surface.toLowerCase());
}
