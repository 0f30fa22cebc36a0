import * as vscode from 'vscode';
import { type Item, relationNames, type StatementRendering, wordingOf } from '../../core/index';
import type { ArticleState } from '../../workspace/articles/index';
import { link, type Picked, reject } from '../../workspace/decisions/index';
import type { Session } from '../../workspace/session/index';
import { showQuickPick } from '../../workspace/window/index';
import { foundBy, registerItemCommand, reveal, shortened, typeName } from '../shared/index';

type Row = vscode.QuickPickItem & { readonly rendering?: StatementRendering<ArticleState>; readonly isOwn?: true };

/** Tells what a suggestion and its renderings were found by, and takes "this is wrong" for an answer. */
export function registerWhy(session: Session): vscode.Disposable {
  return registerItemCommand(session, 'why', (pick) => tell(session, pick));
}

async function tell(session: Session, pick: Picked): Promise<void> {
  const { state, item } = pick;
  const project = session.projectOf(state.uri);
  if (project === undefined) return;
  const statement = await project.together.statementAt(state, item.span, item);
  const heading = (label: string): Row => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const rows: Row[] = [
    heading(vscode.l10n.t('What stands here')),
    { label: shortened(wordingOf(state, item.span), 100), detail: toldOf(state, item), isOwn: true },
    ...(statement.renderings.length > 0 ? [heading(vscode.l10n.t('Where else it stands'))] : []),
    ...statement.renderings.map((rendering): Row => {
      const { match, state: there } = rendering;
      return {
        label: `${statement.labelOf(there)}: ${shortened(wordingOf(there, match), 90)}`,
        description: `${vscode.l10n.t(relationNames[match.relation])}${match.level === 'possible' ? vscode.l10n.t(' · possible') : ''}`,
        detail: rendering.link ? linkedBy(rendering.link) : foundBy(match.because) || vscode.l10n.t('Found by the words around it'),
        rendering,
      };
    }),
  ];
  const picked = await showQuickPick(rows, {
    title: vscode.l10n.t('Why?'),
    placeHolder: vscode.l10n.t('What each was found by; choose one to go there or to say that it is wrong'),
    matchOnDetail: true,
    matchOnDescription: true,
  });
  if (picked?.rendering) await ofRendering(session, pick, picked.rendering);
  else if (picked?.isOwn) await ofItem(session, pick);
}

async function ofItem(session: Session, pick: Picked): Promise<void> {
  const wrong = { label: vscode.l10n.t('This is wrong: never suggest it again'), isWrong: true };
  const answer = await showQuickPick([wrong, { label: vscode.l10n.t('Leave it'), isWrong: false }], { title: vscode.l10n.t('Why?') });
  if (answer?.isWrong === true) await reject(session, [pick]);
}

async function ofRendering(session: Session, pick: Picked, { match, state, item }: StatementRendering<ArticleState>): Promise<void> {
  const choices = [
    { label: vscode.l10n.t('Go there'), what: 'go' },
    { label: vscode.l10n.t('This is wrong: never show it as a rendering of this'), what: 'wrong' },
  ];
  const answer = await showQuickPick(choices, { title: vscode.l10n.t('Why?') });
  if (answer?.what === 'go') await reveal(state, match);
  if (answer?.what !== 'wrong') return;
  const { relation } = match;
  await link(session, pick, item ? { state, item } : { state, span: match }, { relation, status: 'rejected' });
}

/** "Suggested: a direct quotation, sure to 0.91; speaker by “Captain Mira Olsen”, verb “said”". */
function toldOf(state: ArticleState, { status, type, kind, quotation, date, annotation, mention }: Item): string {
  const words = ({ start, end }: { readonly start: number; readonly end: number }) => `“${wordingOf(state, { start, end })}”`;
  const by = annotation?.reviewed?.by;
  const made =
    status === 'accepted' ? vscode.l10n.t('Accepted{0}', by === undefined ? '' : vscode.l10n.t(' by {0}', by)) : vscode.l10n.t('Suggested');
  const what = typeName({ type, kind });
  const sure = quotation && status === 'suggested' ? vscode.l10n.t(', sure to {0}', quotation.confidence.toFixed(2)) : '';
  const named = mention ?? quotation?.mention;
  return [
    `${made}: ${what}${sure}`,
    ...(named ? [vscode.l10n.t('speaker by {0}', words(named))] : []),
    ...(quotation?.cue ? [vscode.l10n.t('verb {0}', words(quotation.cue))] : []),
    ...(quotation?.folded === true ? [vscode.l10n.t('of a kind that is often no speech')] : []),
    ...(date && date.how !== '' ? [date.how] : []),
  ].join('; ');
}

function linkedBy({ by, reason }: NonNullable<StatementRendering<ArticleState>['link']>): string {
  return vscode.l10n.t('Linked{0}{1}', by === undefined ? '' : vscode.l10n.t(' by {0}', by), reason === undefined ? '' : `: ${reason}`);
}
