import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import {
  type Annotation,
  type ImportContent,
  importChanges,
  importFile,
  type ImportFile,
  importFormatOf,
  previewImport,
  readImport,
} from '../../src/core/index';
import { articleOf, registry } from './exportReports';

const encode = (text: string) => new TextEncoder().encode(text);

function read(name: string, content: unknown): ImportContent {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return readFiles([{ name, text }]);
}

function readFiles(files: readonly ImportFile[]): ImportContent {
  const format = importFormatOf(files);
  assert.ok(format, 'the format is told by the file');
  return readImport(format, files, registry, undefined);
}

const told = ({ annotations }: ImportContent) =>
  annotations.map(({ annotation: { type, status, exact, speakers = [], mention, tags = [], note, by, comments = [] } }) =>
    [
      status === 'accepted' ? undefined : status,
      type,
      exact,
      speakers.join('+'),
      mention && `named at ${mention.start}`,
      tags.join('+'),
      note,
      by,
      ...comments.map((comment) => `${comment.by}: ${comment.text}`),
    ]
      .filter((part) => part !== undefined && part !== '')
      .join(' | '),
  );
const messages = ({ problems }: ImportContent) => problems.map(({ message }) => message);

describe('what an import leaves out is counted with its reason, once:', () => {
  it('replies of MRSF to replies come in with the thread, others are counted', () => {
    const comments = [
      { id: 'a', selected_text: 'brass gate', text: 'Which?', resolved: true },
      { id: 'b', reply_to: 'a', author: 'Udo', timestamp: '2031-01-01', text: 'The old one.' },
      { id: 'c', reply_to: 'b', author: 'Ina', timestamp: '2031-01-02', text: 'So it is.' },
      { id: 'd', reply_to: 'nobody', text: 'Where?' },
      { id: 'e', reply_to: 'd', text: 'There.' },
      { id: 'f', text: 'On all of it.' },
      { id: 'g', reply_to: 'f', text: 'Yes.' },
      'h',
    ];
    const result = read('a.review.json', { mrsf_version: '1.0', comments });
    assert.deepEqual(told(result), ['note | brass gate | Which? | mrsf | Udo: The old one. | Ina: So it is.']);
    assert.deepEqual(result.skipped, {
      'comments that cannot be read': 1,
      'marks of comments that they are resolved': 1,
      'comments on whole documents': 1,
      'replies to comments on whole documents': 1,
      'replies to comments that are not in the file': 2,
    });
  });

  it('replies of Hypothesis to notes on pages', () => {
    const rows = [
      { id: 'a', text: 'A page.' },
      { id: 'b', references: ['a'], text: 'Yes.' },
      { id: 'c', references: ['z'], text: 'No.' },
    ];
    assert.deepEqual(read('a.json', { total: 3, rows }).skipped, {
      'notes on whole pages': 1,
      'replies to notes on whole pages': 1,
      'replies to annotations that are not in the file': 1,
    });
  });

  it('of Label Studio: second labels are tags, a rating is what was answered, relations name speakers or are counted', () => {
    const region = (id: string, start: number, end: number, ...labels: string[]) => ({ id, type: 'labels', value: { start, end, labels } });
    const text = 'Mira Stahl said the gate is brass.';
    const words = { start: 16, end: 33, text: 'the gate is brass' };
    const result = [
      region('a', 0, 10, 'Source'),
      { ...region('b', 16, 33, 'Odd', 'Quote', 'Date'), value: { ...words, labels: ['Odd', 'Quote', 'Date'] } },
      { id: 'b', type: 'rating', from_name: 'trust', value: { ...words, rating: 4 } },
      { id: 'b', type: 'taxonomy', from_name: 'topic', value: { ...words, taxonomy: [['town', 'gates']] } },
      { id: 'b', type: 'ranker', from_name: 'rank', value: { ...words, ranker: { a: 1 } } },
      { type: 'relation', from_id: 'a', to_id: 'b', labels: ['Speaks'] },
      { type: 'relation', from_id: 'a', to_id: 'a', labels: ['Knows'] },
      7,
    ];
    const read1 = read('a.json', [{ data: { text }, annotations: [{ result }], drafts: [{}] }]);
    assert.deepEqual(told(read1), [
      'speaker | Mira Stahl | label-studio',
      'quotation | the gate is brass | mira-stahl | named at 0 | Odd | trust: 4\ntopic: town / gates | label-studio',
    ]);
    assert.deepEqual(read1.skipped, {
      drafts: 1,
      'results that cannot be read': 1,
      'second types of the same words': 1,
      'answers of the kind ranker': 1,
      'relations Knows': 1,
    });
  });

  it('of doccano: relations name speakers or are counted, labels of and comments on whole texts are counted', () => {
    const entity = (id: number, start_offset: number, end_offset: number, label: string) => ({ id, start_offset, end_offset, label });
    const result = read('a.jsonl', {
      text: 'Mira Stahl said the gate is brass.',
      entities: [entity(1, 0, 10, 'Source'), entity(2, 16, 33, 'Quote'), 'x'],
      relations: [
        { from_id: 1, to_id: 2, type: 'Speaks' },
        { from_id: 1, to_id: 1, type: 'Knows' },
      ],
      label: ['sad'],
      Comments: ['hm'],
    });
    assert.deepEqual(told(result), ['speaker | Mira Stahl | doccano', 'quotation | the gate is brass | named at 0 | doccano']);
    assert.deepEqual(result.skipped, {
      'labels of whole texts': 1,
      'comments on whole texts': 1,
      'entities that cannot be read': 1,
      'relations Knows': 1,
    });
  });

  it('of Prodigy: spans that are none, labels of whole texts, answers nobody knows', () => {
    const span = { start: 4, end: 8, label: 'Odd' };
    const lines = [
      { text: 'The gate is brass.', label: 'SAD', answer: 'accept' },
      { text: 'The gate is brass.', spans: [span, 'x'], accept: ['A', 'B'], answer: 'bogus' },
      { text: 'The 😀 gate is brass.', spans: [{ start: 7, end: 11, label: 'Odd', text: 'gate' }], answer: 'accept' },
    ];
    const result = read('a.jsonl', lines.map((line) => JSON.stringify(line)).join('\r\n'));
    assert.deepEqual(told(result), ['suggested | note | gate | Odd | prodigy prediction', 'note | gate | Odd | prodigy']);
    assert.deepEqual(result.skipped, { 'labels of whole texts': 3, 'spans that cannot be read': 1 });
    assert.deepEqual(messages(result), ['The answer is none of accept, reject and ignore: what is marked comes in as suggested.']);
  });

  it('a relation of Prodigy means the span of its label where two have the same words', () => {
    const spans = [
      { start: 0, end: 10, label: 'Person' },
      { start: 0, end: 10, label: 'Source' },
      { start: 16, end: 33, label: 'Quote' },
    ];
    const relations = [{ label: 'Speaks', head_span: spans[1], child_span: spans[2] }];
    const result = read('a.jsonl', { text: 'Mira Stahl said the gate is brass.', spans, relations, answer: 'accept' });
    assert.equal(told(result)[2], 'quotation | the gate is brass | mira-stahl | named at 0 | prodigy');
    assert.deepEqual(result.skipped, {});
  });

  it('a file of Prodigy is known whatever its first line has, and one of doccano without labels is told', () => {
    const lines = [
      { text: 'No gate.', _input_hash: 1, answer: 'reject' },
      { text: 'The gate.', spans: [{ start: 4, end: 8, label: 'Odd' }], answer: 'accept' },
    ];
    assert.deepEqual(told(read('a.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))), ['note | gate | Odd | prodigy']);
    assert.deepEqual(messages(read('a.jsonl', { text: 'The gate.', marks: [[4, 8, 'Odd']] })), [
      'This is no export of doccano: no line has label, labels or entities.',
    ]);
  });

  it('of web annotations: entries without a target, and bodies without a text', () => {
    const target = { source: 'http://frey.example/', selector: { type: 'TextQuoteSelector', exact: 'gate' } };
    const result = read('a.jsonld', [{ target, body: ['http://frey.example/picture', { type: 'Image' }] }, { body: 'x' }, 'y']);
    assert.deepEqual(told(result), ['note | gate']);
    assert.deepEqual(result.skipped, {
      'entries that cannot be read': 1,
      'entries without a target': 1,
      'bodies that are only an address': 1,
      'bodies without a text': 1,
    });
    assert.deepEqual(read('a.jsonld', { items: [{ target }, { body: 'x' }] }).skipped, { 'entries without a target': 1 });
  });

  it('highlights with a sign of their own, or with other elements in them, come in; those that do not end are counted', () => {
    const result = read(
      'a.md',
      '==a = b== and <mark class="x">brass <b>gate</b></mark>^[see [map](x.html)] and <mark>no\nend</mark>\r\n==(c)==',
    );
    assert.deepEqual(told(result), [
      'note | a = b | highlight | highlight',
      'note | brass gate | highlight | see [map](x.html) | highlight',
      'note | (c) | highlight | highlight',
    ]);
    assert.deepEqual(result.skipped, { 'highlights that do not end in their line': 1 });
  });

  it('of a project: passages at no whole number, of other sources, codes and memos that are on no passage', () => {
    const at = (start: string, end: string) => `<PlainTextSelection startPosition="${start}" endPosition="${end}"><Coding><CodeRef targetGUID="c"/></Coding></PlainTextSelection>`; // prettier-ignore
    const qde = `<Project><Code guid="c" name="Odd"/><TextSource name="a"><PlainTextContent>The gate is brass.</PlainTextContent><Coding><CodeRef targetGUID="c"/></Coding><NoteRef targetGUID="n"/>${at('4', '8')}${at('1.5', '8')}${at('', '8')}${at('0x1', '1e2')}<PlainTextSelection startPosition="12" endPosition="17"><Coding><CodeRef targetGUID="z"/></Coding></PlainTextSelection></TextSource><AudioSource><Transcript><TranscriptSelection><Coding><CodeRef targetGUID="c"/></Coding></TranscriptSelection></Transcript></AudioSource></Project>`;
    const result = readFiles([{ name: 'a.qdpx', text: '', bytes: zipSync({ 'project.qde': encode(qde) }) }]);
    assert.deepEqual(told(result), ['note | gate | Odd | refi-qda', 'note | brass | refi-qda']);
    assert.deepEqual(result.skipped, {
      'codes of whole texts': 1,
      'memos on what is no passage': 1,
      'passages whose position is no whole number': 3,
      'sources and passages that are no text': 2,
      'codes that are not in the project': 1,
    });
  });

  it('of a CAS: features with several values keep their label, and each view has its own text', () => {
    const json = {
      '%FEATURE_STRUCTURES': [
        { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaString: 'The gate is brass.' },
        { '%ID': 2, '%TYPE': 'uima.cas.Sofa', sofaString: 'A lock of tin.' },
        { '%ID': 3, '%TYPE': 'uima.cas.Sofa', sofaURI: 'x' },
        { '%ID': 4, '%TYPE': 'uima.cas.StringArray', '%ELEMENTS': ['Quote', 'Angry'] },
        { '%ID': 5, '%TYPE': 'custom.Mark', '@sofa': 1, begin: 4, end: 8, '@label': 4 },
        { '%ID': 6, '%TYPE': 'custom.Mark', '@sofa': 2, begin: 2, end: 6, label: 'Odd' },
        { '%ID': 7, '%TYPE': 'custom.Mark', '@sofa': 3, begin: 2, end: 6, label: 'Odd' },
      ],
    };
    const xmi = `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///custom.ecore">
<cas:Sofa xmi:id="1" sofaString="The gate is brass."/><cas:Sofa xmi:id="2" sofaString="A lock of tin."/><cas:Sofa xmi:id="3"/>
<custom:Mark xmi:id="5" sofa="1" begin="4" end="8"><label>Quote</label><label>Angry</label></custom:Mark>
<custom:Mark xmi:id="6" sofa="2" begin="2" end="6" label="Odd"/><custom:Mark xmi:id="7" sofa="3" begin="2" end="6" label="Odd"/></xmi:XMI>`;
    for (const result of [read('a.json', json), read('a.xmi', xmi)]) {
      assert.deepEqual(told(result), ['quotation | gate | label (also): Angry | cas', 'note | lock | Odd | cas']);
      assert.deepEqual(
        result.annotations.map(({ article: { text } }) => text),
        ['The gate is brass.', 'A lock of tin.'],
      );
      assert.deepEqual(result.skipped, { 'spans of a view without a text': 1 });
    }
  });

  it('of a project of INCEpTION: who made it counts without a time, and an archive in it without annotations is told', () => {
    const tsv = '#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Mark|label\n\n#Text=The gate\n1-1\t0-3\tThe\t_\t\n1-2\t4-8\tgate\tOdd\t\n';
    const bytes = zipSync({
      'exportedproject.json': encode('{}'),
      'annotation/a.txt/udo.tsv': encode(tsv),
      'annotation/a.txt/ina.zip': zipSync({ 'TypeSystem.xml': encode('<x/>') }),
    });
    const result = readFiles([{ name: 'a.zip', text: '', bytes }]);
    assert.deepEqual(told(result), ['note | gate | Odd | udo (inception)']);
    assert.deepEqual(messages(result), ['annotation/a.txt/ina.zip holds no annotations that can be read: no .xmi, .json and no .tsv']);
  });

  it('lines of brat that are none, also where endings are large', () => {
    const result = readFiles([
      { name: 'A.ANN', text: 'T1\tQuote 4 8\tgate\r\nwhat is this\r\n' },
      { name: 'A.TXT', text: 'The gate is brass.\r\n' },
    ]);
    assert.deepEqual(told(result), ['quotation | gate']);
    assert.deepEqual(result.skipped, { "lines that are none of brat's": 1 });
  });

  it('labels of the files of several people are listed once', () => {
    const line = encode(JSON.stringify({ text: 'The gate', label: [[4, 8, 'Quote']] }));
    const result = readFiles([{ name: 'a.zip', text: '', bytes: zipSync({ 'udo.jsonl': line, 'ina.jsonl': line }) }]);
    assert.deepEqual(result.labels, [{ label: 'Quote', as: 'quotation', count: 2 }]);
  });

  it('highlights of Taguette without tags behind them', () => {
    const page =
      '<h1>a</h1><p>The <span class="highlight">gate</span> is <span class="highlight">brass</span><span class="taglist"> []</span></p>';
    const result = read('a.html', page);
    assert.deepEqual(told(result), ['note | brass | taguette']);
    assert.deepEqual(result.skipped, { 'highlights without a list of tags behind them': 1 });
  });

  it('the name of a model is not cut within a sign', () => {
    const model_version = `${'m'.repeat(79)}😀 and more`;
    const result = [{ type: 'labels', value: { start: 0, end: 3, labels: ['Odd'] } }];
    assert.deepEqual(told(read('a.json', [{ data: { text: 'The gate' }, predictions: [{ model_version, result }] }])), [
      `suggested | note | The | Odd | ${'m'.repeat(79)}😀`,
    ]);
  });
});

describe('what an import would write', () => {
  const article = articleOf('a.txt', 'Gate. The gate is brass, said Udo.\n');
  const written = (content: ImportContent, isChosen: (annotation: Annotation) => boolean = () => true) => {
    let count = 0;
    const newId = () => `new${String(++count).padStart(7, '0')}`;
    const preview = previewImport(content, [{ path: 'a.txt', article, sha256: 'x', annotations: [] }], { registry, newId });
    const changes = preview.documents.flatMap((document) =>
      importChanges({ ...document, entries: document.entries.filter(({ annotation }) => isChosen(annotation)) }),
    );
    const annotations = changes.flatMap((change) => (change.kind === 'add' ? [change.annotation] : []));
    return { annotations, skipped: preview.skipped };
  };
  const row = (cells: string) => `document,id,exact,start,end,mention_start,mention_end,speaker,in\n${cells}`;

  it('names no words around a passage that are not there, or are not taken', () => {
    const rows = 'a.txt,aa,gate is brass,10,23,,,,\na.txt,bb,brass,18,23,,,,aa\na.txt,cc,Udo,30,33,,,,nobody\n';
    const all = written(read('a.csv', row(rows)));
    assert.deepEqual(
      all.annotations.map((one) => one.in),
      [undefined, 'aa', undefined],
    );
    assert.deepEqual(all.skipped, { 'names of the words around a passage that are not there': 1 });
    const some = written(read('a.csv', row(rows)), ({ id }) => id !== 'aa');
    assert.deepEqual(
      some.annotations.map((one) => one.in),
      [undefined, undefined],
    );
  });

  it('names no speaker without a letter, and no place before the text', () => {
    const { annotations } = written(read('a.csv', row('a.txt,aa,said Udo,990,998,2,5,!!; Udo,\n')));
    assert.deepEqual(
      annotations.map(({ exact, start, speakers, mention }) => [exact, start, speakers, mention]),
      [['said Udo', 25, ['udo'], undefined]],
    );
  });
});

describe('who made what comes in', () => {
  it('is told also where the time is not', () => {
    const result = [{ type: 'labels', value: { start: 4, end: 8, labels: ['Odd'] } }];
    const target = { source: 'http://frey.example/', selector: { type: 'TextQuoteSelector', exact: 'gate' } };
    const qde =
      '<Project><Users><User guid="u" name="Udo"/></Users><TextSource name="a"><PlainTextContent>The gate</PlainTextContent><PlainTextSelection startPosition="4" endPosition="8" creatingUser="u"/></TextSource></Project>';
    const imports = [
      read('a.json', [{ data: { text: 'The gate' }, annotations: [{ completed_by: { email: 'Udo' }, result }] }]),
      read('a.jsonl', { text: 'The gate', spans: [{ start: 4, end: 8 }], answer: 'accept', _annotator_id: 'Udo' }),
      read('a.review.json', { mrsf_version: '1.0', comments: [{ author: 'Udo', selected_text: 'gate' }] }),
      readFiles([{ name: 'a.qdpx', text: '', bytes: zipSync({ 'project.qde': encode(qde) }) }]),
      read('a.jsonld', { target, creator: { name: 'Udo' } }),
    ];
    assert.deepEqual(
      imports.flatMap(({ annotations }) => annotations.map(({ annotation: { by, reviewed } }) => [by, reviewed])),
      [
        ['Udo (label-studio)', undefined],
        ['Udo (prodigy)', undefined],
        ['Udo (mrsf)', undefined],
        ['Udo (refi-qda)', undefined],
        ['Udo', undefined],
      ],
    );
  });
});

describe('a table that comes in', () => {
  const rows = (text: string) => told(read('a.csv', text));

  it('may have semicolons between its cells, also where a spreadsheet says so or a name has a comma', () => {
    const expected = ['quotation | the gate,\nof brass | odd'];
    assert.deepEqual(rows('document;exact;type;tags\na.txt;"the gate,\nof brass";quotation;odd\n'), expected);
    assert.deepEqual(rows('sep=;\r\ndocument;exact;type;tags\r\na.txt;"the gate,\r\nof brass";quotation;odd\r\n'), expected);
    assert.deepEqual(rows('document;exact;type;tags;"seen, by"\ra.txt;"the gate,\rof brass";quotation;odd;\r'), expected);
  });

  it('may be what a search of ours has found, and keeps its speakers', () => {
    const found =
      'file,outlet,published,type,status,start,end,speakers,text,tags\r\na.txt,The Gate,2031-01-01,quotation,accepted,4,8,Mira Stahl; Otto Behn,gate,odd; old\r\n';
    assert.deepEqual(rows(found), ['quotation | gate | mira-stahl+otto-behn | odd+old']);
    assert.deepEqual(rows('document,exact,speakers\na.txt,gate,Mira Stahl\n'), ['note | gate | mira-stahl']);
  });

  it('tells columns that nobody reads', () => {
    const { skipped } = read('a.csv', 'document,exact,colour,size\na.txt,gate,red,\na.txt,lock,blue,\n');
    assert.deepEqual(skipped, { 'cells of the column colour, which is not read': 2 });
  });
});

describe('a file that is imported', () => {
  const utf16 = (text: string) => {
    const bytes = new Uint8Array(2 + 2 * text.length);
    new DataView(bytes.buffer).setUint16(0, 0xfffe);
    for (let i = 0; i < text.length; i++) new DataView(bytes.buffer).setUint16(2 + 2 * i, text.charCodeAt(i), true);
    return bytes;
  };
  const samples: Readonly<Record<string, string>> = {
    'a.jsonld': JSON.stringify({ target: { source: 'http://frey.example/', selector: { type: 'TextQuoteSelector', exact: '“gäte”' } } }, undefined, 1), // prettier-ignore
    'a.json': JSON.stringify({ total: 1, rows: [{ target: [{ selector: [{ type: 'TextQuoteSelector', exact: '“gäte”' }] }] }] }, undefined, 1), // prettier-ignore
    'tasks.json': JSON.stringify([{ data: { text: '“gäte”' }, annotations: [{ result: [{ type: 'labels', value: { start: 0, end: 6, labels: ['Odd'] } }] }] }], undefined, 1), // prettier-ignore
    'cas.json': JSON.stringify({ '%FEATURE_STRUCTURES': [{ '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaString: '“gäte”' }, { '%TYPE': 'c.Odd', begin: 0, end: 6 }] }, undefined, 1), // prettier-ignore
    'doccano.jsonl': '{"text":"“gäte”","label":[[0,6,"Odd"]]}\n',
    'prodigy.jsonl': '{"text":"“gäte”","spans":[{"start":0,"end":6,"label":"Odd"}],"answer":"accept"}\n',
    'a.csv': 'document,exact\na.txt,“gäte”\n',
    'a.tsv': 'document\texact\na.txt\t“gäte”\n',
    'webanno.tsv': '#FORMAT=WebAnno TSV 3.3\n#T_SP=c.Odd|label\n\n#Text=“gäte”\n1-1\t0-6\t“gäte”\tOdd\t\n',
    'a.xmi':
      '<?xml version="1.0"?>\n<xmi:XMI xmlns:cas="http:///uima/cas.ecore"><cas:Sofa xmi:id="1" sofaString="“gäte”"/>\n<c:Odd begin="0" end="6"/></xmi:XMI>',
    'a.html': '<h1>a</h1>\n<p><span class="highlight">“gäte”</span><span class="taglist"> []</span></p>\n',
    'a.review.yaml': 'mrsf_version: "1.0"\ndocument: a.md\ncomments:\n  - id: a\n    selected_text: “gäte”\n',
    'a.md': '---\nurl: http://frey.example/\n---\n==“gäte”==\n',
    'a.yaml':
      'version: 1\nkind: bundle\nsidecars:\n  - version: 1\n    document: {path: a.txt, offsets: codepoint}\n    annotations:\n      - {id: a, type: note, status: accepted, exact: “gäte”, prefix: "", suffix: "", start: 0, end: 6}\n',
  };
  for (const [name, text] of Object.entries(samples))
    it(`may have a byte order mark, CRLF or 16 bits a sign: ${name}`, () => {
      const forms = [text, `\uFEFF${text}`, text.replaceAll('\n', '\r\n'), `\uFEFF${text.replaceAll('\n', '\r\n')}`];
      for (const file of [
        ...forms.map((form) => ({ name, text: form })),
        ...forms.slice(1, 3).map((form) => importFile(name, encode(form))),
        importFile(name, utf16(text)),
      ]) {
        const result = readFiles([file]);
        assert.deepEqual(messages(result), []);
        assert.deepEqual(result.annotations.map(({ annotation: { exact } }) => exact), ['“gäte”']); // prettier-ignore
      }
    });

  it('and is no text is told so, once', () => {
    assert.deepEqual(messages(readFiles([importFile('a.json', Uint8Array.of(1, 0, 2, 0))])), ['This is not a text file: it contains zero bytes.']); // prettier-ignore
  });
});
