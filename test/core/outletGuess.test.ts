import assert from 'node:assert/strict';
import { outletGuesses, readArticle } from '../../src/core/index';

function guesses(path: string, text: string): string[] {
  const article = readArticle({ uri: path, path, text, version: 1 });
  return outletGuesses({ article, path }).map(({ name, from }) => `${name} (${from})`);
}

const body =
  'The ferry Lysna came late on Friday, the harbour master of Halden said, and nobody knew why it had waited so long outside the mole.\n';

describe('the outlet of an article that does not tell it', () => {
  it('is guessed by its address', () => {
    assert.deepEqual(guesses('1.md', `---\nurl: https://www.fjordnews.example/2031/04/ferry\n---\n\n# Late ferry\n\n${body}`), [
      'fjordnews.example (address)',
    ]);
  });

  it('is guessed by what stands behind its headline', () => {
    assert.deepEqual(guesses('1.txt', `Late ferry comes in | The Fjord Times\n\n${body}`), ['The Fjord Times (headline)']);
  });

  it('is guessed by a line of its head that is a name', () => {
    assert.deepEqual(guesses('1.txt', `Halden Gazette\n\nLate ferry comes in\n\n${body}`), ['Halden Gazette (text)']);
  });

  it('is guessed by a line of capitals, which are no part of the name', () => {
    assert.deepEqual(guesses('1.txt', `THE HALDEN GAZETTE\nLate ferry comes in\n\n${body}`), ['The Halden Gazette (text)']);
    assert.deepEqual(guesses('1.txt', `NSK NEWS\nLate ferry comes in\n\n${body}`), ['NSK News (text)']);
  });

  it('is guessed by who has the right of copies', () => {
    assert.deepEqual(guesses('1.txt', `Late ferry comes in\n\n${body}\n© 2031 Halden Valley Post. All rights reserved.\n`), ['Halden Valley Post (copyright)']); // prettier-ignore
    const page = `<html><body><article><h1>Late ferry</h1><p>${body}</p></article><footer>&copy; Halden Herald</footer></body></html>`;
    assert.deepEqual(guesses('1.html', page), ['Halden Herald (copyright)']);
    assert.deepEqual(guesses('1.txt', `Late ferry comes in\n\n${body}\n© Photo by somebody\n`), []);
  });

  it('is guessed by a file name that is no hash, no word for any file and not the headline again', () => {
    assert.deepEqual(guesses('in/harbour-voice-2031-04-16.txt', body), ['Harbour Voice (file)']);
    for (const path of ['3f9a27c1.txt', 'untitled-2.txt', 'saved article (3).txt', 'late-ferry.txt'])
      assert.deepEqual(guesses(path, `Late ferry comes in\n\n${body}`), [], path);
  });

  it('is guessed by the agency of its dateline', () => {
    assert.deepEqual(guesses('1.txt', `HALDEN, April 16 (Northern Wire) — ${body}`), ['Northern Wire (agency)']);
  });

  it('is guessed by the agency that stands alone on its last line', () => {
    assert.deepEqual(guesses('1.txt', `${body}\n(Coastal News Agency)\n`), ['Coastal News Agency (agency)']);
    assert.deepEqual(guesses('1.txt', `${body}\n(More on Friday)\n`), []);
  });

  it('is spelled in capitals where the article spells it so, and is no part of a newspaper', () => {
    assert.deepEqual(guesses('nsk_0412.txt', `HALDEN (NSK) - ${body}`), ['NSK (file)']);
    for (const path of ['opinion.txt', 'editorial-2.txt', 'live blog.txt']) assert.deepEqual(guesses(path, body), [], path);
  });

  it('is not guessed by a headline', () => {
    for (const headline of ['Ferry Runs Aground', 'Minister promises inquiry', 'Press Freedom Day Marked In Halden Town'])
      assert.deepEqual(guesses('1.txt', `${headline}\n\n${body}`), [], headline);
  });
});
