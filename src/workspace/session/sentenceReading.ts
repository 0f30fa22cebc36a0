import * as vscode from 'vscode';
import { messageOf } from '../files/index';
import type { Project } from '../folder/index';

/** What another extension may bring along: says how near sentences are in what they mean. */
export interface SentenceEncoder {
  /** For each sentence a vector of length 1, all equally wide; the product of two is the larger, the nearer their sentences are. */
  encode(sentences: readonly string[]): Promise<readonly Float32Array[]>;
}

/** Sentences that the encoder is asked for at once: what comes in between waits for no more. */
const together = 128;

/** Has an encoder read the articles in memory while nothing waits for it: cards answer without, and are asked again when it has read some. */
export class SentenceReading {
  readonly #encoder: SentenceEncoder;
  readonly #projects: () => readonly Project[];
  readonly #pause: () => Promise<void>;
  readonly #read: (project: Project) => void;
  readonly #tell: (error: Error) => void;
  #running: Promise<void> | undefined;
  #isWanted = false;
  #isOver = false;

  constructor(
    encoder: SentenceEncoder,
    projects: () => readonly Project[],
    pause: () => Promise<void>,
    read: (project: Project) => void,
    tell: (error: Error) => void,
  ) {
    this.#encoder = encoder;
    this.#projects = projects;
    this.#pause = pause;
    this.#read = read;
    this.#tell = tell;
  }

  /** There may be sentences that it has not read. */
  wake(): void {
    this.#isWanted = true;
    this.#running ??= this.#run().finally(() => (this.#running = undefined));
  }

  /** It is asked no more. */
  end(): void {
    this.#isOver = true;
  }

  /** It is asked no more, and what it has read is forgotten. */
  async forget(): Promise<void> {
    this.end();
    for (const project of this.#projects()) {
      await project.sentences.of.forget();
      this.#read(project);
    }
  }

  async #run(): Promise<void> {
    try {
      while (this.#isWanted && !this.#isOver) {
        this.#isWanted = false;
        for (const project of this.#projects()) await this.#readIn(project);
      }
    } catch (error) {
      if (this.#isOver) return;
      this.#isOver = true; // what it has read is kept; one that failed would fail again
      const told = vscode.l10n.t(
        'The encoder of sentences has failed ({0}); what it has not read is compared by its words alone.',
        messageOf(error),
      );
      this.#tell(new Error(told));
    }
  }

  async #readIn(project: Project): Promise<void> {
    // a small folder is read once it is whole
    if (project.reader.isLoading && project.indexed === undefined) return;
    let hasRead = false;
    for (;;) {
      await project.shelf.work();
      const { of, first } = project.sentences;
      const sentences = await of.unread(first);
      if (sentences === undefined || !this.#isAsked(project)) break;
      for (let at = 0; at < sentences.length; at += together) {
        const some = sentences.slice(at, at + together);
        const vectors: unknown = await this.#encoder.encode(some);
        if (!this.#isAsked(project)) return;
        if (!(await of.take(some, vectors))) throw new Error(vscode.l10n.t('its vectors are none'));
      }
      hasRead = true;
      await this.#pause();
    }
    if (hasRead && this.#isAsked(project)) this.#read(project);
  }

  /** Both may have gone while something was waited for. */
  #isAsked(project: Project): boolean {
    return !this.#isOver && this.#projects().includes(project);
  }
}
