/**
 * What a reader reads of an article: the raw text without front matter, tags, link targets and markers,
 * entities decoded, hard-wrapped lines joined, with a monotone map back to `raw`.
 *
 * The map is a list of runs. Run i covers prose[runs[3i], runs[3i+3]) and stands at raw[runs[3i+1], …).
 * `runs[3i+2]` is the raw length of the run: equal to the prose length where the text was copied,
 * different where one was put for the other (an entity, a line end for a space).
 */
export interface Prose {
  readonly text: string;
  /** Flat triples: prose start, raw start, raw length; ordered by prose start. */
  readonly runs: Int32Array;
}
