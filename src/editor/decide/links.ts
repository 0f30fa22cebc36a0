import * as vscode from 'vscode';
import { type Item, type Link, type Relation, relationNames, type Span, wordingOf } from '../../core/index';
import { type ArticleState, labelOf } from '../../workspace/articles/index';
import { link, passageOf, type Picked, removeLink, updateLink, type LinkVerdict, type Words } from '../../workspace/decisions/index';
import { linksOf, type Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { showInputBox, showQuickPick } from '../../workspace/window/index';
import { nothingHere, registerCommand, registerItemCommand, reveal, shortened } from '../shared/index';

const isPassage = ({ type }: Item) => type === 'quotation' || type === 'statement';

interface Choice extends vscode.QuickPickItem {
  readonly relation?: Link['relation'];
  readonly status: Link['status'];
}

/** By the names that cards and lists have for them. */
const verdicts: readonly Choice[] = [
  accepted('verbatim', vscode.l10n.t(relationNames.verbatim), vscode.l10n.t('but for spelling and marks')),
  accepted('trimmed', vscode.l10n.t(relationNames.trimmed), vscode.l10n.t('one is part of the other')),
  accepted('retranslated', vscode.l10n.t(relationNames.retranslated), vscode.l10n.t('both quote it')),
  accepted('indirect', vscode.l10n.t(relationNames.indirect), vscode.l10n.t('at least one of them does not quote')),
  accepted('contradicts', vscode.l10n.t(relationNames.contradicts), vscode.l10n.t('both cannot be true')),
  { label: vscode.l10n.t('Something else'), description: vscode.l10n.t('never show it as a rendering'), status: 'rejected' },
];

function accepted(relation: Relation, name: string, description: string): Choice {
  return { label: `${name.charAt(0).toUpperCase()}${name.slice(1)}`, description, relation, status: 'accepted' };
}

/** Links between passages of different articles: made, changed, rejected, removed. */
export function registerLinks(session: Session): vscode.Disposable {
  return vscode.Disposable.from(
    registerItemCommand(session, 'linkRendering', (pick, [, , given]) => linkRendering(session, pick, given), isPassage),
    registerItemCommand(session, 'editLinks', (pick) => editLinks(session, pick), isPassage),
    registerCommand('removeLink', async (folder, id) => {
      const project = session.projects.find(({ root }) => root.toString() === folder);
      if (project && typeof id === 'string') await removeLink(session, project, id);
    }),
  );
}

interface Given extends Span, LinkVerdict {
  readonly path: string;
}

async function linkRendering(session: Session, from: Picked, given: unknown): Promise<void> {
  const project = session.projectOf(from.state.uri);
  if (project === undefined) return;
  if (isGiven(given)) {
    const state = project.stateAt(given.path);
    const { relation, status, reason } = given;
    if (state) await link(session, from, passageOf(state, given), { relation, status, ...(reason && { reason }) });
    return;
  }
  const to = await askPassage(session, project, from);
  const verdict = to && (await askVerdict(to.relation));
  if (to && verdict) await link(session, from, to.passage, verdict);
}

function isGiven(given: unknown): given is Given {
  return typeof given === 'object' && given !== null && 'path' in given && 'relation' in given && 'start' in given;
}

type PassagePick = vscode.QuickPickItem & { readonly passage?: Picked | Words; readonly relation?: Relation; readonly isAny?: true };

/** What the engine takes for renderings, what is selected in another editor, or any other quotation of the folder. */
async function askPassage(session: Session, project: Project, { state, item }: Picked) {
  const statement = await project.together.statementAt(state, item.span, item);
  const renderings = statement.renderings.map(({ match, state: there, item: other }): PassagePick => ({
    label: statement.labelOf(there),
    description: `${vscode.l10n.t(relationNames[match.relation])}${match.level === 'possible' ? vscode.l10n.t(' · possible') : ''}`,
    detail: shortened(wordingOf(there, other?.span ?? match), 160),
    passage: other ? { state: there, item: other } : { state: there, span: match },
    relation: match.relation,
  }));
  const selected = vscode.window.visibleTextEditors.flatMap(({ document, selection }): PassagePick[] => {
    const there = session.shown(document);
    if (there === undefined || there.uri.toString() === state.uri.toString() || selection.isEmpty) return [];
    const span = there.lines.span(selection);
    return [{ label: labelOf(there), detail: shortened(wordingOf(there, span), 160), passage: passageOf(there, span) }];
  });
  const any = {
    label: vscode.l10n.t('Any other quotation of the folder…'),
    iconPath: new vscode.ThemeIcon('search'),
    isAny: true as const,
    alwaysShow: true,
  };
  const headed = (label: string, picks: readonly PassagePick[]): readonly PassagePick[] =>
    picks.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...picks] : [];
  const picked = await showQuickPick(
    [
      ...headed(vscode.l10n.t('Selected in another editor'), selected),
      ...headed(vscode.l10n.t('Renderings'), renderings),
      ...headed(vscode.l10n.t('Other'), [any]),
    ],
    { placeHolder: vscode.l10n.t('Link to which passage?'), matchOnDetail: true, matchOnDescription: true },
  );
  if (picked?.isAny) return askAnyPassage(project, state);
  return picked?.passage && { passage: picked.passage, relation: picked.relation };
}

async function askAnyPassage(project: Project, state: ArticleState) {
  const picks = project.together
    .states()
    .filter((other) => other.article.uri !== state.article.uri)
    .flatMap((other) =>
      other.items.filter(isPassage).map((item) => ({
        label: shortened(wordingOf(other, item.span), 120),
        description: [labelOf(other), ...item.speakers.map(({ name }) => name)].join(' · '),
        passage: { state: other, item },
      })),
    );
  const picked = await showQuickPick(picks, {
    placeHolder: vscode.l10n.t('Which quotation? Type some of its words'),
    matchOnDescription: true,
  });
  return picked && { passage: picked.passage, relation: undefined };
}

/** How the two relate, the engine's answer first, and why. */
async function askVerdict(relation: Link['relation'] | undefined): Promise<LinkVerdict | undefined> {
  const first = verdicts.filter((verdict) => relation !== undefined && verdict.relation === relation);
  const picked = await showQuickPick([...first, ...verdicts.filter((verdict) => !first.includes(verdict))], {
    placeHolder: vscode.l10n.t('How does it relate to this passage?'),
    matchOnDescription: true,
  });
  if (picked === undefined) return undefined;
  const reason = await showInputBox({ prompt: vscode.l10n.t('Why? Enter leaves it open') });
  if (reason === undefined) return undefined;
  return { relation: picked.relation ?? relation ?? 'indirect', status: picked.status, ...(reason !== '' && { reason }) };
}

async function editLinks(session: Session, { state, item }: Picked): Promise<void> {
  const project = session.projectOf(state.uri);
  const links = project ? linksOf(project, state, item) : [];
  if (project === undefined || links.length === 0) {
    nothingHere(vscode.l10n.t('no link leads from here'));
    return;
  }
  const picked = await showQuickPick(
    links.map((one) => {
      const { relation, status, by, reason } = one.link;
      const { state: there, item: other, address } = one.other;
      const description = [status === 'rejected' ? vscode.l10n.t('something else') : vscode.l10n.t(relationNames[relation]), by, reason]
        .filter((part) => part !== undefined)
        .join(' · ');
      const words = there && other ? shortened(wordingOf(there, other.span), 160) : vscode.l10n.t('leads nowhere: its annotation is gone');
      return { label: there ? labelOf(there) : address.path, description, detail: words, one };
    }),
    { placeHolder: vscode.l10n.t('Links of this passage') },
  );
  if (picked === undefined) return;
  const { link: made, other } = picked.one;
  const action = await showQuickPick(
    [
      ...(other.state && other.item ? [{ label: vscode.l10n.t('Go there'), what: 'go' }] : []),
      { label: vscode.l10n.t('Change what it says…'), what: 'change' },
      ...(made.status === 'accepted' ? [{ label: vscode.l10n.t('Reject: not a rendering'), what: 'reject' }] : []),
      { label: vscode.l10n.t('Remove the link'), what: 'remove' },
    ],
    { placeHolder: picked.label },
  );
  if (action?.what === 'go' && other.state && other.item) await reveal(other.state, other.item.span);
  else if (action?.what === 'change') {
    const verdict = await askVerdict(made.relation);
    if (verdict) await updateLink(session, project, made, verdict);
  } else if (action?.what === 'reject') await updateLink(session, project, made, { status: 'rejected' });
  else if (action?.what === 'remove') await removeLink(session, project, made.id);
}
