import * as vscode from 'vscode';
import type { Session } from '../../workspace/session/index';
import { createStatusBarItem } from '../../workspace/window/index';

/** The one status bar item: what is known of the article in front, or what hinders. */
export function registerStatusBar(session: Session): vscode.Disposable {
  const bar = createStatusBarItem('secondSource.status', 90, 'quote');
  bar.name = 'Second Source';

  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    const standing = document ? session.standing(document) : 'none';
    void vscode.commands.executeCommand('setContext', 'secondSource.article', standing === 'ready' || standing === 'loading');
    void vscode.commands.executeCommand('setContext', 'secondSource.active', session.projects.length > 0);
    if (document === undefined || standing === 'none') {
      bar.hide();
      return;
    }
    const { text, tooltip, command } = content(session, document, standing);
    bar.text = text;
    bar.tooltip = tooltip;
    bar.command = command;
    bar.accessibilityInformation = { label: vscode.l10n.t('Second Source: {0}. {1}', text, tooltip) };
    bar.show();
  };

  show();
  return vscode.Disposable.from(bar, session.onDidChange(show), vscode.window.onDidChangeActiveTextEditor(show));
}

function content(session: Session, document: vscode.TextDocument, standing: ReturnType<Session['standing']>) {
  switch (standing) {
    case 'offer':
      return {
        text: vscode.l10n.t('Annotate this folder'),
        tooltip: vscode.l10n.t('Highlight speakers, quotations and dates in the articles of this folder. Nothing leaves this machine.'),
        command: 'secondSource.annotateFolder',
      };
    case 'large':
      return {
        text: vscode.l10n.t('Large: analyse'),
        tooltip: vscode.l10n.t('This file is over 2 MB. Analyse it all the same.'),
        command: 'secondSource.analyseLarge',
      };
    case 'binary':
      return {
        text: vscode.l10n.t('Not text'),
        tooltip: vscode.l10n.t('This file holds binary data and is not read as an article.'),
        command: undefined,
      };
    case 'report':
      return {
        text: vscode.l10n.t('Report'),
        tooltip: vscode.l10n.t('Second Source has written this report: it is not read as an article.'),
        command: undefined,
      };
    case 'none':
    case 'loading':
    case 'ready':
      return counts(session, document);
  }
}

function counts(session: Session, document: vscode.TextDocument) {
  const state = session.shown(document);
  const project = session.projectOf(document.uri);
  const progress = project?.reader.progress;
  const index = project?.indexed?.status;
  const doing = index ? vscode.l10n.t('indexing') : vscode.l10n.t('reading');
  const stopped = index?.isStopped === true && index.missing > 0 ? vscode.l10n.t(' · not all indexed') : '';
  const reading = progress ? vscode.l10n.t(' · {0} {1} of {2}', doing, progress.done, progress.total) : stopped;
  if (state === undefined)
    return { text: vscode.l10n.t('Reading…{0}', reading), tooltip: vscode.l10n.t('The article is being analysed.'), command: undefined };
  const { items, article } = state;
  const quotations = items.filter(({ type }) => type === 'quotation');
  const accepted = items.filter(({ status }) => status === 'accepted').length;
  const other = article.language === 'other' ? vscode.l10n.t(' · marks and ISO dates only') : '';
  const outlet = article.metadata.outlet?.value ?? vscode.l10n.t('unknown outlet');
  const published = article.metadata.published?.value.slice(0, 10) ?? vscode.l10n.t('date unknown');
  const missing =
    stopped === '' || index === undefined
      ? ''
      : vscode.l10n.t(' {0} of {1} articles are not indexed and not found; choose this to go on.', index.missing, index.articles);
  const notEnglish =
    other === '' ? '' : vscode.l10n.t(' In a language that is not read here: only quotation marks and ISO dates are found.');
  return {
    text: `${quotations.length} ${quotations.length === 1 ? vscode.l10n.t('quotation') : vscode.l10n.t('quotations')}${other}${reading}`,
    tooltip: vscode.l10n.t(
      '{0}, {1}. {2} accepted, {3} to review.{4}{5}',
      outlet,
      published,
      accepted,
      items.length - accepted,
      notEnglish,
      missing,
    ),
    command: stopped === '' ? 'secondSource.articles.focus' : 'secondSource.indexFolder',
  };
}
