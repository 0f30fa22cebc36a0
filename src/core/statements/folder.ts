import type { Analysis } from '../analysis/index';
import type { LinkedPassages } from '../annotations/linked';
import type { Placed } from '../annotations/model';
import type { Perhaps } from '../corpus/across/perhaps';
import type { Conflict, Match, Origin, Passage } from '../corpus/model';
import type { Article } from '../text/article';
import type { Registry } from '../text/metadata/registry';
import type { ChangedSince } from '../versions/index';
import type { Item, SpeakerName } from './item';

/** An article as a folder has it: what was found in it and what was decided about it. */
export interface StatementSource {
  /** Below the folder, '/' separated. */
  readonly path: string;
  readonly article: Article;
  readonly analysis: Analysis;
  readonly placed: readonly Placed[];
  /** In reading order. */
  readonly items: readonly Item[];
  /** What its outlet has changed since an earlier version, where that is known. */
  readonly changed?: ChangedSince | undefined;
}

/**
 * What gathering a statement asks of a folder: one in memory answers from its corpus, an indexed one from what was fetched for
 * the passage.
 */
export interface StatementFolder<S extends StatementSource = StatementSource> {
  readonly registry: Registry;
  /** While the folder is read for the first time, and nobody knows what its other articles have. */
  readonly isReading?: boolean;
  /** What people have linked. */
  readonly linked: LinkedPassages;
  /** By the article's uri; undefined for one that is not here. */
  stateOf(uri: string): S | undefined;
  /** The articles among which one is looked at, itself included. */
  statesAround(source: S): readonly S[];
  /** What the engine takes for renderings in other articles, best first. */
  matches(passage: Passage): readonly Match[];
  /** Where articles in other languages perhaps tell the same, at most three places. */
  perhaps(passage: Passage): readonly Perhaps[];
  /** Behind a passage and the renderings that bear it out. */
  originsOf(passage: Passage, corroborating: readonly Match[]): readonly Origin[];
  /** Contradictions that nobody has explained or dismissed, a person's first. */
  conflicts(): readonly Conflict[];
  /** Equal for one speaker in two articles. */
  speakerKey(source: S, speaker: SpeakerName): string;
}
