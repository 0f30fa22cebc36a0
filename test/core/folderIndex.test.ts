import assert from 'node:assert/strict';
import { emptyRegistry } from '../../src/core/index';
import { indexCalls, type StoredSegment } from '../../src/workspace/index/indexServer';
import { wordnet } from './corpusStory';
import { failOver } from './failing';

const quotation = '“The mill will never close while I am mayor,”';
const texts: Record<string, string> = {
  'herald.txt': `${quotation} said Ana Ruiz, the mayor of Marlow, on Monday.`,
  'post.txt': `Mayor Ana Ruiz of Marlow told workers on Monday: ${quotation.replace(',', '.')}`,
  'wire.txt': 'Fishermen in Corvo caught nothing for a week, and blamed the dredging of the harbour.',
};
const place = { start: 0, end: quotation.length };
const encoder = new TextEncoder();

function folder(files: Readonly<Record<string, string>> = texts) {
  const asked: string[] = [];
  const faults: string[] = [];
  const current = { ...files };
  const index = indexCalls(
    (path) => {
      asked.push(path);
      const text = current[path];
      return Promise.resolve(text === undefined ? undefined : { text, set: {} });
    },
    (path, { what }) => faults.push(`${path}: ${what}`),
  );
  const put = (...paths: string[]) => index.put(paths.map((path) => ({ path, stamp: '1', bytes: encoder.encode(current[path]) })));
  return { index, asked, faults, current, put };
}

async function stored(): Promise<StoredSegment[]> {
  const { index, put } = folder();
  await index.open(wordnet, []);
  await put('herald.txt', 'post.txt', 'wire.txt');
  return (await index.save([])).flatMap(([name, bytes]) => (bytes ? [{ name, bytes }] : []));
}

const listed = Object.keys(texts).map((path) => [path, '1'] as const);

describe('the index of a large folder', () => {
  it('finds renderings and their origins in articles that it asks its host for', async () => {
    const { index, asked, put } = folder();
    await index.open(wordnet, []);
    await put('herald.txt', 'post.txt', 'wire.txt');
    const found = await index.render('herald.txt', place);
    assert.ok(found);
    assert.deepEqual(
      found.matches.map(({ uri, level }) => `${uri} ${level}`),
      ['post.txt match'],
    );
    assert.equal((await index.origins('herald.txt', place, found.matches)).length > 0, true);
    assert.equal(new Set(asked).size, asked.length, 'each article once');
  });

  it('asks again for the one article that has changed, and for no other', async () => {
    const { index, asked, current, put } = folder();
    await index.open(wordnet, []);
    await put('herald.txt', 'post.txt', 'wire.txt');
    await index.render('herald.txt', place);
    asked.length = 0;
    current['post.txt'] = 'Mayor Ana Ruiz of Marlow said nothing on Monday.';
    index.forget('post.txt');
    assert.deepEqual((await index.render('herald.txt', place))?.matches, []);
    assert.deepEqual(asked, ['post.txt']);
  });

  it('has an encoder read the events that were looked at, and after a change only what is new', async () => {
    const files = {
      'a.txt': 'The bakery in Orsund has closed. Neighbours brought flowers and stood along the street. The owner has gone north.',
      'b.txt': 'In Orsund, people who live nearby lined the street with bouquets. The mayor of Orsund was abroad.',
    };
    const { index, current, put } = folder(files);
    await index.open(wordnet, []);
    await put('a.txt', 'b.txt');
    assert.equal(await index.unread(), undefined, 'nothing was looked at');
    const start = files['a.txt'].indexOf('Neighbours');
    const renderings = async () => (await index.render('a.txt', { start, end: start + 54 }))?.matches.length;
    const read = async () => {
      const asked: string[] = [];
      for (let sentences; (sentences = await index.unread());) {
        const about = sentences.map((sentence) =>
          [/flowers|bouquets/, /mayor/, /bakery/, /owner/].findIndex((word) => word.test(sentence)),
        );
        asked.push(...sentences);
        index.takeVectors(sentences, about.map((at) => Float32Array.from({ length: 5 }, (_, i) => Number(i === (at < 0 ? 4 : at))))); // prettier-ignore
      }
      return asked;
    };
    assert.equal(await renderings(), 0);
    assert.equal((await read()).length, 5);
    assert.equal(await renderings(), 1);
    current['b.txt'] = `${files['b.txt']} It rained.`;
    index.forget('b.txt');
    await renderings();
    assert.deepEqual(await read(), ['It rained']);
    assert.equal(await renderings(), 1);
    index.setRegistry(emptyRegistry);
    assert.equal(await renderings(), 1, 'what is known of the sentences outlives the events');
    await index.forgetVectors();
    assert.equal(await renderings(), 0);
  });

  it('goes on from what was stored: nothing is missing, what has changed is, what is gone is dropped', async () => {
    const { index } = folder();
    const segments = await stored();
    assert.deepEqual(
      await index.open(wordnet, segments),
      segments.map(({ name }) => name),
    );
    assert.deepEqual(index.compare(listed), []);
    assert.equal(await index.dropOthers(), 0);
    assert.deepEqual(index.compare([...listed.slice(0, 1), ['post.txt', '2']]), [1]);
    assert.equal(await index.dropOthers(), 1);
  });

  it('a damaged part is left out, and its articles are missing', async () => {
    for (const damage of [
      (bytes: Uint8Array) => bytes.map((byte, i) => (i === bytes.length >> 1 ? byte ^ 1 : byte)),
      (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 3),
      () => new Uint8Array(0),
    ]) {
      const { index } = folder();
      const damaged = (await stored()).map(({ name, bytes }) => ({ name, bytes: damage(bytes) }));
      assert.deepEqual(await index.open(wordnet, damaged), []);
      assert.deepEqual(index.compare(listed), [0, 1, 2]);
    }
  });

  it('sends only the parts that the host does not have', async () => {
    const { index, put } = folder();
    await index.open(wordnet, []);
    await put('herald.txt', 'post.txt');
    const first = await index.save([]);
    await put('wire.txt');
    const second = await index.save(first.map(([name]) => name));
    assert.deepEqual(
      second.map(([, bytes]) => bytes !== undefined),
      [...first.map(() => false), true],
    );
  });

  it('a new registry needs no new index', async () => {
    const { index } = folder();
    await index.open(wordnet, await stored());
    index.setRegistry({ ...emptyRegistry, speakers: [{ id: 'ana-ruiz', name: 'Ana Ruiz', aliases: [], roles: [] }] });
    assert.deepEqual(index.compare(listed), []);
    assert.equal((await index.render('herald.txt', place))?.matches.length, 1);
  });

  it('tells where the program has failed over an article, and answers for the others', async () => {
    const { index, faults, put } = folder({ ...texts, 'evil.txt': `${quotation} said Ana Ruiz of Vexholm on Monday.` });
    await index.open(wordnet, []);
    const end = failOver('Vexholm');
    try {
      await put('herald.txt', 'post.txt', 'wire.txt', 'evil.txt');
      assert.ok(faults.length > 0);
      for (const fault of faults) assert.match(fault, /^evil\.txt: /);
      const found = await index.render('herald.txt', place);
      assert.ok(found?.matches.some(({ uri, level }) => uri === 'post.txt' && level === 'match'));
      await index.conflicts('herald.txt');
      await index.origins('herald.txt', place, found?.matches ?? []);
      for (const fault of faults) assert.match(fault, /^evil\.txt: /);
    } finally {
      end();
    }
  });
});

describe('the index of a large folder in several languages', () => {
  const russian =
    '---\nlanguage: ru\n---\n\n«Шлюз Кессель останется закрыт семь недель», — сообщил начальник порта Йонас Петрин.\n\nРынок откроется в пятницу.';
  const asked = '«Шлюз Кессель останется закрыт семь недель»';
  const files: Record<string, string> = {
    'ru.md': russian,
    'en.md': 'The Kessel lock will stay shut for seven weeks, harbour master Jonas Petrin said on Monday.\n\nNobody in Lowen was hurt.',
    'de.md':
      '---\nlanguage: de\n---\n\nDie Schleuse Kessel bleibt sieben Wochen geschlossen, sagte Hafenmeister Jonas Petrin.\n\nDer Markt wird am Freitag eröffnet.',
    ...Object.fromEntries(
      Array.from({ length: 90 }, (_, i) => [
        `other${i}.md`,
        `The ferry of Dunholm carried ${100 + i} sheep over the Marn, said farmer Olive Brandt ${i}. The weather was fine that day.`,
      ]),
    ),
  };
  const start = russian.indexOf(asked);
  const there = { start, end: start + asked.length };

  it('says where other languages perhaps have a passage, and why, beside renderings that stay as they are', async () => {
    const { index, asked: read, put } = folder(files);
    await index.open(wordnet, []);
    await put(...Object.keys(files));
    const found = await index.render('ru.md', there);
    assert.deepEqual(found?.matches, []);
    assert.deepEqual(found.perhaps.map(({ uri }) => uri).sort(), ['de.md', 'en.md']);
    for (const { because } of found.perhaps) assert.ok(because.some(({ kind }) => kind === 'name') && because.length > 1);
    assert.ok(read.length < 60, `${read.length} articles were read`);
  });

  it('knows it from what was stored', async () => {
    const first = folder(files);
    await first.index.open(wordnet, []);
    await first.put(...Object.keys(files));
    const segments = (await first.index.save([])).flatMap(([name, bytes]) => (bytes ? [{ name, bytes }] : []));
    const { index } = folder(files);
    await index.open(wordnet, segments);
    assert.equal((await index.render('ru.md', there))?.perhaps.length, 2);
  });

  it('looks for nothing where all articles are in one language', async () => {
    const { index, put } = folder();
    await index.open(wordnet, []);
    await put('herald.txt', 'post.txt', 'wire.txt');
    assert.deepEqual((await index.render('herald.txt', place))?.perhaps, []);
  });
});
