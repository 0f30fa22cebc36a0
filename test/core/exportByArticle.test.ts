import assert from 'node:assert/strict';
import { type ArticleByArticle, exportFormats, type Report, SharedText } from '../../src/core/index';
import { articleOf, documentOf, itemOn, reportOf, storyReport, textOf } from './exportReports';

/** What comes of one report after the other, by the names of the files. */
function written(format: ArticleByArticle, reports: readonly Report[]): Map<string, string> {
  const found = new Map<string, string>();
  const shared = format.shared.map((file) => ({ file, text: new SharedText(file) }));
  let number = 0;
  for (const report of reports) {
    for (const { file, text } of shared) found.set(file.path, [found.get(file.path) ?? '', ...text.of(report, number)].join(''));
    for (const file of format.own?.(report, number) ?? []) found.set(file.path, textOf(file));
    number += report.documents.length;
  }
  for (const { file, text } of shared) found.set(file.path, (found.get(file.path) ?? '') + text.end());
  for (const file of format.beside ?? []) found.set(file.path, textOf(file));
  return found;
}

/** A report of each article beside the others. */
function reportsOf(report: Report): Report[] {
  return report.documents.map((document) => ({
    ...report,
    documents: [document],
    conflicts: report.conflicts.filter(({ passages }) => passages.some(({ path }) => path === document.path)),
    around: report.documents.filter((other) => other !== document),
  }));
}

/** Links and decisions are in the files of a folder, which an archive has not. */
const archived = (report: Report): Report => ({ ...report, links: [], decisions: [], registry: reportOf([]).registry });

describe('an export article by article', () => {
  it('is what the export of all together is', () => {
    const report = archived(storyReport());
    assert.ok(report.documents.length > 1);
    for (const { id, export: write, byArticle } of exportFormats) {
      const format = byArticle?.();
      if (!format) continue;
      const sorted = (text: string) => (id === 'w3c' ? (JSON.parse(text) as object[]).map((one) => JSON.stringify(one)).sort() : text);
      const [whole, parts] = [new Map(write(report).map((file) => [file.path, textOf(file)])), written(format, reportsOf(report))];
      assert.deepEqual([...parts.keys()].sort(), [...whole.keys()].sort(), id);
      for (const [path, text] of whole) assert.deepEqual(sorted(parts.get(path) ?? ''), sorted(text), `${id} ${path}`);
    }
  });

  it('is whole where there is no article, and where an article has nothing', () => {
    const article = articleOf('b.txt', 'Nine carts of peat stood at the lock.');
    const report = reportOf([
      documentOf('a.txt', articleOf('a.txt', ''), []),
      documentOf('b.txt', article, [itemOn(article.raw, 'Nine carts', { id: 'x', type: 'note' })]),
    ]);
    for (const { id, export: write, byArticle } of exportFormats) {
      const format = () => byArticle?.() ?? { shared: [], own: (one: Report) => write(one) };
      if (!byArticle) continue;
      for (const reports of [[], [reportOf([])], reportsOf(report).slice(0, 1), reportsOf(report)]) {
        const all = reportOf(reports.flatMap(({ documents }) => documents));
        assert.deepEqual(
          [...written(format(), reports)].sort(),
          write(all)
            .map((file) => [file.path, textOf(file)] as const)
            .sort(),
          id,
        );
      }
    }
  });

  it('is left to formats that do not tell of all articles in their first line', () => {
    const together = exportFormats.filter(({ byArticle }) => byArticle === undefined).map(({ id }) => id);
    assert.deepEqual(together, ['html', 'markdown', 'refi-qda']);
  });
});
