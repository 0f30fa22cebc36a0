import { gatherStatement, type Item, type Row, type Span, type Statement, StatementTable } from '../../core/index';
import type { ArticleState } from '../articles/index';
import type { Project } from './project';

/**
 * What the folder knows of a passage. In a large folder the answers are fetched from the index first; of a small one everything is in
 * memory.
 */
export async function statementAt(project: Project, state: ArticleState, span: Span, item?: Item): Promise<Statement<ArticleState>> {
  await project.versions.fetch([state.uri]);
  if (project.indexed !== undefined) {
    const { passage } = gatherStatement(project.together, state, span);
    await project.together.fetch(state, passage);
    const { traced } = gatherStatement(project.together, state, span);
    await project.together.fetchOrigins(
      state,
      passage,
      traced.map(({ match }) => match),
    );
  }
  return gatherStatement(project.together, state, span, item);
}

/** The statements of some articles and where each article has them. Asks for every quotation, so hand in a few articles, not an archive. */
export async function rowsOf(project: Project, articles: readonly ArticleState[]): Promise<readonly Row<ArticleState>[]> {
  const table = new StatementTable<ArticleState>();
  for (const said of StatementTable.order(articles))
    if (!table.has(said)) table.put(await statementAt(project, said.state, said.item.span, said.item));
  return table.rows();
}
