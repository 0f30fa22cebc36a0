import assert from 'node:assert/strict';
import { cardsAt, clear, exists, open, read, run, until, write } from './articles';

const article = 'language-of.article.txt';
const sidecar = `${article}.annotations.yaml`;
/** German, and too short for anybody to be sure. */
const text = 'Hafen Kesnet zu\n\nLotsin Ina Kolbe sagte: „Kein Boot fährt aus.“ Laut Kolbe bleibt Kesnet gesperrt.\n';

describe('the language of an article', () => {
  afterEach(() => clear(sidecar, article));

  it('is set by a person, in the file of annotations, and what reads it is then another one', async () => {
    await write(article, text);
    const editor = await open(article);
    await until(
      () => cardsAt(editor, '„Kein Boot'),
      (said) => said !== '',
      'the article has been read',
    );
    await run('setLanguage', editor.document.uri, 'de');
    const card = await until(
      () => cardsAt(editor, '„Kein Boot'),
      (said) => said.includes('Kolbe') && said.includes('German'),
      'the card says who says it, and the language',
    );
    assert.match(card, /Ina Kolbe/);
    assert.match(await read(sidecar), /language: "?de\b/);
    await until(
      () => cardsAt(editor, 'bleibt Kesnet gesperrt'),
      (said) => said.includes('Kolbe'),
      'reported speech is found in German',
    );
    await run('setLanguage', editor.document.uri, 'und');
    await until(
      () => cardsAt(editor, 'bleibt Kesnet gesperrt'),
      (said) => said === '',
      'in another language nothing is known of it',
    );
    assert.match(await read(sidecar), /language: "?und\b/);
    assert.ok(await exists(sidecar));
  });
});
