import * as vscode from 'vscode';
import { cardOf, gatherStatement, outletOf, quotationAt, relationNames, shownLine, wordingOf } from '../../core/index';
import type { ArticleState } from '../../workspace/articles/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { shortened } from '../shared/index';

const most = 60;
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
      asked('Read statements', `Read who says what in ${shownLine(named(input.path) ?? 'the articles of this folder')}?`),
    invoke: ({ input }) => answer(statementsOf(session, named(input.path))),
  };
  const renderings: vscode.LanguageModelTool<RenderingsInput> = {
    prepareInvocation: ({ input }) =>
      asked('Look up words', `Look in the articles of this folder for “${shownLine(shortened(named(input.words) ?? '', 120))}”?`),
    invoke: async ({ input }) => answer(await renderingsOf(session, named(input.words)?.slice(0, longest))),
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

function statementsOf(session: Session, path: string | undefined) {
  const states = session.projects.flatMap(({ together }) => together.states()).filter((state) => path === undefined || state.path === path);
  if (states.length === 0)
    return { error: path === undefined ? 'No folder here is annotated.' : `There is no article ${path} in the open folders.` };
  const all = states.flatMap((state) =>
    state.items
      .filter(({ type, unmarked }) => (type === 'quotation' || type === 'statement') && !unmarked)
      .map((item) => ({
        article: state.path,
        ...factsOf(state),
        kind: item.kind ?? item.type,
        status: item.status,
        speakers: item.speakers.map(({ name }) => name),
        words: wordingOf(state, item.span),
      })),
  );
  return { statements: all.slice(0, most), more: Math.max(0, all.length - most) };
}

function factsOf({ article }: ArticleState) {
  const { outlet, published } = article.metadata;
  return { outlet: outlet?.value ?? null, published: published?.value ?? null };
}

async function renderingsOf(session: Session, words: string | undefined) {
  if (words === undefined) return { error: 'Say which words: { "words": "…" }.' };
  const found = [];
  for (const project of session.projects) {
    if (project.indexed !== undefined) await project.together.find(words);
    found.push(...placesOf(project, words));
  }
  return { words, found: found.slice(0, most) };
}

function placesOf(project: Project, words: string) {
  return project.together.corpus.matchText(words).flatMap((match) => {
    const state = project.together.stateOf(match.uri);
    if (state === undefined) return [];
    const item = quotationAt(state.items, match);
    const outlet = outletOf(state.article, project.together.registry)?.name ?? null;
    const verdict = item ? cardOf(gatherStatement(project.together, state, item.span, item)).verdict : undefined;
    return [
      {
        article: state.path,
        ...factsOf(state),
        outlet,
        speakers: item?.speakers.map((speaker) => project.together.speakerName(state, speaker)) ?? [],
        words: wordingOf(state, match),
        relation: relationNames[match.relation],
        sure: match.level === 'match',
        ...(verdict !== undefined && { verdict }),
      },
    ];
  });
}
