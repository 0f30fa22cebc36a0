import assert from 'node:assert/strict';
import { articleOf, documentOf, filesOf, itemOn, reportOf } from './exportReports';

const german =
  'language: de\n---\n\nDie Mole bleibt zu. „Der Nebel weicht nicht“, sagte die Kapitänin am Abend, und die Fähre lag im Hafen.';
const unread = 'language: ja\n---\n\n„Der Nebel weicht nicht“, sagte sie.';

function exported(id: string, text: string): string {
  const article = articleOf('a.txt', `---\n${text}`);
  const item = itemOn(article.raw, '„Der Nebel weicht nicht“', { id: 'a', type: 'quotation', kind: 'direct' });
  return [...filesOf(id, reportOf([documentOf('a.txt', article, [item])])).values()].join('\n');
}

describe('exports name the language of the words, where they have a place for it', () => {
  for (const [id, named] of [
    ['html', '<blockquote dir="auto" lang="de">'],
    ['tei', '<text xml:lang="de">'],
    ['w3c', '"language":"de"'],
    ['schema-org', '"inLanguage":"de"'],
    ['csl', '"language": "de"'],
    ['cas-json', '"language":"de"'],
    ['cas-xmi', 'language="de"'],
    ['label-studio', '"language":"de"'],
    ['doccano', '"language":"de"'],
  ] as const)
    it(`in ${id}`, () => {
      const tight = (text: string) => text.replaceAll('": "', '":"');
      assert.ok(tight(exported(id, german)).includes(tight(named)));
      assert.ok(!/(?:lang|[lL]anguage"?)[=:]\s*"(?:de|other|ja)"/.test(exported(id, unread)), 'and none where it is not known');
    });
});
