import assert from 'node:assert/strict';
import { cardsAt, clear, exists, file, open, read, run, until } from './articles';

const target = 'out.jsonld';

describe('export', () => {
  afterEach(() => clear(target));

  it('writes what is highlighted as W3C Web Annotations, without a path of this machine', async () => {
    const editor = await open('kesnet.article.txt');
    await until(
      () => cardsAt(editor, '“Our harbours'),
      (card) => card.includes('Lowen Courier'),
      'the folder is read',
    );
    await run('export', { format: 'w3c', target: file(target) });
    assert.ok(await exists(target));
    const text = await read(target);
    assert.ok(text.includes('Our harbours are older than our quarrels'));
    assert.ok(!text.includes(file('').path), 'no absolute path');
    JSON.parse(text);
  });
});
