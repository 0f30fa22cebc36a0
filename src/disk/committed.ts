import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** What was committed last of the files of a folder. */
export interface Committed {
  /** ISO date-time of the commit. */
  readonly at: string | undefined;
  /** By path below the folder, '/' separated: the bytes of the files that are others by now. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const longestWait = 20_000;
const mostBytes = 300_000_000;

/**
 * Asks git, where the folder is under it, for the committed bytes of those files that are others by now; `undefined` where there is no git,
 * no commit, or git does not answer. Only its plumbing is asked (`ls-tree`, `cat-file`), without a shell, with no name of a file among the
 * arguments, and so that no configuration of the folder can start a program or fetch anything.
 */
export async function committed(folder: string, paths: readonly string[]): Promise<Committed | undefined> {
  if (paths.length === 0 || !(await isUnderGit(folder))) return undefined;
  const listed = await git(folder, ['ls-tree', '-r', '-z', 'HEAD']);
  if (listed === undefined) return undefined;
  const asked = new Set(paths);
  const hashes = new Map<string, string>();
  for (const line of listed.toString('utf8').split('\0')) {
    const [, hash, path] = /^100\d{3} blob ([0-9a-f]{40,64})\t(.+)$/s.exec(line) ?? [];
    if (path === undefined || hash === undefined || !asked.has(path)) continue;
    const now = await readFile(join(folder, path)).catch(() => undefined);
    if (now && blobHash(now, hash.length) !== hash) hashes.set(path, hash);
  }
  const objects = await readObjects(folder, ['HEAD', ...new Set(hashes.values())]);
  const at = /^committer .*> (\d+) [+-]\d{4}$/m.exec(objects.get('HEAD')?.toString('utf8') ?? '')?.[1];
  const files = new Map([...hashes].flatMap(([path, hash]) => (objects.has(hash) ? [[path, objects.get(hash) ?? Buffer.alloc(0)]] : [])));
  return { at: at === undefined ? undefined : momentOf(Number(at)), files };
}

/** Unknown where a commit says a time that no calendar has. */
function momentOf(seconds: number): string | undefined {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(/\.\d+Z$/, 'Z');
}

async function isUnderGit(folder: string): Promise<boolean> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (await stat(join(at, '.git')).catch(() => undefined)) return true;
    if (dirname(at) === at) return false;
  }
}

function blobHash(bytes: Uint8Array, length: number): string {
  const hash = createHash(length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** By what was asked for: `HEAD`, or the hash of a blob. */
async function readObjects(folder: string, names: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>();
  const answer = await git(folder, ['cat-file', '--batch'], names.map((name) => `${name}\n`).join(''));
  if (answer === undefined) return found;
  let at = 0;
  for (const name of names) {
    const end = answer.indexOf(10, at);
    if (end < 0) break;
    const size = /^[0-9a-f]+ (?:blob|commit) (\d+)$/.exec(answer.toString('latin1', at, end))?.[1];
    at = end + 1;
    if (size === undefined) continue; // "missing"
    found.set(name, answer.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}

function git(folder: string, args: readonly string[], input = ''): Promise<Buffer | undefined> {
  const environment = {
    ...process.env,
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
  const options = { encoding: 'buffer', env: environment, maxBuffer: mostBytes, timeout: longestWait, windowsHide: true } as const;
  return new Promise((answer) => {
    const child = execFile('git', ['-C', resolve(folder), '-c', 'core.fsmonitor=false', ...args], options, (error, output) =>
      answer(error ? undefined : output),
    );
    // It may have ended before it has read anything.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}
