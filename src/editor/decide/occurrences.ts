import * as vscode from 'vscode';
import { occurrencesOf, type Span } from '../../core/index';
import { type ArticleState, labelOf } from '../../workspace/articles/index';
import { annotateAll, type NewAnnotation } from '../../workspace/decisions/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { showQuickPick } from '../../workspace/window/index';
import { nothingHere, registerCommand, shortened } from '../shared/index';
import { askSpeakers } from './speakerChoice';
import { askType, typeNamed } from './typeChoice';

interface Place {
  readonly state: ArticleState;
  readonly span: Span;
}

/** The same words annotated wherever they stand, in the article or in the folder, as one decision. */
export function registerOccurrences(session: Session): vscode.Disposable {
  return registerCommand('annotateAll', async (scope, type) => {
    const editor = vscode.window.activeTextEditor;
    const state = editor && session.shown(editor.document);
    const project = state && session.projectOf(state.uri);
    if (editor === undefined || state === undefined || project === undefined) return;
    const chosen = editor.selection.isEmpty ? editor.document.getWordRangeAtPosition(editor.selection.active) : editor.selection;
    const words = chosen ? editor.document.getText(chosen).trim() : '';
    if (words === '') {
      nothingHere(vscode.l10n.t('select the words to annotate first'));
      return;
    }
    const here = placesIn([state], words);
    const everywhere = placesIn(project.together.states(), words);
    const places = scope === 'article' ? here : scope === 'folder' ? everywhere : await askScope(words, here, everywhere);
    if (places === undefined) return;
    const made = await askMade(project, state, type);
    if (made) await annotateAll(session, places.filter((place) => !isAnnotated(place, made)), made); // prettier-ignore
  });
}

function placesIn(states: readonly ArticleState[], words: string): readonly Place[] {
  return states.flatMap((state) => occurrencesOf(state.article, words).map((span) => ({ state, span })));
}

/** By a person, as the same thing, there or around it. */
function isAnnotated({ state, span }: Place, { type }: NewAnnotation): boolean {
  return state.items.some(
    ({ annotation, ...item }) => annotation && item.type === type && item.span.start <= span.start && span.end <= item.span.end,
  );
}

async function askScope(words: string, here: readonly Place[], everywhere: readonly Place[]): Promise<readonly Place[] | undefined> {
  const articles = new Set(everywhere.map(({ state }) => state.article.uri)).size;
  const first = everywhere.find(({ state }) => state.article.uri !== here[0]?.state.article.uri);
  const scopes = [
    { label: vscode.l10n.t('In this article: {0}', here.length), places: here },
    {
      label: vscode.l10n.t('In the folder: {0}', everywhere.length),
      description: vscode.l10n.t('{0} articles', articles),
      places: everywhere,
    },
  ];
  if (first === undefined) scopes.pop();
  const title = vscode.l10n.t('Annotate All Occurrences of “{0}”', shortened(words, 50));
  const placeHolder = first ? vscode.l10n.t('Also in {0}', labelOf(first.state)) : vscode.l10n.t('One undo takes all of them back');
  return (await showQuickPick(scopes, { title, placeHolder }))?.places;
}

async function askMade(project: Project, state: ArticleState, given: unknown): Promise<NewAnnotation | undefined> {
  const chosen = typeNamed(given, undefined) ?? (await askType());
  if (chosen === undefined) return undefined;
  const { type, kind } = chosen;
  if (given !== undefined || type !== 'speaker') return { type, ...(kind && { kind }) };
  const speakers = await askSpeakers(project, state);
  return speakers && { type, speakers };
}
