import * as vscode from 'vscode';
import type { InArchive, Span } from '../../core/index';
import type * as engine from '../../engine/index';
import type { Archive } from '../archive/index';
import type { ArticleState } from '../articles/index';
import { archiveSettings, type ArchiveSettings } from '../files/index';
import { turn } from './timers';

/** Asking search engines, which is loaded with the first question. */
export type LoadEngine = () => Promise<Pick<typeof engine, 'openArchive' | 'authorisation' | 'LikelyArticles'>>;

/** Milliseconds that a card waits for the archive. */
const patience = 2000;
const naming = {
  login: 'secondSource.signInToArchive',
  index: 'secondSource.archive.index',
  fields: 'secondSource.archive.fields',
};

/** The archive that a person has set, as long as the settings and the login stay the same. */
export class ArchiveAccess implements vscode.Disposable {
  readonly #secrets: vscode.SecretStorage;
  readonly #engine: LoadEngine | undefined;
  readonly #wordnet: () => Promise<Uint8Array | undefined>;
  readonly #signedInElsewhere: vscode.Disposable;
  #opened: { readonly key: string; readonly archive: Promise<Archive> } | undefined;

  /** `engine`: undefined in the browser, from which no archive is asked. */
  constructor(secrets: vscode.SecretStorage, engine: LoadEngine | undefined, wordnet: () => Promise<Uint8Array | undefined>) {
    this.#secrets = secrets;
    this.#engine = engine;
    this.#wordnet = wordnet;
    this.#signedInElsewhere = secrets.onDidChange(() => (this.#opened = undefined));
  }

  /** What the archive has of a passage; undefined where none is set. Never throws. */
  async ask(of: Pick<ArticleState, 'article' | 'analysis'>, span: Span, cancel: vscode.CancellationToken): Promise<InArchive | undefined> {
    const settings = archiveSettings();
    if (settings === undefined) return undefined;
    if (this.#engine === undefined) return { kind: 'unasked', why: 'browser' };
    if (!vscode.workspace.isTrusted) return { kind: 'unasked', why: 'untrusted' };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const waited = new Promise((resolve) => (timer = setTimeout(resolve, patience)));
    try {
      return await (await this.#archive(settings, this.#engine)).ask(of, span, waited, cancel);
    } finally {
      clearTimeout(timer);
    }
  }

  /** The articles that were found in the archive that was asked last. */
  async documents(): Promise<Archive['documents'] | undefined> {
    return (await this.#opened?.archive)?.documents;
  }

  /** Keeps a login for the addresses that are set now, and finds out whether the archive answers with it. Throws where it does not. */
  async signIn(login: string): Promise<void> {
    const settings = archiveSettings();
    const door = await this.#engine?.();
    if (settings === undefined || door === undefined) return;
    const value = door.authorisation(login, 'login') ?? '';
    await door.openArchive({ ...settings, login: value }, undefined, naming);
    await this.#secrets.store(keyOf(settings), value);
    this.#opened = undefined;
  }

  async signOut(): Promise<void> {
    const settings = archiveSettings();
    if (settings) await this.#secrets.delete(keyOf(settings));
    this.#opened = undefined;
  }

  /** A trusted window of the desktop or of a server may ask; elsewhere the reason why not. */
  get obstacle(): string | undefined {
    if (this.#engine === undefined) return vscode.l10n.t('The archive is not asked: not in the browser');
    if (!vscode.workspace.isTrusted) return vscode.l10n.t('The archive is not asked: this workspace is not trusted');
    if (archiveSettings() === undefined) return vscode.l10n.t('No archive is set: secondSource.archive.url names its address.');
    return undefined;
  }

  #archive(settings: ArchiveSettings, engine: LoadEngine): Promise<Archive> {
    const { url, index, fields } = settings;
    const key = JSON.stringify([url, index, fields]);
    if (this.#opened?.key !== key) this.#opened = { key, archive: this.#load(settings, engine) };
    return this.#opened.archive;
  }

  async #load(settings: ArchiveSettings, engine: LoadEngine): Promise<Archive> {
    const { Archive } = await import('../archive/index');
    const open = async () => {
      const [door, login, wordnet] = await Promise.all([engine(), this.#secrets.get(keyOf(settings)), this.#wordnet()]);
      return new door.LikelyArticles(await door.openArchive({ ...settings, login }, wordnet, naming), wordnet, turn);
    };
    return new Archive(`${settings.url}${settings.index === undefined ? '' : ` (${settings.index})`}`, open);
  }

  dispose(): void {
    this.#signedInElsewhere.dispose();
  }
}

/** A login is sent to the addresses that it was given for, and to no other that is set later. */
function keyOf({ url }: ArchiveSettings): string {
  return `archive ${url}`;
}
