import assert from 'node:assert/strict';
import { analyse, readArticle } from '../../src/core/index';

/** The speaker of the first quotation whose words begin so. */
function speakerOf(text: string, words: string): string | undefined {
  const { quotations } = analyse(readArticle({ uri: 'a', path: 'a.txt', text, version: 1 }));
  const at = text.indexOf(words);
  const found = quotations.find(({ type, start, end }) => type !== 'scare' && start <= at && at < end);
  assert.ok(found, `no quotation at “${words}”`);
  return found.speakerName;
}

describe('who speaks', () => {
  it('is no town that something happened in: both are those who met there', () =>
    assert.equal(
      speakerOf(
        'President Ida Holm met Minister Rolf Venn at the old salt house in Tarnhill on Friday, with both sides praising the “long” talks.',
        'long',
      ),
      'Ida Holm and Rolf Venn',
    ));

  it('is the one who said it, not the report that it is told by', () =>
    assert.equal(
      speakerOf('The harbour master, Ida Holm, said that, according to the survey, the pier was unsafe.', 'the pier was'),
      'Ida Holm',
    ));
});

describe('offices and names that look alike', () => {
  const meeting = 'Velmark’s Prime Minister Tomas Arendt met Kessian Transport Minister Sen Maroa in Lowen.\n\n';

  it('the minister is not the prime minister where there are both', () => {
    assert.equal(speakerOf(`${meeting}The minister said, “It was my first journey.”`, 'It was'), 'Sen Maroa');
    assert.equal(speakerOf(`${meeting}The Kessian minister said: “It was my first journey.”`, 'It was'), 'Sen Maroa');
    assert.equal(speakerOf(`${meeting}The prime minister said: “It was a good day.”`, 'It was'), 'Tomas Arendt');
  });

  it('the minister is the prime minister where there is no other', () => {
    assert.equal(speakerOf('Prime Minister Tomas Arendt came to Lowen.\n\nThe minister said: “It was late.”', 'It was'), 'Tomas Arendt');
  });

  it('a surname that looks like a short title stays a name after a title', () => {
    assert.equal(speakerOf(`${meeting}“It was my first journey,” Sen said.`, 'It was'), 'Sen Maroa');
    assert.equal(speakerOf('Sen. Ines Falk came late.\n\n“It was raining,” Falk said.', 'It was'), 'Ines Falk');
  });

  it('a place is no short form of the paper named after it', () => {
    assert.equal(speakerOf('The Lowen Courier\n\nLowen announced that the visit was “short” on Monday.', 'the visit'), 'Lowen');
  });

  it('a month that looks like a verb does not part the cue from its clause', () => {
    assert.equal(
      speakerOf('Spokeswoman Petra Quill said at a briefing on May 30 that crews are “ready to sail.”', 'that crews'),
      'Petra Quill',
    );
  });

  it('a name after the office in "according to" is the speaker, and no part of the words', () => {
    assert.equal(speakerOf('According to the mayor, Ann Poe, the road is shut.', 'the road'), 'Ann Poe');
  });

  it('who declines to comment has said nothing', () => {
    const text = 'Hollis declined to comment. Poe refused to say more.';
    assert.deepEqual(analyse(readArticle({ uri: 'a', path: 'a.txt', text, version: 1 })).quotations, []);
  });
});
