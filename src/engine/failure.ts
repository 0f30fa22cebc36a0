/** What cannot be had of an engine, or cannot be asked for as it was named, in one line. */
export class EngineFailure extends Error {
  /** Whether another node, or the same one later, may answer. */
  readonly isPassing: boolean;

  constructor(message: string, isPassing = false) {
    super(message);
    this.isPassing = isPassing;
  }
}

/** An answer over what is read at most. */
export class TooLarge extends EngineFailure {}

/** What answers at the address is something else. */
export function strange(name: string): EngineFailure {
  return new EngineFailure(`${name}: does not answer as OpenSearch or Elasticsearch 7.10 and later do`);
}
