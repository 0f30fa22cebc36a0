import { LinkedPassages } from '../annotations/linked';
import type { Corroborations } from '../annotations/model';
import type { Perhaps } from '../corpus/across/perhaps';
import type { BareCorpus } from '../corpus/bareCorpus';
import type { Conflict, Match, Origin, Passage } from '../corpus/model';
import type { Registry } from '../text/metadata/registry';
import type { StatementFolder, StatementSource } from './folder';
import { type Item, itemsOf, type SpeakerName } from './item';
import { openConflicts } from './openConflicts';
import { outletOf } from './outlets';
import { JoinedSpeakers } from './speakers';

/** What a person has decided about several articles together. */
export type Decided = Pick<Corroborations, 'links' | 'conflicts'>;

/** What statements ask of a corpus. */
export type StatementCorpus = Pick<BareCorpus, 'match' | 'perhaps' | 'originsOf' | 'conflicts'>;

type Given = Omit<StatementSource, 'items'>;

/** An article that was handed in; what stands in it is found when it is asked for. */
export class HeldSource<G extends Given = Given> implements StatementSource {
  readonly given: G;
  readonly #registry: Registry;
  #items: readonly Item[] | undefined;

  constructor(given: G, registry: Registry) {
    this.given = given;
    this.#registry = registry;
  }

  get path() {
    return this.given.path;
  }

  get article() {
    return this.given.article;
  }

  get analysis() {
    return this.given.analysis;
  }

  get placed() {
    return this.given.placed;
  }

  get changed() {
    return this.given.changed;
  }

  get items(): readonly Item[] {
    return (this.#items ??= itemsOf(this.article.raw, this.analysis, this.placed, this.#registry));
  }
}

/** Articles in memory with the corpus that answers for them. */
export class CorpusFolder<G extends Given = Given> implements StatementFolder<HeldSource<G>> {
  readonly sources: readonly HeldSource<G>[];
  readonly registry: Registry;
  readonly linked: LinkedPassages;
  readonly #corpus: StatementCorpus;
  readonly #decided: Decided;
  readonly #byUri: ReadonlyMap<string, HeldSource<G>>;
  #conflicts: readonly Conflict[] | undefined;
  #speakers: JoinedSpeakers | undefined;

  constructor(given: readonly G[], corpus: StatementCorpus, registry: Registry, decided: Decided = { links: [], conflicts: [] }) {
    this.sources = given.map((source) => new HeldSource(source, registry));
    this.registry = registry;
    this.#corpus = corpus;
    this.#decided = decided;
    this.#byUri = new Map(this.sources.map((source) => [source.article.uri, source]));
    const byPath = new Map(this.sources.map((source) => [source.path, source]));
    this.linked = new LinkedPassages(decided.links, (path) => byPath.get(path));
  }

  stateOf(uri: string): HeldSource<G> | undefined {
    return this.#byUri.get(uri);
  }

  statesAround(): readonly HeldSource<G>[] {
    return this.sources;
  }

  matches(passage: Passage): readonly Match[] {
    return this.#corpus.match(passage);
  }

  perhaps(passage: Passage): readonly Perhaps[] {
    return this.#corpus.perhaps(passage);
  }

  originsOf(passage: Passage, corroborating: readonly Match[]): readonly Origin[] {
    return this.#corpus.originsOf(passage, corroborating);
  }

  conflicts(): readonly Conflict[] {
    return (this.#conflicts ??= openConflicts(this.#corpus.conflicts(), this.#decided.conflicts, this.linked, this.#nameOf()));
  }

  speakerKey({ article }: HeldSource<G>, speaker: SpeakerName): string {
    return this.speakers.keyOf(article.uri, speaker);
  }

  get speakers(): JoinedSpeakers {
    return (this.#speakers ??= new JoinedSpeakers(this.sources));
  }

  #nameOf(): (path: string) => string {
    const names = new Map(this.sources.map(({ path, article }) => [path, outletOf(article, this.registry)?.name]));
    return (path) => names.get(path) ?? path;
  }
}
