import {
  analyse,
  analyseSpeech,
  type Analysis,
  Archive,
  type Article,
  type ArticleSource,
  type Conflict,
  Corpus,
  type CorpusOptions,
  decodeBytes,
  emptyRegistry,
  type Match,
  type Origin,
  readArticle,
  type Registry,
  type SetFacts,
  type Span,
} from '../../core/index';
import { Line, type Port } from '../worker/index';

/** An article as the host has it: the text of its editor where one is open, else of its file. */
export interface ArticleText {
  readonly text: string;
  readonly set: SetFacts;
}

export interface FileContent {
  readonly path: string;
  readonly stamp: string;
  readonly bytes: Uint8Array;
}

/** A part of the index as a file; its name is made from its content. */
export interface StoredSegment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the worker asks its host. A type, not an interface, since those have no index signature. */
export type HostCalls = {
  readonly text: (path: string) => Promise<ArticleText | undefined>;
};

/** What the host asks the worker. Articles go by their paths below the folder. */
export type IndexCalls = ReturnType<typeof indexCalls>;

/** Articles taken for the event of an article, and as candidates for a passage beside them. */
const likely = 29;
/** Events whose articles are kept, with what was weighed in them: some megabytes each. */
const mostEvents = 3;
/** Articles kept as read and analysed. */
const mostArticles = 150;

interface Held {
  readonly article: Article;
  readonly analysis: Analysis;
}

/** An open article with those that most likely write about the same. */
interface Event {
  readonly corpus: Corpus;
  readonly held: Set<string>;
  /** As the corpus holds it. */
  article: Article | undefined;
  near: readonly string[];
  /** The number of changes to the index that `near` knows of. */
  asOf: number;
}

/** Answers what the host asks of its folder's index, for as long as there is a host. */
export function serveIndex(host: Port): void {
  const line: Line<HostCalls> = new Line<HostCalls>(
    host,
    indexCalls((path) => line.call('text', path)),
  );
}

/**
 * The index of one folder with the events that are looked at: all that takes long. It runs in a worker, and as well in the
 * extension's own thread where there is none. The index knows nothing of the registry, which changes with every new speaker and
 * would make it outdated as a whole; the few articles of an event are analysed with it.
 */
export function indexCalls(host: (path: string) => Promise<ArticleText | undefined>) {
  let options: CorpusOptions = {};
  let archive = new Archive();
  let registry = emptyRegistry;
  let changes = 0;
  let seen = new Set<string>();
  const articles = new Map<string, Held>();
  const events = new Map<string, Event>();
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: questions change the same event while they wait for texts, and what is put must not come in between. */
  const inTurn = <T>(answer: () => T | Promise<T>): Promise<T> => {
    const mine = last.then(answer);
    last = mine.catch(() => undefined);
    return mine;
  };

  const held = async (path: string): Promise<Held | undefined> => {
    const known = articles.get(path);
    if (known) {
      articles.delete(path); // the last used stand last
      articles.set(path, known);
      return known;
    }
    const source = await host(path);
    if (source === undefined) return undefined;
    const article = readArticle({ uri: path, path, ...source, version: 1, registry });
    const read = { article, analysis: analyse(article, registry) };
    articles.set(path, read);
    for (const oldest of articles.keys()) {
      if (articles.size <= mostArticles) break;
      articles.delete(oldest);
    }
    return read;
  };

  const hold = async (event: Event, path: string): Promise<Article | undefined> => {
    if (event.held.has(path)) return undefined;
    const read = await held(path);
    if (read === undefined) return undefined;
    event.corpus.put(read.article, read.analysis);
    event.held.add(path);
    return read.article;
  };

  const keepOnly = (event: Event, wanted: ReadonlySet<string>) => {
    for (const path of event.held) {
      if (wanted.has(path)) continue;
      event.corpus.drop(path);
      event.held.delete(path);
    }
  };

  const nearest = (passage: string, article: string, home: string): readonly string[] =>
    archive
      .nearest(archive.terms(passage, article), likely + 1)
      .map(({ uri }) => uri)
      .filter((path) => path !== home)
      .slice(0, likely);

  const eventOf = async (home: string): Promise<{ event: Event; article: Article } | undefined> => {
    const event = events.get(home) ?? { corpus: new Corpus(options), held: new Set<string>(), article: undefined, near: [], asOf: -1 };
    events.delete(home);
    events.set(home, event);
    for (const oldest of events.keys()) {
      if (events.size <= mostEvents) break;
      events.delete(oldest);
    }
    if (!event.held.has(home)) event.article = await hold(event, home);
    const { article } = event;
    if (article === undefined) return undefined;
    if (event.asOf !== changes) {
      event.asOf = changes;
      event.near = nearest(article.prose.text, article.prose.text, home);
      keepOnly(event, new Set([home, ...event.near]));
    }
    await Promise.all(event.near.map((path) => hold(event, path)));
    return { event, article };
  };

  const forget = (path: string) => {
    changes++;
    articles.delete(path);
    for (const { corpus, held: holds } of events.values()) if (holds.delete(path)) corpus.drop(path);
  };

  return {
    /** Begins with what was stored before; what is damaged is left out. Returns the names of the segments that are whole. */
    open: async (wordnet: Uint8Array | undefined, segments: readonly StoredSegment[]): Promise<readonly string[]> => {
      options = wordnet ? { wordnet } : {};
      const whole: StoredSegment[] = [];
      for (const segment of segments) if ((await contentName(segment.bytes)) === segment.name) whole.push(segment);
      archive = Archive.open(
        whole.map(({ bytes }) => bytes),
        options,
      );
      changes++;
      return whole.map(({ name }) => name);
    },

    setRegistry: (given: Registry): void => {
      registry = given;
      articles.clear();
      events.clear();
    },

    /** Which of some files of the folder are missing in the index or have changed, by their place in the list. */
    compare: (files: readonly (readonly [path: string, stamp: string])[]): readonly number[] =>
      files.flatMap(([path, stamp], index) => {
        seen.add(path);
        return archive.stampOf(path) === stamp ? [] : [index];
      }),

    /** All files have been compared: drops what is no longer there, and returns how many articles that were. */
    dropOthers: (): Promise<number> =>
      inTurn(() => {
        const gone = [...archive.uris()].filter((path) => !seen.has(path));
        for (const path of gone) {
          archive.drop(path);
          forget(path);
        }
        seen = new Set();
        return gone.length;
      }),

    put: (files: readonly FileContent[]): Promise<void> =>
      inTurn(() => {
        for (const { path, stamp, bytes } of files) {
          const article = readArticle({ uri: path, path, text: decodeBytes(bytes).text, version: 1 });
          archive.put(article, analyseSpeech(article), stamp);
          forget(path);
        }
      }),

    drop: (path: string): Promise<void> =>
      inTurn(() => {
        archive.drop(path);
        forget(path);
      }),

    /** The text of an article is another one now, be it in its editor only. */
    forget,

    /** Makes fewer segments of many; false where nothing is worth it. */
    merge: (): Promise<boolean> => inTurn(() => archive.merge()),

    /** The names of the segments in their order, each with its bytes unless the host has it. A name tells the content. */
    save: async (stored: readonly string[]): Promise<readonly (readonly [name: string, bytes?: Uint8Array])[]> => {
      const known = new Set(stored);
      return Promise.all(
        archive.save().map(async (bytes) => {
          const name = await contentName(bytes);
          return known.has(name) ? ([name] as const) : ([name, bytes] as const);
        }),
      );
    },

    /** Renderings of a passage, and the articles of its article's event. */
    render: (home: string, { start, end }: Span): Promise<{ matches: readonly Match[]; near: readonly string[] } | undefined> =>
      inTurn(async () => {
        const found = await eventOf(home);
        if (found === undefined) return undefined;
        const { event, article } = found;
        const candidates = nearest(article.raw.slice(start, end), article.prose.text, home);
        // Up to sixty articles the corpus compares with each: event and candidates together stay below.
        keepOnly(event, new Set([home, ...event.near, ...candidates]));
        await Promise.all(candidates.map((path) => hold(event, path)));
        return { matches: event.corpus.match({ uri: home, start, end }), near: event.near };
      }),

    origins: (home: string, { start, end }: Span, matches: readonly Match[]): Promise<readonly Origin[]> =>
      inTurn(async () => {
        const found = await eventOf(home);
        if (found === undefined) return [];
        await Promise.all(matches.map(({ uri }) => hold(found.event, uri)));
        return found.event.corpus.originsOf({ uri: home, start, end }, matches);
      }),

    /** What contradicts an article in its event, and what is wrong in it alone. */
    conflicts: (home: string): Promise<readonly Conflict[]> =>
      inTurn(async () => (await eventOf(home))?.event.corpus.conflictsOf(home) ?? []),

    /** Articles that most likely hold some words. */
    find: (text: string): readonly string[] => nearest(text, text, ''),

    /** One long article, for which there is no time in the host. */
    analyse: (source: ArticleSource): Analysis => analyse(readArticle(source), source.registry),
  };
}

async function contentName(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return [...hash.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
