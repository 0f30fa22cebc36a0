import assert from 'node:assert/strict';
import { type Annotation, importFormats, type ImportPreview, previewImport } from '../../src/core/index';
import { articleOf, registry } from './exportReports';

const raw = 'The lock gate is open, the keeper wrote. “It stays open,” she added.\n';
const article = articleOf('lock.txt', raw);
const table = [
  'id,document,exact,type,status,made_by,reviewed_by,reviewed_at',
  'aaaaaaaaa2,lock.txt,The lock gate is open,statement,accepted,,ida,2026-01-02T10:00:00Z',
  'bbbbbbbbb2,lock.txt,"“It stays open,”",quotation,accepted,second-source/quotation 0.90,ida,2026-01-02T10:00:00Z',
  'ccccccccc2,lock.txt,the keeper,speaker,rejected,,ida,2026-01-02T10:00:00Z',
  '',
].join('\n');

function preview(annotations: readonly Annotation[], as: 'suggested' | 'accepted'): ImportPreview {
  const format = importFormats.find(({ id }) => id === 'csv');
  assert.ok(format);
  const content = format.read([{ name: 'ida.csv', text: table }], registry);
  return previewImport(content, [{ path: 'lock.txt', article, sha256: 'ff', annotations }], { registry, newId: () => 'new0000001', as });
}

const entries = ({ documents }: ImportPreview) => documents.flatMap((document) => document.entries);
const annotationsOf = (result: ImportPreview) => entries(result).map(({ annotation }) => annotation);
const told = (result: ImportPreview) =>
  entries(result).map(({ known, annotation: { status, by, reviewed } }) => [known, status, by, reviewed?.by]);

describe('what an import arrives as', () => {
  it('is decided as it was where it comes from, with who decided it', () => {
    assert.deepEqual(told(preview([], 'accepted')), [
      ['new', 'accepted', undefined, 'ida'],
      ['new', 'accepted', 'second-source/quotation 0.90', 'ida'],
      ['new', 'rejected', undefined, 'ida'],
    ]);
  });

  it('is suggested where a person wants that, names who made it, and counts what is not', () => {
    const result = preview([], 'suggested');
    assert.deepEqual(told(result), [
      ['new', 'suggested', 'ida (import)', 'ida'],
      ['new', 'suggested', 'ida (second-source/quotation 0.90)', 'ida'],
    ]);
    assert.deepEqual(result.skipped, { 'rejected annotations': 1 });
  });

  it('is here already where it was suggested before, and where it has been decided since', () => {
    const suggested = annotationsOf(preview([], 'suggested'));
    assert.deepEqual(
      entries(preview(suggested, 'suggested')).map(({ known }) => known),
      ['same', 'same'],
    );
    const decided = suggested.map((one, i): Annotation => ({
      ...one,
      status: i === 0 ? 'accepted' : 'rejected',
      reviewed: { by: 'oda', at: '2026-02-02T10:00:00Z' },
    }));
    assert.deepEqual(
      entries(preview(decided, 'suggested')).map(({ known }) => known),
      ['same', 'same'],
    );
  });

  it('decides what was only suggested before, where that is wanted now', () => {
    const [first] = told(preview(annotationsOf(preview([], 'suggested')), 'accepted'));
    assert.deepEqual(first, ['different', 'accepted', undefined, 'ida']);
    const others = annotationsOf(preview([], 'suggested')).map((one, i) => ({ ...one, id: `other0000${i}` }));
    const [again] = entries(preview(others, 'accepted'));
    assert.deepEqual([again?.known, again?.annotation.id, again?.annotation.status], ['different', 'other00000', 'accepted']);
  });
});
