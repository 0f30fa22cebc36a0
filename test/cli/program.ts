import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const program = resolve('dist/cli.js');

/** Runs the built program. */
export function secondSource(args: readonly string[], input: string | Uint8Array = '', cwd = '.') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', input, cwd, maxBuffer: 1e9 });
  return { status, stdout, stderr };
}

export function jsonLines(stdout: string): readonly unknown[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

/** A folder with these files that is gone after the test, or once the promise it returns is kept. */
export function withFolder<T>(files: Readonly<Record<string, string | Uint8Array>>, use: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'second-source-'));
  const remove = () => rmSync(root, { recursive: true });
  let result: T;
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    result = use(root);
  } catch (error) {
    remove();
    throw error;
  }
  if (result instanceof Promise) return result.finally(remove) as T;
  remove();
  return result;
}
