// For the build that splits the program: esbuild keeps a file with whatever imports it, and a door (index.ts) imports its whole room.
// So what is imported by a door is imported from the file that it stands in.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {{file: string, name: string}} Origin */

/** @type {Map<string, Map<string, Origin>>} */
const doors = new Map();

/** @type {import('esbuild').Plugin} */
export const straight = {
  name: 'straight',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path: file }) => ({
      loader: 'ts',
      contents: readFileSync(file, 'utf8').replace(/^import \{([^}]*)\} from '([^']*\/index)';/gm, (_, names, door) => {
        const origins = originsOf(path.resolve(path.dirname(file), `${door}.ts`));
        return listed(names)
          .map(({ name, as }) => direct(file, door, name, as, origins.get(name)))
          .join(' ');
      }),
    })),
};

/**
 * @param {string} file
 * @param {string} door
 * @param {string} name
 * @param {string} as
 * @param {Origin | undefined} origin
 */
function direct(file, door, name, as, origin) {
  if (origin === undefined) throw new Error(`${door} does not export ${name}, which ${file} imports`);
  const where = path.relative(path.dirname(file), origin.file).replace(/\.ts$/, '');
  return `import { ${origin.name} as ${as} } from '${where.startsWith('.') ? where : `./${where}`}';`;
}

/**
 * Where the values stand that a file exports.
 * @param {string} file
 * @returns {Map<string, Origin>}
 */
function originsOf(file) {
  const known = doors.get(file);
  if (known) return known;
  /** @type {Map<string, Origin>} */
  const origins = new Map();
  doors.set(file, origins);
  const text = readFileSync(file, 'utf8');
  for (const [, name = ''] of text.matchAll(/^export (?:async function\*?|function\*?|const|let|(?:abstract )?class) ([\w$]+)/gm))
    origins.set(name, { file, name });
  for (const [, names, from = ''] of text.matchAll(/^export (?:\{([^}]*)\}|\*) from '(\.[^']*)';/gm)) {
    const there = originsOf(
      path.resolve(path.dirname(file), existsSync(path.resolve(path.dirname(file), `${from}.ts`)) ? `${from}.ts` : from),
    );
    if (names === undefined) for (const [name, origin] of there) origins.set(name, origin);
    else
      for (const { name, as } of listed(names)) {
        const origin = there.get(name);
        if (origin) origins.set(as, origin);
      }
  }
  return origins;
}

/**
 * The values of `{ a, type B, c as d }`.
 * @param {string} names
 */
function listed(names) {
  return names
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && !one.startsWith('type '))
    .map((one) => {
      const [name = '', as = name] = one.split(' as ');
      return { name, as };
    });
}
