import { Readability } from '@mozilla/readability';
import { sourceAttribute } from './pageBlocks';

/** What Readability says of a page whose text elements are numbered: of each, how many characters it takes for the article. */
export interface Votes {
  readonly characters: ReadonlyMap<number, number>;
  readonly title: string | undefined;
  readonly byline: string | undefined;
}

/** Readability tries again with more of the page while it has found fewer characters. */
const enough = 500;

/** `undefined` where Readability finds nothing. Changes the document. */
export function readabilityVotes(document: Document): Votes | undefined {
  const reader = new Readability<Node>(document, {
    charThreshold: enough,
    disableJSONLD: true,
    serializer: (node) => node,
  });
  const found = reader.parse();
  if (!found?.content) return undefined;
  const characters = new Map<number, number>();
  countText(found.content, -1, characters);
  return { characters, title: found.title ?? undefined, byline: found.byline ?? undefined };
}

function countText(node: Node, source: number, characters: Map<number, number>): void {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === 3) {
      const { length } = (child as Text).data;
      if (source >= 0) characters.set(source, (characters.get(source) ?? 0) + length);
    } else if (child.nodeType === 1) {
      const own = (child as Element).getAttribute(sourceAttribute);
      countText(child, own === null ? source : Number(own), characters);
    }
  }
}
