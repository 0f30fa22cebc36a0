import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { keptEndings } from '../../src/editor/exchange/articleSources';
import { articleDrop } from '../../src/editor/folder/articleDrop';
import { clear, exists, file, folder, open, read, run, until, write } from './articles';
import { onlyInNode } from './host';
import { feed, html, kept, sentences } from './keptFiles';

interface Manifest {
  readonly contributes: { readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when: string }[]>> };
}

const inFront = () => vscode.window.activeTextEditor?.document;
const words = (text: string) => text.replace(/["“”]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, ' ');

/** Presses the first button of the newest notification. */
const press = () => vscode.commands.executeCommand('notification.acceptPrimaryAction');

async function pressUntil(isDone: () => Promise<boolean>, what: string): Promise<void> {
  await until(
    async () => {
      await press();
      return isDone();
    },
    (done) => done,
    what,
  );
}

async function inFolder(): Promise<readonly string[]> {
  const names = (await vscode.workspace.fs.readDirectory(file('story'))).map(([name]) => name);
  return names.filter((name) => name.endsWith('.md')).sort();
}

describe('articles of what people keep', () => {
  beforeEach(async () => {
    await vscode.workspace.fs.createDirectory(file('story'));
    await vscode.workspace.fs.createDirectory(file('kept'));
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await clear();
    for (const path of ['story', 'kept']) await vscode.workspace.fs.delete(file(path), { recursive: true });
  });
  const target = () => file('story');

  for (const [name, bytes] of Object.entries(kept))
    it(`come from ${name}, whole and in order`, async () => {
      const source = await write(`kept/${name}`, bytes());
      await run('importArticleFile', { source, target: target() });
      const [only, ...more] = await inFolder();
      assert.deepEqual(more, []);
      const text = words(await read(`story/${only ?? ''}`));
      let at = 0;
      for (const sentence of sentences.map(words)) {
        at = text.indexOf(sentence, at);
        assert.ok(at >= 0, `${sentence}\n\n${text}`);
      }
      assert.ok(inFront()?.uri.path.endsWith(only ?? '-'), 'it is shown');
    });

  it('have the file that they were made of beside them where a person wants that', async () => {
    const settings = vscode.workspace.getConfiguration('secondSource');
    await settings.update('keepOriginals', true, vscode.ConfigurationTarget.Workspace);
    try {
      const source = await write('kept/weir.docx', kept['weir.docx']?.() ?? '');
      await run('importArticleFile', { source, target: target() });
    } finally {
      await settings.update('keepOriginals', undefined, vscode.ConfigurationTarget.Workspace);
    }
    const text = await read('story/weir-to-open.md');
    assert.match(text, /^source: \{path: "?\.originals\/weir\.docx"?, sha256: "?[0-9a-f]{64}"?\}$/m);
    const bytes = await vscode.workspace.fs.readFile(file('story/.originals/weir.docx'));
    assert.deepEqual(bytes, await vscode.workspace.fs.readFile(file('kept/weir.docx')));
  });

  it('come from several files at once, and from a feed of several: what is refused keeps nothing else', async () => {
    const files = [
      await write('kept/feed.xml', feed),
      await write('kept/weir.docx', kept['weir.docx']?.() ?? ''),
      await write('kept/broken.pdf', '%PDF-1.7\nbroken'),
      await write('kept/picture.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)),
    ];
    await run('importArticleFile', { files, target: target() });
    const names = await inFolder();
    assert.deepEqual(names, ['marrow-post-mill-to-shut.md', 'marrow-post-weir-to-open.md', 'weir-to-open.md']);
    assert.equal(inFront(), undefined, 'several are not opened unasked');
  });

  it('come from a folder of mixed files', async () => {
    for (const [name, bytes] of Object.entries(kept)) if (/docx|eml/.test(name)) await write(`kept/${name}`, bytes());
    await write('kept/notes.xlsx', 'x');
    await run('importArticleFolder', { source: file('kept'), target: target() });
    assert.equal((await inFolder()).length, 2);
  });

  it('stop coming where a person cancels: what is written stays, and nothing follows', async () => {
    let read = 0;
    const files = Array.from({ length: 400 }, (_, i) => ({
      name: `page-${i}.html`,
      data: async () => {
        read += 1;
        await new Promise((next) => setTimeout(next, 50));
        return new TextEncoder().encode(html.replaceAll('Weir to open', `Weir ${i} to open`));
      },
    }));
    let isDone = false;
    const done = Promise.resolve(run('importArticleFile', { files, target: target() })).then(() => (isDone = true));
    await pressUntil(() => Promise.resolve(isDone), 'the import ends');
    await done;
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    const written = (await inFolder()).length;
    assert.ok(read < files.length, `${read} files were read`);
    assert.ok(written === read || written === read - 1, `${written} articles of ${read} files`);
    await new Promise((next) => setTimeout(next, 200));
    assert.equal((await inFolder()).length, written, 'nothing follows');
  });

  it('come by the explorer’s menu: what is selected, all of a folder, and the clipboard into a folder', async () => {
    const uris = [
      await write('kept/a.html', html.replaceAll('Weir to open', 'Menu weir')),
      await write('kept/b.html', html.replaceAll('Weir to open', 'Menu mill')),
    ];
    await write('story/near.md', 'Near.\n');
    await open('story/near.md');
    await until(
      async () => {
        await run('importArticleFile', uris[0], uris);
        return inFolder();
      },
      (names) => names.join() === 'menu-mill.md,menu-weir.md,near.md',
      'both are written beside the article in front',
    );
    await write('kept/c.html', html.replaceAll('Weir to open', 'Menu lock'));
    await open('story/near.md');
    await run('importArticleFolder', file('kept'));
    assert.deepEqual(await inFolder(), ['menu-lock.md', 'menu-mill.md', 'menu-weir.md', 'near.md']);
    await vscode.env.clipboard.writeText(html.replaceAll('Weir to open', 'Menu quay'));
    await run('importArticleClipboard', target());
    assert.ok(await exists('story/menu-quay.md'));
  });

  it('are offered by the explorer’s menu for all that can be imported, whatever the case of its ending', () => {
    const { contributes } = vscode.extensions.getExtension('second-source.second-source')?.packageJSON as Manifest;
    const entry = contributes.menus['explorer/context']?.find(({ command }) => command === 'secondSource.importArticleFile');
    const [, pattern = '', flags] = /resourceExtname =~ \/(.+)\/(\w*)$/.exec(entry?.when ?? '') ?? [];
    const offered = new RegExp(pattern.replaceAll('\\\\', '\\'), flags);
    for (const ending of keptEndings) for (const each of [ending, ending.toUpperCase()]) assert.match(`.${each}`, offered);
    for (const other of ['.txt', '.md', '.png', '.docx.bak', '.ts']) assert.doesNotMatch(other, offered);
  });

  it('come from what is dropped on the view: files by their addresses, and a page that was selected in a browser', async () => {
    const view = articleDrop({ projects: [] }, target);
    const drop = (kind: string, value: string) => {
      const dropped = new vscode.DataTransfer();
      dropped.set(kind, new vscode.DataTransferItem(value));
      return view.handleDrop?.(undefined, dropped, new vscode.CancellationTokenSource().token);
    };
    const uri = await write('kept/weir.docx', kept['weir.docx']?.() ?? '');
    await drop('text/uri-list', `# dropped\r\n${uri.toString()}\r\n`);
    await drop('text/html', html.replaceAll('Weir to open', 'Weir selected'));
    assert.deepEqual(await inFolder(), ['weir-selected.md', 'weir-to-open.md']);
  });

  it('are none where a folder has only other files, which is said and nothing written', async () => {
    await write('kept/notes.xlsx', 'x');
    await run('importArticleFolder', { source: file('kept'), target: target() });
    await run('importArticleFile', { files: [file('kept')], target: target() });
    assert.deepEqual(await inFolder(), []);
  });

  it('of a plain text are that text, also where words stand in angle brackets', async () => {
    const source = await write('kept/letter.txt', 'Weir to open\n\nWrite to <the clerk> by Friday, said <Jon>.\n');
    await run('importArticleFile', { source, target: target() });
    assert.match(await read('story/weir-to-open.article.txt'), /Write to <the clerk> by Friday, said <Jon>\.\n$/);
  });

  it('come from bytes that were dropped, and from the source of a page', async () => {
    const dropped = { name: 'weir.docx', data: () => Promise.resolve(kept['weir.docx']?.() ?? new Uint8Array()) };
    await run('importArticleFile', { files: [dropped], target: target() });
    await run('importArticleClipboard', {
      text: html.replace('Weir to open</h1>', 'Weir is open</h1>').replace('<title>Weir to open', '<title>Weir is open'),
      target: target(),
    });
    assert.deepEqual(await inFolder(), ['weir-is-open.md', 'weir-to-open.md']);
  });

  it('are told of where paragraphs of their page were left out, and taken whole where that is wanted', async () => {
    const lost = '“We have nothing to hide from anybody in this valley, and the books are open,” he said.';
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      articleBody: `${sentences.join(' ')} ${sentences.map((text) => text.replace(/\w+/g, (word) => `${word}o`)).join(' ')} ${lost}`,
    });
    const page = html
      .replace('</head>', `<script type="application/ld+json">${data}</script></head>`)
      .replace('</article>', `</article><aside class="promo related"><ul><li>${lost}</li></ul></aside>`);
    const source = await write('kept/partial.html', page);
    await run('importArticleFile', { source, target: target() });
    assert.match(await read('story/weir-to-open.md'), /^extracted: partial$/m);
    await pressUntil(async () => !(await read('story/weir-to-open.md')).includes('extracted: partial'), 'all of it is taken');
    assert.ok((await read('story/weir-to-open.md')).includes(lost));
  });
});

interface GitExtension {
  getAPI(version: 1): { openRepository(root: vscode.Uri): Promise<unknown> };
}

const address = 'https://marrow.example/2025/weir';
const page = (hands: string, said: string) =>
  html
    .replace('</head>', `<link rel="canonical" href="${address}"><meta property="og:site_name" content="Marrow Post"></head>`)
    .replace('a second hand', `${hands} hands`)
    .replace('Nobody had oiled it', said);
const article = 'marrow-post-weir-to-open.md';

describe('an article that is imported again', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await clear(article, 'again.html');
    if (await exists(`${article}.versions`)) await vscode.workspace.fs.delete(file(`${article}.versions`), { recursive: true });
  });
  const imported = async (hands: string, said: string) =>
    run('importArticleFile', { source: await write('again.html', page(hands, said)), target: folder() });
  const card = async (words: string) => {
    const document = await vscode.workspace.openTextDocument(file(article));
    const at = document.positionAt(document.getText().indexOf(words) + 2);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
    return hovers.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value)).join('\n');
  };

  it('with the same words is said to be there, and stays as it is', async () => {
    await imported('two', 'Nobody had oiled it');
    const before = await read(article);
    await imported('two', 'Nobody had oiled it');
    assert.equal(await read(article), before);
    assert.equal(await exists(`${article}.versions/1.md`), false);
  });

  it('with other words becomes a new version where that is wanted; the card says what the outlet has changed', async () => {
    await imported('two', 'Nobody had oiled it');
    const before = await read(article);
    await open(article);
    await until(
      async () => {
        void imported('three', 'Nobody had looked at it');
        // A press that comes while the page is read cancels that: then it is imported once more.
        await new Promise((next) => setTimeout(next, 1000));
        await press();
        await new Promise((next) => setTimeout(next, 500));
        return exists(`${article}.versions/1.md`);
      },
      (there) => there,
      'the earlier text is kept',
      15_000,
    );
    assert.equal(await read(`${article}.versions/1.md`), before);
    const after = await until(
      () => read(article),
      (text) => text.includes('three hands'),
      'the new text takes its place',
    );
    assert.ok(after.includes('Nobody had looked at it'));
    const told = await until(
      () => card('Nobody had looked'),
      (text) => text.includes('Changed by the outlet since'),
      'the card says it',
    );
    assert.match(told.replaceAll('\\', ''), /quotation: “Nobody had oiled it .*” has become “Nobody had looked at it/);
  });

  it('among several files is told of in their summary, and kept as a new version from there', async () => {
    await imported('two', 'Nobody had oiled it');
    const files = [await write('again.html', page('three', 'Nobody had oiled it')), await write('notes.srt', kept['weir.srt']?.() ?? '')];
    await run('importArticleFile', { files, target: folder() });
    assert.ok(await exists('notes.md'), 'what has nothing to ask is written');
    assert.ok((await read(article)).includes('two hands'), 'and the other stays as it is');
    await until(
      async () => {
        await press();
        // What needs a person stands first.
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return exists(`${article}.versions/1.md`);
      },
      (there) => there,
      'the earlier text is kept',
    );
    await clear('notes.md', 'notes.srt');
  });

  onlyInNode('is compared with the text that was committed last, in a folder under git', 'it runs git', async () => {
    const { execFileSync } = await import('node:child_process');
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=ana', '-c', 'user.email=ana@example.org', ...args], { cwd: folder().fsPath, stdio: 'pipe' });
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    const api = (await extension?.activate())?.getAPI(1);
    assert.ok(api, 'VS Code’s git extension is there');
    await write(article, page('two', 'Nobody had oiled it').replace(/<[^>]+>/g, '\n\n'));
    git('init', '-q', '-b', 'main');
    try {
      git('add', article);
      git('commit', '-q', '-m', 'The first text');
      await api.openRepository(folder());
      await write(article, page('three', 'Nobody had looked at it').replace(/<[^>]+>/g, '\n\n'));
      await open(article);
      const input = await until(
        async () => {
          await run('compareVersions');
          return vscode.window.tabGroups.activeTabGroup.activeTab?.input;
        },
        (shown) => shown instanceof vscode.TabInputTextDiff,
        'a comparison is shown',
      );
      assert.ok(input instanceof vscode.TabInputTextDiff);
      assert.equal(input.original.scheme, 'git');
      const told = await until(
        () => card('Nobody had looked'),
        (text) => text.includes('Changed by the outlet since'),
        'the card says it',
      );
      assert.match(told.replaceAll('\\', ''), /quotation: “Nobody had oiled it .*” has become “Nobody had looked at it/);
    } finally {
      await vscode.workspace.fs.delete(file('.git'), { recursive: true });
    }
  });

  it('is compared with its earlier version beside it', async () => {
    await vscode.workspace.fs.createDirectory(file(`${article}.versions`));
    await write(article, page('three', 'Nobody had looked at it').replace(/<[^>]+>/g, '\n\n'));
    await write(`${article}.versions/1.md`, page('two', 'Nobody had oiled it').replace(/<[^>]+>/g, '\n\n'));
    await open(article);
    await until(
      async () => {
        await run('compareVersions');
        return vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      },
      (input) => input instanceof vscode.TabInputTextDiff,
      'a comparison is shown',
    );
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    assert.ok(input.original.path.endsWith(`${article}.versions/1.md`));
    assert.ok(input.modified.path.endsWith(article));
  });
});
