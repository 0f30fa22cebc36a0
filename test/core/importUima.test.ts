import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import { type ImportFile, importFormatOf, type ImportPreview, type ImportTarget, previewImport, withMapping } from '../../src/core/index';
import { articleOf, registry } from './exportReports';

const raw = 'Mira Stahl said the dyke leaks.\nThe mayor denied it, Otto Behn wrote.\n';

const targetOf = (path: string, text: string): ImportTarget => ({ path, article: articleOf(path, text), sha256: path, annotations: [] });

function preview(given: readonly ImportFile[], targets: readonly ImportTarget[] = [targetOf('dyke.txt', raw)]): ImportPreview {
  const { files, mapping } = withMapping(given);
  const format = importFormatOf(files);
  assert.ok(format, 'the format is told by the files');
  let count = 0;
  const newId = () => `new${String(++count).padStart(7, '0')}`;
  return previewImport(format.read(files, registry, mapping), targets, { registry, newId });
}

const told = ({ documents }: ImportPreview) =>
  documents.flatMap(({ path, entries }) =>
    entries.map(({ placed, annotation: { type, exact, speakers = [], mention, tags = [], note, by, reviewed } }) =>
      [
        path,
        placed.how,
        type,
        exact,
        ...speakers.map((speaker) => `by ${speaker}`),
        mention && `named at ${mention.start}-${mention.end}`,
        tags.join(),
        note,
        by,
        reviewed && `${reviewed.by} ${reviewed.at}`,
      ]
        .filter((part) => part !== undefined && part !== '')
        .join(' | '),
    ),
  );

const tokens = (cells: Readonly<Record<string, string>>, width: number) => {
  const sentences = raw.trimEnd().split('\n');
  let at = 0;
  return sentences
    .map((sentence, s) => {
      const lines = Array.from(sentence.matchAll(/[\p{L}]+|[^\s\p{L}]/gu), ({ 0: word, index }, t) => {
        const own = cells[`${s + 1}-${t + 1}`] ?? Array.from({ length: width }, () => '_').join('\t');
        return `${s + 1}-${t + 1}\t${at + index}-${at + index + word.length}\t${word}\t${own}\t`;
      });
      at += sentence.length + 1;
      return `\n#Text=${sentence}\n${lines.join('\n')}\n`;
    })
    .join('');
};

describe('an import of WebAnno TSV with spans that refer to others', () => {
  it('gives the words their speaker by a relation, whatever it is called, and counts those that say something else', () => {
    const head = `#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.Claim|
#T_SP=webanno.custom.Speaker|role
#T_RL=webanno.custom.SourceOf|kind|BT_webanno.custom.Speaker
#T_RL=webanno.custom.Relation|flag|label|BT_webanno.custom.Claim
`;
    const cells = tokens(
      {
        '1-1': '_\tmayor[1]\t_\t_\t_\t_\t_',
        '1-2': '_\tmayor[1]\t_\t_\t_\t_\t_',
        '1-4': '*[2]\t_\t*\t1-1[1_2]\t_\t_\t_',
        '1-5': '*[2]\t_\t_\t_\t_\t_\t_',
        '1-6': '*[2]\t_\t_\t_\t_\t_\t_',
        '2-3': '*[3]\t_\t_\t_\ttrue\tbecause\t1-4[2_3]',
      },
      7,
    );
    const result = preview([{ name: 'dyke.tsv', text: `${head}${cells}` }]);
    assert.deepEqual(told(result), [
      'dyke.txt | exact | speaker | Mira Stahl | by mira-stahl | role: mayor | webanno',
      'dyke.txt | exact | statement | the dyke leaks | by mira-stahl | named at 0-10 | webanno',
      'dyke.txt | exact | statement | denied | webanno',
    ]);
    assert.deepEqual(result.skipped, { 'relations because': 1 });
  });

  it('gives the words their speaker by a slot, and reads the columns behind it rightly', () => {
    const tsv = `#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.Person|
#T_SP=webanno.custom.Quotation|ROLE_webanno.custom.Quotation:roles_webanno.custom.LinkType|webanno.custom.Person|manner
#T_SP=webanno.custom.Topic|value

${tokens(
  {
    '1-1': '*[1]\t_\t_\t_\t_',
    '1-2': '*[1]\t_\t_\t_\t_',
    '1-5': '_\tSource;Cue\t1-1[1];1-3\tdry\twater',
  },
  5,
)}`;
    assert.deepEqual(told(preview([{ name: 'dyke.tsv', text: tsv }])), [
      'dyke.txt | exact | note | Mira Stahl | Person | webanno',
      'dyke.txt | exact | quotation | dyke | by mira-stahl | named at 0-10 | manner: dry | webanno',
      'dyke.txt | exact | note | dyke | water | webanno',
    ]);
  });
});

const xmi = (inner: string, text = raw) => `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" xmlns:pos="http:///de/example/pos.ecore">
${inner}<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="${text.replaceAll('\n', '&#10;')}"/></xmi:XMI>`;
const at = (words: string) => `begin="${raw.indexOf(words)}" end="${raw.indexOf(words) + words.length}"`;

describe('an import of a UIMA CAS with spans that refer to others', () => {
  it('gives the words their speaker by relations and slots, names layers without their packages, and leaves parts of speech out', () => {
    const inner = `<pos:POS_NOUN xmi:id="20" ${at('dyke')} PosValue="NN"/>
<custom:Speaker xmi:id="2" ${at('Mira Stahl')}/><custom:Claim xmi:id="3" ${at('the dyke leaks')}/>
<custom:SourceOf xmi:id="4" ${at('the dyke leaks')} Governor="2" Dependent="3"/><custom:Because xmi:id="5" ${at('denied')} Governor="3" Dependent="3"/>
<custom:Person xmi:id="6" ${at('Otto Behn')}/><custom:LinkType xmi:id="7" role="Source" target="6"/><custom:Quote xmi:id="8" ${at('denied it')} roles="7"/>
<custom:Gap xmi:id="9" begin="4" end="4"/>`;
    const result = preview([{ name: 'x.xmi', text: xmi(inner) }]);
    assert.deepEqual(told(result), [
      'dyke.txt | exact | speaker | Mira Stahl | by mira-stahl | cas',
      'dyke.txt | exact | statement | the dyke leaks | by mira-stahl | named at 0-10 | cas',
      'dyke.txt | exact | note | Otto Behn | Person | cas',
      'dyke.txt | exact | quotation | denied it | by otto-behn | named at 53-62 | cas',
    ]);
    assert.deepEqual(result.skipped, { 'relations Because': 1, 'spans without words': 1 });
  });

  it('reads the same from JSON, where the links of a slot lie in a list of their own', () => {
    const span = (words: string) => ({ '@sofa': 1, begin: raw.indexOf(words), end: raw.indexOf(words) + words.length });
    const cas = {
      '%FEATURE_STRUCTURES': [
        { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaString: raw },
        { '%ID': 6, '%TYPE': 'webanno.custom.Person', ...span('Otto Behn') },
        { '%ID': 7, '%TYPE': 'webanno.custom.LinkType', role: 'Source', '@target': 6 },
        { '%ID': 9, '%TYPE': 'webanno.custom.LinkType[]', '%ELEMENTS': [7] },
        { '%ID': 8, '%TYPE': 'webanno.custom.Quote', ...span('denied it'), '@roles': 9 },
      ],
    };
    assert.deepEqual(told(preview([{ name: 'x.json', text: JSON.stringify(cas) }])), [
      'dyke.txt | exact | note | Otto Behn | Person | cas',
      'dyke.txt | exact | quotation | denied it | by otto-behn | named at 53-62 | cas',
    ]);
  });
});

describe('an archive that another program has exported', () => {
  const bytes = (content: unknown) => Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  const archive = (files: Record<string, Uint8Array>, name = 'project.zip'): ImportFile => ({ name, text: '', bytes: zipSync(files) });
  const project = bytes({
    updated: 1_700_000_000_000,
    annotation_documents: [{ name: 'dyke.txt', user: 'ina', timestamp: 1_772_352_000_000 }],
  });
  const claim = xmi(`<custom:Claim xmi:id="3" ${at('the dyke leaks')}/>`);

  it('of INCEpTION brings what each person marked, with her name and the time', () => {
    const tsv = `#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Topic|value\n\n${tokens({ '1-5': 'water' }, 1)}`;
    const result = preview([
      archive({
        'exportedproject.json': project,
        'source/dyke.txt': bytes(raw),
        'annotation_ser/dyke.txt/ina.ser': bytes('\u0001'),
        'annotation/dyke.txt/INITIAL_CAS.xmi': bytes(claim),
        'annotation/dyke.txt/ina.zip': zipSync({ 'ina.xmi': bytes(claim), 'TypeSystem.xml': bytes('<a/>') }),
        'annotation/dyke.txt/udo.tsv': bytes(tsv),
      }),
    ]);
    assert.deepEqual(told(result), [
      'dyke.txt | exact | statement | the dyke leaks | inception | ina 2026-03-01T08:00:00.000Z',
      'dyke.txt | exact | note | dyke | water | inception | udo 2023-11-14T22:13:20.000Z',
    ]);
    assert.deepEqual(result.problems, []);
  });

  it('of INCEpTION brings what the curator decided where there is that, and counts the others', () => {
    const result = preview([
      archive({
        'exportedproject7.json': project,
        'annotation/dyke.txt/ina.xmi': bytes(xmi('')),
        'annotation/dyke.txt/udo.xmi': bytes(xmi('')),
        'curation/dyke.txt/CURATION_USER.xmi': bytes(claim),
      }),
    ]);
    assert.deepEqual(told(result), ['dyke.txt | exact | statement | the dyke leaks | inception | curator 2023-11-14T22:13:20.000Z']);
    assert.deepEqual(result.skipped, { 'versions of annotators whose document has been curated': 2 });
  });

  it('says what to do where INCEpTION has kept its annotations for itself only', () => {
    const [problem] = preview([archive({ 'exportedproject.json': project, 'annotation_ser/dyke.txt/ina.ser': bytes('x') })]).problems;
    assert.match(problem?.message ?? '', /export it again with UIMA CAS JSON, XMI or WebAnno TSV/);
  });

  it('of doccano names who marked what', () => {
    const line = (label: string) => `${JSON.stringify({ text: raw, label: [[0, 10, label]] })}\n`;
    const result = preview([archive({ 'ina.jsonl': bytes(line('Speaker')), 'all.jsonl': bytes(line('Place')) })]);
    assert.deepEqual(told(result), [
      'dyke.txt | exact | speaker | Mira Stahl | ina (doccano)',
      'dyke.txt | exact | note | Mira Stahl | Place | doccano',
    ]);
  });

  it('of brat brings the documents of its collection', () => {
    const result = preview([archive({ 'news/dyke.ann': bytes('T1\tClaim 16 30\tthe dyke leaks\n'), 'news/dyke.txt': bytes(raw) })]);
    assert.deepEqual(told(result), ['dyke.txt | exact | statement | the dyke leaks']);
  });

  it('is refused with one line where it is broken, foreign, or holds more than it may, also inside', () => {
    const messages = (file: ImportFile) =>
      preview([file])
        .problems.map(({ message }) => message)
        .join();
    assert.match(messages({ name: 'a.zip', text: '', bytes: bytes('no archive') }), /cannot be read/);
    assert.match(messages(archive({ 'a.docx': bytes('x') })), /nothing that can be read/);
    const swollen = (inner: Uint8Array) => {
      const bomb = Buffer.from(inner);
      bomb.writeUInt32LE(0x7fffffff, bomb.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24);
      return bomb;
    };
    assert.match(messages({ ...archive({}), bytes: swollen(zipSync({ 'a.jsonl': bytes('{}') })) }), /more than 10,000 texts or 200 MB/);
    const nested = { 'exportedproject.json': project, 'annotation/dyke.txt/ina.zip': swollen(zipSync({ 'ina.xmi': bytes(claim) })) };
    assert.match(messages(archive(nested)), /ina\.zip cannot be read: the archive holds more/);
  });

  it('is found in the folder by names in it alone, whatever they look like', () => {
    const result = preview([archive({ 'exportedproject.json': project, 'annotation/../../etc/dyke.txt/ina.xmi': bytes(claim) })]);
    assert.deepEqual(told(result), ['dyke.txt | exact | statement | the dyke leaks | inception | ina 2023-11-14T22:13:20.000Z']);
  });
});

describe('the article of annotations whose file brings its text along', () => {
  const brat = (text: string, words: string): ImportFile[] => [
    { name: 'other.txt', text },
    { name: 'other.ann', text: `T1\tClaim ${text.indexOf(words)} ${text.indexOf(words) + words.length}\t${words}\n` },
  ];
  const long = [
    'The ferry office opens at seven and closes at nine in the evening.',
    'Nobody at the office could say when the third boat would be mended.',
    'Passengers were told to walk to the northern pier and to wait there.',
    '',
  ].join('\n');

  it('is the one with the same words where only white space is different', () => {
    const spaced = `  ${raw.replaceAll(' ', '  ').replaceAll('\n', '\n\n')}`;
    assert.deepEqual(told(preview(brat(spaced, 'mayor'))), ['dyke.txt | moved | statement | mayor']);
  });

  it('is the one that shares most of its lines where it was mended since, or has lines of its own before', () => {
    const mended = `---\ntitle: Ferry\n---\n${long.replace('third boat', 'second boat')}`;
    assert.deepEqual(told(preview(brat(long, 'northern pier'), [targetOf('dyke.txt', raw), targetOf('ferry.md', mended)])), [
      'ferry.md | moved | statement | northern pier',
    ]);
  });

  it('is none where fewer than half of its lines stand in any', () => {
    const other = `${long.split('\n')[0]}\nAnother story altogether follows here, with words of its own.\nAnd it goes on with a third line of its own.\n`;
    const { documents, elsewhere } = preview(brat(other, 'third line'), [targetOf('ferry.md', long)]);
    assert.deepEqual([documents, elsewhere.length], [[], 1]);
  });
});
