import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Annotation, anchoringSteps, CodePoints, describeSpan, placeAnnotations } from '../../src/core/index';
import { standsWithin } from '../../src/core/annotations/anchoring/alignment';

const raw = '😀 Mayor Ana Ruiz said “we will rebuild the harbour” on 3 May. The fishermen were not asked, she added later.';
const annotate = (text: string, words: string): Annotation => {
  const start = text.indexOf(words);
  return { id: 'a', type: 'quotation', status: 'accepted', ...describeSpan(text, { start, end: start + words.length }) };
};
const place = (text: string, annotation: Annotation, hashMatches = false) => {
  const [placed] = placeAnnotations(text, [annotation], hashMatches);
  return placed === undefined || placed.how === 'orphan' ? ['orphan'] : [placed.how, text.slice(placed.span.start, placed.span.end)];
};

describe('an annotation', () => {
  it('counts in code points', () => {
    const annotation = annotate(raw, '“we will rebuild the harbour”');
    assert.deepEqual([annotation.start, annotation.prefix], [22, '😀 Mayor Ana Ruiz said ']);
  });

  it('stands where it was while the text is the same', () => {
    assert.deepEqual(place(raw, annotate(raw, 'harbour'), true), ['exact', 'harbour']);
  });

  it('moves with its words', () => {
    assert.deepEqual(place(`A new first line.\n${raw}`, annotate(raw, '“we will rebuild the harbour”')), [
      'moved',
      '“we will rebuild the harbour”',
    ]);
  });

  it('is known again with other quotation marks and line breaks', () => {
    const changed = raw.replace(/[“”]/g, '"').replace('rebuild the', 'rebuild\nthe');
    assert.deepEqual(place(changed, annotate(raw, '“we will rebuild the harbour”')), ['moved', '"we will rebuild\nthe harbour"']);
  });

  it('does not go to a look-alike when its words are deleted', () => {
    const text = `Ruiz said no to the plan. ${'It rained on the quay. '.repeat(3)}Then Ruiz said no to the offer.`;
    assert.deepEqual(place(text.replace('Ruiz said no to the plan. ', ''), annotate(text, 'Ruiz')), ['orphan']);
  });
});

describe('anchoring', () => {
  const story = (paragraphs: number) =>
    Array.from(
      { length: paragraphs },
      (_, n) => `On day ${n} the council heard report ${n * 7} about berth ${n % 13}, and Ruiz said “we will see to it by ${n}”.`,
    ).join('\n\n');

  it('takes work in proportion to the text, for words kept, changed and gone', () => {
    const steps = [100, 1000].map((paragraphs) => {
      const text = story(paragraphs);
      const annotations = ['report 350', '“we will see to it by 50”', 'berth 11, and Ruiz', 'Ruiz'].map((words) => annotate(text, words));
      const edited = `New.\n${text.replace('report 350', 'rapport 35O').replace('“we will see to it by 50”', '')}`;
      placeAnnotations(edited, annotations, false);
      return anchoringSteps(edited);
    }) as [number, number];
    assert.ok(steps[1] < 12 * steps[0], steps.join(' -> '));
  });

  it('names the words that stand there now', () => {
    const [placed] = placeAnnotations(
      raw.replace('rebuild the harbour', 'repair the harbours'),
      [annotate(raw, '“we will rebuild the harbour”')],
      false,
    );
    assert.deepEqual([placed?.how, placed?.how === 'changed' && placed.now], ['changed', '“we will repair the harbours”']);
  });

  it('follows the words a person has confirmed', () => {
    const changed = raw.replace('rebuild the harbour', 'repair the harbours');
    const start = changed.indexOf('“');
    const found = { ...describeSpan(changed, { start, end: changed.indexOf('”') + 1 }), at: '2026-11-23T10:00:00Z' };
    const annotation = { ...annotate(raw, '“we will rebuild the harbour”'), found };
    assert.deepEqual(place(changed, annotation), ['exact', '“we will repair the harbours”']);
    assert.deepEqual(place(`Top. ${changed}`, annotation), ['moved', '“we will repair the harbours”']);
  });

  it('tells copies of a passage apart while all of them are there', () => {
    const twice = `${raw}\n\n${raw}`;
    const annotation = {
      ...annotate(raw, 'fishermen'),
      ...describeSpan(twice, { start: twice.lastIndexOf('fishermen'), end: twice.lastIndexOf('fishermen') + 9 }),
    };
    assert.deepEqual(annotation.copy, { number: 2, of: 2, same: 2, rank: 2 });
    const [placed] = placeAnnotations(`Top.\n${twice}`, [annotation], false);
    assert.equal(placed?.how === 'moved' && placed.span.start, twice.lastIndexOf('fishermen') + 5);
    assert.deepEqual(place(raw, annotation), ['orphan']);
  });
});

describe('a passage that shares only a few words with the start of the text', () => {
  it('has no likeness there', () => {
    const words =
      'The ferry was late because the pilots, who had been on watch since noon, wanted an answer in writing from the harbour board';
    const text = `The harbour board met on Monday. Nobody came.\n\nRain fell, gulls cried and so the tide went out.\n\n${words}.`;
    const start = text.indexOf(words);
    assert.equal(describeSpan(text, { start, end: start + words.length }).copy, undefined);
  });
});

describe('whether words stand within some edits', () => {
  it('is what the whole table of edits says', () => {
    const text = fc.stringMatching(/^[abc]{0,90}$/);
    fc.assert(
      fc.property(fc.stringMatching(/^[abc]{1,90}$/), text, fc.nat(90), (pattern, there, most) => {
        let row = new Array<number>(there.length + 1).fill(0);
        for (let i = 1; i <= pattern.length; i++) {
          const next = [i];
          for (let j = 1; j <= there.length; j++) {
            const swap = (row[j - 1] ?? 0) + (pattern[i - 1] === there[j - 1] ? 0 : 1);
            next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
          }
          row = next;
        }
        assert.equal(standsWithin(pattern, there, most, { steps: 0 }), Math.min(...row) <= most);
      }),
      { numRuns: 300 },
    );
  });
});

describe('code points', () => {
  it('convert both ways and hold to the text', () => {
    const points = new CodePoints('a😀b😀');
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6, 99].map((at) => points.fromUtf16(at)),
      [0, 1, 1, 2, 3, 3, 4, 4],
    );
    assert.deepEqual(
      [0, 1, 2, 3, 4, 99].map((at) => points.toUtf16(at)),
      [0, 1, 3, 4, 6, 6],
    );
  });
});
