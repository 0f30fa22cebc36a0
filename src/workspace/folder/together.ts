import {
  type BareCorpus,
  type Conflict,
  gatherStatement,
  type InArchive,
  type Item,
  type Link,
  LinkedPassages,
  type Match,
  openConflicts,
  type Origin,
  type Passage,
  type Perhaps,
  type Registry,
  type Row,
  type Span,
  type SpeakerName,
  type Statement,
  type StatementFolder,
  StatementTable,
} from '../../core/index';
import { type ArticleShelf, type ArticleState, labelOf } from '../articles/index';
import type { YamlFiles } from '../files/index';
import type { FolderIndex, FoundFault } from './folderIndex';
import type { Versions } from './versions';

/** What the articles of a folder say together: in a small folder all is here, in a large one what was fetched of its index. */
export class Together implements StatementFolder<ArticleState> {
  readonly #shelf: ArticleShelf;
  readonly #yaml: YamlFiles;
  readonly #index: FolderIndex;
  readonly #versions: Versions;
  readonly #stateAt: (path: string) => ArticleState | undefined;
  readonly #pause: () => Promise<boolean>;
  readonly #isLoading: () => boolean;
  #linked: { readonly links: readonly Link[]; readonly passages: LinkedPassages } | undefined;

  constructor(
    shelf: ArticleShelf,
    yaml: YamlFiles,
    index: FolderIndex,
    versions: Versions,
    stateAt: (path: string) => ArticleState | undefined,
    pause: () => Promise<boolean>,
    isLoading: () => boolean,
  ) {
    this.#shelf = shelf;
    this.#yaml = yaml;
    this.#index = index;
    this.#versions = versions;
    this.#stateAt = stateAt;
    this.#pause = pause;
    this.#isLoading = isLoading;
  }

  get isReading(): boolean {
    return this.#isLoading();
  }

  /**
   * What the folder knows of a passage. In a large folder the answers are fetched from the index first; of a small one everything is in
   * memory. `archived`: what an archive beyond the folder is being asked meanwhile.
   */
  async statementAt(
    state: ArticleState,
    span: Span,
    item?: Item,
    archived?: Promise<InArchive | undefined>,
  ): Promise<Statement<ArticleState>> {
    await this.#versions.fetch([state.uri]);
    const indexed = this.#index.current;
    if (indexed) {
      const { passage } = gatherStatement(this, state, span);
      await this.fetch(state, passage);
      const { traced } = gatherStatement(this, state, span);
      const matches = traced.map(({ match }) => match);
      await indexed.answers.fetchOrigins(state.path, passage, matches);
    }
    return gatherStatement(this, state, span, item, await archived);
  }

  /** The statements of some articles and where each article has them. Asks for every quotation, so hand in a few articles, not an archive. */
  async rowsOf(articles: readonly ArticleState[]): Promise<readonly Row<ArticleState>[]> {
    const table = new StatementTable<ArticleState>();
    for (const said of StatementTable.order(articles))
      if (!table.has(said)) table.put(await this.statementAt(said.state, said.item.span, said.item));
    return table.rows();
  }

  /** Over the articles in memory: all of a small folder. */
  get corpus(): BareCorpus {
    return this.#shelf.together.corpus;
  }

  get registry(): Registry {
    return this.#yaml.registry;
  }

  stateOf(uri: string): ArticleState | undefined {
    return this.#shelf.state(uri);
  }

  /** Every article that is listed, in the order of the paths: in a large folder those that are open or annotated. */
  states(): readonly ArticleState[] {
    const states = this.#shelf.states();
    return this.#index.current === undefined ? states : states.filter(({ article }) => this.#shelf.isListed(article.uri));
  }

  /** The articles among which one is looked at: in a large folder those of its event, as they were fetched last. */
  statesAround(state: ArticleState): readonly ArticleState[] {
    const indexed = this.#index.current;
    if (indexed === undefined) return this.states();
    const near = new Set([...indexed.answers.near(state.article.uri), state.article.uri]);
    return this.#shelf.states().filter(({ article }) => near.has(article.uri));
  }

  /** What the engine takes for renderings in other articles, best first; in a large folder what was fetched. */
  matches(query: Passage): readonly Match[] {
    const indexed = this.#index.current;
    if (indexed) return indexed.answers.matches(query);
    this.#shelf.refresh();
    return this.corpus.match(query);
  }

  perhaps(query: Passage): readonly Perhaps[] {
    const indexed = this.#index.current;
    if (indexed) return indexed.answers.perhaps(query);
    this.#shelf.refresh();
    return this.corpus.perhaps(query);
  }

  originsOf(query: Passage, matches: readonly Match[]): readonly Origin[] {
    return this.#index.current?.answers.originsOf(query) ?? this.corpus.originsOf(query, matches);
  }

  /** Equal for one speaker in two articles. */
  speakerKey({ article }: ArticleState, speaker: SpeakerName): string {
    this.#shelf.refresh();
    return this.#shelf.together.speakers.keyOf(article.uri, speaker);
  }

  /** The fullest name that the articles have for a speaker. */
  speakerName({ article }: ArticleState, { id, name, registered }: SpeakerName): string {
    this.#shelf.refresh();
    return registered ? name : (this.#shelf.together.speakers.nameOf(article.uri, id) ?? name);
  }

  /** What people have linked, and what they have said not to belong together; this goes before the engine. */
  get linked(): LinkedPassages {
    const { links } = this.#yaml.corroborations;
    if (this.#linked?.links !== links) this.#linked = { links, passages: new LinkedPassages(links, this.#stateAt) };
    return this.#linked.passages;
  }

  /** Contradictions, a person's first, that nobody has explained or dismissed yet; over 20 articles those of the open ones. */
  conflicts(): readonly Conflict[] {
    this.#shelf.refresh();
    const found = (this.#index.current?.answers ?? this.#shelf.together).conflicts();
    return openConflicts(found, this.#yaml.corroborations.conflicts, this.linked, (path) => {
      const state = this.#stateAt(path);
      return state ? labelOf(state) : path;
    });
  }

  /** Where the program has failed, over reading an article or comparing it, in this window or in its worker; each once. */
  faults(): readonly FoundFault[] {
    const read = this.states().flatMap(({ uri, faults }) => faults.map((fault) => ({ uri: uri.toString(), fault })));
    const all = [...read, ...this.#shelf.together.faults, ...this.#index.faults];
    return [...new Map(all.map((found) => [`${found.uri} ${found.fault.what}`, found])).values()];
  }

  /** Whether contradictions are known between all articles, and nobody has to fetch them. */
  get hasAllConflicts(): boolean {
    return this.#index.current === undefined && this.#shelf.together.isCompared;
  }

  // --- fetching; a small folder has everything here

  /** Lets `matches` and `statesAround` answer for a passage. */
  async fetch(state: ArticleState, query: Passage): Promise<void> {
    const indexed = this.#index.current;
    if (indexed) await this.#shelf.holdAll(await indexed.answers.fetch(state.path, query));
  }

  /** Lets `conflicts` answer for the open articles as they are now. */
  async fetchConflicts(): Promise<void> {
    const open = this.states().filter(({ uri }) => this.#shelf.entry(uri)?.document !== undefined);
    const indexed = this.#index.current;
    if (indexed) await this.#shelf.holdAll(await indexed.answers.fetchConflicts(open));
    else
      await this.#shelf.together.compare(
        open.map(({ article }) => article.uri),
        this.#pause,
      );
  }

  /** Articles that may hold some words: all of a small folder. */
  async find(words: string): Promise<readonly ArticleState[]> {
    const indexed = this.#index.current;
    if (indexed === undefined || words.trim() === '') return this.states();
    const keys = await indexed.answers.find(words);
    await this.#shelf.holdAll(keys);
    return [...new Set([...keys.flatMap((key) => this.#shelf.state(key) ?? []), ...this.states()])];
  }
}
