import type * as vscode from 'vscode';
import type { Article, ArchivedRendering, Corpus, InArchive, Span } from '../../core/index';
import type { Archived, LikelyArticles } from '../../engine/index';
import { messageOf } from '../files/index';
import { ArchivedDocuments } from './archivedDocuments';

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
  readonly #open: () => Promise<LikelyArticles>;
  #opened: Promise<LikelyArticles> | undefined;
  #asked = new WeakMap<Article, Map<string, Asked>>();

  constructor(name: string, open: () => Promise<LikelyArticles>) {
    this.documents = new ArchivedDocuments(name);
    this.#open = open;
  }

  /** Never throws. `patience` is waited for before it is said that the answer is still to come; the question goes on. */
  async ask(of: Archived, span: Span, patience: Promise<unknown>, cancel: vscode.CancellationToken): Promise<InArchive> {
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

  #question(of: Archived, span: Span): Asked {
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

  async #look(of: Archived, span: Span, signal: AbortSignal): Promise<readonly ArchivedRendering[]> {
    const { uri, raw } = of.article;
    const articles = await this.#connection();
    const find = (corpus: Corpus, likely: ReadonlyMap<string, Archived>) =>
      corpus.match({ uri, start: span.start, end: span.end }).flatMap((match) => {
        const archived = likely.get(match.uri);
        return archived ? [{ match, ...archived }] : [];
      });
    const found = await articles.among(raw.slice(span.start, span.end), of, find, signal);
    return found.map((rendering) => ({ id: this.documents.idOf(rendering.article), ...rendering }));
  }

  /** One that could not be opened is tried again. */
  #connection(): Promise<LikelyArticles> {
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
