import type { Block, Box } from './pageBlocks';

/** What of the boxes around a block means something to a reader of the text. */
const kept = new Set('BLOCKQUOTE UL OL LI DL DT DD H1 H2 H3 H4 H5 H6 TABLE TR FIGURE FIGCAPTION PRE'.split(' '));
const leaves = new Set('LI DT DD H1 H2 H3 H4 H5 H6 TR FIGCAPTION PRE'.split(' '));

/** Blocks as the plainest HTML that has their words, links, breaks, headings, lists and quotations. Linear. */
export function blockHtml(blocks: readonly Block[]): string {
  const html: string[] = [];
  let open: readonly Box[] = [];
  for (const block of blocks) {
    const wanted = structure(block.box);
    let shared = 0;
    while (shared < open.length && shared < wanted.length && open[shared] === wanted[shared]) shared += 1;
    for (const box of open.slice(shared).toReversed()) html.push(`</${box.tag.toLowerCase()}>`);
    for (const box of wanted.slice(shared)) html.push(`<${box.tag.toLowerCase()}>`);
    open = wanted;
    const isLeaf = leaves.has(block.box.tag);
    html.push(isLeaf ? '' : '<p>', inner(block), isLeaf ? '' : '</p>');
  }
  for (const box of open.toReversed()) html.push(`</${box.tag.toLowerCase()}>`);
  return html.join('');
}

function structure(box: Box): readonly Box[] {
  const found: Box[] = [];
  for (let at: Box | undefined = box; at; at = at.parent) if (kept.has(at.tag)) found.push(at);
  return found.reverse();
}

function inner(block: Block): string {
  let html = '';
  let href: string | undefined;
  for (const part of block.parts) {
    if ('mark' in part) html += part.mark === 'break' ? '<br>' : part.mark === 'open' ? '<q>' : '</q>';
    else {
      if (part.href !== href) {
        if (href !== undefined) html += '</a>';
        if (part.href !== undefined) html += `<a href="${escaped(part.href)}">`;
        href = part.href;
      }
      html += escaped(part.text);
    }
  }
  return href === undefined ? html : `${html}</a>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
