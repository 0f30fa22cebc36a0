import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';

let version = 0; // the server keeps what it has read of one
const documentOf = (path: string, text: string) => TextDocument.create(`file:///story/${path}`, 'yaml', ++version, text);
const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: { readonly yamlValidation: readonly { readonly fileMatch: string | string[]; readonly url: string }[] };
};

/** The server with the schemas as the extension contributes them; it has nobody to load anything from. */
const service = getLanguageService({
  schemaRequestService: (uri) => Promise.reject(new Error(`${uri} is not there`)),
  workspaceContext: { resolveRelativePath: (path) => path },
  clientCapabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
});
service.configure({
  validate: true,
  completion: true,
  hover: true,
  schemas: contributes.yamlValidation.map(({ fileMatch, url }) => ({
    uri: `schema:${url}`,
    fileMatch: [fileMatch].flat(),
    schema: JSON.parse(readFileSync(url, 'utf8')) as object,
  })),
});

const sidecar = 'gull.txt.annotations.yaml';
const entry =
  'version: 1\nannotations:\n  - id: k3a9ck2qmx\n    type: note\n    status: accepted\n    exact: pier\n    start: 4\n    end: 8\n';

async function problemsIn(path: string, text: string): Promise<string[]> {
  const found = await service.doValidation(documentOf(path, text), false);
  return found.map(({ range, message }) => `${range.start.line + 1}:${range.start.character + 1}: ${message}`);
}

async function completionsAt(path: string, text: string) {
  const document = documentOf(path, text);
  const { items } = await service.doComplete(document, document.positionAt(text.length), false);
  return items.map(({ label, insertText = '' }) => ({ label, insertText }));
}

describe('the YAML language server with our schemas', () => {
  it('has nothing to say about what we write', async () => {
    assert.deepEqual(await problemsIn(sidecar, entry), []);
    assert.deepEqual(await problemsIn('gull.txt.annotations.ana.yaml', entry), []);
    assert.deepEqual(await problemsIn('second-source.yaml', 'version: 1\noutlets: []\nspeakers: []\n'), []);
  });

  for (const [path, text, problem] of [
    [sidecar, entry.replace('type: note', 'type: poem'), /^4:11: Value is not accepted\. Valid values: "quotation"/],
    [sidecar, entry.replace('start: 4', 'start: -4'), /^7:12: Value is below the minimum/],
    ['gull.md.annotations.ana.yaml', entry.replace('    exact: pier\n', ''), /^3:5: Missing property "exact"/],
    ['second-source.yaml', 'version: 1\nspeakers:\n  - id: ana-ruiz\n', /^3:5: Missing property "name"/],
    [
      'corroborations.yaml',
      'version: 1\nlinks:\n  - id: k\n    relation: near\n',
      /^4:15: Value is not accepted\. Valid values: "verbatim"/,
    ],
    ['corroborations.yaml', 'version: 1\nconflicts:\n  - key: a\n    status: open\n', /^4:13: Value is not accepted/],
  ] as const) {
    it(`points out in ${path}: ${problem.source.replace(/\\/g, '').slice(1)}`, async () => {
      const problems = await problemsIn(path, text);
      assert.ok(
        problems.some((found) => problem.test(found)),
        problems.join('\n'),
      );
    });
  }

  it('completes keys that are not there yet, and the values of a field', async () => {
    const keys = (await completionsAt(sidecar, `${entry}    `)).map(({ label }) => label);
    for (const key of ['kind', 'speakers', 'note', 'tags', 'reviewed']) assert.ok(keys.includes(key), keys.join());
    assert.ok(!keys.includes('exact'));
    const values = (await completionsAt(sidecar, 'version: 1\nannotations:\n  - type: ')).map(({ label }) => label);
    assert.deepEqual(values.sort(), ['cue', 'date', 'note', 'quotation', 'speaker', 'statement']);
  });

  it('offers whole entries to fill in', async () => {
    for (const [path, text, label, fields] of [
      [sidecar, 'version: 1\nannotations:\n  - ', 'annotation', ['id:', 'type:', 'status:', 'exact:', 'start:', 'end:']],
      ['second-source.yaml', 'version: 1\nspeakers:\n  - ', 'speaker', ['id:', 'name:', 'aliases:']],
      ['second-source.yaml', 'version: 1\noutlets:\n  - ', 'outlet', ['id:', 'name:', 'match:']],
      ['corroborations.yaml', 'version: 1\nlinks:\n  - ', 'link', ['id:', 'from:', 'to:', 'relation:', 'status:']],
    ] as const) {
      const found = (await completionsAt(path, text)).find((item) => item.label === label);
      assert.ok(found, `${path}: ${label}`);
      for (const field of fields) assert.ok(found.insertText.includes(field), found.insertText);
    }
  });

  it('explains a key on hover', async () => {
    const hover = await service.doHover(documentOf(sidecar, entry), { line: 4, character: 6 });
    assert.match(JSON.stringify(hover?.contents), /a person confirmed it/);
  });
});
