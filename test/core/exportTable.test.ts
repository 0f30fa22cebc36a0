import assert from 'node:assert/strict';
import { exportFormats, type ExportOptions, importFormats, type Report } from '../../src/core/index';
import { parseCsv, records } from './exportReaders';
import { articleOf, documentOf, itemOn, reportOf, storyReport, textOf } from './exportReports';

function exported(id: string, report: Report, options?: ExportOptions): string {
  return textOf(exportFormats.find((format) => format.id === id)?.export(report, options)[0]);
}

const rowOn = (exact: string) => {
  const article = articleOf('a.txt', `before ${exact} after`);
  return reportOf([documentOf('a.txt', article, [itemOn(article.raw, exact, { id: 'x', type: 'quotation' })])]);
};

describe('the CSV export', () => {
  it('holds one record an annotation, with positions in code points', () => {
    const rows = records(parseCsv(exported('csv', storyReport())));
    assert.equal(rows.length, 7);
    const said = rows.find((row) => row.id === '7f3a9ck2qm');
    assert.equal(said?.exact, '“we will rebuild the café”');
    assert.deepEqual([said.start, said.end, said.unit], ['22', '48', 'codepoint']);
    assert.equal(said.speaker, 'Ana Ruiz');
    assert.equal(said.tags, 'flood; money\\; later');
    assert.equal(said.note, 'Heard on the square,\nnot in the hall.');
    assert.equal(said.renderings, 'wire/storm.txt: indirect: promised on Friday to rebuild the café');
    assert.equal(said.links, 'indirect: wire/storm.txt#e5f6g7h2j3 (accepted)');
    assert.equal(rows.find((row) => row.id === 'b2c3d4e5f6')?.conflicts, '3 May against Friday');
  });

  it('begins with a byte order mark only where asked', () => {
    assert.equal(exported('csv', reportOf([])).charCodeAt(0), 'i'.charCodeAt(0));
    assert.equal(exported('csv', reportOf([]), { byteOrderMark: true }).charCodeAt(0), 0xfeff);
  });

  const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\n'];
  for (const formula of [
    ...signs.flatMap((sign) => [`${sign}1`, `'${sign}1`, `''${sign}1`]),
    '=HYPERLINK("http://x.example","y")',
    '\t＝1',
  ])
    it(`guards ${JSON.stringify(formula)} against being run, and gives it back`, () => {
      for (const id of ['csv', 'tsv']) {
        const report = rowOn(formula);
        const [row] =
          importFormats.find((format) => format.id === 'csv')?.read([{ name: `x.${id}`, text: exported(id, report) }], report.registry)
            .annotations ?? [];
        assert.equal(row?.annotation.exact, formula);
      }
      const [row] = records(parseCsv(exported('csv', rowOn(formula))));
      assert.equal(row?.exact, `'${formula.replace('\t＝', "\t'＝")}`);
    });

  for (const [words, guarded] of [
    ['one;=two', "one;'=two"],
    ["one;'=two", "one;''=two"],
    ['list\n-item', "list\n'-item"],
    ['a,@b', "a,'@b"],
  ] as const)
    it(`guards what another separator would make a formula in ${JSON.stringify(words)}, and gives it back`, () => {
      const report = rowOn(words);
      assert.equal(records(parseCsv(exported('csv', report)))[0]?.exact, guarded);
      for (const id of ['csv', 'tsv']) {
        const read = importFormats
          .find((format) => format.id === 'csv')
          ?.read([{ name: `x.${id}`, text: exported(id, report) }], report.registry);
        assert.equal(read?.annotations[0]?.annotation.exact, words);
      }
    });

  it('runs no carriage return of a note, which no article has', () => {
    const report = rowOn('words');
    const documents = report.documents.map((document) => ({
      ...document,
      items: document.items.map((item) => ({ ...item, note: '\r=1' })),
    }));
    assert.equal(records(parseCsv(exported('csv', { ...report, documents })))[0]?.note, '\uFFFD=1');
  });

  for (const plain of ['a=1', "'tis", '“-”', '1-2'])
    it(`leaves ${plain} alone`, () => {
      assert.equal(records(parseCsv(exported('csv', rowOn(plain))))[0]?.exact, plain);
    });

  it('puts U+FFFD for control characters, one for one', () => {
    assert.equal(records(parseCsv(exported('csv', rowOn('a\0b\u001bc'))))[0]?.exact, 'a\uFFFDb\uFFFDc');
  });
});

describe('the TSV export', () => {
  it('quotes as CSV does, so that data libraries and spreadsheets read every cell as it is', () => {
    const words = '"one"\ttwo\nthree\\n';
    assert.equal(records(parseCsv(exported('tsv', rowOn(words)), '\t', '\n'))[0]?.exact, words);
  });
});
