import {
  isCorroborating,
  type Link,
  type LinkedPassage,
  LinkedPassages,
  type Match,
  overlaps,
  type Origin,
  rawSpanToProse,
  type Span,
  withContradictions,
  withLinks,
  withoutAttributions,
} from '../../core/index';
import type { ArticleState } from '../articles/articleEntry';
import type { Item, SpeakerName } from '../articles/items';
import type { Project } from './project';

/** A match with what is known about the place it stands at. */
export interface Rendering {
  readonly match: Match;
  readonly state: ArticleState;
  /** The quotation there, where it is one. */
  readonly item: Item | undefined;
  /** Where a person has linked it. */
  readonly link?: Link;
}

/** Lets what follows answer for a passage; in a small folder it does anyway. */
export async function fetchRenderings(project: Project, state: ArticleState, span: Span): Promise<void> {
  if (project.index === undefined) return;
  const query = { uri: state.article.uri, start: span.start, end: span.end };
  await project.fetch(state, query);
  await project.fetchOrigins(
    state,
    query,
    corroborating(renderingsOf(project, state, span)).map(({ match }) => match),
  );
}

export function renderingsOf(project: Project, state: ArticleState, span: Span): readonly Rendering[] {
  const query = { uri: state.article.uri, start: span.start, end: span.end };
  const matches = withContradictions(query, project.matches(query), project.conflicts());
  return withLinks(matches, linkedTo(project, state, span)).flatMap((match): Rendering[] => {
    const there = project.stateOf(match.uri);
    return there ? [{ match, state: there, item: quotationAt(there, match), ...('link' in match && { link: match.link }) }] : [];
  });
}

/** What a person has linked to the annotations of a passage, or said not to belong to it; this goes before the engine. */
export function linkedTo(project: Project, state: ArticleState, span: Span): readonly LinkedPassage[] {
  return linkedPassagesOf(project).of(state, span);
}

export function linkedPassagesOf(project: Project): LinkedPassages {
  return new LinkedPassages(project.corroborations.links, (path) => project.stateAt(path));
}

/** Behind the passage and the renderings that bear it out. */
export function originsBehind(project: Project, state: ArticleState, span: Span, renderings: readonly Rendering[]): readonly Origin[] {
  return project.originsOf(
    { uri: state.article.uri, start: span.start, end: span.end },
    corroborating(renderings).map(({ match }) => match),
  );
}

export function corroborating(renderings: readonly Rendering[]): readonly Rendering[] {
  return renderings.filter(({ match }) => isCorroborating(match));
}

/** The quotation that shares most with a span. */
function quotationAt(state: ArticleState, span: Span): Item | undefined {
  let best: Item | undefined;
  let most = 0;
  for (const item of state.items) {
    const shared = Math.min(item.span.end, span.end) - Math.max(item.span.start, span.start);
    if (item.type === 'quotation' && shared > most) [best, most] = [item, shared];
  }
  return best;
}

/** The innermost item at an offset, quotations before what stands in them only where nothing smaller does. */
export function itemAt(state: ArticleState, offset: number): Item | undefined {
  return itemsAt(state, { start: offset, end: offset + 1 })[0];
}

/** Items that a span touches, the smallest first. */
export function itemsAt(state: ArticleState, span: Span): readonly Item[] {
  return state.items.filter((item) => overlaps(item.span, span)).sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
}

/** What a reader reads of a span. */
export function proseOf(state: ArticleState, span: Span): string {
  const { prose } = state.article;
  const inside = rawSpanToProse(prose, span);
  return inside ? prose.text.slice(inside.start, inside.end) : '';
}

/** What a reader reads of a passage, without the attributions between two parts of one quotation. */
export function wordingOf(state: ArticleState, passage: Span): string {
  const parts = withoutAttributions(passage, state.analysis.quotations).map((part) => proseOf(state, part));
  return parts.join(' ').replace(/\s+/g, ' ');
}

/** One speaker in two articles: by the registry, by the full name, by title and surname; never by a surname alone. */
export function isSameSpeaker(project: Project, a: SpeakerHere, b: SpeakerHere): boolean {
  return project.speakerKey(a.state, a.speaker) === project.speakerKey(b.state, b.speaker);
}

interface SpeakerHere {
  readonly state: ArticleState;
  readonly speaker: SpeakerName;
}

/** Quotations of a speaker in the articles around one, in the order of the paths. */
export function quotationsBy(project: Project, here: SpeakerHere): readonly { readonly state: ArticleState; readonly item: Item }[] {
  return project
    .statesAround(here.state)
    .flatMap((state) =>
      state.items
        .filter((item) => item.type === 'quotation' && item.speakers.some((speaker) => isSameSpeaker(project, { state, speaker }, here)))
        .map((item) => ({ state, item })),
    );
}

/** When an article was published, as milliseconds that can be compared; a bare day counts from its beginning. */
export function publishedAt(state: ArticleState): number | undefined {
  const value = state.article.metadata.published?.value;
  const time = value === undefined ? NaN : Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

/** The outlet, or the file's name where it is not known. */
export function outletOf(state: ArticleState): string {
  return state.article.metadata.outlet?.value ?? state.path;
}
