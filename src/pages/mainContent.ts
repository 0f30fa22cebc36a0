import { articleBlocks } from './articleBlocks';
import { headingLevel, speaks } from './blockForm';
import { blockHtml } from './blockHtml';
import { type BlockText, blockText, textKey } from './blockText';
import { type Block, type Box, type PageBlocks, pageBlocks } from './pageBlocks';
import { pageDocument } from './pageDocument';
import { articleBodies, beyondReason, withoutScripts } from './pageSource';
import { readabilityVotes } from './readabilityVotes';
import { datedLines, editorOf, signatureOf, signedNames } from './signature';

/** The article of a page; all of it text and HTML of the page. */
export interface FoundContent {
  readonly content: string;
  readonly title?: string;
  readonly byline?: string;
  /** The line of the page that names the author, with whatever else it says. */
  readonly line?: string;
  /** Whom the page names as the editor. */
  readonly editor?: string;
  /** Short lines with a year between headline and text. */
  readonly dated?: readonly string[];
  /** The heading that says of itself that it is the headline. */
  readonly headline?: string;
  /** Of the first two levels: the nearest above the article's text first. */
  readonly headings: readonly string[];
  /** Paragraphs of the page that look like the article's own and are not in it, where they are more than a tenth of it. */
  readonly leftOut?: { readonly paragraphs: number; readonly quotations: number };
}

/** Why no article is taken from a page, in words that go after its name. */
export interface NoContent {
  readonly reason: string;
}

/** Real pages are nested 30 elements deep; Readability takes the third power of the depth. */
const deepest = 150;
const mostHeadings = 50;
const tolerated = 0.1;

/**
 * Looks for the article in a page: Mozilla's Readability votes on the page's blocks, the choice is made of them as they stand. Nothing of
 * the page is run.
 */
export function mainContent(html: string): FoundContent | NoContent {
  const source = withoutScripts(html);
  const reason = beyondReason(source);
  if (reason !== undefined) return { reason: `this page ${reason}, so its article is not looked for` };
  const document = pageDocument(source);
  const bodies = articleBodies(html).map((body) => plainText(body, document));
  const { blocks, lengths, signatures, depth } = shownBlocks(document.body);
  if (depth > deepest) return { reason: `this page is nested deeper than ${deepest} elements, so its article is not looked for` };
  // Readability takes them apart.
  const named = signedNames(signatures);
  const votes = readabilityVotes(document);
  const texts = blocks.map((block) => blockText(block, lengths, votes?.characters ?? new Map<number, number>()));
  const choice = articleBlocks(texts, bodies.map(textKey).join('\n'));
  const title = votes?.title ?? undefined;
  const { line, byline = votes?.byline } = signatureOf(choice?.chosen ?? [], texts, named);
  const editor = editorOf(texts);
  const dated = datedLines(choice?.chosen ?? [], texts);
  const headline = blocks.find(({ box }) => box.element.getAttribute('itemprop') === 'headline' && /^H[1-3]$/.test(box.tag));
  const about = {
    headings: headingsOf(texts, choice?.chosen),
    ...(title && { title }),
    ...(byline && { byline }),
    ...(line && { line: line.text }),
    ...(editor !== undefined && { editor }),
    ...(dated.length > 0 && { dated }),
    ...(headline && { headline: blockHtml([headline]) }),
  };
  if (choice === undefined) {
    const content = bodies.map(paragraphs).find((text) => text !== '');
    return content === undefined ? { reason: 'no article was found in this page' } : { content, ...about };
  }
  const isChosen = new Set(line ? [...choice.chosen, line] : choice.chosen);
  const chosen = texts.filter((each) => isChosen.has(each));
  const leftOut = countLeftOut(choice.chosen, choice.leftOut) ?? bodyLeftOut(choice.chosen, bodies);
  return { content: blockHtml(chosen.map(({ block }) => block)), ...about, ...(leftOut && { leftOut }) };
}

/** A page that hides most of its text until its scripts have run is read as if they had. */
function shownBlocks(body: HTMLElement): PageBlocks {
  const read = pageBlocks(body);
  const hidden = read.blocks.filter(({ box }) => box.isHidden);
  if (lengthOf(hidden) < 0.6 * lengthOf(read.blocks)) return read;
  for (const { box } of hidden)
    for (let at: Box | undefined = box; at?.isHidden; at = at.parent)
      for (const name of ['hidden', 'style', 'aria-hidden', 'class']) at.element.removeAttribute(name);
  return pageBlocks(body);
}

function lengthOf(blocks: readonly Block[]): number {
  let length = 0;
  for (const { parts } of blocks) for (const part of parts) if ('text' in part) length += part.text.length;
  return length;
}

function headingsOf(texts: readonly BlockText[], chosen: readonly BlockText[] = []): readonly string[] {
  const first = texts.findIndex((each) => each === chosen.find(({ isSentence }) => isSentence));
  const ordered = [...texts.slice(0, Math.max(first, 0)).toReversed(), ...texts.slice(Math.max(first, 0))];
  const headings = ordered.filter((each) => headingLevel(each) === 1 || headingLevel(each) === 2);
  return headings.slice(0, mostHeadings).map(({ block }) => blockHtml([block]));
}

const blockTag = /<\/(?:p|div|h[1-6]|li|blockquote)\s{0,5}>|<br\b[^<>]{0,50}>/gi;

/** Texts of linked data may hold markup of their own. */
function plainText(text: string, document: Document): string {
  if (!/[<&]/.test(text)) return text;
  const frame = document.createElement('div');
  frame.innerHTML = withoutScripts(text).replace(blockTag, '$&\n');
  // Some sites encode it twice.
  return frame.textContent.replace(blockTag, '\n').replace(/<\/?[a-z][^<>]{0,1000}>/gi, '');
}

/** Fewer words are a teaser. */
const fewestWords = 50;

/** An article that only the page's linked data has, as HTML; empty where that is a teaser. */
function paragraphs(body: string): string {
  if (body.split(/\s+/).length < fewestWords) return '';
  const escaped = body.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return escaped.split(/\s*\n\s*|\s{3,}/).map((text) => `<p>${text}</p>`).join(''); // prettier-ignore
}

function countLeftOut(chosen: readonly BlockText[], leftOut: readonly BlockText[]): FoundContent['leftOut'] {
  const words = (texts: readonly BlockText[]) => texts.reduce((sum, each) => sum + each.words, 0);
  if (words(leftOut) <= tolerated * (words(chosen) + words(leftOut))) return undefined;
  return { paragraphs: leftOut.length, quotations: leftOut.filter(speaks).length };
}

/** Words of linked data are compared some at a time: it parts sentences and headings in other places than the page. */
const windowLength = 8;
/** Fewer windows in a row are a heading, or the seam of two paragraphs. */
const shortestRun = 3;

/** What the linked data has of this article, and the page has not, or not as paragraphs. */
function bodyLeftOut(chosen: readonly BlockText[], bodies: readonly string[]): FoundContent['leftOut'] {
  const whole = chosen.map(({ key }) => key).join('');
  for (const body of bodies) {
    const words = body.split(/\s+/);
    const runs: string[][] = [[]];
    let found = 0;
    for (let i = 0; i < words.length; i += windowLength) {
      const window = words.slice(i, i + windowLength).join(' ');
      if (whole.includes(textKey(window))) {
        found += window.length;
        runs.push([]);
      } else runs.at(-1)?.push(window);
    }
    const missing = runs.filter(({ length }) => length >= shortestRun).map((run) => run.join(' '));
    const lost = missing.reduce((sum, { length }) => sum + length, 0);
    if (found > 0.5 * whole.length && lost > tolerated * (found + lost))
      return { paragraphs: missing.length, quotations: missing.filter((text) => speaks({ text })).length };
  }
  return undefined;
}
