import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { clear, until } from './articles';

interface Binding {
  readonly key: string;
  readonly mac?: string;
  readonly command: string;
  readonly when?: string;
}

const own = (): readonly Binding[] => {
  const { contributes } = vscode.extensions.getExtension('second-source.second-source')?.packageJSON as {
    contributes: { keybindings: readonly Binding[] };
  };
  return contributes.keybindings;
};

const normal = (key: string) =>
  key
    .toLowerCase()
    .split(' ')
    .map((chord) => chord.split('+').sort().join('+'))
    .join(' ');

/** One of the two begins with the other: the shorter one would swallow it. */
const meet = (a: string, b: string) => `${normal(a)} `.startsWith(`${normal(b)} `) || `${normal(b)} `.startsWith(`${normal(a)} `);

/**
 * Whether a condition holds where nothing but an article's text has the focus: no search, no suggestion, no debugger, and what
 * this extension provides. Every other name counts as not set.
 */
function holdsInArticle(when: string | undefined): boolean {
  const set = new Set([
    'editorTextFocus',
    'editorFocus',
    'textInputFocus',
    'inputFocus',
    'editorIsOpen',
    'editorHasDefinitionProvider',
    'editorHasReferenceProvider',
    'editorHasHoverProvider',
    'editorHasCodeActionsProvider',
    'editorHasDocumentSymbolProvider',
    'editorHasRenameProvider',
    'secondSource.article',
    'secondSource.active',
  ]);
  const term = (text: string): boolean => {
    const [, not = '', name = '', comparison = ''] = /^(!*)\s*([^\s=!<>]+)\s*(.*)$/.exec(text.trim()) ?? [];
    // What is compared with something is a mode or a place of VS Code: not that of an article, unless it is excluded.
    const value = comparison === '' ? set.has(name) : comparison.startsWith('!=');
    return not.length % 2 === 1 ? !value : value;
  };
  return when === undefined || when.split('||').some((part) => part.split('&&').every(term));
}

describe('keys', () => {
  afterEach(() => clear());

  for (const platform of ['key', 'mac'] as const)
    it(`of ours do not meet each other (${platform})`, () => {
      const bindings = own().map((binding) => ({ ...binding, key: binding[platform] ?? binding.key }));
      const doubled = bindings.flatMap((a, index) =>
        bindings.slice(index + 1).flatMap((b) => (meet(a.key, b.key) ? `${a.command} and ${b.command}: ${a.key}, ${b.key}` : [])),
      );
      assert.deepEqual(doubled, []);
    });

  it('of ours take nothing from VS Code that works in an article', async () => {
    await vscode.commands.executeCommand('workbench.action.openDefaultKeybindingsFile');
    const document = await until(
      () => vscode.window.activeTextEditor?.document,
      (seen) => (seen?.getText().length ?? 0) > 10_000,
      'VS Code lists its keys',
    );
    assert.ok(document);
    const listed = document.getText().replace(/^\s*\/\/.*$/gm, '');
    const defaults = JSON.parse(listed.slice(listed.indexOf('['), listed.lastIndexOf(']') + 1).replace(/,(\s*[\]}])/g, '$1')) as Binding[];
    const ours = own().filter(({ when }) => holdsInArticle(when));
    assert.ok(defaults.length > 500 && ours.length > 15, `${defaults.length} ${ours.length}`);
    for (const { command } of ours)
      assert.ok(
        defaults.some((binding) => binding.command === command),
        `${command} is bound`,
      );
    const theirs = defaults.filter(({ command, when }) => !command.startsWith('secondSource.') && holdsInArticle(when));
    for (const command of ['editor.action.revealDefinition', 'undo', 'actions.find'])
      assert.ok(
        theirs.some((binding) => binding.command === command),
        `${command} works in an article`,
      );
    const taken = ours.flatMap(({ key, command }) =>
      theirs.flatMap((binding) => (meet(key, binding.key) ? `${key} (${command}): ${binding.command}, ${binding.when ?? 'always'}` : [])),
    );
    assert.deepEqual(taken, []);
  });
});
