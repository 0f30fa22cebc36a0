import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardsAt, open, putCursor, run, until } from './articles';

const words = '“Our harbours';

describe('copying with the source', () => {
  const atQuotation = async () => {
    const editor = await open('kesnet.article.txt');
    await until(
      () => cardsAt(editor, words),
      (card) => card.includes('Lowen Courier') && card.includes('secondSource.copyCitation'),
      'the card offers it',
    );
    putCursor(editor, words);
  };

  it('gives the words, who said them and where', async () => {
    await atQuotation();
    await run('copyCitation');
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /^“Our harbours are older than our quarrels[^—]*” — Sen Maroa, in Kesnet/);
  });

  it('gives a reference that reference managers read', async () => {
    await atQuotation();
    await run('copyCitationCsl');
    const [reference] = JSON.parse(await vscode.env.clipboard.readText()) as Record<string, string>[];
    assert.equal(reference?.type, 'article-newspaper');
    assert.match(reference.note ?? '', /^“Our harbours.*— Sen Maroa$/);
  });

  it('gives all renderings as a list', async () => {
    await atQuotation();
    await run('copyRenderings');
    const lines = (await vscode.env.clipboard.readText()).trimEnd().split('\n');
    assert.ok(lines.length > 2 && lines.every((line) => line.startsWith('- “')), lines.join('\n'));
    assert.ok(lines.some((line) => line.includes('Lowen Courier')));
  });
});
