// Fits the weights of matching on all events of the evaluation sets and writes them where the program reads them: those that do without an
// encoder, or with --encoder DIR those with one.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../command.mjs';
import { readEvents } from './events.mjs';
import { choicesOf, encoderFolder, evidenceNames, fitted } from './training.mjs';

const weights = fitted(await Promise.all(readEvents().map(choicesOf)));
const [file, table] = encoderFolder === undefined ? ['fitted.ts', 'fittedWeights'] : ['fittedEncoded.ts', 'fittedEncodedWeights'];
const lines = evidenceNames().map((name, i) => `  ${Number((weights[i] ?? 0).toPrecision(3))}, // ${name}`);
writeFileSync(
  path.join(root, 'src', 'core', 'corpus', 'matching', file),
  `/** Weights of the evidence in its order (\`evidenceNames\`), fitted by \`scripts/matching/fit.mjs${encoderFolder === undefined ? '' : ' --encoder'}\`: not to be set by hand. */
export const ${table}: readonly number[] = [
${lines.join('\n')}
];
`,
);
console.log(lines.join('\n'));
