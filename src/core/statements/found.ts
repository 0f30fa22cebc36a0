import type { Status } from '../annotations/model';
import { paragraphsOf } from '../text/passages/paragraphs';
import type { Article } from '../text/article';
import type { Registry } from '../text/metadata/registry';
import { rawSpanToProse } from '../text/prose';
import type { Span } from '../text/span';
import type { StatementSource } from './folder';
import type { Item } from './item';
import { outletOf } from './outlets';
import { queryTest, type StatementQuery } from './query';
import { JoinedSpeakers } from './speakers';
import { wordingOf } from './statement';

/** A statement that a query has found; its place counts UTF-16 in the article's `raw`. */
export interface FoundStatement {
  readonly file: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly type: string;
  readonly status: Exclude<Status, 'rejected'>;
  readonly start: number;
  readonly end: number;
  readonly speakers: readonly string[];
  readonly text: string;
  readonly tags: readonly string[];
}

/** The name to ask for where nobody is named. */
export const unknownSpeaker = 'unknown';

/** What keeps a query from having any answer, in one line. */
export function queryProblem({ from, to }: StatementQuery): 'from' | 'to' | 'order' | undefined {
  if (from !== undefined && !isDay(from)) return 'from';
  if (to !== undefined && !isDay(to)) return 'to';
  return from !== undefined && to !== undefined && from > to ? 'order' : undefined;
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The statements of the articles that fit all of what is asked, in the order of the articles. */
export function findStatements(
  sources: readonly Pick<StatementSource, 'path' | 'article' | 'analysis' | 'items'>[],
  registry: Registry,
  query: StatementQuery,
): readonly FoundStatement[] {
  const joined = new JoinedSpeakers(sources);
  const isUnnamed = query.by?.trim().toLowerCase() === unknownSpeaker;
  const fits = queryTest(isUnnamed ? { ...query, by: undefined } : query);
  return sources.flatMap(({ path, article, analysis, items }) => {
    const published = article.metadata.published?.value;
    const outlet = outletOf(article, registry)?.name ?? null;
    const around = paragraphsAround(article);
    return items.flatMap((item): readonly FoundStatement[] => {
      if (!isStatement(item) || (isUnnamed && item.speakers.length > 0)) return [];
      const { status, span } = item;
      const shown = item.speakers.map(({ id, name, registered }) => (registered ? name : (joined.nameOf(article.uri, id) ?? name)));
      const names = [...item.speakers.map(({ name }) => name), ...shown];
      const tags = item.annotation?.tags ?? [];
      if (!fits({ names, text: around(span), tags, published, status })) return [];
      return [
        {
          file: path,
          outlet,
          published: published ?? null,
          type: item.kind ?? item.type,
          status,
          start: span.start,
          end: span.end,
          speakers: shown,
          text: wordingOf({ article, analysis }, span),
          tags,
        },
      ];
    });
  });
}

/** What is marked as said; marks that quote nobody, and what is more often no speech, are not. */
function isStatement({ type, unmarked }: Item): boolean {
  return (type === 'quotation' || type === 'statement') && unmarked !== true;
}

/** Answers for places in reading order what a reader reads of the paragraphs they stand in. */
function paragraphsAround({ prose }: Article): (span: Span) => string {
  const paragraphs = paragraphsOf(prose.text);
  let next = 0;
  return (span) => {
    const place = rawSpanToProse(prose, span);
    if (place === undefined) return '';
    while ((paragraphs[next]?.end ?? Infinity) <= place.start) next++;
    let end = place.end;
    for (let at = next; (paragraphs[at]?.start ?? Infinity) < place.end; at++) end = paragraphs[at]?.end ?? end;
    return prose.text.slice(paragraphs[next]?.start ?? place.start, end);
  };
}
