// Packages the companion extension of what scripts/encoder/build.mjs has made: its own VSIX, which brings the model to the editor.
import { build } from 'esbuild';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, run } from '../command.mjs';
import { buildEncoder, bundled, encoderFolder, home, missingForEncoder, model } from './build.mjs';

const companionFolder = path.join(root, 'out', 'companion');
const companionVsix = path.join(root, 'out', 'second-source-encoder.vsix');

/** @returns {Promise<string>} the file, made of what is built */
export async function packageCompanion() {
  const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const output = await run(
    'vsce package',
    process.execPath,
    [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '-o', companionVsix],
    { cwd: companionFolder },
  );
  const warning = output.split('\n').find((line) => /\bwarn/i.test(line));
  if (warning !== undefined) throw new Error(`vsce package warns:\n${output}`);
  return companionVsix;
}

/**
 * Makes the companion for the tests where it can be made.
 * @returns {Promise<string | undefined>} what stands in the way
 */
export async function prepareCompanion() {
  rmSync(companionFolder, { recursive: true, force: true });
  const missing = missingForEncoder();
  if (missing !== undefined) return missing;
  if (!existsSync(path.join(encoderFolder, 'encoder.js'))) await buildEncoder();
  await buildCompanion();
  return undefined;
}

/** @returns {Promise<string>} the folder, as the extension is installed */
export async function buildCompanion() {
  rmSync(companionFolder, { recursive: true, force: true });
  mkdirSync(path.join(companionFolder, 'media'), { recursive: true });
  for (const name of ['model.onnx', 'tokenizer.json', 'runtime.wasm'])
    cpSync(path.join(encoderFolder, name), path.join(companionFolder, 'model', name));
  copyFileSync(path.join(root, 'media', 'icon.png'), path.join(companionFolder, 'media', 'icon.png'));
  copyFileSync(path.join(root, 'LICENSE'), path.join(companionFolder, 'LICENSE'));
  for (const name of ['README.md', 'THIRD_PARTY_NOTICES.txt']) copyFileSync(path.join(home, name), path.join(companionFolder, name));
  writeFileSync(path.join(companionFolder, 'package.json'), `${JSON.stringify(manifest(), undefined, 2)}\n`);
  const [, modelHash = ''] = model.files['bge-small-en-v1.5-q.onnx'];
  const define = { MODEL: JSON.stringify(modelHash.slice(0, 16)) };
  const source = path.join(root, 'src', 'companion');
  await Promise.all(
    [
      { entry: path.join(source, 'extension.node.ts'), to: 'extension.js', format: /** @type {const} */ ('cjs') },
      { entry: path.join(source, 'extension.ts'), to: 'web/extension.js', format: /** @type {const} */ ('cjs') },
      { entry: path.join(home, 'worker.node.mjs'), to: 'worker.js', format: /** @type {const} */ ('cjs') },
      { entry: path.join(home, 'worker.web.mjs'), to: 'web/worker.js', format: /** @type {const} */ ('iife') },
    ].map(({ entry, to, format }) =>
      build({ ...bundled, define, entryPoints: [entry], outfile: path.join(companionFolder, 'dist', to), format }),
    ),
  );
  return companionFolder;
}

/** What stands in encoder/package.json, and what it has in common with Second Source. */
function manifest() {
  const read = (/** @type {string} */ folder) => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const { private: _, devDependencies: __, ...own } = read(home);
  const { version, publisher, engines, galleryBanner, activationEvents } = read(root);
  return {
    ...own,
    version,
    publisher,
    engines: { vscode: engines.vscode },
    galleryBanner,
    categories: ['Other'],
    activationEvents,
    capabilities: { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true },
    files: ['dist', 'media', 'model', 'LICENSE', 'README.md', 'THIRD_PARTY_NOTICES.txt'],
  };
}
