// npm test: sets up what is missing, then runs every test there is; the last line is the sum.
//   --only=core,house,engine,node,node-engine,web,large,ui   some of it; engine-cluster, three nodes of a search engine, only where it is named
//   --grep=TEXT                     only tests whose title has it
//   --verbose                       with the log of VS Code
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from './chromium.mjs';
import { root, run, start } from './command.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { setUpVscode } from './setupVscode.mjs';
import { TestLog } from './testEvents.mjs';

/** @typedef {import('./testEvents.mjs').Tally} Tally */

const groups = ['core', 'house', 'engine', 'node', 'node-engine', 'web', 'large', 'ui'];
/** Takes long and much memory. */
const cluster = 'engine-cluster';
const stallSeconds = 120;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: groups.join(',') },
    grep: { type: 'string', default: '' },
    verbose: { type: 'boolean', default: false },
  },
});
const { grep, verbose } = values;
const chosen = values.only.split(',');
const unknown = chosen.filter((name) => name !== cluster && !groups.includes(name));
if (unknown.length > 0) {
  console.error(`--only=${unknown.join(',')}: choose from ${[...groups, cluster].join(', ')}`);
  process.exit(2);
}

const began = Date.now();
/** @type {Map<string, Tally>} */
const tallies = new Map();

const built = await attempt('setup', async () => {
  await ensureDependencies();
  // Packages are made of what ships; for the rest alone a development build gives readable stacks.
  const production = chosen.includes('house') || chosen.includes('ui') ? ['--production'] : [];
  await run('build', process.execPath, ['esbuild.mjs', '--tests', ...production]);
  if (!['house', 'node', 'web'].some((name) => chosen.includes(name))) return;
  const { prepareCompanion } = await import('./encoder/companion.mjs');
  const missing = await prepareCompanion();
  if (missing !== undefined) console.log(`the tests of the companion extension are skipped: ${missing}`);
});
if (built) {
  // Two lanes for two cores: one computes, the other mostly waits, for downloads and for VS Code.
  const packaged = compute();
  await Promise.all([packaged, driveVscode(packaged)]);
}
report();

/** @returns {Promise<string | undefined>} the packaged extension, where it is wanted and can be made */
async function compute() {
  await group('core', async () => {
    // Where every step is counted, a process that has run everything else first takes a second for each count.
    const counted = ['out/test/core/growth.test.js', 'out/test/core/hostileGrowth.test.js'];
    const seeds = { SECOND_SOURCE_ALL_SEEDS: '1' };
    const ignored = counted.flatMap((file) => ['--ignore', file]);
    const most = await runMocha('core', ['out/test/core/**/*.test.js', 'out/test/cli/**/*.test.js', ...ignored], seeds);
    return sumOf(most, await runMocha('core, steps counted', counted, seeds));
  });
  await group('house', () => runMocha('house', ['out/test/house/**/*.test.mjs']));
  await group('engine', () => runMocha('engine', ['out/test/engine/engine.test.mjs']));
  await group(cluster, () => runMocha(cluster, ['out/test/engine/cluster.test.mjs']));
  if (!chosen.includes('ui')) return undefined;
  const { packageVsix } = await import('./vsix.mjs');
  /** @type {string | undefined} */
  let vsix;
  await attempt('ui', async () => {
    vsix = await packageVsix();
  });
  return vsix;
}

/** @param {Promise<string | undefined>} packaged */
async function driveVscode(packaged) {
  if (!['node', 'node-engine', 'web', 'large', 'ui'].some((name) => chosen.includes(name))) return;
  const ready = await attempt('setup', async () => {
    await Promise.all([setUpVscode(), ensureChromium()]);
  });
  if (!ready) return;
  const { runLargeFolder, runSuites, runWithEngine } = await import('./suiteRun.mjs');
  await group('node', () => runSuites('node', { grep, verbose }));
  await group('node-engine', () => runWithEngine({ grep, verbose }));
  await group('web', () => runSuites('web', { grep, verbose }));
  await group('large', async () => {
    const [node, web] = [await runLargeFolder('node', { grep, verbose }), await runLargeFolder('web', { grep, verbose })];
    return sumOf(node, web);
  });
  const vsix = await packaged;
  if (vsix !== undefined) await group('ui', () => runUi(vsix));
}

/**
 * @param {Tally} a
 * @param {Tally} b
 * @returns {Tally}
 */
function sumOf(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** @param {string} vsix */
async function runUi(vsix) {
  const { installExtension } = await import('./vscodeServer.mjs');
  const scratch = mkdtempSync(path.join(tmpdir(), 'second-source-installed-'));
  const extensionsDir = path.join(scratch, 'extensions');
  try {
    await installExtension(vsix, { dataDir: path.join(scratch, 'data'), extensionsDir });
    return await runMocha('ui', ['--retries', '1', 'out/test/ui/**/*.test.mjs'], { SECOND_SOURCE_EXTENSIONS_DIR: extensionsDir });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * @param {string} name
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Tally>}
 */
async function runMocha(name, args, env = {}) {
  const log = new TestLog(name, { each: name !== 'core' });
  const mocha = path.join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const reporter = path.join(import.meta.dirname, 'mochaReporter.mjs');
  const running = start(
    process.execPath,
    [
      '--enable-source-maps',
      mocha,
      '--no-config',
      '--timeout',
      '60000',
      '--reporter',
      reporter,
      ...(grep === '' ? [] : ['--grep', grep]),
      ...args,
    ],
    { env: { ...process.env, ...env }, onLine: (line) => void (log.read(line) || log.say(line)) },
  );
  const outcome = await Promise.race([running.exit, log.stalled(stallSeconds)]);
  await running.stop();
  if (typeof outcome === 'string') log.fail(outcome);
  else if (outcome !== 0 && log.tally.failed === 0) log.fail(`mocha ended with exit code ${outcome}`);
  return log.end();
}

/**
 * @param {string} name
 * @param {() => Promise<Tally>} body
 */
async function group(name, body) {
  if (!chosen.includes(name)) return;
  await attempt(name, async () => void tallies.set(name, await body()));
}

/**
 * @param {string} name what counts as failed when the body throws
 * @param {() => Promise<void>} body
 * @returns {Promise<boolean>} whether it did not throw
 */
async function attempt(name, body) {
  try {
    await body();
    return true;
  } catch (error) {
    console.error(`[${name}]   FAIL  ${error instanceof Error ? error.message : String(error)}`);
    tallies.set(name, { passed: 0, failed: 1, skipped: 0 });
    return false;
  }
}

/** @returns {never} */
function report() {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  console.log();
  for (const [name, tally] of tallies) {
    console.log(`${name.padEnd(6)} ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
    sum.passed += tally.passed;
    sum.failed += tally.failed;
    sum.skipped += tally.skipped;
  }
  console.log(`${sum.skipped} skipped, for the reasons above; all in ${((Date.now() - began) / 1000).toFixed(0)} s`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1);
}
