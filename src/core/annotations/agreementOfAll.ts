import type { Span } from '../text/span';
import type { Unit } from './agreement';
import { expectedDisagreement, observedDisagreement, united } from './unitizing';

/** What several people have marked in one text, in one order of people. */
export interface TextMarkedByAll {
  readonly length: number;
  readonly units: readonly (readonly Unit[])[];
}

export interface AlphaOfType {
  readonly type: string;
  /** How many units each person has. */
  readonly counts: readonly number[];
  /** Krippendorff's alpha for unitizing over all of them; absent where it is not defined. */
  readonly alpha?: number;
}

/**
 * Agreement of two people or more by Krippendorff's alpha for unitizing ("Measuring the reliability of qualitative text analysis data",
 * 2004), with the texts laid end to end: for each type of annotation, and for all types together.
 */
export function agreementOfAll(texts: readonly TextMarkedByAll[]): { readonly types: readonly AlphaOfType[]; readonly alpha?: number } {
  const people = texts[0]?.units.length ?? 0;
  const types = [...new Set(texts.flatMap(({ units }) => units.flatMap((own) => own.map(({ type }) => type))))].sort();
  let [observed, expected] = [0, 0];
  const measured = types.map((type): AlphaOfType => {
    const line: Span[][] = Array.from({ length: people }, () => []);
    const counts = Array.from({ length: people }, () => 0);
    let from = 0;
    for (const { length, units } of texts) {
      for (const [person, own] of units.entries()) {
        const ofType = own.filter((unit) => unit.type === type).toSorted((a, b) => a.start - b.start || a.end - b.end);
        counts[person] = (counts[person] ?? 0) + ofType.length;
        for (const { start, end } of united(ofType)) line[person]?.push({ start: start + from, end: end + from });
      }
      from += length;
    }
    const [here, chance] = [observedDisagreement(line, from), expectedDisagreement(line, from)];
    observed += here;
    expected += chance;
    return { type, counts, ...(chance > 0 && { alpha: 1 - here / chance }) };
  });
  return { types: measured, ...(expected > 0 && { alpha: 1 - observed / expected }) };
}
