import * as vscode from 'vscode';
import type { ArticleState } from '../workspace/articleEntry';
import type { Item } from '../workspace/items';
import type { Project } from '../workspace/project';
import { outletOf } from '../workspace/renderings';
import type { Session } from '../workspace/session';
import { commandLink, plainText } from './markdown';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const dayLength = 86_400_000;

/** A date's value, weekday, distance from publication, how it was resolved, and who else names the day. */
export function dateCard(session: Session, project: Project, state: ArticleState, item: Item): vscode.MarkdownString {
  const value = item.annotation?.value ?? item.date?.value ?? 'unknown';
  const id = session.idOf(state.uri);
  const { firstDay, lastDay, how } = item.date ?? {};
  const oneDay = firstDay !== undefined && firstDay === lastDay;
  const lines = [
    `**${plainText(value)}**${oneDay ? ` · ${weekdays[(((firstDay + 4) % 7) + 7) % 7] ?? ''}` : ''}${distance(state, firstDay, lastDay)}`,
    ...(how !== undefined && how !== '' ? [plainText(how)] : []),
    ...(state.article.metadata.published
      ? []
      : [`Publication date ${commandLink('unknown', 'secondSource.setPublished', [id], 'Set the publication date')}`]),
    [
      item.status === 'accepted' ? '_accepted_' : commandLink('Accept', 'secondSource.accept', [id, item.id]),
      commandLink('Reject', 'secondSource.reject', [id, item.id]),
    ].join(' · '),
    ...problems(state, item),
    ...(oneDay ? sameDay(session, project, state, firstDay) : []),
  ];
  const markdown = new vscode.MarkdownString(lines.join('\n\n'));
  markdown.isTrusted = {
    enabledCommands: ['secondSource.accept', 'secondSource.reject', 'secondSource.setPublished', 'secondSource.openPassage'],
  };
  return markdown;
}

function distance(state: ArticleState, firstDay: number | undefined, lastDay: number | undefined): string {
  const published = state.article.metadata.published?.value.slice(0, 10);
  const day = published === undefined ? NaN : Math.floor(Date.parse(published) / dayLength);
  if (firstDay === undefined || lastDay === undefined || Number.isNaN(day)) return '';
  if (firstDay <= day && day <= lastDay) return firstDay === lastDay ? ' · the day of publication' : ' · includes the day of publication';
  const days = firstDay > day ? firstDay - day : day - lastDay;
  return ` · ${days} ${days === 1 ? 'day' : 'days'} ${firstDay > day ? 'after' : 'before'} publication`;
}

function problems(state: ArticleState, item: Item): readonly string[] {
  return state.analysis.problems
    .filter(({ passages }) => passages.some(({ start, end }) => start < item.span.end && item.span.start < end))
    .map(({ message }) => `**Check**: ${plainText(message)}`);
}

function sameDay(session: Session, project: Project, state: ArticleState, day: number): readonly string[] {
  const places = project
    .states()
    .filter((other) => other !== state)
    .flatMap((other) => {
      const date = other.analysis.dates.find(({ firstDay, lastDay }) => firstDay === day && lastDay === day);
      return date
        ? [commandLink(plainText(outletOf(other)), 'secondSource.openPassage', [session.idOf(other.uri), date.start, date.end])]
        : [];
    });
  return places.length > 0 ? ['---', `The same day in ${places.slice(0, 6).join(' · ')}`] : [];
}
