import * as vscode from 'vscode';
import { leftOutMessage } from '../../core/index';
import { nameOf } from '../../workspace/files/index';
import { showInformationMessage, showWarningMessage } from '../../workspace/window/index';
import { attempt } from '../shared/index';
import { type ArticleResult, type Importer, importSource } from './articleResult';
import { articleOf } from './articleSources';

const everything = vscode.l10n.t('Take Everything');
const fetchPage = vscode.l10n.t('Import Its Page…');
const allText = vscode.l10n.t('Take All Its Text');
const newVersion = vscode.l10n.t('Keep as New Version');
const both = vscode.l10n.t('Keep Both');
const replace = vscode.l10n.t('Replace');
const compare = vscode.l10n.t('Compare');

/** Shows the article, and asks what is left to a person: what of a page was left out, what becomes of a text that is there. */
export async function tellResult(importer: Importer, result: ArticleResult): Promise<vscode.Uri | undefined> {
  switch (result.kind) {
    case 'written':
      await show(result.uri);
      void offerEverything(importer, result);
      return result.uri;
    case 'known':
      await show(result.uri);
      void showInformationMessage(vscode.l10n.t('Already there with the same words: {0} ({1}).', nameOf(result.uri), result.label));
      return result.uri;
    case 'version':
      return askVersion(importer, result);
    case 'taken':
      return askName(importer, result);
    case 'refused':
      return askWhole(importer, result);
  }
}

type Of<K extends ArticleResult['kind']> = Extract<ArticleResult, { readonly kind: K }>;

/** Where paragraphs of a page were left out, all of it can be taken; where a feed has a summary alone, its page be fetched. */
async function offerEverything(importer: Importer, { article, label, source, uri }: Of<'written'>): Promise<void> {
  const { leftOut, metadata } = article;
  if (leftOut === undefined) return;
  const isPage = 'html' in source && source.content === undefined;
  const hasPage = leftOut.isSummary && metadata.url !== undefined;
  const offered = isPage ? [everything] : hasPage ? [fetchPage] : [];
  const answer = await showWarningMessage(`${label}: ${leftOutMessage(leftOut)}.`, ...offered);
  if (answer === fetchPage)
    await vscode.commands.executeCommand('secondSource.importArticleAddress', {
      suggested: metadata.url?.value,
      target: importer.target.folder,
    });
  if (answer !== everything) return;
  await attempt(async () => {
    const whole = await articleOf(importer.pages, source, true);
    if ('reason' in whole) throw new Error(`${label}: ${whole.reason}.`);
    await importer.target.overwrite(uri, whole, article.text);
    await show(uri);
  });
}

/** Other words of an article that is there. */
async function askVersion(importer: Importer, { article, label, uri }: Of<'version'>): Promise<vscode.Uri | undefined> {
  const name = nameOf(uri);
  const question = vscode.l10n.t('{0} is there already, as {1}, with other words.', label, name);
  const answer = await showInformationMessage(question, newVersion, both);
  if (answer === both) {
    const written = (await importer.target.write(article)).uri;
    await show(written);
    return written;
  }
  if (answer !== newVersion) return undefined;
  const earlier = await importer.target.keepVersion(uri, article);
  await show(uri);
  void tellVersion(uri, earlier);
  return uri;
}

async function tellVersion(uri: vscode.Uri, earlier: vscode.Uri): Promise<void> {
  const kept = vscode.l10n.t(
    '{0} has the new words; the earlier ones are kept in {1}.versions/{2}.',
    nameOf(uri),
    nameOf(uri),
    nameOf(earlier),
  );
  if ((await showInformationMessage(kept, compare)) === compare) await vscode.commands.executeCommand('secondSource.compareVersions', uri);
}

/** Another article has the name. */
async function askName(importer: Importer, { article, uri }: Of<'taken'>): Promise<vscode.Uri | undefined> {
  const detail = vscode.l10n.t('Its text is not the same. Annotations of the old text are looked for in the new one.');
  const answer = await showWarningMessage(vscode.l10n.t('{0} exists already.', article.name), { modal: true, detail }, both, replace);
  if (answer === undefined) return undefined;
  const place = answer === both ? (await importer.target.write(article)).uri : uri;
  if (answer === replace) await importer.target.overwrite(uri, article);
  await show(place);
  return place;
}

async function askWhole(importer: Importer, { label, reason, source }: Of<'refused'>): Promise<vscode.Uri | undefined> {
  const separator = reason.startsWith('is ') || reason.startsWith('has ') || reason.startsWith('cannot ') ? ' ' : ': ';
  const answer = await showWarningMessage(`${label}${separator}${reason}.`, ...(source ? [allText] : []));
  if (answer !== allText || source === undefined) return undefined;
  return tellResult(importer, await importSource(importer, source, true));
}

async function show(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(uri);
}
