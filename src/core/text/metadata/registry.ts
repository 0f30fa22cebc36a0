/** What a person has registered for a folder in `second-source.yaml`; the core only reads it. */
export interface Registry {
  readonly outlets: readonly OutletEntry[];
  readonly speakers: readonly SpeakerEntry[];
  /** Globs of the files that are articles; empty means the host's default. */
  readonly articles: readonly string[];
}

export interface OutletEntry {
  readonly id: string;
  readonly name: string;
  /** Globs over the article's relative path, or host names of its URL. */
  readonly match: readonly string[];
}

export interface SpeakerEntry {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly roles: readonly string[];
}

export const emptyRegistry: Registry = { outlets: [], speakers: [], articles: [] };
