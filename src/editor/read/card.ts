import * as vscode from 'vscode';
import {
  changedSince,
  changeMessage,
  type Fact,
  type Item,
  type Link,
  outletsText,
  type Reason,
  relationNames,
  type Span,
  type Statement,
  wordDifference,
  wordingOf,
} from '../../core/index';
import type { ArticleState } from '../../workspace/articles/index';
import type { Session } from '../../workspace/session/index';
import { commandLink, differenceText, plainText, shortened } from '../shared/index';

const trustedCommands = [
  'secondSource.accept',
  'secondSource.reject',
  'secondSource.changeSpeaker',
  'secondSource.setOutlet',
  'secondSource.setPublished',
  'secondSource.openPassage',
  'secondSource.showRenderings',
  'secondSource.copyCitation',
];
const longest = 420;
const mostRenderings = 6;
const mostOthers = 3;
const mostRivals = 3;

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
  return card([
    ...speakerLines(session, statement, item),
    ...renderingLines(session, statement),
    ...countLines(session, statement),
    ...differingLines(statement),
    ...changedLines(statement),
    ...otherLines(session, statement),
    ...noteLines(statement),
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
  return card([...lines, ...otherLines(session, statement), ...noteLines(statement)]);
}

function card(lines: readonly string[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(lines.join('\n\n'));
  markdown.isTrusted = { enabledCommands: trustedCommands };
  return markdown;
}

function speakerLines(session: Session, { state, speakers, named, provenance }: Statement<ArticleState>, item: Item): readonly string[] {
  const names = speakers.map(({ name, registered }) => `**${plainText(name)}**${registered ? '' : ' (probable)'}`).join(' and ');
  const id = [session.idOf(state.uri), item.id];
  const who = names === '' ? `Speaker ${commandLink('unknown', 'secondSource.changeSpeaker', id, 'Say who speaks')}` : names;
  const only = speakers.length === 1 ? speakers[0]?.name : undefined;
  const as = named !== '' && named !== only ? ` · as “${plainText(named)}”` : '';
  const through = provenance ? ` · through ${plainText(provenance.name)}${provenance.inherited ? ' (said earlier)' : ''}` : '';
  return [`${who}${as}${through}`, actions(session, state, item)];
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

function renderingLines(session: Session, statement: Statement<ArticleState>): readonly string[] {
  const { state, span, renderings } = statement;
  const here = shortened(words(state, span), longest);
  const lines = renderings.slice(0, mostRenderings).map(({ match, state: there, link }) => {
    const difference = differenceText(wordDifference(here, shortened(words(there, match), longest)));
    const args = [session.idOf(there.uri), match.start, match.end];
    const place = commandLink(plainText(statement.labelOf(there)), 'secondSource.openPassage', args, plainText(whyFound(match.because)));
    const possible = match.level === 'possible' ? ' · possible' : '';
    return `${place} · _${relationNames[match.relation]}${possible}${link ? linkedBy(link) : ''}_ — ${difference}`;
  });
  if (lines.length === 0) return ['---', 'Not found in another outlet of this folder.'];
  const left = renderings.length - lines.length;
  return ['---', ...lines, ...(left > 0 ? [`and ${left} more`] : [])];
}

/** "Found by words (visit), names (Moscow); against it: number (28)" */
function whyFound(because: readonly Reason[]): string {
  const told = (reasons: readonly Reason[]) => reasons.map(({ kind, text }) => `${kind} (${text})`).join(', ');
  const [against, by] = [because.filter((reason) => reason.against), because.filter((reason) => !reason.against)];
  return [by.length > 0 ? `Found by ${told(by)}` : '', against.length > 0 ? `against it: ${told(against)}` : '']
    .filter((part) => part !== '')
    .join('; ');
}

/** Marks and the comma before "he said" belong to the sentence around the words. */
function words(state: ArticleState, span: Span): string {
  return wordingOf(state, span)
    .replace(/^[\s"“”„‟«»'‘’]{1,4}/u, '')
    .replace(/[\s"“”„‟«»'‘’,.]{1,6}$/u, '');
}

function linkedBy({ by, reason }: Link): string {
  return ` · linked${by === undefined ? '' : ` by ${plainText(by)}`}${reason === undefined ? '' : `: ${plainText(reason)}`}`;
}

function countLines(session: Session, statement: Statement<ArticleState>): readonly string[] {
  const { state, outlets, origins, sources } = statement;
  const independent = origins.length > 0 ? ` · ${count(origins.length, 'independent origin')}` : '';
  const lines = sources.length > 1 ? [`**${outletsText(outlets)}**${independent}`, earliestLine(session, statement)] : [];
  const unknown = [
    state.article.metadata.outlet
      ? ''
      : `Outlet ${commandLink('unknown', 'secondSource.setOutlet', [session.idOf(state.uri)], 'Set the outlet')}`,
    state.article.metadata.published
      ? ''
      : `Publication date ${commandLink('unknown', 'secondSource.setPublished', [session.idOf(state.uri)], 'Set the publication date')}`,
  ].filter((line) => line !== '');
  return lines.length + unknown.length === 0
    ? []
    : ['---', ...lines, ...(unknown.length > 0 ? [`This article: ${unknown.join(' · ')}`] : [])];
}

/** Where the dates leave open what came first, it says so. */
function earliestLine(session: Session, statement: Statement<ArticleState>): string {
  const { earliest, undated } = statement.order;
  const [first, ...rivals] = earliest;
  if (first === undefined) return 'Earliest in this folder: unknown, no article that has it has a date';
  const links = undated.map((state) =>
    commandLink(
      `unknown for ${plainText(statement.labelOf(state))}`,
      'secondSource.setPublished',
      [session.idOf(state.uri)],
      'Set the publication date',
    ),
  );
  const rest = links.length > 0 ? ` · date ${links.join(', ')}` : '';
  const dated = (state: ArticleState) => {
    const { value = '', from = 'text' } = state.article.metadata.published ?? {};
    return `${plainText(statement.labelOf(state))}, ${plainText(value)} (${foundIn[from]})`;
  };
  if (rivals.length === 0) return `Earliest in this folder${undated.length > 0 ? ' of those with a date' : ''}: ${dated(first)}${rest}`;
  const shown = earliest.slice(0, mostRivals).map(dated).join('; ');
  const more = earliest.length > mostRivals ? `; and ${earliest.length - mostRivals} more` : '';
  return `Earliest in this folder: the dates do not tell: ${shown}${more}${rest}`;
}

function differingLines(statement: Statement<ArticleState>): readonly string[] {
  const lines = [
    ...statement.differences.map(
      ({ kind, text, rendering }) => `${kind}: ${plainText(text)} in ${plainText(statement.labelOf(rendering.state))}`,
    ),
    ...statement.conflicts.map(({ message }) => plainText(message)),
  ];
  return lines.length > 0 ? ['---', `**Differs**: ${[...new Set(lines)].slice(0, 5).join(' · ')}`] : [];
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

function noteLines({ note, tags, comments }: Statement<ArticleState>): readonly string[] {
  const lines = [
    ...(note !== undefined && note !== '' ? [`Note: ${plainText(note)}`] : []),
    ...(tags.length > 0 ? [`Tags: ${plainText(tags.join(', '))}`] : []),
    ...comments.slice(-2).map(({ by, text }) => `${plainText(by)}: ${plainText(text)}`),
  ];
  return lines.length > 0 ? ['---', ...lines] : [];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
