import { shownLine, shownText } from '../../core/index';

/** Where a reader sees nothing, and VS Code sees neither a link nor an icon. */
const wordJoiner = '\u2060';

/**
 * Words in one line that VS Code shows as they are: no sign is obeyed, and `[words](command:…)`, of which messages and prompts make a link
 * that runs any command, is none.
 */
export function plainLine(text: string): string {
  return withoutLinks(shownLine(text));
}

/** The same, with the lines kept. */
export function plainLines(text: string): string {
  return withoutLinks(shownText(text));
}

/** The same in one line for what VS Code looks through for icons as `$(name)`: lists to pick from, the status bar, lenses, symbols. */
export function plainLabel(text: string): string {
  return plainLine(text).replace(/\$(?=\()/g, `$&${wordJoiner}`);
}

function withoutLinks(text: string): string {
  return text.replace(/\](?=\()/g, `]${wordJoiner}`);
}
