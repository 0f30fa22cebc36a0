import type { Span } from '../text/span';

/** A span of one article. */
export interface Passage extends Span {
  readonly uri: string;
}

/** `contradicts`: a person, or a conflict of the two passages, says so. */
export type Relation = 'verbatim' | 'trimmed' | 'retranslated' | 'indirect' | 'contradicts';
/** What a reader is told of each; files for programs have the terms. */
export const relationNames: Readonly<Record<Relation, string>> = {
  verbatim: 'same words',
  trimmed: 'shorter or longer',
  retranslated: 'other words',
  indirect: 'reported',
  contradicts: 'contradicts',
};
export type Level = 'match' | 'possible';

/** A passage of another article that renders the same statement. */
export interface Match extends Passage {
  /** 0 to 1; comparable between matches of one query. */
  readonly score: number;
  readonly level: Level;
  readonly relation: Relation;
  readonly because: readonly Reason[];
}

/** What speaks for a match (or, negative, against it): for the card that explains itself. `sense`: what the one leaves open, limits or doubts. */
export interface Reason {
  readonly kind: 'words' | 'names' | 'number' | 'date' | 'speaker' | 'order' | 'sense';
  readonly text: string;
  readonly against?: boolean;
}

/** Renderings or articles that go back to one source or one text. */
export interface Origin {
  readonly id: string;
  readonly kind: 'copy' | 'partial-copy' | 'shared-source' | 'rewrite' | 'own';
  readonly reason: string;
  readonly uris: readonly string[];
}

export interface Conflict {
  /** `contradiction`: a person has said that the passages contradict each other; no engine says so. */
  readonly kind:
    'number' | 'date' | 'duration' | 'speaker' | 'wording' | 'name' | 'state' | 'impossible-date' | 'weekday-mismatch' | 'contradiction';
  /** `differs`: a reader may want to know; both may be true, or tell of two things. Without it, a conflict. */
  readonly level?: 'conflict' | 'differs';
  readonly message: string;
  readonly passages: readonly Passage[];
  /** What each of them gives, lowest and highest, where they count or measure one thing. */
  readonly values?: readonly (readonly [low: number, high: number])[];
  /** Stable over edits elsewhere, so that a person's decision stays with it. */
  readonly key: string;
  /** Under which decisions of earlier versions may stand. */
  readonly formerKey?: string;
}

/** One run of a word-level difference between two renderings, in reading order of both. */
export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}
