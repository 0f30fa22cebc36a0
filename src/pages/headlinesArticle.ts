import { articleAround, headingLevel, isWithin } from './blockForm';
import type { BlockText } from './blockText';
import type { Box } from './pageBlocks';

/** The element for an article that the page's first main heading stands in, where it has words enough. */
export function headlinesArticle(all: readonly BlockText[]): Box | undefined {
  const headline = all.find((each) => headingLevel(each) === 1);
  const at = articleAround(headline?.block.box);
  let words = 0;
  for (const each of all) if (each.vote >= 0.5 && isWithin(each.block.box, at)) words += each.words;
  return at && words >= 50 ? at : undefined;
}
