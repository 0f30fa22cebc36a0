import assert from 'node:assert/strict';
import { readFrontMatter } from '../../src/core/text/metadata/frontMatter';
import {
  analyse,
  Corpus,
  CorpusFolder,
  editSidecar,
  emptyRegistry,
  gatherStatement,
  importFormats,
  mergeYaml,
  pageArticle,
  readArticle,
  readCorroborations,
  readProjectFile,
  readSidecar,
} from '../../src/core/index';
import { mainContent } from '../../src/pages/mainContent';
import { assertLinear } from './steps';

const nobody = { outlets: [], speakers: [], articles: [] };
const times = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join('');
const list = (count: number, line: (index: number) => string) => `version: 1\nannotations:\n${times(count, line)}`;
const entry = (index: number, exact = '"words"') =>
  `  - id: a${String(index).padStart(9, '0')}\n    type: quotation\n    status: accepted\n    exact: ${exact}\n    start: ${index}\n    end: ${index + 5}\n`;

describe('the work of reading YAML grows with the file and no faster:', () => {
  const files: Readonly<Record<string, (size: number) => string>> = {
    'our own entries': (size) => list(size, (index) => entry(index)),
    'entries in single quotation marks': (size) => list(size, (index) => entry(index, "'words'")),
    'quoted entries that are no annotations': (size) => list(size, (index) => `  - 'word ${index}'\n`),
    'entries whose bracket never closes': (size) => list(size, (index) => `  - id: [broken ${index}\n    type: quotation\n`),
    'entries whose quotation mark never closes': (size) => list(size, (index) => `  - id: "broken ${index}\n    type: quotation\n`),
    'entries with a colon too many': (size) => list(size, (index) => `  - id: a: b: ${index}\n    type: quotation\n`),
    'a broken entry before many whole ones': (size) => `${list(1, () => '  - id: [x\n')}${times(size, (index) => entry(index))}`,
    'a broken entry behind many whole ones': (size) => `${list(size, (index) => entry(index))}  - id: [x\n`,
    'merge markers': (size) => list(size, (index) => `<<<<<<< ours\n${entry(index)}=======\n>>>>>>> theirs\n`),
    'open brackets': (size) => '['.repeat(size),
    'open brackets in lines': (size) => `a:\n${times(size, () => '- [\n')}`,
    'brackets side by side': (size) => `a: ${'[] '.repeat(size)}`,
    'list markers in a line': (size) => '- '.repeat(size),
    'keys that nest': (size) => times(size / 10, (index) => `${' '.repeat(index)}a:\n`),
    'one key again and again': (size) => times(size, (index) => `a: '${index}'\n`),
    'many keys': (size) => times(size, (index) => `a${index}: 'x'\n`),
    'anchors and aliases': (size) => `a: &a x\nb:\n${times(size, (index) => `  - &b${index} x\n  - *a\n`)}`,
    comments: (size) => `a: 'x'\n${'# word\n'.repeat(size)}`,
    documents: (size) => "---\na: 'x'\n".repeat(size),
    directives: (size) => `${'%YAML 1.2\n'.repeat(size)}---\na: 'x'`,
    tabs: (size) => `a:\n${'\t- x\n'.repeat(size)}`,
    'percent signs': (size) => '%\n'.repeat(size),
  };
  for (const [name, file] of Object.entries(files)) {
    it(name, () => {
      assertLinear(400, (size) => {
        const text = file(size);
        readSidecar(text);
        readProjectFile(text);
        readCorroborations(text);
        readFrontMatter(`---\n${text.slice(0, 19_000)}\n---\n`);
      });
    }).timeout(60_000);
  }

  it('an entry that is added', () => {
    const document = { path: 'a.txt', offsets: 'codepoint' } as const;
    const annotation = { id: 'n', type: 'note', status: 'accepted', exact: 'x', prefix: '', suffix: '', start: 7, end: 8 } as const;
    assertLinear(400, (size) => {
      const text = list(size, (index) => entry(index, "'words'"));
      assert.ok(editSidecar(text, [{ kind: 'document', set: document }, { kind: 'add', annotation }]).length > 0); // prettier-ignore
    });
  }).timeout(60_000);

  it('a merge', () => {
    const [ours, theirs] = [entry(1, '"ours"'), entry(1, "'theirs'")];
    assertLinear(200, (size) => {
      const rest = times(size, (index) => entry(index + 2));
      mergeYaml(list(1, (index) => entry(index)) + rest, list(1, () => ours) + rest, list(1, () => theirs) + rest);
    });
  }).timeout(60_000);

  it('an import', () => {
    const mrsf = importFormats.find(({ id }) => id === 'mrsf');
    const bundle = importFormats.find(({ id }) => id === 'bundle');
    assertLinear(300, (size) => {
      const comments = times(size, (index) => `  - id: c${index}\n    text: 'hm'\n    selected_text: 'word ${index}'\n    line: 1\n`);
      mrsf?.read([{ name: 'a.review.yaml', text: `mrsf_version: '1.0'\ndocument: a.md\ncomments:\n${comments}` }], nobody);
      bundle?.read([{ name: 'a.yaml', text: `version: 1\narticles:\n${times(size, (index) => `  - path: 'a${index}.txt'\n`)}` }], nobody);
    });
  }).timeout(60_000);
});

const paragraphs = times(
  12,
  (index) =>
    `<p>The quay of the ${index}th harbour was rebuilt by people of the town, and the mayor, who had paid for it, said so twice.</p>\n`,
);
const page = (body: string, head = '') =>
  `<!doctype html><html><head><title>A quay</title>${head}</head><body><article><h1>A quay</h1>${paragraphs}${body}</article></body></html>`;

describe('the work of making an article of a page grows with the page and no faster, or the page is refused:', () => {
  const pages: Readonly<Record<string, (size: number) => string>> = {
    headlines: (size) => page('<h1>A quay</h1>'.repeat(size)),
    'headlines that are never closed': (size) => page('<h1>'.repeat(size)),
    'two breaks again and again': (size) => page(`<p>${'word<br><br>'.repeat(size)}</p>`),
    'pictures for those without scripts': (size) => page('<img src="b"><noscript><img src="a.jpg"></noscript>'.repeat(size)),
    'noscript that is never closed': (size) => page('<noscript>'.repeat(size)),
    'attributes of an element': (size) => page(`<p ${times(size, (index) => `a${index}="x" `)}>word</p>`),
    titles: (size) => page('', '<title>A quay</title>'.repeat(size)),
    'meta elements': (size) =>
      page(
        '',
        times(size, (index) => `<meta property="og:title" content="A quay ${index}">`),
      ),
    paragraphs: (size) => page('<p>Some words, with a comma or two, and more of them.</p>'.repeat(size)),
    'paragraphs that are never opened': (size) => page('</p>'.repeat(size)),
    'elements in each other': (size) => page(`${'<div>'.repeat(size)}word${'</div>'.repeat(size)}`),
    tables: (size) => page('<table><tr><td>x'.repeat(size)),
    'emphasis that is never closed': (size) => page('<b><i>x'.repeat(size)),
    comments: (size) => page('<!-- x -->'.repeat(size)),
    ampersands: (size) => page('&ampx;'.repeat(size)),
    lists: (size) => page('<ol><li>x</ol>'.repeat(size)),
    'linked data': (size) =>
      page('', `<script type="application/ld+json">[${'{"@type":"NewsArticle","headline":"x"},'.repeat(size)}{}]</script>`),
  };
  for (const [name, make] of Object.entries(pages)) {
    it(name, () => {
      assertLinear(400, (size) => {
        const html = make(size);
        const main = mainContent(html);
        pageArticle({ html, ...('content' in main && { main }) });
      });
    }).timeout(60_000);
  }

  it('many attributes are a reason to say so', () => {
    const found = mainContent(page(`<p ${times(600, (index) => `a${index}="x" `)}>word</p>`));
    assert.deepEqual(found, { reason: 'this page has an element with more than 500 attributes, so its article is not looked for' });
  });
});

describe('YAML that nests without end', () => {
  const spaces = (count: number) => ' '.repeat(count);
  const files: Readonly<Record<string, string>> = {
    '3,000 maps in each other, 4.5 MB': times(3000, (index) => `${spaces(index)}a:\n`),
    '3,000 lists in each other': times(3000, (index) => `${spaces(index)}-\n`),
    '8,000 list markers, some to a line': times(250, (index) => `${spaces(64 * index)}${'- '.repeat(32)}\n`),
    '8,000 list markers in a line': '- '.repeat(8000),
    '8,000 question marks': '? '.repeat(8000),
    '8,000 brackets': `a: ${'['.repeat(8000)}`,
    '8,000 brackets in lines': `a: ${'[\n '.repeat(8000)}`,
    'braces and brackets': `a: ${'{a: ['.repeat(4000)}`,
  };
  for (const [name, text] of Object.entries(files)) {
    it(`is refused at its place, however often it is read and whatever stands on the stack: ${name}`, () => {
      const told = (below: number): string => {
        if (below > 0) return told(below - 1);
        const { problems, locked } = readSidecar(text);
        assert.ok(locked);
        const [first] = problems;
        assert.ok(first && first.start > 0 && first.end <= text.length, JSON.stringify(first));
        return first.message;
      };
      for (const below of [0, 0, 0, 1000, 2000, 3000, 4000]) assert.equal(told(below), 'This is nested too deeply to be read.');
      readProjectFile(text);
      readCorroborations(text);
    });
  }

  it('is not what brackets in words are', () => {
    const { annotations, problems } = readSidecar(list(300, (index) => entry(index, "'the quay ['")));
    assert.deepEqual([annotations.length, problems], [300, []]);
  });

  it('is no front matter', () => {
    assert.deepEqual(readFrontMatter(`---\na: ${'['.repeat(5000)}\n---\nWords.\n`), { end: 0, values: new Map() });
  });

  it('is told of a file of review comments', () => {
    const mrsf = importFormats.find(({ id }) => id === 'mrsf');
    const { problems } = mrsf?.read([{ name: 'a.review.yaml', text: `mrsf_version: '1'\na: ${'['.repeat(9000)}` }], nobody) ?? {};
    assert.deepEqual(
      problems?.map(({ message }) => message),
      ['This cannot be read: it is nested too deeply'],
    );
  });
});

describe('a very long YAML file', () => {
  it('that is none of ours is merged line by line, whole', () => {
    const lines = (count: number, word: string) => times(count, (index) => `- ${word} ${index}\n`);
    const { text, conflicts } = mergeYaml('', lines(150_000, 'ours'), lines(150_000, 'theirs'));
    assert.ok(conflicts.length > 0);
    assert.equal(text, `<<<<<<< ours\n${lines(150_000, 'ours')}=======\n${lines(150_000, 'theirs')}>>>>>>> theirs\n`);
  });

  const long = (exact: string) => list(36_000, (index) => entry(index, index === 35_000 ? exact : `"words ${'of it '.repeat(8)}"`));

  it('is read where it is written as we write it', () => {
    const { annotations, problems, locked } = readSidecar(long('"words"'));
    assert.deepEqual([annotations.length, problems, locked], [36_000, [], false]);
  });

  it('says where it is not, keeps its entries and is not overwritten', () => {
    const text = long("'words'");
    const { annotations, problems, locked } = readSidecar(text);
    assert.deepEqual([annotations.length, locked, problems.length], [36_000, true, 1]);
    assert.match(problems[0]?.message ?? '', /^This file has more than 5 million characters, and is written here in a way/);
    assert.ok(Math.abs((problems[0]?.start ?? 0) - text.indexOf("'words'")) < 20);
  });
}).timeout(60_000);

it('the work of asking where each quotation of an article stands grows with their number and no faster', () => {
  assertLinear(1500, (size) => {
    const text = times(size, (index) => `“The quay of Tolmi needs ${index} new stones,” Ode Lunn said. The gulls of Tolmi went on. `);
    const article = readArticle({ uri: 'a.txt', path: 'a.txt', text, version: 1 });
    const [corpus, analysis] = [new Corpus(), analyse(article)];
    corpus.put(article, analysis);
    const folder = new CorpusFolder([{ path: 'a.txt', article, analysis, placed: [] }], corpus, emptyRegistry);
    const [source] = folder.sources;
    assert.ok(source && analysis.quotations.length >= size);
    for (const quotation of analysis.quotations) assert.equal(gatherStatement(folder, source, quotation).origins.length, 1);
  });
}).timeout(60_000);

it('the work of looking for one quotation, which an article has many times, in another one grows with their number and no faster', () => {
  assertLinear(400, (size) => {
    const said = '“We lost our boat on the bar,” said Ode Lunn. ';
    const [corpus, passages] = [new Corpus(), [] as { readonly uri: string; readonly start: number; readonly end: number }[]];
    for (const [uri, text] of [
      ['a.txt', said.repeat(size)],
      ['b.txt', `The harbour master of Tolmi was away. ${said}`],
    ] as const) {
      const article = readArticle({ uri, path: uri, text, version: 1 });
      const analysis = analyse(article);
      corpus.put(article, analysis);
      if (uri === 'a.txt') passages.push(...analysis.quotations.map(({ start, end }) => ({ uri, start, end })));
    }
    assert.equal(passages.length, size);
    for (const passage of passages) corpus.match(passage);
  });
}).timeout(60_000);

describe('the work of looking for contradictions grows with a sentence that has no end and no faster:', () => {
  const tails: Readonly<Record<string, (size: number) => string>> = {
    names: (size) => 'Ode Lunn '.repeat(size),
    ages: (size) => 'Ode Lunn, 41, '.repeat(size),
    figures: (size) => times(size, (index) => `${index} gulls `),
    'hyphens in a row': (size) => 'A-'.repeat(size),
    'a long word where a name is looked for': (size) =>
      `The winner of ${'a'.repeat(size)}, the judge of ${'A'.repeat(size)}, a woman at ${'A'.repeat(size)} was 41.`,
    deeds: (size) => 'the council bought the mill and sold it, '.repeat(size >> 2),
    'years of one deed': (size) => times(size >> 1, (index) => `built in ${1000 + (index % 1000)}, `),
    'places of one deed': (size) => 'found in Brod near Tolla at Asper '.repeat(size >> 2),
    'shares and lengths': (size) => 'half of the beds, 30 metres long, two hours late, '.repeat(size >> 3),
    'sides of something': (size) => 'the northern lock, the southern lock, the first lock, '.repeat(size >> 3),
    'of this and of that': (size) => `The judge of ${'a b '.repeat(size)}was glad.`,
  };
  for (const [name, tail] of Object.entries(tails))
    it(name, () => {
      assertLinear(1500, (size) => {
        const corpus = new Corpus();
        for (const [uri, head] of [
          ['a.txt', ''],
          ['b.txt', 'Really. '],
        ] as const) {
          const article = readArticle({
            uri,
            path: uri,
            text: `The fair of Tolmi opened on Friday, Ode Lunn said. ${head}${tail(size)}`,
            version: 1,
          });
          corpus.put(article, { ...analyse(article), quotations: [] });
        }
        corpus.conflicts();
      });
    }).timeout(60_000);
});

describe('the work of looking for contradictions between two articles of like sentences grows with their number and no faster:', () => {
  const sentences: Readonly<Record<string, (index: number, other: boolean) => string>> = {
    'the same, turned in the other': (index, other) =>
      `The keeper of Tolmi did ${other ? 'not ' : ''}open gate ${index} for the grain barge. `,
    'the same with other names': (index) =>
      `Ode ${'BCDFGHKLMN'[index % 10] ?? ''}${'aeiou'[index % 5] ?? ''}nn${index % 7}or opened the sluice for the grain barge. `,
  };
  for (const [name, sentence] of Object.entries(sentences))
    it(name, () => {
      assertLinear(200, (size) => {
        const corpus = new Corpus();
        for (const uri of ['a.txt', 'b.txt']) {
          const text = `The fair of Tolmi opened on Friday, Ode Lunn said. ${times(size, (index) => sentence(index, uri === 'b.txt'))}`;
          const article = readArticle({ uri, path: uri, text, version: 1 });
          corpus.put(article, { ...analyse(article), quotations: [] });
        }
        corpus.conflicts();
      });
    }).timeout(60_000);
});
