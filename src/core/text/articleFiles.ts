import { matchesGlob } from './glob';
import { isVersionsFolder } from './versionFiles';

/** What is an article where neither the project file nor a setting says so. */
const defaultArticles: readonly string[] = ['**/*.{txt,md,markdown,html,htm}'];

/** Texts of a repository that nobody reads as news, in any folder and with any ending. */
const neverArticles = /^(?:\.|(?:readme|changelog|licen[cs]e|contributing|code_of_conduct|security|third_party_notices)(?:\.|$))/i;
/** The texts of a brat export: copies of articles that are there already. */
const exportedTexts = /\.brat\.txt$/i;
const neverFolders = /^(?:\.|node_modules$)/;

/** Whether nothing in a folder of this name is an article: hidden folders, what npm installs, earlier versions. */
export function isFolderWithoutArticles(name: string): boolean {
  return neverFolders.test(name) || isVersionsFolder(name);
}

/** Whether a file, by its relative path ('/' separated), is an article of a folder whose articles are `globs` (none: the default). */
export function isArticlePath(path: string, globs: readonly string[]): boolean {
  const names = path.split('/');
  const name = names.pop() ?? '';
  if (neverArticles.test(name) || exportedTexts.test(name) || names.some(isFolderWithoutArticles)) return false;
  if (!/\.(?:txt|md|markdown|html?)$/i.test(name)) return false;
  return (globs.length > 0 ? globs : defaultArticles).some((glob) => matchesGlob(glob, path));
}

/** Whether a file of this name is the text of a brat export. */
export function isExportedText(name: string): boolean {
  return exportedTexts.test(name);
}

/** What our reports in Markdown and HTML carry in their heads, under whatever name they are kept. */
export const reportMarkers = {
  markdown: '<!-- Second Source report -->',
  html: '<meta name="generator" content="Second Source report" />',
} as const;

/** The columns that our tables begin with, which nobody else's do. */
export const tableColumns = [
  'id',
  'document',
  'outlet',
  'published',
  'title',
  'url',
  'type',
  'kind',
  'status',
  'exact',
  'speaker',
] as const;

/** What our other exports in one file begin with; a bibliography in CSL is like everybody's. */
const exportHeads: readonly string[] = [
  reportMarkers.markdown,
  `${tableColumns.join()},`,
  `${tableColumns.join('\t')}\t`,
  'version: 1\nkind: bundle\n',
  '[\n{"@context":"http://www.w3.org/ns/anno.jsonld","id":"ni:///sha-256;',
  '{"@context":"https://schema.org","@graph":[\n{"@type":"NewsArticle","@id":"',
];

/**
 * Whether a text is a report, a table or another file that an export has written, under whatever name. It quotes the folder's articles and is
 * none of them, though it may lie among them.
 */
export function isOwnReport(text: string): boolean {
  const head = text.slice(0, 2000).replace(/^\uFEFF/, '');
  return exportHeads.some((one) => head.startsWith(one)) || (head.startsWith('<!DOCTYPE html>') && head.includes(reportMarkers.html));
}
