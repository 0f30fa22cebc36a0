/** Unusable input: one line that says which file and why; the program ends with exit code 2. */
export class Unusable extends Error {}

export type ExitCode = 0 | 1 | 2;
