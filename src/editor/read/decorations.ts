import * as vscode from 'vscode';
import type { Item } from '../../core/index';
import type { Session } from '../../workspace/session/index';
import { setStatusBarMessage } from '../../workspace/window/index';

type Look = 'speaker' | 'direct' | 'mixed' | 'indirect' | 'date' | 'other';
type Certainty = 'accepted' | 'suggested' | 'doubtful';

/**
 * Each type has its own line as well as its own colour: speakers a firm line below, direct quotations a tint, mixed ones a dashed
 * and indirect ones a dotted underline, dates a double one. Quotations draw with the text decoration and speakers and dates with
 * the border, so that a speaker inside a quotation shows both.
 */
const lines: Record<Look, { readonly underline?: string; readonly border?: string }> = {
  speaker: { border: 'solid' },
  direct: { underline: 'solid' },
  mixed: { underline: 'dashed' },
  indirect: { underline: 'dotted' },
  date: { border: 'double' },
  other: { border: 'dotted' },
};
const looks = Object.keys(lines) as Look[];
const certainties: readonly Certainty[] = ['accepted', 'suggested', 'doubtful'];

export function registerDecorations(session: Session): vscode.Disposable {
  const types = new Map([
    ...looks.flatMap((look) => certainties.map((certainty) => [`${look} ${certainty}`, decorationType(look, certainty)] as const)),
    ...looks.map((look) => [`${look} tick`, tickType(look)] as const),
  ]);
  const conflict = vscode.window.createTextEditorDecorationType({
    // The problem's own wavy line marks it already; a box around it is for high contrast, where there is no tint.
    backgroundColor: new vscode.ThemeColor('secondSource.conflictBackground'),
    borderColor: new vscode.ThemeColor('secondSource.conflictBorder'),
    borderStyle: 'dashed',
    borderWidth: '1px',
    borderRadius: '2px',
    overviewRulerColor: new vscode.ThemeColor('secondSource.conflictRuler'),
    overviewRulerLane: vscode.OverviewRulerLane.Right,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  let shown = true;

  const draw = (editor: vscode.TextEditor) => {
    const state = shown ? session.shown(editor.document) : undefined;
    if (shown && state === undefined && session.standing(editor.document) === 'ready') return; // on its way: the last ones stay
    const ranges = new Map<string, vscode.Range[]>();
    for (const item of state?.items ?? []) {
      if (item.unmarked) continue;
      const look = lookOf(item);
      const certainty = certaintyOf(item);
      const parts = state ? item.parts.map((part) => state.lines.range(part)) : [];
      add(ranges, `${look} ${certainty}`, parts);
      if (certainty === 'accepted') add(ranges, `${look} tick`, parts.slice(-1));
    }
    for (const [key, type] of types) editor.setDecorations(type, ranges.get(key) ?? []);
  };
  const drawConflicts = (editor: vscode.TextEditor) => {
    const state = shown ? session.shown(editor.document) : undefined;
    const project = session.projectOf(editor.document.uri);
    const passages =
      state && project ? project.together.conflicts().flatMap(({ level, passages }) => (level === 'differs' ? [] : passages)) : [];
    const own = passages.filter(({ uri }) => uri === editor.document.uri.toString());
    editor.setDecorations(conflict, state ? own.map((passage) => state.lines.range(passage)) : []);
  };
  const drawAll = () => {
    for (const editor of vscode.window.visibleTextEditors) draw(editor);
    // The colours are on their way before the articles are compared, which takes longer.
    void session.turn().then(() => {
      for (const editor of vscode.window.visibleTextEditors) drawConflicts(editor);
    });
  };

  drawAll();
  return vscode.Disposable.from(
    ...types.values(),
    conflict,
    session.onDidChange((change) => {
      if (change.kind === 'folder') drawAll();
      else if (change.kind === 'article')
        for (const editor of vscode.window.visibleTextEditors) if (editor.document.uri.toString() === change.uri.toString()) draw(editor);
    }),
    vscode.window.onDidChangeVisibleTextEditors(drawAll),
    vscode.commands.registerCommand('secondSource.toggleHighlights', () => {
      shown = !shown;
      drawAll();
      void setStatusBarMessage(
        shown ? vscode.l10n.t('Second Source: highlights shown') : vscode.l10n.t('Second Source: highlights hidden'),
        3000,
      );
    }),
  );
}

function add(ranges: Map<string, vscode.Range[]>, key: string, more: readonly vscode.Range[]): void {
  const known = ranges.get(key) ?? [];
  ranges.set(key, known);
  // An article may have more than a call takes arguments.
  for (const range of more) known.push(range);
}

function decorationType(look: Look, certainty: Certainty): vscode.TextEditorDecorationType {
  const { underline, border } = lines[look];
  const accepted = certainty === 'accepted';
  // A custom property of the theme, since a text decoration takes no ThemeColor. Doubt is a paler line, never paler words.
  const lineColour = `var(--vscode-secondSource-${look}Line)`;
  const paler = certainty === 'doubtful' ? `color-mix(in srgb, ${lineColour} 45%, transparent)` : lineColour;
  const weight = accepted ? '2px' : '1px';
  return vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    ...(underline !== undefined && {
      textDecoration: `underline ${underline} ${paler} ${weight}; text-underline-offset: 0.28em; text-decoration-skip-ink: none`,
    }),
    ...(border !== undefined && {
      borderStyle: border,
      borderColor: certainty === 'doubtful' ? paler : new vscode.ThemeColor(`secondSource.${look}Line`),
      borderWidth: `0 0 ${border === 'double' ? '3px' : weight} 0`,
    }),
    ...(certainty !== 'doubtful' && {
      backgroundColor: new vscode.ThemeColor(accepted ? `secondSource.${look}AcceptedBackground` : `secondSource.${look}Background`),
    }),
    ...(accepted && {
      overviewRulerColor: new vscode.ThemeColor(`secondSource.${look}Line`),
      overviewRulerLane: vscode.OverviewRulerLane.Left,
    }),
  });
}

/** Behind the last words of what a person has accepted. */
function tickType(look: Look): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    after: {
      contentText: '✓',
      color: new vscode.ThemeColor(`secondSource.${look}Line`),
      margin: '0 0 0 1px',
      textDecoration: 'none; font-size: 0.75em; position: relative; top: -0.3em', // raised without making the line higher
    },
  });
}

function lookOf(item: Item): Look {
  switch (item.type) {
    case 'quotation':
      return item.kind === 'mixed' || item.kind === 'indirect' ? item.kind : 'direct';
    case 'speaker':
    case 'date':
      return item.type;
    case 'statement':
    case 'cue':
    case 'note':
      return 'other';
  }
}

function certaintyOf(item: Item): Certainty {
  if (item.how === 'changed') return 'doubtful';
  return item.status === 'accepted' ? 'accepted' : item.doubtful ? 'doubtful' : 'suggested';
}
