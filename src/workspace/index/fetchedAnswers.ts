import * as vscode from 'vscode';
import type { Article, Conflict, Match, Origin, Passage, Perhaps } from '../../core/index';
import { pathBelow } from '../files/index';
import type { Line } from '../worker/index';
import type { IndexCalls } from './indexServer';

/** Passages whose renderings are remembered. */
const mostLooks = 400;

interface Look {
  readonly matches: readonly Match[];
  readonly perhaps: readonly Perhaps[];
  readonly near: readonly string[];
  readonly origins?: readonly Origin[];
}

/** What the worker's index has answered: fetched when somebody looks, and then here at once. */
export class FetchedAnswers {
  readonly #root: vscode.Uri;
  readonly #line: () => Promise<Line<IndexCalls>>;
  /** Another text once the index has changed. */
  readonly #asOf: () => string;
  /** Told when the worker has looked at articles. */
  readonly #looked: () => void;
  readonly #looks = new Map<string, Look>();
  readonly #conflicts = new Map<string, { readonly asOf: string; readonly conflicts: readonly Conflict[] }>();
  #near: ReadonlyMap<string, readonly string[]> = new Map();

  constructor(root: vscode.Uri, line: () => Promise<Line<IndexCalls>>, asOf: () => string, looked: () => void) {
    this.#root = root;
    this.#line = line;
    this.#asOf = asOf;
    this.#looked = looked;
  }

  /** Renderings as they were fetched last; nothing for what was not. */
  matches(query: Passage): readonly Match[] {
    return this.#looks.get(keyOf(query))?.matches ?? [];
  }

  /** Where other languages perhaps have it, as it was fetched last. */
  perhaps(query: Passage): readonly Perhaps[] {
    return this.#looks.get(keyOf(query))?.perhaps ?? [];
  }

  originsOf(query: Passage): readonly Origin[] {
    return this.#looks.get(keyOf(query))?.origins ?? [];
  }

  /** The articles of an article's event, as they were fetched last. */
  near(key: string): readonly string[] {
    return this.#near.get(key) ?? [];
  }

  conflicts(): readonly Conflict[] {
    const all = [...this.#conflicts.values()].flatMap(({ conflicts }) => conflicts);
    return [...new Map(all.map((conflict) => [conflict.key, conflict])).values()];
  }

  /** Fetches the renderings of a passage; returns the articles that belong to the answer. */
  async fetch(path: string, query: Passage): Promise<readonly string[]> {
    const line = await this.#line();
    const found = await line.call('render', path, { start: query.start, end: query.end });
    this.#looked();
    const matches = (found?.matches ?? []).map((match) => ({ ...match, uri: this.#keyOf(match.uri) }));
    const perhaps = (found?.perhaps ?? []).map((place) => ({ ...place, uri: this.#keyOf(place.uri) }));
    const near = (found?.near ?? []).map((path) => this.#keyOf(path));
    this.#looks.delete(keyOf(query));
    this.#looks.set(keyOf(query), { matches, perhaps, near });
    for (const oldest of this.#looks.keys()) {
      if (this.#looks.size <= mostLooks) break;
      this.#looks.delete(oldest);
    }
    this.#near = new Map([...[...this.#near].filter(([key]) => key !== query.uri).slice(-5), [query.uri, near]]);
    return [...new Set([...[...matches, ...perhaps].map(({ uri }) => uri), ...near])];
  }

  async fetchOrigins(path: string, query: Passage, matches: readonly Match[]): Promise<void> {
    const line = await this.#line();
    const inWorker = matches.map((match) => ({ ...match, uri: pathOf(this.#root, vscode.Uri.parse(match.uri)) }));
    const found = await line.call('origins', path, { start: query.start, end: query.end }, inWorker);
    const look = this.#looks.get(keyOf(query));
    const origins = found.map((origin) => ({ ...origin, uris: origin.uris.map((path) => this.#keyOf(path)) }));
    if (look) this.#looks.set(keyOf(query), { ...look, origins });
  }

  /** Fetches what contradicts the given articles, where something has changed since the last time; returns articles to be shown with it. */
  async fetchConflicts(open: readonly { readonly path: string; readonly article: Article }[]): Promise<readonly string[]> {
    const wanted = new Set(open.map(({ article }) => article.uri));
    for (const key of this.#conflicts.keys()) if (!wanted.has(key)) this.#conflicts.delete(key);
    for (const { article, path } of open) {
      const asOf = `${article.version} ${this.#asOf()}`;
      if (this.#conflicts.get(article.uri)?.asOf === asOf) continue;
      const line = await this.#line();
      const conflicts = await line.call('conflicts', path);
      this.#looked();
      const placed = conflicts.map((conflict) => ({
        ...conflict,
        passages: conflict.passages.map((passage) => ({ ...passage, uri: this.#keyOf(passage.uri) })),
      }));
      this.#conflicts.set(article.uri, { asOf, conflicts: placed });
    }
    return [...new Set(this.conflicts().flatMap(({ passages }) => passages.map(({ uri }) => uri)))];
  }

  /** Articles that most likely hold some words. */
  async find(text: string): Promise<readonly string[]> {
    const paths = await (await this.#line()).call('find', text);
    return paths.map((path) => this.#keyOf(path));
  }

  #keyOf(path: string): string {
    return vscode.Uri.joinPath(this.#root, path).toString();
  }
}

/** As the index calls an article of the folder. */
export function pathOf(root: vscode.Uri, uri: vscode.Uri): string {
  return pathBelow(root, uri) ?? uri.path;
}

function keyOf({ uri, start, end }: Passage): string {
  return `${start} ${end} ${uri}`;
}
