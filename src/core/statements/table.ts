import type { Relation } from '../corpus/model';
import { overlaps, sharedLength, type Span } from '../text/span';
import type { StatementSource } from './folder';
import type { Item } from './item';
import type { Said } from './speakers';
import type { Statement } from './statement';

/** Where one article has the statement of a row. */
export interface Cell<S extends StatementSource = StatementSource> {
  readonly state: S;
  readonly span: Span;
  readonly relation: Relation;
  readonly isSure: boolean;
}

export interface Row<S extends StatementSource = StatementSource> {
  readonly statement: Statement<S>;
  /** By the article's uri; the statement's own article is not among them. */
  readonly cells: ReadonlyMap<string, Cell<S>>;
}

/** Statements by articles, each once: a quotation that is surely a rendering of an earlier row gets no row of its own. */
export class StatementTable<S extends StatementSource = StatementSource> {
  readonly #covered = new Map<string, Span[]>();
  readonly #rows: Row<S>[] = [];

  /** The quotations and statements of some articles in the order in which they are to be put in: quoted words make better rows than reported ones. */
  static order<S extends StatementSource>(states: readonly S[]): readonly Said<S>[] {
    const rank = ({ kind }: Item) => (kind === 'direct' ? 0 : kind === 'mixed' ? 1 : 2);
    return states
      .flatMap((state) =>
        state.items
          .filter(({ type, unmarked }) => !unmarked && (type === 'quotation' || type === 'statement'))
          .map((item) => ({ state, item })),
      )
      .sort((a, b) => rank(a.item) - rank(b.item));
  }

  /** Whether a row has it already. */
  has({ state, item }: Said<S>): boolean {
    return this.#covered.get(state.article.uri)?.some((span) => isMostly(span, item.span)) === true;
  }

  put(statement: Statement<S>): void {
    const cells = new Map<string, Cell<S>>();
    for (const { match, state } of statement.renderings) {
      if (cells.has(match.uri)) continue;
      const isSure = match.level === 'match';
      cells.set(match.uri, { state, span: match, relation: match.relation, isSure });
      if (isSure) this.#cover(match.uri, match);
    }
    for (const { state, span } of statement.contradicting)
      cells.set(state.article.uri, { state, span, relation: 'contradicts', isSure: true });
    this.#cover(statement.state.article.uri, statement.span);
    this.#rows.push({ statement, cells });
  }

  /** Those that most articles have come first; a sure rendering counts like ten possible ones. */
  rows(): readonly Row<S>[] {
    const reach = ({ cells }: Row<S>) => [...cells.values()].reduce((sum, { isSure }) => sum + (isSure ? 10 : 1), 0);
    return this.#rows.toSorted((a, b) => reach(b) - reach(a));
  }

  #cover(uri: string, span: Span): void {
    const spans = this.#covered.get(uri);
    if (spans) spans.push(span);
    else this.#covered.set(uri, [span]);
  }
}

function isMostly(covering: Span, span: Span): boolean {
  return overlaps(covering, span) && sharedLength(covering, span) * 2 >= span.end - span.start;
}
