/** The report's only style sheet. The policy of the page names it by hash: a test counts the hash again. */
export const htmlStyle = `
:root { color-scheme: light dark; --ink: #1c1c1c; --paper: #fff; --faint: #595959; --rule: #d4d4d4; --panel: #f6f6f4; --added: #c9f0d2; --removed: #ffd9d4; --mark: #0b5cad; --alert: #a33a00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --paper: #1b1b1d; --faint: #a8a8a8; --rule: #45454a; --panel: #242427; --added: #1d4d2b; --removed: #66261f; --mark: #7db8f5; --alert: #ffab80; } }
body { margin: 0; padding: 0; font: 1rem/1.5 Georgia, 'Times New Roman', serif; color: var(--ink); background: var(--paper); }
main { max-width: 46rem; margin: 2.5rem auto 5rem; padding: 0 1rem; }
h1, h2, h3, .summary, .filters, table, .source, .relation, .details { font-family: system-ui, sans-serif; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 3rem 0 .75rem; padding-bottom: .25rem; font-size: 1.25rem; border-bottom: 2px solid var(--ink); }
h3 { margin: 2.25rem 0 .25rem; font-size: 1.125rem; }
.summary { margin: .25rem 0 1.5rem; color: var(--faint); }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { text-align: start; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
th { font-weight: 600; color: var(--faint); }
time { white-space: nowrap; font-variant-numeric: tabular-nums; }
code { padding: 0; font: .8125rem ui-monospace, Consolas, monospace; color: inherit; background: none; overflow-wrap: break-word; }
td code { overflow-wrap: anywhere; }
td:last-child { min-width: 9rem; }
a { color: var(--mark); }
.filters { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: baseline; gap: .5rem 1rem; padding: .625rem .75rem; background: var(--panel); border: 1px solid var(--rule); border-radius: .375rem; font-size: .875rem; }
select { font: inherit; max-width: 16rem; color: inherit; background: var(--paper); border: 1px solid var(--rule); border-radius: .25rem; padding: .125rem .25rem; }
:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
#count { margin-inline-start: auto; color: var(--faint); }
article { margin: 1rem 0 1.5rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--rule); }
blockquote { margin: 0; border: 0; background: none; font-size: 1.125rem; line-height: 1.45; white-space: pre-line; overflow-wrap: anywhere; }
.source { margin: .25rem 0; font-size: .8125rem; color: var(--faint); }
.source strong { color: var(--ink); }
.suggested { font-style: italic; }
.renderings { margin: .5rem 0; padding: 0; list-style: none; font-size: .9375rem; }
.renderings li { margin: .375rem 0; padding: .375rem .625rem; background: var(--panel); border-radius: .25rem; }
.details { margin: .5rem 0; padding-inline-start: 1.25rem; font-size: .8125rem; color: var(--faint); }
.relation { font-size: .75rem; color: var(--faint); border: 1px solid var(--rule); border-radius: .25rem; padding: 0 .25rem; }
.differs { font-weight: 600; color: var(--alert); }
q { quotes: none; }
ins { background: var(--added); text-decoration: underline; text-decoration-thickness: 1px; }
del { background: var(--removed); text-decoration: line-through; }
del + ins { margin-inline-start: .2em; }
[hidden] { display: none; }
@media (max-width: 36rem) {
  #count { margin: 0; }
  thead { display: none; }
  tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--rule); }
  td { display: block; padding: 0; border: 0; }
  .details, section > ul { padding-inline-start: 1rem; }
}
@page { margin: 16mm 15mm; }
@media print {
  :root { color-scheme: light; font-size: 9.5pt; --ink: #000; --paper: #fff; --faint: #444; --rule: #bbb; --panel: #fff; --added: #d6f2dc; --removed: #fbe0dc; --mark: #000; --alert: #000; }
  main { max-width: none; margin: 0; padding: 0; }
  h2 { margin-top: 2rem; }
  h3 { margin-top: 1.25rem; }
  article { margin: .5rem 0 1rem; }
  .renderings li { border: 1px solid var(--rule); }
  .filters { display: none; }
  body[data-filtered] .filters { display: flex; position: static; }
  blockquote, .renderings li, .details li, tr { break-inside: avoid; }
  h2, h3, blockquote, .source { break-after: avoid; }
  .details { break-before: avoid; }
  thead { display: table-header-group; }
  ins, del { print-color-adjust: exact; }
  a { text-decoration: none; }
}
`;

export const htmlScript = `
const speaker = document.getElementById('speaker');
const outlet = document.getElementById('outlet');
function show() {
  const shown = new Set();
  for (const section of document.querySelectorAll('section[data-speaker]')) {
    const spoken = speaker.value === '' || section.dataset.speaker === speaker.value;
    let any = false;
    for (const article of section.querySelectorAll('article')) {
      const printed = outlet.value === '' || article.dataset.outlets.split(' ').includes(outlet.value);
      article.hidden = !spoken || !printed;
      if (!article.hidden) { any = true; shown.add(article.dataset.statement); }
    }
    section.hidden = !any;
  }
  document.body.toggleAttribute('data-filtered', speaker.value !== '' || outlet.value !== '');
  document.getElementById('count').textContent = shown.size === 1 ? '1 statement' : shown.size + ' statements';
}
document.querySelector('.filters').hidden = false;
speaker.addEventListener('change', show);
outlet.addEventListener('change', show);
show();
`;

export const htmlStyleHash = 'sha256-eqr98u47z38QKMQYbT6JeXUryw60ggBzPryxCFMe1q8=';
export const htmlScriptHash = 'sha256-jvrLW9KwYq1KFYXQwZ5ekvpJFF5Deor15YriQtBrwO8=';
