import { parseArgs } from 'node:util';
import { analyse, Corpus, type Article, type Match } from '../core/index';
import { ArchiveStore } from './archiveStore';
import { matchJson } from './corroborate';
import { Unusable, type ExitCode } from './failure';
import { corpusOf, readFolder, readWordnet } from './folder';
import { readJsonLines } from './input';
import { printLine } from './output';

export const help = `second-source match FOLDER --jsonl QUERIES
second-source match --index DIR --jsonl QUERIES

Where else the passages stand: reads {"file","start","end"} or {"text"} a line from QUERIES and answers each with its
"matches". "file" is relative to FOLDER, or the id of an article of the archive that second-source index has indexed
into DIR; offsets are UTF-16 into the text with LF line ends. QUERIES may be -.`;

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { jsonl: { type: 'string' }, index: { type: 'string' } },
  });
  const [root, ...more] = positionals;
  const one = values.index === undefined ? root !== undefined && more.length === 0 : root === undefined;
  if (!one || values.jsonl === undefined) throw new Unusable('match: name one folder, or --index DIR, and --jsonl QUERIES');
  const source = values.index === undefined ? await folderSource(root ?? '') : await indexSource(values.index);
  for await (const { value, place } of readJsonLines(values.jsonl)) {
    const matches = await matchesOf(value, place, source);
    await printLine({ ...value, matches: matches.map(matchJson) });
  }
  await source.close();
  return 0;
}

/** Articles that can be asked. */
interface Source {
  readonly name: string;
  article(uri: string): Promise<Article | undefined>;
  /** A corpus that holds what may answer a passage of `article`. */
  corpusFor(passage: string, article: Article | undefined): Promise<Corpus>;
  close(): Promise<void>;
}

async function folderSource(root: string): Promise<Source> {
  const folder = await readFolder(root);
  const corpus = await corpusOf(folder);
  const articles = new Map(folder.articles.map(({ path, article }) => [path, article]));
  return {
    name: root,
    article: (uri) => Promise.resolve(articles.get(uri)),
    corpusFor: () => Promise.resolve(corpus),
    close: () => Promise.resolve(),
  };
}

/** How many articles of an archive are looked at for a passage. */
const candidates = 30;

/** Only the likely articles are read, and only those that the query before has not left in the corpus. */
async function indexSource(folder: string): Promise<Source> {
  const wordnet = await readWordnet();
  const store = await ArchiveStore.open(folder, wordnet);
  const { archive } = store;
  const corpus = new Corpus(wordnet ? { wordnet } : {});
  const held = new Set<string>();
  const hold = (article: Article) => {
    corpus.put(article, archive.analysisOf(article.uri) ?? analyse(article));
    held.add(article.uri);
  };
  return {
    name: folder,
    article: (uri) => store.read(uri),
    corpusFor: async (passage, article) => {
      const near = archive.nearest(archive.terms(passage, article?.prose.text), candidates).map(({ uri }) => uri);
      const wanted = new Set(article ? [article.uri, ...near] : near);
      for (const uri of [...held]) {
        if (wanted.has(uri)) continue;
        corpus.drop(uri);
        held.delete(uri);
      }
      if (article && !held.has(article.uri)) hold(article);
      for (const uri of near) {
        const candidate = held.has(uri) ? undefined : await store.read(uri);
        if (candidate) hold(candidate);
      }
      return corpus;
    },
    close: () => store.close(),
  };
}

async function matchesOf(value: Readonly<Record<string, unknown>>, place: string, source: Source): Promise<readonly Match[]> {
  const { file, start, end, text } = value;
  if (typeof text === 'string' && file === undefined) return (await source.corpusFor(text, undefined)).matchText(text);
  if (typeof file !== 'string' || typeof start !== 'number' || typeof end !== 'number') {
    throw new Unusable(`${place}: a query needs "file", "start" and "end", or "text"`);
  }
  const article = await source.article(file);
  if (!article) throw new Unusable(`${place}: ${file} is no article of ${source.name}`);
  if (!(start >= 0 && start <= end && end <= article.raw.length))
    throw new Unusable(`${place}: ${start} to ${end} is no passage of ${file}`);
  return (await source.corpusFor(article.raw.slice(start, end), article)).match({ uri: file, start, end });
}
