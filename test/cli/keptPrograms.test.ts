import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as browserType } from 'playwright-core';
import { secondSource, secondSourceBeside, withFolder } from './program';

const headline = 'Ferrymen of Orrey agree to run a night boat';
const paragraphs = [
  'The ferrymen of Orrey met on Friday, and after four hours in the net loft, they agreed to run the night boat until the ice comes, which nobody had asked of them.',
  '“We had waited for years,” said Hanne Rook, the baker of the far bank, “and walked over the weir at three in the morning with flour on our backs.”',
  'The town pays for the lamp, the oil and a second hand on the rope; the treasurer called it money well spent, though 412 crossings a month had been counted on by some.',
  'A delegate from Upper Halden asked whether the well-known weir would be shut. It would not, the harbour master said, as long as somebody looked after the railing.',
  'The boat goes for the first time on the night to Monday. Whoever rings the bell is rowed over, whatever the weather, and pays two marks or brings a loaf.',
];
const prose = Array.from({ length: 5 }, () => paragraphs).flat();
const gold = tokens([headline, ...prose].join(' '));

const body = `<h1>${headline}</h1>\n${prose.map((text) => `<p>${text}</p>`).join('\n')}`;
const document = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${headline}</title></head><body>${body}</body></html>`;
const style = '<style>body { font: 10pt serif; text-align: justify; column-count: 2; column-gap: 2em } h1 { column-span: all }</style>';
const page = document.replace('<body>', '<body><nav><a href="/">Home</a> <a href="/b">Boats</a></nav><article>').replace('</body>', '</article><footer>All rights reserved. Contact us.</footer></body>'); // prettier-ignore

function tokens(text: string): readonly string[] {
  return text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []; // prettier-ignore
}

/** How many of the words stand in the other text in the same order. */
function inOrder(wanted: readonly string[], found: readonly string[]): number {
  let before = new Uint16Array(found.length + 1);
  for (const word of wanted) {
    const row = new Uint16Array(found.length + 1);
    for (const [i, other] of found.entries())
      row[i + 1] = word === other ? (before[i] ?? 0) + 1 : Math.max(before[i + 1] ?? 0, row[i] ?? 0);
    before = row;
  }
  return before[found.length] ?? 0;
}

function isWhole(article: string, wanted = gold): void {
  const text = article.replace(/^---\n[^]*?\n---\n/, '').replace(/^\[[\d:]+\]/gm, '').replace(/\]\([^)]*\)/g, ''); // prettier-ignore
  const found = tokens(text);
  const common = inOrder(wanted, found);
  assert.ok(common >= 0.95 * wanted.length, `${common} of ${wanted.length} words in order`);
  assert.ok(common >= 0.95 * found.length, `${common} of ${found.length} words are the article's`);
}

function imported(root: string, file: string): string {
  const { status, stderr, stdout } = secondSource(['import-article', join(root, file), '--out', '-']);
  assert.deepEqual([status, stderr], [0, '']);
  return stdout;
}

const has = (program: string, ...args: readonly string[]) => spawnSync(program, args, { timeout: 60_000 }).status === 0;
const chromium = ['chromium', 'chromium-browser', 'google-chrome'].find((name) => has(name, '--version'));
const hasModule = (name: string) => has('python3', '-c', `import ${name}`);

/** Runs a program in the folder; it must end well. */
function run(root: string, program: string, args: readonly string[], input = ''): void {
  const { status, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8', input, timeout: 110_000 });
  assert.equal(status, 0, `${program} ${args.join(' ')}: ${stderr}`);
}

interface Proof {
  readonly what: string;
  readonly there: boolean;
  readonly missing: string;
  readonly file: string;
  readonly make: (root: string) => void;
}

/** LibreOffice's own document of the page, which it makes the others of; with the profile it runs in. */
let office: string | undefined;

function officeFolder(): string {
  if (office !== undefined) return office;
  office = mkdtempSync(join(tmpdir(), 'second-source-office-'));
  writeFileSync(join(office, 'page.html'), document);
  run(office, 'soffice', [profileOf(office), '--headless', '--infilter=HTML (StarWriter)', '--convert-to', 'odt:writer8', 'page.html']);
  return office;
}

const profileOf = (folder: string) => `-env:UserInstallation=file://${folder}/profile`;

const soffice = (what: string, to: string, file: string): Proof => ({
  what: `${what} by LibreOffice`,
  there: has('soffice', '--version'),
  missing: 'no soffice',
  file,
  make(root) {
    const folder = officeFolder();
    run(root, 'soffice', [profileOf(folder), '--headless', '--convert-to', to, join(folder, 'page.odt')]);
  },
});
const python = (what: string, module: string, file: string, script: string): Proof => ({
  what,
  there: hasModule(module),
  missing: `no Python with ${module}`,
  file,
  make: (root) => run(root, 'python3', ['-c', script], JSON.stringify([headline, ...prose])),
});
const browser = (what: string, file: string, html: string, ...args: readonly string[]): Proof => ({
  what: `${what} by Chromium`,
  there: chromium !== undefined,
  missing: 'no Chromium',
  file,
  make(root) {
    writeFileSync(join(root, 'printed.html'), html);
    run(root, chromium ?? '', ['--headless', '--no-sandbox', '--disable-gpu', ...args, join(root, 'printed.html')]);
  },
});
const pandoc = (what: string, file: string): Proof => ({
  what: `${what} by pandoc`,
  there: has('pandoc', '--version'),
  missing: 'no pandoc',
  file,
  make: (root) => run(root, 'pandoc', ['-s', '-f', 'html', 'page.html', '-o', file]),
});
const texts = 'import json, sys\ntexts = json.load(sys.stdin)\n';

const proofs: readonly Proof[] = [
  soffice('a Word document', 'docx:MS Word 2007 XML', 'page.docx'),
  pandoc('a Word document', 'made.docx'),
  python('a Word document by python-docx', 'docx', 'made.docx', `${texts}import docx\nd = docx.Document()\nd.add_heading(texts[0], 1)\nfor t in texts[1:]: d.add_paragraph(t)\nd.save('made.docx')`), // prettier-ignore
  soffice('a PDF file', 'pdf:writer_pdf_Export', 'page.pdf'),
  browser('a PDF file in two columns', 'made.pdf', document.replace('</head>', `${style}</head>`), '--print-to-pdf=made.pdf'),
  python('a PDF file by fpdf2', 'fpdf', 'made.pdf', `${texts}from fpdf import FPDF\np = FPDF()\np.add_page()\np.set_font('helvetica', size=11)\nfor t in texts: p.multi_cell(0, 5, t.replace('\\u201c', '"').replace('\\u201d', '"'), new_x='LMARGIN', new_y='NEXT'); p.ln(2)\np.output('made.pdf')`), // prettier-ignore
  soffice('a page', 'html:HTML', 'page.html'),
  pandoc('a page', 'made.html'),
  soffice('a text in Windows-1252', 'txt:Text (encoded):MS_1252', 'page.txt'),
  { what: 'a text in UTF-16 by iconv', there: has('iconv', '--version'), missing: 'no iconv', file: 'made.txt', make: (root) => {
    writeFileSync(join(root, 'utf8.txt'), [headline, ...prose].join('\n\n'));
    run(root, 'sh', ['-c', 'iconv -f utf-8 -t utf-16 utf8.txt > made.txt']);
  } }, // prettier-ignore
  { what: 'a text in short lines by pandoc', there: has('pandoc', '--version'), missing: 'no pandoc', file: 'made.txt', make: (root) => {
    run(root, 'pandoc', ['--from', 'html', '--to', 'plain', '--columns', '72', '--output', 'made.txt'], document);
  } }, // prettier-ignore
  python('mail by Python’s email', 'email', 'made.eml', `${texts}from email.message import EmailMessage\nfrom html import escape\nm = EmailMessage()\nm['Subject'] = texts[0]\nm['From'] = 'Hanne Rook <hanne@post.example>'\nm['Message-Id'] = '<1@post.example>'\nm.set_content('\\n\\n'.join(texts))\nm.add_alternative(''.join('<p>' + escape(t) + '</p>' for t in texts), subtype='html')\nopen('made.eml', 'wb').write(bytes(m))`), // prettier-ignore
  python('a page in one file by Python’s email', 'email', 'made.mhtml', `${texts}from email.mime.multipart import MIMEMultipart\nfrom email.mime.text import MIMEText\nm = MIMEMultipart('related', type='text/html')\nm['From'] = '<Saved by nobody>'\nm['Subject'] = texts[0]\npart = MIMEText(open('page.html', encoding='utf-8').read(), 'html', 'utf-8')\npart['Content-Location'] = 'https://post.example/boat'\nm.attach(part)\nopen('made.mhtml', 'wb').write(bytes(m))`), // prettier-ignore
  python('a web archive by warcio', 'warcio', 'made.warc.gz', `import io\nfrom warcio.warcwriter import WARCWriter\nfrom warcio.statusandheaders import StatusAndHeaders\nw = WARCWriter(open('made.warc.gz', 'wb'), gzip=True)\nh = StatusAndHeaders('200 OK', [('Content-Type', 'text/html; charset=utf-8')], protocol='HTTP/1.0')\nw.write_record(w.create_warc_record('https://post.example/boat', 'response', payload=io.BytesIO(open('page.html', 'rb').read()), http_headers=h))`), // prettier-ignore
  python('a feed (RSS) by feedgen', 'feedgen', 'made.rss', `${texts}from feedgen.feed import FeedGenerator\nfrom html import escape\nf = FeedGenerator()\nf.title('Orrey Post')\nf.link(href='https://post.example')\nf.description('News')\ne = f.add_entry()\ne.title(texts[0])\ne.link(href='https://post.example/boat')\ne.content(''.join('<p>' + escape(t) + '</p>' for t in texts[1:]), type='CDATA')\nf.rss_file('made.rss')`), // prettier-ignore
  python('a feed (Atom) by feedgen', 'feedgen', 'made.atom', `${texts}from feedgen.feed import FeedGenerator\nfrom html import escape\nf = FeedGenerator()\nf.id('https://post.example')\nf.title('Orrey Post')\ne = f.add_entry()\ne.id('https://post.example/boat')\ne.title(texts[0])\ne.content(''.join('<p>' + escape(t) + '</p>' for t in texts[1:]), type='html')\nf.atom_file('made.atom')`), // prettier-ignore
  ...['srt', 'vtt'].map(
    (ending) =>
    python(`subtitles (${ending}) by pysubs2`, 'pysubs2', `made.${ending}`, `${texts}import pysubs2\ns = pysubs2.SSAFile()\nwords = ' '.join(texts).split()\nfor i in range(0, len(words), 8): s.append(pysubs2.SSAEvent(start=i * 300, end=i * 300 + 2000, text=' '.join(words[i:i + 8])))\ns.save('made.${ending}')`), // prettier-ignore
  ),
];

describe('files that the programs themselves have made', function () {
  this.timeout(240_000);
  after(() => {
    if (office !== undefined) rmSync(office, { recursive: true, force: true });
  });

  for (const { file, make, missing, there, what } of proofs)
    it(`come in with 95 of 100 words, in reading order: ${what}`, function () {
      if (!there) {
        console.log(`      skipped: ${missing}`);
        this.skip();
      }
      withFolder({ 'page.html': document }, (root) => {
        make(root);
        isWhole(imported(root, file));
      });
    });

  it('come in with 95 of 100 words, in reading order: a page in one file by Chromium', async function () {
    if (chromium === undefined) {
      console.log('      skipped: no Chromium');
      this.skip();
    }
    await withFolder({ 'page.html': page }, async (root) => {
      const launched = await browserType.launch({ executablePath: spawnSync('which', [chromium], { encoding: 'utf8' }).stdout.trim(), args: ['--no-sandbox'] }); // prettier-ignore
      const tab = await launched.newPage();
      await tab.goto(`file://${root}/page.html`);
      const session = await tab.context().newCDPSession(tab);
      writeFileSync(join(root, 'made.mhtml'), (await session.send('Page.captureSnapshot', { format: 'mhtml' })).data);
      await launched.close();
      isWhole(imported(root, 'made.mhtml'));
    });
  });

  it('come in with 95 of 100 words, in reading order: a web archive by wget', async function () {
    if (!has('wget', '--version')) {
      console.log('      skipped: no wget');
      this.skip();
    }
    const server = createServer((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(page));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/boat`;
    await withFolder({}, async (root) => {
      const child = spawn('wget', ['-q', '-O', '/dev/null', '--warc-file=made', address], { cwd: root });
      await new Promise((resolve) => child.on('close', resolve));
      const { status } = await secondSourceBeside(['import-article', join(root, 'made.warc.gz'), '--out', root]);
      assert.equal(status, 0);
      const article = readdirSync(root).find((name) => name.endsWith('.md')) ?? '';
      isWhole(readFileSync(join(root, article), 'utf8'));
    });
    server.close();
  });
});
