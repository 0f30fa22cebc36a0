import assert from 'node:assert/strict';
import { Encoder, KeptVectors, WordPiece } from '../../src/encoder/index';

const pieces = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', 'play', '##ing', '##ed', 'cafe', ',', '-', 'well', '東', '"', '9'];
const vocabulary = JSON.stringify({ model: { vocab: Object.fromEntries(pieces.map((piece, id) => [piece, id])) } });
const words = WordPiece.read(vocabulary);
const cut = (text: string, most = 64) => words?.encode(text, most).map((id) => pieces[id]);

describe('word pieces', () => {
  it('cut a word into the longest pieces that are known, without regard to case and accents', () => {
    assert.deepEqual(cut('Playing, CAFÉ'), ['[CLS]', 'play', '##ing', ',', 'cafe', '[SEP]']);
  });

  it('hold a word for unknown where a part of it is', () => {
    assert.deepEqual(cut('played playzed'), ['[CLS]', 'play', '##ed', '[UNK]', '[SEP]']);
  });

  it('part marks and Chinese signs from what stands beside them', () => {
    assert.deepEqual(cut('"well-東東'), ['[CLS]', '"', 'well', '-', '東', '東', '[SEP]']);
  });

  it('end a long text where the model does', () => {
    assert.deepEqual(cut('play '.repeat(50), 5), ['[CLS]', 'play', 'play', 'play', '[SEP]']);
    assert.deepEqual(cut('9'.repeat(101)), ['[CLS]', '[UNK]', '[SEP]']);
  });

  it('are not read from a file that holds none', () => {
    for (const json of ['{', 'null', '[]', '{"model":{}}', '{"model":{"vocab":{"a":1}}}'])
      assert.equal(WordPiece.read(json), undefined, json);
  });
});

describe('an encoder', () => {
  it('gives each text its own vector of length 1, whatever is asked beside it', async () => {
    assert.ok(words);
    const model = (ids: BigInt64Array, mask: BigInt64Array, rows: number, length: number) =>
      Promise.resolve(
        Float32Array.from({ length: 2 * rows }, (_, i) => {
          const from = (i >> 1) * length;
          const read = [...mask.subarray(from, from + length)].filter((bit) => bit === 1n).length;
          return i % 2 ? read : Number(ids[from + 1]);
        }),
      );
    const encoder = new Encoder(words, model);
    const [long, short] = await encoder.encode(['play play play', 'cafe']);
    assert.deepEqual(await encoder.encode(['cafe']), [short]);
    assert.ok(long && Math.abs(Math.hypot(...long) - 1) < 1e-6);
    assert.notDeepEqual(long, short);
  });
});

describe('vectors that are kept', () => {
  function storeOf(bytes?: Uint8Array) {
    let written = bytes;
    return {
      read: () => Promise.resolve(written),
      write: (now: Uint8Array) => {
        written = now;
        return Promise.resolve();
      },
      bytes: () => written,
    };
  }

  function kept(bytes?: Uint8Array, store = storeOf(bytes)) {
    const asked: string[] = [];
    const encode = (texts: readonly string[]) => {
      asked.push(...texts);
      return Promise.resolve(texts.map((text) => Float32Array.of(text.length, -1, 0.5)));
    };
    return { vectors: new KeptVectors(store, encode), asked, bytes: store.bytes };
  }

  it('are never reckoned twice, not in another session either', async () => {
    const first = kept();
    const answer = await first.vectors.encode(['one', 'three', 'one']);
    assert.deepEqual(first.asked, ['one', 'three']);
    const second = kept(first.bytes());
    assert.deepEqual(await second.vectors.encode(['three', 'one']), [answer[1], answer[0]]);
    assert.deepEqual(second.asked, []);
  });

  it('are those of two windows that keep them in one place', async () => {
    const store = storeOf();
    const [one, other] = [kept(undefined, store), kept(undefined, store)];
    await one.vectors.encode(['one']);
    await other.vectors.encode(['three']);
    await one.vectors.encode(['eight']);
    const later = kept(store.bytes());
    await later.vectors.encode(['one', 'three', 'eight']);
    assert.deepEqual(later.asked, []);
  });

  it('are reckoned anew where what is kept ends in the middle', async () => {
    const first = kept();
    const answer = await first.vectors.encode(['one', 'three']);
    const second = kept(first.bytes()?.slice(0, -1));
    assert.deepEqual(await second.vectors.encode(['one', 'three']), answer);
    assert.deepEqual(second.asked, ['three']);
  });

  it('are reckoned anew where what is kept holds no numbers', async () => {
    const first = kept();
    const answer = await first.vectors.encode(['one']);
    const damaged = first.bytes()?.slice();
    damaged?.fill(0xff, 2 + 16, 2 + 16 + 4);
    const second = kept(damaged);
    assert.deepEqual(await second.vectors.encode(['one']), answer);
    assert.deepEqual(second.asked, ['one']);
  });
});
