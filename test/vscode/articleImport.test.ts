import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { clear, exists, file, folder, open, read, run, until, write } from './articles';
import type { SecondSourceApi } from '../../src/editor/exchange/index';
import { onlyInNode } from './host';

const page = (
  title: string,
  said = '“We wait for the water,” said Petra Holm.',
) => `<!doctype html><html><head><meta charset="utf-8"><title>${title} | Basin Herald</title>
<meta property="og:site_name" content="Basin Herald"><meta property="article:published_time" content="2025-09-30T07:15:00Z"></head><body><nav>Home</nav>
<article><h1>${title}</h1>${'<p>Barges have waited at the eastern basin since the gate jammed in spring, and the town has paid.</p>'.repeat(3)}<p>${said}</p></article>
<script>alert(1)</script></body></html>`;
const name = 'basin-herald-lock-to-open.md';

describe('articles of web pages', () => {
  afterEach(async () => {
    await clear(name, 'basin-herald-lock-to-open-2.md', 'pages/a.html', 'pages/b.html', 'pages/c.html');
    await vscode.workspace.fs.delete(file('pages'), { recursive: true }).then(undefined, () => undefined);
  });
  const saved = async (path: string, html: string) => {
    await vscode.workspace.fs.createDirectory(file('pages'));
    return write(`pages/${path}`, html);
  };
  const inFront = () => vscode.window.activeTextEditor?.document;

  it('come from a saved page, with the words and what the page says of itself', async () => {
    await run('importArticleFile', { source: await saved('a.html', page('Lock to open')) });
    const text = await read(name);
    assert.match(
      text,
      /^---\noutlet: Basin Herald\ntitle: Lock to open\npublished: "2025-09-30T07:15:00Z"\nretrieved: "\d{4}-[^"]+Z"\n---\n\n# Lock to open\n\nBarges/,
    );
    assert.ok(text.endsWith('\n\n“We wait for the water,” said Petra Holm.\n'));
    assert.ok(inFront()?.uri.path.endsWith(name), 'it is shown');
    assert.ok(!text.includes('alert'));
  });

  it('are not written twice', async () => {
    const source = await saved('a.html', page('Lock to open'));
    await run('importArticleFile', { source });
    await run('importArticleFile', { source });
    assert.equal(await exists('basin-herald-lock-to-open-2.md'), false);
  });

  it('come from a folder of pages, and replace nothing that is there', async () => {
    await write(name, 'mine');
    await saved('a.html', page('Lock to open'));
    await saved('b.html', page('Lock to open'));
    await saved('c.html', '<html><body><img></body></html>');
    await run('importArticleFolder', { source: file('pages') });
    assert.ok(await exists('basin-herald-lock-to-open-2.md'), 'the article is written beside mine');
    assert.equal(await read(name), 'mine');
    assert.equal(await exists('basin-herald-lock-to-open-3.md'), false);
  });

  it('come from the clipboard: the source of a page as a page, any other text as it is', async () => {
    await vscode.env.clipboard.writeText(page('Lock to open'));
    await run('importArticleClipboard');
    assert.ok((await read(name)).includes('# Lock to open'));
    await vscode.env.clipboard.writeText('Lock *to* open\r\n\r\n“We wait,” said Petra Holm.\n');
    await run('importArticleClipboard');
    const shown = inFront();
    assert.ok(shown?.uri.path.endsWith('lock-to-open.article.txt'), `as the folder calls its articles: ${shown?.uri.path}`);
    assert.match(shown?.getText() ?? '', /^---\nretrieved: "[^"]+"\n---\n\nLock \*to\* open\n\n“We wait,” said Petra Holm\.\n$/);
    await clear('lock-to-open.article.txt');
  });

  onlyInNode(
    'come from an address: redirects followed, encoding as the server says, and refused where it is no page',
    'it serves pages itself',
    async () => {
      const { createServer } = await import('node:http');
      const server = createServer((request, response) => {
        if (request.url === '/moved') response.writeHead(302, { location: '/story' }).end();
        else if (request.url === '/away') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
        else if (request.url === '/story')
          response
            .writeHead(200, { 'content-type': 'text/html; charset=windows-1251' })
            .end(Buffer.from(page('Lock to open', 'CYR').replace('CYR', '\xcd\xe5\xf2'), 'latin1'));
        else if (request.url === '/large') response.writeHead(200, { 'content-type': 'text/html' }).end(' '.repeat(10_500_000));
        else if (request.url === '/pdf') response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF');
        else response.writeHead(404).end();
      });
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      try {
        const address = server.address();
        const origin = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
        await run('importArticleAddress', { address: `${origin}/moved` });
        const text = await read(name);
        assert.ok(text.includes(`url: "${origin}/story"`), text);
        assert.ok(text.endsWith('\n\nНет\n'), text);
        await clear(name);
        for (const bad of [
          `${origin}/away`,
          `${origin}/large`,
          `${origin}/pdf`,
          `${origin}/none`,
          'ftp://127.0.0.1/x',
          'file:///etc/passwd',
          `http://me:secret@127.0.0.1/`,
        ]) {
          await run('importArticleAddress', { address: bad }).then(undefined, () => undefined);
          assert.equal(await exists(name), false, bad);
        }
      } finally {
        server.close();
      }
    },
  );

  it('go from the clipboard to where the folder has its articles, where `articles` in second-source.yaml has none elsewhere', async () => {
    const project = await read('second-source.yaml');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.createDirectory(file('pages'));
    await write('pages/near.txt', '“Near,” said Petra Holm.\n');
    await write('second-source.yaml', project.replace(/^articles: .*$/m, "articles: ['pages/*']"));
    try {
      const api = await vscode.extensions.getExtension<SecondSourceApi>('second-source.second-source')?.activate();
      await until(() => api?.statements(file('pages/near.txt')) !== undefined && api.statements(file('kesnet.article.txt')) === undefined, Boolean, 'read by the new rule'); // prettier-ignore
      await run('importArticleClipboard', { text: 'Gate to open\n\n“We wait,” said Petra Holm.\n' });
      assert.match(inFront()?.uri.path ?? '', /\/pages\/gate-to-open\.txt$/);
    } finally {
      await write('second-source.yaml', project);
      await clear('gate-to-open.txt');
    }
  });

  it('go where the article in front is', async () => {
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(folder(), 'pages'));
    await write('pages/near.md', 'Near.\n');
    await open('pages/near.md');
    await until(
      async () => {
        await run('importArticleFile', { source: await saved('a.html', page('Lock to open')) });
        return exists(`pages/${name}`);
      },
      (there) => there,
      'beside it',
    );
  });
});
