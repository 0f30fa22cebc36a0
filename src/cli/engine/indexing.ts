import { createHash } from 'node:crypto';
import { engineVersion } from '../../core/index';
import { type Action, EngineFailure, mostText } from '../../engine/index';
import type { ArchiveArticle } from '../archiveReader';
import type { Unread } from '../indexReaders';
import { warn } from '../output';
import type { Steps } from '../steps';
import type { EngineArchive } from './engineArchive';

/** Articles that are sent at once, and characters after which no more are waited for: engines on busy machines do not manage more in time. */
const BULK = 250;
const BULK_TEXT = 4e6;

/** Does the work of one run over an archive that is kept in a search engine. Nothing is lost by ending it: it goes on where it was. */
export class EngineIndexing {
  readonly #to: EngineArchive;
  /** Its name there: what it no longer has is deleted, what other archives have stays. */
  readonly #archive: string;
  readonly #steps: Steps;
  #read = 0;
  #kept = 0;
  #refused = 0;
  /** Articles that were there already, as they are or otherwise. */
  #met = 0;
  #sending: Promise<void> = Promise.resolve();

  constructor(to: EngineArchive, archive: string, steps: Steps) {
    this.#to = to;
    this.#archive = archive;
    this.#steps = steps;
  }

  async run(articles: AsyncIterable<ArchiveArticle>): Promise<string> {
    const present = new Set<string>();
    try {
      let batch: Unread[] = [];
      let size = 0;
      for await (const { uri, path, text, set } of articles) {
        if (text.length > mostText) {
          warn(`${uri}: is over 2 MB and left out`);
          continue;
        }
        present.add(uri);
        const content = JSON.stringify([path, text, set]);
        const stamp = `${engineVersion}-${createHash('sha256').update(content).digest('base64url').slice(0, 16)}`;
        batch.push({ uri, path, text, set, stamp });
        size += text.length;
        await this.#steps.done();
        if (batch.length < BULK && size < BULK_TEXT) continue;
        await this.#put(batch);
        batch = [];
        size = 0;
      }
      await this.#put(batch);
      await this.#sending;
      await this.#to.refresh();
      const gone = await this.#dropOthers(present);
      if (this.#refused === 0) await this.#to.sign();
      return `${await this.#to.size()} articles (${this.#read} read, ${this.#kept} unchanged, ${gone} gone) in ${this.#to.name}`;
    } finally {
      this.#steps.end();
    }
  }

  /** Reads what is new or has changed while the batch before is on its way. */
  async #put(batch: readonly Unread[]): Promise<void> {
    if (batch.length === 0) return;
    const known = await this.#to.stamps(batch.map(({ uri }) => uri));
    const unread = batch.filter(({ uri, stamp }) => known.get(uri) !== stamp);
    this.#kept += batch.length - unread.length;
    this.#read += unread.length;
    this.#met += known.size;
    const actions = await Promise.all(unread.map((article) => this.#to.putting(article, this.#archive)));
    await this.#sending;
    this.#sending = this.#send(actions);
    // Heard at the next wait; until then it is nobody's.
    this.#sending.catch(() => undefined);
  }

  async #send(actions: readonly Action[]): Promise<void> {
    const reasons = await this.#to.write(actions);
    this.#refused += reasons.length;
    if (reasons.length > 0) warn(`${this.#to.name}: ${reasons.length} articles were refused: ${reasons[0]}`);
  }

  /** Deletes what the archive no longer has; returns how many articles that were. */
  async #dropOthers(present: ReadonlySet<string>): Promise<number> {
    let gone = 0;
    let actions: Action[] = [];
    const drop = async () => {
      const reasons = await this.#to.write(actions);
      if (reasons.length > 0) throw new EngineFailure(`${this.#to.name}: nothing can be deleted: ${reasons[0]}`);
      gone += actions.length;
      actions = [];
    };
    const others: Action[] = [];
    for await (const { uri, deleting } of this.#to.articles(this.#archive)) if (!present.has(uri)) others.push(deleting);
    // An archive that shares nothing with what is there is another one, or an empty folder that was named by mistake.
    if (others.length > 0 && this.#met === 0) {
      warn(`${this.#to.name}: holds ${others.length} articles of another archive that is named ${this.#archive}, too; they stay`);
      return 0;
    }
    for (const deleting of others) if (actions.push(deleting) === BULK) await drop();
    if (actions.length > 0) await drop();
    if (gone > 0) await this.#to.refresh();
    return gone;
  }
}
