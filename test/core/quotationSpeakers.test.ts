import assert from 'node:assert/strict';
import { findQuotations } from '../../src/core/analysis/quotations/quotations';
import type { Registry } from '../../src/core/text/metadata/registry';

/** The speakers of the quotations that are not scare quotes, in order. */
function names(text: string, registry?: Registry): string[] {
  const { quotations } = findQuotations(text, { english: true, registry });
  return quotations.filter(({ type }) => type !== 'scare').map(({ speakerName }) => speakerName ?? '?');
}
function table(cases: Readonly<Record<string, readonly [text: string, ...expected: string[]]>>): void {
  for (const [name, [text, ...expected]] of Object.entries(cases)) it(name, () => assert.deepEqual(names(text), expected));
}

describe('speakers', () => {
  table({
    'are named in full wherever the article names them': [
      '“It opens,” Ruiz said. Mayor Ana Ruiz of Halden was in town.\n\n“It closes,” Ruiz said.',
      'Ana Ruiz',
      'Ana Ruiz',
    ],
    'lose their titles': ['“It opens,” said Norwegian Transport Minister Ana Ruiz.', 'Ana Ruiz'],
    'lose several titles': ['“It opens,” said State Councilor and Transport Minister Gen. Ana Ruiz.', 'Ana Ruiz'],
    'can have their surname first': ['Transport Minister Wei Lanfen arrived.\n\n“It opens,” Wei said.', 'Wei Lanfen'],
    'are found behind a pronoun': ['Ana Ruiz opened the bridge.\n\n“It is safe,” she said.', 'Ana Ruiz'],
    'are told apart by gender': ['Mr. Omar Holt met Ms. Ana Ruiz. “It is safe,” he said. “I doubt it,” she said.', 'Omar Holt', 'Ana Ruiz'],
    'are found behind their role': ['Halden police spokesman Omar Holt spoke first. “It is safe,” the spokesman said.', 'Omar Holt'],
    'are found behind a role that comes before the name': [
      "Norway's transport chief said the bridge was “safe.”\n\nNorwegian Transport Minister Ana Ruiz opened it.",
      'Ana Ruiz',
    ],
    'are found behind a relative pronoun': ['Omar Holt met Ana Ruiz, who called the bridge “a gift.”', 'Ana Ruiz'],
    'can be two': ['Ana Ruiz and Omar Holt said the bridge was “safe.”', 'Ana Ruiz and Omar Holt'],
    'can be both of two': ['Ana Ruiz met Omar Holt on Sunday, with both calling the bridge “safe.”', 'Ana Ruiz and Omar Holt'],
    'can be both of two by their office': [
      'Transport Minister Ana Ruiz met Energy Minister Omar Holt. Both ministers said the bridge was “safe.”',
      'Ana Ruiz and Omar Holt',
    ],
    'are nobody that a sentence begins with by what he does': [
      'Addressing Parliament, the minister said: “It opens.”\n\nQuoting Holt, Ana Ruiz said: “It closes.”',
      'minister',
      'Ana Ruiz',
    ],
    'are the person of an -ing name all the same': ['Fleming Holt, the editor, said: “It opens.”', 'Fleming Holt'],
    'are those who are quoted, where a colon comes before their words': [
      'The mayor, Ana Ruiz, quoted her predecessor, Omar Holt: “It opens.”\n\nRuiz cited the harbour master: “It closes.”',
      'Omar Holt',
      'harbour master',
    ],
    'can be called Per, which otherwise says by whom': ['“It opens,” Ana Ruiz said. The engineer, Per Holm, was away.', 'Ana Ruiz'],
    'can be a group': ['“It shakes,” residents said.', 'residents'],
    'can be a body': ['The Transport Ministry said the bridge was “safe.”', 'Transport Ministry'],
    'can be a capital that speaks for its government': ['Oslo said the bridge was “safe.”', 'Oslo'],
    'can be a building': ['The Kremlin called the bridge “a provocation.”', 'Kremlin'],
    'are unknown where only I speak': ['“It shakes,” I said.', '?'],
  });

  const registry: Registry = {
    outlets: [],
    articles: [],
    speakers: [{ id: 'ana-ruiz', name: 'Ana Ruiz Prado', aliases: ['Ruiz', 'Ana Ruiz', 'the mayor of Halden'], roles: [] }],
  };
  it('have the name that the project registered for an alias', () => {
    assert.deepEqual(names('“It opens,” Ruiz said.', registry), ['Ana Ruiz Prado']);
    const { speakers } = findQuotations('“It opens,” Mayor Ana Ruiz said.', { english: true, registry });
    assert.deepEqual(
      speakers.map(({ id, registered, titles }) => ({ id, registered, titles })),
      [{ id: 'ana-ruiz', registered: true, titles: ['Mayor'] }],
    );
  });
  it('have ids that are unique in the article', () => {
    const { speakers } = findQuotations('“Yes,” a man said. “No,” a man said. “Perhaps,” a man said.', { english: true });
    assert.equal(new Set(speakers.map(({ id }) => id)).size, speakers.length);
  });
});

describe('provenance', () => {
  function provenance(text: string): (string | undefined)[] {
    return findQuotations(text, { english: true }).quotations.map(
      ({ provenance: p }) => p && `${p.kind}: ${p.name}${p.inherited ? ' (inherited)' : ''}`,
    );
  }
  const cases: Readonly<Record<string, readonly [text: string, ...expected: (string | undefined)[]]>> = {
    'is the agency the words came through': [
      '“It opens,” Ana Ruiz said, according to the Norlys news agency.',
      'agency: Norlys news agency',
    ],
    'is a readout with its issuer': [
      'The bridge “opens in May,” Ana Ruiz said, according to a readout released by the ministry.',
      'readout: readout released by the ministry',
    ],
    'is a statement': ['Ana Ruiz said in a statement: “It opens.”', 'statement: statement'],
    'is an interview': ['“It opens,” Ana Ruiz said in an interview with the Courier.', 'interview: interview with the Courier'],
    'is a post': ['“It opens,” Ana Ruiz wrote on Facebook.', 'post: Facebook'],
    'is who quoted the speaker': ['“It opens,” Ruiz was quoted by state media as saying.', 'media: state media'],
    'goes on to what follows, and says so': [
      'According to a statement by the ministry, Ana Ruiz said: “It opens.”\n\n“The ferry stops,” she added.',
      'statement: statement by the ministry',
      'statement: statement by the ministry (inherited)',
    ],
    'of an interview does not go on to somebody else': [
      '“It opens,” Ana Ruiz said in an interview.\n\n“It shakes,” Omar Holt said.',
      'interview: interview',
      undefined,
    ],
    'is unknown where nothing is said': ['“It opens,” Ana Ruiz said.', undefined],
  };
  for (const [name, [text, ...expected]] of Object.entries(cases)) it(name, () => assert.deepEqual(provenance(text), expected));
});
