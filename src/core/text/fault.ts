/** A fault of the program over one article: it costs what could not be done there, and nothing else. */
export interface Fault {
  /** What could not be done. */
  readonly what: string;
  /** The error and where it was thrown, for who mends it. */
  readonly message: string;
}

/** Does something for one article; where that throws, `instead`, and the fault is told. */
export function attempt<T>(what: string, act: () => T, instead: () => T, tell: (fault: Fault) => void): T {
  try {
    return act();
  } catch (error) {
    tell({ what, message: error instanceof Error ? `${error.message}${placeIn(error.stack)}` : String(error) });
    return instead();
  }
}

/** The first place of a stack, without the folders of whoever's machine it is. */
function placeIn(stack: string | undefined): string {
  const [, place] = /\n\s+at ([^\n]+)/.exec(stack ?? '') ?? [];
  return place === undefined ? '' : ` at ${place.replace(/[^\s(),]*[\\/]/g, '')}`;
}
