import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardsAt, clear, exists, file, open, read, run, until, write } from './articles';

let count = 0;
let article = '';
let sidecar = '';
const made: string[] = [];
const words = '“The quay will hold,”';
const text = `😀 The quay of Brennick\n2025-05-12\n\n${words} said Harbour Master Ida Voss. “We have checked each pile,” she added.\n`;

/** The same annotation in every format that can come in, as its own tool writes it. */
const formats: readonly { readonly name: string; readonly files: (article: string) => Readonly<Record<string, string>> }[] = [
  {
    name: 'our bundle',
    files: (path) => ({
      'in.yaml': `version: 1\nkind: bundle\nproject: {version: 1, outlets: [], speakers: [{id: ida-voss, name: Ida Voss}]}\nsidecars:\n  - version: 1\n    document: {path: ${path}, offsets: codepoint}\n    annotations:\n      - {id: aaaaaaaaaa, type: quotation, kind: direct, status: accepted, exact: "${words}", prefix: "2025-05-12\\n\\n", suffix: " said Harbour", start: 35, end: 56, speakers: [ida-voss]}\n`,
    }),
  },
  {
    name: 'W3C annotations',
    files: () => ({
      'in.jsonld': JSON.stringify({
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: 'http://notes.example/1',
        type: 'Annotation',
        body: { type: 'TextualBody', purpose: 'classifying', value: 'quotation' },
        target: {
          source: 'https://brennick.example/quay',
          selector: { type: 'TextQuoteSelector', exact: words, prefix: '2025-05-12\n\n', suffix: ' said Harbour' },
        },
      }),
    }),
  },
  {
    name: 'an export of Hypothesis',
    files: () => ({
      'in.json': JSON.stringify({
        export_date: '2025-06-01T10:00:00Z',
        export_userid: 'ida',
        client_version: '1',
        annotations: [
          {
            id: 'h1',
            uri: 'https://brennick.example/quay',
            text: 'Says who?',
            tags: ['quay'],
            user: 'acct:ida@hypothes.is',
            created: '2025-05-30T10:00:00Z',
            updated: '2025-05-30T10:00:00Z',
            target: [
              {
                source: 'https://brennick.example/quay',
                selector: [{ type: 'TextQuoteSelector', exact: words, prefix: '2025-05-12\n\n', suffix: ' said Harbour' }],
              },
            ],
          },
        ],
      }),
    }),
  },
  {
    name: 'brat',
    files: () => {
      const start = Array.from(text.slice(0, text.indexOf(words))).length;
      const end = start + Array.from(words).length;
      return { 'in.brat.txt': text, 'in.brat.ann': `T1\tQuotation ${start} ${end}\t${words}\n` };
    },
  },
  { name: 'a table', files: (path) => ({ 'in.csv': `document,exact,type\r\n${path},"${words}",quotation\r\n` }) },
];

async function opened(): Promise<vscode.TextEditor> {
  await write(article, text);
  await write(
    sidecar,
    `version: 1\ndocument: {path: ${article}, offsets: codepoint, url: "https://brennick.example/quay"}\nannotations: []\n`,
  );
  made.push(article, sidecar);
  const editor = await open(article);
  await until(
    () => cardsAt(editor, words),
    (card) => card.includes('Voss'),
    'the quotation has a card',
  );
  return editor;
}

async function preview(files: Readonly<Record<string, string>>): Promise<void> {
  const uris: vscode.Uri[] = [];
  for (const [name, content] of Object.entries(files)) {
    uris.push(await write(name, content));
    made.push(name);
  }
  await run('importAnnotations', { files: uris });
}

describe('importing annotations', () => {
  beforeEach(() => {
    article = `quay-${++count}.article.txt`;
    sidecar = `${article}.annotations.yaml`;
  });
  afterEach(async () => {
    await run('cancelImport');
    await clear(...made.splice(0));
  });

  for (const { name, files } of formats)
    it(`${name}: nothing is written by the preview, all of it by the import, and one undo takes it back`, async () => {
      await opened();
      const before = await read(sidecar);
      const project = await read('second-source.yaml');
      await preview(files(article));
      assert.equal(await read(sidecar), before);
      await run('applyImport');
      const after = await read(sidecar);
      assert.ok(after.includes(words), after);
      assert.match(after, /url: "https:\/\/brennick\.example\/quay"/);
      await run('undoDecision');
      assert.equal(await read(sidecar), before);
      assert.equal(await read('second-source.yaml'), project);
    });

  it('arrives as suggestions where a person says so, with who made them', async () => {
    await opened();
    await preview(formats.find(({ name }) => name === 'an export of Hypothesis')?.files(article) ?? {});
    await run('arriveAs', 'suggested');
    await run('applyImport');
    const after = await read(sidecar);
    assert.match(after, /status: suggested/);
    assert.match(after, /by: "ida \(hypothesis\)"/);
    assert.doesNotMatch(after, /status: accepted/);
  });

  it('a cancelled import writes nothing, then or later', async () => {
    await opened();
    const before = await read(sidecar);
    await preview({ 'in.csv': `document,exact\r\n${article},The quay\r\n` });
    await run('cancelImport');
    await run('applyImport');
    assert.equal(await read(sidecar), before);
  });

  it('words that stand twice come in where a person says, and not before', async () => {
    await opened();
    const before = await read(sidecar);
    const twice = 'The sea wall was built in one summer.\n\nNobody believed that the sea wall would last.\n';
    const editor = await open(article);
    await editor.edit((edit) => edit.insert(editor.document.positionAt(editor.document.getText().length), `\n${twice}`));
    await editor.document.save();
    await preview({ 'in.csv': `id,document,exact,type\r\nseawall000,${article},sea wall,note\r\n` });
    await run('applyImport');
    assert.equal(await read(sidecar), before);
    await preview({ 'in.csv': `id,document,exact,type\r\nseawall000,${article},sea wall,note\r\n` });
    const chosen = editor.document.getText().lastIndexOf('sea wall');
    await run('chooseImportPlace', 'seawall000', chosen);
    assert.equal(await read(sidecar), before, 'choosing writes nothing');
    assert.equal(editor.document.offsetAt(editor.selection.start), chosen);
    await run('applyImport');
    const points = Array.from(editor.document.getText().slice(0, chosen)).length;
    assert.match(await read(sidecar), new RegExp(`exact: "?sea wall"?[^]*suffix: " would last[^]*start: ${points}\\b`));
    await run('undoDecision');
    assert.equal(await read(sidecar), before);
  });

  it('a place that has gone since it was chosen is none', async () => {
    const editor = await opened();
    const before = await read(sidecar);
    await editor.edit((edit) =>
      edit.insert(editor.document.positionAt(editor.document.getText().length), '\nA red buoy, and a red buoy.\n'),
    );
    await editor.document.save();
    await preview({ 'in.csv': `id,document,exact,type\r\nredbuoy000,${article},red buoy,note\r\n` });
    await run('chooseImportPlace', 'redbuoy000', editor.document.getText().lastIndexOf('red buoy'));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Later\n'));
    await until(
      () => run('applyImport').then(() => read(sidecar)),
      (now) => now === before,
      'nothing is written',
    );
  });

  it('words that are gone come unticked, and nothing of them is written', async () => {
    await opened();
    const before = await read(sidecar);
    await preview({ 'in.csv': `document,exact,note\r\n${article},never said by anybody,who?\r\n` });
    await run('applyImport');
    assert.equal(await read(sidecar), before);
  });

  it('entries that are here already change nothing', async () => {
    await opened();
    const files = { 'in.csv': `document,exact,type\r\n${article},"${words}",quotation\r\n` };
    await preview(files);
    await run('applyImport');
    const once = await read(sidecar);
    await preview(files);
    await run('applyImport');
    assert.equal(await read(sidecar), once);
  });

  it('asks for another look where the annotations have changed since the preview', async () => {
    await opened();
    await preview(formats[0]?.files(article) ?? {});
    const theirs = (await read(sidecar)).replace(
      'annotations: []',
      `annotations:\n  - {id: aaaaaaaaaa, type: note, status: accepted, exact: "The quay", prefix: "😀 ", suffix: " of Brennick", start: 2, end: 10}`,
    );
    await write(sidecar, theirs);
    await run('applyImport');
    assert.equal(await read(sidecar), theirs);
    // what would replace somebody's entry is not ticked by itself
    await run('applyImport');
    assert.equal(await read(sidecar), theirs);
    await run('undoDecision');
  });

  it('writes to no file where one must not be written', async () => {
    await opened();
    const other = `other-${article}`;
    await write(other, text.replace('Brennick', 'Ansgard'));
    await write(`${other}.annotations.yaml`, 'version: 1\nannotations: [\n');
    made.push(other, `${other}.annotations.yaml`);
    const before = await read(sidecar);
    await until(
      () => vscode.languages.getDiagnostics(file(`${other}.annotations.yaml`)),
      (problems) => problems.length > 0,
      'the damaged file is noticed',
    );
    await preview({ 'in.csv': `document,exact\r\n${article},The quay\r\n${other},The quay\r\n` });
    await run('applyImport');
    assert.equal(await read(sidecar), before);
    assert.equal(await read(`${other}.annotations.yaml`), 'version: 1\nannotations: [\n');
  });

  it('a file that is no annotations says so and opens no preview', async () => {
    await opened();
    const before = await read(sidecar);
    await preview({ 'in.json': '{"export_date": "2025", "annotations": 7}' });
    await run('applyImport');
    assert.equal(await read(sidecar), before);
    assert.equal(await exists('in.json'), true);
  });
});
