import assert from 'node:assert/strict';
import { aliasWords, analyse, emptyRegistry, readArticle } from '../../src/core/index';

describe('words that name a speaker, as a further name', () => {
  const cases: [mention: string, text: string | undefined, kind?: 'name' | 'role'][] = [
    ['Captain Olsen', 'Captain Olsen', 'name'],
    ['Olsen', 'Olsen', 'name'],
    ['the Olsens’ Mira', 'Olsens’ Mira', 'name'],
    ['Mira Olsen,', 'Mira Olsen', 'name'],
    ['J. R. Olsen Jr.', 'J. R. Olsen Jr.', 'name'],
    ['the harbour master', 'harbour master', 'role'],
    ['Her minister', 'minister', 'role'],
    ['The Prime Minister', 'Prime Minister', 'role'],
    ['the Transport Ministry', 'Transport Ministry', 'role'],
    ['she', undefined],
    ['They', undefined],
    ['the', undefined],
    ['', undefined],
    ['the woman who had run the ferry since the spring', undefined],
  ];
  for (const [mention, text, kind] of cases)
    it(`${JSON.stringify(mention)}: ${text === undefined ? 'none' : `${text}, a ${kind}`}`, () => {
      assert.deepEqual(aliasWords(mention), text === undefined ? undefined : { text, kind });
    });

  it('a name with its title that is registered means that speaker', () => {
    const text = 'The ferry will sail, said Captain Olsen. “The wind is with us,” Olsen added.';
    const registry = { ...emptyRegistry, speakers: [{ id: 'mo', name: 'Mira Anne Olsen', aliases: ['Captain Olsen'], roles: [] }] };
    const { quotations } = analyse(readArticle({ uri: 'a.txt', path: 'a.txt', text, version: 1, registry }), registry);
    assert.deepEqual(
      quotations.map(({ speakers }) => speakers),
      [['mo'], ['mo']],
    );
  });
});
