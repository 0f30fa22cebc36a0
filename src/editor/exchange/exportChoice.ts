import * as vscode from 'vscode';
import { type ExportFormat, exportFormats, type ReportFilter } from '../../core/index';
import { type ArticleState, labelOf } from '../../workspace/articles/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { createQuickPick, showQuickPick } from '../../workspace/window/index';

/** What a test, a task or a tree's entry may hand in instead of being asked. */
export interface ExportRequest {
  /** The folder that is meant, or a file in it, where there are several stories. */
  readonly root?: vscode.Uri;
  readonly format?: string;
  /** The file, or for a format of several files the folder. */
  readonly target?: vscode.Uri;
  readonly scope?: 'folder' | 'article' | 'selection';
  readonly filter?: ReportFilter;
}

/** Says which story it is about, where there are several. */
function stepOf({ title }: Project, number: number): string {
  const step = vscode.l10n.t('Export ({0} of 3)', number);
  return title === undefined ? step : `${step}: ${title}`;
}

interface Scope extends vscode.QuickPickItem {
  readonly filter: ReportFilter | 'speaker';
}

/** Asks for a part of the folder, `undefined` where the person has had second thoughts. */
export async function chooseScope(session: Session, project: Project, { scope, filter }: ExportRequest): Promise<ReportFilter | undefined> {
  if (filter) return filter;
  const editor = vscode.window.activeTextEditor;
  const state = editor && session.shown(editor.document);
  const article: Scope | undefined = state && {
    label: vscode.l10n.t('This article'),
    iconPath: new vscode.ThemeIcon('file-text'),
    description: state.path,
    filter: { paths: [state.path] },
  };
  const selection: Scope | undefined =
    editor && state && !editor.selection.isEmpty
      ? {
          label: vscode.l10n.t('The selection'),
          iconPath: new vscode.ThemeIcon('selection'),
          description: vscode.l10n.t('what the selected words touch'),
          filter: { selection: { path: state.path, ...state.lines.span(editor.selection) } },
        }
      : undefined;
  const folder: Scope = {
    label: project.indexed === undefined ? vscode.l10n.t('The whole folder') : vscode.l10n.t('The open and the annotated articles'),
    iconPath: new vscode.ThemeIcon('folder'),
    description: [project.title, articles(project.together.states().length)].filter((part) => part !== undefined).join(' · '),
    filter: {},
  };
  const accepted = acceptedIn(project, {}).length;
  const decided: Scope = {
    label: vscode.l10n.t('What I accepted'),
    iconPath: new vscode.ThemeIcon('check'),
    description: articles(accepted),
    filter: { statuses: ['accepted'] },
  };
  const speaker: Scope = {
    label: vscode.l10n.t('One speaker…'),
    iconPath: new vscode.ThemeIcon('person'),
    description: vscode.l10n.t('in every article'),
    filter: 'speaker',
  };
  const given = scope && { folder, article, selection }[scope];
  const picked =
    given ??
    (await showQuickPick(
      [
        ...(accepted > 0 ? [decided, folder] : [folder, decided]),
        ...(article ? [article] : []),
        ...(selection ? [selection] : []),
        speaker,
      ],
      {
        title: stepOf(project, 1),
        placeHolder: vscode.l10n.t('What to export'),
      },
    ));
  return picked?.filter === 'speaker' ? chooseSpeaker(project) : picked?.filter;
}

async function chooseSpeaker(project: Project): Promise<ReportFilter | undefined> {
  const counts = new Map<string, number>();
  for (const { items } of project.together.states())
    for (const { type, speakers } of items)
      if (type === 'quotation') for (const { name } of speakers) counts.set(name, (counts.get(name) ?? 0) + 1);
  const picks = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([label, count]) => ({ label, description: vscode.l10n.t(count === 1 ? '{0} quotation' : '{0} quotations', count) }));
  const placeHolder = picks.length > 0 ? vscode.l10n.t('Whose words?') : vscode.l10n.t('No speaker has been found in this folder');
  const picked = await showQuickPick(picks, { title: stepOf(project, 1), placeHolder });
  return picked && { speakers: [picked.label] };
}

const statuses = [
  ['accepted', vscode.l10n.t('Accepted'), vscode.l10n.t('what a person has confirmed or added')],
  ['suggested', vscode.l10n.t('Suggested'), vscode.l10n.t('what the engines found and nobody has decided')],
  ['rejected', vscode.l10n.t('Rejected'), vscode.l10n.t('what a person has turned down')],
] as const;

const types = [
  ['quotation', vscode.l10n.t('Quotations'), ''],
  ['statement', vscode.l10n.t('Statements'), ''],
  ['speaker', vscode.l10n.t('Speakers'), vscode.l10n.t('the words that name them')],
  ['date', vscode.l10n.t('Dates'), ''],
  ['cue', vscode.l10n.t('Cues'), vscode.l10n.t('speech verbs')],
  ['note', vscode.l10n.t('Notes'), ''],
] as const;

type Choice = vscode.QuickPickItem & { readonly status?: string; readonly type?: string; readonly outlet?: string };

/** What was ticked last in this folder. */
export type LastTicked = Pick<ReportFilter, 'statuses' | 'types'>;

/**
 * Lets the person tick what is wanted: at first as they did last time, else what they have accepted, and what is suggested only where
 * nothing is accepted yet.
 */
export async function chooseFilter(project: Project, scope: ReportFilter, last: LastTicked | undefined): Promise<ReportFilter | undefined> {
  if (scope.statuses) return scope;
  const first = acceptedIn(project, scope).length > 0 ? ['accepted'] : ['accepted', 'suggested'];
  const ticked = (kind: keyof LastTicked, value: string) => last?.[kind]?.some((one) => one === value) ?? last !== undefined;
  const states = project.together.states().filter(({ path }) => scope.paths?.includes(path) ?? true);
  const named = [...new Set(states.filter(({ article }) => article.metadata.outlet).map(labelOf))].sort();
  const outlets = scope.selection || named.length < 2 ? [] : named;
  const heading = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const choices: Choice[] = [
    heading(vscode.l10n.t('Status')),
    ...statuses.map(([status, label, description]) => {
      return { label, description, status, picked: last ? ticked('statuses', status) : first.includes(status) };
    }),
    heading(vscode.l10n.t('Type')),
    ...types.map(([type, label, description]) => ({ label, description, type, picked: last ? ticked('types', type) : true })),
    ...(outlets.length > 0
      ? [heading(vscode.l10n.t('Outlet')), ...outlets.map((outlet) => ({ label: outlet, outlet, picked: true }))]
      : []),
  ];
  const kept = await showQuickPick(choices, {
    canPickMany: true,
    title: stepOf(project, 2),
    placeHolder: vscode.l10n.t('Tick what is wanted'),
    matchOnDescription: true,
  });
  return kept && { ...scope, ...filterOf(kept, outlets) };
}

/** The articles of a part of the folder in which a person has accepted something. */
function acceptedIn(project: Project, { paths, selection }: ReportFilter): readonly ArticleState[] {
  const wanted = selection ? [selection.path] : paths;
  const isAccepted = ({ annotation }: ArticleState['placed'][number]) => annotation.status === 'accepted';
  return project.together.states().filter(({ path, placed }) => (wanted?.includes(path) ?? true) && placed.some(isAccepted));
}

/** A list only where something was unticked: an article whose outlet nobody knows belongs to no list of outlets. */
function filterOf(ticked: readonly Choice[], outlets: readonly string[]): ReportFilter {
  const wanted = <T extends string>(all: readonly T[], key: 'status' | 'type' | 'outlet') => {
    const kept = all.filter((value) => ticked.some((choice) => choice[key] === value));
    return kept.length < all.length ? kept : undefined;
  };
  const [status, type, outlet] = [
    wanted(
      statuses.map(([id]) => id),
      'status',
    ),
    wanted(
      types.map(([id]) => id),
      'type',
    ),
    wanted(outlets, 'outlet'),
  ] as const;
  return { ...(status && { statuses: status }), ...(type && { types: type }), ...(outlet && { outlets: outlet }) };
}

/** Asks for the format; the eye beside each shows what would be written. */
export function chooseFormat(
  project: Project,
  preview: (format: ExportFormat) => Promise<void>,
  last: string | undefined,
): Promise<ExportFormat | undefined> {
  const picker = createQuickPick<vscode.QuickPickItem & { readonly format: ExportFormat }>();
  const eye = { iconPath: new vscode.ThemeIcon('eye'), tooltip: vscode.l10n.t('Preview') };
  picker.items = exportFormats.map((format) => ({
    label: format.label,
    description: `.${format.extension}`,
    detail: format.purpose,
    buttons: [eye],
    format,
  }));
  const before = picker.items.filter(({ format }) => format.id === last);
  if (before.length > 0) picker.activeItems = before;
  picker.title = stepOf(project, 3);
  picker.placeholder = vscode.l10n.t('Export as');
  picker.matchOnDetail = true;
  // the preview takes the focus for a moment
  picker.ignoreFocusOut = true;
  return new Promise((resolve) => {
    picker.onDidTriggerItemButton(({ item }) => void preview(item.format));
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.format);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

function articles(count: number): string {
  return vscode.l10n.t(count === 1 ? '{0} article' : '{0} articles', count);
}
