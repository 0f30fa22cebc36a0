const heads = ['bra', 'cli', 'dro', 'fen', 'gal', 'hib', 'jor', 'kel', 'lum', 'mor', 'nas', 'pel', 'qui', 'ros', 'tal', 'vin'];
const verbs = ['mend', 'sell', 'paint', 'bury', 'weigh', 'borrow', 'polish', 'carry'];

/** A word that nobody has used, the same for the same number. */
function noun(n: number): string {
  return `${heads[n % 16] ?? ''}${heads[Math.floor(n / 16) % 16] ?? ''}${heads[Math.floor(n / 256) % 16] ?? ''}o`;
}

/** Articles in pairs, of which both have a saying, as lines of an archive; and questions of the first of each pair. */
export function sayings(articles: number, questions: number, prefix = 'n'): { readonly archive: string; readonly queries: string } {
  const saying = (n: number) =>
    `We shall ${verbs[n % 8] ?? ''} the ${noun(7 * n + 1)} of the ${noun(13 * n + 5)} before anybody can ${verbs[(n >> 3) % 8] ?? ''} the ${noun(3 * n + 11)}`;
  const lines = Array.from({ length: articles }, (_, i) => {
    const n = i >> 1;
    const text =
      i % 2 === 0
        ? `“${saying(n)},” Uma Reed said in ${noun(n + 900)} on Monday. The council of ${noun(n + 900)} had no answer to that.`
        : `In ${noun(n + 900)} the crowd heard Uma Reed promise: “${saying(n)}.” Tea was served. Nobody stayed for it in the rain.`;
    return JSON.stringify({ id: `${prefix}${i}`, text });
  });
  const queries = Array.from({ length: questions }, (_, i) => {
    const n = i % Math.floor(articles / 2);
    return JSON.stringify({ file: `${prefix}${2 * n}`, start: 1, end: 1 + saying(n).length });
  });
  return { archive: lines.join('\n'), queries: queries.join('\n') };
}
