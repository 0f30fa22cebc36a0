import * as vscode from 'vscode';
import type { Item, Statement } from '../../core/index';
import type { ArticleState } from '../../workspace/articles/index';
import type { Session } from '../../workspace/session/index';
import { plainText } from '../shared/index';
import { actions, card, noteLines, otherLines } from './card';

const { t } = vscode.l10n;

/** Who is named, under which names else, and what they say elsewhere. */
export function speakerCard(session: Session, statement: Statement<ArticleState>, item: Item): vscode.MarkdownString {
  const { state, speakers } = statement;
  const [speaker] = speakers;
  const known = state.analysis.speakers.find(({ id }) => id === speaker?.id);
  const more = [...(known?.titles ?? []), ...(known?.aliases ?? [])].filter((name) => name !== speaker?.name);
  const lines = [
    `**${speaker ? plainText(speaker.name) : t('Unknown speaker')}**${speaker && !speaker.registered ? t(' · probable') : ''}`,
    ...(more.length > 0 ? [t('Also here: {0}', plainText([...new Set(more)].slice(0, 6).join(', ')))] : []),
    actions(session, state, item),
  ];
  return card([...lines, ...noteLines(statement), ...otherLines(session, statement)]);
}
