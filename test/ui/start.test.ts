import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, start, type Running } from '../../scripts/command.mjs';

describe('npm start FOLDER', function () {
  this.timeout(120_000);
  let folder: string;
  let running: Running;
  let address: URL;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'second-source-start-'));
    cpSync(path.join(root, 'samples', 'kesnet.article.txt'), path.join(folder, 'kesnet.article.txt'));
    const printed: string[] = [];
    address = await new Promise<URL>((resolve, reject) => {
      running = start(process.execPath, [path.join(root, 'scripts', 'start.mjs'), '--no-open', folder], {
        onLine: (line) => {
          printed.push(line);
          const found = /http:\S+/.exec(line);
          if (found) resolve(new URL(found[0]));
        },
      });
      void running.exit.then(() => reject(new Error(printed.join('\n'))));
    });
  });
  after(async () => {
    await running.stop();
    rmSync(folder, { recursive: true });
  });

  it('answers a mistyped option by how it is used', async () => {
    const printed: string[] = [];
    const mistyped = start(process.execPath, [path.join(root, 'scripts', 'start.mjs'), '--no-opn'], {
      onLine: (line) => printed.push(line),
    });
    assert.equal(await mistyped.exit, 2);
    assert.match(printed.join('\n'), /^npm start: Unknown option '--no-opn'\nnpm start \[-- FOLDER\]/);
  });

  it('serves the workbench on this machine only, to who has the token', async () => {
    assert.equal(address.hostname, '127.0.0.1');
    const withToken = await fetch(address, { redirect: 'manual' });
    assert.ok(withToken.status === 200 || withToken.status === 302, `${withToken.status}`);
    const without = await fetch(`${address.origin}/?${new URLSearchParams({ folder })}`);
    assert.equal(without.status, 403);
  });

  it('keeps the token in a file that only its owner reads, and in nothing that others on the machine see', async () => {
    const token = address.searchParams.get('tkn') ?? '';
    assert.match(token, /^[0-9a-f]{32}$/);
    const file = path.join(root, '.vscode-server', 'kept', 'data', 'token');
    assert.equal(readFileSync(file, 'utf8'), token);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.equal(statSync(path.dirname(file)).mode & 0o777, 0o700);
    const wrong = new URL(address);
    wrong.searchParams.set(
      'tkn',
      token.replace(/^./, (sign) => (sign === '0' ? '1' : '0')),
    );
    assert.equal((await fetch(wrong, { redirect: 'manual' })).status, 403);
    if (process.platform !== 'linux') {
      console.log('      arguments of processes are looked at under Linux alone');
      return;
    }
    let seen = 0;
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const args = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (args.includes('--connection-token-file')) seen++;
      assert.ok(!args.includes(token), `the token is among the arguments of ${args.replaceAll('\0', ' ')}`);
    }
    assert.ok(seen > 0, 'the server was among the processes that were looked at');
  });

  it('leaves no server behind', async () => {
    await running.stop();
    const answers = () =>
      fetch(address.origin).then(
        () => true,
        () => false,
      );
    const until = Date.now() + 10_000; // the server's own guard sees our end a moment later
    while (Date.now() < until && (await answers()));
    assert.ok(!(await answers()));
  });
});
