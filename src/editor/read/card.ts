import * as vscode from 'vscode';
import { type Fact, type Link, type Reason, relationNames, type Span, wordDifference } from '../../core/index';
import { type ArticleState, type Item, outletOf, proseOf, publishedAt, wordingOf } from '../../workspace/articles/index';
import {
  corroborating,
  isSameSpeaker,
  originsBehind,
  type Project,
  quotationsBy,
  type Rendering,
  renderingsOf,
} from '../../workspace/folder/index';
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

const foundIn: Record<Fact['from'], string> = {
  person: 'set by a person',
  'front-matter': 'from the front matter',
  html: 'from the page’s metadata',
  project: 'from second-source.yaml',
  text: 'from a line of the text',
};

/** The card of a quotation; DESIGN.md has its order. `unknown` is a link to the command that sets it. */
export function quotationCard(session: Session, project: Project, state: ArticleState, item: Item): vscode.MarkdownString {
  const renderings = renderingsOf(project, state, item.span);
  return card([
    ...speakerLines(session, state, item),
    ...renderingLines(session, state, item.span, renderings),
    ...countLines(session, project, state, item.span, renderings),
    ...differingLines(project, state, item, renderings),
    ...otherLines(session, project, state, item),
    ...noteLines(item),
  ]);
}

export function speakerCard(session: Session, project: Project, state: ArticleState, item: Item): vscode.MarkdownString {
  const [speaker] = item.speakers;
  const known = state.analysis.speakers.find(({ id }) => id === speaker?.id);
  const more = [...(known?.titles ?? []), ...(known?.aliases ?? [])].filter((name) => name !== speaker?.name);
  const lines = [
    `**${speaker ? plainText(speaker.name) : 'Unknown speaker'}**${speaker && !speaker.registered ? ' · probable' : ''}`,
    ...(more.length > 0 ? [`Also here: ${plainText([...new Set(more)].slice(0, 6).join(', '))}`] : []),
    actions(session, state, item),
  ];
  return card([...lines, ...otherLines(session, project, state, item), ...noteLines(item)]);
}

function card(lines: readonly string[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(lines.join('\n\n'));
  markdown.isTrusted = { enabledCommands: trustedCommands };
  return markdown;
}

function speakerLines(session: Session, state: ArticleState, item: Item): readonly string[] {
  const { speakers, quotation, mention } = item;
  const names = speakers.map(({ name, registered }) => `**${plainText(name)}**${registered ? '' : ' (probable)'}`).join(' and ');
  const id = [session.idOf(state.uri), item.id];
  const who = names === '' ? `Speaker ${commandLink('unknown', 'secondSource.changeSpeaker', id, 'Say who speaks')}` : names;
  const written = mention ? plainText(proseOf(state, mention)) : '';
  const only = speakers.length === 1 ? speakers[0]?.name : undefined;
  const as = written !== '' && written !== (only === undefined ? '' : plainText(only)) ? ` · as “${written}”` : '';
  const provenance = item.annotation?.provenance ?? quotation?.provenance?.name;
  const inherited = quotation?.provenance?.inherited === true ? ' (said earlier)' : '';
  const through = provenance === undefined ? '' : ` · through ${plainText(provenance)}${inherited}`;
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

function renderingLines(session: Session, state: ArticleState, span: Span, renderings: readonly Rendering[]): readonly string[] {
  const here = shortened(words(state, span), longest);
  const lines = renderings.slice(0, mostRenderings).map(({ match, state: there, link }) => {
    const difference = differenceText(wordDifference(here, shortened(words(there, match), longest)));
    const args = [session.idOf(there.uri), match.start, match.end];
    const place = commandLink(plainText(outletOf(there)), 'secondSource.openPassage', args, plainText(whyFound(match.because)));
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

function countLines(
  session: Session,
  project: Project,
  state: ArticleState,
  span: Span,
  renderings: readonly Rendering[],
): readonly string[] {
  const states = [state, ...corroborating(renderings).map((rendering) => rendering.state)];
  const outlets = new Set(states.map(outletOf)).size;
  const origins = originsBehind(project, state, span, renderings).length;
  const independent = origins > 0 ? ` · ${count(origins, 'independent origin')}` : '';
  const lines = [];
  if (states.length > 1) lines.push(`**${count(outlets, 'outlet')}**${independent}`, earliestLine(session, states));
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

function earliestLine(session: Session, states: readonly ArticleState[]): string {
  const distinct = [...new Set(states)];
  const dated = distinct.filter((state) => publishedAt(state) !== undefined);
  dated.sort((a, b) => (publishedAt(a) ?? 0) - (publishedAt(b) ?? 0));
  const [first] = dated;
  const published = first?.article.metadata.published;
  if (first === undefined || published === undefined) return 'Earliest in this folder: unknown, no article here has a date';
  const undated = distinct.filter((state) => !dated.includes(state));
  const links = undated.map((state) =>
    commandLink(
      `unknown for ${plainText(outletOf(state))}`,
      'secondSource.setPublished',
      [session.idOf(state.uri)],
      'Set the publication date',
    ),
  );
  const rest = links.length > 0 ? ` · date ${links.join(', ')}` : '';
  return `Earliest in this folder: ${plainText(outletOf(first))}, ${plainText(published.value)} (${foundIn[published.from]})${rest}`;
}

function differingLines(project: Project, state: ArticleState, item: Item, renderings: readonly Rendering[]): readonly string[] {
  const lines: string[] = [];
  for (const { match, state: there, item: other } of renderings) {
    const outlet = plainText(outletOf(there));
    const differs =
      item.speakers.length > 0 &&
      other !== undefined &&
      other.speakers.length > 0 &&
      !other.speakers.some((a) =>
        item.speakers.some(
          (b) => isSameSpeaker(project, { state: there, speaker: a }, { state, speaker: b }) || sharesSurname(a.name, b.name),
        ),
      );
    if (differs) lines.push(`speaker: ${plainText(other.speakers.map(({ name }) => name).join(' and '))} in ${outlet}`);
    for (const { kind, text, against } of match.because) {
      if (against === true && kind !== 'words' && kind !== 'order' && kind !== 'speaker')
        lines.push(`${kind}: ${plainText(text)} in ${outlet}`);
    }
  }
  for (const { message, passages } of project.conflicts()) {
    const here = passages.some(({ uri, start, end }) => uri === state.article.uri && start < item.span.end && item.span.start < end);
    if (here) lines.push(plainText(message));
  }
  return lines.length > 0 ? ['---', `**Differs**: ${[...new Set(lines)].slice(0, 5).join(' · ')}`] : [];
}

/** "Li" and "Li Shangfu" are not a difference that a reader must be told of. */
function sharesSurname(a: string, b: string): boolean {
  const wordsOf = (name: string) => name.toLowerCase().replace(/[‘’]/g, "'").split(/\s+/);
  const words = new Set(wordsOf(a));
  return wordsOf(b).some((word) => words.has(word));
}

function otherLines(session: Session, project: Project, state: ArticleState, item: Item): readonly string[] {
  const [speaker] = item.speakers;
  if (speaker === undefined) return [];
  const others = quotationsBy(project, { state, speaker }).filter(
    (other) => other.state.article.uri !== state.article.uri || other.item.id !== item.id,
  );
  if (others.length === 0) return [];
  // This article's first, and each wording once.
  const own = others.filter((other) => other.state === state);
  const links = [...own, ...others.filter((other) => other.state !== state)].slice(0, mostOthers).map((other) => {
    const label = plainText(shortened(wordingOf(other.state, other.item.span), 60));
    return commandLink(label, 'secondSource.openPassage', [session.idOf(other.state.uri), other.item.span.start, other.item.span.end]);
  });
  const more = others.length > links.length ? ` · ${others.length - links.length} more` : '';
  return ['---', `Also by ${plainText(speaker.name)}: ${links.join(' · ')}${more}`];
}

function noteLines(item: Item): readonly string[] {
  const { note, comments = [], tags = [] } = item.annotation ?? {};
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
