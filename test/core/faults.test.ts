import assert from 'node:assert/strict';
import { analyse, type Article, Corpus, type Fault, readArticle } from '../../src/core/index';

const text = 'Lowen, 3 May 2024\n\n“We shall keep the old crane as long as there is a harbour,” said Olda Prins on Sunday.\n';
const articleAt = (uri: string) => readArticle({ uri, path: uri, text, version: 1 });

/** An article over which the program fails wherever it asks for this. */
function failing(article: Article, part: 'metadata' | 'prose', when: () => boolean): Article {
  return new Proxy(article, {
    get: (target, key) => {
      if (key === part && when()) throw new TypeError('a fault of ours');
      return target[key as keyof Article];
    },
  });
}

describe('a fault of the program over one article', () => {
  it('costs what one finder finds there, and is told with its place', () => {
    const { quotations, dates, faults = [] } = analyse(failing(articleAt('a.txt'), 'metadata', () => true));
    assert.equal(quotations.length, 1);
    assert.deepEqual(dates, []);
    assert.ok(faults.some(({ what, message }) => what === 'dates' && /^a fault of ours at .*faults\.test/.test(message)));
    assert.equal(analyse(articleAt('a.txt')).faults, undefined);
  });

  it('leaves the other articles of a folder to be compared', () => {
    const told: [string, Fault][] = [];
    const corpus = new Corpus({ onFault: (uri, fault) => told.push([uri, fault]) });
    let left = 0;
    for (const uri of ['a.txt', 'b.txt', 'c.txt']) {
      const article = articleAt(uri);
      corpus.put(uri === 'c.txt' ? failing(article, 'prose', () => left-- > 0) : article, analyse(article));
    }
    left = 1;
    const start = text.indexOf('We shall');
    const matches = corpus.match({ uri: 'a.txt', start, end: text.indexOf('harbour') + 7 });
    assert.deepEqual(
      matches.map(({ uri }) => uri),
      ['b.txt'],
    );
    assert.ok(told.some(([uri, { what }]) => uri === 'c.txt' && what === 'words for matching'));
  });
});
