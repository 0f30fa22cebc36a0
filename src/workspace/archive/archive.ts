import type * as vscode from 'vscode';
import { type Analysis, type Article, type ArchivedRendering, Corpus, type InArchive, type Span } from '../../core/index';
import type { Archived, AskedArchive } from '../../engine/index';
import { messageOf } from '../files/index';
import { ArchivedDocuments } from './archivedDocuments';

/** How many articles of the archive are looked at for a passage. */
const candidates = 30;
/** Articles of the archive that are kept for the next passage: neighbours in an article are often about the same. */
const mostHeld = 200;
/** Milliseconds for which an answer stands: the archive may have got more since. */
const longestKept = 600_000;

/** An article that is asked about. */
export interface AskedArticle {
  readonly article: Article;
  readonly analysis: Analysis;
}

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
  #opened: Promise<AskedArchive> | undefined;
  #asked = new WeakMap<Article, Map<string, Asked>>();
  /** By the archive's ids, in the order in which they were last needed. */
  readonly #held = new Map<string, { readonly stamp: string; readonly archived: Archived }>();

  constructor(name: string, open: () => Promise<AskedArchive>, wordnet: () => Promise<Uint8Array | undefined>) {
    this.documents = new ArchivedDocuments(name);
    this.#open = open;
    this.#wordnet = wordnet;
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
    const unread = [...likely].filter(([uri, stamp]) => this.#held.get(uri)?.stamp !== stamp).map(([uri]) => uri);
    for (const archived of await archive.read(unread, signal)) {
      const { uri } = archived.article;
      this.#held.delete(uri);
      this.#held.set(uri, { stamp: likely.get(uri) ?? '', archived });
    }
    // The archive proposes; what the passages have of each other is told by the same matching as in a folder.
    const wordnet = await this.#wordnet();
    const corpus = new Corpus(wordnet ? { wordnet } : {});
    corpus.put(article, analysis);
    const there = new Map<string, Archived>();
    for (const [uri, stamp] of likely) {
      const held = this.#held.get(uri);
      if (held?.stamp !== stamp) continue; // not there, or not whole
      this.#held.delete(uri);
      this.#held.set(uri, held);
      there.set(uri, held.archived);
      corpus.put(held.archived.article, held.archived.analysis);
    }
    for (const oldest of [...this.#held.keys()].slice(0, Math.max(0, this.#held.size - mostHeld))) this.#held.delete(oldest);
    return corpus.match({ uri: article.uri, start: span.start, end: span.end }).flatMap((match) => {
      const archived = there.get(match.uri);
      return archived ? [{ id: this.documents.idOf(archived.article), match, ...archived }] : [];
    });
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
