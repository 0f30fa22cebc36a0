import { createHash } from 'node:crypto';
import { type Analysis, analyse, type Article, emptyRegistry, readToAnalyse, speller } from '../core/index';
import { archivedPath, idOf, readLines } from './archiveReader';
import type { ArchiveOf } from './archiveSource';
import { Unusable } from './failure';
import type { Folder, FolderArticle } from './folder';
import { warnOfFault } from './output';
import { Steps } from './steps';

/** The articles of a JSONL file as a folder without annotations has them; their ids are their paths, and may be anything. */
export function folderOfArchive(archive: string, quiet = false): Promise<Folder> {
  return folderOf(archive, undefined, articlesIn(archive), quiet);
}

/** The same with paths that lead nowhere but below the folder: what is made of the articles may be files of these names. */
export function placedFolderOfArchive(archive: string, quiet = false): Promise<Folder> {
  return folderOf(archive, undefined, placed(articlesIn(archive)), quiet);
}

/** The same of what was indexed into a folder or a search engine. */
export async function folderOfIndex(archive: ArchiveOf, quiet: boolean): Promise<Folder> {
  return folderOf(archive.name, await archive.size(), placed(articlesOf(archive)), quiet);
}

/** An archive by paths that lead nowhere but below the folder. */
export function placedArchive(archive: ArchiveOf, name: string): ArchiveOf {
  return {
    name,
    size: () => archive.size(),
    close: () => archive.close(),
    uris: async function* () {
      for await (const uri of archive.uris()) yield pathOf(uri);
    },
    nearest: async (passage, prose, most) =>
      (await archive.nearest(passage, prose, most)).map(({ uri, stamp }) => ({ uri: pathOf(uri), stamp })),
    read: async (paths) =>
      (await archive.read(paths.map(uriOf))).map(({ article, analysis }) => ({
        article: { ...article, uri: pathOf(article.uri) },
        analysis,
      })),
  };
}

async function folderOf(root: string, total: number | undefined, given: AsyncIterable<Article>, quiet: boolean): Promise<Folder> {
  const articles: FolderArticle[] = [];
  const steps = new Steps('reading', total, quiet);
  for await (const article of given) {
    articles.push(archivedArticle(article));
    await steps.done();
  }
  steps.end();
  if (articles.length === 0) throw new Unusable(`${root}: no articles in this archive`);
  articles.sort((a, b) => (a.path < b.path ? -1 : 1));
  const paths = articles.map(({ path }) => path);
  const nothing = { project: undefined, corroborations: undefined, strays: [] };
  return { root, paths, spelled: speller(paths), registry: emptyRegistry, ...nothing, articles };
}

async function* articlesIn(archive: string): AsyncGenerator<Article> {
  for await (const { uri, text, set } of readLines(archive)) yield await readToAnalyse({ uri, path: archivedPath, text, version: 1, set });
}

async function* articlesOf(archive: ArchiveOf): AsyncGenerator<Article> {
  for await (const uri of archive.uris()) for (const { article } of await archive.read([uri])) yield article;
}

async function* placed(articles: AsyncIterable<Article>): AsyncGenerator<Article> {
  for await (const article of articles) yield { ...article, uri: pathOf(article.uri) };
}

function archivedArticle(article: Article): FolderArticle {
  let analysis: Analysis | undefined;
  return {
    path: article.uri,
    article,
    get analysis() {
      if (analysis) return analysis;
      analysis = analyse(article, emptyRegistry);
      for (const fault of analysis.faults ?? []) warnOfFault(article.uri, fault);
      return analysis;
    },
    sha256: createHash('sha256').update(article.raw).digest('hex'),
    sidecar: undefined,
    placed: [],
    changed: undefined,
  };
}

function uriOf(path: string): string {
  return path.includes('%') ? decodeURIComponent(path) : path;
}

/**
 * An id as it is where it names a place below a folder; else so that it does: it may become the name of a file. Whatever holds a percent
 * sign was written in this way, so that no two ids become one path.
 */
function pathOf(uri: string): string {
  const id = idOf(uri);
  const isPlain = id.split('/').every((name) => name !== '' && name !== '.' && name !== '..') && !/[%\\\p{Cc}]/u.test(id);
  return isPlain ? id : encodeURIComponent(id).replace(/^\.+$/, (dots) => dots.replaceAll('.', '%2E'));
}
