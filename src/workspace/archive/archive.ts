import type * as vscode from 'vscode';
import type { Article, ArchivedRendering, InArchive, Span } from '../../core/index';
import type { AskedArchive } from '../../engine/index';
import { messageOf } from '../files/index';
import { ArchivedDocuments } from './archivedDocuments';
import { type AskedArticle, LikelyArticles } from './likelyArticles';

/** How many articles of the archive are looked at for a passage. */
const candidates = 30;
/** Milliseconds for which an answer stands: the archive may have got more since. */
const longestKept = 600_000;

/** A passage that the archive is being asked for, or was. */
interface Asked {
  readonly answer: Promise<InArchive>;
  readonly at: number;
  readonly stop: AbortController;
  /** How many wait for it; it is given up where nobody does. */
  waiting: number;
  /** What it has become. */
  settled?: InArchive;
  /** Somebody has been told. A failure stands until then, and no longer. */
  isTold: boolean;
}

/** What the archive has of passages. One question each, however many wait; the answer is remembered with the article's text. */
export class Archive {
  readonly documents: ArchivedDocuments;
  readonly #open: () => Promise<AskedArchive>;
  readonly #wordnet: () => Promise<Uint8Array | undefined>;
  readonly #turn: () => Promise<void>;
  #opened: Promise<AskedArchive> | undefined;
  #asked = new WeakMap<Article, Map<string, Asked>>();
  #likely: Promise<LikelyArticles> | undefined;

  constructor(name: string, open: () => Promise<AskedArchive>, wordnet: () => Promise<Uint8Array | undefined>, turn: () => Promise<void>) {
    this.documents = new ArchivedDocuments(name);
    this.#open = open;
    this.#wordnet = wordnet;
    this.#turn = turn;
  }

  /** Never throws. `patience` is waited for before it is said that the answer is still to come; the question goes on. */
  async ask(of: AskedArticle, span: Span, patience: Promise<unknown>, cancel: vscode.CancellationToken): Promise<InArchive> {
    const asked = this.#question(of, span);
    asked.waiting++;
    const cancelled = cancel.onCancellationRequested(() => {
      if (--asked.waiting === 0) asked.stop.abort();
    });
    try {
      const answer = await Promise.race([asked.answer, patience.then((): InArchive => ({ kind: 'awaited' }))]);
      if (!cancel.isCancellationRequested && answer.kind !== 'awaited') asked.isTold = true;
      return answer;
    } finally {
      cancelled.dispose();
    }
  }

  #question(of: AskedArticle, span: Span): Asked {
    const passages = this.#asked.get(of.article) ?? new Map<string, Asked>();
    this.#asked.set(of.article, passages);
    const key = `${span.start} ${span.end}`;
    const known = passages.get(key);
    if (known && isFresh(known)) return known;
    const stop = new AbortController();
    const answer = this.#look(of, span, stop.signal).then(
      (renderings): InArchive => ({ kind: 'answered', renderings }),
      (error: unknown): InArchive => ({ kind: 'silent', reason: messageOf(error) }),
    );
    const asked: Asked = { answer, at: Date.now(), stop, waiting: 0, isTold: false };
    void answer.then((settled) => (asked.settled = settled));
    passages.set(key, asked);
    return asked;
  }

  async #look({ article, analysis }: AskedArticle, span: Span, signal: AbortSignal): Promise<readonly ArchivedRendering[]> {
    const archive = await this.#connection();
    const passage = article.raw.slice(span.start, span.end);
    const near = await archive.nearest(passage, article.prose.text, candidates, signal);
    const likely = new Map(near.filter(({ uri }) => uri !== article.uri).map(({ uri, stamp }) => [uri, stamp]));
    this.#likely ??= this.#wordnet().then((wordnet) => new LikelyArticles(wordnet, this.#turn));
    const articles = await this.#likely;
    const unread = [...likely].filter(([uri, stamp]) => !articles.has(uri, stamp)).map(([uri]) => uri);
    for (const archived of await archive.read(unread, signal)) articles.hold(archived, likely.get(archived.article.uri) ?? '');
    const whole = [...likely].filter(([uri, stamp]) => articles.has(uri, stamp)).map(([uri]) => uri);
    const found = await articles.match({ article, analysis }, span, whole);
    return found.map(([match, archived]) => ({ id: this.documents.idOf(archived.article), match, ...archived }));
  }

  /** One that could not be opened is tried again. */
  #connection(): Promise<AskedArchive> {
    return (this.#opened ??= this.#open().catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    }));
  }
}

function isFresh({ at, settled, isTold, stop }: Asked): boolean {
  if (stop.signal.aborted || Date.now() - at > longestKept) return false;
  return settled?.kind !== 'silent' || !isTold;
}
