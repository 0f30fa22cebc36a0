import assert from 'node:assert/strict';
import {
  type Annotation,
  bothOf,
  compareAnnotations,
  describeSpan,
  type Placed,
  placeAnnotations,
  remarksOfBoth,
} from '../../src/core/index';

const text = '“We will sail,” said Holm. “The wind is with us and the crew is rested,” she added on 14 May. The pier held.';

/** Annotations of the words, where they stand first. */
function marked(...given: (Partial<Annotation> & { readonly words: string })[]): readonly Placed[] {
  const annotations = given.map(({ words, ...fields }, index): Annotation => {
    const start = text.indexOf(words);
    assert.ok(start >= 0, words);
    return {
      id: `id${index}`,
      type: 'quotation',
      status: 'accepted',
      ...describeSpan(text, { start, end: start + words.length }),
      ...fields,
    };
  });
  return placeAnnotations(text, annotations, true);
}

const ours = (words: string, fields: Partial<Annotation> = {}) => ({ words, ...fields });
const told = (comparisons: ReturnType<typeof compareAnnotations>['open']) =>
  comparisons.map(({ ours: a, theirs: b, differs }) => [a && text.slice(a.start, a.end), b && text.slice(b.start, b.end), differs.join()]);

describe('two people’s annotations', () => {
  it('that are the same are agreed on, whatever was said beside them', () => {
    const side = { kind: 'direct', speakers: ['holm'] } as const;
    const { agreed, open } = compareAnnotations(
      marked(ours('“We will sail,”', { ...side, note: 'x' })),
      marked(ours('“We will sail,”', side)),
      [],
    );
    assert.deepEqual(told(agreed), [['“We will sail,”', '“We will sail,”', '']]);
    assert.deepEqual(open, []);
  });

  const cases: [what: string, a: Partial<Annotation> & { words: string }, b: Partial<Annotation> & { words: string }, differs: string][] = [
    ['extent', ours('“We will sail,”'), ours('“We will sail,” said Holm'), 'span'],
    ['speaker', ours('“We will sail,”', { speakers: ['holm'] }), ours('“We will sail,”', { speakers: [] }), 'speakers'],
    ['kind', ours('“We will sail,”', { kind: 'direct' }), ours('“We will sail,”', { kind: 'mixed' }), 'kind'],
    ['type', ours('The pier held.', { type: 'statement' }), ours('The pier held', { type: 'note' }), 'type,span'],
    ['status', ours('“We will sail,”'), ours('“We will sail,”', { status: 'rejected' }), 'status'],
    ['date', ours('14 May', { type: 'date', value: '2025-05-14' }), ours('14 May', { type: 'date', value: '2024-05-14' }), 'value'],
  ];
  for (const [what, a, b, differs] of cases)
    it(`that differ in ${what} are one difference`, () => {
      const { agreed, open } = compareAnnotations(marked(a), marked(b), []);
      assert.deepEqual(told(open), [[a.words, b.words, differs]]);
      assert.equal(agreed.length, 0);
    });

  it('in another order name the same speakers', () => {
    const [a, b] = [marked(ours('“We will sail,”', { speakers: ['a', 'b'] })), marked(ours('“We will sail,”', { speakers: ['b', 'a'] }))];
    assert.equal(compareAnnotations(a, b, []).open.length, 0);
  });

  it('of which one is missing are a difference, in reading order', () => {
    const { open } = compareAnnotations(marked(ours('The pier held.')), marked(ours('“We will sail,”')), []);
    assert.deepEqual(told(open), [
      [undefined, '“We will sail,”', 'missing'],
      ['The pier held.', undefined, 'missing'],
    ]);
  });

  it('that one has rejected and the other never looked at are none', () => {
    const { open, agreed } = compareAnnotations(marked(ours('“We will sail,”', { status: 'rejected' })), [], []);
    assert.deepEqual([open, agreed], [[], []]);
  });

  it('are settled by a shared annotation of the same passage, accepted or rejected, and not by one beside it', () => {
    const [a, b] = [marked(ours('“We will sail,”', { kind: 'direct' })), marked(ours('“We will sail,”', { kind: 'mixed' }))];
    for (const status of ['accepted', 'rejected'] as const) {
      const { open, settled } = compareAnnotations(a, b, marked(ours('We will sail', { status })));
      assert.deepEqual([open.length, settled], [0, 1]);
    }
    assert.equal(compareAnnotations(a, b, marked(ours('The pier held.'))).open.length, 1);
    assert.equal(compareAnnotations(a, b, marked(ours('We will sail', { type: 'note' }))).open.length, 1);
  });

  it('whose words have changed wait for their own person', () => {
    const [gone] = marked(ours('“We will sail,”'));
    assert.ok(gone);
    const { open, waiting } = compareAnnotations([{ annotation: gone.annotation, how: 'orphan' }], [], []);
    assert.deepEqual([open.length, waiting], [0, 1]);
  });

  it('that overlap are paired one to one', () => {
    const { open } = compareAnnotations(
      marked(ours('“The wind is with us and the crew is rested,”')),
      marked(ours('“The wind is with us'), ours('the crew is rested,”')),
      [],
    );
    assert.deepEqual(
      open.map(({ ours: a, theirs: b }) => [a !== undefined, b !== undefined]),
      [
        [true, true],
        [false, true],
      ],
    );
  });

  it('a thousand of them are compared in the time of their number', () => {
    const long = Array.from({ length: 1000 }, (_, index) => ({ start: 10 * index, end: 10 * index + 5 }));
    let asked = 0;
    const side = (shift: number): readonly Placed[] =>
      long.map(({ start, end }, index) => ({
        how: 'exact',
        annotation: { id: `${index}`, type: 'note', status: 'accepted', exact: 'x', prefix: '', suffix: '', start, end },
        get span() {
          asked++;
          return { start: start + shift, end: end + shift };
        },
      }));
    const { open, settled } = compareAnnotations(side(0), side(1), side(0));
    assert.deepEqual([open.length, settled], [0, 1000]);
    assert.ok(asked < 10_000, `${asked}`);
  });

  it('are both taken, as one where they are on the very same words and one type', () => {
    const taken = (a: ReturnType<typeof ours>, b: ReturnType<typeof ours>) => {
      const [open] = compareAnnotations(marked(a), marked(b), []).open;
      assert.ok(open);
      return bothOf(open)?.map(({ annotation: { type, exact, speakers, tags } }) => [type, exact, speakers?.join(), tags?.join()]);
    };
    const sail = '“We will sail,”';
    assert.deepEqual(taken(ours(sail, { speakers: ['holm'], tags: ['a'] }), ours(sail, { speakers: ['li', 'holm'], tags: ['b'] })), [
      ['quotation', sail, 'holm,li', 'a,b'],
    ]);
    assert.equal(taken(ours(sail), ours(`${sail} said Holm`))?.length, 2);
    assert.equal(taken(ours(sail), ours(sail, { type: 'statement' }))?.length, 2);
    assert.equal(taken(ours(sail), ours(sail, { status: 'rejected' })), undefined);
    assert.equal(taken(ours(sail, { kind: 'direct' }), ours(sail, { kind: 'mixed' })), undefined);
    const day = (value: string) => ours('14 May', { type: 'date', value });
    assert.equal(taken(day('2025-05-14'), day('2024-05-14')), undefined);
  });

  it('that agree are joined with the tags, notes and comments of both', () => {
    const base = marked(ours('“We will sail,”'))[0]?.annotation;
    assert.ok(base);
    const comment = { by: 'ana', at: '2026-01-01', text: 'Why?' };
    assert.deepEqual(
      remarksOfBoth(
        { ...base, tags: ['a'], note: 'one', comments: [comment] },
        { ...base, tags: ['a', 'b'], note: 'two', comments: [comment] },
      ),
      { tags: ['a', 'b'], note: 'one\n\ntwo', comments: [comment] },
    );
    assert.deepEqual(remarksOfBoth(base, base), {});
  });
});
