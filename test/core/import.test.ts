import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  type Annotation,
  describeSpan,
  exportFormats,
  importChanges,
  importFormats,
  type ImportFile,
  type ImportPreview,
  type ImportTarget,
  newSidecar,
  editSidecar,
  applyEdits,
  previewImport,
  readSidecar,
  type Registry,
  type Report,
  type ReportItem,
} from '../../src/core/index';
import { articleOf, documentOf, itemAt, registry, reportOf, storyReport, textOf } from './exportReports';
import { recordEach } from './proof';

function exportedFiles(id: string, report: Report): ImportFile[] {
  const files = exportFormats.find((format) => format.id === id)?.export(report) ?? [];
  return files.map((file) => ({ name: file.path, text: textOf(file) }));
}

/** Numbers ids, so that entries without one can be told. */
function newIds(): () => string {
  let count = 0;
  return () => `new${String(++count).padStart(7, '0')}`;
}

function preview(id: string, files: readonly ImportFile[], targets: readonly ImportTarget[], known: Registry = registry): ImportPreview {
  const format = importFormats.find((candidate) => candidate.id === id);
  assert.ok(format, id);
  return previewImport(format.read(files, known), targets, { registry: known, newId: newIds() });
}

function targetOf(path: string, text: string, annotations: readonly Annotation[] = [], url?: string): ImportTarget {
  const article = articleOf(path, text, url === undefined ? {} : { url });
  return { path, article, sha256: createHash('sha256').update(article.raw, 'utf8').digest('hex'), annotations };
}

function targetsOf(report: Report): ImportTarget[] {
  return report.documents.map(({ path, article, sha256 }) => ({ path, article, sha256, annotations: [] }));
}

/** The fields that only the bundle carries; of an annotation that was found again, the words are today's. */
const lost = ['found', 'resolved', 'conflict'];

function withoutLost({ found, ...annotation }: Annotation): Annotation {
  const all = Object.entries({ ...annotation, ...found, at: undefined });
  return Object.fromEntries(all.filter(([field, value]) => value !== undefined && !lost.includes(field))) as unknown as Annotation;
}

const decided = (report: Report) => report.documents.map(({ items }) => items.flatMap(({ annotation }) => annotation ?? []));
const entries = ({ documents }: ImportPreview) => documents.map((document) => document.entries);

const formats = [
  ['bundle', 'bundle'],
  ['w3c', 'w3c'],
  ['csv', 'csv'],
  ['tsv', 'csv'],
  ['brat', 'brat'],
] as const;

describe('a re-import after an export', () => {
  recordEach('round trip', (title) => /^gives the same annotations.*\((.*)\)$/.exec(title)?.slice(1) ?? []);

  for (const [out, back] of formats)
    it(`gives the same annotations (${out})`, () => {
      const report = storyReport();
      const result = preview(back, exportedFiles(out, report), targetsOf(report));
      assert.deepEqual(
        entries(result).map((list) => list.map(({ annotation }) => annotation)),
        decided(report),
      );
      assert.deepEqual(result.problems, []);
      for (const { placed, known } of entries(result).flat()) assert.deepEqual([placed.how, known], ['exact', 'new']);
    });

  // what every format can hold: CSV, TSV and brat have no control characters, brat no spans of spaces
  const text = fc.array(
    fc.constantFrom(
      ...['a', 'B', ' ', 'é', 'e\u0301', '😀', '👩‍👩‍👧', 'ש', 'عالم', '\u202b', '\u200f', '“', '\n', '=', '＝', '+', '@'],
      ...[',', '"', ';', '\\', '\t', '<', '&', "'", '#', '-', '.'],
    ),
    { maxLength: 12 },
  );
  const words = text.map((parts) => parts.join('')).filter((value) => value.trim() !== '');
  const plain = { noNullPrototype: true };
  const id = fc.stringMatching(/^[a-z2-7]{10}$/);
  const speaker = fc.constantFrom(
    { id: 'ana-ruiz', name: 'Ana Ruiz' },
    { id: 'tom-okafor', name: 'Tom Okafor' },
    { id: 'x-1', name: 'Somebody Else' },
  );
  const item = fc.record(
    {
      id,
      type: fc.constantFrom('quotation', 'statement', 'speaker', 'date', 'cue', 'note'),
      status: fc.constantFrom('accepted', 'rejected'),
      kind: fc.constantFrom('direct', 'mixed', 'indirect', 'scare'),
      speakers: fc.uniqueArray(speaker, { selector: ({ id: key }) => key, maxLength: 3 }),
      hasMention: fc.boolean(),
      provenance: words,
      value: words,
      tags: fc.array(words, { maxLength: 3 }),
      note: words,
      comments: fc.array(fc.record({ by: words, at: fc.constant('2026-11-22T10:00:00Z'), text: words }, plain), { maxLength: 2 }),
      by: words,
      reviewed: fc.record({ by: words, at: fc.constant('2026-11-22T10:00:00Z') }, plain),
      resolved: fc.record({ by: words, at: fc.constant('2026-11-23T10:00:00Z') }, plain),
      conflict: fc.array(fc.record({ field: fc.constant('note'), ours: words, theirs: words }, plain), { minLength: 1, maxLength: 2 }),
      before: words,
    },
    { requiredKeys: ['id', 'type', 'status', 'hasMention'], ...plain },
  );
  const article = fc.array(fc.oneof(words, fc.constantFrom('the', ' said ', '\n\n', '\r\n', '\r\n\r\n', '😀😀', 'שלום לכולם', 'we will')), {
    minLength: 3,
    maxLength: 30,
  });
  const cuts = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 8, maxLength: 8 });

  for (const [out, back] of formats)
    it(`gives the same annotations whatever they hold (${out})`, () => {
      fc.assert(
        fc.property(article, fc.uniqueArray(item, { selector: ({ id: key }) => key, maxLength: 4 }), cuts, (parts, drafts, places) => {
          const one = articleOf('folder/one.txt', parts.join(''));
          const points = Array.from(one.raw);
          const offsets = [0];
          for (const point of points) offsets.push((offsets.at(-1) ?? 0) + point.length);
          const span = ([a, b]: readonly [number, number] = [0, 0]) => {
            const from = a % points.length;
            return { start: offsets[from] ?? 0, end: offsets[from + 1 + (b % (points.length - from))] ?? 0 };
          };
          const items = drafts.flatMap(({ hasMention, speakers, value, kind, resolved, conflict, before, ...draft }, i): ReportItem[] => {
            const place = span(places[2 * i]);
            const mention = span(places[2 * i + 1]);
            if (one.raw.slice(place.start, place.end).trim() === '') return [];
            const isDate = draft.type === 'date';
            const spoken =
              hasMention && !isDate && one.raw.slice(mention.start, mention.end).trim() === one.raw.slice(mention.start, mention.end);
            const item = {
              ...draft,
              ...(kind !== undefined && draft.type === 'quotation' && { kind }),
              ...(!isDate && speakers && { speakers }),
              ...(isDate && value !== undefined && { value }),
              ...(spoken && !one.raw.slice(mention.start, mention.end).includes('\n') && { mention }),
            };
            const made = itemAt(one.raw, place, item);
            if (made.annotation === undefined) return [made];
            const { exact, prefix, suffix, start, end, copy } = made.annotation;
            const found = { exact, prefix, suffix, start, end, ...(copy && { copy }), at: '2026-11-24T10:00:00Z' };
            const more = {
              ...(resolved && { resolved }),
              ...(conflict && { conflict }),
              ...(before !== undefined && { found, exact: before, prefix: '', suffix: '' }),
            };
            return [{ ...made, annotation: { ...made.annotation, ...more } }];
          });
          const report = reportOf([documentOf('folder/one.txt', one, items)], { registry });
          const result = preview(back, exportedFiles(out, report), targetsOf(report));
          assert.deepEqual(result.problems, []);
          const back1 = entries(result).flat();
          const byId = <T extends { readonly id: string }>(list: readonly T[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
          assert.deepEqual(
            byId(back1.map(({ annotation }) => annotation)),
            byId(
              decided(report)
                .flat()
                .map(out === 'bundle' ? (all) => all : withoutLost),
            ),
          );
          for (const { placed } of back1) assert.equal(placed.how, 'exact');
        }),
        { numRuns: 150 },
      );
    });

  it('loses what docs/formats.md says and nothing else, and takes nothing of it from the folder', () => {
    const [, listed = ''] = /^Not carried by W3C, CSV, TSV and brat: (.*)\.$/m.exec(readFileSync('docs/formats.md', 'utf8')) ?? [];
    assert.deepEqual(
      [...listed.matchAll(/`(\w+)`/g)].map(([, field]) => field),
      lost,
    );
    const told = storyReport();
    const at = '2026-11-23T10:00:00Z';
    const documents = told.documents.map((document) => ({
      ...document,
      items: document.items.map((item) => ({
        ...item,
        ...(item.annotation && {
          annotation: { ...item.annotation, resolved: { by: 'ana', at }, conflict: [{ field: 'note', ours: 'a', theirs: 'b' }] },
        }),
      })),
    }));
    const report = { ...told, documents };
    const targets = targetsOf(report).map((target, i) => ({ ...target, annotations: decided(report)[i] ?? [] }));
    for (const [out, back] of formats) {
      const { documents: same } = preview(back, exportedFiles(out, report), targets);
      for (const document of same) assert.deepEqual(importChanges({ ...document, facts: {} }, { replace: true }), [], out);
      const noted = targets.map((target) => ({ ...target, annotations: target.annotations.map((one) => ({ ...one, note: 'mine' })) }));
      for (const document of preview(back, exportedFiles(out, report), noted).documents)
        for (const change of importChanges({ ...document, facts: {} }, { replace: true }))
          assert.ok(
            change.kind === 'update' && change.set.resolved && !change.unset?.some((field) => field === 'resolved' || field === 'conflict'),
          );
    }
  });

  it('gives what Hypothesis keeps: words, note, tags, name and time (hypothesis)', () => {
    fc.assert(
      fc.property(article, words, fc.array(words, { maxLength: 3 }), fc.tuple(fc.nat(), fc.nat()), (parts, note, tags, [a, b]) => {
        const one = articleOf('one.txt', parts.join(''), { url: 'https://paper.example/a' });
        const from = a % one.raw.length;
        const { exact, prefix, suffix } = describeSpan(one.raw, { start: from, end: from + 1 + (b % (one.raw.length - from)) });
        if (exact.trim() === '' || /\p{Cs}/u.test(prefix + exact + suffix)) return;
        const selector = [{ type: 'TextQuoteSelector', exact, prefix, suffix }];
        const target = [{ source: 'https://paper.example/a', selector }];
        const made = { id: 'h', user: 'acct:ana@hypothes.is', updated: '2026-11-21T10:00:00.000+00:00', uri: 'https://paper.example/a' };
        const file = { name: 'x.json', text: JSON.stringify({ annotations: [{ ...made, text: note, tags, target }] }) };
        const report = reportOf([documentOf('one.txt', one, [])]);
        const [entry] = entries(preview('hypothesis', [file], targetsOf(report))).flat();
        const { annotation } = entry ?? assert.fail('nothing came in');
        assert.deepEqual([annotation.exact, annotation.note, annotation.tags ?? []], [exact, note, tags]);
        assert.deepEqual(annotation.reviewed, { by: 'ana', at: made.updated });
        // Words that stand in many places alike are nowhere rather than somewhere; what typesetting may change at an end does not count.
        const { placed } = entry ?? assert.fail();
        const typeset = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
        if (placed.how === 'exact') assert.equal(typeset(one.raw.slice(placed.span.start, placed.span.end)), typeset(exact));
      }),
      { numRuns: 150 },
    );
  });

  it('finds nothing new in a folder that has it all', () => {
    const report = storyReport();
    const targets = report.documents.map(({ path, article: { ...one }, sha256, items }) => ({
      path,
      article: one,
      sha256,
      annotations: items.flatMap(({ annotation }) => annotation ?? []),
    }));
    for (const [out, back] of formats) {
      const result = preview(back, exportedFiles(out, report), targets);
      assert.ok(
        entries(result)
          .flat()
          .every(({ known }) => known === 'same'),
        out,
      );
      for (const document of result.documents) assert.deepEqual(importChanges({ ...document, facts: {} }), []);
    }
  });

  it('can be written into a sidecar and read again', () => {
    const report = storyReport();
    const [document] = preview('bundle', exportedFiles('bundle', report), targetsOf(report)).documents;
    assert.ok(document);
    const empty = newSidecar({ path: document.path, offsets: 'codepoint' }, []);
    const sidecar = applyEdits(empty, editSidecar(empty, importChanges(document)));
    assert.deepEqual(readSidecar(sidecar).annotations, decided(report)[0]);
    assert.equal(readSidecar(sidecar).document?.outlet, 'The Harbour Post');
  });

  it('carries with a bundle that a discussion is closed, or open again', () => {
    const report = storyReport();
    const [first, ...others] = report.documents;
    const [annotation] = decided(report)[0] ?? [];
    assert.ok(first && annotation);
    const closed = { ...annotation, resolved: { by: 'ana', at: '2026-11-22T10:00:00Z' } };
    const withIt = (changed: Annotation): Report => {
      const items = first.items.map((item) => (item.annotation?.id === changed.id ? { ...item, annotation: changed } : item));
      return { ...report, documents: [{ ...first, items }, ...others] };
    };
    const [target, ...targets] = targetsOf(report);
    assert.ok(target);
    const turns: readonly (readonly [was: Annotation, is: Annotation])[] = [
      [annotation, closed],
      [closed, annotation],
    ];
    for (const [was, is] of turns) {
      const files = exportedFiles('bundle', withIt(is));
      const result: ImportPreview = preview('bundle', files, [{ ...target, annotations: [was] }, ...targets]);
      const [document] = result.documents;
      assert.ok(document);
      const before = newSidecar({ path: document.path, offsets: 'codepoint' }, [was]);
      const after = readSidecar(applyEdits(before, editSidecar(before, importChanges(document, { replace: true })))).annotations;
      assert.deepEqual(after.find(({ id }) => id === is.id)?.resolved, is.resolved);
    }
  });
});

describe('the preview of an import', () => {
  const before = 'One. Mayor Ruiz said “we will rebuild the old bridge before winter” in the hall. Two.';
  const draft = () => {
    const article = articleOf('a.txt', before);
    const start = before.indexOf('“');
    const item = itemAt(before, { start, end: before.indexOf('”') + 1 }, { id: 'aaaaaaaaaa', type: 'quotation', kind: 'direct' });
    return reportOf([documentOf('a.txt', article, [item])]);
  };

  for (const [name, text, how] of [
    ['an article that is as it was', before, 'exact'],
    ['an article with a new beginning', `New first words. ${before}`, 'moved'],
    ['an article without the passage', 'Nothing of it is left here.', 'orphan'],
  ] as const)
    it(`tells where it stands in ${name}`, () => {
      for (const [out, back] of formats.filter(([format]) => format !== 'brat')) {
        const [entry] = entries(preview(back, exportedFiles(out, draft()), [targetOf('a.txt', text)])).flat();
        assert.equal(entry?.placed.how, how, out);
        if (how === 'moved') assert.equal(entry.annotation.start, text.indexOf('“'));
      }
    });

  it('names the articles that are not here', () => {
    const { documents, elsewhere } = preview('w3c', exportedFiles('w3c', draft()), [targetOf('b.txt', 'another text')]);
    assert.deepEqual([documents, elsewhere], [[], [{ name: 'a.txt', count: 1 }]]);
  });

  it('finds an article that was renamed by its content', () => {
    for (const [out, back] of [
      ['bundle', 'bundle'],
      ['w3c', 'w3c'],
      ['brat', 'brat'],
    ] as const) {
      const { documents } = preview(back, exportedFiles(out, draft()), [targetOf('renamed.txt', before)]);
      assert.deepEqual(
        documents.map(({ path }) => path),
        ['renamed.txt'],
        out,
      );
    }
  });

  it('tells what would change under a known id, and changes it only when asked', () => {
    const own = decided(draft())[0]?.[0];
    assert.ok(own);
    const target = targetOf('a.txt', before, [{ ...own, note: 'mine', status: 'rejected' }]);
    const [document] = preview('csv', exportedFiles('csv', draft()), [target]).documents;
    assert.equal(document?.entries[0]?.known, 'different');
    assert.deepEqual(importChanges(document), []);
    const [change] = importChanges(document, { replace: true });
    assert.ok(change?.kind === 'update' && change.set.status === 'accepted' && change.unset?.includes('note'));
  });
});

describe('Hypothesis imports', () => {
  const text = 'The mayor spoke. “We will rebuild the old bridge,” she said on Friday.';
  const page = 'https://paper.example/flood';
  const selector = [
    { type: 'RangeSelector', startContainer: '/p[1]', startOffset: 0, endContainer: '/p[1]', endOffset: 5 },
    { type: 'TextPositionSelector', start: 4711, end: 4740 },
    {
      type: 'TextQuoteSelector',
      exact: 'We will rebuild the old bridge',
      prefix: 'Menu The mayor spoke. “',
      suffix: ',” she said on Friday',
    },
  ];
  const file = (annotations: readonly unknown[]) => [
    { name: 'export.json', text: JSON.stringify({ export_date: '2026-11-22', annotations }) },
  ];
  const note = {
    id: 'h1',
    user: 'acct:ana@hypothes.is',
    created: '2026-11-20T10:00:00.000+00:00',
    updated: '2026-11-21T10:00:00.000+00:00',
    uri: `${page}#top`,
    text: 'Which bridge?',
    tags: ['bridge'],
    target: [{ source: page, selector }],
  };

  it('place a note by its words on the article of that address', () => {
    const { documents, problems } = preview('hypothesis', file([note]), [targetOf('a.txt', text, [], `${page}/`)]);
    const [entry] = documents[0]?.entries ?? [];
    assert.deepEqual(problems, []);
    assert.equal(entry?.placed.how, 'exact');
    assert.deepEqual(
      [entry.annotation.type, entry.annotation.note, entry.annotation.tags, entry.annotation.reviewed?.by, entry.annotation.start],
      ['note', 'Which bridge?', ['bridge'], 'ana', text.indexOf('We')],
    );
  });

  it('take replies as comments and leave notes on whole pages out', () => {
    const reply = {
      id: 'h2',
      user: 'acct:ben@hypothes.is',
      updated: '2026-11-22',
      text: 'The old one.',
      references: ['h1'],
      target: [{ source: page }],
    };
    const whole = { id: 'h3', user: 'acct:ben@hypothes.is', uri: page, text: 'Good page', target: [{ source: page }] };
    const { documents, skipped } = preview('hypothesis', file([reply, note, whole]), [targetOf('a.txt', text, [], page)]);
    assert.deepEqual(documents[0]?.entries[0]?.annotation.comments, [{ by: 'ben', at: '2026-11-22', text: 'The old one.' }]);
    assert.deepEqual(skipped, { 'notes on whole pages': 1 });
  });

  it('give an id of their own to what uses one twice', () => {
    const csv = 'id,document,exact\r\nsame,a.txt,mayor\r\nsame,a.txt,Friday\r\nno id,a.txt,bridge\r\n';
    const ids = entries(preview('csv', [{ name: 'x.csv', text: csv }], [targetOf('a.txt', text)]))
      .flat()
      .map(({ annotation }) => annotation.id);
    assert.deepEqual(ids, ['same', 'new0000002', 'new0000001']);
  });

  it('are the same when imported twice', () => {
    const [first] = entries(preview('hypothesis', file([note]), [targetOf('a.txt', text, [], page)])).flat();
    assert.ok(first);
    const again = preview('hypothesis', file([note]), [targetOf('a.txt', text, [first.annotation], page)]);
    assert.deepEqual(
      entries(again)
        .flat()
        .map(({ known }) => known),
      ['same'],
    );
  });
});

describe('imports from other tools', () => {
  const text = 'Ruiz said so.\nOn Friday 😀 it rained.';

  it('read brat files with types of their own, in code points', () => {
    const ann = [
      'T1\tPerson 0 4\tRuiz',
      'T2\tQuotation 5 12\tsaid so',
      'T3\tDate 17 23;26 28\tFriday it',
      'R1\tSaid Arg1:T1 Arg2:T2',
      'N1\tReference T3 TIMEX3:2024-05-03\tFriday',
      '#1\tAnnotatorNotes T1\tthe mayor',
      'E1\tSays:T2',
      '*\tEquiv T1 T2',
      '',
    ].join('\n');
    const files = [
      { name: 'x.ann', text: ann },
      { name: 'x.txt', text },
    ];
    const { documents, skipped, problems } = preview('brat', files, [targetOf('deep/x.txt', text)]);
    const found = documents[0]?.entries.map(({ annotation }) => annotation) ?? [];
    assert.deepEqual(
      found.map(({ type, exact }) => [type, exact]),
      [
        ['note', 'Ruiz'],
        ['quotation', 'said so'],
        ['date', 'Friday 😀 it'],
      ],
    );
    assert.deepEqual(
      [found[0]?.note, found[0]?.tags, found[1]?.mention, found[2]?.value],
      ['the mayor', ['Person'], { start: 0, end: 4 }, '2024-05-03'],
    );
    assert.deepEqual([skipped, problems], [{ 'events Says': 1, equivalences: 1 }, []]);
  });

  it('read brat files whose text has CRLF', () => {
    const files = [
      { name: 'x.ann', text: 'T1\tDate 18 24\tFriday\n' },
      { name: 'x.txt', text: text.replace('\n', '\r\n') },
    ];
    const [entry] = entries(preview('brat', files, [targetOf('x.txt', text)])).flat();
    assert.deepEqual([entry?.annotation.exact, entry?.annotation.start], ['Friday', 17]);
  });

  it('read web annotations of any shape, a text without purpose as the note', () => {
    const target = { source: 'https://paper.example/a', selector: { type: 'TextQuoteSelector', exact: 'it rained' } };
    const one = { id: 'https://x.example/1', type: 'Annotation', motivation: 'highlighting', bodyValue: 'wet', target };
    for (const root of [
      one,
      [one],
      { type: 'AnnotationPage', items: [one] },
      { type: 'AnnotationCollection', first: { items: [one] } },
      { '@graph': [one] },
    ]) {
      const result = preview(
        'w3c',
        [{ name: 'x.jsonld', text: JSON.stringify(root) }],
        [targetOf('a.txt', text, [], 'https://paper.example/a')],
      );
      const [entry] = entries(result).flat();
      assert.deepEqual([entry?.placed.how, entry?.annotation.note, entry?.annotation.id], ['exact', 'wet', 'new0000001']);
    }
  });

  it('read a table with few columns and semicolons', () => {
    const csv = '\uFEFFdocument;exact;type;note\r\na.txt;it rained;statement;"so; ""they"" say"\r\na.txt;gone;statement;\r\n';
    const [rained, gone] = entries(preview('csv', [{ name: 'x.csv', text: csv }], [targetOf('a.txt', text)])).flat();
    assert.deepEqual([rained?.placed.how, rained?.annotation.note, gone?.placed.how], ['exact', 'so; "they" say', 'orphan']);
  });
});

describe('files that cannot be imported', () => {
  for (const [format, name, text, message] of [
    ['bundle', 'x.yaml', 'a: [', /x.yaml: This is not valid YAML/],
    ['bundle', 'x.yaml', 'version: 1\nannotations: []\n', /not a bundle/],
    ['bundle', 'x.yaml', 'version: 9\nkind: bundle\n', /newer version/],
    ['bundle', 'x.yaml', 'a: &a [*a, *a]\n', /aliases|not a bundle/],
    ['w3c', 'x.json', '{"a":', /not JSON/],
    ['w3c', 'x.json', '{"a":1}', /no annotations/],
    ['w3c', 'x.json', '[{"target":"https://x.example/"}]', /quotes no passage/],
    ['w3c', 'x.json', '[{"target":[{"selector":7},null,3],"body":[null,7,{"value":{}}]}]', /quotes no passage/],
    ['hypothesis', 'x.json', '[]', /not an export of Hypothesis/],
    ['brat', 'x.ann', 'T1\tX 0 1\ta', /x\.txt/],
    ['csv', 'x.csv', 'a,b\r\n1,2\r\n', /first row/],
    ['csv', 'x.csv', 'document,exact\r\n"a.txt,x\r\n', /does not end/],
    ['csv', 'x.csv', 'document,exact\r\na.txt\r\n', /1 cells where 2/],
    ['csv', 'x.csv', 'document,exact,type\r\na.txt,x,planet\r\n', /no type planet/],
    ['csv', 'x.csv', '', /first row/],
  ] as const)
    it(`are told: ${format} ${JSON.stringify(text)}`, () => {
      const { problems, documents } = preview(format, [{ name, text }], [targetOf('a.txt', 'x')]);
      assert.match(problems.map(({ file, message: said }) => `${file}: ${said}`).join('\n'), message);
      assert.deepEqual(documents, []);
    });

  it('never throw, whatever they hold', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...importFormats),
        fc.oneof(fc.string(), fc.json(), fc.stringMatching(/^[TAN#R*E0-9 \t\n;:a-z"',]*$/)),
        (format, text) => {
          const files = [...format.extensions, 'ann'].map((extension) => ({ name: `x.${extension}`, text }));
          const content = format.read(files, registry);
          previewImport(content, [targetOf('x.txt', text)], { registry, newId: newIds() });
        },
      ),
      { numRuns: 500 },
    );
  });
});
