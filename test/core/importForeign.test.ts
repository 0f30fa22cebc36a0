import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import {
  exportFormats,
  importFormatOf,
  importFormats,
  previewImport,
  type ImportFile,
  type ImportPreview,
  type ImportTarget,
  type Report,
} from '../../src/core/index';
import { articleOf, bytesOf, registry, storyReport } from './exportReports';

const text = '😀 The weir held, Ana Ruiz said. “Nobody slept,” she added on Friday.\nThe council “saw nothing”.\n';

function targetOf(path: string, raw: string, url?: string): ImportTarget {
  const article = articleOf(path, raw, url === undefined ? {} : { url });
  return { path, article, sha256: createHash('sha256').update(article.raw, 'utf8').digest('hex'), annotations: [] };
}

function preview(files: readonly ImportFile[], targets: readonly ImportTarget[], id?: string): ImportPreview {
  const format = id === undefined ? importFormatOf(files) : importFormats.find((candidate) => candidate.id === id);
  assert.ok(format, 'the format is told by the files');
  let count = 0;
  const newId = () => `new${String(++count).padStart(7, '0')}`;
  return previewImport(format.read(files, registry), targets, { registry, newId });
}

/** Of each annotation, where it stands and what it says. */
const told = ({ documents }: ImportPreview) =>
  documents.flatMap(({ entries }) =>
    entries.map(({ placed, annotation: { type, exact, kind, speakers = [], value, tags = [], note, reviewed } }) =>
      [placed.how, type, exact, kind, speakers.join(), value, tags.join(), note, reviewed?.by]
        .filter((part) => part !== undefined && part !== '')
        .join(' | '),
    ),
  );

function exported(id: string, report: Report): ImportFile[] {
  const files = exportFormats.find((format) => format.id === id)?.export(report) ?? [];
  return files
    .filter(({ path }) => !/config|typesystem|plain/.test(path))
    .map((file) => {
      const bytes = bytesOf(file);
      return { name: file.path, text: bytes.toString('utf8'), bytes };
    });
}

describe('what we export to another program', () => {
  const report = storyReport();
  const targets = report.documents.map(({ path, article, sha256 }): ImportTarget => ({ path, article, sha256, annotations: [] }));
  const decided = report.documents.flatMap(({ items }) => items.flatMap(({ annotation }) => annotation ?? []));
  for (const [out, holds] of [
    ['label-studio', 'accepted'],
    ['doccano', 'accepted'],
    ['refi-qda', 'all'],
    ['cas-json', 'all'],
    ['cas-xmi', 'all'],
  ] as const)
    it(`comes back from ${out} at its place`, () => {
      const result = preview(exported(out, report), targets);
      assert.deepEqual(
        result.problems.filter(({ message }) => !message.includes('count differently')),
        [],
      );
      assert.deepEqual(result.elsewhere, []);
      const entries = result.documents.flatMap((document) => document.entries);
      for (const annotation of decided) {
        if (holds === 'accepted' && annotation.status !== 'accepted') continue;
        const same = entries.find(({ annotation: { type, exact } }) => type === annotation.type && exact === annotation.exact);
        assert.ok(same, `${annotation.type} ${annotation.exact}`);
        assert.equal(same.placed.how, 'exact');
        if (out === 'doccano') continue;
        assert.equal(same.annotation.kind, annotation.kind);
        assert.equal(same.annotation.status, annotation.status);
        assert.deepEqual(same.annotation.speakers ?? [], annotation.speakers ?? []);
        if (annotation.type === 'date') assert.equal(same.annotation.value, annotation.value);
        assert.equal(same.annotation.note, annotation.note);
      }
    });
});

describe('an import from Label Studio', () => {
  const task = (...result: readonly object[]) => ({
    id: 7,
    data: { text },
    annotations: [{ result, completed_by: { email: 'kim@lowen.example' }, updated_at: '2026-01-02T03:04:05Z' }],
    predictions: [],
  });
  const region = (value: object, id = 'r1') => ({ id, type: 'labels', from_name: 'label', to_name: 'text', value });

  it('takes words at their place in code points, with their author', () => {
    const words = '“Nobody slept,”';
    const start = Array.from(text.slice(0, text.indexOf(words))).length;
    const result = preview(
      [file('x.json', [task(region({ start, end: start + words.length, text: words, labels: ['Quotation'] }))])],
      [targetOf('a.txt', text)],
    );
    assert.deepEqual(told(result), [`exact | quotation | ${words} | kim@lowen.example`]);
  });

  it('goes by the words where the offsets say something else', () => {
    const result = preview(
      [file('x.json', [task(region({ start: 0, end: 4, text: 'The weir held', labels: ['Damage'] }))])],
      [targetOf('a.txt', text)],
    );
    assert.deepEqual(told(result), ['exact | note | The weir held | Damage | kim@lowen.example']);
  });

  it('counts tasks that were skipped, and takes nothing of them', () => {
    const tasks = [{ data: { text }, annotations: [{ was_cancelled: true, result: [] }], predictions: [] }];
    const result = preview([file('x.json', tasks)], [targetOf('a.txt', text)]);
    assert.deepEqual(result.skipped, { 'tasks that were skipped': 1 });
    assert.deepEqual(told(result), []);
  });
});

describe('an import from doccano', () => {
  it('takes triples of a project as doccano makes it', () => {
    const plain = 'The weir held, Ruiz said.\n';
    const result = preview(
      [
        {
          name: 'x.jsonl',
          text: `${JSON.stringify({
            id: 1,
            text: plain,
            label: [
              [15, 19, 'Speaker'],
              [0, 8, 'LOC'],
            ],
          })}\n`,
        },
      ],
      [targetOf('a.txt', plain)],
    );
    assert.deepEqual(told(result), ['exact | speaker | Ruiz', 'exact | note | The weir | LOC']);
  });
});

describe('an import from a REFI-QDA project', () => {
  const project = (selection: string) => `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Weir"><Users><User guid="U-1" name="Kim &amp; Co"/></Users>
<CodeBook><Codes><Code guid="C-1" name="Water"><Code guid="C-2" name="Weir &#8220;old&#8221;"/></Code></Codes></CodeBook>
<Sources><TextSource guid="S-1" name="Weir story" plainTextPath="internal://S-1.txt">${selection}</TextSource><PictureSource guid="P-1" path="internal://p.jpg"/></Sources>
<Notes><Note guid="N-1" name="memo"><PlainTextContent>Ask the &lt;council&gt;</PlainTextContent></Note></Notes></Project>`;
  const archive = (qde: string, story = text): ImportFile => {
    const bytes = zipSync({ 'project.qde': Buffer.from(qde), 'Sources/s-1.txt': Buffer.from(`\uFEFF${story}`) });
    return { name: 'x.qdpx', text: '', bytes };
  };
  const selection = (start: number, end: number) =>
    `<PlainTextSelection guid="X-1" startPosition="${start}" endPosition="${end}" creatingUser="u-1" creationDateTime="2026-01-02T03:04:05Z"><Description>seen</Description><Coding guid="K-1"><CodeRef targetGUID="c-2"/></Coding><NoteRef targetGUID="n-1"/></PlainTextSelection>`;

  it('takes passages with codes, memos and who coded them, and counts what is no text', () => {
    const result = preview([archive(project(selection(2, 10)))], [targetOf('a.txt', text)]);
    assert.deepEqual(told(result), ['exact | note | The weir | Water / Weir “old” | seen\n\nAsk the <council> | Kim & Co']);
    assert.deepEqual(result.skipped, { 'sources and passages that are no text': 1 });
  });

  it('goes by the words a program calls a passage by where offsets are counted in its own way, the end read as the last character, or the text is not there', () => {
    const named = (start: number, end: number, name: string) =>
      `<PlainTextSelection guid="X-1" name="${name}" startPosition="${start}" endPosition="${end}"/>`;
    // after the emoji: UTF-16 counts one more
    for (const [start, end] of [
      [2, 10],
      [3, 11],
      [2, 9],
    ] as const)
      assert.deepEqual(told(preview([archive(project(named(start, end, 'The weir')))], [targetOf('a.txt', text)])), [
        'exact | note | The weir',
      ]);
    assert.deepEqual(told(preview([archive(project(named(2, 10, 'The weir he…')))], [targetOf('a.txt', text)])), [
      'exact | note | The weir',
    ]);
    const bytes = zipSync({ 'project.qde': Buffer.from(project(named(900, 960, '“Nobody slept,” she added'))) });
    const result = preview([{ name: 'x.qdpx', text: '', bytes }], [targetOf('Weir story.txt', text)]);
    assert.deepEqual(told(result), ['exact | note | “Nobody slept,” she added']);
    assert.deepEqual(result.skipped['texts that are not in the archive: passages go by their words'], 1);
  });

  it('joins the selections that a program writes a code, as ours come back from one that does', () => {
    const coded = (guid: string, code: string, user = 'U-1') =>
      `<PlainTextSelection guid="${guid}" name="The weir" startPosition="2" endPosition="10" creatingUser="${user}" creationDateTime="2026-01-02T03:04:05Z"><Coding guid="K-${guid}"><CodeRef targetGUID="${code}"/></Coding></PlainTextSelection>`;
    const codes = ['Type/statement', 'Status/accepted', 'Speaker/Ana Ruiz'].map((path, i) => {
      const [group = '', name = ''] = path.split('/');
      return `<Code guid="G-${i}" name="${group}"><Code guid="D-${i}" name="${name}"/></Code>`;
    });
    const qde = project(`${coded('1', 'D-0')}${coded('2', 'D-1')}${coded('3', 'D-2')}${coded('4', 'C-2', 'U-2')}`).replace(
      '<Codes>',
      `<Codes>${codes.join('')}`,
    );
    assert.deepEqual(told(preview([archive(qde)], [targetOf('a.txt', text)])), [
      'exact | statement | The weir | ana-ruiz | Kim & Co',
      'exact | note | The weir | Water / Weir “old”',
    ]);
  });

  it('reads offsets in the way in which most passages are words, where the text has other line ends than they count', () => {
    const story = 'One line stands here.\nAnother line follows it.\nThe third line ends it all.\n';
    const passages = ['Another line', 'third', 'ends it all'].map((words, i) => {
      const start = story.indexOf(words);
      return `<PlainTextSelection guid="X-${i}" startPosition="${start}" endPosition="${start + words.length}"><Coding guid="K-${i}"><CodeRef targetGUID="C-1"/></Coding></PlainTextSelection>`;
    });
    const result = preview([archive(project(passages.join('')), story.replaceAll('\n', '\r\n'))], [targetOf('a.txt', story)]);
    assert.deepEqual(told(result), [
      'exact | note | Another line | Water',
      'exact | note | third | Water',
      'exact | note | ends it all | Water',
    ]);
  });

  it('takes passages of the words of a PDF', () => {
    const pdf = project('').replace(
      '<PictureSource guid="P-1" path="internal://p.jpg"/>',
      `<PDFSource guid="P-2" name="Weir.pdf"><Representation guid="R-1" plainTextPath="internal://S-1.txt">${selection(2, 10)}</Representation><PDFSelection guid="L-1"/></PDFSource>`,
    );
    const result = preview([archive(pdf)], [targetOf('a.txt', text)]);
    assert.equal(told(result).length, 1);
    assert.deepEqual(result.skipped, { 'sources and passages that are no text': 1 });
  });

  it('refuses an archive that says it holds more than texts do', () => {
    const bytes = Buffer.from(zipSync({ 'project.qde': Buffer.from('<Project/>') }));
    const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(0x7fffffff, directory + 24);
    const [problem] = preview([{ name: 'x.qdpx', text: '', bytes }], []).problems;
    assert.match(problem?.message ?? '', /more than 10,000 texts or 200 MB/);
  });

  it('tells what lies outside, what is no archive and what defines entities', () => {
    const messages = (one: ImportFile) =>
      preview([one], [targetOf('a.txt', text)])
        .problems.map(({ message }) => message)
        .join();
    assert.match(messages(archive(project(selection(2, 9000)))), /lies outside/);
    assert.match(messages({ name: 'x.qdpx', text: '', bytes: Buffer.from('no archive') }), /cannot be read|can be read/);
    assert.match(messages(archive(`<!DOCTYPE a [<!ENTITY b "c">]>${project('')}`)), /entities/);
    assert.match(messages({ name: 'x.qdpx', text: '', bytes: Buffer.from(zipSync({ 'a.txt': Buffer.from('x') })) }), /no project/);
  });
});

describe('an import of a UIMA CAS', () => {
  it('takes spans of other layers by their values and leaves tokens out', () => {
    const at = (words: string) => text.indexOf(words);
    const xmi = `<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:type="http:///de/type.ecore" xmlns:custom="http:///webanno/custom.ecore">
<type:Token xmi:id="5" sofa="1" begin="3" end="6"/><type:NamedEntity xmi:id="6" sofa="1" begin="${at('Ana')}" end="${at(' said')}" value="PER"/>
<custom:Quotation xmi:id="7" sofa="1" begin="${at('“Nobody')}" end="${at(' she')}"/>
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text/plain" sofaString="${text.replaceAll('\n', '&#10;').replaceAll('"', '&quot;')}"/></xmi:XMI>`;
    const result = preview([{ name: 'x.xmi', text: xmi }], [targetOf('a.txt', text)]);
    const [, ruiz] = /(Ana Ruiz)/.exec(text) ?? [];
    assert.deepEqual(told(result), [`exact | note | ${ruiz} | PER`, 'exact | quotation | “Nobody slept,”']);
  });
});

describe('an import of WebAnno TSV', () => {
  it('joins tokens of one span, stacked ones too, and counts relations', () => {
    const plain = 'Ruiz spoke.\nThe weir held.\n';
    const tsv = `#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.Speaker|name
#T_SP=webanno.custom.Topic|value
#T_RL=webanno.custom.Said|role|BT_webanno.custom.Speaker


#Text=Ruiz spoke.
1-1\t0-4\tRuiz\tMayor\t_\t_\t_\t
1-2\t5-10\tspoke\t_\t_\tto\t1-1\t
1-3\t10-11\t.\t_\t_\t_\t_\t

#Text=The weir held.
2-1\t12-15\tThe\t_\twater[2]|old\\|new[3]\t_\t_\t
2-2\t16-20\tweir\t_\twater[2]|old\\|new[3]\t_\t_\t
2-3\t21-25\theld\t_\told\\|new[3]\t_\t_\t
2-4\t25-26\t.\t_\t_\t_\t_\t
`;
    const result = preview([{ name: 'a.txt.tsv', text: tsv }], [targetOf('a.txt', plain)]);
    assert.deepEqual(told(result), [
      'exact | speaker | Ruiz | name: Mayor',
      'exact | note | The weir | water',
      'exact | note | The weir held | old|new',
    ]);
    assert.deepEqual(result.skipped, { 'relations Said': 1 });
  });
});

describe('an import of review comments and highlights', () => {
  it('makes notes of MRSF comments on words, with replies, and counts those on no words and no lines', () => {
    const review = `mrsf_version: "1.0"
document: ./a.txt
comments:
  - {id: c1, author: kim, timestamp: "2026-01-02T03:04:05Z", text: "Which weir?", selected_text: The weir held, type: question, resolved: false}
  - {id: c2, author: lou, timestamp: "2026-01-03T03:04:05Z", text: The old one, reply_to: c1}
  - {id: c3, author: lou, timestamp: "2026-01-03T03:04:05Z", text: long}
`;
    const result = preview([{ name: 'a.txt.review.yaml', text: review }], [targetOf('a.txt', text)]);
    assert.deepEqual(told(result), ['exact | note | The weir held | question | Which weir? | kim']);
    assert.equal(result.documents[0]?.entries[0]?.annotation.comments?.[0]?.text, 'The old one');
    assert.deepEqual(result.skipped, { 'comments on whole documents': 1 });
  });

  it('makes notes of ==highlights== with their footnotes, by the address of the clipping', () => {
    const clip =
      '---\nsource: https://lowen.example/weir\n---\nThe weir held, Ana Ruiz said. ==“Nobody slept,”==[^1] she added.\n\n[^1]: who says?\n';
    const result = preview([{ name: 'clip.md', text: clip }], [targetOf('a.txt', text, 'https://lowen.example/weir')]);
    assert.deepEqual(told(result), ['exact | note | “Nobody slept,” | highlight | who says?']);
  });

  it('takes footnotes of several lines, and counts those that stand on no highlighted words', () => {
    const clipping = [
      'The ==weir held==[^1], Ana Ruiz said.[^2]',
      '',
      '[^1]: Since when?',
      '    Ask the keeper.',
      '[^2]: The mayor.',
      '',
    ].join('\n');
    const result = preview([{ name: 'a.md', text: clipping }], [targetOf('a.md', 'The weir held, Ana Ruiz said.')]);
    assert.deepEqual(told(result), ['exact | note | weir held | highlight | Since when?\nAsk the keeper.']);
    assert.deepEqual(result.skipped, { 'footnotes without highlighted words': 1 });
  });

  it('keeps who wrote what in a thread as Recogito has it', () => {
    const body = (purpose: string, value: string, name: string, created: string) => ({
      type: 'TextualBody',
      purpose,
      value,
      creator: { id: '7', name },
      created,
    });
    const thread = {
      id: 'urn:uuid:1',
      type: 'Annotation',
      body: [
        body('commenting', 'Since when?', 'oda', '2026-01-02T10:00:00Z'),
        body('tagging', 'weir', 'oda', '2026-01-02T10:00:10Z'),
        body('commenting', 'Since May.', 'ida', '2026-01-03T10:00:00Z'),
        body('replying', 'Thanks.', 'oda', '2026-01-04T10:00:00Z'),
      ],
      target: { source: 'a.txt', selector: [{ type: 'TextQuoteSelector', exact: 'Nobody slept' }] },
    };
    const result = preview([{ name: 'recogito.json', text: JSON.stringify([thread]) }], [targetOf('a.txt', text)]);
    const [entry] = result.documents.flatMap(({ entries }) => entries);
    assert.deepEqual(
      [
        entry?.annotation.note,
        entry?.annotation.tags,
        entry?.annotation.reviewed?.by,
        entry?.annotation.comments?.map(({ by, text: said }) => `${by}: ${said}`),
      ],
      ['Since when?', ['weir'], 'oda', ['ida: Since May.', 'oda: Thanks.']],
    );
  });

  it('reads the tables of Recogito and Taguette by their columns', () => {
    const recogito = 'UUID,FILE,QUOTE_TRANSCRIPTION,ANCHOR,TYPE,TAGS,COMMENTS\n1,a.txt,Ana Ruiz,char-offset:18,PERSON,mayor|east,seen\n';
    assert.deepEqual(told(preview([{ name: 'r.csv', text: recogito }], [targetOf('a.txt', text)])), [
      'exact | note | Ana Ruiz | PERSON,mayor,east | seen',
    ]);
    const taguette = 'id,document,tag,content\n1,a.txt,water,The weir held\n';
    assert.deepEqual(told(preview([{ name: 't.csv', text: taguette }], [targetOf('a.txt', text)])), [
      'exact | note | The weir held | water',
    ]);
  });
});

describe('the article of an imported annotation', () => {
  const annotation = (source: string) => [{ target: [{ source, selector: [{ type: 'TextQuoteSelector', exact: 'The weir held' }] }] }];
  const page = 'https://www.Lowen.example/weir/?b=2&a=1&utm_source=mail';
  for (const source of [
    'http://lowen.example/weir?a=1&b=2#comments',
    'https://lowen.example:443/weir/?fbclid=x&b=2&a=1',
    'https://via.hypothes.is/https://www.lowen.example/weir?b=2&a=1',
    './a.txt',
    'a.txt#top',
  ])
    it(`is found by ${source}`, () => {
      assert.equal(told(preview([file('x.json', annotation(source))], [targetOf('a.txt', text, page)], 'w3c')).length, 1);
    });

  for (const source of ['https://lowen.example/weir?a=1&b=3', 'https://lowen.example/', '../b.txt'])
    it(`is not found by ${source}`, () => {
      const { documents, elsewhere } = preview([file('x.json', annotation(source))], [targetOf('a.txt', text, page)], 'w3c');
      assert.deepEqual([documents, elsewhere.length], [[], 1]);
    });
});

function file(name: string, value: unknown): ImportFile {
  return { name, text: JSON.stringify(value) };
}
