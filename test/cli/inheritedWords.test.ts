import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { secondSource, withFolder } from './program';

/** Every object answers these words, asked or not; all of them stand in every file, and each names one. */
const inherited = Object.getOwnPropertyNames(Object.prototype);
const story = inherited
  .map(
    (word) =>
      `“The ${word} of the quay is older than our ${word}, and it stays where it is,” said ${word}. On Sunday the ${word} closed.\n\n`,
  )
  .join('');
const project = `version: 1\nspeakers:\n${inherited.map((word) => `  - {id: s-${word.toLowerCase().replaceAll('_', 'x')}, name: ${word}, aliases: [${word}]}\n`).join('')}`;
const keys = inherited.map((word) => `    ${word}: ${word}\n`).join('');
const sidecar = `version: 1\nannotations:\n  - id: aaaaaaaaaa\n    type: note\n    status: accepted\n    exact: quay\n    prefix: "ructor of the "\n    suffix: " is older"\n    start: 23\n    end: 27\n${keys}`;
const table = `document,exact,type,speaker,${inherited.join(',')}\nconstructor.txt,quay is older,quotation,constructor,${inherited.join(',')}\n`;
const files = {
  'second-source.yaml': project,
  'constructor.txt.annotations.yaml': sidecar,
  'constructor.txt.annotations.ana.yaml': sidecar,
  'constructor.txt.annotations.constructor.yaml': sidecar,
  ...Object.fromEntries(inherited.map((word) => [`${word}.txt`, story])),
};

describe('words that every object inherits, on the command line', () => {
  const unharmed = (args: readonly string[], input = '') =>
    withFolder(files, (root) => {
      for (const [name, text] of [
        ['t.csv', table],
        ['q.jsonl', inherited.map((word) => `${JSON.stringify({ text: `the ${word} of the quay is older`, [word]: word })}\n`).join('')],
        [
          'page.html',
          `<html><head><meta name="${inherited.join(' ')}" content="toString"></head><body><article ${inherited.join(' ')}><p>${story}</p></article></body></html>`,
        ],
      ] as const)
        writeFileSync(join(root, name), text);
      const { status, stdout, stderr } = secondSource(
        args.map((arg) => arg.replace('ROOT', root)),
        input,
      );
      assert.notEqual(status, 2, `${args.join(' ')}: ${stderr}`);
      assert.doesNotMatch(stdout + stderr, /native code|internal error|TypeError|is not a function/, args.join(' '));
    });

  for (const args of [
    'analyse ROOT/constructor.txt --json',
    'corroborate ROOT --json',
    'corroborate ROOT',
    'match ROOT --jsonl ROOT/q.jsonl',
    'index ROOT --out ROOT/index',
    'check ROOT',
    'check ROOT --format sarif',
    'agree ROOT ana constructor --json',
    'merge ROOT/constructor.txt.annotations.yaml ROOT/constructor.txt.annotations.yaml ROOT/constructor.txt.annotations.yaml',
    'import ROOT ROOT/t.csv',
    'import ROOT ROOT/t.csv --write',
    'import-article ROOT/page.html --out ROOT',
    ...['html', 'markdown', 'csv', 'bundle', 'tei'].map((format) => `export ROOT --format ${format} --out ROOT/out.${format}`),
  ])
    it(`harm nothing in ${args.replaceAll('ROOT/', '').replace(' ROOT', ' FOLDER')}`, () => unharmed(args.split(' ')));

  it('harm nothing where articles come a line', () => {
    unharmed(['analyse', '--jsonl', '-'], inherited.map((word) => `${JSON.stringify({ id: word, text: story, [word]: word })}\n`).join(''));
  });

  for (const word of ['constructor', '__proto__']) {
    it(`are no command, format or option: ${word}`, () => {
      for (const args of [
        [word],
        ['check', '.', '--format', word],
        ['export', '.', '--format', word, '--out', '-'],
        ['import', '.', 'x', '--format', word],
      ])
        assert.equal(secondSource(args).status, 2, args.join(' '));
    });
  }
});
