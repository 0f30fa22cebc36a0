/** Whether a '/'-separated relative path fits a glob: `**` any folders, `*` and `?` inside one name, `{a,b}` either. Case counts not. */
export function fitsGlob(path: string, glob: string): boolean {
  const names = path.toLowerCase().split('/');
  return alternatives(glob.toLowerCase(), 0).some((plain) => namesFit(names, 0, plain.replace(/^\.?\//, '').split('/'), 0));
}

/** Writes `{a,b}` out. Bounded: a glob with more than a few groups is somebody's mistake. */
function alternatives(glob: string, depth: number): readonly string[] {
  const open = glob.indexOf('{');
  const close = glob.indexOf('}', open);
  if (open < 0 || close < 0 || depth > 3) return [glob];
  return glob
    .slice(open + 1, close)
    .split(',')
    .flatMap((choice) => alternatives(glob.slice(0, open) + choice + glob.slice(close + 1), depth + 1));
}

function namesFit(names: readonly string[], n: number, globs: readonly string[], g: number): boolean {
  const glob = globs[g];
  if (glob === undefined) return n === names.length;
  if (glob === '**') {
    for (let next = n; next <= names.length; next++) if (namesFit(names, next, globs, g + 1)) return true;
    return false;
  }
  const name = names[n];
  return name !== undefined && nameFits(name, glob) && namesFit(names, n + 1, globs, g + 1);
}

/** The usual two-pointer walk: on a mismatch the last star takes one character more. */
function nameFits(name: string, glob: string): boolean {
  let n = 0;
  let g = 0;
  let star = -1;
  let taken = 0;
  while (n < name.length) {
    if (glob[g] === '*') {
      star = g++;
      taken = n;
    } else if (glob[g] === '?' || glob[g] === name[n]) {
      g++;
      n++;
    } else if (star >= 0) {
      g = star + 1;
      n = ++taken;
    } else return false;
  }
  while (glob[g] === '*') g++;
  return g === glob.length;
}
