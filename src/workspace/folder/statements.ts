import { overlaps, type Relation, sharedLength, type Span } from '../../core/index';
import type { ArticleState, Item } from '../articles/index';
import type { Project } from './project';
import { fetchRenderings, renderingsOf } from './renderings';

/** One statement and where each article has it. */
export interface Statement {
  readonly state: ArticleState;
  readonly item: Item;
  /** By article URI; the statement's own article is not among them. */
  readonly renderings: ReadonlyMap<string, StatementRendering>;
}

export interface StatementRendering {
  readonly state: ArticleState;
  readonly span: Span;
  readonly relation: Relation;
  readonly isSure: boolean;
}

/**
 * The statements of some articles, each once: a quotation that is a rendering of an earlier row gets no row of its own.
 * Statements with the most outlets come first. Asks for the renderings of every quotation, so hand in a few articles, not an archive.
 */
export async function statementsOf(project: Project, articles: readonly ArticleState[]): Promise<readonly Statement[]> {
  const covered = new Map<string, Span[]>();
  const statements: Statement[] = [];
  const quotations = articles.flatMap((state) =>
    state.items.filter((item) => item.type === 'quotation' || item.type === 'statement').map((item) => ({ state, item })),
  );
  // Quoted words make better rows than reported ones: they are asked first.
  const rank = (item: Item) => (item.kind === 'direct' ? 0 : item.kind === 'mixed' ? 1 : 2);
  quotations.sort((a, b) => rank(a.item) - rank(b.item));
  for (const { state, item } of quotations) {
    if (covered.get(state.article.uri)?.some((span) => isMostly(span, item.span))) continue;
    const renderings = new Map<string, StatementRendering>();
    await fetchRenderings(project, state, item.span);
    for (const rendering of renderingsOf(project, state, item.span)) {
      const { uri } = rendering.match;
      if (renderings.has(uri)) continue;
      const isSure = rendering.match.level === 'match';
      renderings.set(uri, { state: rendering.state, span: rendering.match, relation: rendering.match.relation, isSure });
      if (isSure) add(covered, uri, rendering.match);
    }
    for (const { uri, link, ...span } of project.linked.of(state, item.span)) {
      const there = project.stateOf(uri);
      if (there && link.relation === 'contradicts' && link.status === 'accepted')
        renderings.set(uri, { state: there, span, relation: 'contradicts', isSure: true });
    }
    add(covered, state.article.uri, item.span);
    statements.push({ state, item, renderings });
  }
  const reach = ({ renderings }: Statement) => [...renderings.values()].reduce((sum, { isSure }) => sum + (isSure ? 10 : 1), 0);
  return statements.sort((a, b) => reach(b) - reach(a));
}

function add(covered: Map<string, Span[]>, uri: string, span: Span): void {
  const spans = covered.get(uri);
  if (spans) spans.push(span);
  else covered.set(uri, [span]);
}

function isMostly(covering: Span, span: Span): boolean {
  return overlaps(covering, span) && sharedLength(covering, span) * 2 >= span.end - span.start;
}
