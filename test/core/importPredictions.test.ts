import assert from 'node:assert/strict';
import { type Annotation, importFormatOf, type ImportPreview, type ImportTarget, previewImport } from '../../src/core/index';
import { articleOf, registry } from './exportReports';

const raw = 'The sluice was shut at noon, Edda Lorn said. “We had no choice,” she added.\n';
const target = (annotations: readonly Annotation[] = []): ImportTarget => ({
  path: 'sluice.txt',
  article: articleOf('sluice.txt', raw),
  sha256: 'ff',
  annotations,
});

function preview(name: string, content: unknown, annotations: readonly Annotation[] = []): ImportPreview {
  const files = [{ name, text: typeof content === 'string' ? content : JSON.stringify(content) }];
  const format = importFormatOf(files);
  assert.ok(format, 'the format is told by the file');
  let count = 0;
  const newId = () => `new${String(++count).padStart(7, '0')}`;
  return previewImport(format.read(files, registry), [target(annotations)], { registry, newId });
}

const told = ({ documents }: ImportPreview) =>
  documents.flatMap(({ entries }) =>
    entries.map(({ known, annotation: { status, type, exact, by, reviewed } }) => [known, status, type, exact, by, reviewed?.by]),
  );

const start = raw.indexOf('Edda Lorn');
const region = (words: string, label: string, more: object = {}) => {
  const from = raw.indexOf(words);
  return {
    type: 'labels',
    from_name: 'label',
    to_name: 'text',
    value: { start: from, end: from + words.length, text: words, labels: [label] },
    ...more,
  };
};
const person = { completed_by: { email: 'ira@lorn.example' }, updated_at: '2026-03-01T08:00:00Z' };

describe('what a model of another program has suggested', () => {
  it('comes in as a suggestion of that model with its score, also of a single region, beside what people decided', () => {
    const task = {
      data: { text: raw },
      annotations: [{ ...person, result: [region('“We had no choice,”', 'Quotation', { id: 'q' })] }],
      predictions: [
        { model_version: 'names-3', score: 0.4, result: [region('Edda Lorn', 'Speaker'), region('noon', 'Date', { score: 0.875 })] },
        { result: [region('The sluice was shut at noon', 'Statement')] },
      ],
    };
    assert.deepEqual(told(preview('tasks.json', [task])), [
      ['new', 'accepted', 'quotation', '“We had no choice,”', 'label-studio', 'ira@lorn.example'],
      ['new', 'suggested', 'speaker', 'Edda Lorn', 'names-3 0.40', undefined],
      ['new', 'suggested', 'date', 'noon', 'names-3 0.88', undefined],
      ['new', 'suggested', 'statement', 'The sluice was shut at noon', 'label-studio prediction', undefined],
    ]);
  });

  it('is counted and left out where somebody has decided it there, and where it was ours', () => {
    const task = {
      data: { text: raw },
      annotations: [{ ...person, result: [region('Edda Lorn', 'Speaker', { id: 'a' })] }],
      predictions: [
        { model_version: 'names-3', result: [region('Edda Lorn', 'Speaker')] },
        { model_version: 'second-source', result: [region('noon', 'Date')] },
      ],
    };
    const result = preview('tasks.json', [task]);
    assert.equal(told(result).length, 1);
    assert.deepEqual(result.skipped, { 'predictions that somebody has decided there': 1, suggestions: 1 });
  });

  it('leaves alone what was decided here', () => {
    const task = {
      data: { text: raw },
      annotations: [],
      predictions: [{ model_version: 'names-3', result: [region('Edda Lorn', 'Speaker')] }],
    };
    const [entry] = preview('tasks.json', [task]).documents.flatMap(({ entries }) => entries);
    assert.ok(entry);
    const rejected = { ...entry.annotation, status: 'rejected', reviewed: { by: 'oda', at: '2026-02-02T10:00:00Z' } } as const;
    assert.deepEqual(told(preview('tasks.json', [task], [rejected])), [['same', 'rejected', 'speaker', 'Edda Lorn', 'names-3', 'oda']]);
  });

  it('is told from what people marked by its probability in doccano', () => {
    const entity = { start_offset: start, end_offset: start + 9, label: 'Speaker' };
    const line = {
      text: raw,
      entities: [
        { id: 1, ...entity, prob: 0.61 },
        { id: 2, ...entity, start_offset: 0, end_offset: 10, label: 'Place', prob: 0 },
      ],
    };
    assert.deepEqual(told(preview('all.jsonl', JSON.stringify(line))), [
      ['new', 'suggested', 'speaker', 'Edda Lorn', 'doccano prediction 0.61', undefined],
      ['new', 'accepted', 'note', 'The sluice', 'doccano', undefined],
    ]);
  });

  it('is told in a CAS by the mark of a recommender, with how sure it was', () => {
    const span = { '%TYPE': 'custom.Speaker', '@sofa': 1, begin: start, end: start + 9 };
    const cas = {
      '%TYPES': {},
      '%FEATURE_STRUCTURES': [
        { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaString: raw },
        { '%ID': 2, ...span, inception_internal_predicted: true, value_score: 0.75 },
        { '%ID': 3, ...span, begin: 0, end: 10 },
      ],
    };
    assert.deepEqual(told(preview('cas.json', cas)), [
      ['new', 'suggested', 'speaker', 'Edda Lorn', 'INCEpTION recommender prediction 0.75', undefined],
      ['new', 'accepted', 'speaker', 'The sluice', 'cas', undefined],
    ]);
  });

  it('is told in a Web Annotation by a creator that is software', () => {
    const annotation = {
      type: 'Annotation',
      creator: { type: 'Software', name: 'Sluice tagger 2' },
      created: '2026-03-01T08:00:00Z',
      target: { source: 'sluice.txt', selector: { type: 'TextQuoteSelector', exact: 'Edda Lorn' } },
    };
    assert.deepEqual(told(preview('a.jsonld', [annotation])), [['new', 'suggested', 'note', 'Edda Lorn', 'Sluice tagger 2', undefined]]);
  });

  it('is not made of scores that are no numbers', () => {
    const task = {
      data: { text: raw },
      annotations: [],
      predictions: [{ score: 'high', model_version: ' a\nb ', result: [region('noon', 'Date', { score: null })] }],
    };
    assert.deepEqual(told(preview('tasks.json', [task])), [['new', 'suggested', 'date', 'noon', 'a b', undefined]]);
  });
});

describe('the short export of Label Studio', () => {
  it('is read like the full one', () => {
    const [from] = [raw.indexOf('noon')];
    const task = {
      id: 4,
      text: raw,
      label: [{ start: from, end: from + 4, text: 'noon', labels: ['Date'] }],
      annotator: 3,
      annotation_id: 9,
      updated_at: '2026-03-01T08:00:00Z',
    };
    assert.deepEqual(told(preview('min.json', [task])), [['new', 'accepted', 'date', 'noon', 'label-studio', 'user 3']]);
  });
});
