import * as vscode from 'vscode';
import {
  cardOf,
  changedSince,
  changeMessage,
  type Fact,
  type Item,
  languageName,
  type Link,
  type Reason,
  relationNames,
  type Statement,
  type StatementCard,
  wordingOf,
} from '../../core/index';
import type { ArticleState } from '../../workspace/articles/index';
import type { Session } from '../../workspace/session/index';
import { commandLink, plainText, shortened, wordingText } from '../shared/index';

const trustedCommands = [
  'secondSource.accept',
  'secondSource.reject',
  'secondSource.changeSpeaker',
  'secondSource.setOutlet',
  'secondSource.setPublished',
  'secondSource.openPassage',
  'secondSource.showRenderings',
  'secondSource.copyCitation',
  'secondSource.why',
  'secondSource.cardLegend',
];
const mostOthers = 3;
const mostDiffering = 5;
const mostSigns = 6;

const foundIn: Record<Fact['from'], string> = {
  person: 'set by a person',
  'front-matter': 'from the front matter',
  html: 'from the page’s metadata',
  address: 'from its address',
  project: 'from second-source.yaml',
  text: 'from a line of the text',
};

/** The card of what stands at a place; DESIGN.md has its order. `unknown` is a link to the command that sets it. */
export function quotationCard(session: Session, statement: Statement<ArticleState>, item: Item): vscode.MarkdownString {
  const summary = cardOf(statement);
  return card([
    `**${plainText(summary.verdict)}**`,
    ...speakerLines(session, statement, item),
    ...noteLines(statement),
    ...renderingLines(session, statement, summary, item),
    ...perhapsLines(session, statement),
    ...differingLines(statement),
    ...changedLines(statement),
    ...factLines(session, statement, summary),
    ...otherLines(session, statement),
    legendLine(session, statement, item),
  ]);
}

export function speakerCard(session: Session, statement: Statement<ArticleState>, item: Item): vscode.MarkdownString {
  const { state, speakers } = statement;
  const [speaker] = speakers;
  const known = state.analysis.speakers.find(({ id }) => id === speaker?.id);
  const more = [...(known?.titles ?? []), ...(known?.aliases ?? [])].filter((name) => name !== speaker?.name);
  const lines = [
    `**${speaker ? plainText(speaker.name) : 'Unknown speaker'}**${speaker && !speaker.registered ? ' · probable' : ''}`,
    ...(more.length > 0 ? [`Also here: ${plainText([...new Set(more)].slice(0, 6).join(', '))}`] : []),
    actions(session, state, item),
  ];
  return card([...lines, ...noteLines(statement), ...otherLines(session, statement)]);
}

function card(lines: readonly string[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(lines.join('\n\n'));
  markdown.isTrusted = { enabledCommands: trustedCommands };
  return markdown;
}

function speakerLines(
  session: Session,
  { state, speakers, named, provenance, within }: Statement<ArticleState>,
  item: Item,
): readonly string[] {
  const names = speakers.map(({ name, registered }) => `**${plainText(name)}**${registered ? '' : ' (probable)'}`).join(' and ');
  const id = [session.idOf(state.uri), item.id];
  const who = names === '' ? `Speaker ${commandLink('unknown', 'secondSource.changeSpeaker', id, 'Say who speaks')}` : names;
  const only = speakers.length === 1 ? speakers[0]?.name : undefined;
  const as = named !== '' && named !== only ? ` · as “${plainText(named)}”` : '';
  // What was said of other words earlier in the article is a guess here, and stands further down.
  const through = provenance && !provenance.inherited ? ` · through ${plainText(provenance.name)}` : '';
  const outer = within?.map(({ name }) => plainText(name)).join(' and ');
  const inside = outer === undefined ? '' : outer === '' ? ' · inside other words' : ` · in the words of ${outer}`;
  return [`${who}${as}${inside}${through}  \n${actions(session, state, item)}`];
}

function actions(session: Session, state: ArticleState, item: Item): string {
  const id = [session.idOf(state.uri), item.id];
  const doubt = item.doubtful ? ', doubtful' : '';
  const standing = item.how === 'changed' ? 'text changed since' : item.status === 'accepted' ? 'accepted' : `suggested${doubt}`;
  const kind = item.type === 'quotation' ? (item.kind ?? 'direct') : item.type;
  const links = [
    item.status === 'accepted' && item.how !== 'changed' ? '' : commandLink('Accept', 'secondSource.accept', id),
    commandLink('Reject', 'secondSource.reject', id),
    item.type === 'quotation' ? commandLink('Change speaker', 'secondSource.changeSpeaker', id) : '',
    item.type === 'quotation' ? commandLink('Copy', 'secondSource.copyCitation', id, 'Copy with its source') : '',
  ];
  return `_${kind} · ${standing}_ — ${links.filter((link) => link !== '').join(' · ')}`;
}

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
      const primary = there.article.metadata.primary ? ' (primary source)' : '';
      return `${commandLink(plainText(statement.labelOf(there)), 'secondSource.openPassage', args, plainText(whyFound(match.because)))}${primary}`;
    });
    const relation = entry.relation === 'quoted-differently' ? 'quoted differently' : relationNames[entry.relation];
    const [link] = entry.renderings.flatMap((rendering) => rendering.link ?? []);
    const possible = entry.isSure ? '' : ' · possible';
    const wording = entry.wording ? ` — ${wordingText(entry.wording)}` : '';
    return `${places.join(', ')} · _${relation}${possible}${link ? linkedBy(link) : ''}_${wording}`;
  });
  const all = commandLink(
    `${more} more`,
    'secondSource.showRenderings',
    [session.idOf(statement.state.uri), item.id],
    'Show all renderings',
  );
  return ['---', ...lines, ...(more > 0 ? [all] : [])];
}

/** "Perhaps here, in German: “…”" */
function perhapsLines(session: Session, statement: Statement<ArticleState>): readonly string[] {
  const lines = statement.perhaps.map(({ place, state }) => {
    const same = [...new Set(place.because.map(({ text }) => text))].slice(0, mostSigns).join(', ');
    const link = commandLink(
      plainText(shortened(wordingOf(state, place), 80)),
      'secondSource.openPassage',
      [session.idOf(state.uri), place.start, place.end],
      plainText(`Both have ${same}; what they say is not compared`),
    );
    return `_Perhaps here, in ${languageName(place.language)}_, ${plainText(statement.labelOf(state))}: ${link}`;
  });
  return lines.length > 0 ? ['---', ...lines] : [];
}

/** "Found by words (visit), names (Moscow); against it: number (28)" */
function whyFound(because: readonly Reason[]): string {
  const told = (reasons: readonly Reason[]) => reasons.map(({ kind, text }) => `${kind} (${text})`).join(', ');
  const [against, by] = [because.filter((reason) => reason.against), because.filter((reason) => !reason.against)];
  return [by.length > 0 ? `Found by ${told(by)}` : '', against.length > 0 ? `against it: ${told(against)}` : '']
    .filter((part) => part !== '')
    .join('; ');
}

function linkedBy({ by, reason }: Link): string {
  return ` · linked${by === undefined ? '' : ` by ${plainText(by)}`}${reason === undefined ? '' : `: ${plainText(reason)}`}`;
}

/** When and through whom, as far as it is known; what is not known is a link. */
function factLines(session: Session, statement: Statement<ArticleState>, { earliest }: StatementCard<ArticleState>): readonly string[] {
  const { state, provenance } = statement;
  const { outlet, published } = state.article.metadata;
  const id = [session.idOf(state.uri)];
  const unknown = [
    ...(outlet ? [] : [`outlet ${commandLink('unknown', 'secondSource.setOutlet', id, 'Set the outlet')}`]),
    ...(published ? [] : [`date ${commandLink('unknown', 'secondSource.setPublished', id, 'Set the publication date')}`]),
  ];
  const first = earliest?.article.metadata.published;
  const lines = [
    ...(earliest && first
      ? [`Earliest in this folder: ${plainText(statement.labelOf(earliest))}, ${plainText(first.value)} (${foundIn[first.from]})`]
      : []),
    ...(provenance?.inherited === true ? [`Perhaps through ${plainText(provenance.name)}, which is named earlier in the article`] : []),
    ...languageLine(state),
    ...(unknown.length > 0 ? [`This article: ${unknown.join(' · ')}`] : []),
  ];
  return lines.length > 0 ? ['---', ...lines] : [];
}

function languageLine({ article: { language } }: ArticleState): readonly string[] {
  if (language === 'en') return [];
  return [
    language === 'other' ? 'In a language that is not read: quotation marks and dates in figures only' : `In ${languageName(language)}`,
  ];
}

function differingLines(statement: Statement<ArticleState>): readonly string[] {
  const messages = (isConflict: boolean) =>
    statement.conflicts.filter(({ level }) => (level !== 'differs') === isConflict).map(({ message }) => plainText(message));
  const differing = [
    ...messages(false),
    ...statement.differences.map(
      ({ kind, text, rendering }) => `${kind}: ${plainText(text)} in ${plainText(statement.labelOf(rendering.state))}`,
    ),
  ];
  const line = (head: string, lines: readonly string[]) =>
    lines.length > 0 ? [`**${head}**: ${[...new Set(lines)].slice(0, mostDiffering).join(' · ')}`] : [];
  const lines = [...line('Contradicts', messages(true)), ...line('Differs', differing)];
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

function otherLines(session: Session, { speakers, others }: Statement<ArticleState>): readonly string[] {
  const [speaker] = speakers;
  if (speaker === undefined || others.length === 0) return [];
  const links = others.slice(0, mostOthers).map(({ state, item: { span } }) => {
    const label = plainText(shortened(wordingOf(state, span), 60));
    return commandLink(label, 'secondSource.openPassage', [session.idOf(state.uri), span.start, span.end]);
  });
  const more = others.length > links.length ? ` · ${others.length - links.length} more` : '';
  return ['---', `Also by ${plainText(speaker.name)}: ${links.join(' · ')}${more}`];
}

/** Reasons and signs, for those who ask. */
function legendLine(session: Session, { state }: Statement<ArticleState>, item: Item): string {
  const why = commandLink(
    'Why?',
    'secondSource.why',
    [session.idOf(state.uri), item.id],
    'What this was found by, and how to say that it is wrong',
  );
  return `${why} · ${commandLink('Legend', 'secondSource.cardLegend', [], 'What bold, struck and italic words mean')}`;
}

function noteLines({ note, tags, comments }: Statement<ArticleState>): readonly string[] {
  const lines = [
    ...(note !== undefined && note !== '' ? [`Note: ${plainText(note)}`] : []),
    ...(tags.length > 0 ? [`Tags: ${plainText(tags.join(', '))}`] : []),
    ...comments.slice(-2).map(({ by, text }) => `${plainText(by)}: ${plainText(text)}`),
  ];
  return lines;
}
