import { isCorroborating, type Link, type Match, type Origin, type Span, withContradictions, withLinks } from '../../core/index';
import { type ArticleState, type Item, quotationAt } from '../articles/index';
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
  return withLinks(matches, project.linked.of(state, span)).flatMap((match): Rendering[] => {
    const there = project.stateOf(match.uri);
    return there ? [{ match, state: there, item: quotationAt(there, match), ...('link' in match && { link: match.link }) }] : [];
  });
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
