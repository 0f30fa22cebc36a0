import type { Project } from './project';

/** A folder in five numbers, and what is missing in it. */
export interface Overview {
  readonly articles: number;
  readonly statements: number;
  readonly contradictions: number;
  readonly undated: number;
  readonly withoutOutlet: number;
}

/** Of what is in memory: of a large folder the articles that are open or annotated. */
export function overviewOf({ together }: Project): Overview {
  const states = together.states();
  const isShown = ({ type, unmarked }: (typeof states)[number]['items'][number]) =>
    type === 'statement' || (type === 'quotation' && !unmarked);
  return {
    articles: states.length,
    statements: states.reduce((sum, { items }) => sum + items.filter(isShown).length, 0),
    contradictions: together.conflicts().filter(({ level }) => level !== 'differs').length,
    undated: states.filter(({ article }) => article.metadata.published === undefined).length,
    withoutOutlet: states.filter(({ article }) => article.metadata.outlet === undefined).length,
  };
}

/** "5 articles, 40 statements, 3 contradictions; 2 articles without a date, 5 without an outlet" */
export function overviewText({ articles, statements, contradictions, undated, withoutOutlet }: Overview): string {
  const has = [counted(articles, 'article'), counted(statements, 'statement'), counted(contradictions, 'contradiction')].join(', ');
  const [missing, ...more] = [
    ...(undated > 0 ? [{ count: undated, what: 'without a date' }] : []),
    ...(withoutOutlet > 0 ? [{ count: withoutOutlet, what: 'without an outlet' }] : []),
  ];
  if (missing === undefined) return has;
  return `${has}; ${[`${counted(missing.count, 'article')} ${missing.what}`, ...more.map(({ count, what }) => `${count} ${what}`)].join(', ')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
