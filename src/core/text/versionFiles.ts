/** Earlier versions of `NAME.EXT` lie in the folder `NAME.EXT.versions` as `1.EXT`, `2.EXT` and so on, and are no articles. */
const folderShape = /\.(?:txt|md|markdown|html?)\.versions$/i;

export function isVersionsFolder(name: string): boolean {
  return folderShape.test(name);
}

export function versionsFolder(article: string): string {
  return `${article}.versions`;
}

/** The article of an earlier version, by the paths of both, '/' separated; undefined for a file that is none. */
export function articleOfVersion(path: string): string | undefined {
  const [, article = '', name = ''] = /^(.*)\.versions\/([^/]+)$/s.exec(path) ?? [];
  return isVersionsFolder(`${article}.versions`) && numberOf(name, article) !== undefined ? article : undefined;
}

/** The names of an article's earlier versions among those of its folder, latest first. */
export function versionNames(names: readonly string[], article: string): readonly string[] {
  const numbered = names.flatMap((name) => {
    const number = numberOf(name, article);
    return number === undefined ? [] : [{ name, number }];
  });
  return numbered.sort((a, b) => b.number - a.number).map(({ name }) => name);
}

/** The name for the next version that is kept. */
export function nextVersionName(names: readonly string[], article: string): string {
  const [last] = versionNames(names, article);
  return `${(last === undefined ? 0 : (numberOf(last, article) ?? 0)) + 1}${endingOf(article)}`;
}

function numberOf(name: string, article: string): number | undefined {
  const ending = endingOf(article).toLowerCase();
  const number = name.slice(0, name.length - ending.length);
  return name.toLowerCase().endsWith(ending) && /^[1-9]\d{0,8}$/.test(number) ? Number(number) : undefined;
}

function endingOf(article: string): string {
  return /\.[^./]*$/.exec(article)?.[0] ?? '';
}
