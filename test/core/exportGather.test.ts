import assert from 'node:assert/strict';
import {
  analyse,
  type Analysis,
  type Annotation,
  type Conflict,
  Corpus,
  describeSpan,
  gatherReport,
  type Link,
  type Match,
  type Origin,
  type Passage,
  type Placed,
  type Quotation,
  type ReportSource,
} from '../../src/core/index';
import { statementsBySpeaker } from '../../src/core/export/report/statements';
import { articleOf, registry } from './exportReports';

/** Answers what a test tells it to: what is gathered does not depend on how renderings are found. */
class ToldCorpus extends Corpus {
  matches: readonly Match[] = [];
  groups: readonly Origin[] = [];
  differences: readonly Conflict[] = [];
  readonly asked: Passage[] = [];

  override match(query: Passage): readonly Match[] {
    this.asked.push(query);
    return this.matches;
  }

  override origins(): readonly Origin[] {
    return this.groups;
  }

  override originsOf(): readonly Origin[] {
    return this.groups;
  }

  override conflicts(): readonly Conflict[] {
    return this.differences;
  }
}

const text = 'Ruiz said “we will rebuild the bridge” on Friday.';
const said = { start: text.indexOf('“'), end: text.indexOf('”') + 1 };
const ruiz = { start: 0, end: 4 };
const friday = { start: text.indexOf('Friday'), end: text.indexOf('.') };

const part = {
  ...said,
  type: 'direct',
  segments: [],
  mention: ruiz,
  cue: { start: 5, end: 9 },
  confidence: 0.9,
  sieve: 'test',
} as const;
const quotation: Quotation = { ...part, parts: [part], speakers: ['ruiz'] };
const analysis: Analysis = {
  quotations: [quotation],
  speakers: [{ id: 'ruiz', name: 'Ana Ruiz', kind: 'person', aliases: [], titles: [], registered: false, mentions: [] }],
  dates: [{ ...friday, text: 'Friday', type: 'DATE', value: '2024-05-03', known: ['weekday'], how: '' }],
  problems: [],
};

function annotationOn(span: { start: number; end: number }, rest: Partial<Annotation>): Annotation {
  return { id: 'aaaaaaaaaa', type: 'quotation', status: 'accepted', ...describeSpan(text, span), ...rest };
}

function sourceOf(path: string, placed: readonly Placed[], outlet = 'harbour-post', raw = text): ReportSource {
  return { path, article: articleOf(path, raw, { outlet }), sha256: '00', analysis, placed };
}

const accepted = annotationOn(said, { speakers: ['ana-ruiz'], mention: ruiz, provenance: 'statement' });
const exact: Placed = { annotation: accepted, how: 'exact', span: said };

describe('speakers that articles spell differently', () => {
  const speaker = (id: string, name: string, titles: readonly string[] = []) =>
    ({ id, name, kind: 'person', aliases: [], titles, registered: false, mentions: [] }) as const;
  const source = (path: string, words: string, named: ReturnType<typeof speaker>): ReportSource => {
    const article = articleOf(path, `${words} said “we will rebuild the bridge” on Friday.`);
    const start = article.raw.indexOf('“');
    const found = {
      ...quotation,
      start,
      end: article.raw.indexOf('”') + 1,
      mention: { start: 0, end: words.length },
      speakers: [named.id],
    };
    return { path, article, sha256: '', analysis: { ...analysis, quotations: [found], speakers: [named] }, placed: [] };
  };
  const sources = [
    source('a.txt', 'Mayor Okafor', speaker('okafor', 'Mayor Okafor', ['Mayor'])),
    source('b.txt', 'Mayor Tom Okafor', speaker('tom-okafor', 'Mayor Tom Okafor', ['Mayor'])),
    source('c.txt', 'Okafor', speaker('okafor', 'Okafor')),
  ];

  it('head one section of a report, with the fullest name; a surname alone stays by itself', () => {
    const report = gatherReport(sources, new ToldCorpus(), registry);
    assert.deepEqual(
      statementsBySpeaker(report).map(({ name, spellings, statements }) => [
        name,
        spellings,
        statements.map(({ document }) => document.path),
      ]),
      [
        ['Mayor Tom Okafor', ['Mayor Okafor'], ['a.txt', 'b.txt']],
        ['Okafor', [], ['c.txt']],
      ],
    );
  });

  it('are found by that name', () => {
    const report = gatherReport(sources, new ToldCorpus(), registry, { speakers: ['Mayor Tom Okafor'] });
    assert.deepEqual(
      report.documents.map(({ path, items }) => [path, items.filter(({ type }) => type === 'quotation').length]),
      [
        ['a.txt', 1],
        ['b.txt', 1],
        ['c.txt', 0],
      ],
    );
  });
});

describe('a gathered report', () => {
  it('holds decided annotations and suggestions in reading order, with names', () => {
    const [document] = gatherReport([sourceOf('a.txt', [exact])], new ToldCorpus(), registry).documents;
    assert.deepEqual(
      document?.items.map(({ id, type, status, speakers, value }) => [id, type, status, speakers[0]?.name, value]),
      [
        ['aaaaaaaaaa', 'quotation', 'accepted', 'Ana Ruiz', undefined],
        [`date-${friday.start}-${friday.end}`, 'date', 'suggested', undefined, '2024-05-03'],
      ],
    );
    assert.equal(document.outlet, 'The Harbour Post');
    assert.deepEqual(
      [document.items[0]?.cue, document.items[0]?.provenance, document.items[0]?.annotation],
      [quotation.cue, 'statement', accepted],
    );
  });

  it('gives a suggestion what the engines say of it', () => {
    const [item] = gatherReport([sourceOf('a.txt', [])], new ToldCorpus(), registry).documents[0]?.items ?? [];
    assert.deepEqual(
      [item?.status, item?.kind, item?.speakers, item?.by],
      ['suggested', 'direct', [{ id: 'ruiz', name: 'Ana Ruiz' }], 'second-source/quotation 0.90'],
    );
  });

  it('gives an annotation on one part of a quotation what the engines say of that part', () => {
    const raw = '“It opens in May,” Ana Ruiz said. “The ferry stops then. Nobody will miss it.”';
    const article = articleOf('a.txt', raw);
    const span = { start: 0, end: raw.indexOf('”') + 1 };
    const annotation: Annotation = { id: 'aaaaaaaaaa', type: 'quotation', status: 'accepted', ...describeSpan(raw, span) };
    const source = {
      path: 'a.txt',
      article,
      sha256: '00',
      analysis: analyse(article),
      placed: [{ annotation, how: 'exact' as const, span }],
    };
    const items = gatherReport([source], new ToldCorpus(), registry, { types: ['quotation'] }).documents[0]?.items ?? [];
    assert.deepEqual(
      items.map(({ status, span: { start, end }, cue }) => [status, raw.slice(start, end), raw.slice(cue?.start, cue?.end)]),
      [
        ['accepted', '“It opens in May,”', 'said'],
        ['suggested', '“The ferry stops then. Nobody will miss it.”', 'said'],
      ],
    );
  });

  it('keeps apart what has no confirmed place', () => {
    const lost: Placed = { annotation: { ...accepted, id: 'bbbbbbbbbb' }, how: 'orphan' };
    const changed: Placed = { annotation: { ...accepted, id: 'cccccccccc' }, how: 'changed', span: said, now: 'x' };
    const found = { start: 0, end: 1, exact: text.slice(said.start, said.end), at: '2026-11-22' };
    const confirmed: Placed = { annotation: { ...accepted, id: 'dddddddddd', found }, how: 'changed', span: said, now: found.exact };
    const [document] = gatherReport([sourceOf('a.txt', [lost, changed, confirmed])], new ToldCorpus(), registry, {
      types: ['quotation'],
    }).documents;
    assert.deepEqual(
      document?.unplaced.map(({ id }) => id),
      ['bbbbbbbbbb', 'cccccccccc'],
    );
    assert.deepEqual(
      document.items.filter(({ status }) => status === 'accepted').map(({ id }) => id),
      ['dddddddddd'],
    );
  });

  it('takes the mention from the engines where the annotation has moved', () => {
    const moved: Placed = { annotation: { ...accepted, start: 99, end: 120, mention: { start: 80, end: 84 } }, how: 'moved', span: said };
    const items = gatherReport([sourceOf('a.txt', [moved])], new ToldCorpus(), registry).documents[0]?.items;
    assert.deepEqual(items?.find(({ id }) => id === 'aaaaaaaaaa')?.mention, ruiz);
  });

  it('finds renderings, their outlets and origins also outside the filter', () => {
    const corpus = new ToldCorpus();
    const [one, two] = [sourceOf('a.txt', [exact]), sourceOf('b.txt', [], 'valley-wire')];
    corpus.matches = [{ uri: two.article.uri, ...said, score: 0.9, level: 'match', relation: 'verbatim', because: [] }];
    corpus.groups = [{ id: 'o1', kind: 'copy', reason: 'the same text', uris: [one.article.uri, two.article.uri] }];
    const report = gatherReport([one, two], corpus, registry, { paths: ['a.txt'], types: ['quotation'] });
    const [rendering] = report.documents[0]?.items[0]?.renderings ?? [];
    assert.deepEqual(
      [rendering?.path, rendering?.outlet, rendering?.text, rendering?.origin],
      ['b.txt', 'Valley Wire', '“we will rebuild the bridge”', 'o1'],
    );
    assert.deepEqual(
      report.documents.map(({ path }) => path),
      ['a.txt'],
    );
    assert.deepEqual(report.origins[0]?.paths, ['a.txt', 'b.txt']);
    assert.equal(corpus.asked.length, 1, 'dates and filtered articles are not looked up');
  });

  it('looks up no renderings of what was rejected', () => {
    const corpus = new ToldCorpus();
    gatherReport([sourceOf('a.txt', [{ ...exact, annotation: { ...accepted, status: 'rejected' } }])], corpus, registry, {
      statuses: ['rejected'],
    });
    assert.deepEqual(corpus.asked, []);
  });

  for (const [name, filter, ids] of [
    ['statuses', { statuses: ['accepted'] }, ['aaaaaaaaaa']],
    ['types', { types: ['date'] }, [`date-${friday.start}-${friday.end}`]],
    ['a speaker’s id', { speakers: ['ana-ruiz'] }, ['aaaaaaaaaa']],
    ['a speaker’s name', { speakers: ['Ana Ruiz'] }, ['aaaaaaaaaa']],
    ['another speaker', { speakers: ['Tom Okafor'] }, []],
    ['an outlet’s name', { outlets: ['The Harbour Post'], types: ['quotation'] }, ['aaaaaaaaaa']],
    ['another outlet', { outlets: ['valley-wire'] }, []],
    [
      'a selection',
      { selection: { path: 'a.txt', start: friday.start + 1, end: friday.start + 2 } },
      [`date-${friday.start}-${friday.end}`],
    ],
    ['another article', { paths: ['b.txt'] }, []],
  ] as const)
    it(`can be held to ${name}`, () => {
      const report = gatherReport([sourceOf('a.txt', [exact])], new ToldCorpus(), registry, filter);
      assert.deepEqual(
        report.documents.flatMap(({ items }) => items.map(({ id }) => id)),
        ids,
      );
    });

  it('holds links with both ends in it, conflicts with a passage in it, and decisions about those', () => {
    const corpus = new ToldCorpus();
    const sources = [sourceOf('a.txt', [exact]), sourceOf('b.txt', [exact], 'valley-wire')];
    const passages = sources.map(({ article }) => ({ uri: article.uri, ...friday }));
    corpus.differences = [{ kind: 'date', key: 'k1', message: 'Friday or not', passages }];
    const link: Link = {
      id: 'l',
      from: { path: 'a.txt', id: accepted.id },
      to: { path: 'b.txt', id: accepted.id },
      relation: 'verbatim',
      status: 'accepted',
    };
    const corroborations = {
      links: [link],
      conflicts: [
        { key: 'k1', status: 'explained' as const },
        { key: 'gone', status: 'dismissed' as const },
      ],
    };
    const whole = gatherReport(sources, corpus, registry, {}, corroborations);
    assert.deepEqual(
      [whole.links, whole.conflicts[0]?.passages.map(({ path }) => path), whole.decisions.length],
      [[link], ['a.txt', 'b.txt'], 2],
    );
    const part = gatherReport(sources, corpus, registry, { paths: ['a.txt'] }, corroborations);
    assert.deepEqual([part.links, part.conflicts.length, part.decisions.map(({ key }) => key)], [[], 1, ['k1']]);
  });
});
