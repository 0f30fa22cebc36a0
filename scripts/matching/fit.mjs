// Fits the weights of matching on all events of the evaluation sets and writes them where the program reads them.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../command.mjs';
import { readEvents } from './events.mjs';
import { choicesOf, evidenceNames, fitted } from './training.mjs';

const weights = fitted(readEvents().map(choicesOf));
const lines = evidenceNames().map((name, i) => `  ${Number((weights[i] ?? 0).toPrecision(3))}, // ${name}`);
writeFileSync(
  path.join(root, 'src', 'core', 'corpus', 'matching', 'fitted.ts'),
  `/** Weights of the evidence in its order (\`evidenceNames\`), fitted by \`scripts/matching/fit.mjs\`: not to be set by hand. */
export const fittedWeights: readonly number[] = [
${lines.join('\n')}
];
`,
);
console.log(lines.join('\n'));
