/** A box of the page that holds blocks; the outermost is `<body>`. */
export interface Box {
  readonly element: Element;
  readonly tag: string;
  /** Words of its class, id and role in small letters: what the page's authors call it. */
  readonly names: readonly string[];
  /** Tag and classes as they stand: equal for boxes that a template has made alike. */
  readonly kind: string;
  readonly parent: Box | undefined;
  readonly depth: number;
  /** Not shown by a browser, as far as its attributes tell. */
  readonly isHidden: boolean;
  /** Its own lines end on the right, as far as its attributes tell. */
  readonly isRight: boolean;
}

/** A piece of text, or a mark of the page between two. */
export type Part =
  { readonly text: string; readonly href: string | undefined; readonly source: number } | { readonly mark: 'break' | 'close' | 'open' };

/** A run of text that no block interrupts, and the box around it. */
export interface Block {
  readonly box: Box;
  readonly parts: Part[];
}

export interface PageBlocks {
  readonly blocks: readonly Block[];
  /** How much text the elements hold themselves, by the number in `sourceAttribute`. */
  readonly lengths: readonly number[];
  /** Elements that say of themselves that they name the author. */
  readonly signatures: readonly Element[];
  /** How deep its elements stand in each other. */
  readonly depth: number;
}

/** The attribute by which text is known again after Readability has moved it. */
export const sourceAttribute = 'data-source';

const tags = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** Elements of which a reader reads nothing. */
const unread = tags(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG HEAD NAV BUTTON SELECT IFRAME OBJECT CANVAS VIDEO AUDIO TEXTAREA INPUT NOEMBED NOFRAMES MATH LINK META',
);
const boxes = tags(
  'P DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE H1 H2 H3 H4 H5 H6 UL OL DL FIGURE FIGCAPTION BLOCKQUOTE TABLE PRE HR ADDRESS DETAILS SUMMARY FIELDSET FORM BODY CENTER CAPTION LI TR DT DD',
);
const cells = tags('TD TH');

/** The blocks of a page in order, whose elements get numbers in `sourceAttribute`. What is not read is taken out of the document. */
export function pageBlocks(body: Element): PageBlocks {
  const reader = new BlockReader();
  reader.children(body, reader.box(body, undefined), undefined);
  for (const element of reader.unread) element.remove();
  return reader;
}

class BlockReader implements PageBlocks {
  readonly blocks: Block[] = [];
  readonly lengths: number[] = [];
  readonly signatures: Element[] = [];
  readonly unread: Element[] = [];
  depth = 0;
  #depth = 0;
  #open: Block | undefined;
  #pendingSpace = false;

  box(element: Element, parent: Box | undefined): Box {
    const classes = element.getAttribute('class') ?? '';
    return {
      element,
      tag: element.tagName,
      names: namesOf(`${classes} ${element.getAttribute('id') ?? ''} ${element.getAttribute('role') ?? ''}`),
      kind: `${element.tagName} ${classes}`,
      parent,
      depth: parent === undefined ? 0 : parent.depth + 1,
      isHidden: (parent?.isHidden ?? false) || isHidden(element, classes),
      isRight: isRight(element),
    };
  }

  children(element: Element, box: Box, href: string | undefined): void {
    let source = -1;
    this.#depth += 1;
    this.depth = Math.max(this.depth, this.#depth);
    for (let node = element.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === 3) {
        const text = (node as Text).data;
        if (!/\S/.test(text)) this.#pendingSpace = true;
        else {
          if (source < 0) {
            source = this.lengths.push(0) - 1;
            element.setAttribute(sourceAttribute, String(source));
          }
          this.lengths[source] = (this.lengths[source] ?? 0) + text.length;
          this.#text(text, box, href, source);
        }
      } else if (node.nodeType === 1) this.#element(node as Element, box, href);
    }
    this.#depth -= 1;
  }

  #element(element: Element, box: Box, href: string | undefined): void {
    const { tagName } = element;
    if (unread.has(tagName) || tagName === 'svg' || tagName === 'math') {
      this.unread.push(element);
      this.#pendingSpace = true;
      return;
    }
    if (isSignature(element)) this.signatures.push(element);
    if (boxes.has(tagName)) {
      this.#open = undefined;
      this.children(element, this.box(element, box), href);
      this.#open = undefined;
    } else if (tagName === 'BR') this.#open?.parts.push({ mark: 'break' });
    else this.#inline(element, box, href);
  }

  #inline(element: Element, box: Box, href: string | undefined): void {
    const { tagName } = element;
    if (cells.has(tagName)) this.#pendingSpace = true;
    if (tagName === 'Q') this.#block(box).parts.push({ mark: 'open' });
    const inner = isHidden(element, element.getAttribute('class') ?? '') ? this.box(element, box) : box;
    this.children(element, inner, tagName === 'A' ? (element.getAttribute('href') ?? href) : href);
    if (tagName === 'Q') this.#block(box).parts.push({ mark: 'close' });
    if (cells.has(tagName)) this.#pendingSpace = true;
  }

  #text(text: string, box: Box, href: string | undefined, source: number): void {
    const { parts } = this.#block(box);
    parts.push({ text: this.#pendingSpace ? ` ${text}` : text, href, source });
    this.#pendingSpace = false;
  }

  #block(box: Box): Block {
    if (this.#open?.box !== box) {
      this.#open = { box, parts: [] };
      this.#pendingSpace = false;
      this.blocks.push(this.#open);
    }
    return this.#open;
  }
}

function namesOf(text: string): readonly string[] {
  if (text.trim() === '') return [];
  const words = text.slice(0, 500).replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z]+/); // prettier-ignore
  return words.filter((word) => word.length > 1);
}

function isSignature(element: Element): boolean {
  if (/(?:^|\s)author(?:\s|$)/.test(element.getAttribute('rel') ?? element.getAttribute('itemprop') ?? '')) return true;
  return /(?:^|[\s_-])(?:byline|author|authors|writer)(?:$|[\s_-])/i.test(element.getAttribute('class') ?? '');
}

/** Classes by which common style sheets take something off the page; not those of utilities that show it on larger screens. */
const hiding = /(?:^|\s)(?:hidden|hide|d-none|is-hidden|display-none|visually-hidden|sr-only|screen-reader-text)(?:\s|$)/;
const showing = /:(?:block|flex|grid|inline|table)/;

function isHidden(element: Element, classes: string): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  if (classes !== '' && hiding.test(classes) && !showing.test(classes)) return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden/i.test(style);
}

function isRight(element: Element): boolean {
  const style = element.getAttribute('style');
  return element.getAttribute('align') === 'right' || (style !== null && /text-align\s{0,5}:\s{0,5}(?:right|end)/i.test(style));
}
