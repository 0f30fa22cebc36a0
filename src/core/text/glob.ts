/**
 * Whether a relative path ('/' separated) fits a glob: `*` and `?` within a name, `**` over folders, `{a,b}` alternatives.
 * A glob without '/' is matched against the file's name. Case does not count. Work is at most the product of the lengths, a hundred times with braces.
 */
export function matchesGlob(glob: string, path: string): boolean {
  const whole = path.toLowerCase();
  const subject = glob.includes('/') ? whole : whole.slice(whole.lastIndexOf('/') + 1);
  return alternatives(glob.replace(/^\.?\//, '').toLowerCase()).some((pattern) => matches(pattern, subject));
}

const mostAlternatives = 100;
/** A longer one fits nothing: nobody writes it by hand. */
const longest = 2000;

/** Expands the first pair of braces, and so on, up to some alternatives in the order they stand in. */
function alternatives(glob: string): readonly string[] {
  const results: string[] = [];
  const open = glob.length > longest ? [] : [glob];
  for (let next = open.pop(); next !== undefined && results.length < mostAlternatives; next = open.pop()) {
    const braces = /\{([^{}]*)\}/.exec(next);
    if (!braces) results.push(next);
    else {
      const before = next.slice(0, braces.index);
      const after = next.slice(braces.index + braces[0].length);
      const choices = (braces[1] ?? '').split(',', mostAlternatives);
      for (const choice of choices.reverse()) open.push(before + choice + after);
    }
  }
  return results;
}

/** Row by row: which beginnings of the path the pattern's beginning fits. */
function matches(pattern: string, path: string): boolean {
  let row = new Uint8Array(path.length + 1);
  row[0] = 1;
  for (let i = 0; i < pattern.length; i += 1) {
    const next = new Uint8Array(path.length + 1);
    const deep = pattern.startsWith('**', i);
    const folders = pattern.startsWith('**/', i) && (i === 0 || pattern[i - 1] === '/');
    let reached = 0;
    for (let j = 0; j <= path.length; j += 1) {
      if (folders) next[j] = (row[j] ?? 0) | (j > 0 && path[j - 1] === '/' ? reached : 0);
      else if (pattern[i] === '*') next[j] = (row[j] ?? 0) | (j > 0 && (deep || path[j - 1] !== '/') ? (next[j - 1] ?? 0) : 0);
      else if (j > 0) next[j] = pattern[i] === path[j - 1] || (pattern[i] === '?' && path[j - 1] !== '/') ? (row[j - 1] ?? 0) : 0;
      reached |= row[j] ?? 0;
    }
    if (folders) i += 2;
    else if (deep) i += 1;
    row = next;
  }
  return row[path.length] === 1;
}
