import { isAbsolute, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import {
  articlesOfSidecar,
  frontMatterProblems,
  idPlace,
  linePosition,
  lineStarts,
  movedLinks,
  placedOrLost,
  sidecarName,
  speller,
  unknownSpeakers,
  type AnnotationAddress,
  type FileProblem,
  type Placed,
  type Registry,
  type Sidecar,
} from '../core/index';
import { Unusable, type ExitCode } from './failure';
import { readFolder, readSidecarOf, type Folder, type FolderArticle } from './folder';
import type { YamlFile } from './folderFiles';
import { printLine, warnOfFault } from './output';

export const help = `second-source check FOLDER [--format text | github | sarif] [--quiet]

Looks for what a person must mend in the YAML files: entries that cannot be read, annotations whose words are gone or
changed, dates that are none, speakers that nobody knows, links that lead nowhere, merges that nobody has finished; and
in the front matter of articles. Ends with 1 where there is any.

  --format F  text: file:line:column: message, files as below FOLDER (the default); github: annotations of a pull
              request, and sarif: SARIF 2.1.0, files as from the folder that the command is started in
  --quiet     no progress on standard error, where it is a terminal`;

const formats = new Map<string, (findings: readonly Finding[]) => readonly unknown[]>([
  ['text', (findings) => findings.map(({ path, line, column, message }) => `${path}:${line}:${column}: ${message}`)],
  ['github', (findings) => findings.map(githubCommand)],
  ['sarif', (findings) => [sarifLog(findings)]],
]);

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' }, quiet: { type: 'boolean' } },
  });
  const [root, ...more] = positionals;
  if (root === undefined || more.length > 0) throw new Unusable('check: name one folder');
  const format = formats.get(values.format);
  if (!format) throw new Unusable(`check: --format is one of ${[...formats.keys()].join(', ')}, not ${values.format}`);
  const folder = await readFolder(root, values.quiet);
  const found = checkFolder(folder, await annotationsOf(folder));
  const findings = values.format === 'text' ? found : found.map((finding) => ({ ...finding, path: fromHere(root, finding.path) }));
  for (const line of format(findings)) await printLine(line);
  return findings.length > 0 ? 1 : 0;
}

/** As programs of a host of repositories want it, which start at its root; below a folder elsewhere, as in that folder. */
function fromHere(root: string, path: string): string {
  const here = relative('.', resolve(root, path));
  return here.startsWith('..') || isAbsolute(here) ? path : here.split(sep).join('/');
}

/** A workflow command; what ends a property or the message is escaped as the runner wants it. */
function githubCommand({ path, line, column, message, code }: Finding): string {
  const data = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string) => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  return `::error file=${property(path)},line=${line},col=${column},title=${property(code)}::${data(message)}`;
}

/** SARIF 2.1.0 (OASIS), with what its schema demands. */
function sarifLog(findings: readonly Finding[]) {
  const rules = [...new Set(findings.map(({ code }) => code))].sort().map((id) => ({ id }));
  const results = findings.map(({ path, line, column, message, code }) => ({
    ruleId: code,
    level: 'error',
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/') },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  }));
  return { version: '2.1.0', runs: [{ tool: { driver: { name: 'second-source', rules } }, columnKind: 'utf16CodeUnits', results }] };
}

interface Finding {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly code: string;
}

/** An article's sidecar, the shared one or that of one annotator, and where its annotations stand. */
interface Annotated {
  readonly article: FolderArticle;
  readonly sidecar: YamlFile<Sidecar>;
  readonly placed: readonly Placed[];
}

async function annotationsOf(folder: Folder): Promise<readonly Annotated[]> {
  const articles = new Map(folder.articles.map((article) => [article.path, article]));
  const spelled = speller(articles.keys());
  const found: Annotated[] = [];
  for (const path of folder.paths) {
    const { article: named = '', who = '' } = sidecarName(path) ?? {};
    const of = spelled(named) ?? '';
    const article = articles.get(of);
    const sidecar = who === '' ? article?.sidecar : await readSidecarOf(folder, of, who);
    if (!article || !sidecar) continue;
    const { annotations, document } = sidecar.value;
    const { raw } = article.article;
    const placed =
      who === '' ? article.placed : placedOrLost(raw, annotations, document?.sha256 === article.sha256, (fault) => warnOfFault(of, fault));
    found.push({ article, sidecar, placed });
  }
  return found;
}

function checkFolder(folder: Folder, annotated: readonly Annotated[]): readonly Finding[] {
  const { project, corroborations, registry } = folder;
  return [
    ...(project ? fileProblems(project, project.value.problems) : []),
    ...(corroborations ? [...fileProblems(corroborations, corroborations.value.problems), ...brokenLinks(folder, annotated)] : []),
    ...annotated.flatMap((one) => checkSidecar(one, registry)),
    ...folder.articles.flatMap(({ path, article }) =>
      frontMatterProblems(article.raw, new Date()).map(({ start, code, message }) =>
        findingAt({ path, text: article.raw }, start, code, message),
      ),
    ),
    ...strayProblems(folder),
  ].sort((a, b) => (a.path === b.path ? a.line - b.line || a.column - b.column : a.path < b.path ? -1 : 1));
}

function checkSidecar({ article, sidecar, placed }: Annotated, registry: Registry): readonly Finding[] {
  const entry = (id: string, code: string, message: string) => findingAt(sidecar, idPlace(sidecar.text, id).start, code, message);
  return [
    ...fileProblems(sidecar, sidecar.value.problems),
    ...fileProblems(sidecar, unknownSpeakers(sidecar.text, speakerIds(article, sidecar, registry))),
    ...placed.flatMap((place) => {
      const message = placeMessage(place, article.path);
      return message === undefined ? [] : [entry(place.annotation.id, place.how, message)];
    }),
    ...sidecar.value.annotations.flatMap(({ id, conflict }) =>
      (conflict ?? []).map(({ field }) =>
        entry(
          id,
          'merge-conflict',
          field === 'entry'
            ? `merge conflict: one side deleted ${id}, the other changed it: delete it, or keep it and remove "conflict"`
            : `merge conflict in ${field} of ${id}: keep one value and remove "conflict"`,
        ),
      ),
    ),
  ];
}

/** The speakers that the article's annotations may name; the article is analysed only where they name any. */
function speakerIds(article: FolderArticle, sidecar: YamlFile<Sidecar>, registry: Registry): ReadonlySet<string> {
  const named = sidecar.value.annotations.some(({ speakers }) => speakers !== undefined);
  return new Set([...registry.speakers, ...(named ? article.analysis.speakers : [])].map(({ id }) => id));
}

function placeMessage(place: Placed, path: string): string | undefined {
  const { id, exact } = place.annotation;
  const words = exact.replace(/\s+/g, ' ').slice(0, 60);
  if (place.how === 'orphan') return `orphan: the words of ${id} no longer stand in ${path}: "${words}"`;
  if (place.how === 'changed' && place.now === exact)
    return `changed: the words of ${id} stand in ${path}, and what is around them has changed: "${words}"`;
  return place.how === 'changed' ? `changed: the words of ${id} read differently in ${path}: "${words}"` : undefined;
}

/** An end may be in any of its article's sidecars. */
function brokenLinks({ corroborations, articles }: Folder, annotated: readonly Annotated[]): readonly Finding[] {
  if (!corroborations) return [];
  const ids = new Map(articles.map(({ path }) => [path, new Set<string>()]));
  for (const { article, sidecar } of annotated) for (const { id } of sidecar.value.annotations) ids.get(article.path)?.add(id);
  const now = new Map(movedLinks(corroborations.value.links, ids).map((link) => [link.id, link]));
  const missing = ({ path, id }: AnnotationAddress, found: AnnotationAddress | undefined) => {
    const there = ids.get(path);
    if (there?.has(id) === true) return undefined;
    const where = found && found.path !== path ? `; it is in ${found.path} now` : '';
    return (there ? `${path} has no annotation ${id}` : `there is no article ${path}`) + where;
  };
  return corroborations.value.links.flatMap(({ id, from, to }) => {
    const reason = missing(from, now.get(id)?.from) ?? missing(to, now.get(id)?.to);
    return reason === undefined
      ? []
      : [findingAt(corroborations, idPlace(corroborations.text, id).start, 'broken-link', `broken link ${id}: ${reason}`)];
  });
}

/** Sidecars whose article is gone, and where its text is now. */
function strayProblems({ articles, strays }: Folder): readonly Finding[] {
  return strays.map(({ path, value }) => {
    const now = articlesOfSidecar(value.document, articles);
    const where = now.length > 0 ? `; its text is in ${now.join(' and in ')}` : '';
    const message = `there is no article ${sidecarName(path)?.article ?? path} for these annotations${where}`;
    return { path, line: 1, column: 1, code: 'no-article', message };
  });
}

function fileProblems(file: YamlFile<unknown>, problems: readonly FileProblem[]): readonly Finding[] {
  return problems.map(({ start, code, message }) => findingAt(file, start, code, message));
}

function findingAt({ path, text }: Pick<YamlFile<unknown>, 'path' | 'text'>, offset: number, code: string, message: string): Finding {
  return { path, ...linePosition(lineStarts(text), offset), code, message };
}
