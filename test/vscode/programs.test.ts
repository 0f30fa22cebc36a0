import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ApiRenderings, ApiStatement, SecondSourceApi } from '../../src/editor/exchange/index';
import { cardsAt, clear, file, open, run, until, write } from './articles';
import { onlyInNode } from './host';

const article = 'kesnet.article.txt';

async function opened(): Promise<vscode.TextEditor> {
  const editor = await open(article);
  await until(
    () => cardsAt(editor, '“Our harbours'),
    (card) => card.includes('Lowen Courier'),
    'the folder is read',
  );
  return editor;
}

describe('other programs', () => {
  afterEach(() => clear('weir.article.txt'));

  const api = (): SecondSourceApi => {
    const found = vscode.extensions.getExtension<SecondSourceApi>('second-source.second-source');
    assert.ok(found);
    return found.exports;
  };

  it('get the statements of an article and their renderings as another extension', async () => {
    const editor = await opened();
    assert.equal(api().version, 1);
    const statements = api().statements(editor.document.uri) ?? [];
    const harbours = statements.find(({ words }) => words.includes('Our harbours are older'));
    assert.ok(harbours, 'the quotation is listed');
    assert.deepEqual(harbours.speakers, ['Sen Maroa']);
    assert.equal(harbours.status, 'suggested');
    assert.equal(editor.document.getText(harbours.range).startsWith('“Our harbours'), true);
    const found = await api().renderings(editor.document.uri, harbours.range.start);
    assert.match(found?.verdict ?? '', /outlets · \d independent origins/);
    assert.ok(found?.renderings.some(({ outlet, words }) => outlet === 'The Lowen Courier' && words.includes('ports')));
    assert.equal(api().statements(file('second-source.yaml')), undefined, 'no article, no statements');
  });

  it('hear when something may have changed', async () => {
    await opened();
    const told: string[] = [];
    const listener = api().onDidChange(({ uri }) => told.push(uri.path));
    await write('weir.article.txt', 'Weir shut\n\n“We close the weir,” said Lotte Brandvold.\n');
    await until(
      () => told.length,
      (count) => count > 0,
      'a change is told',
    );
    listener.dispose();
  });

  it('reach nothing by an address that is no article of an open folder, and are not even asked about', async () => {
    await opened();
    const before = vscode.window.activeTextEditor?.document.uri.path;
    for (const path of ['../../../etc/passwd', '/etc/passwd', 'second-source.yaml', '', 'nowhere.txt'])
      await run(
        'openAddress',
        vscode.Uri.from({
          scheme: 'vscode',
          authority: 'second-source.second-source',
          path: '/open',
          query: `path=${encodeURIComponent(path)}`,
        }),
      );
    await run(
      'openAddress',
      vscode.Uri.from({ scheme: 'vscode', authority: 'second-source.second-source', path: '/run', query: 'command=x' }),
    );
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, before);
  });

  onlyInNode('that are another extension get statements, renderings and news of changes', 'there none is installed', async () => {
    const { document } = await opened();
    const ask = <T>(name: string, ...args: unknown[]) => vscode.commands.executeCommand<T>(`secondSourceReader.${name}`, ...args);
    const statements = await ask<readonly ApiStatement[]>('statements', document.uri);
    const harbours = statements.find(({ words }) => words.includes('Our harbours are older'));
    assert.deepEqual(harbours?.speakers, ['Sen Maroa']);
    const found = await ask<ApiRenderings>('renderings', document.uri, harbours.range.start);
    assert.match(found.verdict, /outlets/);
    assert.ok(found.renderings.every(({ article, range, words }) => article.path !== document.uri.path && !range.isEmpty && words !== ''));
    assert.equal(await ask('statements', file('second-source.yaml')), undefined);
    const before = await ask<number>('changes');
    await write('weir.article.txt', 'Weir shut\n\n“We close the weir,” said Lotte Brandvold.\n');
    await until(() => ask<number>('changes'), (count) => count > before, 'a change is told'); // prettier-ignore
  });

  it('look words up by a language model’s tools', async () => {
    await opened();
    const names = vscode.lm.tools.map(({ name }) => name);
    assert.ok(names.includes('secondSource_statements') && names.includes('secondSource_renderings'), names.join());
  });

  describe('that are a language model', () => {
    async function invoked(name: string, input: object): Promise<Record<string, unknown>> {
      const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
      const [part] = content as readonly vscode.LanguageModelTextPart[];
      return JSON.parse(part?.value ?? '') as Record<string, unknown>;
    }
    type Said = Readonly<Record<'article' | 'words' | 'kind', string>> & { readonly speakers: readonly string[] };

    it('are told who says what in one article, or in all', async () => {
      await opened();
      const one = (await invoked('secondSource_statements', { path: article })).statements as readonly Said[];
      assert.ok(one.some(({ words, speakers }) => words.includes('Our harbours are older') && speakers[0] === 'Sen Maroa'));
      assert.ok(one.every((said) => said.article === article));
      const all = (await invoked('secondSource_statements', {})).statements as readonly Said[];
      assert.ok(new Set(all.map((said) => said.article)).size > 2);
    });

    it('are told who else has some words', async () => {
      await opened();
      const { found } = (await invoked('secondSource_renderings', { words: 'Our harbours are older than our quarrels' })) as {
        found: readonly { outlet: string; sure: boolean }[];
      };
      assert.ok(found.some(({ outlet, sure }) => outlet === 'The Lowen Courier' && sure));
    });

    it('are told in one sentence what is wrong with what they ask', async () => {
      await opened();
      assert.match(String((await invoked('secondSource_statements', { path: '../../etc/passwd' })).error), /no article/);
      assert.match(String((await invoked('secondSource_renderings', { words: '' })).error), /which words/);
    });
  });
});

describe('checking a quotation', () => {
  it('says that nobody has words that stand nowhere', async () => {
    await opened();
    assert.equal(await run('checkQuotation', 'Purple giraffes dance upon seventeen velvet chimneys'), 0);
  });

  it('finds who has it, also where it is worded otherwise', async () => {
    await opened();
    const asked = run('checkQuotation', 'Our harbours are older than our quarrels');
    await new Promise((next) => setTimeout(next, 800));
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    assert.ok(Number(await asked) >= 3, 'several articles have it');
  });
});
