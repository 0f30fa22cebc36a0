import {
  analyse,
  analyseSpeech,
  type Analysis,
  Archive,
  type ArticleSource,
  attempt,
  type Conflict,
  type CorpusOptions,
  decodeBytes,
  emptyRegistry,
  type Fault,
  type Match,
  namedAbroad,
  type Origin,
  type Perhaps,
  readToAnalyse,
  type Registry,
  type Span,
} from '../../core/index';
import { type ArticleText, LookedAtEvents } from './lookedAtEvents';
import { Line, type Port } from '../worker/index';

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
  /** The program has failed over an article; with an empty path over several. The rest goes on. */
  readonly fault: (path: string, fault: Fault) => void;
};

/** What the host asks the worker. Articles go by their paths below the folder. */
export type IndexCalls = ReturnType<typeof indexCalls>;

/** Articles taken for the event of an article, and as candidates for a passage beside them. */
const likely = 29;

/** Articles of each other language that are looked at for a passage. */
const abroad = 8;

/** Answers what the host asks of its folder's index, for as long as there is a host. */
export function serveIndex(host: Port): void {
  const line: Line<HostCalls> = new Line<HostCalls>(
    host,
    indexCalls(
      (path) => line.call('text', path),
      (path, fault) => void line.call('fault', path, fault).catch(() => undefined),
    ),
  );
}

/**
 * The index of one folder with the events that are looked at: all that takes long. It runs in a worker, and as well in the
 * extension's own thread where there is none. The index knows nothing of the registry, which changes with every new speaker and
 * would make it outdated as a whole; the few articles of an event are analysed with it.
 */
export function indexCalls(host: (path: string) => Promise<ArticleText | undefined>, onFault: HostCalls['fault']) {
  let options: CorpusOptions = { onFault };
  let archive = new Archive();
  let seen = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: questions change the same event while they wait for texts, and what is put must not come in between. */
  const inTurn = <T>(answer: () => T | Promise<T>): Promise<T> => {
    const mine = last.then(answer);
    last = mine.catch(() => undefined);
    return mine;
  };

  const nearest = (passage: string, article: string, home: string): readonly string[] =>
    archive
      .nearest(archive.terms(passage, article), likely + 1)
      .map(({ uri }) => uri)
      .filter((path) => path !== home)
      .slice(0, likely);

  let events = new LookedAtEvents(host, nearest, options, emptyRegistry);

  return {
    /** Begins with what was stored before; what is damaged is left out. Returns the names of the segments that are whole. */
    open: async (wordnet: Uint8Array | undefined, segments: readonly StoredSegment[]): Promise<readonly string[]> => {
      options = { ...(wordnet && { wordnet }), onFault };
      const whole: StoredSegment[] = [];
      for (const segment of segments) if ((await contentName(segment.bytes)) === segment.name) whole.push(segment);
      archive = Archive.open(
        whole.map(({ bytes }) => bytes),
        options,
      );
      events = new LookedAtEvents(host, nearest, options, events.registry);
      return whole.map(({ name }) => name);
    },

    setRegistry: (given: Registry): void => {
      events = new LookedAtEvents(host, nearest, options, given, events.vectors);
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
          events.forget(path);
        }
        seen = new Set();
        return gone.length;
      }),

    put: (files: readonly FileContent[]): Promise<void> =>
      inTurn(async () => {
        for (const { path, stamp, bytes } of files) {
          const article = await readToAnalyse({ uri: path, path, text: decodeBytes(bytes).text, version: 1 });
          const analysis = analyseSpeech(article);
          const tell = (fault: Fault) => onFault(path, fault);
          analysis.faults?.forEach(tell);
          attempt('its place in the index', () => archive.put(article, analysis, stamp), () => undefined, tell); // prettier-ignore
          events.forget(path);
        }
      }),

    drop: (path: string): Promise<void> =>
      inTurn(() => {
        archive.drop(path);
        events.forget(path);
      }),

    /** The text of an article is another one now, be it in its editor only. */
    forget: (path: string): void => {
      events.forget(path);
    },

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

    /** Renderings of a passage, where other languages perhaps have it, and the articles of its article's event. */
    render: (
      home: string,
      { start, end }: Span,
    ): Promise<{ matches: readonly Match[]; perhaps: readonly Perhaps[]; near: readonly string[] } | undefined> =>
      inTurn(async () => {
        const found = await events.eventOf(home);
        if (found === undefined) return undefined;
        const { event, article } = found;
        const candidates = nearest(article.raw.slice(start, end), article.prose.text, home);
        // Up to sixty articles the corpus compares with each: event and candidates together stay below.
        events.keepOnly(event, new Set([home, ...event.near, ...candidates]));
        await Promise.all(candidates.map((path) => events.hold(event, path)));
        const perhaps = await events.perhaps(home, { start, end }, (text, language) => namedAbroad(archive, text, language, abroad));
        return { matches: event.corpus.match({ uri: home, start, end }), perhaps, near: event.near };
      }),

    origins: (home: string, { start, end }: Span, matches: readonly Match[]): Promise<readonly Origin[]> =>
      inTurn(async () => {
        const found = await events.eventOf(home);
        if (found === undefined) return [];
        await Promise.all(matches.map(({ uri }) => events.hold(found.event, uri)));
        return found.event.corpus.originsOf({ uri: home, start, end }, matches);
      }),

    /** What contradicts an article in its event, and what is wrong in it alone. */
    conflicts: (home: string): Promise<readonly Conflict[]> =>
      inTurn(async () => (await events.eventOf(home))?.event.corpus.conflictsOf(home) ?? []),

    /** Sentences of the events for an encoder; undefined where it has read all. */
    unread: (): Promise<readonly string[] | undefined> => inTurn(() => events.unread()),

    /** Takes the encoder's answer; false where it is none. */
    takeVectors: (sentences: readonly string[], vectors: unknown): boolean => events.vectors.take(sentences, vectors),

    forgetVectors: (): Promise<void> => inTurn(() => events.forgetVectors()),

    /** Articles that most likely hold some words. */
    find: (text: string): readonly string[] => nearest(text, text, ''),

    /** One long article, for which there is no time in the host. */
    analyse: async (source: ArticleSource): Promise<Analysis> => analyse(await readToAnalyse(source), source.registry),
  };
}

async function contentName(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return [...hash.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
