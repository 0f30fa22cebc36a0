import { matchesGlob } from './glob';

/** What is an article where neither the project file nor a setting says so. */
const defaultArticles: readonly string[] = ['**/*.{txt,md,markdown,html,htm}'];

/** Texts of a repository that nobody reads as news, in any folder and with any ending. */
const neverArticles = /^(?:\.|(?:readme|changelog|licen[cs]e|contributing|code_of_conduct|security|third_party_notices)(?:\.|$))/i;
const neverFolders = /^(?:\.|node_modules$)/;

/** Whether a file, by its relative path ('/' separated), is an article of a folder whose articles are `globs` (none: the default). */
export function isArticlePath(path: string, globs: readonly string[]): boolean {
  const names = path.split('/');
  const name = names.pop() ?? '';
  if (neverArticles.test(name) || names.some((folder) => neverFolders.test(folder)) || !/\.(?:txt|md|markdown|html?)$/i.test(name))
    return false;
  return (globs.length > 0 ? globs : defaultArticles).some((glob) => matchesGlob(glob, path));
}
