import * as vscode from 'vscode';
import {
  cardOf,
  changedSince,
  changeMessage,
  type Fact,
  type Item,
  languageName,
  primaryName,
  primaryOf,
  type Statement,
  type StatementCard,
  wordingOf,
} from '../../core/index';
import type { ArticleState } from '../../workspace/articles/index';
import type { Session } from '../../workspace/session/index';
import { commandLink, foundBy, kindName, plainText, reasonNames, shortened, wordingText } from '../shared/index';

const { t } = vscode.l10n;

const deciding = ['accept', 'reject', 'changeSpeaker', 'setOutlet', 'setPublished'];
const going = ['openPassage', 'showRenderings', 'copyCitation', 'why', 'cardLegend', 'openArchived', 'showArchived'];
const trustedCommands = [...deciding, ...going].map((name) => `secondSource.${name}`);
const mostOthers = 3;
const mostSigns = 6;
const longestPrimary = 280;
const mostDiffering = 5;

const foundIn: Record<Fact['from'], string> = {
  person: t('set by a person'),
  'front-matter': t('from the front matter'),
  html: t('from the page’s metadata'),
  address: t('from its address'),
  project: t('from second-source.yaml'),
  text: t('from a line of the text'),
};

/** The card of what stands at a place; DESIGN.md has its order. `unknown` is a link to the command that sets it. */
export function quotationCard(session: Session, statement: Statement<ArticleState>, item: Item): vscode.MarkdownString {
  const summary = cardOf(statement, t);
  return card([
    `**${plainText(summary.verdict)}**`,
    ...primaryLine(session, statement, summary),
    ...speakerLines(session, statement, item),
    ...noteLines(statement),
    ...renderingLines(session, statement, summary, item),
    ...archiveLines(session, statement, summary),
    ...perhapsLines(session, statement),
    ...differingLines(statement),
    ...changedLines(statement),
    ...factLines(session, statement, summary),
    ...otherLines(session, statement),
    legendLine(session, statement, item),
  ]);
}

export function card(lines: readonly string[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(lines.join('\n\n'));
  markdown.isTrusted = { enabledCommands: trustedCommands };
  return markdown;
}

function speakerLines(
  session: Session,
  { state, speakers, named, provenance, within }: Statement<ArticleState>,
  item: Item,
): readonly string[] {
  const names = speakers.map(({ name, registered }) => `**${plainText(name)}**${registered ? '' : t(' (probable)')}`).join(t(' and '));
  const id = [session.idOf(state.uri), item.id];
  const who = names === '' ? t('Speaker {0}', commandLink(t('unknown'), 'secondSource.changeSpeaker', id, t('Say who speaks'))) : names;
  const only = speakers.length === 1 ? speakers[0]?.name : undefined;
  const as = named !== '' && named !== only ? t(' · as “{0}”', plainText(named)) : '';
  // What was said of other words earlier in the article is a guess here, and stands further down.
  const through = provenance && !provenance.inherited ? t(' · through {0}', plainText(provenance.name)) : '';
  const outer = within?.map(({ name }) => plainText(name)).join(t(' and '));
  const inside = outer === undefined ? '' : outer === '' ? t(' · inside other words') : t(' · in the words of {0}', outer);
  return [`${who}${as}${inside}${through}  \n${actions(session, state, item)}`];
}

export function actions(session: Session, state: ArticleState, item: Item): string {
  const id = [session.idOf(state.uri), item.id];
  const doubt = item.doubtful ? t(', doubtful') : '';
  const standing = item.how === 'changed' ? t('text changed since') : item.status === 'accepted' ? t('accepted') : t('suggested{0}', doubt);
  const links = [
    item.status === 'accepted' && item.how !== 'changed' ? '' : commandLink(t('Accept'), 'secondSource.accept', id),
    commandLink(t('Reject'), 'secondSource.reject', id),
    item.type === 'quotation' ? commandLink(t('Change speaker'), 'secondSource.changeSpeaker', id) : '',
    item.type === 'quotation' ? commandLink(t('Copy'), 'secondSource.copyCitation', id, t('Copy with its source')) : '',
  ];
  return `_${kindName(item)} · ${standing}_ — ${links.filter((link) => link !== '').join(' · ')}`;
}

/** When and through whom, as far as it is known; what is not known is a link. */
function factLines(
  session: Session,
  statement: Statement<ArticleState>,
  { earliest, language }: StatementCard<ArticleState>,
): readonly string[] {
  const { state, provenance } = statement;
  const { outlet, published } = state.article.metadata;
  const id = [session.idOf(state.uri)];
  const unknown = [
    ...(outlet ? [] : [t('outlet {0}', commandLink(t('unknown'), 'secondSource.setOutlet', id, t('Set the outlet')))]),
    ...(published ? [] : [t('date {0}', commandLink(t('unknown'), 'secondSource.setPublished', id, t('Set the publication date')))]),
  ];
  const first = earliest?.article.metadata.published;
  const lines = [
    ...(earliest && first
      ? [t('Earliest in this folder: {0}, {1} ({2})', plainText(statement.labelOf(earliest)), plainText(first.value), foundIn[first.from])]
      : []),
    ...(provenance?.inherited === true
      ? [t('Perhaps through {0}, which is named earlier in the article', plainText(provenance.name))]
      : []),
    ...(language === undefined ? [] : [plainText(language)]),
    ...(unknown.length > 0 ? [t('This article: {0}', unknown.join(' · '))] : []),
  ];
  return lines.length > 0 ? ['---', ...lines] : [];
}

/** "Transcript, City Hall: “…”": its words go before what anybody reports. */
function primaryLine(session: Session, statement: Statement<ArticleState>, { primary }: StatementCard<ArticleState>): readonly string[] {
  if (primary === undefined) return [];
  const { kind, words, rendering } = primary;
  const { match, state: there } = rendering;
  const args = [session.idOf(there.uri), match.start, match.end];
  const link = commandLink(plainText(statement.labelOf(there)), 'secondSource.openPassage', args, plainText(foundBy(match.because)));
  const isSure = match.level === 'match' || rendering.link !== undefined;
  const said = plainText(shortened(words, longestPrimary));
  const name = primaryName(kind, t);
  return [isSure ? t('In the {0}, {1}: “{2}”', name, link, said) : t('Perhaps in the {0}, {1}: “{2}”', name, link, said)];
}

/** At most three, and how many more. */
function renderingLines(
  session: Session,
  statement: Statement<ArticleState>,
  { renderings, more }: StatementCard<ArticleState>,
  item: Item,
): readonly string[] {
  if (renderings.length === 0) return [];
  const lines = renderings.map((entry) => {
    const places = entry.renderings.map(({ match, state: there }) => {
      const args = [session.idOf(there.uri), match.start, match.end];
      const kind = primaryOf(there);
      const primary = kind === undefined ? '' : ` (${primaryName(kind, t)})`;
      return `${commandLink(plainText(statement.labelOf(there)), 'secondSource.openPassage', args, plainText(foundBy(match.because)))}${primary}`;
    });
    const wording = entry.wording ? ` — ${wordingText(entry.wording)}` : '';
    return `${places.join(', ')} · _${plainText(entry.how)}_${wording}`;
  });
  const all = commandLink(
    t('{0} more', more),
    'secondSource.showRenderings',
    [session.idOf(statement.state.uri), item.id],
    t('Show all renderings'),
  );
  return ['---', ...lines, ...(more > 0 ? [all] : [])];
}

/** Below those of the folder: what an archive has, and where nothing is known of it, why. */
function archiveLines(
  session: Session,
  { state, span }: Statement<ArticleState>,
  { archive }: StatementCard<ArticleState>,
): readonly string[] {
  if (archive?.silence !== undefined) return ['---', `_${plainText(archive.silence)}_`];
  if (archive === undefined || archive.renderings.length === 0) return [];
  const lines = archive.renderings.map(({ rendering: { id, match }, label, how, wording }) => {
    const args = [id, match.start, match.end];
    const link = commandLink(plainText(label), 'secondSource.openArchived', args, plainText(foundBy(match.because)));
    return t('In the archive: {0}', `${link} · _${plainText(how)}_${wording ? ` — ${wordingText(wording)}` : ''}`);
  });
  const args = [session.idOf(state.uri), span.start, span.end];
  const all = commandLink(t('{0} more', archive.more), 'secondSource.showArchived', args, t('Show all renderings of the archive'));
  return ['---', ...lines, ...(archive.more > 0 ? [t('In the archive: {0}', all)] : [])];
}

/** "Perhaps here, in German: “…”" */
function perhapsLines(session: Session, statement: Statement<ArticleState>): readonly string[] {
  const lines = statement.perhaps.map(({ place, state }) => {
    const same = [...new Set(place.because.map(({ text }) => text))].slice(0, mostSigns).join(', ');
    const link = commandLink(
      plainText(shortened(wordingOf(state, place), 80)),
      'secondSource.openPassage',
      [session.idOf(state.uri), place.start, place.end],
      plainText(t('Both have {0}; what they say is not compared', same)),
    );
    return t('_Perhaps here, in {0}_, {1}: {2}', languageName(place.language), plainText(statement.labelOf(state)), link);
  });
  return lines.length > 0 ? ['---', ...lines] : [];
}

function differingLines(statement: Statement<ArticleState>): readonly string[] {
  const messages = (isConflict: boolean) =>
    statement.conflicts.filter(({ level }) => (level !== 'differs') === isConflict).map(({ message }) => plainText(message));
  const differing = [
    ...messages(false),
    ...statement.differences.map(({ kind, text, rendering }) =>
      t('{0}: {1} in {2}', reasonNames[kind], plainText(text), plainText(statement.labelOf(rendering.state))),
    ),
  ];
  const line = (head: string, lines: readonly string[]) =>
    lines.length > 0 ? [`**${head}**: ${[...new Set(lines)].slice(0, mostDiffering).join(' · ')}`] : [];
  const lines = [...line(t('Contradicts'), messages(true)), ...line(t('Differs'), differing)];
  return lines.length > 0 ? ['---', ...lines] : [];
}

function changedLines({ state, changes }: Statement<ArticleState>): readonly string[] {
  if (state.changed === undefined || changes.length === 0) return [];
  const told = changes.slice(0, 3).map((change) => plainText(changeMessage(change)));
  return [`**${capitalised(changedSince(state.changed))}**: ${told.join(' · ')}`];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function otherLines(session: Session, { speakers, others }: Statement<ArticleState>): readonly string[] {
  const [speaker] = speakers;
  if (speaker === undefined || others.length === 0) return [];
  const links = others.slice(0, mostOthers).map(({ state, item: { span } }) => {
    const label = plainText(shortened(wordingOf(state, span), 60));
    return commandLink(label, 'secondSource.openPassage', [session.idOf(state.uri), span.start, span.end]);
  });
  const more = others.length > links.length ? t(' · {0} more', others.length - links.length) : '';
  return ['---', t('Also by {0}: {1}{2}', plainText(speaker.name), links.join(' · '), more)];
}

/** Reasons and signs, for those who ask. */
function legendLine(session: Session, { state }: Statement<ArticleState>, item: Item): string {
  const why = commandLink(
    t('Why?'),
    'secondSource.why',
    [session.idOf(state.uri), item.id],
    t('What this was found by, and how to say that it is wrong'),
  );
  return `${why} · ${commandLink(t('Legend'), 'secondSource.cardLegend', [], t('What bold, struck and italic words mean'))}`;
}

export function noteLines({ note, tags, comments }: Statement<ArticleState>): readonly string[] {
  const lines = [
    ...(note !== undefined && note !== '' ? [t('Note: {0}', plainText(note))] : []),
    ...(tags.length > 0 ? [t('Tags: {0}', plainText(tags.join(', ')))] : []),
    ...comments.slice(-2).map(({ by, text }) => `${plainText(by)}: ${plainText(text)}`),
  ];
  return lines;
}
