import { overlaps, type Span } from '../text/span';
import type { AnnotationAddress, Link, Placed } from './model';

/** An article and where its annotations stand today (UTF-16 of `raw`). */
export interface AnnotatedArticle {
  readonly path: string;
  readonly article: { readonly uri: string };
  readonly placed: readonly Placed[];
}

/** Finds an article by its path below the folder. */
export type ArticleAt = (path: string) => AnnotatedArticle | undefined;

/** A passage that a person has linked to another one, or said not to belong to it. */
export interface LinkedPassage extends Span {
  readonly uri: string;
  readonly link: Link;
}

/** A linked passage as the engine tells of its matches. */
export interface LinkedMatch extends LinkedPassage {
  readonly score: 1;
  readonly level: 'match';
  readonly relation: Exclude<Link['relation'], 'contradicts'>;
  readonly because: readonly [];
}

/** Looks up the links of passages. */
export class LinkedPassages {
  readonly #links: readonly Link[];
  readonly #byEnd = new Map<string, { readonly link: Link; readonly other: AnnotationAddress }[]>();
  readonly #articleAt: ArticleAt;

  constructor(links: readonly Link[], articleAt: ArticleAt) {
    this.#links = links;
    this.#articleAt = articleAt;
    for (const link of links) {
      this.#put(link.from, link, link.to);
      this.#put(link.to, link, link.from);
    }
  }

  #put(end: AnnotationAddress, link: Link, other: AnnotationAddress): void {
    const known = this.#byEnd.get(keyOf(end));
    if (known) known.push({ link, other });
    else this.#byEnd.set(keyOf(end), [{ link, other }]);
  }

  /** The other ends of the links of annotations that stand that the passage touches. */
  of({ path, placed }: AnnotatedArticle, passage: Span): readonly LinkedPassage[] {
    if (this.#byEnd.size === 0) return [];
    return placed.flatMap((place) => {
      if (!isStanding(place) || !overlaps(place.span, passage)) return [];
      const links = this.#byEnd.get(keyOf({ path, id: place.annotation.id })) ?? [];
      return links.flatMap(({ link, other }) => {
        const end = this.#passage(other);
        return end ? [{ ...end, link }] : [];
      });
    });
  }

  /** What people have said to contradict each other, told as the engine's contradictions are; `nameOf` names an article's outlet. */
  contradictions(nameOf: (path: string) => string) {
    return this.#links.flatMap((link) => {
      const [one, two] = [this.#passage(link.from), this.#passage(link.to)];
      if (link.relation !== 'contradicts' || link.status !== 'accepted' || !one || !two) return [];
      const by = link.by === undefined ? '' : ` (${link.by})`;
      const reason = link.reason === undefined ? '' : `: ${link.reason}`;
      const message = `${nameOf(link.from.path)} and ${nameOf(link.to.path)} contradict each other${reason}${by}`;
      return [{ kind: 'contradiction' as const, message, passages: [one, two], key: `link ${link.id}` }];
    });
  }

  #passage({ path, id }: AnnotationAddress): (Span & { readonly uri: string }) | undefined {
    const there = this.#articleAt(path);
    const place = there?.placed.find(({ annotation }) => annotation.id === id);
    return there && place && isStanding(place) ? { uri: there.article.uri, start: place.span.start, end: place.span.end } : undefined;
  }
}

/** A person's links go before the engine: the passages they call renderings come first, those they speak against are left out. */
export function withLinks<T extends Span & { readonly uri: string }>(
  matches: readonly T[],
  linked: readonly LinkedPassage[],
): readonly (T | LinkedMatch)[] {
  const isLinked = (match: T) => linked.some((end) => end.uri === match.uri && overlaps(end, match));
  const renderings = linked.flatMap((end): LinkedMatch[] => {
    const { relation, status } = end.link;
    if (status === 'rejected' || relation === 'contradicts') return [];
    return [{ ...end, score: 1, level: 'match', relation, because: [] }];
  });
  return [...renderings, ...matches.filter((match) => !isLinked(match))];
}

type Standing = Exclude<Placed, { readonly how: 'orphan' }>;

function isStanding(place: Placed): place is Standing {
  return place.how !== 'orphan' && place.annotation.status !== 'rejected';
}

function keyOf({ path, id }: AnnotationAddress): string {
  return `${path}\n${id}`;
}
