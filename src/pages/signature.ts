import { headingLevel, isNamedAside } from './blockForm';
import { type BlockText, textKey } from './blockText';
import type { Box } from './pageBlocks';

/** Who a page says has written it, where it prints that. */
export interface Signature {
  /** The line that names the author, as it stands. */
  readonly line?: BlockText;
  /** The name, of an element that says of itself that it names the author, or of that line. */
  readonly byline?: string;
}

const longest = 100;
/** A byline has fewer words, also with a day, a place and an office. */
const mostWords = 20;
/** How many of the article's sentences may stand above it: what introduces an article stands there on some sites. */
const sentencesAbove = 3;

const opening = /(?:^|[|·•–—]\s)(?:by|von|par|por|door|di|af|av|oleh)\s+\p{Lu}/iu;
/** An agency alone, or with the place it writes from. */
const agency =
  /^(?:AFP|AP|Reuters|dpa|EFE|ANSA|APA|PTI|ANI|UPI|Xinhua|Kyodo|TASS|Bloomberg|Anadolu)(?:\s?[,/–-]\s?\p{Lu}[\p{L}\p{M} .'-]{1,40})?$/u;
const name = /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s\p{Lu}[\p{L}\p{M}.'’-]*){1,4}$/u;

/** What the elements say that say of themselves that they name the author. */
export function signedNames(signatures: readonly Element[]): readonly string[] {
  const texts = signatures.map((element) => partedText(element).replace(/\s+/g, ' ').trim());
  return texts.filter((text) => text !== '' && text.length < longest);
}

/** The text of an element, with what only a style sheet parts parted: name, office and day stand in elements of their own. */
function partedText(element: Element): string {
  let text = '';
  for (let node: Node | null = element; node !== null; node = following(node, element)) {
    if (node.nodeType !== 3) continue;
    const { data } = node as Text;
    text += /[\p{Ll}\p{N}.]$/u.test(text) && /^[\p{Lu}\p{N}]/u.test(data) ? ` | ${data}` : data;
  }
  return text;
}

/** The next node in the order of the document, inside the element. */
function following(node: Node, within: Element): Node | null {
  if (node.firstChild !== null) return node.firstChild;
  for (let at: Node | null = node; at !== null && at !== within; at = at.parentNode) if (at.nextSibling !== null) return at.nextSibling;
  return null;
}

/** Looks for it between headline and text, where Readability takes it out, and on the right below the text; `named` as `signedNames` has it. */
export function signatureOf(chosen: readonly BlockText[], all: readonly BlockText[], named: readonly string[]): Signature {
  const line = lineAbove(chosen, all, named.map(textKey));
  const [first] = named;
  const isSigned = line !== undefined && (opening.test(line.text) || agency.test(line.text));
  if (first !== undefined || isSigned) return { ...(line && { line }), byline: first ?? line?.text ?? '' };
  const below = lineBelow(chosen, all);
  const found = line ?? below;
  return { ...(found && { line: found }), ...(below && { byline: below.text }) };
}

function lineAbove(chosen: readonly BlockText[], all: readonly BlockText[], named: readonly string[]): BlockText | undefined {
  const sentences = chosen.filter(({ isSentence }) => isSentence).slice(0, sentencesAbove);
  const first = all.findIndex((each) => each === sentences[0]);
  const last = all.findIndex((each) => each === sentences.at(-1));
  const headline = Math.max(headlineBefore(all, first, 1), -1);
  const start = headline >= 0 ? headline : headlineBefore(all, first, 3);
  if (start < 0) return undefined;
  const keys = named.filter((key) => key.length > 4);
  return all
    .slice(start + 1, last)
    .find(
      (each, i) =>
        each.words <= mostWords &&
        !each.block.box.isHidden &&
        (start + 1 + i < first
          ? opening.test(each.text) || agency.test(each.text) || keys.some((key) => each.key.includes(key))
          : !each.isEnded && /^by\s/i.test(each.text) && opening.test(each.text) && !isInAside(each.block.box)),
    );
}

/** Of few words beside the day, or with the time of day. */
const mostDated = 6;

/** Short lines between the headline and the text in which a year stands: of one of them the day may be the publication's. */
export function datedLines(chosen: readonly BlockText[], all: readonly BlockText[]): readonly string[] {
  const first = all.findIndex((each) => each === chosen.find(({ isSentence }) => isSentence));
  const start = headlineBefore(all, first, 1);
  if (start < 0) return [];
  const lines = all.slice(start + 1, first).filter(({ block: { box }, linked }) => linked < 0.5 && !box.isHidden && box.tag !== 'TR');
  const short = lines.filter(({ text, words }) => words <= mostDated || (words <= mostWords && /\d[:.h]\d\d/.test(text)));
  return short.map(({ text }) => text).filter((text) => /(?<!\d)(?:19|20)\d\d(?!\d)/.test(text));
}

function isInAside(box: Box | undefined): boolean {
  return box !== undefined && (isNamedAside(box) || isInAside(box.parent));
}

function headlineBefore(all: readonly BlockText[], first: number, level: number): number {
  return all.findLastIndex((each, i) => i < first && headingLevel(each) > 0 && headingLevel(each) <= level);
}

/** A name on the right under the last paragraph. */
function lineBelow(chosen: readonly BlockText[], all: readonly BlockText[]): BlockText | undefined {
  const last = all.findIndex((each) => each === chosen.findLast(({ isSentence }) => isSentence));
  const next = all.slice(last + 1).find(({ words }) => words > 0);
  if (next === undefined || next.linked > 0 || !name.test(next.text)) return undefined;
  const { isRight, names } = next.block.box;
  return isRight || names.some((word) => word === 'author' || word === 'signature') ? next : undefined;
}

/** "Editor: Ana Ruiz" */
export function editorOf(all: readonly BlockText[]): string | undefined {
  const [, found] = all.map(({ text }) => /^(?:editor|edited by|editing by|editora?|redaktur|penyunting|éditeur)\s?:\s?(\S.{2,60})$/iu.exec(text)).find((match) => match !== null) ?? []; // prettier-ignore
  return found;
}
