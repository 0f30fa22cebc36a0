import assert from 'node:assert/strict';
import { analyse, Corpus, loadLanguage, readArticle } from '../../src/core/index';
import { isSameName, skeletonOf } from '../../src/core/corpus/across/skeleton';

/** A folder of invented articles: path and text. */
function folder(texts: Readonly<Record<string, string>>): Corpus {
  const corpus = new Corpus();
  for (const [path, text] of Object.entries(texts)) {
    const article = readArticle({ uri: path, path, text, version: 1 });
    corpus.put(article, analyse(article));
  }
  return corpus;
}

const english =
  'The Kessel lock will stay shut for seven weeks, harbour master Jonas Petrin said on Monday. The water has risen by 40 centimetres, he added.\n\nNobody in Lowen was hurt, said the baker Ada Lund.';
const german =
  '---\nlanguage: de\n---\n\nDie Schleuse Kessel bleibt nach Angaben von Hafenmeister Jonas Petrin sieben Wochen geschlossen. Das Wasser ist um 40 Zentimeter gestiegen.\n\nDer Markt wird am Freitag eröffnet.';
const russian =
  '---\nlanguage: ru\n---\n\nШлюз «Кессель» будет закрыт семь недель, сообщил начальник порта Йонас Петрин.\n\nРынок откроется в пятницу.';

describe('names of several languages', () => {
  it('have one skeleton, or nearly', () => {
    assert.equal(skeletonOf('Путин'), skeletonOf('Putin'));
    assert.equal(skeletonOf('Poutine'), skeletonOf('Putin'));
    assert.ok(isSameName(skeletonOf('Киев'), skeletonOf('Kyiv')));
    assert.ok(isSameName(skeletonOf('Kiew'), skeletonOf('Kiev')));
    assert.ok(isSameName(skeletonOf('Петрина'), skeletonOf('Petrin')));
  });
  it('are not one because they begin alike', () => {
    assert.ok(!isSameName(skeletonOf('Marino'), skeletonOf('Marlowe')));
    assert.ok(!isSameName(skeletonOf('Lund'), skeletonOf('London')));
  });
});

describe('a statement in another language', () => {
  const corpus = folder({ 'en.txt': english, 'de.txt': german, 'ru.txt': russian });
  const places = (words: string) => {
    const start = english.indexOf(words);
    return corpus.perhaps({ uri: 'en.txt', start, end: start + words.length });
  };

  it('is perhaps in a whole sentence, also where a day has a full stop', async () => {
    await loadLanguage('de');
    const told = 'Die Schleuse Kessel wird am Freitag, 18. April, wieder geöffnet, so Jonas Petrin.';
    const here = 'The Kessel lock will open again on Friday, April 18, Jonas Petrin said.';
    const two = folder({ 'en.txt': here, 'de.txt': `---\nlanguage: de\n---\n\n${told}` });
    const [found] = two.perhaps({ uri: 'en.txt', start: 0, end: here.length });
    assert.equal(found && found.end - found.start, told.length);
  });

  it('is perhaps where the same names and numbers stand, with what is the same', () => {
    const found = places('The Kessel lock will stay shut for seven weeks');
    assert.deepEqual(found.map(({ uri, language }) => `${uri} ${language}`).toSorted(), ['de.txt de', 'ru.txt ru']);
    for (const { because } of found) {
      assert.ok(because.some(({ kind }) => kind === 'name'));
      assert.ok(because.some(({ kind }) => kind === 'number'));
    }
  });
  it('is nowhere where only one word is the same', () => {
    assert.deepEqual(places('Nobody in Lowen was hurt'), []);
  });
  it('is no rendering, and in a folder of one language nothing is looked for', () => {
    assert.deepEqual(
      corpus.match({ uri: 'en.txt', start: 0, end: 46 }).filter(({ level }) => level === 'match'),
      [],
    );
    assert.deepEqual(
      folder({ 'a.txt': english, 'b.txt': english.replace('Kessel', 'Kassel') }).perhaps({ uri: 'a.txt', start: 0, end: 46 }),
      [],
    );
  });
  it('is found for a text that stands in no article', () => {
    const [best] = corpus.perhapsText('Die Schleuse in Kessel ist für sieben Wochen und nicht länger zu, sagte Jonas Petrin.');
    assert.equal(best?.uri, 'en.txt');
  });
  it('is nowhere where one name of several words is all that is the same: of somebody all kinds of things are told', () => {
    const other = '---\nlanguage: de\n---\n\nIm Theater von Osk spielt Jonas Petrin den König. Die Kasse öffnet um acht Uhr.';
    const two = folder({ 'en.txt': english, 'de.txt': other });
    const start = english.indexOf('The Kessel lock');
    assert.deepEqual(two.perhaps({ uri: 'en.txt', start, end: start + 'The Kessel lock will stay shut'.length }), []);
  });
  it('is nowhere in a long article that has no other names in common, and is there where it has', () => {
    const said = 'The bridge of Vellmar stays shut, engineer Tilda Marn said.';
    const rest = (names: string) => Array.from({ length: 9 }, (_, n) => `In part ${n} they spoke of ${names}.`).join(' ');
    const told = 'Die Brücke von Vellmar kennt jeder, auch Tilda Marn.';
    const before = '---\nlanguage: de\n---\n\n';
    const mehr = (names: string) => Array.from({ length: 9 }, (_, n) => `Im Teil ${n} geht es um ${names}.`).join(' ');
    const perhaps = (here: string, there: string) =>
      folder({ 'en.txt': `${said} ${rest(here)}`, 'de.txt': `${before}${told} ${mehr(there)}` }).perhaps({
        uri: 'en.txt',
        start: 0,
        end: said.length,
      });
    assert.deepEqual(perhaps('Harlow and Corvo', 'Quendel und Bruneck'), []);
    assert.equal(perhaps('Harlow and Corvo', 'Harlow und Corvo').length, 1);
  });
  it('is shown at three places at most', () => {
    const many = folder({ 'en.txt': english, ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`de${n}.txt`, german])) });
    assert.equal(many.perhaps({ uri: 'en.txt', start: 0, end: 46 }).length, 3);
  });
});
