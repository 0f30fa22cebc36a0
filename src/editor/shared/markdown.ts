import * as vscode from 'vscode';
import { shownText, type ShownWording, type WordChange } from '../../core/index';

/**
 * A stranger's text as Markdown that shows exactly that text: no markup, no link (bare addresses would become links), no icon,
 * no HTML. Line ends become spaces.
 */
export function plainText(text: string): string {
  return shownText(text)
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+\-!~|$]/g, '\\$&')
    .replace(/:\/\//g, '&#58;//')
    .replace(/@/g, '&#64;')
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}&#46;`)
    .replace(/^(\s*\d+)\./, '$1&#46;');
}

/**
 * A colleague's words as Markdown: emphasis, lists and links are theirs to use; a picture would be fetched from its address, and
 * is shown as the text it is written in. No HTML, no command, no icon.
 */
export function commentMarkdown(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(shownText(text).replace(/!(?=\[)/g, '&#33;'));
  markdown.isTrusted = false;
  markdown.supportHtml = false;
  return markdown;
}

/** The text up to about `length` characters, cut at a word. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = text.lastIndexOf(' ', length);
  return `${text.slice(0, space > length / 2 ? space : length).trimEnd()}…`;
}

/**
 * Both wordings in one line: what only the other one has in bold, what only this one has struck out. Where hardly a word is the
 * same, the struck ones would only be in the way of reading.
 */
function differenceText(changes: readonly WordChange[]): string {
  const length = (wanted: WordChange['kind']) => changes.reduce((sum, { kind, text }) => (kind === wanted ? sum + text.length : sum), 0);
  const alike = length('same') * 2 >= length('removed') + length('added');
  let line = '';
  let last = '';
  for (const { kind, text } of changes) {
    if (kind === 'removed' && !alike) continue;
    // Markdown takes a mark for one only where it stands tight at a word: spaces and punctuation go outside, where the
    // struck ones are not missed.
    const [, before = '', words = '', after = ''] = /^([^\p{L}\p{N}]*)([\s\S]*?)([^\p{L}\p{N}]*)$/u.exec(text) ?? [];
    if (kind === 'removed' && words === '') continue;
    const mark = words === '' || kind === 'same' ? '' : kind === 'added' ? '**' : '~~';
    const parted = mark !== '' && last !== '' && !/\s$/.test(line + before);
    const outside = (edge: string) => plainText(kind === 'removed' ? edge.replace(/\S+/g, '') : edge);
    line += `${parted ? ' ' : ''}${outside(before)}${mark}${plainText(words)}${mark}${outside(after)}`;
    last = mark;
  }
  return line;
}

/**
 * Another wording beside one's own in one line. Word by word: what only the other has in bold, what only this one has struck out. Of a
 * sentence in other words: its own words plainly, those that both have in italics.
 */
export function wordingText({ kind, parts }: ShownWording): string {
  if (kind === 'changes') return differenceText(parts);
  return parts.map((part) => marked(part.text, part.kind === 'same' ? '_' : '')).join('');
}

/** Markdown takes a mark for one only where it stands tight at a word: spaces and punctuation go outside. */
function marked(text: string, mark: string): string {
  const [, before = '', words = '', after = ''] = /^([^\p{L}\p{N}]*)([\s\S]*?)([^\p{L}\p{N}]*)$/u.exec(text) ?? [];
  return words === '' ? plainText(text) : `${plainText(before)}${mark}${plainText(words)}${mark}${plainText(after)}`;
}

/** A link that runs one of our commands; the arguments are our own ids and numbers. */
export function commandLink(label: string, command: string, args: readonly (string | number)[], title = ''): string {
  const encoded = encodeURIComponent(JSON.stringify(args));
  return `[${label}](command:${command}?${encoded}${title === '' ? '' : ` "${title.replace(/"/g, '')}"`})`;
}
