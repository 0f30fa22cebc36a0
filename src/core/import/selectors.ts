import { objectOf, objectsOf, countOf, textOf, type JsonObject } from './json';

export interface FoundSelectors {
  readonly exact?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly start?: number;
  readonly end?: number;
}

/** The quote and position selectors of a W3C target, also where one refines another. */
export function selectorsOf(target: JsonObject): FoundSelectors {
  let found: FoundSelectors = {};
  // a selector may refine a selector that refines a selector: as deep as the file says, so no recursion
  const waiting = [...objectsOf(target.selector)];
  for (const selector of waiting) {
    const type = textOf(selector.type);
    // as Recogito's annotator keeps it for itself: words and place in one, without a type
    if (type === undefined && textOf(selector.quote) !== undefined) found = { ...found, exact: textOf(selector.quote) ?? '' };
    if (type === 'TextQuoteSelector') {
      const [exact, prefix, suffix] = [textOf(selector.exact), textOf(selector.prefix), textOf(selector.suffix)];
      found = {
        ...found,
        ...(exact !== undefined && { exact }),
        ...(prefix !== undefined && { prefix }),
        ...(suffix !== undefined && { suffix }),
      };
    } else if (type === 'TextPositionSelector') {
      const [start, end] = [countOf(selector.start), countOf(selector.end)];
      if (start !== undefined && end !== undefined) found = { ...found, start, end };
    }
    const refined = objectOf(selector.refinedBy);
    if (refined) waiting.push(refined);
  }
  return found;
}
