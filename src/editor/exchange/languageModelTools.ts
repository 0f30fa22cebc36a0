import * as vscode from 'vscode';
import { shownLine } from '../../core/index';
import type { Session } from '../../workspace/session/index';
import { shortened } from '../shared/index';

const longest = 2000;

interface StatementsInput {
  readonly path?: string;
}

interface RenderingsInput {
  readonly words?: string;
}

/** Two tools that only read, for a language model that a person lets use them: VS Code asks before each. */
export function registerLanguageModelTools(session: Session): vscode.Disposable {
  const statements: vscode.LanguageModelTool<StatementsInput> = {
    prepareInvocation: ({ input }) =>
      asked(
        vscode.l10n.t('Read statements'),
        vscode.l10n.t('Read who says what in {0}?', shownLine(named(input.path) ?? vscode.l10n.t('the articles of this folder'))),
      ),
    invoke: async ({ input }) => answer((await import('./toolAnswers')).statementsOf(session, named(input.path))),
  };
  const renderings: vscode.LanguageModelTool<RenderingsInput> = {
    prepareInvocation: ({ input }) =>
      asked(
        vscode.l10n.t('Look up words'),
        vscode.l10n.t('Look in the articles of this folder for “{0}”?', shownLine(shortened(named(input.words) ?? '', 120))),
      ),
    invoke: async ({ input }) => answer(await (await import('./toolAnswers')).renderingsOf(session, named(input.words)?.slice(0, longest))),
  };
  return vscode.Disposable.from(
    vscode.lm.registerTool('secondSource_statements', statements),
    vscode.lm.registerTool('secondSource_renderings', renderings),
  );
}

function asked(title: string, message: string): vscode.PreparedToolInvocation {
  const shown = new vscode.MarkdownString();
  shown.appendText(message);
  return { invocationMessage: title, confirmationMessages: { title, message: shown } };
}

/** What a model hands over may be anything. */
function named(given: unknown): string | undefined {
  return typeof given === 'string' && given.trim() !== '' ? given.trim() : undefined;
}

function answer(value: unknown): vscode.LanguageModelToolResult {
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(value))]);
}
