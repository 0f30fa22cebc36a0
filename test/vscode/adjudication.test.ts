import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Annotation, describeSpan, newSidecar } from '../../src/core/index';
import { cardsAt, clear, exists, open, read, run, until, write } from './articles';

const article = 'adjudicated.article.txt';
const shared = `${article}.annotations.yaml`;
const ana = `${article}.annotations.ana.yaml`;
const ben = `${article}.annotations.ben.yaml`;
const text = `The ferry came late
2025-05-12

“We will sail on Thursday,” said Captain Mira Olsen. “The wind is with us, and the crew is rested,” she added.

The pier held. The harbour master said the pier would open on 14 May.
`;

function sidecar(...marks: (Partial<Annotation> & { readonly words: string })[]): string {
  const annotations = marks.map(({ words, ...fields }, index): Annotation => {
    const start = text.indexOf(words);
    const place = describeSpan(text, { start, end: start + words.length });
    return { id: `entry0000${index}`, type: 'quotation', status: 'accepted', ...place, ...fields };
  });
  return newSidecar({ path: article, offsets: 'codepoint' }, annotations);
}

const sail = { words: '“We will sail on Thursday,”', kind: 'direct', speakers: ['mira-olsen'] } as const;
const wind = { words: '“The wind is with us, and the crew is rested,”', kind: 'direct', speakers: ['mira-olsen'] } as const;
const pier = { words: 'The pier held.', type: 'statement' } as const;

/** What the diff in front compares: the text of the left and of the right side. */
async function sides(): Promise<readonly [string, string] | undefined> {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputTextDiff)) return undefined;
  const [left, right] = await Promise.all([input.original, input.modified].map((uri) => vscode.workspace.openTextDocument(uri)));
  return [left?.getText() ?? '', right?.getText() ?? ''];
}

async function shows(left: RegExp, right: RegExp): Promise<void> {
  await until(sides, (seen) => seen !== undefined && left.test(seen[0]) && right.test(seen[1]), `${left} beside ${right}`);
}

describe('adjudication', () => {
  beforeEach(async () => {
    await write(article, text);
    await write(ana, sidecar(sail, wind, pier));
    await write(ben, sidecar(sail, { ...wind, words: '“The wind is with us', speakers: [] }));
    const editor = await open(article);
    await until(
      () => cardsAt(editor, '“We will'),
      (card) => card.includes('Olsen'),
      'the article is read',
    );
    await run('adjudicate', 'ana', 'ben');
  });
  afterEach(async () => {
    await run('adjudicateEnd');
    await clear(article, shared, ana, ben);
  });

  it('lays the two side by side, passage by passage', async () => {
    await shows(
      /Speaker: .*Olsen[\s\S]*⟦“The wind is with us,\s+and the crew is rested,”⟧/,
      /Speaker: unknown[\s\S]*⟦“The wind is with us⟧/,
    );
    await run('adjudicateNext');
    await shows(/statement · accepted[\s\S]*⟦The pier held\.⟧/, /^(?![\s\S]*⟦)[\s\S]*Nothing here\./);
    await run('adjudicateNext');
    await shows(/The wind/, /The wind/);
  });

  it('writes the side that is taken into the shared file, and each decision can be undone', async () => {
    await run('adjudicateRight');
    const first = await read(shared);
    assert.match(first, /exact: "?“The wind is with us"?$/m);
    assert.equal((first.match(/- id:/g) ?? []).length, 1);
    await shows(/The pier held/, /Nothing here/);
    await run('adjudicateLeft');
    assert.match(await read(shared), /type: statement/);
    await until(sides, (seen) => seen === undefined, 'when all is settled, nothing is compared any more');
    await run('undoDecision');
    assert.equal(await read(shared), first);
    await run('undoDecision');
    assert.equal(await exists(shared), false);
    assert.match(await read(ana), /The pier held/, 'the files of the two stay as they are');
  });

  it('takes both, or neither, and what is settled stays settled', async () => {
    await run('adjudicateBoth');
    assert.equal(((await read(shared)).match(/- id:/g) ?? []).length, 2);
    await run('adjudicateNeither');
    assert.match(await read(shared), /type: statement\n\s+status: rejected/);
    await run('adjudicateEnd');
    await run('adjudicate', 'ana', 'ben');
    assert.equal(await sides(), undefined, 'nothing is left to compare');
  });

  it('takes both sides of the very same words as one', async () => {
    const yaml = await read(ana);
    await write(ben, yaml.replace(/speakers: \[.*\]/, 'speakers: [somebody-else]'));
    await run('adjudicateEnd');
    await run('adjudicate', 'ana', 'ben');
    await run('adjudicateBoth');
    const both = await read(shared);
    assert.equal((both.match(/- id:/g) ?? []).length, 1);
    assert.match(both, /speakers: \[[\w-]+, somebody-else\]/);
  });

  it('takes over at once what both agree on', async () => {
    await run('adjudicateAgreed');
    const yaml = await read(shared);
    assert.match(yaml, /We will sail on Thursday/);
    assert.doesNotMatch(yaml, /The wind is with us, and[\s\S]*exact/);
    await run('adjudicateAgreed');
    assert.equal(await read(shared), yaml, 'once only');
    const editor = await open(article);
    await until(
      () => cardsAt(editor, '“We will'),
      (card) => card.includes('direct · accepted'),
      'the article shows it as accepted',
    );
  });

  it('does not write over what has changed meanwhile', async () => {
    await shows(/The wind/, /The wind/);
    await write(ana, sidecar(sail));
    await run('adjudicateLeft');
    assert.equal(await exists(shared), false);
  });
});
