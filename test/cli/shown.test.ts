import assert from 'node:assert/strict';
import { secondSource, withFolder } from './program';

const obeyed = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const evil = '\u001b]0;title\u0007\u001b[2J\u009b31m\u202eturned\u2066';
const yaml = '\\e]0;title\\a\\e[2J\\x9b31m\\u202eturned\\u2066';
const name = `quay${evil}.txt`;
const files = {
  [name]: `Harbour news\n\n“We keep the old ${evil} crane,” said Olda ${evil} Prins on Monday, 3 May 2023.\n`,
  'b.md': `---\noutlet: "Lowen ${evil} Courier"\n---\n\n“We keep the old crane,” said Olda Prins on Monday.\n`,
  [`${name}.annotations.yaml`]: `version: 1\nannotations:\n  - {id: "e${yaml}", type: quotation, status: accepted, exact: "gone ${yaml}", prefix: "", suffix: "", start: 0, end: 4, speakers: ["${yaml}"]}\n"${yaml}": [\n`,
  'b.md.annotations.yaml': `version: 1\nannotations:\n  - {id: "e${yaml}", type: quotation, status: accepted, exact: "gone ${yaml} words", prefix: "", suffix: "", start: 0, end: 4, speakers: ["${yaml}"]}\n`,
  'second-source.yaml': `version: 1\nspeakers:\n  - {id: x, name: "Olda ${yaml} Prins", aliases: [Prins]}\noutlets: [{id: "${yaml}"}]\n`,
  'corroborations.yaml': `version: 1\nlinks:\n  - {id: "${yaml}", from: {path: "${yaml}", id: a}, to: {path: b.md, id: "${yaml}"}, relation: verbatim, status: accepted}\n`,
};
const table = `document,exact,type\nb.md,the ${evil} crane,note\nb.md,nothing,"${evil}"\n`;
const query = `${JSON.stringify({ text: `we keep the old ${evil} crane`, [evil]: evil })}\n`;

describe('signs that a terminal obeys, in texts, YAML and names', () => {
  const commands: readonly (readonly [args: string, input?: string])[] = [
    [`analyse|ROOT/${name}|ROOT/b.md`],
    ['analyse|ROOT/b.md|--json'],
    ['analyse|--jsonl|-', `${JSON.stringify({ id: evil, text: files['b.md'] })}\n`],
    ['corroborate|ROOT'],
    ['corroborate|ROOT|--json'],
    ['check|ROOT'],
    ['check|ROOT|--format|github'],
    ['check|ROOT|--format|sarif'],
    ['match|ROOT|--jsonl|-', query],
    ['import|ROOT|-|--format|csv', table],
    ['agree|ROOT|ana|ben'],
    ['index|ROOT|--out|ROOT/index'],
    [`export|ROOT|--format|${evil}|--out|-`],
    [`export|ROOT|--format|csv|--out|ROOT/out.csv|--article|${evil}`],
    [evil],
    [`check|ROOT/${evil}`],
    [`check|--${evil}`],
    [`merge|ROOT/${name}.annotations.yaml|ROOT/b.md.annotations.yaml|ROOT/second-source.yaml|${evil}`],
    [`import-article|ROOT/${name}|--out|ROOT`],
  ];
  for (const [args, input] of commands)
    it(`never reach it raw: ${args.replaceAll('ROOT/', '').replaceAll('|', ' ').replaceAll(evil, 'EVIL')}`, () => {
      withFolder(files, (root) => {
        const { stdout, stderr } = secondSource(args.replaceAll('ROOT', root).split('|'), input);
        assert.doesNotMatch(stdout + stderr, obeyed);
        assert.doesNotMatch(stderr, /fault of the program/);
      });
    });

  it('a name of a file begins no line of its own', () => {
    withFolder({ 'a\nb.txt:1:1: orphan.txt': '“We keep the crane,” said Olda Prins.\n' }, (root) => {
      assert.match(secondSource(['corroborate', root]).stdout, /^a b\.txt:1:1: orphan\.txt/);
    });
  });

  it('a page is shown by its words, not by its source', () => {
    const page = '<html><body><p>&ldquo;We keep <b>the</b> old crane&nbsp;here,&rdquo; said Olda Prins on Monday.</p></body></html>';
    withFolder({ 'a.html': page }, (root) => {
      for (const args of [
        ['corroborate', root],
        ['analyse', `${root}/a.html`],
      ]) {
        const { stdout } = secondSource(args);
        assert.match(stdout, /We keep the old crane here,/);
        assert.doesNotMatch(stdout, /&\w+;|<b>/);
      }
    });
  });
});
