import assert from 'node:assert/strict';
import { findQuotations } from '../../src/core/analysis/quotations';

/** Every quotation as `type: words [speaker]`. */
function found(text: string): string[] {
  return findQuotations(text, { english: true }).quotations.map(
    ({ start, end, type, speakerName }) => `${type}: ${text.slice(start, end)} [${speakerName ?? 'unknown'}]`,
  );
}

describe('quotations', () => {
  it('are given to the subject of the verb beside them, on either side', () => {
    assert.deepEqual(found('“The bridge will open in May,” Mayor Ana Ruiz said.'), ['direct: “The bridge will open in May,” [Ana Ruiz]']);
    assert.deepEqual(found('“The bridge will open in May,” said Ana Ruiz, the mayor of Halden.'), [
      'direct: “The bridge will open in May,” [Ana Ruiz]',
    ]);
    assert.deepEqual(found('Ana Ruiz said: “The bridge will open in May.”'), ['direct: “The bridge will open in May.” [Ana Ruiz]']);
  });
});
