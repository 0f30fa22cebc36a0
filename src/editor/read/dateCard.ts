import * as vscode from 'vscode';
import { type DateExpression, describeDate, isSameDay, type Item } from '../../core/index';
import { type ArticleState, labelOf } from '../../workspace/articles/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { commandLink, plainText } from '../shared/index';

/** A date's value, weekday, distance from publication, how it was resolved, and who else names the day. */
export function dateCard(session: Session, project: Project, state: ArticleState, item: Item): vscode.MarkdownString {
  const value = item.annotation?.value ?? item.date?.value ?? vscode.l10n.t('unknown');
  const id = session.idOf(state.uri);
  const { date } = item;
  const { when, distance } = date ? describeDate(date, state.article.metadata.published?.value) : {};
  // Where the day is not known, its value and how it was found say nothing that its words do not.
  const isOpen = value.startsWith('XXXX');
  const how = isOpen ? undefined : date?.how;
  const lines = [
    [
      `**${plainText(isOpen ? (when ?? value) : value)}**`,
      ...(isOpen ? [] : [when, distance]).flatMap((part) => (part === undefined || part === value ? [] : plainText(part))),
    ].join(' · '),
    ...(how !== undefined && how !== '' ? [plainText(how)] : []),
    ...(state.article.metadata.published
      ? []
      : [
          vscode.l10n.t(
            'Publication date {0}',
            commandLink(vscode.l10n.t('unknown'), 'secondSource.setPublished', [id], vscode.l10n.t('Set the publication date')),
          ),
        ]),
    [
      item.status === 'accepted'
        ? `_${vscode.l10n.t('accepted')}_`
        : commandLink(vscode.l10n.t('Accept'), 'secondSource.accept', [id, item.id]),
      commandLink(vscode.l10n.t('Reject'), 'secondSource.reject', [id, item.id]),
    ].join(' · '),
    ...problems(state, item),
    ...(date ? sameDay(session, project, state, date) : []),
  ];
  const markdown = new vscode.MarkdownString(lines.join('\n\n'));
  markdown.isTrusted = {
    enabledCommands: ['secondSource.accept', 'secondSource.reject', 'secondSource.setPublished', 'secondSource.openPassage'],
  };
  return markdown;
}

function problems(state: ArticleState, item: Item): readonly string[] {
  return state.analysis.problems
    .filter(({ passages }) => passages.some(({ start, end }) => start < item.span.end && item.span.start < end))
    .map(({ message }) => vscode.l10n.t('**Check**: {0}', plainText(message)));
}

function sameDay(session: Session, project: Project, state: ArticleState, day: DateExpression): readonly string[] {
  const places = project.together
    .statesAround(state)
    .filter((other) => other !== state)
    .flatMap((other) => {
      const date = other.analysis.dates.find((date) => isSameDay(date, day));
      return date
        ? [commandLink(plainText(labelOf(other)), 'secondSource.openPassage', [session.idOf(other.uri), date.start, date.end])]
        : [];
    });
  return places.length > 0 ? ['---', vscode.l10n.t('The same day in {0}', places.slice(0, 6).join(' · '))] : [];
}
