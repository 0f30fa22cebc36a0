import { markOf, type WordClass } from './words';

/**
 * A rule's pattern is written in word classes: "weekday comma? month dd (comma? yyyy)?". It becomes a regular
 * expression over the class marks. No pattern repeats without a bound, so that a text costs linear time.
 */
export interface Pattern {
  readonly form: RegExp;
  /** The marks a match can begin with. */
  readonly first: ReadonlySet<string>;
}

const macros: Readonly<Record<string, string>> = {
  N: '(dd|int|yyyy|dec|num(dash? num){0,3})',
  SOME: '(a couple of?|a? few)',
  MOD: '(mod dash?)',
  EDGE: '(the? edge of)',
  UNIT: '(unit|units)',
  WD: '(weekday|wd)',
  YEAR: '(yyyy|num num (and|dash)? num?)',
  CLOCK: '(about? ((clock|dd) ampm|clock|(yyyy|int) zone) zone?)',
  TIME: '(comma? at? (clock ampm? zone?|dd ampm zone?))',
};

const expand = (pattern: string): string => pattern.replace(/[A-Z]+/g, (name) => expand(macros[name] ?? name));

export function compile(pattern: string): Pattern {
  const full = expand(pattern);
  const source = full
    .replace(/[a-z]+/g, (name) => {
      const mark = markOf[name as WordClass] as string | undefined;
      if (mark === undefined) throw new Error(`no word class "${name}" in "${pattern}"`);
      return mark;
    })
    .replace(/ /g, '')
    .replace(/\(/g, '(?:');
  const form = new RegExp(source, 'y');
  return { form, first: firstMarks(full) };
}

/** Reads the pattern once more for what can stand at its beginning. */
function firstMarks(pattern: string): ReadonlySet<string> {
  const parts = pattern.match(/[a-z]+|[()|?]|\{\d,\d\}/g) ?? [];
  let at = 0;
  const alternatives = (): { first: Set<string>; empty: boolean } => {
    const first = new Set<string>();
    let anyEmpty = false;
    for (;;) {
      let open = true;
      while (at < parts.length && parts[at] !== '|' && parts[at] !== ')') {
        let item: { first: Set<string>; empty: boolean };
        if (parts[at] === '(') {
          at++;
          item = alternatives();
          at++;
        } else item = { first: new Set([markOf[parts[at++] as WordClass]]), empty: false };
        const optional = /^(\?|\{0)/.test(parts[at] ?? '');
        if (/^[?{]/.test(parts[at] ?? '')) at++;
        if (open) for (const mark of item.first) first.add(mark);
        open &&= optional || item.empty;
      }
      anyEmpty ||= open;
      if (parts[at] !== '|') return { first, empty: anyEmpty };
      at++;
    }
  };
  return alternatives().first;
}
