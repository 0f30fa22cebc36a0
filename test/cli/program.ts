import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { text as textOf } from 'node:stream/consumers';

export const program = resolve('dist/cli.js');

/** Runs the built program. */
export function secondSource(args: readonly string[], input: string | Uint8Array = '', cwd = '.', env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    input,
    cwd,
    maxBuffer: 1e9,
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}

/** Runs the built program and presses Ctrl+C once it has begun to write. */
export async function interrupted(args: readonly string[]): Promise<{ readonly code: number | null; readonly stdout: string }> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (stdout === '') child.kill('SIGINT');
    stdout += text;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout };
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

/** The same beside this process, for what asks a server of the test. */
export async function secondSourceBeside(args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...env } });
  child.stdin.end(input);
  const [stdout, stderr, status] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  return { status, stdout, stderr };
}
