import * as vscode from 'vscode';
import {
  alterations,
  analyse,
  isCorroborating,
  type Match,
  orderInTime,
  outletsOf,
  outletsText,
  quotationAt,
  readArticle,
  relationNames,
  withContradictions,
  wordingOf,
} from '../../core/index';
import { type ArticleState, labelOf } from '../../workspace/articles/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { showInformationMessage, showInputBox, showQuickPick } from '../../workspace/window/index';
import { projectInFront, registerCommand, reveal, shortened } from '../shared/index';

/** Longer texts are no quotation. */
const longest = 2000;

interface Found {
  readonly match: Match;
  readonly state: ArticleState;
}

/** Any sentence, also from outside the folder: who has it, in whose words, since when, and what is altered. */
export function registerCheckQuotation(session: Session): vscode.Disposable {
  return registerCommand('checkQuotation', async (given) => {
    const project = await projectInFront(session);
    if (project === undefined) return undefined;
    const text = (typeof given === 'string' ? given : await ask())?.trim().slice(0, longest) ?? '';
    if (text === '') return undefined;
    const found = await findText(project, text);
    if (found.length === 0) {
      void showInformationMessage(vscode.l10n.t('No article of this folder has “{0}”.', shortened(text, 80)));
      return found.length;
    }
    await show(project, text, found);
    return found.length;
  });
}

async function ask(): Promise<string | undefined> {
  const clipboard = await vscode.env.clipboard.readText();
  const isSentence = clipboard.trim().split(/\s+/).length >= 4 && clipboard.length <= longest;
  return showInputBox({
    title: vscode.l10n.t('Check a Quotation'),
    prompt: vscode.l10n.t('Paste the words, as they are quoted anywhere. They are looked for in this folder; nothing leaves this machine.'),
    ...(isSentence && { value: clipboard.trim().replace(/\s+/g, ' ') }),
  });
}

/** Of a large folder those articles are looked at that its index names for the words. */
async function findText(project: Project, text: string): Promise<readonly Found[]> {
  if (project.indexed !== undefined) await project.together.find(text);
  const { corpus } = project.together;
  const article = readArticle({ uri: '', path: '', text, version: 1 });
  const matches = corpus.matchText(text);
  const conflicts = corpus.conflictsWith({ article, analysis: analyse(article) }, matches);
  return withContradictions({ uri: '', start: 0, end: article.raw.length }, matches, conflicts).flatMap((match): Found[] => {
    const state = project.together.stateOf(match.uri);
    return state ? [{ match, state }] : [];
  });
}

async function show(project: Project, text: string, found: readonly Found[]): Promise<void> {
  const sure = found.filter(({ match }) => isCorroborating(match)).map(({ state }) => state);
  const { earliest: candidates, undated } = orderInTime(sure);
  const [first, ...rivals] = candidates;
  const earliest =
    first && rivals.length === 0 && undated.length === 0 && sure.length > 1 ? vscode.l10n.t(', first {0}', labelOf(first)) : '';
  const verdict =
    sure.length > 0
      ? `${outletsText(outletsOf(sure, project.together.registry), vscode.l10n.t)}${earliest}`
      : vscode.l10n.t('nobody surely has it');
  const picks = found.map(({ match, state }) => {
    const quotation = quotationAt(state.items, match);
    const speakers = quotation?.speakers.map((speaker) => project.together.speakerName(state, speaker)) ?? [];
    const words = wordingOf(state, match);
    const altered = alterations(text, words, vscode.l10n.t);
    // What is pasted was quoted somewhere, whether or not its marks came with it.
    const isQuotedThere = quotation !== undefined && quotation.kind !== 'indirect';
    const name = relationNames[match.relation === 'indirect' && isQuotedThere ? 'retranslated' : match.relation];
    const relation = `${vscode.l10n.t(name)}${match.level === 'possible' ? vscode.l10n.t(' · possible') : ''}`;
    const day = state.article.metadata.published?.value.slice(0, 10) ?? vscode.l10n.t('date unknown');
    return {
      label: [labelOf(state), ...speakers].join(' · '),
      description: [relation, day, altered].filter((part) => part !== '').join(' · '),
      detail: `“${shortened(words, 180)}”`,
      place: { state, match },
    };
  });
  const picked = await showQuickPick(picks, {
    title: vscode.l10n.t('Check a Quotation: {0}', verdict),
    placeHolder: shortened(text, 120),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked) await reveal(picked.place.state, picked.place.match);
}
