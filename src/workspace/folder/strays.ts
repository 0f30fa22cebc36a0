import * as vscode from 'vscode';
import { articlesOfSidecar, type Link, movedLinks, readSidecar, sidecarPath } from '../../core/index';
import { rawOf } from '../articles/index';
import { decodeArticle, decodeYaml, openDocument, readBytes, sha256, withoutMark } from '../files/index';
import type { Project } from './project';
import type { Stray } from './sidecars';

/** A stray and the articles that it may belong to, by path. */
export interface Claim {
  readonly stray: Stray;
  readonly articles: readonly string[];
}

/** Looks for the articles of strays: by their text, read anew and hashed, since a folder may be too large to hold them all. */
export async function claims(project: Project, strays: readonly Stray[]): Promise<readonly Claim[]> {
  const documents = await Promise.all(strays.map(async ({ uri }) => readSidecar(withoutMark((await textOf(uri)) ?? '')).document));
  if (documents.every((document) => document === undefined)) return strays.map((stray) => ({ stray, articles: [] }));
  const articles: { path: string; sha256: string }[] = [];
  const paths = [...project.paths];
  while (paths.length > 0) {
    const batch = paths.splice(0, 16).map(async (path) => {
      const uri = vscode.Uri.joinPath(project.root, path);
      const text = openDocument(uri)?.getText() ?? decodeArticle((await readBytes(uri)) ?? new Uint8Array());
      articles.push({ path, sha256: sha256(rawOf(text)) });
    });
    await Promise.all(batch);
  }
  articles.sort((a, b) => (a.path < b.path ? -1 : 1));
  return strays.map((stray, index) => {
    const found = articlesOfSidecar(documents[index], articles);
    const free = found.filter((article) => !project.sidecars.has(sidecarPath({ article, who: stray.who })));
    return { stray, articles: free.length > 0 ? free : found };
  });
}

/** Of the claims those that leave nothing to decide: one article, claimed once. */
export function clearClaims(all: readonly Claim[]): readonly Claim[] {
  const targets = all.flatMap(({ stray: { who }, articles }) => articles.map((article) => sidecarPath({ article, who })));
  return all.filter(({ stray: { who }, articles: [article, ...others] }) => {
    if (article === undefined || others.length > 0) return false;
    return targets.filter((target) => target === sidecarPath({ article, who })).length === 1;
  });
}

/** Links whose ends are in other articles than they say, because these were moved. */
export function strayedLinks(project: Project): readonly Link[] {
  const { links } = project.yaml.corroborations;
  return links.length === 0 ? [] : movedLinks(links, idsOf(project));
}

/** The ids of the annotations of the articles in memory, by path. */
export function idsOf(project: Project): Map<string, ReadonlySet<string>> {
  return new Map(project.shelf.entries.map(({ path, sidecar }) => [path, new Set(sidecar.annotations.map(({ id }) => id))]));
}

/** A sidecar's text; `undefined` where it cannot be read. */
export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const bytes = await readBytes(uri).catch(() => undefined);
  return bytes && decodeYaml(bytes);
}
