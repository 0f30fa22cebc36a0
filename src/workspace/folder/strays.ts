import * as vscode from 'vscode';
import {
  applyEdits,
  articlesOfSidecar,
  editCorroborations,
  editSidecar,
  type Link,
  mergeYaml,
  movedLinks,
  readCorroborations,
  readSidecar,
  type SidecarName,
  sidecarPath,
} from '../../core/index';
import { decodeArticle, decodeYaml, nameOf, openDocument, readBytes, withoutMark } from '../files/files';
import { type FileChange, RefusedError } from '../files/journal';
import { rawOf } from '../articles/lineTable';
import type { Project } from './project';
import type { Session } from './session';
import { sha256 } from '../files/sha256';

/** A file of annotations whose article does not stand beside it. */
export interface Stray extends SidecarName {
  readonly uri: vscode.Uri;
  /** Of the sidecar, below the folder. */
  readonly path: string;
}

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
    const free = found.filter((article) => !project.hasSidecar(sidecarPath({ article, who: stray.who })));
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
  const { links } = project.corroborations;
  return links.length === 0 ? [] : movedLinks(links, idsOf(project));
}

function idsOf(project: Project): Map<string, ReadonlySet<string>> {
  return new Map(project.entries.map(({ path, sidecar }) => [path, new Set(sidecar.annotations.map(({ id }) => id))]));
}

/** Puts sidecars beside their articles, with the links that lead to them; one decision, which can be undone. */
export async function takeAlong(session: Session, project: Project, pairs: readonly { stray: Stray; article: string }[]): Promise<void> {
  const changes: FileChange[] = [];
  const ids = idsOf(project);
  for (const { stray, article } of pairs) {
    if (openDocument(stray.uri)?.isDirty === true) throw new RefusedError(`${nameOf(stray.uri)} has unsaved changes: save it first.`);
    const text = await textOf(stray.uri);
    if (text === undefined) throw new RefusedError(`${nameOf(stray.uri)} cannot be read and was left where it is.`);
    const moved = pathSet(text, article);
    for (const { id } of readSidecar(withoutMark(text)).annotations) ids.set(article, new Set([...(ids.get(article) ?? []), id]));
    const uri = vscode.Uri.joinPath(project.root, sidecarPath({ article, who: stray.who }));
    changes.push({ uri, change: (there) => (there === undefined ? moved : joined(there, withoutMark(moved), uri)) });
    changes.push({
      uri: stray.uri,
      change: (now) => {
        if (now !== withoutMark(text)) throw new RefusedError(`${nameOf(stray.uri)} has changed: try again.`);
        return undefined;
      },
    });
  }
  if (project.corroborations.links.length > 0 && !project.corroborations.locked) {
    changes.push({
      uri: project.corroborationsFile,
      change: (now) => {
        const links = movedLinks(readCorroborations(now ?? '').links, ids);
        return editCorroborations(
          now ?? '',
          links.map(({ id, from, to }) => ({ kind: 'update-link', id, set: { from, to } })),
        );
      },
    });
  }
  await session.journal.apply('Take annotations along', changes);
}

/** A damaged file is taken along as it is. */
function pathSet(text: string, path: string): string {
  const mark = text.slice(0, text.length - withoutMark(text).length);
  const { locked, document } = readSidecar(withoutMark(text));
  if (locked || document?.path === path) return text;
  return mark + applyEdits(withoutMark(text), editSidecar(withoutMark(text), [{ kind: 'document', set: { path } }]));
}

/** Somebody has annotated the article in its new place already: both sets stand in one file, or each stays where it is. */
function joined(there: string, moved: string, uri: vscode.Uri): string {
  const merged = mergeYaml('', there, moved);
  if (merged.conflicts.some(({ entry }) => entry !== 'document'))
    throw new RefusedError(`${nameOf(uri)} has other annotations under the same ids; nothing was moved.`);
  return merged.text;
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const bytes = await readBytes(uri).catch(() => undefined);
  return bytes && decodeYaml(bytes);
}
