import assert from 'node:assert/strict';
import { analyse, type Annotation, decide, describeSpan, type Placed, readArticle, suggest } from '../../src/core/index';

const text = '“It opens in May,” Ana Ruiz said. “The ferry stops then. Nobody will miss it.” Omar Holt agreed with “every word of it.”';
const analysis = analyse(readArticle({ uri: 'a.txt', path: 'a.txt', text, version: 1 }));
const first = '“It opens in May,”';
const second = '“The ferry stops then. Nobody will miss it.”';
const whole = `${first} Ana Ruiz said. ${second}`;

function decided(words: string, status: Annotation['status']): Placed {
  const start = text.indexOf(words);
  const span = { start, end: start + words.length };
  const annotation: Annotation = { id: 'aaaaaaaaaa', type: 'quotation', status, ...describeSpan(text, span) };
  return { annotation, how: 'exact', span };
}

/** The quotations that are still suggested, but for the last one. */
function left(...placed: Placed[]): string[] {
  const open = suggest(analysis, placed).flatMap(({ type, span }) => (type === 'quotation' ? text.slice(span.start, span.end) : []));
  return open.filter((words) => !words.includes('every word'));
}

describe('a quotation in parts as a suggestion', () => {
  it('is one, from its first part to its last', () => assert.deepEqual(left(), [whole]));

  it('is settled by a decision about the whole', () => {
    assert.deepEqual(left(decided(whole, 'accepted')), []);
    assert.deepEqual(left(decided(whole, 'rejected')), []);
  });

  it('is left in its other part where a decision is about one', () => {
    assert.deepEqual(left(decided(first, 'accepted')), [second]);
    assert.deepEqual(left(decided(first, 'rejected')), [second]);
    assert.deepEqual(left(decided(first, 'rejected'), decided(second, 'accepted')), []);
  });

  it('is not suggested a second time beside the one that is kept for a note', () => {
    assert.deepEqual(left(decided(whole, 'suggested')), []);
  });

  it('is accepted as one annotation with the words from first to last', () => {
    const [suggestion] = suggest(analysis, []);
    assert.ok(suggestion?.type === 'quotation');
    const entry = decide(suggestion, 'accepted', text, 'aaaaaaaaaa', { by: 'ana', at: '2026-01-02T10:00:00Z' });
    assert.deepEqual([entry.exact, entry.start, entry.end, entry.kind], [whole, 0, whole.length, 'direct']);
  });
});
