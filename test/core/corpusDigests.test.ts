import assert from 'node:assert/strict';
import { Digests } from '../../src/core/corpus/digests';
import { voiceless } from '../../src/core/corpus/matching/voices';
import { Lexicon } from '../../src/core/corpus/words/lexicon';
import { tokenise } from '../../src/core/corpus/words/tokens';
import { Random } from './random';

describe('the words of many articles', () => {
  const tokens = tokenise('Turnips cost 40 crowns.', new Lexicon(undefined));
  const reader = (most: number) => {
    const digests = new Digests<string>(most);
    const read: string[] = [];
    const need = (...names: string[]) => {
      for (const name of names)
        digests.of(name, () => {
          read.push(name);
          return { tokens, voices: voiceless(tokens) };
        });
    };
    return { need, read, digests };
  };

  it('are read once while they are needed again and again, however many others pass by', () => {
    const { need, read } = reader(8);
    for (let i = 0; i < 40; i++) need('harbour', 'pier', `boat ${i}`);
    assert.equal(read.filter((name) => name === 'harbour' || name === 'pier').length, 2);
    assert.equal(read.length, 42);
  });

  it('of a thousand are put in order once each, in whatever order passages lead to them', () => {
    const [digests, random] = [new Digests<number>(), new Random(1)];
    let read = 0;
    for (let i = 0; i < 30_000; i++)
      digests.of(random.below(1000), () => {
        read++;
        return { tokens, voices: voiceless(tokens) };
      });
    assert.ok(read <= 1000, `${read} times`);
  });

  it('are kept as bytes where more are read, and come back the same', () => {
    const [digests, told] = [new Digests<string>(4), new Array<unknown>()];
    const need = (name: string) =>
      digests.of(name, (known) => {
        told.push(known);
        return { tokens, voices: voiceless(tokens) };
      });
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'a']) need(name);
    assert.deepEqual(told, [undefined, undefined, undefined, undefined, undefined, undefined, tokens]);
    digests.drop('a');
    need('a');
    assert.equal(told.at(-1), undefined);
  });

  it('are let go of where more are read, and when an article goes', () => {
    const { need, read, digests } = reader(4);
    need('a', 'b', 'c', 'd', 'e', 'f', 'a');
    assert.deepEqual(read, ['a', 'b', 'c', 'd', 'e', 'f', 'a']);
    digests.drop('a');
    need('a');
    assert.equal(read.length, 8);
  });
});
