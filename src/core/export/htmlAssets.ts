/** The report's only style sheet. The policy of the page names it by hash: a test counts the hash again. */
export const htmlStyle = `
:root { color-scheme: light dark; --ink: #1c1c1c; --paper: #fff; --faint: #5c5c5c; --rule: #d0d0d0; --added: #c9f0d2; --removed: #ffd9d4; --mark: #0b5cad; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --paper: #1b1b1d; --faint: #a8a8a8; --rule: #45454a; --added: #1d4d2b; --removed: #66261f; --mark: #7db8f5; } }
body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, 'Times New Roman', serif; color: var(--ink); background: var(--paper); }
h1, h2, h3, .filters, table, .source, .relation { font-family: system-ui, sans-serif; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--rule); }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { text-align: start; padding: .25rem .5rem; border-bottom: 1px solid var(--rule); vertical-align: top; }
code { font-size: .8125rem; overflow-wrap: anywhere; }
a { color: var(--mark); }
.filters { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: 1rem; padding: .5rem 0; background: var(--paper); border-bottom: 1px solid var(--rule); font-size: .875rem; }
select { font: inherit; max-width: 16rem; }
article { margin: 1.25rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--rule); }
blockquote { margin: 0; font-size: 1.125rem; white-space: pre-line; overflow-wrap: anywhere; }
.source { margin: .25rem 0; font-size: .8125rem; color: var(--faint); }
.suggested { font-style: italic; }
.renderings, .details { margin: .25rem 0; padding-inline-start: 1.25rem; font-size: .9375rem; }
.details { color: var(--faint); }
.relation { font-size: .75rem; border: 1px solid var(--rule); border-radius: .25rem; padding: 0 .25rem; }
.differs { font-weight: bold; }
q { quotes: none; }
ins { background: var(--added); text-decoration: underline; }
del { background: var(--removed); text-decoration: line-through; }
del + ins { margin-inline-start: .2em; }
[hidden] { display: none; }
@media print { :root { color-scheme: light; --ink: #1c1c1c; --paper: #fff; --faint: #5c5c5c; --rule: #d0d0d0; --added: #c9f0d2; --removed: #ffd9d4; --mark: #0b5cad; } .filters { display: none; } body { max-width: none; margin: 0; font-size: 10.5pt; } article, li, tr { break-inside: avoid; } h2, h3 { break-after: avoid; } ins, del { print-color-adjust: exact; } }
`;

export const htmlScript = `
const speaker = document.getElementById('speaker');
const outlet = document.getElementById('outlet');
function show() {
  let count = 0;
  for (const section of document.querySelectorAll('section[data-speaker]')) {
    const spoken = speaker.value === '' || section.dataset.speaker === speaker.value;
    let any = false;
    for (const article of section.querySelectorAll('article')) {
      const printed = outlet.value === '' || article.dataset.outlets.split(' ').includes(outlet.value);
      article.hidden = !spoken || !printed;
      if (!article.hidden) { any = true; count++; }
    }
    section.hidden = !any;
  }
  document.getElementById('count').textContent = count === 1 ? '1 statement' : count + ' statements';
}
speaker.addEventListener('change', show);
outlet.addEventListener('change', show);
show();
`;

export const htmlStyleHash = 'sha256-tF3QIfpEux+GynQBOP4I4pZ1L454Lna+62EydZqp6IU=';
export const htmlScriptHash = 'sha256-4x/579eNot8XhynkeZht/khdmPmHCiQNu6RuPMW/5JU=';
