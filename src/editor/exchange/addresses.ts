import * as vscode from 'vscode';
import type { Session } from '../../workspace/session/index';
import { showInformationMessage } from '../../workspace/window/index';
import { reveal, shortened } from '../shared/index';

const allowed = 'secondSource.addressesAllowed';
const longest = 2000;

/**
 * Addresses that other programs may open: `/open?path=…&id=…` shows one annotation of an open folder, `/check?text=…` looks words up in
 * it. Nothing else is reached by them, nothing is written, and the first one asks.
 */
export function registerAddresses(session: Session): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.registerUriHandler({ handleUri: (uri) => open(session, uri) }),
    vscode.commands.registerCommand('secondSource.openAddress', (uri: unknown) =>
      uri instanceof vscode.Uri ? open(session, uri) : undefined,
    ),
  );
}

async function open(session: Session, { path, query }: vscode.Uri): Promise<void> {
  const asked = new URLSearchParams(query);
  if (path === '/open') await openAnnotation(session, asked.get('path') ?? '', asked.get('id') ?? '');
  const text = asked.get('text')?.slice(0, longest) ?? '';
  if (path === '/check' && text !== '' && (await isAllowed(session, vscode.l10n.t('look up “{0}”', shortened(text, 100)))))
    await vscode.commands.executeCommand('secondSource.checkQuotation', text);
}

async function isAllowed(session: Session, what: string): Promise<boolean> {
  if (session.memory.get<boolean>(allowed, false)) return true;
  const yes = vscode.l10n.t('Allow');
  const detail = vscode.l10n.t(
    'Addresses can only show what is in the folders that are open, and write nothing. You are asked once for this workspace.',
  );
  const answer = await showInformationMessage(
    vscode.l10n.t('Another program asks Second Source to {0}.', what),
    { modal: true, detail },
    yes,
  );
  if (answer !== yes) return false;
  await session.memory.update(allowed, true);
  return true;
}

/** Only a path that is an article of an open folder leads anywhere. */
async function openAnnotation(session: Session, path: string, id: string): Promise<void> {
  const project = session.projects.find(({ paths }) => paths.includes(path));
  const state = project && (await project.shelf.hold(vscode.Uri.joinPath(project.root, path)));
  const item = state?.items.find((one) => one.id === id);
  if (state === undefined || (item === undefined && id !== '')) {
    const what = id === '' ? 'article' : vscode.l10n.t('annotation {0} of', shortened(id, 20));
    void showInformationMessage(vscode.l10n.t('No {0} {1} is in the open folders.', what, shortened(path, 100)));
  } else if (await isAllowed(session, vscode.l10n.t('open {0}', shortened(path, 100)))) {
    await (item ? reveal(state, item.span) : vscode.window.showTextDocument(state.uri));
  }
}
