declare module '@mixmark-io/domino' {
  /** With `force`, an empty text too is parsed as a page. */
  export function createDocument(html: string, force: boolean): Document;
}
