import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { KeptFile } from '../../src/pages/kept/kept';
import { lines, pdfFile, type Placed } from './pdfFile';

const left = [
  'The ferrymen of Orrey met on Friday and',
  'agreed, after four hours in the net loft, to',
  'run the night boat until the ice comes. No-',
  'body had asked for it, the pilot of the well-',
  'known sloop said, but the bakers on the far',
  'bank had walked over the weir for years.',
];
const right = [
  'The town pays for the lamp, for the oil and',
  'for a second hand on the rope, which the',
  'treasurer called money well spent. It is',
  'to be lit at three, an hour before the first',
  'loaf leaves the oven, and put out when the',
  'bells of the well-known chapel ring for six.',
];
const story = [
  'The ferrymen of Orrey met on Friday and agreed, after four hours in the net loft, to run the night boat until the ice comes. Nobody had asked for it, the pilot of the well-known sloop said, but the bakers on the far bank had walked over the weir for years.',
  'The town pays for the lamp, for the oil and for a second hand on the rope, which the treasurer called money well spent. It is to be lit at three, an hour before the first loaf leaves the oven, and put out when the bells of the well-known chapel ring for six.',
];
const columns = [...lines(left), ...lines(right, { x: 310 })];
const headline: Placed = { text: 'Night boat for Orrey after all, ferrymen decide', x: 60, y: 740, size: 20 };

/** By the program that ships: PDF.js in one file. */
async function read(bytes: Uint8Array): Promise<KeptFile> {
  const { pdfPages } = createRequire(__filename)(resolve('dist/pdf.js')) as typeof import('../../src/pages/kept/pdf');
  return pdfPages(bytes);
}

async function blocks(bytes: Uint8Array): Promise<readonly string[]> {
  const kept = await read(bytes);
  assert.ok(kept && 'pages' in kept, JSON.stringify(kept));
  return (kept.pages[0]?.content ?? '').split('\n');
}

const paragraph = (text: string) => `<p>${text}</p>`;

describe('a PDF file', () => {
  it('is read column by column, with the words whole that the end of a line has parted', async () => {
    assert.deepEqual(await blocks(pdfFile([[headline, ...columns]])), [`<h1>${headline.text}</h1>`, ...story.map(paragraph)]);
  });

  it('is read alike where its program has drawn it row by row', async () => {
    const rows = left.flatMap((_, i) => [columns[i], columns[i + left.length]]).filter((words) => words !== undefined);
    assert.deepEqual(await blocks(pdfFile([[...rows, headline]])), [`<h1>${headline.text}</h1>`, ...story.map(paragraph)]);
  });

  it('loses the heads, the feet and the numbers of its pages, and a sentence goes on over the page', async () => {
    const page = (number: number, texts: readonly string[]) => [
      { text: 'Orrey Post', x: 60, y: 815 },
      { text: '3 May 2024', x: 480, y: 815 },
      ...lines(texts),
      { text: `Page ${number} of 3`, x: 270, y: 30 },
    ];
    const found = await blocks(pdfFile([page(1, left.slice(0, 3)), page(2, left.slice(3)), page(3, right)]));
    assert.deepEqual(found, story.map(paragraph));
  });

  it('keeps a line at the head of a page that is on no other', async () => {
    const found = await blocks(pdfFile([[{ text: 'Seven boats were counted.', x: 60, y: 815 }, ...lines(left)]]));
    assert.equal(found[0], '<p>Seven boats were counted.</p>');
  });

  it('parts paragraphs by distance, by indentation, and where a line ends early', async () => {
    const [first = '', second = '', third = '', ...rest] = left;
    const apart = [...lines([first, second]), ...lines([third, ...rest], { y: 664 })];
    assert.equal((await blocks(pdfFile([apart]))).length, 2);
    const early = ['By Hanne Rook', ...left, ...right];
    assert.equal((await blocks(pdfFile([lines(early)])))[0], '<p>By Hanne Rook</p>');
    const indented = [...lines([first, second, 'and they rowed over, all of them, in the rain.']), ...lines([third], { x: 70, y: 664 }), ...lines(rest, { y: 652 })]; // prettier-ignore
    assert.equal((await blocks(pdfFile([indented]))).length, 2);
  });

  it('keeps raised ordinals and numbers of notes on the line of their words, and a note with its address', async () => {
    const raised = { y: 692, size: 7 };
    const kept = await blocks(
      pdfFile([
        [
          ...lines(['A night boat is what the bakers of the far bank have asked for, since the']),
          // A figure is 5.56 points wide.
          { text: '45', x: 60, y: 688 },
          { ...raised, text: 'th', x: 71.2 },
          { text: 'ferry went out of service in the year that the weir was built, which was', x: 79, y: 688 },
          { text: '1914', x: 60, y: 676 },
          { ...raised, text: '3', x: 82.4, y: 680 },
          { text: 'as the parish has it, or 1915 by the stone above the upper landing, and', x: 89, y: 676 },
          ...lines(['nobody has rowed at night since then but those who had to.'], { y: 664 }),
          { text: 'https://post.example/boats', x: 60, y: 60 },
        ],
      ]),
    );
    assert.equal(
      kept[0],
      paragraph(
        'A night boat is what the bakers of the far bank have asked for, since the 45th ferry went out of service in the year that the weir was built, which was 1914 3 as the parish has it, or 1915 by the stone above the upper landing, and nobody has rowed at night since then but those who had to.',
      ),
    );
    assert.ok(kept.join('').includes('https://post.example/boats'));
  });

  it('keeps the rows of a table together', async () => {
    const table = [0, 1, 2, 3, 4, 5].flatMap((row) =>
      ['lamp', 'oil', 'rope'].map((cell, column) => ({ text: `${cell} ${row}`, x: 60 + 150 * column, y: 400 - 14 * row })),
    );
    const found = (await blocks(pdfFile([[...lines(left), ...table]]))).join('\n');
    for (const row of [0, 3, 5]) assert.ok(found.includes(`lamp ${row} oil ${row} rope ${row}`), found);
  });

  it('is named by its headline, or by a title that is none of a file, and its author is somebody with two names', async () => {
    const titleOf = async (info: string) => {
      const kept = await read(pdfFile([[headline, ...columns]], info));
      return kept && 'pages' in kept ? kept.pages[0]?.html : undefined;
    };
    assert.match((await titleOf('/Title (night boat v2.docx) /Author (hrook)')) ?? '', /<title>Night boat for Orrey after all/);
    assert.doesNotMatch((await titleOf('/Title (night boat v2.docx) /Author (hrook)')) ?? '', /hrook/);
    assert.match((await titleOf('/Title (Ferrymen row again) /Author (Hanne Rook)')) ?? '', /<title>Ferrymen row again.*Hanne Rook/);
  });

  it('tells how many of its pages have no text layer', async () => {
    const kept = await read(pdfFile([columns, [], []]));
    assert.ok(kept && 'pages' in kept);
    assert.equal(kept.pages[0]?.leftOut?.pages, 2);
  });

  for (const [what, bytes, reason] of [
    ['a scan', pdfFile([[], []]), /no text layer.*OCR/],
    ['cut off', pdfFile([columns]).subarray(0, 200), /cannot be read: it is damaged or cut off/],
    ['its first line alone', Buffer.from('%PDF-1.7\n'), /cannot be read/],
  ] as const)
    it(`is refused in words that say why where it is ${what}`, async () => {
      const kept = await read(bytes);
      assert.ok(kept && 'reason' in kept);
      assert.match(kept.reason, reason);
    });
});
