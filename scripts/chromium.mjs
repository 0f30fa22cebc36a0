// The Chromium that tests and screenshots drive.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './command.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const macPlaces = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

/**
 * The executable named by CHROMIUM, else the first known one on the PATH; as root on Debian it is installed where there is none.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    await installDebianPackages(['chromium']);
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'No Chromium: install it (Debian: sudo apt-get install chromium), or set CHROMIUM to the executable of a Chromium or Chrome.',
  );
}

/** @returns {string | undefined} */
function findChromium() {
  const named = process.env.CHROMIUM;
  if (named !== undefined) return named;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...macPlaces].find(existsSync);
}

/** @param {string[]} packages */
async function installDebianPackages(packages) {
  console.log(`[setup] apt-get install ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get update', 'apt-get', ['update', '-q'], { env });
  await run('apt-get install', 'apt-get', ['install', '-qy', '--no-install-recommends', ...packages], { env, seconds: 600 });
}
