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
    const archive = archiveOf(700);
    assert.equal(archive.size, 700);
    for (const i of [0, 3, 399, 499, 500, 699]) assert.equal(first(archive, textOf(i)), `${i}.txt`);
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

  it('leaves out what is damaged', () => {
    const [saved] = archiveOf(20).save();
    assert.ok(saved);
    const broken = saved.slice();
    broken[40] = (broken[40] ?? 0) ^ 1;
    for (const bytes of [broken, saved.subarray(0, saved.length - 1), new Uint8Array(0), new Uint8Array(16)]) {
      assert.equal(Archive.open([bytes], { wordnet }).size, 0);
    }
    assert.equal(Archive.open([broken, saved], { wordnet }).size, 20);
  });

  it('knows quotations and speakers without the text', () => {
    const text =
      'The square was full. "We shall plant a thousand limes, and nobody will stop us," said Nadia Serrano. She added that the "old ones" were ill.';
    const archive = new Archive({ wordnet });
    put(archive, 'a.txt', text);
    const whole = analyse(article('a.txt', text));
    const known = Archive.open(archive.save(), { wordnet }).analysisOf('a.txt');
    const spans = (analysis: typeof whole | undefined) =>
      analysis?.quotations.map(({ start, end, type, segments, speakers }) => ({
        start,
        end,
        type,
        segments,
        names: speakers.map((id) => analysis.speakers.find((speaker) => speaker.id === id)?.name),
      }));
    assert.deepEqual(spans(known), spans(whole));
  });

  it('grows in proportion', () => {
    const [small, large] = [archiveOf(250), archiveOf(1000)].map((archive) => archive.save().reduce((sum, bytes) => sum + bytes.length, 0));
    assert.ok(small && large && large < 5 * small, `${small} bytes for 250, ${large} for 1000`);
  });
});
