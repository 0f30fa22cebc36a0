import { availableParallelism, freemem } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';
import {
  type Conflict,
  Corpus,
  type Corroborations,
  CorpusFolder,
  type Fault,
  loadLanguage,
  type Origin,
  type Registry,
} from '../../core/index';
import { type Folder, readWordnet } from '../folder';
import { warnOfFault } from '../output';
import { type ArticleJson, articleSteps, type Part } from './json';
import { type SentArticle, type SharedArticle, SharedArticles, shareArticles } from './sentArticles';
import { SharedWork } from './sharedWork';
import type { Helper } from './together';

/** Different articles beyond which another thread is worth its start, and threads at most: copies are compared once. */
const MANY = 60;
const MOST = 4;

/** What an article says with the origins of its statements, as these were met. */
export interface ComparedArticle {
  readonly article: ArticleJson;
  readonly origins: readonly Origin[];
}

/** What a thread is given: the articles as they were read, with what was found in them. */
interface Given {
  readonly articles: readonly SharedArticle[];
  readonly registry: Registry;
  readonly corroborations: Corroborations | undefined;
  /** What contradicts what, found once for all threads: as much work for one as for all, and as much memory. */
  readonly conflicts: readonly Conflict[];
}

export interface ComparingTask extends Given {
  readonly kind: 'comparing';
  readonly shared: SharedArrayBuffer;
  readonly who: number;
}

type Message = { readonly at: number; readonly compared: ComparedArticle } | { readonly uri: string; readonly fault: Fault };

/** As many as there are cores beside ours, and as much memory as this thread takes for each. */
export function comparersOf({ articles, registry, corroborations }: Folder, corpus: Corpus): readonly Helper<ComparedArticle>[] {
  if (new Set(articles.map(({ article }) => article.prose.text)).size <= MANY) return [];
  const room = Math.floor(freemem() / (1.5 * process.memoryUsage().rss));
  const threads = Math.min(MOST, availableParallelism(), 1 + room);
  const given = threads > 1 ? shareArticles(articles) : [];
  const told = () => ({ articles: given, registry, corroborations: corroborations?.value, conflicts: corpus.conflicts() });
  return Array.from({ length: threads - 1 }, () => new Comparer(told));
}

export async function compareArticle(folder: CorpusFolder, at: number, part?: Part): Promise<ComparedArticle> {
  const origins = new Map<string, Origin>();
  const [source] = folder.sources.slice(at, at + 1);
  if (!source) throw new RangeError(`there is no article ${at}`);
  const steps = articleSteps(folder, source, origins);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { article: value, origins: [...origins.values()] };
    await part?.(value);
  }
}

/** Our end of a thread that compares articles. */
class Comparer implements Helper<ComparedArticle> {
  readonly #given: () => Given;
  #worker: Worker | undefined;

  constructor(given: () => Given) {
    this.#given = given;
  }

  start(shared: SharedArrayBuffer, who: number, told: (at: number, done: ComparedArticle) => void, gone: () => void): void {
    const task: ComparingTask = { kind: 'comparing', ...this.#given(), shared, who };
    let worker: Worker;
    try {
      worker = this.#worker = new Worker(__filename, { workerData: task });
    } catch {
      gone();
      return;
    }
    worker.on('message', (message: Message) => {
      if ('fault' in message) warnOfFault(message.uri, message.fault);
      else told(message.at, message.compared);
    });
    // What it leaves undone is done by the others, who come upon the same fault where there is one.
    worker.on('error', () => undefined);
    worker.on('exit', gone);
  }

  stop(): void {
    this.#worker?.removeAllListeners('exit');
    void this.#worker?.terminate();
  }
}

/** The thread's end: takes one article after the other. */
export async function serveComparing({ articles: sent, registry, corroborations, conflicts, shared, who }: ComparingTask): Promise<void> {
  const wordnet = await readWordnet();
  const tell = (message: Message) => parentPort?.postMessage(message);
  const corpus = new Corpus({ ...(wordnet && { wordnet }), onFault: (uri, fault) => tell({ uri, fault }) });
  const [read, articles] = [new SharedArticles(), new Array<SentArticle>()];
  for (const one of sent) {
    const given = read.read(one);
    await loadLanguage(given.article.language);
    corpus.put(given.article, given.analysis);
    articles.push(given);
  }
  const asked = {
    match: corpus.match.bind(corpus),
    perhaps: corpus.perhaps.bind(corpus),
    originsOf: corpus.originsOf.bind(corpus),
    conflicts: () => conflicts,
  };
  const folder = new CorpusFolder(articles, asked, registry, corroborations);
  // Reads all articles in their order, as the first thread does: words have the same numbers there.
  corpus.origins();
  const work = new SharedWork(articles.length, shared);
  for (let at = work.wait(who); at !== undefined; at = work.wait(who)) tell({ at, compared: await compareArticle(folder, at) });
}
