import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Side by side, from top to bottom: a room imports those that stand below it. */
const floors: readonly (readonly [folder: string, rooms: readonly string[]])[] = [
  ['src', ['editor', 'companion', 'workspace', 'cli', 'engine', 'encoder', 'core', 'pages', 'disk']],
  ['src/editor', ['read', 'jump', 'decide', 'exchange', 'folder', 'shared']],
  ['src/workspace', ['session', 'decisions', 'folder', 'archive', 'articles', 'index', 'pages', 'worker', 'files', 'window']],
];

const longest = 250;
const most = 30;

interface File {
  readonly name: string;
  readonly lines: number;
  readonly imports: readonly string[];
  readonly onlyPassesOn: boolean;
}

/** All files of the product, each with the files that it imports, be it for types only. */
const names = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((name) => `src/${name.split(path.sep).join('/')}`);
const files = names
  .filter((name) => name.endsWith('.ts'))
  .map((name): File => {
    const text = readFileSync(name, 'utf8');
    const { importedFiles } = ts.preProcessFile(text, true, true);
    const { statements } = ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
    return {
      name,
      lines: text.split('\n').length - 1,
      imports: importedFiles.flatMap(({ fileName }) => (fileName.startsWith('.') ? [fileOf(name, fileName)] : [])),
      onlyPassesOn: statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined),
    };
  });

function fileOf(from: string, imported: string): string {
  const target = path.posix.join(path.posix.dirname(from), imported);
  return [`${target}.ts`, `${target}.d.ts`, target].find((file) => existsSync(file)) ?? target;
}

/** Groups of things of which each leads to all others (Tarjan 1972). */
function circles(next: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const found: string[] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visit = (at: string): void => {
    const number = order.size;
    order.set(at, number);
    lowest.set(at, number);
    open.push(at);
    for (const to of next.get(at) ?? []) {
      if (!order.has(to)) visit(to);
      if (open.includes(to)) lowest.set(at, Math.min(lowest.get(at) ?? 0, lowest.get(to) ?? 0));
    }
    if (lowest.get(at) !== number) return;
    const circle = open.splice(open.indexOf(at));
    if (circle.length > 1) found.push(circle.sort().join(', '));
  };
  for (const at of next.keys()) if (!order.has(at)) visit(at);
  return found.sort();
}

/** The room of a file among those that stand side by side in a folder; undefined for what stands in none of them. */
function roomIn(folder: string, file: string): string | undefined {
  const inside = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1).split('/') : [];
  return inside.length > 1 ? inside[0] : undefined;
}

describe('the house', () => {
  it('has no circle of files, types included', () => {
    const next = new Map(files.map(({ name, imports }) => [name, new Set(imports)]));
    assert.deepEqual(circles(next), []);
  });

  it('has no circle of rooms that stand side by side', () => {
    const folders = new Set(files.map(({ name }) => path.posix.dirname(path.posix.dirname(name))).filter((folder) => folder !== '.'));
    for (const folder of folders) {
      const next = new Map<string, Set<string>>();
      for (const { name, imports } of files) {
        const from = roomIn(folder, name);
        const to = imports.flatMap((file) => roomIn(folder, file) ?? []).filter((room) => room !== from);
        if (from !== undefined) next.set(from, new Set([...(next.get(from) ?? []), ...to]));
      }
      assert.deepEqual(circles(next), [], folder);
    }
  });

  it('is entered from above', () => {
    const upward = floors.flatMap(([folder, rooms]) =>
      files.flatMap(({ name, imports }) => {
        const from = rooms.indexOf(roomIn(folder, name) ?? '');
        return imports.flatMap((file) => {
          const to = rooms.indexOf(roomIn(folder, file) ?? '');
          return from >= 0 && to >= 0 && to < from ? [`${name} imports ${file}`] : [];
        });
      }),
    );
    assert.deepEqual(upward, []);
    for (const [folder, rooms] of floors)
      assert.deepEqual(
        [...new Set(files.flatMap(({ name }) => roomIn(folder, name) ?? []))].filter((room) => !rooms.includes(room)),
        [],
        `${folder}: which floor is this on?`,
      );
  });

  it(`has no file over ${longest} lines`, () => {
    const long = files.filter(({ lines }) => lines > longest).map(({ name }) => name);
    assert.deepEqual(long, []);
    const lines = files.map((file) => file.lines).sort((a, b) => a - b);
    console.log(`      ${files.length} files, median ${lines[lines.length >> 1] ?? 0} lines`);
  });

  it(`has no folder of more than ${most} files`, () => {
    const counts = new Map<string, number>();
    for (const { name } of files) counts.set(path.posix.dirname(name), (counts.get(path.posix.dirname(name)) ?? 0) + 1);
    assert.deepEqual(
      [...counts].filter(([, count]) => count > most),
      [],
    );
  });

  it('has no small file that only passes on, but for doors', () => {
    const idle = files.filter(({ name, lines, onlyPassesOn }) => onlyPassesOn && lines < 15 && !name.endsWith('/index.ts'));
    assert.deepEqual(
      idle.map(({ name }) => name),
      [],
    );
  });

  it('says at every door of the workspace and the editor what the room is for', () => {
    for (const folder of ['src/workspace', 'src/editor'])
      for (const room of new Set(files.flatMap(({ name }) => roomIn(folder, name) ?? [])))
        assert.match(readFileSync(`${folder}/${room}/index.ts`, 'utf8'), /^\/\*\*|\n\/\*\*/, `${folder}/${room}`);
  });
});
