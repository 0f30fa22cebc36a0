import { csvRecord } from '../../core/index';
import { escaped, matrixLabels, type MatrixPage } from './matrixPage';

/** What the table shows as a file: statements by articles, with the words of each. */
export function matrixCsv({ columns, rows }: MatrixPage): string {
  const head = csvRecord(['speaker', 'statement', ...columns.flatMap((column) => [column, `${column}: relation`])]);
  const body = rows.map(({ speaker, words, cells }) =>
    csvRecord([
      speaker,
      words,
      ...cells.flatMap((cell) => (cell ? [cell.words, `${matrixLabels[cell.kind]}${cell.isSure ? '' : ', possible'}`] : ['', ''])),
    ]),
  );
  return [head, ...body].join('');
}

/** One page that needs nothing else, and runs nothing. */
export function matrixFile({ title, note, columns, rows }: MatrixPage): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows.map(({ speaker, words, cells }) => {
    const shown = cells.map((cell) => {
      if (cell === undefined) return '<td></td>';
      const changes = cell.changes.map(({ kind, text }) => `<span class="${kind}">${escaped(text)}</span>`).join('');
      return `<td><i>${matrixLabels[cell.kind]}${cell.isSure ? '' : ', possible'}</i><br>${changes}</td>`;
    });
    return `<tr><th scope="row">${speaker === '' ? '' : `<b>${escaped(speaker)}</b> `}${escaped(words)}</th>${shown.join('')}</tr>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>
body { font: 1rem/1.5 Georgia, serif; margin: 2rem; color: #1c1c1c; background: #fff; }
table { border-collapse: collapse; }
th, td { border: 1px solid #bbb; padding: 0.4rem 0.6rem; text-align: start; vertical-align: top; min-width: 12rem; font-weight: 400; }
thead th { font-weight: 700; }
.removed { text-decoration: line-through; color: #6b6b6b; }
.added { font-weight: 700; }
</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${escaped(note)}</p>
<table><thead><tr><th scope="col">Statement</th>${head}</tr></thead><tbody>
${body.join('\n')}
</tbody></table>
</body>
</html>
`;
}
