import assert from 'node:assert/strict';
import { importFormatOf, type ImportFile, type ImportPreview, previewImport, withMapping } from '../../src/core/index';
import { articleOf, registry } from './exportReports';

const text = [
  'Odile Marsh, who runs the mill, told reporters that the race is dry.',
  'She added that nobody had checked the sluice.',
  '“It was open,” answered Mayor Ruiz.',
  '',
].join('\n');

/** A span line for words that stand once. */
function span(id: string, type: string, words: string): string {
  const start = text.indexOf(words);
  assert.ok(start >= 0 && !text.includes(words, start + 1), words);
  return `${id}\t${type} ${start} ${start + words.length}\t${words}`;
}

const spans = [
  span('T1', 'Source', 'Odile Marsh'),
  span('T2', 'Cue', 'told'),
  span('T3', 'Content', 'that the race is dry'),
  span('T4', 'Source', 'She'),
  span('T5', 'Cue', 'added'),
  span('T6', 'Content', 'that nobody had checked the sluice'),
  span('T7', 'Source', 'Mayor Ruiz'),
  span('T8', 'Content', '“It was open,”'),
];

function preview(ann: readonly string[], mapping?: string): ImportPreview {
  const given: ImportFile[] = [
    { name: 'mill.ann', text: `${ann.join('\n')}\n` },
    { name: 'mill.txt', text },
    ...(mapping === undefined ? [] : [{ name: 'scheme.yaml', text: mapping }]),
  ];
  const { files, mapping: labels, problems } = withMapping(given);
  assert.deepEqual(problems, []);
  const format = importFormatOf(files);
  assert.equal(format?.id, 'brat');
  let count = 0;
  const newId = () => `new${String(++count).padStart(7, '0')}`;
  const target = { path: 'mill.txt', article: articleOf('mill.txt', text), sha256: 'ff', annotations: [] };
  return previewImport(format.read(files, registry, labels), [target], { registry, newId });
}

/** Words with their type, kind and tags, the words that name their speaker and who that is. */
const told = ({ documents }: ImportPreview) =>
  documents
    .flatMap(({ entries }) => entries)
    .map(({ annotation: { type, kind, exact, mention, speakers = [], tags = [], note } }) =>
      [
        kind === undefined ? type : `${kind} ${type}`,
        exact,
        mention && `said ${text.slice(mention.start, mention.end)}`,
        speakers.join(),
        tags.join(),
        note,
      ]
        .filter((part) => part !== undefined && part !== '')
        .join(' | '),
    );

const attributed = [
  'speaker | Odile Marsh | odile-marsh',
  'cue | told',
  'quotation | that the race is dry | said Odile Marsh | odile-marsh',
  'speaker | She',
  'cue | added',
  'quotation | that nobody had checked the sluice | said She',
  'speaker | Mayor Ruiz | ana-ruiz',
  'quotation | “It was open,” | said Mayor Ruiz | ana-ruiz',
];

describe('attributions from brat', () => {
  it('become speaker, cue and quotation by relations in either direction', () => {
    const result = preview([
      ...spans,
      'R1\tHasSource Arg1:T3 Arg2:T1',
      'R2\tHasCue Arg1:T3 Arg2:T2',
      'R3\tSpokeIn Arg1:T4 Arg2:T6',
      'R4\tHasSource Arg1:T8 Arg2:T7',
    ]);
    assert.deepEqual(told(result), attributed);
    assert.deepEqual(result.skipped, { 'relations HasCue': 1 });
    assert.deepEqual(result.labels, [
      { label: 'Source', as: 'speaker', count: 3 },
      { label: 'Content', as: 'quotation', count: 3 },
    ]);
  });

  it('become the same by events whose trigger is the cue', () => {
    const events = [
      'E1\tAttribution:T2 Source-Arg:T1 Content-Arg:T3',
      'E2\tAttribution:T5 Source:T4 Content2:T6',
      'E3\tAttribution:T7 Content:T8',
      'E4\tPause:T5',
    ];
    // an event may stand before its spans, and what is said of it belongs to its trigger
    const result = preview(['A1\tFactuality E2 uncertain', '#1\tAnnotatorNotes E1\theard by two', ...events, ...spans]);
    assert.deepEqual(
      told(result),
      attributed.map((line) =>
        line === 'cue | told' ? `${line} | heard by two` : line === 'cue | added' ? `${line} | Factuality: uncertain` : line,
      ),
    );
    assert.deepEqual(result.skipped, { 'events Pause': 1 });
  });

  it('go by the roles of an event where its spans have types of their own', () => {
    const result = preview([
      span('T1', 'Person', 'Odile Marsh'),
      span('T2', 'Verb', 'told'),
      span('T3', 'Statement', 'that the race is dry'),
      'E1\tSays:T2 Speaker:T1 What:T3',
    ]);
    assert.deepEqual(told(result), [
      'note | Odile Marsh | Person',
      'note | told | Verb',
      'statement | that the race is dry | said Odile Marsh | odile-marsh',
    ]);
  });

  it('count what ties nothing that can be held, by its name', () => {
    const result = preview([
      ...spans,
      'R1\tHasSource Arg1:T3 Arg2:T1',
      'R2\tHasSource Arg1:T3 Arg2:T4',
      'R3\tCoref Arg1:T4 Arg2:T1',
      '*\tEquiv T1 T4',
      '#1\tAnnotatorNotes R3\tthe same',
    ]);
    assert.deepEqual(result.skipped, {
      'second speakers of the same words': 1,
      'relations Coref': 1,
      equivalences: 1,
      'notes on relations': 1,
    });
  });

  it('name a speaker by a reference to another list', () => {
    const result = preview([...spans, 'N1\tReference T4 Wikidata:Q1\tOdile Marsh', 'R1\tHasSource Arg1:T6 Arg2:T4']);
    const [she] = told(result).filter((line) => line.includes('said She'));
    assert.equal(she, 'quotation | that nobody had checked the sluice | said She | odile-marsh');
  });
});

describe('a mapping of another scheme', () => {
  const scheme = [
    span('T1', 'Holder', 'Odile Marsh'),
    span('T2', 'Holder', 'She'),
    span('T3', 'Utterance', 'that the race is dry'),
    span('T4', 'Place', 'the mill'),
  ];
  const relations = ['R1\tHearer Arg1:T2 Arg2:T3', 'R2\tUttered Arg1:T1 Arg2:T3'];

  it('says what its labels and relations are, and the preview shows it', () => {
    const result = preview(
      [...scheme, ...relations],
      '# our codebook\nkind: mapping\nlabels: {Holder: speaker, utterance: indirect quotation, Place: none}\nrelations: {Hearer: none}\n',
    );
    assert.deepEqual(told(result), [
      'speaker | Odile Marsh | odile-marsh',
      'speaker | She',
      'indirect quotation | that the race is dry | said Odile Marsh | odile-marsh',
    ]);
    assert.deepEqual(result.labels, [
      { label: 'Holder', as: 'speaker', count: 2 },
      { label: 'Utterance', as: 'indirect quotation', count: 1 },
      { label: 'Place', as: 'none', count: 1 },
    ]);
    assert.deepEqual(result.skipped, { 'relations Hearer': 1, 'labelled Place': 1 });
  });

  it('may name the relations that name a speaker, and then only these do', () => {
    const result = preview(
      [...scheme, ...relations],
      'kind: mapping\nlabels: {Holder: speaker, Utterance: quotation}\nrelations: {Uttered: speaker}\n',
    );
    assert.equal(told(result).filter((line) => line.endsWith('said Odile Marsh | odile-marsh')).length, 1);
    assert.deepEqual(result.skipped, { 'relations Hearer': 1 });
  });

  it('is told where it is none', () => {
    const problemsOf = (mapping: string) => withMapping([{ name: 'scheme.yaml', text: mapping }]).problems.map(({ message }) => message);
    assert.match(problemsOf('kind: mapping\nlabels: {Holder: person}\n')[0] ?? '', /^Holder: person is no type/);
    assert.match(problemsOf('kind: mapping\nlabels: [\n')[0] ?? '', /cannot be read as YAML/);
    assert.match(problemsOf('kind: mapping\n')[0] ?? '', /maps nothing/);
    assert.match(problemsOf('kind: mapping\nrelations: {Holds: holder}\n')[0] ?? '', /speaker or none/);
    assert.deepEqual(problemsOf('kind: bundle\n'), []);
  });
});
