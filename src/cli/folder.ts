import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import {
  analyse,
  Corpus,
  emptyRegistry,
  isArticlePath,
  placedOrLost,
  readToAnalyse,
  readCorroborations,
  readProjectFile,
  readSidecar,
  sidecarName,
  speller,
  type Analysis,
  type AnnotationAddress,
  type Article,
  type ChangedSince,
  type Corroborations,
  type FileProblem,
  type Placed,
  type Registry,
  type SetFacts,
  type Sidecar,
} from '../core/index';
import { type EarlierVersions, earlierVersions } from './earlierVersions';
import { readByEncoder } from './encoder';
import { Unusable } from './failure';
import { filesBelow, readArticleText, readYaml, type YamlFile } from './folderFiles';
import { readBytes } from './input';
import { warn, warnOfFault, warnOfLanguage } from './output';
import { PackedAnalyses } from './analyses/packedAnalyses';
import { Steps } from './steps';

export interface FolderArticle {
  readonly path: string;
  readonly article: Article;
  /** Made when it is first asked for: `check` needs none. */
  readonly analysis: Analysis;
  /** Hexadecimal SHA-256 of the UTF-8 bytes of `article.raw`. */
  readonly sha256: string;
  readonly sidecar: YamlFile<Sidecar> | undefined;
  readonly placed: readonly Placed[];
  /** What its outlet has changed since an earlier version, where the folder was read to tell that. */
  readonly changed: ChangedSince | undefined;
}

export interface Folder {
  readonly root: string;
  /** Every file below the folder, '/' separated, sorted. */
  readonly paths: readonly string[];
  /** How a path is spelled among them. */
  readonly spelled: (path: string) => string | undefined;
  readonly registry: Registry;
  readonly project: YamlFile<{ readonly problems: readonly FileProblem[]; readonly locked: boolean }> | undefined;
  readonly corroborations: YamlFile<Corroborations> | undefined;
  readonly articles: readonly FolderArticle[];
  /** Sidecars whose article is not there. */
  readonly strays: readonly YamlFile<Sidecar>[];
}

const sidecarEnding = '.annotations.yaml';
const projectFile = 'second-source.yaml';

/**
 * Reads a folder of articles with what stands beside them. `compares`: with their earlier versions. `packs`: what is found in the articles is
 * held as bytes, for those who go through all of them again and again.
 */
export async function readFolder(root: string, quiet = false, compares = false, packs = false): Promise<Folder> {
  const paths = await filesBelow(root);
  const spelled = speller(paths);
  const project = await readYaml(root, spelled, projectFile, readProjectFile);
  const registry = project?.value.registry ?? emptyRegistry;
  const corroborations = await readYaml(root, spelled, 'corroborations.yaml', (text) => spelledLinks(readCorroborations(text), spelled));
  const articles: FolderArticle[] = [];
  const listed = paths.filter((path) => isArticlePath(path, registry.articles));
  const known: Known = { analyses: new Map(), texts: new Map(), ...(packs && { packed: new PackedAnalyses() }) };
  const earlier = compares ? await earlierVersions(root, paths, listed, readWordnet) : undefined;
  const steps = new Steps('reading', listed.length, quiet);
  for (const path of listed) {
    const article = await readFolderArticle(root, path, spelled, registry, known, earlier);
    if (article) articles.push(article);
    await steps.done();
  }
  steps.end();
  if (articles.length === 0) throw noArticles(root, registry.articles);
  const read = speller(articles.map(({ path }) => path));
  const strays: YamlFile<Sidecar>[] = [];
  for (const path of paths) {
    const name = sidecarName(path);
    if (name === undefined || read(name.article) !== undefined) continue;
    const stray = await readYaml(root, spelled, path, readSidecar);
    if (stray) strays.push(stray);
  }
  return { root, paths, spelled, registry, project, corroborations, articles, strays };
}

/** Says which YAML files could not be read, or not whole, and which articles by their marks alone: what stands there is missing from the answer. */
export function warnOfUnread({ project, corroborations, articles }: Folder): void {
  for (const file of [project, corroborations, ...articles.map(({ sidecar }) => sidecar)]) {
    if (file?.value.locked) warn(`${file.path}: cannot be read, so its decisions are missing here; second-source check says where`);
    else if (file?.value.problems.some(({ severity }) => severity === 'error'))
      warn(`${file.path}: has entries that cannot be read, which are missing here; second-source check says where`);
  }
  for (const { path, article } of articles) warnOfLanguage(path, article);
}

/** The folder's articles, ready to be asked where a passage stands, read by the encoder of a folder where one is named. The URI of an article is its path. */
export async function corpusOf(folder: Folder, quiet = false, encoder?: string): Promise<Corpus> {
  const wordnet = await readWordnet();
  const corpus = new Corpus({ ...(wordnet && { wordnet }), onFault: warnOfFault });
  const steps = new Steps('analysing', folder.articles.length, quiet);
  for (const { article, analysis } of folder.articles) {
    corpus.put(article, analysis);
    await steps.done();
  }
  steps.end();
  const paths = folder.articles.map(({ path }) => path);
  if (encoder !== undefined) await readByEncoder(corpus, paths, encoder, quiet);
  return corpus;
}

/** The compacted WordNet that ships beside the program; without it synonyms are not known. */
export function readWordnet(): Promise<Uint8Array | undefined> {
  return readBytes(join(__dirname, 'resources', 'wordnet.bin')).catch(() => undefined);
}

/** What stands beside a single article: the facts a person set, and the project file of its folder. */
export async function readBeside(file: string): Promise<{ readonly registry: Registry; readonly set: SetFacts }> {
  const project = await readYaml(dirname(file), () => projectFile, projectFile, readProjectFile);
  const name = basename(file) + sidecarEnding;
  const sidecar = await readYaml(dirname(file), () => name, name, readSidecar);
  return { registry: project?.value.registry ?? emptyRegistry, set: sidecar?.value.document ?? {} };
}

/** The sidecar that an annotator keeps of an article. */
export function readSidecarOf({ root, spelled }: Folder, path: string, who: string): Promise<YamlFile<Sidecar> | undefined> {
  return readYaml(root, spelled, `${path}.annotations.${who}.yaml`, readSidecar);
}

/** With the articles that links name as they are spelled in the folder. */
function spelledLinks(corroborations: Corroborations, spelled: (path: string) => string | undefined): Corroborations {
  const end = ({ path, id }: AnnotationAddress) => ({ path: spelled(path) ?? path, id });
  return { ...corroborations, links: corroborations.links.map((link) => ({ ...link, from: end(link.from), to: end(link.to) })) };
}

/** The articles below a folder, '/' separated, sorted. */
export async function articlePaths(root: string): Promise<readonly string[]> {
  const paths = await filesBelow(root);
  const project = await readYaml(root, speller(paths), projectFile, readProjectFile);
  const globs = project?.value.registry.articles ?? [];
  const found = paths.filter((path) => isArticlePath(path, globs));
  // A folder without any is more often the wrong one, or not mounted, than meant to be empty.
  if (found.length === 0) throw noArticles(root, globs);
  return found;
}

function noArticles(root: string, globs: readonly string[]): Unusable {
  const kinds = '.txt, .md, .html';
  if (globs.length === 0) return new Unusable(`${root}: no articles in this folder (${kinds})`);
  return new Unusable(`${root}: no articles in this folder: none (${kinds}) fits "articles" in its ${projectFile}: ${globs.join(', ')}`);
}

/** What was read and found before: wire copies are held and analysed once. */
interface Known {
  readonly analyses: Map<string, Analysis>;
  readonly texts: Map<string, Pick<Article, 'raw' | 'prose'>>;
  /** Packs what is found. */
  readonly packed?: PackedAnalyses;
}

async function readFolderArticle(
  root: string,
  path: string,
  spelled: (path: string) => string | undefined,
  registry: Registry,
  known: Known,
  earlier: EarlierVersions | undefined,
): Promise<FolderArticle | undefined> {
  const text = await readArticleText(root, path);
  if (text === undefined) return undefined;
  const sidecar = await readYaml(root, spelled, path + sidecarEnding, readSidecar);
  const set = sidecar?.value.document;
  const read = await readToAnalyse({ uri: path, path, text, version: 1, registry, ...(set && { set }) });
  const sha256 = createHash('sha256').update(read.raw).digest('hex');
  const key = `${read.format} ${sha256}`;
  const same = known.texts.get(key);
  if (!same) known.texts.set(key, { raw: read.raw, prose: read.prose });
  const article = { ...read, ...same };
  const placed = sidecar
    ? placedOrLost(article.raw, sidecar.value.annotations, set?.sha256 === sha256, (fault) => warnOfFault(path, fault))
    : [];
  return new ReadArticle({ path, article, sha256, sidecar, placed }, registry, known, earlier);
}

type Read = Omit<FolderArticle, 'analysis' | 'changed'>;

class ReadArticle implements FolderArticle {
  readonly path: string;
  readonly article: Article;
  readonly sha256: string;
  readonly sidecar: YamlFile<Sidecar> | undefined;
  readonly placed: readonly Placed[];
  readonly #registry: Registry;
  readonly #known: Known;
  readonly #earlier: EarlierVersions | undefined;
  #analysis: Analysis | undefined;

  constructor(read: Read, registry: Registry, known: Known, earlier: EarlierVersions | undefined) {
    this.path = read.path;
    this.article = read.article;
    this.sha256 = read.sha256;
    this.sidecar = read.sidecar;
    this.placed = read.placed;
    this.#registry = registry;
    this.#known = known;
    this.#earlier = earlier;
  }

  get analysis(): Analysis {
    return (this.#analysis ??= this.#analyse());
  }

  get changed(): ChangedSince | undefined {
    return this.#earlier?.changedIn(this.path, this);
  }

  #analyse(): Analysis {
    const key = `${this.article.format} ${this.article.metadata.published?.value ?? ''} ${this.sha256}`;
    const { analyses, packed } = this.#known;
    const known = analyses.get(key);
    if (known) this.#tell(known);
    if (known) return known;
    const found = analyse(this.article, this.#registry);
    const analysis = packed?.pack(found) ?? found;
    analyses.set(key, analysis);
    this.#tell(found);
    return analysis;
  }

  #tell({ faults = [] }: Analysis): void {
    for (const fault of faults) warnOfFault(this.path, fault);
  }
}
