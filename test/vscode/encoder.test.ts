import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SecondSourceApi } from '../../src/editor/exchange/index';
import { cardsAt, until, write } from './articles';
import { clearStory, hasFound, herald, opened, texts, told } from './otherWords';

/** As an encoder would have it: bouquets are flowers, and every other sentence is about something else. */
function vectorOf(sentence: string): Float32Array {
  const other = Array.from(sentence).reduce((hash, sign) => (hash * 31 + (sign.codePointAt(0) ?? 0)) % 190, 7);
  const about = /bouquets|flowers/.test(sentence) ? 0 : 1 + other;
  return Float32Array.from({ length: 200 }, (_, i) => Number(i === about));
}

describe('an encoder that another extension brings', () => {
  const used: vscode.Disposable[] = [];

  const api = (): SecondSourceApi => {
    const found = vscode.extensions.getExtension<SecondSourceApi>('second-source.second-source');
    assert.ok(found);
    return found.exports;
  };

  /** Uses an encoder until the test is over; tells which sentences it has been asked for. */
  function use(encode: (sentences: readonly string[]) => Promise<readonly Float32Array[]>): { asked: string[]; end: () => void } {
    const asked: string[] = [];
    const using = api().useEncoder({
      encode: (sentences) => {
        asked.push(...sentences);
        return encode(sentences);
      },
    });
    used.push(using);
    return {
      asked,
      end: () => {
        using.dispose();
      },
    };
  }

  const right = (sentences: readonly string[]) => Promise.resolve(sentences.map(vectorOf));
  afterEach(async () => {
    for (const using of used.splice(0)) using.dispose();
    await clearStory();
  });

  it('finds on a card what is told in other words, and leaves nothing behind when it goes', async () => {
    const editor = await opened();
    const before = await cardsAt(editor, told);
    assert.equal(hasFound(before), false, before);
    const { asked, end } = use(right);
    await until(() => cardsAt(editor, told), hasFound, 'its answer is on the card');
    assert.equal(new Set(asked).size, asked.length, 'each sentence once');
    // Documents of earlier tests may be open, too.
    const place = (words: string) => asked.findIndex((sentence) => sentence.includes(words));
    assert.ok(place('for forty years') >= 0 && place('for forty years') < place('wants the old oven'), 'of the open article first');
    end();
    await until(() => cardsAt(editor, told), (card) => !hasFound(card), 'by the words alone it is not found'); // prettier-ignore
  });

  it('reads after an edit only what is new', async () => {
    const editor = await opened();
    const { asked } = use(right);
    await until(() => cardsAt(editor, told), hasFound, 'its answer is on the card');
    asked.length = 0;
    await editor.edit((edit) =>
      edit.insert(editor.document.lineAt(editor.document.lineCount - 1).range.end, 'Nobody has seen the plans.\n'),
    );
    await until(() => asked, ({ length }) => length > 0, 'it is asked again'); // prettier-ignore
    assert.deepEqual(asked, ['Nobody has seen the plans']);
    await until(() => cardsAt(editor, told), hasFound, 'its answer is on the card again');
  });

  it('keeps no card waiting, however long it takes', async () => {
    const editor = await opened();
    let answer: () => void = () => assert.fail();
    const never = new Promise<void>((resolve) => (answer = resolve));
    const { asked } = use(async (sentences) => {
      await never;
      return right(sentences);
    });
    await until(() => asked, ({ length }) => length > 0, 'it is asked'); // prettier-ignore
    const card = await cardsAt(editor, told);
    assert.ok(card !== '' && !hasFound(card), card);
    answer();
    await until(() => cardsAt(editor, told), hasFound, 'its answer is on the card');
  });

  for (const [what, encode] of [
    ['fails', () => Promise.reject(new Error('no memory\n[left](command:x)'))],
    ['fails at once', () => assert.fail('none')],
    ['says nothing', () => Promise.resolve(undefined)],
    ['gives no numbers', (sentences: readonly string[]) => Promise.resolve(sentences.map(() => new Float32Array(8).fill(NaN)))],
    ['gives functions', (sentences: readonly string[]) => Promise.resolve(sentences.map(() => () => 1))],
  ] as const)
    it(`is asked once where it ${what}, and cards are as without it`, async () => {
      const editor = await opened();
      const before = await cardsAt(editor, told);
      const { asked } = use(encode as typeof right);
      await until(() => asked, ({ length }) => length > 0, 'it is asked'); // prettier-ignore
      const count = asked.length;
      await write(herald, `${texts[herald] ?? ''}The oven is cold.\n`);
      await new Promise((next) => setTimeout(next, 1500));
      assert.equal(asked.length, count, 'it is asked no more');
      assert.equal(await cardsAt(editor, told), before);
      assert.equal(vscode.window.activeTextEditor, editor);
    });

  it('gives way to the next one', async () => {
    const editor = await opened();
    const first = use(right);
    await until(() => cardsAt(editor, told), hasFound, 'its answer is on the card');
    use((sentences) =>
      Promise.resolve(
        sentences.map((sentence) =>
          vectorOf(`${sentence}.`)
            .slice(0, 150)
            .fill(Math.sqrt(1 / 150)),
        ),
      ),
    );
    await until(() => cardsAt(editor, told), (card) => !hasFound(card), 'what the first one said is forgotten'); // prettier-ignore
    const count = first.asked.length;
    first.end();
    await write(herald, `${texts[herald] ?? ''}The oven is cold.\n`);
    await new Promise((next) => setTimeout(next, 1500));
    assert.equal(first.asked.length, count, 'the first one is asked no more');
  });

  it('must be one', () => {
    for (const none of [undefined, {}, { encode: 1 }]) assert.throws(() => api().useEncoder(none as never), TypeError);
  });
});
