/** Unusable input: one line that says which file and why; the program ends with exit code 2. */
export class Unusable extends Error {}

/** Somebody has pressed Ctrl+C before there was anything to write. */
export class Interrupted extends Error {}

/** 130: ended by Ctrl+C, as shells tell it. */
export type ExitCode = 0 | 1 | 2 | 130;
