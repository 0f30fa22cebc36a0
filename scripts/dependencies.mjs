// node_modules as package-lock.json wants it. Needs nothing but Node and npm: it runs before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root, run } from './command.mjs';

/** Installs node_modules where it is missing or differs from the lock file. */
export async function ensureDependencies() {
  const difference = lockDifference();
  if (difference === undefined) return;
  console.log(`[setup] npm ci (${difference})`);
  await run('npm ci', 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { seconds: 600 });
}

/** @returns {string | undefined} the first way in which what npm has installed is not what the lock file says */
function lockDifference() {
  const installedFile = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'node_modules is missing';
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  const installed = readPackages(installedFile);
  for (const [place, { version, optional }] of Object.entries(wanted)) {
    if (place === '' || (optional && !installed[place])) continue; // optional: a binary for another platform
    if (installed[place]?.version !== version) return `${place} should be ${version}`;
  }
  return undefined;
}

/**
 * @param {string} file
 * @returns {Record<string, {version?: string, optional?: boolean}>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
