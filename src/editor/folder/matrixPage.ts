import { inEnglish, relationNames, shownText, type Relation, type Translate, type WordChange } from '../../core/index';

/** What the page shows; every string is a stranger's text and is escaped here and nowhere else. */
export interface MatrixPage {
  readonly title: string;
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly MatrixRow[];
}

export interface MatrixRow {
  readonly speaker: string;
  readonly words: string;
  /** One a column. */
  readonly cells: readonly (MatrixCell | undefined)[];
}

export interface MatrixCell {
  /** `altered`: words between marks are others, which is no contradiction of what is told. */
  readonly kind: Relation | 'own' | 'altered';
  readonly isSure: boolean;
  readonly words: string;
  readonly changes: readonly WordChange[];
}

export const matrixLabels = { own: 'statement', altered: 'quoted differently', ...relationNames };
/** A sign for each relation, so that nothing rests on colour alone. */
const signs = { own: '●', verbatim: '=', trimmed: '…', retranslated: '≈', indirect: '»', altered: '≁', contradicts: '≠' };

/** The whole page: no outside address, no inline handler; script and style run by `nonce` only. */
export function matrixHtml(page: MatrixPage, nonce: string, t: Translate = inEnglish, language = 'en'): string {
  const columns = page.columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const rows = page.rows.map((row, index) => rowHtml(row, index, page.columns, t)).join('\n');
  const legend = (['verbatim', 'trimmed', 'retranslated', 'indirect', 'altered', 'contradicts'] as const)
    .map((kind) => `<span class="key ${kind}"><b>${signs[kind]}</b> ${escaped(t(matrixLabels[kind]))}</span>`)
    .join(' ');
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>${escaped(page.title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<header><h1>${escaped(page.title)}</h1><p class="save"><button id="csv">${escaped(t('Save as CSV…'))}</button> <button id="html">${escaped(t('Save as HTML…'))}</button></p><p class="legend">${legend} <span class="key">${escaped(t('dashed: possible'))}</span></p><p>${escaped(page.note)}</p></header>
<main class="scroll">
<table role="grid" aria-label="${escaped(page.title)}">
<thead><tr><th scope="col">${escaped(t('Statement'))}</th>${columns}</tr></thead>
<tbody>
${rows}
</tbody>
</table>
</main>
<aside id="detail" aria-live="polite" aria-label="${escaped(t('The words of the cell'))}"><p class="quiet">${escaped(t('Arrow keys move, Enter opens both articles side by side.'))}</p></aside>
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}

function rowHtml(row: MatrixRow, index: number, columns: readonly string[], t: Translate): string {
  const cells = row.cells.map((cell, column) => {
    if (cell === undefined) return `<td class="none" aria-label="${escaped(t('not found'))}"></td>`;
    const kind = `${t(matrixLabels[cell.kind])}${cell.isSure ? '' : t(', possible')}`;
    const changes = cell.changes.map(({ kind: change, text }) => `<span class="${change}">${escaped(text)}</span>`).join('');
    return (
      `<td role="gridcell"><button class="${cell.kind}${cell.isSure ? '' : ' possible'}" tabindex="-1" data-row="${index}" data-column="${column}" ` +
      `aria-label="${escaped(`${columns[column] ?? ''}: ${kind}`)}" title="${escaped(cell.words)}"><b>${signs[cell.kind]}</b>` +
      `<template><h2>${escaped(columns[column] ?? '')} · ${escaped(kind)}</h2><p>${changes}</p></template></button></td>`
    );
  });
  const who = row.speaker === '' ? t('Unknown speaker') : row.speaker;
  return `<tr><th scope="row"><span class="who">${escaped(who)}</span> ${escaped(row.words)}</th>${cells.join('')}</tr>`;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

export function escaped(text: string): string {
  return shownText(text).replace(/[&<>"']/g, (character) => entities.get(character) ?? character);
}

const style = `
body { padding: 0; margin: 0; height: 100vh; display: flex; flex-direction: column; color: var(--vscode-foreground); background: var(--vscode-editor-background); font: var(--vscode-font-size)/1.5 var(--vscode-font-family); }
header { padding: 0.75rem 1rem 0; }
h1 { font-size: 1.2em; font-weight: 600; margin: 0; }
header p { margin: 0.25rem 0 0; color: var(--vscode-descriptionForeground); }
.key { margin-inline-end: 1rem; white-space: nowrap; }
.save { float: inline-end; }
.save button { width: auto; height: auto; padding: 0.1rem 0.5rem; border-width: 1px; }
.scroll { overflow: auto; flex: 1; margin: 0.75rem 0 0; }
table { border-collapse: separate; border-spacing: 0; min-width: 100%; }
thead th { position: sticky; top: 0; z-index: 2; background: var(--vscode-editor-background); min-width: 6rem; max-width: 11rem; overflow-wrap: anywhere; font-weight: 600; text-align: center; padding: 0.35rem 0.5rem; border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, #8888)); vertical-align: bottom; }
thead th:first-child { text-align: start; left: 0; z-index: 3; max-width: none; padding-inline-start: 1rem; }
tbody th { position: sticky; left: 0; z-index: 1; background: var(--vscode-editor-background); font-weight: 400; text-align: start; padding: 0.4rem 0.5rem 0.4rem 1rem; max-width: 26rem; min-width: 14rem; }
tbody tr + tr > * { border-top: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, #8883)); }
tbody tr:hover, tbody tr:hover th { background: var(--vscode-list-hoverBackground); }
.who { font-weight: 600; margin-inline-end: 0.35rem; }
td { text-align: center; padding: 0.2rem; }
td.none::before { content: "·"; color: var(--vscode-disabledForeground); }
button { width: 2.4rem; height: 1.8rem; border: 2px solid currentColor; border-radius: 4px; background: transparent; color: inherit; font: inherit; cursor: pointer; }
button.possible { border-style: dashed; }
button:focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: 2px; }
.own { color: var(--vscode-foreground); }
.verbatim { color: color-mix(in srgb, var(--vscode-charts-green) 55%, var(--vscode-foreground)); }
.trimmed { color: color-mix(in srgb, var(--vscode-charts-blue) 55%, var(--vscode-foreground)); }
.retranslated { color: color-mix(in srgb, var(--vscode-charts-purple) 55%, var(--vscode-foreground)); }
.indirect { color: color-mix(in srgb, var(--vscode-charts-yellow) 55%, var(--vscode-foreground)); }
.altered { color: color-mix(in srgb, var(--vscode-charts-orange) 55%, var(--vscode-foreground)); }
.contradicts { color: color-mix(in srgb, var(--vscode-charts-red) 55%, var(--vscode-foreground)); }
#detail { flex: none; max-height: 30vh; overflow: auto; padding: 0.5rem 1rem; background: var(--vscode-editorWidget-background); border-top: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, #8888)); }
#detail h2 { font-size: 1em; margin: 0; font-weight: 600; }
#detail p { margin: 0.25rem 0; }
.quiet { color: var(--vscode-descriptionForeground); }
.removed { text-decoration: line-through; opacity: 0.75; background: var(--vscode-diffEditor-removedTextBackground); }
.added { font-weight: 600; background: var(--vscode-diffEditor-insertedTextBackground); }
/* A low window, as at 200 %, is for the table: what a sign means stands below it for each cell. */
@media (max-height: 22rem) {
  header { padding-top: 0.35rem; }
  .legend, .legend ~ p { display: none; }
  .scroll { margin-top: 0.35rem; }
  #detail { padding-block: 0.15rem; }
}
`;

const script = `
const api = acquireVsCodeApi();
const detail = document.getElementById('detail');
const all = [...document.querySelectorAll('button[data-row]')];
const show = (button) => {
  for (const other of all) other.tabIndex = other === button ? 0 : -1;
  detail.replaceChildren(button.querySelector('template').content.cloneNode(true));
};
const near = (button, rows, columns) => {
  const row = Number(button.dataset.row), column = Number(button.dataset.column);
  const ahead = all.filter((other) => {
    const down = Number(other.dataset.row) - row, right = Number(other.dataset.column) - column;
    return columns === 0 ? down * rows > 0 : down === 0 && right * columns > 0;
  });
  const far = (other) => Math.abs(other.dataset.row - row) * 100 + Math.abs(other.dataset.column - column);
  return ahead.sort((a, b) => far(a) - far(b))[0];
};
const steps = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
document.addEventListener('focusin', ({ target }) => { if (target.dataset.row) show(target); });
document.addEventListener('keydown', (event) => {
  const step = steps[event.key];
  if (!step || !event.target.dataset.row) return;
  event.preventDefault();
  near(event.target, ...step)?.focus();
});
document.addEventListener('click', ({ target }) => {
  if (target.id === 'csv' || target.id === 'html') api.postMessage({ save: target.id });
  const button = target.closest('button[data-row]');
  if (button) { button.focus(); api.postMessage({ row: Number(button.dataset.row), column: Number(button.dataset.column) }); }
});
if (all[0]) all[0].tabIndex = 0;
`;
