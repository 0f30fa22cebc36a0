// What the benchmarks share: a bundle of our sources as it would ship, processor time, medians.
import { build } from 'esbuild';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './command.mjs';

/**
 * Bundles and loads sources of ours.
 * @param {string} name of the bundle in out/
 * @param {string} contents TypeScript that exports what is wanted
 * @returns {Promise<{ address: string, module: any }>} its address for other processes, and what it exports
 */
export async function loadBundle(name, contents) {
  const outfile = path.join(root, 'out', `${name}.mjs`);
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    outfile,
    logLevel: 'warning',
  });
  const address = pathToFileURL(outfile).href;
  return { address, module: await import(address) };
}

/**
 * Milliseconds of processor time, which what else the machine does changes least.
 * @param {() => unknown} work
 */
export function processorTime(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
