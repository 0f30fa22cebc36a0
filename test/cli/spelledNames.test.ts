import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { secondSource, withFolder } from './program';

const composed = 'fähre-ñandú.txt'.normalize('NFC');
const decomposed = composed.normalize('NFD');
const words = '“The ferry will run all winter.”';
const text = `Mayor Ulla Brand said: ${words} Nobody had asked.\n`;
const entry = (id: string) =>
  `  - id: ${id}\n    type: quotation\n    status: accepted\n    exact: "${words}"\n    prefix: "Mayor Ulla Brand said: "\n    suffix: " Nobody had asked."\n    start: 23\n    end: 55\n`;
const sidecar = (path: string, id: string) => `version: 1\ndocument:\n  path: ${path}\n  offsets: codepoint\nannotations:\n${entry(id)}`;
const link = (from: string, to: string) =>
  `version: 1\nlinks:\n  - id: l1\n    from: {path: ${from}, id: a1}\n    to: {path: ${to}, id: b1}\n    relation: verbatim\n    status: accepted\n`;

describe('the name of a file that is spelled with composed letters here and with marks there', () => {
  for (const [there, named] of [
    [composed, decomposed],
    [decomposed, composed],
  ] as const) {
    const files = {
      [there]: text,
      [`${named}.annotations.yaml`]: sidecar(named, 'a1'),
      'b.txt': text,
      'b.txt.annotations.yaml': sidecar('b.txt', 'b1'),
      'corroborations.yaml': link(named, 'b.txt'),
    };
    const way = there === composed ? 'marks' : 'composed letters';

    it(`is one file where the annotations and the link have ${way}`, () => {
      withFolder(files, (root) => {
        const { status, stdout, stderr } = secondSource(['check', root]);
        assert.deepEqual([status, stdout, stderr], [0, '', '']);
        const { stdout: bundle } = secondSource(['export', root, '--format', 'csv', '--out', '-']);
        assert.match(bundle, /a1/);
      });
    });

    it(`is one file where an import has ${way}: it goes into the annotations that are there`, () => {
      withFolder({ ...files, 'in/rows.csv': `document,type,exact\n${named},note,Nobody had asked.\n` }, (root) => {
        const names = readdirSync(root).sort();
        const { status, stderr } = secondSource(['import', root, join(root, 'in', 'rows.csv'), '--write']);
        assert.equal(status, 0, stderr);
        assert.deepEqual(readdirSync(root).sort(), names);
        assert.match(readFileSync(join(root, `${named}.annotations.yaml`), 'utf8'), /Nobody had asked\.\n.*type: note|type: note/s);
      });
    });
  }
});
