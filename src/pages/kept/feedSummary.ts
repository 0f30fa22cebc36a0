import { type KeptFacts, xmlText } from './markup';

/** An item of a feed as it is written. */
interface ItemParts extends Omit<KeptFacts, 'outlet'> {
  /** What the feed calls its text, as HTML. */
  readonly text: string | undefined;
  /** What the feed calls its description or summary, which may be all of it. */
  readonly summary: string | undefined;
}

/** An item with the fuller of its texts. */
export interface FeedItem extends ItemParts {
  readonly body: string;
  /** False where the body is links and pictures alone. */
  readonly hasText: boolean;
  /** Characters of the body outside of links; one of a script without spaces counts as three. */
  readonly size: number;
}

/** A text of its own is longer: about 100 words. */
const shortest = 600;
/** What a feed calls the text is none where it is shorter: about 40 words. */
const shortestOwn = 250;
/** A longer text may end in dots because its last sentence does. */
const longestCut = 1500;

const dots = /(?:…|\.\s?\.\s?\.|[[(]\s?(?:…|\.{2,4})\s?[\])])$/;
const bracketedDots = /[[(]\s?(?:…|\.{2,4})\s?[\])]$/;

export function feedText(parts: ItemParts): FeedItem {
  const body = parts.text ?? parts.summary ?? '';
  const words = blocksOf(body).join(' ');
  return { ...parts, body, hasText: /\p{L}/u.test(words), size: sizeOf(words) };
}

/** Whether most items of a feed that has no other text have a whole article as their description. */
export function isFullText(items: readonly FeedItem[]): boolean {
  const sizes = items.filter((item) => item.hasText && !hasOwnText(item)).map(({ size }) => size);
  return (sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0) >= shortest;
}

/** Whether the item has only a summary of its article, or its beginning. A post without a headline is all there is. */
export function isSummary(item: FeedItem, isFull: boolean): boolean {
  const isOwn = hasOwnText(item);
  if (isCut(item, isOwn)) return true;
  return item.title !== undefined && item.size < (isOwn ? shortestOwn : isFull ? 0 : shortest);
}

/** Some programs put the summary into both places. */
function hasOwnText({ summary, text }: FeedItem): boolean {
  return text !== undefined && (summary === undefined || letters(text) !== letters(summary));
}

/** Its last lines end in dots, or a link to its own page is the last of it ("Read more"). */
function isCut({ body, size, url }: FeedItem, isOwn: boolean): boolean {
  const [before, last] = runsOf(body).slice(-2);
  // Several links in a row lead from a post that is whole to what is said about it.
  if (last?.href !== undefined && before?.href === undefined && url !== undefined && addressOf(last.href) === addressOf(url)) return true;
  const ends = blocksOf(body).slice(-2);
  return ends.some((end) => bracketedDots.test(end) || (dots.test(end) && (!isOwn || size < longestCut)));
}

/** Without what counts visits, where the path tells the page. */
function addressOf(address: string): string {
  const bare = address.trim().replace(/#.*$/, '');
  return /^https?:\/\/[^/]+\/[^?]+/i.exec(bare)?.[0].replace(/\/$/, '') ?? bare;
}

const blockTag = /^<\/?(?:p|div|br|li|ul|ol|h[1-6]|blockquote|tr|td|figure|hr)\b/i;

/** Text between two tags. */
interface Run {
  readonly text: string;
  /** Where it leads. */
  readonly href: string | undefined;
  /** Whether it begins a line. */
  readonly isFirst: boolean;
}

/** What some HTML says. One pass. */
function runsOf(html: string): readonly Run[] {
  const runs: Run[] = [];
  let href: string | undefined;
  let isFirst = true;
  for (const part of html.split(/(<[^<>]{1,3000}>)/)) {
    if (blockTag.test(part)) isFirst = true;
    else if (/^<\/?a\b/i.test(part))
      href = part.startsWith('</') ? undefined : (/\shref\s{0,5}=\s{0,5}["']([^"']*)/i.exec(part)?.[1] ?? '');
    if (part.startsWith('<')) continue;
    const text = xmlText(part.replace(/&hellip;/g, '…').replace(/&nbsp;/g, ' '));
    if (!/\S/.test(text)) continue;
    runs.push({ text, href: href === undefined ? undefined : xmlText(href), isFirst });
    isFirst = false;
  }
  return runs;
}

/** Its lines without what stands in links. */
function blocksOf(html: string): readonly string[] {
  const blocks: string[] = [];
  for (const { href, isFirst, text } of runsOf(html)) {
    if (isFirst || blocks.length === 0) blocks.push('');
    if (href === undefined) blocks.push((blocks.pop() ?? '') + text);
  }
  return blocks.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
}

function letters(html: string): string {
  return blocksOf(html).join('').replace(/\P{L}/gu, '');
}

function sizeOf(text: string): number {
  return text.length + 2 * (text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0);
}
