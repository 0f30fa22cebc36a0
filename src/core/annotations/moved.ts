import type { AnnotationAddress, Link, SidecarDocument } from './model';

/** `NAME.EXT.annotations.yaml` or `NAME.EXT.annotations.WHO.yaml`, taken apart. */
export interface SidecarName {
  /** Path of the article that it stands beside. */
  readonly article: string;
  /** Whose set it is; empty for the shared one. */
  readonly who: string;
}

const sidecarPattern = /^(.+\.(?:txt|md|markdown|html?))\.annotations(?:\.([^./]+))?\.yaml$/i;

/** What the path of a sidecar says; `undefined` for any other file. */
export function sidecarName(path: string): SidecarName | undefined {
  const [, article, who = ''] = sidecarPattern.exec(path) ?? [];
  return article === undefined ? undefined : { article, who };
}

/** The path of the sidecar that stands beside an article. */
export function sidecarPath({ article, who }: SidecarName): string {
  return `${article}.annotations${who === '' ? '' : `.${who}`}.yaml`;
}

/**
 * Where the article of a sidecar is that has none beside it: every article with the very text that the annotations were made
 * on (SHA-256 of `raw`), the one that the sidecar names alone where it is among them. Where no text is the same, the article
 * that the sidecar names. More than one answer is for a person to decide.
 */
export function articlesOfSidecar(
  document: SidecarDocument | undefined,
  articles: readonly { readonly path: string; readonly sha256: string }[],
): readonly string[] {
  if (document === undefined) return [];
  const same = articles.filter(({ sha256 }) => sha256 === document.sha256).map(({ path }) => path);
  const named = articles.some(({ path }) => path === document.path) ? [document.path] : [];
  return same.length === 0 || same.includes(document.path) ? named : same;
}

/**
 * Links whose ends are no longer where they say, with the ends where exactly one other article has an annotation of that id.
 * `ids` has the ids of the annotations of every article, by its path. The order of the links is kept; others are left out.
 */
export function movedLinks(links: readonly Link[], ids: ReadonlyMap<string, ReadonlySet<string>>): readonly Link[] {
  const holders = new Map<string, string[]>();
  for (const [path, own] of ids) for (const id of own) holders.set(id, [...(holders.get(id) ?? []), path]);
  const now = (end: AnnotationAddress): AnnotationAddress => {
    if (ids.get(end.path)?.has(end.id) === true) return end;
    const [path, ...others] = holders.get(end.id) ?? [];
    return path === undefined || others.length > 0 ? end : { ...end, path };
  };
  return links.flatMap((link) => {
    const [from, to] = [now(link.from), now(link.to)];
    return from === link.from && to === link.to ? [] : [{ ...link, from, to }];
  });
}
