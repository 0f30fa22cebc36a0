import assert from 'node:assert/strict';
import { analyse, readArticle } from '../../src/core/index';
import { corpusOf } from './corpusStory';

/** What is shown in the second of two articles for some words of the first. */
function shown(a: string, words: string, b: string): { readonly text: string; readonly relation: string; readonly level: string } {
  const corpus = corpusOf({ 'a.txt': a, 'b.txt': b });
  const start = a.indexOf(words);
  assert.notEqual(start, -1);
  const [match] = corpus.match({ uri: 'a.txt', start, end: start + words.length });
  assert.ok(match);
  return { text: b.slice(match.start, match.end), relation: match.relation, level: match.level };
}

describe('the ends of a rendering', () => {
  const statement = 'The harbour ferry will stop at Quell Island every morning from May';
  const home = `Ferry captain Ana Morrow told passengers on Monday: “${statement}.” The island has no bridge.`;

  it('leave out the place and the agency that an article begins with', () => {
    for (const dateline of ['OSTRAVIN (Morrel News) - ', 'OSTRAVIN/KELM, March 4 — ', 'Ostravin (MNA) -- ', '(MNA) '])
      assert.equal(
        shown(home, statement, `${dateline}The harbour ferry stops at Quell Island every morning from May, its captain said. Tea is sold.`)
          .text,
        'The harbour ferry stops at Quell Island every morning from May',
        dateline,
      );
  });

  it('keep a name with a dash behind it at the beginning of a paragraph', () => {
    const there = 'Harbour Ferry Lines – a firm of Ostravin – will stop at Quell Island every morning from May. Tea is sold.';
    assert.match(shown(home, statement, there).text, /^Harbour Ferry Lines/);
  });

  it('leave out who reports it', () => {
    const there =
      'Ferry captain Ana Morrow told passengers on Monday that the harbour ferry would stop at Quell Island every morning from May.';
    assert.equal(shown(home, statement, there).text, 'that the harbour ferry would stop at Quell Island every morning from May');
  });

  it('keep what turns it', () => {
    const there =
      'Ferry captain Ana Morrow denied telling passengers that the harbour ferry would stop at Quell Island every morning from May.';
    assert.match(shown(home, statement, there).text, /^denied /);
  });

  it('leave out who said it, by whatever verb, where words between marks stand beside it', () => {
    const there =
      '“The harbour ferry will stop at Quell Island every morning from May,” Ana Morrow, a captain, wrote in a letter to all schools.';
    const told = 'Captain Ana Morrow said that the harbour ferry would stop at Quell Island every morning from May.';
    assert.equal(shown(told, 'the harbour ferry would stop at Quell Island every morning from May', there).text, statement);
  });

  it('reach to the end of the clause where a few words are missing', () => {
    const there = 'From May the harbour ferry will stop at Quell Island every morning in the busy season, said the captain.';
    assert.match(shown(home, statement, there).text, /in the busy season$/);
  });

  it('are those of the one sentence that has nearly all of it', () => {
    const there = 'The harbour ferry will stop at Quell Island every morning from May. The ferry was painted in spring, said the captain.';
    assert.equal(shown(home, statement, there).text, statement);
  });
});

describe('a quotation that others have in one piece or in two', () => {
  const whole = 'The lock was shut by nobody at all that night. We looked for the key in all three sheds';
  const two = '“The lock was shut by nobody at all that night,” Ivo Brandt tweeted. “We looked for the key in all three sheds.”';

  it('is found whole from either, as the same words, whatever the verb between', () => {
    const one = `Ivo Brandt spoke on Sunday. “${whole},” he said.`;
    const there = `On Sunday there was news. ${two} Rain fell.`;
    const back = shown(there, two, one);
    assert.equal(back.text, whole);
    assert.equal(back.relation, 'verbatim');
    assert.equal(shown(one, `“${whole},”`, there).relation, 'verbatim');
  });

  it('is none of the other where a few words are the same and those between are not', () => {
    const relation = shown(
      'A banner said: “Ostravin must be dug up.”',
      'Ostravin must be dug up',
      'The banner read: “Ostravin should be dug out of the mud.”',
    ).relation;
    assert.equal(relation, 'retranslated');
  });
});

describe('an office or a thing that somebody is read to speak of', () => {
  it('is no match of its like: it tells nothing', () => {
    const a =
      'The flood tested the wall within a metre, said Gen. Ivo Brandt, deputy head of the Ostravin harbour guard, according to the Morrel agency.';
    const b = 'The wall held well. Gen. Ivo Brandt, deputy head of the Ostravin harbour guard, spoke on the quay.';
    const corpus = corpusOf({ 'a.txt': a, 'b.txt': b });
    const { quotations } = analyse(readArticle({ uri: 'a.txt', path: 'a.txt', text: a, version: 1 }));
    const levels = quotations.flatMap(({ start, end }) => corpus.match({ uri: 'a.txt', start, end }).map(({ level }) => level));
    assert.ok(levels.length > 0);
    assert.ok(!levels.includes('match'), levels.join());
  });

  it('is one where it says what something is, or how many', () => {
    const a = 'Councillor Ivo Brandt criticised the Orrin Ferry Company as a danger to the Ostravin harbour seals.';
    const b = 'The Orrin Ferry Company is a danger to the Ostravin harbour seals, councillor Ivo Brandt said.';
    const words = 'the Orrin Ferry Company as a danger to the Ostravin harbour seals';
    assert.equal(shown(a, words, b).level, 'match');
  });
});
