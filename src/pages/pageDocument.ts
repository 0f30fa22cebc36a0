import { createDocument } from '@mixmark-io/domino';

/**
 * A page as the document that Readability reads: domino's, whose parser follows the HTML Standard, with what Readability asks of a
 * document and domino has not (children by number, lists that can be iterated, an address). Nothing of the page is run.
 */
export function pageDocument(html: string): Document {
  const document = createDocument(html, true);
  for (const name of ['addId', 'delId']) Object.defineProperty(document, name, { value: noTableOfIds });
  const list = Object.getPrototypeOf(document.getElementsByTagName('html')) as object;
  if (!(Symbol.iterator in list)) Object.defineProperty(list, Symbol.iterator, { value: Array.prototype[Symbol.iterator] });
  for (const element of [document.documentElement, document.createElementNS('http://www.w3.org/2000/svg', 'svg')]) {
    const prototype = Object.getPrototypeOf(Object.getPrototypeOf(element)) as object;
    if (Object.hasOwn(prototype, 'children')) continue;
    Object.defineProperty(prototype, 'children', { get: childElements });
    Object.defineProperty(prototype, 'querySelectorAll', { value: standing(prototype) });
  }
  Object.defineProperty(document, 'querySelectorAll', { value: standing(document) });
  Object.defineProperty(document, 'baseURI', { value: 'about:blank' });
  return document;
}

/**
 * domino keeps a table of ids and asserts that every element that goes is in it, but does not enter those whose attributes were set
 * as nodes, which is how Readability changes an element's tag. Nothing here asks for an element by its id.
 */
function noTableOfIds(): void {
  // Kept by nobody.
}

function childElements(this: Element): Element[] {
  return Array.from(this.childNodes).filter((node): node is Element => node.nodeType === 1);
}

/**
 * What a selector finds must not change while Readability changes the tags of it: domino gives lists that do, which then leave out every
 * other element, and take the square of their length.
 */
function standing(of: object): (this: unknown, selector: string) => Element[] {
  const find = Reflect.get(of, 'querySelectorAll') as (selector: string) => ArrayLike<Element>;
  return function (selector) {
    return Array.from(Reflect.apply(find, this, [selector]));
  };
}
