import { csvRecord, shownText } from '../../core/index';

/** Agreement of some people in one type of annotation, or in all. */
export interface AgreementRow {
  readonly annotators: readonly string[];
  readonly articles: number;
  readonly type: string;
  /** How many annotations each has; empty where that is not counted. */
  readonly counts: readonly number[];
  readonly alpha: number | null;
  /** Told of two people; null where it is not defined. */
  readonly exact?: number | null;
  readonly overlapping?: number | null;
  readonly speakers?: number | null;
}

const heads = ['annotators', 'articles', 'type', 'counts', 'alpha', 'equal', 'overlapping', 'same_speakers'];

/** The figures as a table for spreadsheets; an empty cell where a figure is not defined. */
export function agreementCsv(rows: readonly AgreementRow[]): string {
  const cells = rows.map(({ annotators, articles, type, counts, alpha, exact, overlapping, speakers }) => {
    const figures = [alpha, exact, overlapping, speakers].map((figure) => (figure ?? null) === null ? '' : String(figure)); // prettier-ignore
    return csvRecord([annotators.join('; '), String(articles), type, counts.join('; '), ...figures]);
  });
  return [csvRecord(heads), ...cells].join('');
}

/** One page that needs nothing else, and runs nothing: a table of all, and one for each two. */
export function agreementHtml(rows: readonly AgreementRow[]): string {
  const groups = new Map<string, AgreementRow[]>();
  for (const row of rows) {
    const key = JSON.stringify(row.annotators);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const title = `Agreement of ${rows[0]?.annotators.join(', ') ?? ''}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>
body { font: 1rem/1.5 Georgia, serif; margin: 2rem; color: #1c1c1c; background: #fff; }
table { border-collapse: collapse; margin-block-end: 1.5rem; }
caption { text-align: start; font-weight: 700; padding-block-end: 0.25rem; }
th, td { border: 1px solid #bbb; padding: 0.25rem 0.6rem; text-align: end; }
th:first-child { text-align: start; }
tbody tr:last-child > * { font-weight: 700; }
</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>Alpha is Krippendorff’s for unitizing: 1 is full agreement, 0 chance. Equal and overlapping are F1 of passages. Only what a person has accepted counts.</p>
${[...groups.values()].map(tableOf).join('\n')}
</body>
</html>
`;
}

function tableOf(rows: readonly AgreementRow[]): string {
  const [first] = rows;
  const { annotators = [], articles = 0 } = first ?? {};
  const isPair = rows.some(({ exact }) => exact !== undefined);
  const columns = ['Type', 'Annotations', 'Alpha', ...(isPair ? ['Equal', 'Overlapping', 'Same speakers'] : [])];
  const body = rows.map(({ type, counts, alpha, exact, overlapping, speakers }) => {
    const figures = [alpha, ...(isPair ? [exact, overlapping, speakers] : [])].map((value) => figureText(value ?? null));
    return `<tr><th scope="row">${escaped(type)}</th>${[counts.join(', '), ...figures].map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  const heads = columns.map((column) => `<th scope="col">${column}</th>`).join('');
  return `<table><caption>${escaped(annotators.join(', '))}: ${articles} ${articles === 1 ? 'article' : 'articles'}</caption><thead><tr>${heads}</tr></thead><tbody>
${body.join('\n')}
</tbody></table>`;
}

export function figureText(value: number | null): string {
  return value === null ? '–' : value.toFixed(2);
}

function escaped(text: string): string {
  return shownText(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
