import type * as vscode from 'vscode';
import { cardsAt, clear, open, until, write } from './articles';

// A statement that two articles have in quite other words: by these alone it is not found.
const post = 'orsund-post.article.txt';
export const herald = 'orsund-herald.article.txt';
const sidecar = `${post}.annotations.yaml`;
export const told = 'Neighbours brought flowers and stood along the street.';
export const texts: Readonly<Record<string, string>> = {
  [post]: `Bakery shuts in Orsund

The bakery in Orsund closed its doors for good on Monday. Its owner had run it for forty years.

${told}
`,
  [herald]: `Orsund loses its baker

In Orsund, people who live nearby lined the street with bouquets. The mayor was abroad.

The shop that sold bread there will not open again. A museum wants the old oven.
`,
};
const start = texts[post]?.indexOf(told) ?? 0;
/** A reader has marked the statement. */
const marked = `version: 1
document: {path: ${post}, offsets: codepoint}
annotations:
  - id: 7f3a9ck2qm
    type: statement
    status: accepted
    exact: ${told}
    prefix: "years.\\n\\n"
    suffix: "\\n"
    start: ${start}
    end: ${start + told.length}
`;

/** Whether a card says that the other article has it. */
export const hasFound = (card: string) => card.includes('bouquets');

/** Opens the article with the marked statement. */
export async function opened(): Promise<vscode.TextEditor> {
  for (const [path, text] of Object.entries({ ...texts, [sidecar]: marked })) await write(path, text);
  const editor = await open(post);
  await until(
    () => cardsAt(editor, told),
    (card) => card !== '',
    'the article is read',
  );
  return editor;
}

export function clearStory(): Promise<void> {
  return clear(sidecar, post, herald);
}
