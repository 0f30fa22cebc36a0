import assert from 'node:assert/strict';
import { alteredPairs, articlesOf } from './alteredQuotations';
import { corpusOf, type Texts } from './corpusStory';
import { stepsOf } from './steps';

function altered(texts: Texts): readonly string[] {
  return corpusOf(texts)
    .conflicts()
    .flatMap(({ kind, message }) => (kind === 'wording' ? [message] : []));
}

describe('words altered between quotation marks', () => {
  const told = alteredPairs.map((pair) => ({ ...pair, isTold: altered(articlesOf(pair.here, pair.there)).length > 0 }));
  const missed = told.filter(({ isAltered, isTold }) => isAltered && !isTold);
  const accused = told.filter(({ isAltered, isTold }) => !isAltered && isTold);
  const half = told.length / 2;

  it('are told in three of four made pairs, half of 120 being altered', () => {
    assert.equal(told.length, 120);
    assert.ok(missed.length <= half * 0.25, missed.map(({ kind, there }) => `${kind}: ${there}`).join('\n'));
  });

  it('are not told of what any outlet may print: ellipses, brackets, spelling, a part, another translation, another statement', () => {
    assert.ok(accused.length <= half * 0.08, accused.map(({ kind, there }) => `${kind}: ${there}`).join('\n'));
  });

  it('are named word by word, and are a difference only where they carry little', () => {
    const words = 'We will rebuild the old harbour wall before the autumn storms reach our town again';
    const conflictsOf = (there: string) => corpusOf(articlesOf(words, there)).conflicts();
    const [swapped] = conflictsOf(words.replace('rebuild', 'repair'));
    assert.equal(swapped?.level, 'conflict');
    assert.equal(swapped.message, 'Quoted differently: “rebuild” against “repair”');
    const [light] = conflictsOf(words.replace('reach', 'may then reach'));
    assert.equal(light?.level, 'differs');
    const [tense] = conflictsOf(words.replace('reach', 'had reached'));
    assert.equal(tense?.level, 'differs', 'another form of the same word');
    const [denied] = conflictsOf(words.replace('reach', 'do not reach'));
    assert.ok(denied !== undefined && denied.level !== 'differs', 'a word that denies');
    assert.deepEqual(conflictsOf(words), []);
  });

  it('are one matter where several articles have them in one way and several in another', () => {
    const words = 'We will rebuild the whole harbour wall before the autumn storms reach our town again';
    const texts: Record<string, string> = { ...articlesOf(words, words.replace('whole ', '')) };
    texts['c.txt'] = `${texts['a.txt'] ?? ''}\nThe council meets on Monday.\n`;
    texts['d.txt'] = `${texts['b.txt'] ?? ''}\nThe diggers come in June.\n`;
    const corpus = corpusOf(texts);
    const [only, ...others] = corpus.conflicts().filter(({ kind }) => kind === 'wording');
    assert.deepEqual(others, []);
    assert.equal(only?.message, 'Quoted differently: “the whole harbour” against “the harbour”');
    assert.deepEqual(only.passages.map(({ uri }) => uri).sort(), ['a.txt', 'b.txt', 'c.txt', 'd.txt']);
    assert.equal(only.values?.length, 4);
  });

  it('are told beside a word that others write as two, which is no alteration itself', () => {
    const words = 'I can’t give away her letterbox';
    assert.deepEqual(altered(articlesOf(words, 'I can’t give her letter box')), ['Quoted differently: “give away her” against “give her”']);
    assert.deepEqual(altered(articlesOf(words, 'I can’t give away her letter box')), []);
  });

  it('are not told of two people who say the same', () => {
    const texts = articlesOf('We will rebuild the old harbour wall before autumn', 'We will repair the old harbour wall before autumn');
    const others = { ...texts, 'b.txt': (texts['b.txt'] ?? '').replaceAll('Ana Ruiz', 'Jonas Reed') };
    assert.deepEqual(altered(others), []);
  });

  it('are not told of two sentences that begin and end alike with words that many sentences have', () => {
    assert.deepEqual(
      altered(articlesOf('I am not going to let this affair rule what we talk about', 'I am not going to talk about it again')),
      [],
    );
  });

  it('are not told of two texts that share some words in their middle', () => {
    assert.deepEqual(
      altered(
        articlesOf(
          'Many thanks to all who helped us to make the ties between the two towns stronger in those hard years',
          'The mayor of Osk wants with us the trade between the two towns to grow by a third before next summer',
        ),
      ),
      [],
    );
  });
});

describe('words between marks that are much alike', () => {
  /** Two outlets with so many quotations of one wording, of which the other has each with a word less. */
  const compare = (size: number) => {
    const name = (i: number) => Array.from(String(i), (figure) => 'bcdfghjklm'.charAt(Number(figure)) + 'a').join('');
    const said = (not: string) =>
      Array.from({ length: size }, (_, i) => `“We ${not}think the ${name(i)} was a good plan for us,” said Olaf Brandt.`).join('\n\n');
    corpusOf({ 'a.txt': said('do not '), 'b.txt': said('') }).conflicts();
  };

  it('are compared pair by pair, and not each pair with all others', () => {
    compare(4);
    const [once, twice] = [stepsOf(() => compare(40)), stepsOf(() => compare(80))];
    assert.ok(twice < 4.5 * once, `${once} steps for 40, ${twice} for 80`);
  });
});
