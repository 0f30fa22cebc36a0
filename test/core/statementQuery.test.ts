import assert from 'node:assert/strict';
import { queryTest, tagCounts } from '../../src/core/index';

const said = {
  names: ['Kess', 'Ada Késs'],
  text: 'The lock at Lowen was evacuated before the storm.',
  tags: ['Harbour', 'to check'],
  published: '2026-05-03T10:00:00Z',
  status: 'suggested',
};

describe('a query for statements', () => {
  it('fits where all of it fits', () => {
    assert.ok(queryTest({})(said));
    assert.ok(
      queryTest({ by: 'ada kess', about: 'evacuat lock', tags: ['harbour', 'To Check'], from: '2026-05-03', to: '2026-05-03' })(said),
    );
  });
  it('asks for whole words of names, and for beginnings of four letters and more in words', () => {
    assert.ok(!queryTest({ by: 'Ad' })(said));
    assert.ok(!queryTest({ about: 'evacuees' })(said));
    assert.ok(!queryTest({ about: 'loc' })(said));
  });
  it('asks for every tag', () => assert.ok(!queryTest({ tags: ['harbour', 'done'] })(said)));
  it('leaves out what has no day where days are asked for', () => {
    assert.ok(!queryTest({ from: '2026-05-04' })(said));
    assert.ok(!queryTest({ to: '2026-05-02' })(said));
    assert.ok(!queryTest({ to: '2026-05-04' })({ ...said, published: undefined }));
  });
});

describe('tags', () => {
  it('are counted, alone and in pairs', () => {
    assert.deepEqual(tagCounts([['lock', 'check'], ['Lock'], ['check', 'lock', 'lock'], []]), [
      { tags: ['lock'], count: 3 },
      { tags: ['check'], count: 2 },
      { tags: ['check', 'lock'], count: 2 },
    ]);
  });
});
