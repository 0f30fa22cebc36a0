import { inEnglish, type Translate } from '../../core/index';
import { escaped } from './matrixPage';

/** What the page is sent: texts that it puts into its table as text. */
export interface FindAnswer {
  readonly note: string;
  readonly tags: readonly string[];
  readonly rows: readonly FindRow[];
}

export interface FindRow {
  readonly day: string;
  readonly outlet: string;
  readonly speaker: string;
  readonly words: string;
  readonly tags: string;
}

/** The form and an empty table: no outside address, no inline handler; script and style run by `nonce` only. */
export function findHtml(title: string, nonce: string, t: Translate = inEnglish, language = 'en'): string {
  const field = (id: string, label: string, hint: string, type = 'text') =>
    `<label for="${id}">${escaped(label)}<input id="${id}" type="${type}" placeholder="${escaped(hint)}" title="${escaped(hint)}"></label>`;
  const columns = [t('Day'), t('Outlet'), t('Speaker'), t('Statement'), t('Tags')].map(
    (column) => `<th scope="col">${escaped(column)}</th>`,
  );
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>${escaped(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<header><h1>${escaped(title)}</h1>
<form id="query">
${field('by', t('By'), t('words of a name; unknown: nobody is named'))}
${field('about', t('About'), t('words of the statement or its paragraph'))}
${field('tags', t('Tags'), t('all of these, with commas between'))}
${field('from', t('Published from'), t('the first day'), 'date')}
${field('to', t('to'), t('the last day'), 'date')}
<label class="tick" for="accepted"><input id="accepted" type="checkbox">${escaped(t('Accepted only'))}</label>
<button type="submit">${escaped(t('Find'))}</button>
<span class="save"><button type="button" id="csv">${escaped(t('Save as CSV…'))}</button> <button type="button" id="json">${escaped(t('Save as JSON…'))}</button> <button type="button" id="export">${escaped(t('Export…'))}</button></span>
</form>
<p id="note" role="status"></p><p id="counts"></p></header>
<main class="scroll">
<table aria-label="${escaped(title)}"><thead><tr>${columns.join('')}</tr></thead><tbody id="rows"></tbody></table>
</main>
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}

const style = `
body { padding: 0; margin: 0; height: 100vh; display: flex; flex-direction: column; color: var(--vscode-foreground); background: var(--vscode-editor-background); font: var(--vscode-font-size)/1.5 var(--vscode-font-family); }
header { padding: 0.75rem 1rem 0; }
h1 { font-size: 1.2em; font-weight: 600; margin: 0 0 0.5rem; }
form { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: end; }
label { display: flex; flex-direction: column; }
label.tick { flex-direction: row; align-items: center; gap: 0.35rem; padding-block: 0.25rem; }
input { font: inherit; color: var(--vscode-input-foreground); background: var(--vscode-input-background); border: 1px solid var(--vscode-input-border, var(--vscode-widget-border, #8888)); padding: 0.15rem 0.35rem; min-width: 9rem; color-scheme: light dark; }
input[type=checkbox] { min-width: 0; }
input::placeholder { color: var(--vscode-input-placeholderForeground); }
form button { font: inherit; color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); border: 1px solid var(--vscode-contrastBorder, transparent); padding: 0.2rem 0.75rem; cursor: pointer; }
form button[type=submit] { color: var(--vscode-button-foreground); background: var(--vscode-button-background); }
:focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: 1px; }
header p { margin: 0.5rem 0 0; color: var(--vscode-descriptionForeground); }
#counts { margin-top: 0; }
.scroll { overflow: auto; flex: 1; margin: 0.5rem 0 0; }
table { border-collapse: separate; border-spacing: 0; width: 100%; }
th { position: sticky; top: 0; text-align: start; font-weight: 600; white-space: nowrap; background: var(--vscode-editor-background); border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, #8888)); }
th, td { padding: 0.3rem 0.5rem; vertical-align: top; overflow-wrap: anywhere; }
th:first-child, td:first-child { padding-inline-start: 1rem; white-space: nowrap; }
tbody tr:hover { background: var(--vscode-list-hoverBackground); }
td button { font: inherit; text-align: start; color: var(--vscode-textLink-foreground); background: transparent; border: 0; padding: 0; cursor: pointer; }
td button:hover { text-decoration: underline; }
`;

const script = `
const api = acquireVsCodeApi();
const at = (id) => document.getElementById(id);
const fields = ['by', 'about', 'tags', 'from', 'to'];
const ask = () => {
  const query = Object.fromEntries(fields.map((id) => [id, at(id).value]));
  query.accepted = at('accepted').checked;
  api.setState(query);
  api.postMessage({ query });
};
const cell = (text) => { const made = document.createElement('td'); made.textContent = text; return made; };
const rowOf = (row, index) => {
  const made = document.createElement('tr');
  const open = document.createElement('button');
  open.type = 'button';
  open.textContent = row.words;
  open.dataset.row = String(index);
  const words = document.createElement('td');
  words.append(open);
  made.append(cell(row.day), cell(row.outlet), cell(row.speaker), words, cell(row.tags));
  return made;
};
window.addEventListener('message', ({ data }) => {
  at('note').textContent = data.note;
  at('counts').textContent = data.tags.join(' · ');
  at('rows').replaceChildren(...data.rows.map(rowOf));
  for (const id of ['csv', 'json', 'export']) at(id).disabled = data.rows.length === 0;
});
at('query').addEventListener('submit', (event) => { event.preventDefault(); ask(); });
at('accepted').addEventListener('change', ask);
for (const id of ['csv', 'json', 'export']) at(id).addEventListener('click', () => api.postMessage({ save: id }));
at('rows').addEventListener('click', ({ target }) => {
  const button = target.closest('button[data-row]');
  if (button) api.postMessage({ open: Number(button.dataset.row) });
});
const before = api.getState();
if (before) {
  for (const id of fields) at(id).value = before[id];
  at('accepted').checked = before.accepted;
}
at('by').focus();
ask();
`;
