import type { VersionChange } from './model';
import type { WordRange } from './versionWords';

/** A change as ranges of words of the two versions. Where something was taken out, `at` is the word before which it stood. */
export interface Change {
  readonly kind: VersionChange['kind'];
  readonly before?: WordRange | undefined;
  readonly after?: WordRange | undefined;
  readonly at?: number;
}
