import assert from 'node:assert/strict';
import { analyse, Archive, readArticle } from '../../src/core/index';
import { wordnet } from './corpusStory';

const nouns =
  'anvil basket cello drum easel falcon goblet hammer inkwell jacket kettle lantern mallet needle oboe pillow quiver ribbon saddle trumpet'.split(
    ' ',
  );

function article(uri: string, text: string) {
  return readArticle({ uri, path: uri, text, version: 1 });
}

/** Article i speaks of two things that no other article has together. */
function textOf(i: number): string {
  return `The museum of Fenwick shows a ${nouns[i % 20]} beside a ${nouns[Math.floor(i / 20) % 20]} from ${1000 + i}. Entry is free.`;
}

function archiveOf(size: number): Archive {
  const archive = new Archive({ wordnet });
  for (let i = 0; i < size; i++) put(archive, `${i}.txt`, textOf(i), `s${i}`);
  return archive;
}

function put(archive: Archive, uri: string, text: string, stamp = ''): void {
  const read = article(uri, text);
  archive.put(read, analyse(read), stamp);
}

const first = (archive: Archive, text: string) => archive.nearest(archive.terms(text), 5)[0]?.uri;

describe('the archive', () => {
  it('finds the article a passage comes from, over segments that were merged', () => {
    const archive = new Archive({ wordnet });
    for (let i = 0; i < 160; i++) {
      put(archive, `${i}.txt`, textOf(i));
      if (i % 10 === 9) archive.seal();
    }
    let steps = 0;
    while (archive.merge()) steps++;
    assert.ok(steps > 0);
    assert.ok(archive.save().length < 8, `${archive.save().length} segments`);
    assert.equal(archive.size, 160);
    for (const i of [0, 3, 79, 80, 159]) assert.equal(first(archive, textOf(i)), `${i}.txt`);
  });

  it('written again into one segment answers as before, and without what is gone', () => {
    const archive = archiveOf(1100);
    const answers = () => [3, 8, 499, 500, 1099].map((i) => archive.nearest(archive.terms(textOf(i)), 30));
    const before = answers();
    archive.rewrite();
    assert.deepEqual([archive.save().length, archive.size], [1, 1100]);
    assert.deepEqual(answers(), before);
    archive.drop('7.txt');
    archive.rewrite();
    assert.deepEqual([archive.save().length, archive.size], [1, 1099]);
    assert.deepEqual([archive.stampOf('7.txt'), archive.stampOf('8.txt')], [undefined, 's8']);
  });

  it('keeps what was dropped out, over saving, merging and putting again', () => {
    const archive = new Archive({ wordnet });
    const live = new Map<string, number>();
    // Every article is put, dropped and put again at another step, with a segment closed at each.
    for (let step = 0; step < 90; step++) {
      const [added, gone] = [`${step % 13}.txt`, `${(step * 5) % 13}.txt`];
      put(archive, added, textOf(step), `s${step}`);
      live.set(added, step);
      if (step % 3 === 0) archive.seal();
      archive.drop(gone);
      live.delete(gone);
      archive.seal();
      if (step % 7 === 0) archive.merge();
      const again = Archive.open(archive.save(), { wordnet });
      assert.deepEqual([...again.uris()].sort(), [...live.keys()].sort(), `step ${step}`);
      for (const [uri, put] of live) {
        assert.equal(again.stampOf(uri), `s${put}`);
        assert.equal(again.nearest(again.terms(textOf(put)), 1)[0]?.uri, uri);
      }
    }
  });

  it('writes only what is new: a segment that has not changed is the same object', () => {
    const archive = archiveOf(20);
    const before = archive.save();
    archive.drop('3.txt');
    put(archive, 'new.txt', 'A walrus sang in the harbour of Ostrava.');
    const after = archive.save();
    assert.equal(after.length, before.length + 1);
    assert.equal(after[0], before[0]);
  });

  it('takes in what another archive saved', () => {
    const [one, other] = [archiveOf(10), new Archive({ wordnet })];
    put(other, '3.txt', 'A walrus sang in the harbour of Ostrava.', 'later');
    put(other, '10.txt', textOf(10));
    for (const bytes of other.save()) assert.ok(one.add(bytes));
    assert.equal(one.size, 11);
    assert.equal(one.stampOf('3.txt'), 'later');
    assert.equal(first(one, textOf(10)), '10.txt');
    assert.equal(one.add(new Uint8Array(64)), false);
  });

  it('forgets what is dropped and takes the new text of what is put again', () => {
    const archive = archiveOf(520);
    archive.drop('7.txt');
    put(archive, '8.txt', 'A walrus sang in the harbour of Ostrava.', 'new');
    assert.equal(archive.size, 519);
    assert.notEqual(first(archive, textOf(7)), '7.txt');
    assert.equal(first(archive, 'the walrus that sang'), '8.txt');
    assert.equal(archive.stampOf('7.txt'), undefined);
    assert.equal(archive.stampOf('8.txt'), 'new');
    assert.equal(archive.stampOf('9.txt'), 's9');
  });

  it('reads back what it wrote', () => {
    const archive = archiveOf(640);
    archive.drop('5.txt');
    const again = Archive.open(archive.save(), { wordnet });
    assert.equal(again.size, 639);
    assert.equal(again.stampOf('6.txt'), 's6');
    for (const i of [6, 499, 639]) assert.equal(first(again, textOf(i)), `${i}.txt`);
    assert.notEqual(first(again, textOf(5)), '5.txt');
  });

  it('answers the same from bytes that lie elsewhere, and reads little of them', () => {
    const whole = archiveOf(640);
    whole.drop('5.txt');
    const saved = whole.save();
    let read = 0;
    const lying = new Archive({ wordnet });
    for (const bytes of saved) {
      const stored = {
        length: bytes.length,
        read: (from: number, to: number) => {
          read += to - from;
          return bytes.slice(from, to);
        },
      };
      assert.ok(lying.add(stored));
    }
    assert.equal(lying.size, 639);
    assert.equal(lying.byteLength, whole.byteLength);
    assert.deepEqual([...lying.uris()].sort(), [...whole.uris()].sort());
    read = 0;
    const terms = whole.terms(`a ${nouns[17]} beside a ${nouns[3]} from 1077`);
    assert.deepEqual(lying.nearest(terms, 10), whole.nearest(terms, 10));
    assert.equal(lying.stampOf('77.txt'), 's77');
    assert.equal(lying.stampOf('5.txt'), undefined);
    assert.deepEqual(lying.analysisOf(article('77.txt', textOf(77))), whole.analysisOf(article('77.txt', textOf(77))));
    assert.ok(read < 0.1 * whole.byteLength, `${read} of ${whole.byteLength} bytes`);
  });

  it('leaves out a segment with any bit turned, cut anywhere, or of another version', () => {
    const [saved] = archiveOf(3).save();
    assert.ok(saved);
    assert.equal(Archive.open([saved], { wordnet }).size, 3);
    for (let at = 0; at < saved.length; at++) {
      const broken = saved.slice();
      broken[at] = (broken[at] ?? 0) ^ (1 << (at % 8));
      assert.equal(Archive.open([broken], { wordnet }).size, 0, `byte ${at}`);
      assert.equal(Archive.open([saved.subarray(0, at)], { wordnet }).size, 0, `cut at ${at}`);
    }
    assert.equal(Archive.open([new Uint8Array(4096), saved.subarray(1), saved], { wordnet }).size, 3);
  });

  it('knows quotations and speakers of an unchanged article', () => {
    const text =
      'The square was full. "We shall plant a thousand limes, and nobody will stop us," said Nadia Serrano. She added that the "old ones" were ill.';
    const archive = new Archive({ wordnet });
    put(archive, 'a.txt', text);
    const whole = analyse(article('a.txt', text));
    const stored = Archive.open(archive.save(), { wordnet });
    const known = stored.analysisOf(article('a.txt', text));
    const spans = (analysis: typeof whole | undefined) =>
      analysis?.quotations.map(({ start, end, type, segments, speakers }) => ({
        start,
        end,
        type,
        segments,
        names: speakers.map((id) => analysis.speakers.find((speaker) => speaker.id === id)?.name),
      }));
    assert.deepEqual(spans(known), spans(whole));
    assert.equal(stored.analysisOf(article('a.txt', `Correction: ${text}`)), undefined);
  });

  it('grows in proportion', () => {
    const [small, large] = [archiveOf(250), archiveOf(1000)].map((archive) => archive.save().reduce((sum, bytes) => sum + bytes.length, 0));
    assert.ok(small && large && large < 5 * small, `${small} bytes for 250, ${large} for 1000`);
  });
});
