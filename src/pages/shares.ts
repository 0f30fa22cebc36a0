/** The deepest box with this share of the sentences that Readability has taken is the article's frame. */
export const frameShare = 0.85;
/** A box that is called "related" may still be the article's own frame; one with less of it is not. */
export const asideShare = 0.3;
/** Paragraphs of one make with this share of the article's sentences are what its paragraphs look like. */
export const ownShare = 0.15;
/** An element for an article with this share of the sentences is the article. */
export const unitShare = 0.7;
/** Where the linked data has this share of what was chosen, it has the whole article. */
export const bodyShare = 0.7;
