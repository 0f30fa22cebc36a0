import type { Analysis } from '../../core/index';

/** An analysis that is made when something of it is first asked for, and, where `find` has let go of it, again. */
export function laterAnalysis(find: () => Analysis): Analysis {
  const later = {
    get quotations() {
      return find().quotations;
    },
    get nested() {
      return find().nested;
    },
    get speakers() {
      return find().speakers;
    },
    get dates() {
      return find().dates;
    },
    get problems() {
      return find().problems;
    },
    get isTranscript() {
      return find().isTranscript;
    },
    get faults() {
      return find().faults;
    },
  } satisfies Record<keyof Analysis, unknown>;
  // an optional property that is there and undefined is as good as absent
  return later as Analysis;
}
