import assert from 'node:assert/strict';
import {
  analyse,
  type Annotation,
  type Article,
  Corpus,
  type Fault,
  type Match,
  placedOrLost,
  readArticle,
  readCorroborations,
  readProjectFile,
  readSidecar,
  type Registry,
} from '../../src/core/index';
import { failingOver } from './failing';

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

  it('over what an article says about itself leaves its text to be read and analysed', () => {
    const registry: Registry = {
      speakers: [],
      articles: [],
      get outlets(): never {
        throw new TypeError('a fault of ours');
      },
    };
    const article = readArticle({ uri: 'a.txt', path: 'a.txt', text, version: 1, registry });
    assert.equal(article.prose.text, text);
    const { quotations, faults = [] } = analyse(article);
    assert.equal(quotations.length, 1);
    assert.deepEqual(
      faults.map(({ what }) => what),
      ['what it says about itself'],
    );
  });

  it('ends no question about origins, contradictions and words in an error', () => {
    const told: string[] = [];
    const corpus = new Corpus({ onFault: (_, { what }) => told.push(what) });
    let isFailing = false;
    for (const uri of ['a.txt', 'b.txt']) {
      const article = articleAt(uri);
      corpus.put(uri === 'b.txt' ? failing(failing(article, 'prose', () => isFailing), 'metadata', () => isFailing) : article, analyse(article)); // prettier-ignore
    }
    isFailing = true;
    const passage = { uri: 'a.txt', start: text.indexOf('We shall'), end: text.indexOf('harbour') + 7 };
    for (let n = 0; n < 2; n++) {
      corpus.origins();
      corpus.originsOf(passage, [{ ...passage, uri: 'b.txt' } as Match]);
      corpus.conflicts();
      corpus.conflictsOf('a.txt');
      corpus.ownConflicts();
      corpus.matchText('the old crane as long as there is a harbour');
    }
    assert.ok(told.length > 0);
  });

  it('over the place of one annotation leaves it without a place, and the others at theirs', () => {
    const annotation = (id: string, exact: string): Annotation => {
      const start = text.indexOf(exact);
      return { id, type: 'note', status: 'accepted', exact, prefix: '', suffix: '', start, end: start + exact.length };
    };
    const evil = Object.defineProperty(annotation('b', 'harbour'), 'exact', {
      get: () => {
        throw new TypeError('a fault of ours');
      },
    });
    const told: string[] = [];
    const placed = placedOrLost(text, [annotation('a', 'the old crane'), evil, annotation('c', 'Olda Prins')], true, ({ what }) =>
      told.push(what),
    );
    assert.deepEqual(
      placed.map(({ how, annotation: { id } }) => `${id} ${how}`),
      ['a exact', 'b orphan', 'c exact'],
    );
    assert.deepEqual(told, ['the place of annotation b']);
  });

  it('over a file of ours leaves the file as it is, and is told there', () => {
    const failing = {
      get length(): never {
        throw new TypeError('a fault of ours');
      },
    } as unknown as string;
    for (const read of [readSidecar, readCorroborations, readProjectFile]) {
      const { locked, problems } = read(failing);
      assert.equal(locked, true);
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['fault'],
      );
      assert.match(problems[0]?.message ?? '', /by a fault of Second Source; it is left as it is\. Please report it: /);
    }
  });

  it('over a word that stands in one article costs that article, and the other two are compared', () => {
    const told = new Set<string>();
    const corpus = new Corpus({ onFault: (uri) => told.add(uri) });
    failingOver('Vexholm', () => {
      for (const uri of ['a.txt', 'b.txt', 'c.txt']) {
        const article = readArticle({ uri, path: uri, text: uri === 'c.txt' ? text.replace('Lowen', 'Vexholm') : text, version: 1 });
        const analysis = analyse(article);
        assert.equal(analysis.faults !== undefined, uri === 'c.txt', uri);
        corpus.put(article, analysis);
      }
      const passage = { uri: 'a.txt', start: text.indexOf('We shall'), end: text.indexOf('harbour') + 7 };
      assert.ok(corpus.match(passage).some(({ uri, level }) => uri === 'b.txt' && level === 'match'));
      corpus.conflicts();
      corpus.origins();
    });
    assert.deepEqual([...told], ['c.txt']);
  });
});
