import assert from 'node:assert/strict';
import { type Annotation, exportFormats, importFormats, type ImportPreview, previewImport } from '../../src/core/index';
import { parseCsv } from './exportReaders';
import { articleOf, documentOf, itemOn, registry, reportOf, textOf } from './exportReports';

const raw = 'The weir was opened on 4 June, wrote the keeper, and shut on 24 December at 10:30. Nobody was told, she said.\n';
const article = articleOf('weir.txt', raw);
const items = [
  itemOn(raw, '4 June', { id: 'aaaaaaaaa2', type: 'date', value: '2025-06-04', reviewed: { by: 'ana', at: '2026-01-02T10:00:00Z' } }),
  itemOn(raw, '24 December', { id: 'bbbbbbbbb2', type: 'date', value: '2025-12-24' }),
  itemOn(raw, '10:30', { id: 'ddddddddd2', type: 'date', value: '2025-12-24T10:30' }),
  itemOn(raw, 'Nobody was told', { id: 'ccccccccc2', type: 'statement', note: '2025-06-04' }),
];
const document = documentOf('weir.txt', article, items);
const annotations = items.flatMap(({ annotation }) => annotation ?? []);

/** Our export as a spreadsheet keeps it that writes dates its own way: `cells` says what becomes of a cell. */
function kept(cells: Readonly<Record<string, string>>, separator = ','): string {
  const [csv] = exportFormats.find(({ id }) => id === 'csv')?.export(reportOf([document], { registry })) ?? [];
  assert.ok(csv);
  const changed = new Map(Object.entries(cells));
  const cellOf = (cell: string) => (/["\n;,]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return parseCsv(textOf(csv).replace(/^\uFEFF/, ''))
    .map((row) => row.map((cell) => cellOf(changed.get(cell) ?? cell)).join(separator))
    .join('\n');
}

function preview(text: string, known: readonly Annotation[] = annotations): ImportPreview {
  const format = importFormats.find(({ id }) => id === 'csv');
  assert.ok(format);
  const target = { path: 'weir.txt', article, sha256: document.sha256, annotations: known };
  return previewImport(format.read([{ name: 'weir.csv', text }], registry), [target], { registry, newId: () => 'new0000001' });
}

const entries = ({ documents }: ImportPreview) => documents.flatMap((one) => one.entries);
const known = (result: ImportPreview) => entries(result).map((entry) => entry.known);
const values = (result: ImportPreview) => entries(result).map(({ annotation: { exact, value = '' } }) => `${exact} = ${value}`);
const all = ['4 June = 2025-06-04', '24 December = 2025-12-24', '10:30 = 2025-12-24T10:30', 'Nobody was told = '];

describe('a table that a spreadsheet has kept', () => {
  for (const [name, cells, separator] of [
    ['American', { '2025-06-04': '06/04/2025', '2025-12-24': '12/24/2025', '4 June': '04-Jun', '24 December': '24-Dec' }],
    ['American, of two figures', { '2025-06-04': '6/4/25', '2025-12-24': '12/24/25', '4 June': '6/4/26', '24 December': '12/24/26' }],
    ['British', { '2025-06-04': '04/06/2025', '2025-12-24': '24/12/2025', '4 June': '04/06/26' }],
    ['German', { '2025-06-04': '04.06.2025', '2025-12-24': '24.12.25', '4 June': '04. Jun' }, ';'],
    ['LibreOffice', { '10:30': '10:30:00 AM', '2025-12-24T10:30': '2025-12-24T10:30:00', ccccccccc2: '1.79769313486232E+308' }],
    ['Swedish', { '2025-06-04': '2025/06/04', '2025-12-24': '2025-12-24' }],
    ['with the time of a review', { '2026-01-02T10:00:00Z': '1/2/2026 10:00:00 AM', '2025-06-04': '6/4/2025', '2025-12-24': '12/24/2025' }],
  ] as const)
    it(`brings the dates it was given, whatever it wrote (${name})`, () => {
      const text = kept(cells, separator);
      const result = preview(text.replace(/(?<=Nobody was told(?:.|\n)*)\d+[./]\d+[./]\d+/g, '2025-06-04'));
      assert.deepEqual(values(result), all);
      assert.deepEqual(known(result), ['same', 'same', 'same', 'same']);
      assert.deepEqual(values(preview(text, [])), all);
    });

  it('says nothing about a value whose day and month cannot be told apart, and the folder keeps its own', () => {
    const text = kept({ '2025-06-04': '04/06/2025', '2025-12-24': 'XXXX-12-24' });
    const result = preview(
      text,
      annotations.map((one) => (one.note === undefined ? one : { ...one, note: '04/06/2025' })),
    );
    assert.equal(values(result)[0], '4 June = 2025-06-04');
    assert.equal(known(result)[0], 'same');
    assert.deepEqual(result.skipped, { 'values of dates whose day and month cannot be told apart': 1 });
  });

  it('takes the words that stand, and never what a spreadsheet wrote beside other words', () => {
    const text = kept({ '4 June': '06/04/26' }).replace('The weir was opened on', 'The mill was closed on');
    const [entry] = entries(preview(text, []));
    assert.deepEqual([entry?.placed.how, entry?.annotation.exact], ['orphan', '06/04/26']);
  });
});
