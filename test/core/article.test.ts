import assert from 'node:assert/strict';
import { analyse, decodeBytes, isArticlePath, linePosition, lineStarts, readArticle, type ArticleSource } from '../../src/core/index';

const read = (text: string, more: Partial<ArticleSource> = {}) => readArticle({ uri: 'a.txt', path: 'a.txt', text, version: 1, ...more });
const textOf = (article: ReturnType<typeof read>, span: { start: number; end: number } | undefined) =>
  article.raw.slice(span?.start, span?.end);

describe('an article', () => {
  it('of plain text is read as it stands', () => {
    const text = 'Ferry late\n\n  The ferry\nis late – 😀 “again”. \u202bשלום\u202c\n';
    assert.equal(read(text).raw, text);
    assert.equal(read(text).prose.text, text);
  });

  it('has LF line ends and no byte order mark', () => {
    assert.equal(read('\ufeffOne\r\ntwo\rthree\n').raw, 'One\ntwo\nthree\n');
  });

  it('may be empty', () => {
    for (const path of ['a.txt', 'a.md', 'a.html']) {
      const article = read('', { path });
      assert.equal(article.prose.text, '');
      assert.deepEqual(article.metadata, { publicationLines: [] });
      assert.deepEqual(analyse(article), { quotations: [], nested: [], speakers: [], dates: [], problems: [] });
    }
  });

  it('with marks that a wrong encoding broke reads as it was written', () => {
    const article = read('She said, â€œItâ€™s lateâ€\u009d â€“ and â€˜soâ€™ â€œleftâ€. CafÃ© Â«AÂ»');
    assert.equal(article.prose.text, 'She said, “It’s late” – and ‘so’ “left”. Café «A»');
    assert.ok(article.raw.includes('â€œ'));
  });

  it('keeps letters that only look broken', () => {
    const text = 'Mâle, Ângela, "SÃO", â€x';
    assert.equal(read(text).prose.text, text);
  });

  it('is analysed into frozen spans of the raw text', () => {
    const text = '---\ntitle: x\n---\nThe ferry left on **2024-05-03**, she said.';
    const article = read(text, { path: 'a.md' });
    const { dates } = analyse(article);
    assert.deepEqual(
      dates.map((date) => textOf(article, date)),
      ['2024-05-03'],
    );
    assert.ok(Object.isFrozen(dates) && Object.isFrozen(dates[0]));
  });
});

describe('when an article was published', () => {
  const cases: readonly (readonly [what: string, text: string, published: string | undefined])[] = [
    ['a line with a label', 'Ferry late\nPublished: 3 May 2024\n\nText.', '2024-05-03'],
    ['a line in brackets', 'Ferry late\n(last modified Fri, 03 May 2024 08:57:17 GMT )\nText', '2024-05-03T08:57:17Z'],
    ['a line that is only a date', 'Ferry late\nMay 3rd, 2024 8:05 p.m. UTC\nText', '2024-05-03T20:05:00Z'],
    ['a label before the text', ' date 2024-05-03 The ferry was late on 2 May 2023.', '2024-05-03'],
    ['a date among other signs', 'Ferry late\n  • Friday, 3 May 2024 | 08:57 | Share\nText', '2024-05-03T08:57:00'],
    ['a time zone of many meanings', 'Updated on May 3, 2024 at 08:57 IST\nText', '2024-05-03T08:57:00'],
    ['an offset', '2024-05-03T08:57:17+02:00\nText', '2024-05-03T08:57:17+02:00'],
    ['publication before modification', 'Updated 5 May 2024\nFirst published 3 May 2024\nText', '2024-05-03'],
    ['a German dateline', 'Fähre zu spät\n\nLowen, 3. Mai 2024 – Die Fähre kam am 2. Mai 2024 zu spät.', '2024-05-03'],
    ['a German label', 'Fähre zu spät\nStand: Freitag, 3. Mai 2024, 08:57 Uhr\nText', '2024-05-03T08:57:00'],
    ['a German month that English shares', 'Fähre zu spät\nVeröffentlicht am 3. August 2024\nText', '2024-08-03'],
    ['a French label', 'Bac en retard\nPublié le 1er mai 2024\nTexte', '2024-05-01'],
    ['a French dateline', 'LOWEN, le 3 août 2024 — Le bac est arrivé en retard.', '2024-08-03'],
    ['a Spanish line', 'Barca con retraso\nViernes, 3 de mayo de 2024\nTexto', '2024-05-03'],
    ['a Russian line', 'Паром опоздал\nОпубликовано: 3 мая 2024 года\nТекст', '2024-05-03'],
    ['nothing where a German sentence begins with a date', 'Am 3. Mai 2024 kam die Fähre zu spät.', undefined],
    ['nothing where a French sentence begins with a date', 'Le 3 mai 2024, le bac est arrivé en retard.', undefined],
    ['nothing where a Spanish sentence begins with a date', 'El 3 de mayo de 2024 la barca llegó tarde.', undefined],
    ['figures with dots', 'Posted on 3.5.2024 by Bo\nText', '2024-05-03'],
    ['no first line of a timeline', '1 May 1890: The harbour opened.\n\n3 June 1911: The lock was built.', undefined],
    ['no first line of a timeline with dashes', 'May 1, 1890 – The harbour opened.\nJune 3, 1911 – The lock was built.', undefined],
    ['a date before the first sentence', '3 May 2024: The ferry was late.\n\nIt came at noon.', '2024-05-03'],
    ['a dateline', 'Ferry late\nHARBOUR TOWN, 3 May 2024 (Kesnet) – The ferry was late on 2 May 2024.', '2024-05-03'],
    ['a byline', 'By Ana Ruiz | 3 May 2024 | The ferry was late.', '2024-05-03'],
    ['nothing where a sentence begins with a date', 'On 3 May 2024 the ferry was late.', undefined],
    ['nothing where a date stands in a sentence', 'The ferry sank on 3 May 2024, the crew said.', undefined],
    ['nothing where a date stands under a picture', 'The harbour, 3 May 2024. (Bo Lind/Kesnet)', undefined],
    ['nothing where there is no year', 'HARBOUR, May 3 – The ferry was late on Friday.', undefined],
    ['nothing where the day does not exist', 'Published: 31 February 2024\nText', undefined],
    ['nothing where day and month could be either', 'Published: 03/05/2024\nText', undefined],
    ['nothing where the date stands deep in the text', `${'The ferry was late again. '.repeat(20)}It was built on 3 May 2024.`, undefined],
  ];
  for (const [what, text, published] of cases) {
    it(`is told by ${what}`, () => {
      const article = read(text);
      assert.equal(article.metadata.published?.value, published);
    });
  }

  it('lists every line that says so, with its place', () => {
    const article = read(
      '---\ndate: 2024-05-02\n---\nUpdated 5 May 2024 10:00 UTC\nFirst published 3 May 2024\n\nOn 1 May 2024 it rained.',
    );
    assert.deepEqual(
      article.metadata.publicationLines.map((line) => [line.value, line.label, textOf(article, line.span)]),
      [
        ['2024-05-02', undefined, '2024-05-02'],
        ['2024-05-05T10:00:00Z', 'modified', '5 May 2024 10:00 UTC'],
        ['2024-05-03', 'published', '3 May 2024'],
      ],
    );
  });
});

describe('the facts about an article', () => {
  const registry = {
    outlets: [
      { id: 'gull', name: 'The Gull', match: ['gull/**', 'gull.example'] },
      { id: 'tern', name: 'The Tern', match: ['tern-*.{txt,md}'] },
    ],
    speakers: [],
    articles: [],
  };

  it('come from front matter', () => {
    const article = read(
      '---\nTitle: "Ferry: late"\noutlet: Gull # ours\npublished: 2024-05-03 10:00\nurl: https://gull.example/x\nauthor: [Ana Ruiz, Bo Lind]\n---\n\nText.',
    );
    const { title, outlet, published, url, author } = article.metadata;
    assert.deepEqual(
      [title?.value, outlet?.value, published?.value, url?.value, author?.value],
      ['Ferry: late', 'Gull', '2024-05-03T10:00:00', 'https://gull.example/x', 'Ana Ruiz, Bo Lind'],
    );
    assert.equal(textOf(article, outlet?.span), 'Gull');
    assert.equal(outlet?.from, 'front-matter');
    assert.equal(article.prose.text, '\nText.');
  });

  it('come from a person first', () => {
    const { metadata } = read('---\noutlet: Gull\npublished: 2024-05-03\n---\nText.', { set: { outlet: 'Tern', published: '2024-05-04' } });
    assert.deepEqual(metadata.outlet, { value: 'Tern', from: 'person' });
    assert.deepEqual(metadata.published, { value: '2024-05-04', from: 'person' });
  });

  for (const [what, path, url, outlet] of [
    ['a folder', 'gull/2024/a.txt', undefined, 'The Gull'],
    ['a name', 'other/tern-3.MD', undefined, 'The Tern'],
    ['a host', 'a.txt', 'https://www.gull.example:8080/x', 'The Gull'],
    ['nothing, for a host that only ends alike', 'a.txt', 'https://seagull.example/', undefined],
    ['nothing', 'a.txt', undefined, undefined],
  ] as const) {
    it(`take the outlet from the project file by ${what}`, () => {
      const { metadata } = read('Text.', { path, registry, ...(url && { set: { url } }) });
      assert.equal(metadata.outlet?.value, outlet);
    });
  }

  for (const [what, text] of [
    ['two rules', '---\nThe ferry was late.\n---\nText.'],
    ['a rule alone', '---\nThe ferry: late.'],
    ['broken YAML', '---\n"a: [\n---\nText.'],
    [
      'aliases of aliases',
      `---\na: &a [x]\n${'bcdefgh'.replace(/./g, (name, i: number) => `${name}: &${name} [${`*${'abcdefg'.charAt(i)},`.repeat(9)}]\n`)}---\nText.`,
    ],
  ] as const) {
    it(`survive ${what} where front matter might stand`, () => {
      const { metadata } = read(text);
      assert.equal(metadata.title, undefined);
    });
  }
});

describe('the language of an article', () => {
  const english = 'The ferry was late again on Friday and the crew said that it would not leave before the fog had gone. ';
  const german =
    'Die Fähre hatte am Freitag wieder Verspätung, und die Besatzung sagte, dass sie nicht vor dem Ende des Nebels fahren werde. ';
  const dutch =
    'De veerboot was vrijdag weer te laat en de bemanning zei dat het schip niet zou vertrekken voordat de mist was opgetrokken. ';
  for (const [what, text, language] of [
    ['English', english.repeat(3), 'en'],
    ['German', german.repeat(3), 'de'],
    ['German in one sentence', german, 'de'],
    ['French', 'Le bac est encore arrivé en retard, a dit le capitaine, et la brume ne s’est pas levée sur le port. '.repeat(4), 'fr'],
    ['Spanish', 'El barco llegó otra vez tarde, dijo el capitán, y la niebla no se levantó en el puerto. '.repeat(4), 'es'],
    ['Dutch', dutch.repeat(3), 'other'],
    ['Russian', 'Паром снова опоздал, сказал капитан, и туман не рассеялся. '.repeat(8), 'ru'],
    ['Ukrainian', 'Пором знову запізнився, сказав капітан, і туман не розвіявся, як це було вчора. '.repeat(8), 'other'],
    ['Japanese', 'フェリーはまた遅れた、と船長は言った。', 'other'],
    ['what front matter names', `---\nlang: de-AT\n---\n${english.repeat(3)}`, 'de'],
    ['English where it is too short to tell', 'Hafen Lowen, Steg 4', 'en'],
  ] as const) {
    it(`is told for ${what}`, () => assert.equal(read(text).language, language));
  }
});

describe('the bytes of a file', () => {
  const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const wide = (text: string, little: boolean) => {
    const bytes = new DataView(new ArrayBuffer(2 * text.length));
    Array.from({ length: text.length }, (_, i) => bytes.setUint16(2 * i, text.charCodeAt(i), little));
    return new Uint8Array(bytes.buffer);
  };
  const cases: readonly (readonly [what: string, bytes: Uint8Array, text: string, encoding: string])[] = [
    ['UTF-8', new TextEncoder().encode('“Café” 😀 שלום'), '“Café” 😀 שלום', 'utf-8'],
    ['UTF-8 with a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x41), 'A', 'utf-8'],
    ['UTF-16, little end first', Uint8Array.of(0xff, 0xfe, 0x1c, 0x20, 0x41, 0), '“A', 'utf-16le'],
    ['UTF-16, big end first', Uint8Array.of(0xfe, 0xff, 0x20, 0x1c, 0, 0x41), '“A', 'utf-16be'],
    ['UTF-16 without a mark, little end first', wide('“The quay,” said Ana.\n', true), '“The quay,” said Ana.\n', 'utf-16le'],
    ['UTF-16 without a mark, big end first', wide('“The quay,” said Ana.\n', false), '“The quay,” said Ana.\n', 'utf-16be'],
    ['Russian in UTF-16 without a mark', wide('Паром снова опоздал.\nЕго ждали.', true), 'Паром снова опоздал.\nЕго ждали.', 'utf-16le'],
    [
      'Chinese in UTF-16 without a mark',
      wide('渡轮又晚点了，船长说。\n　港口关闭。', false),
      '渡轮又晚点了，船长说。\n　港口关闭。',
      'utf-16be',
    ],
    ['an emoji in UTF-16 without a mark', wide('The quay 😀 is open.', true), 'The quay 😀 is open.', 'utf-16le'],
    ['numbers of 16 bits', Uint8Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? i / 2 : i % 3)), '', 'binary'],
    [
      'text of 32 bits',
      Uint8Array.from('The quay', (sign) => sign.charCodeAt(0)).reduce(
        (all, byte) => Uint8Array.of(...all, byte, 0, 0, 0),
        new Uint8Array(),
      ),
      '',
      'binary',
    ],
    ['Windows-1252', latin('\x93Caf\xe9\x94 \x80'), '“Café” €', 'windows-1252'],
    ['nothing', new Uint8Array(), '', 'utf-8'],
    ['zero bytes', latin('GIF89a\0\0x'), '', 'binary'],
    [
      'UTF-8 with one bad byte',
      new TextEncoder().encode('“é” “é” “é” “é”').fill(0x41, 3, 4).fill(0xff, 4, 5),
      '“A\ufffd” “é” “é” “é”',
      'utf-8',
    ],
  ];
  for (const [what, bytes, text, encoding] of cases) {
    it(`are read as ${what}`, () => {
      const decoded = decodeBytes(bytes);
      assert.equal(decoded.text, text);
      assert.equal(decoded.encoding, encoding);
    });
  }

  it('are decoded as the standard says', () => {
    const wild = Uint8Array.from({ length: 4000 }, (_, i) => (i % 5 < 3 ? ([0xe2, 0x80, 0x9c][i % 5] ?? 0) : 128 + ((i * 37) % 128)));
    const { text, encoding } = decodeBytes(Uint8Array.of(0xef, 0xbb, 0xbf, ...wild));
    assert.equal(encoding, 'utf-8');
    assert.equal(text, new TextDecoder().decode(wild));
  });
});

describe('the files of a folder', () => {
  const cases: readonly (readonly [path: string, globs: readonly string[], article: boolean])[] = [
    ['a.txt', [], true],
    ['event/a.article.txt', [], true],
    ['event/a.HTML', [], true],
    ['README.md', [], false],
    ['event/license.txt', [], false],
    ['readme-first.txt', [], true],
    ['.git/a.txt', [], false],
    ['x/node_modules/y/a.md', [], false],
    ['.hidden.txt', [], false],
    ['a.txt.annotations.yaml', [], false],
    ['event/0001-a.brat.txt', [], false],
    ['event/0001-a.brat.txt', ['event/*.txt'], false],
    ['event/a.txt', ['event/*.txt'], true],
    ['event/deep/a.txt', ['event/*.txt'], false],
    ['event/deep/a.txt', ['event/**'], true],
    ['event/deep/a.txt', ['**/deep/?.txt'], true],
    ['deep/a.txt', ['**/deep/?.txt'], true],
    ['a.md', ['*.txt', '{a,b}.md'], true],
    ['README.md', ['*.md'], false],
  ];
  it('some alternatives of very many are tried, and a glob that nobody writes by hand fits nothing, without an error', () => {
    assert.equal(isArticlePath('a.txt', [`{a,${'b,'.repeat(150)}c}.txt`]), true);
    for (const glob of [`{${'a,'.repeat(300_000)}b}.txt`, '{a,b}'.repeat(200_000), '{'.repeat(400_000), '*a'.repeat(400_000)])
      assert.equal(isArticlePath('a.txt', [glob]), false);
  });

  for (const [path, globs, article] of cases) {
    it(`${path} ${article ? 'is' : 'is not'} an article of ${globs.join(' ') || 'the default'}`, () => {
      assert.equal(isArticlePath(path, globs), article);
    });
  }
});

it('lines and columns count from 1 at every line end', () => {
  const text = 'one\r\ntwo\rthree\n';
  const starts = lineStarts(text);
  assert.deepEqual(
    [0, 2, 5, 6, 9, 15].map((offset) => linePosition(starts, offset)),
    [
      { line: 1, column: 1 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 2, column: 2 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
    ],
  );
});
