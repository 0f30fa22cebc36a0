import assert from 'node:assert/strict';
import { analyse, joinSpeakers, readArticle, type Speaker } from '../../src/core/index';

const person = (name: string, titles: readonly string[] = [], more: Partial<Speaker> = {}): Speaker => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  kind: 'person',
  aliases: [],
  titles,
  registered: false,
  mentions: [],
  ...more,
});

/** Groups as lists of article:name. */
function groups(articles: Readonly<Record<string, readonly Speaker[]>>): string[] {
  const sources = Object.entries(articles).map(([uri, speakers]) => ({ uri, speakers }));
  return joinSpeakers(sources).map(({ members }) => members.map(({ uri, speaker }) => `${uri}:${speaker.name}`).join(' '));
}

describe('speakers over several articles', () => {
  it('are one under one full name, with or without initial and accent', () => {
    assert.deepEqual(groups({ a: [person('Inés Falk')], b: [person('Ines Q. Falk')] }), ['a:Inés Falk b:Ines Q. Falk']);
  });

  it('are one whichever apostrophe their name is written with', () => {
    assert.deepEqual(groups({ a: [person("Ines O'Fallon")], b: [person('Ines O’Fallon')] }), ["a:Ines O'Fallon b:Ines O’Fallon"]);
  });

  it('are never joined by a surname alone', () => {
    assert.deepEqual(groups({ a: [person('Ines Falk')], b: [person('Falk')] }), ['a:Ines Falk', 'b:Falk']);
  });

  it('are joined by title and surname where one full name fits', () => {
    assert.deepEqual(groups({ a: [person('Ines Falk', ['Mayor'])], b: [person('Falk', ['Mayor'])] }), ['a:Ines Falk b:Falk']);
    assert.deepEqual(groups({ a: [person('Sen Maroa', ['Minister'])], b: [person('Sen', ['Minister'])] }), ['a:Sen Maroa b:Sen']);
  });

  it('stay apart where title and surname fit two', () => {
    const both = [person('Ines Falk', ['Judge']), person('Olu Falk', ['Judge'])];
    assert.equal(groups({ a: both, b: [person('Falk', ['Judge'])] }).length, 3);
  });

  it('stay apart where the title is another', () => {
    assert.equal(groups({ a: [person('Ines Falk', ['Mayor'])], b: [person('Falk', ['Captain'])] }).length, 2);
  });

  it('are one by the registry, whatever the articles call them', () => {
    const registered = { id: 'falk', registered: true };
    const [only, ...rest] = joinSpeakers([
      { uri: 'a', speakers: [person('Ines Falk', [], registered)] },
      { uri: 'b', speakers: [person('Falk', [], registered)] },
    ]);
    assert.deepEqual([only?.id, only?.registered, only?.members.length, rest.length], ['falk', true, 2, 0]);
  });

  it('bodies are joined by name, roles and groups by nothing', () => {
    const body = person('Kesnet', [], { kind: 'organisation' });
    assert.equal(groups({ a: [body], b: [body] }).length, 1);
    const role = person('officials', [], { kind: 'group' });
    assert.equal(groups({ a: [role], b: [role] }).length, 2);
  });

  it('are one person where one article has the full name and another title and surname', () => {
    const texts = { a: '“It is safe,” said Captain Tove Marsk.', b: '“We sail,” Captain Marsk said. “Soon,” said Captain Holm.' };
    const articles = Object.entries(texts).map(([uri, text]) => {
      return { uri, speakers: analyse(readArticle({ uri, path: uri, text, version: 1 })).speakers };
    });
    assert.deepEqual(
      joinSpeakers(articles).map(({ name, members }) => [name, members.map(({ uri }) => uri).join()]),
      [
        ['Tove Marsk', 'a,b'],
        ['Holm', 'b'],
      ],
    );
  });
});
