import assert from 'node:assert/strict';
import { analyse, readArticle } from '../../src/core/index';

/** Every quotation as "speaker: part … part", with through whom it came in brackets. */
function quoted(text: string): string[] {
  const article = readArticle({ uri: 'a.txt', path: 'a.txt', text, version: 1 });
  return analyse(article).quotations.map(({ speakerName, parts, provenance }) => {
    const words = parts.map(({ start, end }) => article.raw.slice(start, end));
    return `${speakerName ?? '?'}: ${words.join(' … ')}${provenance === undefined ? '' : ` [${provenance.name}]`}`;
  });
}

const styles: Readonly<Record<string, Readonly<Record<string, readonly [text: string, ...expected: string[]]>>>> = {
  'a local paper': {
    'writes Cllr and MP before names': [
      'Cllr Dawn Ashby called it ‘vandalism’. Labour MP Hugh Carrow tweeted that it was ‘a disgrace’.',
      'Dawn Ashby: ‘vandalism’',
      'Hugh Carrow: that it was ‘a disgrace’ [post]',
    ],
    'has both of the two named last, and another who has no name': [
      '“Shame,” said Val Pritchard. Jo Tarrant and the Liberal, Ben Oduya, both promised to “look at it”. Another said it was “late”.',
      'Val Pritchard: “Shame,”',
      'Jo Tarrant and Ben Oduya: to “look at it”',
      '?: it was “late”',
    ],
    'has a shadow minister who is not the minister': [
      'Former minister Ellen Croft said it was “fantasy”. “It is a matter for detectives,” the shadow minister said.',
      'Ellen Croft: it was “fantasy”',
      'shadow minister: “It is a matter for detectives,”',
    ],
    'specifies and references in words between marks, and includes more': [
      'The report referenced “tensions” abroad. Ruiz said it “grows too fast” here, including at night.',
      'report: “tensions” abroad',
      'Ruiz: it “grows too fast” here, including at night',
    ],
    'calls somebody by age or children the second time': [
      'Bex Trewin, who swims every day, was in tears. ‘I am gutted,’ the mother-of-two said. ‘It was free,’ the 41-year-old added.',
      'Bex Trewin: ‘I am gutted,’',
      'Bex Trewin: ‘It was free,’',
    ],
  },
  'an agency': {
    'has a dateline that nobody says': [
      'OSTRAVIN, March 4 (Continental Press) - Workers rejected the offer on Tuesday, their union said.',
      'their union: Workers rejected the offer on Tuesday',
    ],
    'says through what before it says what': [
      'The company said in an emailed statement it was "disappointed" by the vote.',
      'company: it was "disappointed" by the vote [emailed statement]',
    ],
    'names another agency by what it is': [
      'State news agency VTK quoted Labour Minister Petr Malik as saying that the cabinet could step in. “We are not there yet,” Malik said.',
      'Petr Malik: that the cabinet could step in [State news agency VTK]',
      'Petr Malik: “We are not there yet,” [State news agency VTK]',
    ],
    'does not give the words of one unnamed aide to somebody who has a name': [
      'Ana Ruiz left on Monday. “She was tired,” said one former aide. “It is over,” according to one official.',
      'former aide: “She was tired,”',
      'official: “It is over,”',
    ],
  },
  'a live blog': {
    'signs a headline with an office': [
      '‘Stay at home’ – first minister\n\nThe first minister spoke at noon.',
      'first minister: ‘Stay at home’',
    ],
    'says the age before the name': [
      'Another resident, 78-year-old Packie Doyle, said he had “never seen the like”.',
      'Packie Doyle: he had “never seen the like”',
    ],
  },
  'an interview': {
    'shortens names to initials': [
      'Teodora Vance spoke to the Review’s Colm Hanley.\n\nColm Hanley: You said you would never go back. Has that changed?\n\nTeodora Vance: No. I never will.\n\nCH: And the book?\n\nTV: Angry! He said to me: "Eat slowly."',
      'Colm Hanley: You said you would never go back. Has that changed?',
      'Teodora Vance: No. I never will.',
      'Colm Hanley: And the book?',
      'Teodora Vance: Angry! He said to me: "Eat slowly."',
    ],
  },
  'a sports page': {
    'calls a player by position, whosever cross it was': [
      'Okafor looked offside when he nodded in Pawel Zielony’s cross. “I thought I was off,” the striker admitted.',
      'Okafor: “I thought I was off,”',
    ],
  },
  'a court report': {
    'has a court that is told': [
      'Accountant ‘betrayed the dying’, court told\n\nNigel Oakshott stole the money.',
      '?: Accountant ‘betrayed the dying’',
    ],
    'says who heard it': [
      'Two suppliers shared a fax number. A trustee said that he had noticed it, the court heard.',
      'trustee: that he had noticed it',
    ],
    'says for whom a barrister speaks': ['Defending, Sarah Pym said he was “a broken man”.', 'Sarah Pym: he was “a broken man”'],
    'has words that are mouthed': ['Oakshott mouthed “sorry” to the gallery.', 'Oakshott: “sorry” to the gallery'],
    'has ranks of two words': ['Det Con Liam Orr said: “I hope it sends a message.”', 'Liam Orr: “I hope it sends a message.”'],
  },
};

for (const [house, cases] of Object.entries(styles))
  describe(house, () => {
    for (const [title, [text, ...expected]] of Object.entries(cases)) it(title, () => assert.deepEqual(quoted(text), expected));
  });
