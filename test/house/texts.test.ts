import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { relationNames } from '../../src/core/index';
import { textsOfEditor } from '../../scripts/texts.mjs';

type Texts = Readonly<Record<string, string>>;
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Texts;
const placesIn = (text: string) => [...new Set(text.match(/\{\d+\}/g))].sort().join();

describe('what the editor says', () => {
  const { texts, outside } = textsOfEditor();
  // Names of relations are values of the core; the editor says them through l10n, too.
  const said = [...new Set([...texts.keys(), ...Object.values(relationNames), 'statement'])].sort();
  const [english, german] = [read('l10n/bundle.l10n.json'), read('l10n/bundle.l10n.de.json')];

  it('goes through l10n, all of it (if this fails: vscode.l10n.t, then node scripts/texts.mjs)', () => {
    assert.deepEqual(outside, []);
    assert.ok(texts.size > 500);
  });

  it('is no part of the name of a colour or an icon, which are the same in every language', () => {
    const files = readdirSync('src/editor', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const named = files.flatMap(
      (name) => readFileSync(join('src/editor', name), 'utf8').match(/Theme(?:Color|Icon)\([^()]*l10n[^)]*/g) ?? [],
    );
    assert.deepEqual(named, []);
  });

  it('stands whole in the English bundle, and nothing else does', () => {
    assert.deepEqual(Object.keys(english).sort(), said);
  });

  it('stands whole in the German bundle, with the same places for names and numbers', () => {
    assert.deepEqual(Object.keys(german).sort(), said);
    assert.deepEqual(
      Object.entries(german).filter(([key, text]) => text.trim() === '' || placesIn(key) !== placesIn(text)),
      [],
    );
  });
});

describe('what package.json says', () => {
  const manifest = readFileSync('package.json', 'utf8');
  const [english, german] = [read('package.nls.json'), read('package.nls.de.json')];

  it('is in package.nls.json and its German sister, key by key', () => {
    const asked = [...new Set([...manifest.matchAll(/"%([^"%]+)%"/g)].map(([, key = '']) => key))].sort();
    assert.deepEqual(Object.keys(english).sort(), asked);
    assert.deepEqual(Object.keys(german).sort(), asked);
    assert.deepEqual(
      Object.entries(german).filter(([, text]) => text.trim() === ''),
      [],
    );
  });

  it('keeps the same commands and links in both', () => {
    const links = (text = '') => text.match(/\(command:[^)]*\)/g)?.join();
    for (const [key, text] of Object.entries(english)) assert.equal(links(german[key]), links(text), key);
  });

  it('has no text of its own but names', () => {
    const { contributes } = JSON.parse(manifest) as { contributes: unknown };
    const spoken = new Set([
      'title',
      'shortTitle',
      'name',
      'description',
      'markdownDescription',
      'contents',
      'displayName',
      'userDescription',
      'altText',
    ]);
    const found: string[] = [];
    const visit = (value: unknown, key: string): void => {
      if (typeof value === 'string') {
        if (spoken.has(key) && !/^%.*%$/.test(value) && value !== 'Second Source' && !value.startsWith('secondSource_')) found.push(value);
      } else if (typeof value === 'object' && value !== null)
        for (const [inner, one] of Object.entries(value)) if (inner !== 'inputSchema') visit(one, inner); // read by a model, not by a person
    };
    visit(contributes, '');
    assert.deepEqual(found, []);
  });
});
