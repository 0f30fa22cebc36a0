import assert from 'node:assert/strict';
import fc from 'fast-check';
import { proseSpanToRaw, rawSpanToProse, readArticle } from '../../src/core/index';

const pieces = [
  '<p>', '</p>', '<br>', '<b>', '</b>', '<!--', '-->', '<script>', '</script>', '<a href="', '">', '&amp;', '&ldquo;', '&#8221;', '&', '<', '>',
  '*', '**', '_', '`', '[', ']', '](', ')', '![', '> ', '- ', '1. ', '# ', '\n', '\n\n', '---\n', '```\n', '\\', '  \n', '~~', '|', '[x]: y\n',
  'ferry', 'late', ' ', '“', '”', '"', 'â€œ', 'â€', '😀', 'שלום', '\t', '\u00a0', 'title: x\n',
] as const; // prettier-ignore
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));
const paths = fc.constantFrom('a.txt', 'a.md', 'a.html');
const read = (text: string, path: string) => readArticle({ uri: path, path, text, version: 1 });

describe('the map from prose to raw', () => {
  it('rises, stays inside the text and leads there and back', () => {
    fc.assert(
      fc.property(texts, paths, (text, path) => {
        const { prose, raw } = read(text, path);
        let last = 0;
        for (let start = 0; start < prose.text.length; start += 1) {
          const span = proseSpanToRaw(prose, { start, end: start + 1 });
          assert.ok(span.start >= last && span.end >= span.start && span.end <= raw.length, JSON.stringify({ start, span }));
          last = span.start;
          if (span.start === span.end) continue;
          const back = rawSpanToProse(prose, span);
          assert.ok(back && back.start <= start && back.end > start, JSON.stringify({ start, span, back }));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same character where the text was taken over', () => {
    fc.assert(
      fc.property(texts, paths, (text, path) => {
        const { prose, raw } = read(text, path);
        for (let start = 0; start < prose.text.length; start += 1) {
          const span = proseSpanToRaw(prose, { start, end: start + 1 });
          const here = prose.text.charAt(start);
          if (/[a-z]/.test(here) && span.end - span.start === 1) assert.equal(raw.slice(span.start, span.end), here);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds nothing where a reader reads nothing', () => {
    const { prose, raw } = read('<p>One</p><script>two</script><p>three</p>', 'a.html');
    const spanOf = (words: string) => ({ start: raw.indexOf(words), end: raw.indexOf(words) + words.length });
    assert.equal(rawSpanToProse(prose, spanOf('two')), undefined);
    assert.equal(rawSpanToProse(prose, spanOf('</script>')), undefined);
    assert.deepEqual(rawSpanToProse(prose, spanOf('One')), { start: 0, end: 3 });
    assert.deepEqual(rawSpanToProse(prose, spanOf(raw)), { start: 0, end: prose.text.length });
  });
});

describe('the times at which lines are heard', () => {
  const text = (marks: readonly string[]) =>
    `The weir\n\n${marks[0] ?? ''}The weir on the hill is shut because its gate is\n${marks[1] ?? ''}leaking. The warden said that it would\n${marks[2] ?? ''}open in the spring.\n\n${marks[3] ?? ''}It rains.\n`;
  const shapes: Readonly<Record<string, readonly string[]>> = {
    'with parts of a second': [
      '00:00.000 - 00:05.560:  ',
      '00:05.560 - 00:11.680:  ',
      '00:11.680 - 00:16.980:  ',
      '00:16.980 - 00:18.000:  ',
    ],
    'in brackets with arrows': ['[00:00.000 --> 00:05.560]  ', '[00:05.560 --> 00:11.680]  ', '[00:11.680 --> 00:16.980]  ', '[00:16.980 --> 00:18.000]  '], // prettier-ignore
    'with hours': ['0:00:00–0:00:05 ', '0:00:05–0:00:11 ', '0:00:11–0:00:16 ', '0:00:16–0:00:18 '],
  };
  for (const [title, marks] of Object.entries(shapes))
    it(`are no prose, ${title}, and places stay right`, () => {
      const { prose, raw } = read(text(marks), 'a.txt');
      const words = 'The weir on the hill is shut because its gate is leaking. The warden said that it would open in the spring.';
      assert.deepEqual(prose.text.split('\n').filter(Boolean), ['The weir', words, 'It rains.']);
      for (const word of ['leaking', 'open', 'rains']) {
        const start = prose.text.indexOf(word);
        const span = proseSpanToRaw(prose, { start, end: start + word.length });
        assert.equal(raw.slice(span.start, span.end), word);
      }
    });

  it('are prose where they are hours of a day', () => {
    const day = '10:00 - 11:00: Swimming\n11:00 - 12:00: Rowing\n12:00 - 13:00: Soup\n';
    assert.equal(read(day, 'a.txt').prose.text, day);
  });
});

describe('hostile articles', () => {
  const n = 30_000;
  // Each would take minutes in a scanner that looks back or forward for every sign.
  const attacks: readonly string[] = [
    '<div>', '</div>', '<p', '<a "', '<!--', '<![CDATA[', '<script>', '</script', '&', '&#', '&amp', '<nav>', '<q>', '<', '< ',
    '[', ']', '![', '](', '[](', '](<', '](a "', '*', '*a ', '**a', '_a_', '`', '` ', '`` `', '> ', '- ', '1. ', '- - ', '# ', '~~~\n', '\\', '| -', '<a:', '[a]: ', '---\n', '"', '“', ' ', '\n', '\t\n', 'Ã', 'â€', 'a@', '<b ="', "<b c='", '1 ', '2024-', 'May ',
  ]; // prettier-ignore
  for (const path of ['a.txt', 'a.md', 'a.html']) {
    it(`are read in linear time as ${path}`, function () {
      this.timeout(60_000);
      for (const attack of attacks) {
        // processor time: a busy machine says nothing about the scanner
        const started = process.cpuUsage();
        read(attack.repeat(n), path);
        read(`${attack.repeat(n)} text > --> ">`, path);
        const seconds = process.cpuUsage(started).user / 1e6;
        assert.ok(seconds < 2, `${JSON.stringify(attack)} took ${seconds.toFixed(1)} s`);
      }
    });
  }
});
