import type { Fact } from '../article';
import { passTag } from '../html/html';
import { type MarkdownBlock, markdownBlocks } from './markdownBlocks';
import { type MarkdownPiece, markdownPieces } from './markdownInline';
import type { Prose } from '../prose';
import { ProseFlow } from '../proseFlow';

/**
 * Prose of Markdown and its first heading. A scanner of our own: it takes the signs away that a reader does not see and needs no
 * tree; linear in any input. `start` is where the text begins (after front matter).
 */
export function readMarkdown(raw: string, start: number): { readonly prose: Prose; readonly title?: Fact } {
  const flow = new ProseFlow(raw);
  const { blocks, references } = markdownBlocks(raw, start);
  let quoting = false;
  for (const block of blocks) {
    if (block.quoted !== quoting) {
      if (block.quoted) flow.openQuote();
      else flow.closeQuote();
      quoting = block.quoted;
    }
    flow.separate(block.item ? 'line' : 'paragraph');
    if (block.kind === 'code') {
      for (const line of block.lines) {
        flow.separate('line');
        flow.verbatim(line.start, line.end);
      }
    } else passBlock(raw, block, references, flow);
    flow.separate(block.item ? 'line' : 'paragraph');
  }
  if (quoting) flow.closeQuote();
  const heading = blocks.find((block) => block.kind === 'heading');
  return { prose: flow.build(), ...(heading && { title: titleOf(raw, heading, references) }) };
}

function passBlock(raw: string, block: MarkdownBlock, references: ReadonlySet<string>, flow: ProseFlow): void {
  const { text, toRaw } = blockText(raw, block);
  for (const piece of markdownPieces(text, references)) passPiece(text, piece, toRaw, flow);
}

function passPiece(text: string, piece: MarkdownPiece, toRaw: (offset: number) => number, flow: ProseFlow): void {
  if (piece.kind === 'put') flow.put(piece.text, toRaw(piece.start), toRaw(piece.end - 1) + 1);
  else if (piece.kind === 'break') flow.breakLine();
  else if (piece.kind === 'tag') {
    passTag(piece.tag, flow, toRaw(piece.start), toRaw(piece.end - 1) + 1);
  } else {
    let from = piece.start;
    for (const line of text.slice(piece.start, piece.end).split('\n')) {
      if (from > piece.start) flow.separate('space');
      if (line !== '') flow.text(toRaw(from), toRaw(from + line.length - 1) + 1);
      from += line.length + 1;
    }
  }
}

/** The lines of a block as one text, with the way back; offsets must be asked for in rising order. */
function blockText(raw: string, block: MarkdownBlock): { readonly text: string; readonly toRaw: (offset: number) => number } {
  const { lines } = block;
  const text = lines.map((line) => raw.slice(line.start, line.end)).join('\n');
  let index = 0;
  let lineStart = 0;
  const toRaw = (offset: number): number => {
    for (let line = lines[index]; line && offset > lineStart + line.end - line.start && index + 1 < lines.length; line = lines[index]) {
      lineStart += line.end - line.start + 1;
      index += 1;
    }
    return (lines[index]?.start ?? 0) + offset - lineStart;
  };
  return { text, toRaw };
}

function titleOf(raw: string, heading: MarkdownBlock, references: ReadonlySet<string>): Fact {
  const flow = new ProseFlow(raw);
  passBlock(raw, heading, references, flow);
  const first = heading.lines[0];
  const last = heading.lines.at(-1);
  return {
    value: flow.build().text.slice(0, 1000),
    from: 'text',
    ...(first && last && { span: { start: first.start, end: last.start + raw.slice(last.start, last.end).trimEnd().length } }),
  };
}
