import * as vscode from 'vscode';
import { type Item, wordingOf } from '../../core/index';
import { type ArticleState, labelOf } from '../../workspace/articles/index';
import { accept, type Picked, reject } from '../../workspace/decisions/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { showInformationMessage, showQuickPick } from '../../workspace/window/index';
import { isDoubtful } from './reviewOrder';
import { nothingHere, projectInFront, registerCommand, shortened, targetArticle } from '../shared/index';

const sureFrom = 0.9;
const mostSpeakers = 30;

/** Several suggestions at once: exactly those that a list has shown and that are ticked in it. One undo takes all of it back. */
export function registerBulk(session: Session): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('decideSeveral', async (scope, verdict) => {
      const project = await projectInFront(session);
      if (project === undefined) return;
      const picks = isScope(scope) ? within(project, scope) : (await askScope(session, project))?.picks;
      if (picks) await decide(picks, verdict);
    }),
    registerCommand('acceptSure', async () => {
      const state = targetArticle(session, []);
      if (state === undefined) return;
      const sure = openOf(state).filter(({ item }) => confidenceOf(item) >= sureFrom);
      if (sure.length === 0) {
        nothingHere(vscode.l10n.t('no open suggestion here is sure to {0}', sureFrom));
        return;
      }
      const ticked = await askWhich(sure, vscode.l10n.t('Accept these? All are sure to {0} or more', sureFrom));
      if (ticked && ticked.length > 0) await accept(session, ticked);
    }),
    registerCommand('acceptAll', async (node) => {
      const state = targetArticle(session, [node]);
      if (state === undefined || typeof node !== 'object' || node === null) return;
      const listed = 'items' in node ? new Set((node as { readonly items: readonly Item[] }).items.map(({ id }) => id)) : undefined;
      await decide(openOf(state).filter(({ item }) => listed?.has(item.id) ?? true));
    }),
  );

  async function decide(picks: readonly Picked[], verdict?: unknown): Promise<void> {
    if (picks.length === 0) {
      nothingHere(vscode.l10n.t('no suggestion is open there'));
      return;
    }
    const given = verdict === 'accept' || verdict === 'reject';
    const ticked = given ? picks : await askWhich(picks);
    if (ticked === undefined || ticked.length === 0) return;
    const chosen = given ? verdict : await askVerdict(ticked.length);
    if (chosen === 'accept') await accept(session, ticked);
    else if (chosen === 'reject') await reject(session, ticked);
  }
}

/** Which suggestions, for a keybinding or another extension. */
interface Scope {
  readonly paths?: readonly string[];
  readonly speaker?: string;
  /** Confidence of the engine, 0 to 1. */
  readonly atLeast?: number;
  readonly below?: number;
}

function isScope(scope: unknown): scope is Scope {
  return typeof scope === 'object' && scope !== null && ('paths' in scope || 'speaker' in scope || 'atLeast' in scope || 'below' in scope);
}

function within(project: Project, { paths, speaker, atLeast = 0, below = 2 }: Scope): readonly Picked[] {
  return project.together
    .states()
    .filter(({ path }) => paths === undefined || paths.includes(path))
    .flatMap(openOf)
    .filter(({ item }) => confidenceOf(item) >= atLeast && confidenceOf(item) < below)
    .filter(({ item }) => speaker === undefined || item.speakers.some(({ name, id }) => name === speaker || id === speaker));
}

function openOf(state: ArticleState): readonly Picked[] {
  return state.items.filter(({ type, status }) => type === 'quotation' && status === 'suggested').map((item) => ({ state, item }));
}

function confidenceOf({ quotation }: Item): number {
  return quotation?.confidence ?? 0;
}

async function askScope(session: Session, project: Project): Promise<{ readonly picks: readonly Picked[] } | undefined> {
  const editor = vscode.window.activeTextEditor;
  const here = editor && session.article(editor.document.uri);
  const all = project.together.states().flatMap(openOf);
  const own = all.filter(({ state }) => state.article.uri === here?.article.uri);
  const shown = (picks: readonly Picked[]) => picks.filter(({ item }) => !item.unmarked);
  const sure = (picks: readonly Picked[]) => picks.filter(({ item }) => confidenceOf(item) >= sureFrom);
  const doubtful = (picks: readonly Picked[]) => picks.filter(({ item }) => isDoubtful(item));
  const scope = (label: string, picks: readonly Picked[]) => ({ label, description: `${picks.length}`, picks });
  const scopes = [
    scope(vscode.l10n.t('This article'), shown(own)),
    scope(vscode.l10n.t('This article: sure ones ({0} and over)', sureFrom), sure(own)),
    scope(vscode.l10n.t('This article: doubtful ones'), doubtful(own)),
    scope(vscode.l10n.t('All articles'), shown(all)),
    scope(vscode.l10n.t('All articles: sure ones ({0} and over)', sureFrom), sure(all)),
    scope(vscode.l10n.t('All articles: doubtful ones'), doubtful(all)),
    ...bySpeaker(project, shown(all)).map(({ name, picks }) => scope(vscode.l10n.t('All articles: by {0}', name), picks)),
  ].filter(({ picks }) => picks.length > 0);
  if (scopes.length > 0) return showQuickPick(scopes, { placeHolder: vscode.l10n.t('Which suggestions?') });
  void showInformationMessage(vscode.l10n.t('Every quotation is reviewed.'));
  return undefined;
}

function bySpeaker(project: Project, picks: readonly Picked[]): readonly { readonly name: string; readonly picks: readonly Picked[] }[] {
  const groups = new Map<string, { readonly name: string; readonly picks: Picked[] }>();
  for (const pick of picks) {
    for (const speaker of pick.item.speakers) {
      const key = project.together.speakerKey(pick.state, speaker);
      const group = groups.get(key) ?? { name: speaker.name, picks: [] };
      group.picks.push(pick);
      groups.set(key, group);
    }
  }
  return [...groups.values()].sort((a, b) => b.picks.length - a.picks.length).slice(0, mostSpeakers);
}

/** The whole list, everything ticked: what is decided is what was seen. */
async function askWhich(picks: readonly Picked[], title?: string): Promise<readonly Picked[] | undefined> {
  const articles = new Set(picks.map(({ state }) => state.article.uri)).size;
  const placeHolder = title === undefined ? vscode.l10n.t('Which of these? Enter goes on') : vscode.l10n.t('Enter accepts what is ticked');
  const rows = picks.map((pick) => {
    const { state, item } = pick;
    const who = item.speakers.map(({ name }) => name).join(vscode.l10n.t(' and ')) || vscode.l10n.t('unknown speaker');
    const where = articles > 1 ? [labelOf(state)] : [];
    const description = [who, item.kind ?? '', confidenceOf(item).toFixed(2), ...where].join(' · ');
    return { label: shortened(wordingOf(state, item.span), 110), description, picked: true, pick };
  });
  const options = { ...(title !== undefined && { title }), placeHolder, canPickMany: true, matchOnDescription: true } as const;
  return (await showQuickPick(rows, options))?.map(({ pick }) => pick);
}

async function askVerdict(count: number): Promise<'accept' | 'reject' | undefined> {
  const verdicts = [
    { label: vscode.l10n.t('Accept {0}', count), verdict: 'accept' as const },
    { label: vscode.l10n.t('Reject {0}', count), verdict: 'reject' as const },
  ];
  return (await showQuickPick(verdicts, { placeHolder: vscode.l10n.t('One undo takes all of it back') }))?.verdict;
}
