import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ArticleState } from '../../src/workspace/articles/articleState';
import { corroborationChange, sidecarChangeAt } from '../../src/workspace/decisions/fileChanges';
import { Journal, RefusedError } from '../../src/workspace/files/journal';
import { replaceThroughWorkspace, restore } from '../../src/workspace/files/writeWhole';
import { MemoryFiles } from './memoryFiles';

const path = '/gull.txt.annotations.yaml';
const bytes = (text: string) => new TextEncoder().encode(text);
let schemes = 0;

/** A file system of its own for one test. */
async function on<T>(options: { readonly isReadonly?: boolean }, use: (files: MemoryFiles, uri: vscode.Uri) => Promise<T>): Promise<T> {
  const files = new MemoryFiles();
  const scheme = `memory${++schemes}`;
  const registered = vscode.workspace.registerFileSystemProvider(scheme, files, options);
  try {
    return await use(files, vscode.Uri.from({ scheme, path }));
  } finally {
    registered.dispose();
  }
}

/** A window has a journal of its own. */
const window = () => new Journal(replaceThroughWorkspace, () => Promise.resolve());
const append = (uri: vscode.Uri, line: string) => ({ uri, change: (text: string | undefined) => `${text ?? ''}${line}\n` });

describe('two windows on one file', () => {
  it('lose nothing when both write at once: the later one adds to what the other wrote', () =>
    on({}, async (files, uri) => {
      const [one, other] = [window(), window()];
      for (let n = 0; n < 12; n++) {
        await Promise.all([one.apply('Add', [append(uri, `one ${n}`)]), other.apply('Add', [append(uri, `other ${n}`)])]);
      }
      const lines = (files.text(path) ?? '').trimEnd().split('\n').sort();
      assert.deepEqual(lines, ['one', 'other'].flatMap((name) => Array.from({ length: 12 }, (_, n) => `${name} ${n}`)).sort());
      assert.deepEqual([...files.files.keys()], [path]);
    }));

  it('do not take back what the other one has built upon', () =>
    on({}, async (files, uri) => {
      const [one, other] = [window(), window()];
      await one.apply('Add', [append(uri, 'one')]);
      await other.apply('Add', [append(uri, 'other')]);
      await assert.rejects(one.undo(), (error) => error instanceof RefusedError && error.message.includes('changed since'));
      assert.equal(files.text(path), 'one\nother\n');
    }));

  it('are told in one line that a link or an annotation is gone, and write nothing', () =>
    on({}, async (files, uri) => {
      const sidecar = 'version: 1\ndocument: {path: gull.txt, sha256: ab}\nannotations: []\n';
      const gone = (error: unknown) => error instanceof RefusedError && error.message.includes('nobody is not there');
      const corroborationsFile = uri.with({ path: '/corroborations.yaml' });
      files.put('/corroborations.yaml', 'version: 1\nlinks: []\n');
      const link = corroborationChange({ corroborationsFile }, [{ kind: 'update-link', id: 'nobody', set: { status: 'rejected' } }]);
      await assert.rejects(window().apply('Change link', [append(uri, 'one'), link]), gone);
      files.put(path, sidecar);
      const state = { path: 'gull.txt', sha256: 'ab', placed: [] } as unknown as ArticleState;
      const update = sidecarChangeAt(uri, state, [{ kind: 'update', id: 'nobody', set: { note: 'x' } }]);
      await assert.rejects(window().apply('Note', [update]), gone);
      assert.equal(files.text(path), sidecar);
      assert.equal(files.text('/corroborations.yaml'), 'version: 1\nlinks: []\n');
    }));

  it('change several files together or none of them', () =>
    on({}, async (files, uri) => {
      const second = uri.with({ path: '/corroborations.yaml' });
      files.put('/corroborations.yaml', 'as it was\n');
      files.readOnly.add('/corroborations.yaml');
      await assert.rejects(window().apply('Link', [append(uri, 'one'), append(second, 'link')]), RefusedError);
      assert.equal(files.text(path), undefined);
      assert.equal(files.text('/corroborations.yaml'), 'as it was\n');
    }));
});

describe('a place that cannot be written to', () => {
  it('is named in one line where the whole file system is read-only', () =>
    on({ isReadonly: true }, async (files, uri) => {
      files.put(path, 'kept\n');
      await assert.rejects(
        window().apply('Add', [append(uri, 'one')]),
        (error) => error instanceof RefusedError && error.message === 'gull.txt.annotations.yaml is read-only. Nothing was written.',
      );
      assert.equal(files.text(path), 'kept\n');
    }));

  it('is named in one line where the file is', () =>
    on({}, async (files, uri) => {
      files.put(path, 'kept\n');
      files.readOnly.add(path);
      await assert.rejects(window().apply('Add', [append(uri, 'one')]), RefusedError);
      assert.deepEqual([files.text(path), files.files.size], ['kept\n', 1]);
    }));
});

describe('a host that dies while it writes', () => {
  for (const old of ['old and short\n', 'old and a good deal longer than the new one\n', undefined]) {
    it(`leaves the old file or the new one, whenever it dies, in the place of ${old?.trim() ?? 'none'}`, async () => {
      const fresh = 'new and whole\n';
      const seen = new Set<string | undefined>();
      for (let left = 0; left < 5; left++) {
        await on({}, async (files, uri) => {
          if (old !== undefined) files.put(path, old);
          files.operationsLeft = left;
          const before = old === undefined ? undefined : bytes(old);
          const done = await replaceThroughWorkspace(uri, before, bytes(fresh)).then(
            () => true,
            () => false,
          );
          files.operationsLeft = Infinity;
          await restore(uri);
          const now = files.text(path);
          assert.ok(now === old || now === fresh, `dead after ${left} operations: ${now ?? 'nothing'}`);
          if (done) assert.equal(now, fresh);
          assert.ok(files.files.size <= 1, [...files.files.keys()].join());
          seen.add(now);
        });
      }
      assert.deepEqual(seen, new Set([old, fresh]));
    });
  }

  it('does not stop the next window from writing, which first brings the cut file back', () =>
    on({}, async (files, uri) => {
      files.put(path, 'old\n');
      files.operationsLeft = 1; // the sibling is whole, the target is cut
      await assert.rejects(replaceThroughWorkspace(uri, bytes('old\n'), bytes('new and whole\n')));
      files.operationsLeft = Infinity;
      await window().apply('Add', [append(uri, 'more')]);
      assert.equal(files.text(path), 'new and whole\nmore\n');
    }));
});
