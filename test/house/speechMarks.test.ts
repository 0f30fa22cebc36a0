import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { speechTallies } from '../../scripts/speech.mjs';

interface Span {
  start: number;
  end: number;
}
interface Paragraph extends Span {
  kind: string;
  marks?: (Span & { type: string; optional?: boolean })[];
}

const paragraphs = readFileSync('test/evaluation/speech.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .flatMap((line) => (JSON.parse(line) as { paragraphs: Paragraph[] }).paragraphs);

describe('the marked paragraphs', () => {
  it('are 300 of each kind, 150 of hard news, with at least forty reported stretches', () => {
    for (const kind of ['features', 'lists', 'sports', 'captions', 'boxes', 'hard news']) {
      const ofKind = paragraphs.filter((one) => one.kind === kind);
      const reported = ofKind.flatMap(({ marks = [] }) => marks).filter(({ type, optional }) => type !== 'direct' && !optional);
      assert.equal(ofKind.length, kind === 'hard news' ? 150 : 300, kind);
      assert.ok(reported.length >= 40, `${kind}: ${reported.length}`);
    }
  });

  it('hold their marks', () => {
    for (const { start, end, marks = [] } of paragraphs)
      for (const mark of marks) assert.ok(start <= mark.start && mark.start < mark.end && mark.end <= end, `${mark.start} to ${mark.end}`);
  });
});

describe('the score of suggestions on marked paragraphs', () => {
  const text = 'Mayor Ana Ruiz said the bridge would open in May. The fog ordered a coffee. She hopes for sun. Ruiz left.';
  const span = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  const mention = (part: string): [number, number] => [span(part).start, span(part).end];
  const document = {
    set: 'archive',
    id: 'a',
    sha256: '',
    text,
    paragraphs: [
      {
        kind: 'features',
        start: 0,
        end: text.length,
        marks: [
          { ...span('the bridge would open in May'), type: 'indirect', speaker: [mention('Ana Ruiz')] },
          { ...span('for sun'), type: 'indirect', speaker: [mention('She')], optional: true },
        ],
      },
    ],
  };
  const score = (suggestions: Parameters<typeof speechTallies>[1][number]['quotations'], shown = true) => {
    const tally = speechTallies([document], [{ quotations: suggestions }], { view: 'reported', shown }).get('features');
    assert.ok(tally);
    return tally;
  };
  const bridge = { ...span('the bridge would open in May'), type: 'indirect', speaker: span('Mayor Ana Ruiz') };
  const coffee = { ...span('a coffee'), type: 'indirect', speaker: span('The fog') };

  it('counts a right one with its speaker and a false alarm, and leaves the optional alone', () => {
    const { marked, suggested, right, bounds, found, speakersRight } = score([bridge, coffee, { ...span('for sun'), type: 'indirect' }]);
    assert.deepEqual(
      { marked, suggested, right, bounds, found, speakersRight },
      { marked: 1, suggested: 2, right: 1, bounds: 0, found: 1, speakersRight: 1 },
    );
  });

  it('tells a part of what was said from what nobody said', () => {
    const { suggested, right, bounds } = score([{ ...span('open in May'), type: 'indirect' }]);
    assert.deepEqual({ suggested, right, bounds }, { suggested: 1, right: 0, bounds: 1 });
  });

  it('knows a speaker by the name where another mention was found, and no other', () => {
    assert.equal(score([{ ...bridge, speaker: span('Ruiz left') }]).speakersRight, 1);
    assert.equal(score([{ ...bridge, speaker: span('The fog') }]).speakersRight, 0);
  });

  it('leaves out what is folded where only what is shown counts, and says how many right ones are', () => {
    const folded = [
      { ...bridge, folded: true },
      { ...coffee, folded: true },
    ];
    const shown = score(folded);
    assert.deepEqual([shown.suggested, shown.found, shown.foundFolded], [0, 0, 1]);
    const all = score(folded, false);
    assert.deepEqual([all.suggested, all.right, all.found], [2, 1, 1]);
  });
});
