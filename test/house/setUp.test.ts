import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** What a script imports before its first line runs, and what that imports: packages and built-in modules by name, files by path. */
function importedBy(file: string, found = new Set<string>()): ReadonlySet<string> {
  const { statements } = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  for (const statement of statements) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    if (!statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const { text } = statement.moduleSpecifier;
    const name = text.startsWith('.') ? path.join(path.dirname(file), text) : text;
    if (found.has(name)) continue;
    found.add(name);
    if (text.startsWith('.')) importedBy(name, found);
  }
  return found;
}

describe('a fresh checkout', () => {
  for (const script of ['test', 'start', 'setUp'])
    it(`has all that scripts/${script}.mjs needs before it installs anything`, () => {
      const packages = [...importedBy(`scripts/${script}.mjs`)].filter((name) => !name.startsWith('node:') && !name.startsWith('scripts'));
      assert.deepEqual(packages, []);
    });
});
