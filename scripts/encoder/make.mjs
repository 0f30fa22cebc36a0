// npm run encoder: makes the folder for --encoder in out/encoder; with --vsix the companion extension of the editor is made of it, too.
import { buildEncoder, missingForEncoder } from './build.mjs';
import { buildCompanion, packageCompanion } from './companion.mjs';

const missing = missingForEncoder();
if (missing !== undefined) throw new Error(missing);
console.log(await buildEncoder());
if (process.argv.includes('--vsix')) {
  await buildCompanion();
  console.log(await packageCompanion());
}
