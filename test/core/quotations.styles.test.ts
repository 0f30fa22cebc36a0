import assert from 'node:assert/strict';
import { analyse, readArticle } from '../../src/core/index';

/** Quotations that are no indirect ones as "speaker: part … part", with through whom they came in brackets. */
function quoted(text: string, path = 'a.txt'): string[] {
  const article = readArticle({ uri: path, path, text, version: 1 });
  const words = ({ start, end }: { start: number; end: number }) => article.raw.slice(start, end);
  return analyse(article)
    .quotations.filter(({ type }) => type === 'direct' || type === 'mixed')
    .map(({ speakerName, parts, provenance }) => {
      const through = provenance === undefined ? '' : ` [${provenance.name}]`;
      return `${speakerName ?? '?'}: ${parts.map(words).join(' … ')}${through}`;
    });
}

describe('a British tabloid', () => {
  it('has a headline whose topic does not speak', () => {
    const text = 'Tarn Bridge shut: ‘We heard it groan for weeks’\n\nMum-of-three Kelly Osgood, 34, said: ‘It was terrifying.’';
    assert.deepEqual(quoted(text), ['?: ‘We heard it groan for weeks’', 'Kelly Osgood: ‘It was terrifying.’']);
  });

  it('has a headline whose words are quoted even where nobody says whose they are', () => {
    const text = 'Mayor quits: ‘I have had enough’\n\nKelly Osgood left on Friday.';
    assert.deepEqual(quoted(text), ['?: ‘I have had enough’']);
  });

  it('leaves single marks open over paragraphs', () => {
    const text = '‘I asked him,’ Mrs Blackett told the meeting. ‘So far I’ve had waffle.\n\n‘If he won’t talk to me, he can talk to them.’';
    assert.deepEqual(quoted(text), [
      'Blackett: ‘I asked him,’ … ‘So far I’ve had waffle. … ‘If he won’t talk to me, he can talk to them.’',
    ]);
  });

  it('writes honours after a name, which are no part of it', () => {
    const text = 'Prosecutor Marcus Venn KC called it “a theft.” “He took from all of us,” Mr Venn told the court.';
    assert.deepEqual(quoted(text), ['Marcus Venn: “a theft.”', 'Marcus Venn: “He took from all of us,”']);
  });

  it('warns somebody with a colon', () => {
    const text = 'The judge, Sir Anthony Gale, warned the public gallery: “This is not a theatre.”';
    assert.deepEqual(quoted(text), ['Anthony Gale: “This is not a theatre.”']);
  });

  it('calls a person by nationality the second time', () => {
    const text = 'Coach Pia Lund was less happy. “It was never a penalty,” the Dane said.';
    assert.deepEqual(quoted(text), ['Pia Lund: “It was never a penalty,”']);
  });
});

describe('an Indian newspaper', () => {
  it('has a dateline that does not speak', () => {
    const text = 'KADOOR: Water Minister B. N. Shankarappa on Monday accused the Opposition of “cheap theatrics” over the canal.';
    assert.deepEqual(quoted(text), ['B. N. Shankarappa: the Opposition of “cheap theatrics” over the canal']);
  });

  it('tells where somebody spoke before what was said', () => {
    const text = 'Speaking to mediapersons here, Rekha Pawde said, “They had ten years.” Replying to a question, she said: “No.”';
    assert.deepEqual(quoted(text), ['Rekha Pawde: “They had ten years.”', 'Rekha Pawde: “No.”']);
  });
});

describe('a wire service', () => {
  it('has a headline whose office is the person of the article', () => {
    const text = 'Drask holds rates, governor sees "no hurry"\n\n"We will act later," Governor Tomas Verrill told a news conference.';
    assert.deepEqual(quoted(text), ['Tomas Verrill: "no hurry"', 'Tomas Verrill: "We will act later," [news conference]']);
  });

  it('names a study as the source, and not as who speaks', () => {
    const text = 'The ice is “far older than thought,” according to a study published on Wednesday. Nobody disputes it.';
    assert.deepEqual(quoted(text), ['study: The ice is “far older than thought,” [study]']);
  });
});

describe('provenance', () => {
  it('of a statement, an e-mail or a letter holds for who gave it alone', () => {
    const text = '“It broke,” Yuki Tanabe said in an email. “It did not,” said Otto Brandl. “It did,” Tanabe said. “Twice,” Tanabe wrote.';
    assert.deepEqual(quoted(text), [
      'Yuki Tanabe: “It broke,” [email]',
      'Otto Brandl: “It did not,”',
      'Yuki Tanabe: “It did,”',
      'Yuki Tanabe: “Twice,” [email]',
    ]);
  });

  it('of a readout ends where another place is named', () => {
    const text =
      'The ministry said in a readout that the talks were “candid.”\n\nSpokeswoman Han Mei told a press briefing: “We urge them to wait.”';
    assert.deepEqual(quoted(text), [
      'ministry: that the talks were “candid.” [readout]',
      'Han Mei: “We urge them to wait.” [press briefing]',
    ]);
  });

  it('is not passed on to a block quote that another signs', () => {
    const text = 'Stonegate said in a statement that it “welcomes the clarity.”\n\n> We will be good neighbours.\n>\n> — Mark Tarrant\n';
    assert.deepEqual(quoted(text, 'a.md'), [
      'Stonegate: that it “welcomes the clarity.” [statement]',
      'Mark Tarrant: We will be good neighbours.',
    ]);
  });
});

describe('a live blog', () => {
  it('calls a company by its name and then “it”', () => {
    const text = 'Skerry Line has suspended all sailings. “Safety comes first,” it says in a statement.';
    assert.deepEqual(quoted(text), ['Skerry Line: “Safety comes first,” [statement]']);
  });
});

describe('a transcript', () => {
  it('has turns of several paragraphs, a title and people in brackets', () => {
    const text =
      'Transcript: Committee on ports\n\nCHAIR (DAME OLWEN PRICE): Order. Mr Tully, please.\n\nMR TULLY: Who paid?\n\nMINISTER: The port did.\n\nI have said so before.\n\n(Interruption)';
    assert.deepEqual(quoted(text), [
      'CHAIR: Order. Mr Tully, please.',
      'TULLY: Who paid?',
      'MINISTER: The port did. … I have said so before.',
    ]);
  });

  it('does not swallow the narrator', () => {
    const text = 'Q: Did you plan it?\n\nA: Never. I counted seals.\n\nThe mayor poured the tea.';
    assert.deepEqual(quoted(text), ['?: Did you plan it?', '?: Never. I counted seals.']);
  });
});

describe('what was not said', () => {
  it('is no reported speech', () => {
    const text = 'One neighbour, who asked not to be named, left. The mayor did not respond to requests for comment.';
    assert.deepEqual(analyse(readArticle({ uri: 'a', path: 'a.txt', text, version: 1 })).quotations, []);
  });
});
