// Child processes that cannot outlive us, whose output is passed on line by line, and that fail with what they printed.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

export const root = path.resolve(import.meta.dirname, '..');
const guard = path.join(import.meta.dirname, 'guard.mjs');

/**
 * @typedef {object} StartOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(line: string) => void} [onLine] gets every line of standard output and standard error
 *
 * @typedef {object} Running
 * @property {Promise<number>} exit the exit code; 1 for a signal
 * @property {() => Promise<void>} stop kills the process and everything it started
 */

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {StartOptions} [options]
 * @returns {Running}
 */
export function start(command, args, { cwd = root, env = process.env, onLine = () => {} } = {}) {
  const child = spawn(process.execPath, [guard, command, ...args], {
    cwd,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true, // a group of its own, for the guard to kill
  });
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', onLine);
  /** @type {Promise<number>} */
  const exit = new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  return {
    exit,
    stop: async () => {
      child.stdin.destroy();
      await exit;
    },
  };
}

/**
 * Runs a command to its end; throws, with the last lines it printed, where it fails or takes too long.
 * @param {string} label what to say of it: shown before each line with `show`, and in the error
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, seconds?: number, show?: boolean}} [options]
 * @returns {Promise<string>} what it printed
 */
export async function run(label, command, args, { seconds = 300, show = false, ...options } = {}) {
  /** @type {string[]} */
  const lines = [];
  const running = start(command, args, {
    ...options,
    onLine: (line) => {
      lines.push(line);
      if (show) console.log(`[${label}] ${line}`);
    },
  });
  const outcome = await withTimeout(running.exit, seconds);
  if (outcome !== 0) {
    await running.stop();
    const how = outcome === undefined ? `no end after ${seconds} s` : `exit code ${outcome}`;
    throw new Error(`${label}: ${how}: ${[command, ...args].join(' ')}\n${show ? '' : lines.slice(-40).join('\n')}`);
  }
  return lines.join('\n');
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {number} seconds
 * @returns {Promise<T | undefined>} undefined when the time is over
 */
export async function withTimeout(promise, seconds) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<undefined>} */
  const timeout = new Promise((resolve) => {
    timer = setTimeout(() => resolve(undefined), seconds * 1000);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
