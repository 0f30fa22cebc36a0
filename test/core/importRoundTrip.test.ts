import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  type Annotation,
  exportFormats,
  type ImportFile,
  importFile,
  importFormats,
  type ImportTarget,
  previewImport,
  readImport,
  type Report,
  type ReportDocument,
  type ReportItem,
} from '../../src/core/index';
import { articleOf, bytesOf, documentOf, itemAt, registry, reportOf } from './exportReports';
import { forSeeds, Random, seeds } from './random';

/** Pieces of invented stories: signs beyond the first plane, families of emoji, right-to-left words, marks that combine, look-alikes. */
const words = [
  'The ferry',
  'to Ostrand',
  '“will not sail,”',
  'says Vera Holm',
  '😀',
  '👩‍👩‍👧',
  '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'e\u0301te\u0301',
  'a\u0308\u0323',
  'ñ',
  '‏שלום',
  '«مرحبا»',
  '\u202bעיר\u202c',
  'ﬁn',
  '①',
  'Z\u0335\u0321',
  'हिन्दी',
  '한글',
  '𝔘𝔫',
  'ﷺ',
  '“The ferry”',
  'O’Lunn',
  'x=1',
  'a\u00a0b',
  '|',
  '\\',
  '<b>',
  '&amp;',
  '"quoted"',
  ';',
  '[1]',
  '==',
  '#',
  'T1', // prettier-ignore
];

const types: readonly Annotation['type'][] = ['quotation', 'statement', 'date', 'note'];

function storyOf(random: Random): Report {
  const documents = Array.from({ length: 1 + random.below(2) }, (_, number): ReportDocument => {
    const lines = Array.from({ length: 2 + random.below(4) }, () =>
      Array.from({ length: 2 + random.below(8) }, () => random.pick(words)).join(' '),
    );
    const path = `${random.pick(['ferry', 'отчёт', 'a b', 'ünï'])}-${number}.txt`;
    const article = articleOf(path, `Story ${number}.${random.pick(['\n', '\r\n'])}${lines.join(random.pick(['\n', '\r\n', '\n\n']))}\n`);
    const { raw } = article;
    const taken = new Set<string>();
    const items = Array.from({ length: 1 + random.below(6) }, (_, i): readonly ReportItem[] => {
      const at = random.below(lines.length);
      const line = lines[at] ?? '';
      const parts = line.split(' ');
      const from = random.below(parts.length);
      const count = 1 + random.below(Math.min(5, parts.length - from));
      const exact = parts.slice(from, from + count).join(' ');
      const lineStart = raw.indexOf(line);
      const start = lineStart + parts.slice(0, from).join(' ').length + (from === 0 ? 0 : 1);
      const type = random.pick(types);
      if (taken.has(`${start} ${exact}`)) return [];
      taken.add(`${start} ${exact}`);
      const note = random.pick(['', 'Why? 😀', 'זה\nand e\u0301', 'x; y|z']);
      const item = itemAt(
        raw,
        { start, end: start + exact.length },
        {
          id: `${'abcdefgh'[i] ?? 'z'}${number}23456789`,
          type,
          status: random.chance(80) ? 'accepted' : 'rejected',
          ...(type === 'quotation' && { kind: random.pick(['direct', 'indirect']), ...(random.chance(50) && { speakers: [{ id: 'ana-ruiz', name: 'Ana Ruiz' }] }) }), // prettier-ignore
          ...(type === 'date' && { value: '2031-05-06' }),
          ...(note !== '' && { note }),
          ...(random.chance(40) && { tags: [random.pick(['boats 😀', 'צי', 'a; b', 'c|d'])] }),
        },
      );
      return item.annotation ? [item] : [];
    }).flat();
    return documentOf(path, article, items);
  });
  return reportOf(documents, { registry });
}

/** What goes out, and by which import it comes back. */
const pairs: readonly (readonly [out: string, back: string])[] = [
  ['bundle', 'bundle'],
  ['w3c', 'w3c'],
  ['csv', 'csv'],
  ['tsv', 'csv'],
  ['brat', 'brat'],
  ['label-studio', 'label-studio'],
  ['doccano', 'doccano'],
  ['cas-json', 'cas'],
  ['cas-xmi', 'cas'],
  ['refi-qda', 'refi-qda'],
];

describe('an export of an invented story with emoji, right-to-left words and marks that combine comes back the same:', () => {
  const runs = seeds(400);
  for (const [out, back] of pairs)
    it(`${out}, ${runs} stories`, () => {
      forSeeds(runs, (seed, tell) => {
        const report = storyOf(new Random(seed));
        const format = exportFormats.find(({ id }) => id === out);
        const files = (format?.export(report) ?? [])
          .filter(({ path }) => !/(?:\.xml|\.conf|-plain\.jsonl)$/.test(path))
          .map((file): ImportFile => importFile(file.path, bytesOf(file)));
        tell(JSON.stringify(report.documents.map(({ article, items }) => [article.raw, items.map(({ annotation }) => annotation)])));
        const targets = report.documents.map(({ path, article, items }): ImportTarget => {
          const sha256 = createHash('sha256').update(article.raw, 'utf8').digest('hex');
          return { path, article, sha256, annotations: items.flatMap(({ annotation }) => annotation ?? []) };
        });
        const reader = importFormats.find(({ id }) => id === back);
        assert.ok(reader);
        const content = readImport(reader, files, registry, undefined);
        const preview = previewImport(content, targets, { registry, newId: () => 'new' });
        assert.deepEqual(preview.elsewhere, []);
        assert.deepEqual(preview.skipped, {});
        assert.deepEqual(preview.problems.filter(({ message }) => !message.startsWith('The text has signs that programs count differently')), []); // prettier-ignore
        const held = (annotation: Annotation) => content.holds?.includes(annotation.status) ?? true;
        const expected = targets.flatMap(({ annotations }) => annotations.filter(held).map(({ id }) => id));
        const entries = preview.documents.flatMap((document) => document.entries);
        assert.deepEqual(
          entries.filter(({ known }) => known !== 'same').map(({ known, annotation }) => ({ known, annotation })),
          [],
        );
        const isUnknown = out === 'doccano';
        if (!isUnknown) assert.deepEqual(entries.map(({ annotation }) => annotation.id).sort(), expected.sort());
        else assert.equal(entries.length, expected.length);
      });
    }).timeout(300_000);
});
