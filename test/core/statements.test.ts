import assert from 'node:assert/strict';
import {
  analyse,
  type Annotation,
  articleLabels,
  Corpus,
  CorpusFolder,
  describeSpan,
  emptyRegistry,
  gatherStatement,
  type Link,
  outletsOf,
  outletsText,
  type Placed,
  readArticle,
  type Registry,
  type Statement,
  StatementTable,
} from '../../src/core/index';
import { mentionOf } from '../../src/core/statements/index';
import { wordnet } from './corpusStory';
import { articleOf } from './exportReports';

interface Told {
  readonly text: string;
  readonly outlet?: string;
  readonly published?: string;
  /** Words that a person has annotated as a quotation, by the id of the annotation. */
  readonly accepted?: Readonly<Record<string, string>>;
}

type Story = Readonly<Record<string, Told>>;

function folderOf(story: Story, links: readonly Link[] = [], registry: Registry = emptyRegistry, dismissed: readonly string[] = []) {
  const corpus = new Corpus({ wordnet });
  const sources = Object.entries(story).map(([path, { text, outlet, published, accepted = {} }]) => {
    const set = { ...(outlet !== undefined && { outlet }), ...(published !== undefined && { published }) };
    const article = readArticle({ uri: path, path, text, version: 1, set, registry });
    const analysis = analyse(article, registry);
    corpus.put(article, analysis);
    const placed = Object.entries(accepted).map(([id, words]): Placed => {
      const start = text.indexOf(words);
      const span = { start, end: start + words.length };
      const annotation: Annotation = { id, type: 'quotation', status: 'accepted', ...describeSpan(text, span) };
      return { annotation, how: 'exact', span };
    });
    return { path, article, analysis, placed };
  });
  const conflicts = dismissed.map((key) => ({ key, status: 'dismissed' as const }));
  return new CorpusFolder(sources, corpus, registry, { links, conflicts });
}

type Folder = ReturnType<typeof folderOf>;
type Gathered = Statement<Folder['sources'][number]>;

/** What articles are called, in the order of the story. */
const labels = (story: Story) => articleLabels(folderOf(story).sources, emptyRegistry);

describe('what an article is called', () => {
  const text = 'Ferry stuck on a sandbank\n\nThe ferry came late, the harbour said.\n';

  it('is its outlet, its headline where nobody knows the outlet, its file where it has no headline', () => {
    assert.deepEqual(labels({ 'a1b2.txt': { text, outlet: 'Harbour News' } }), ['Harbour News']);
    assert.deepEqual(labels({ 'a1b2.txt': { text } }), ['Ferry stuck on a sandbank']);
    assert.deepEqual(labels({ 'a1b2.txt': { text: 'The ferry came late, the harbour said.\n' } }), ['a1b2.txt']);
  });

  it('is told apart from another one of the same name by its day or its file', () => {
    const outlet = 'Harbour News';
    const days = { 'a.txt': { text, outlet, published: '2031-04-16' }, 'b.txt': { text, outlet, published: '2031-04-17' } };
    assert.deepEqual(labels(days), ['Harbour News, 2031-04-16', 'Harbour News, 2031-04-17']);
    assert.deepEqual(labels({ 'a.txt': { text }, 'b.txt': { text } }), [
      'Ferry stuck on a sandbank (a.txt)',
      'Ferry stuck on a sandbank (b.txt)',
    ]);
  });
});

/** The statement at some words of an article. */
function at(folder: Folder, path: string, words: string): Gathered {
  const source = folder.stateOf(path);
  const start = source?.article.raw.indexOf(words) ?? -1;
  assert.ok(source && start >= 0, `“${words}” stands in ${path}`);
  const item = source.items.find(({ type, span }) => type === 'quotation' && span.start <= start && start < span.end);
  return gatherStatement(folder, source, item?.span ?? { start, end: start + words.length }, item);
}

const paths = (states: readonly { readonly path: string }[]) => states.map(({ path }) => path).sort();
const found = ({ renderings }: Gathered) => renderings.map(({ state, match }) => `${state.path} ${match.relation}`).sort();

const lamps = '“The lamps of Ostrow pier will burn again before the herring comes,”';
const own = {
  'a.txt': `It rained over the roofs of Ostrow all morning. ${lamps} Mayor Ada Brandt told the fishermen.`,
  'b.txt': `Nets hung from every window. ${lamps} Mayor Ada Brandt said at the quay.`,
  'c.txt': `A brass band had been hired. ${lamps} said Ada Brandt, the mayor.`,
  'd.txt': `Children sold waffles. ${lamps} Ada Brandt promised.`,
} as const;
const told = (path: keyof typeof own, rest: Omit<Told, 'text'> = {}): Told => ({ text: own[path], ...rest });

describe('a statement', () => {
  describe('counts outlets', () => {
    const registry: Registry = { ...emptyRegistry, outlets: [{ id: 'pilot', name: 'The Ostrow Pilot', match: [] }] };
    for (const [what, outlets, text] of [
      ['each once', ['Pilot', 'Gull', 'Buoy'], '3 outlets'],
      ['that have two articles once', ['Pilot', 'Pilot', 'Buoy'], '2 outlets'],
      ['under their id and under their name once', ['pilot', 'The Ostrow Pilot', 'Gull'], '2 outlets'],
      ['one', ['Pilot', 'Pilot', 'Pilot'], '1 outlet'],
      ['and, where none is known, articles', [undefined, undefined, undefined], '3 articles of unknown outlets'],
      ['and the article whose outlet nobody knows beside them', ['Pilot', undefined, 'Gull'], '2 outlets and 1 article of unknown outlet'],
      ['and the articles whose outlets nobody knows', [undefined, 'Gull', undefined], '1 outlet and 2 articles of unknown outlets'],
    ] as const) {
      it(what, () => {
        const [a, b, c] = outlets.map((outlet) => (outlet === undefined ? {} : { outlet }));
        const folder = folderOf({ 'a.txt': told('a.txt', a), 'b.txt': told('b.txt', b), 'c.txt': told('c.txt', c) }, [], registry);
        assert.equal(outletsText(at(folder, 'a.txt', lamps).outlets), text);
        assert.equal(outletsText(outletsOf(folder.sources, registry)), text, 'the whole folder is counted by the same rule');
      });
    }

    it('of the articles that surely have it, and of no other', () => {
      const folder = folderOf({
        'a.txt': told('a.txt', { outlet: 'Pilot' }),
        'b.txt': told('b.txt', { outlet: 'Gull' }),
        'e.txt': { text: 'Turnips were cheap. “Nobody buys my turnips,” said the farmer Jon Pell.', outlet: 'Buoy' },
      });
      assert.deepEqual(at(folder, 'a.txt', lamps).outlets.known, ['Pilot', 'Gull']);
    });
  });

  describe('has origins', () => {
    it('one for each article that tells it by itself', () => {
      const folder = folderOf({ 'a.txt': told('a.txt'), 'b.txt': told('b.txt'), 'c.txt': told('c.txt') });
      assert.equal(at(folder, 'a.txt', lamps).origins.length, 3);
    });

    it('one for an article and its copies, which every copy is told to belong to', () => {
      const long = `${own['a.txt']} The old oil lamps had stood dark since the storm tore the cable out of the sea wall, and the council had argued for two winters over who should pay for the new one.`;
      const folder = folderOf({ 'a.txt': { text: long }, 'b.txt': { text: `${long} More follows.` }, 'c.txt': told('c.txt') });
      const statement = at(folder, 'c.txt', lamps);
      assert.equal(statement.origins.length, 2);
      const [one, two] = statement.renderings.map((rendering) => statement.originOf(rendering));
      assert.equal(one?.kind, 'copy');
      assert.equal(one, two);
    });

    it('one where two outlets have it from one agency', () => {
      const by = (text: string) =>
        text.replace(/ (told the fishermen|said at the quay)\./, ' said, according to the news agency Norpress.');
      const folder = folderOf({
        'a.txt': { text: by(own['a.txt']), outlet: 'Pilot' },
        'b.txt': { text: by(own['b.txt']), outlet: 'Gull' },
      });
      const statement = at(folder, 'a.txt', lamps);
      assert.deepEqual([statement.outlets.known.length, statement.origins.length], [2, 1]);
    });

    it('one where two articles stand in one outlet', () => {
      const folder = folderOf({ 'a.txt': told('a.txt', { outlet: 'Pilot' }), 'b.txt': told('b.txt', { outlet: 'Pilot' }) });
      assert.equal(at(folder, 'a.txt', lamps).origins.length, 1);
    });
  });

  describe('has an order in time', () => {
    for (const [what, dates, earliest, undated] of [
      ['days', ['2031-05-04', '2031-05-03', '2031-05-06'], ['b.txt'], []],
      ['clock times of one zone', ['2031-05-03T09:10:00Z', '2031-05-03T09:00:00Z', '2031-05-03T10:00:00Z'], ['b.txt'], []],
      ['clock times of several zones', ['2031-05-03T09:00:00+02:00', '2031-05-03T08:00:00Z', '2031-05-03T03:30:00-05:00'], ['a.txt'], []],
      ['a day well before clock times', ['2031-05-01', '2031-05-03T08:00:00Z', '2031-05-03T09:00:00Z'], ['a.txt'], []],
      ['no order: one day', ['2031-05-03', '2031-05-03', '2031-05-04'], ['a.txt', 'b.txt'], []],
      ['no order: a day and a clock time of it', ['2031-05-03', '2031-05-03T08:00:00Z', '2031-05-05'], ['a.txt', 'b.txt'], []],
      [
        'no order: a day and a clock time in the night after it',
        ['2031-05-03', '2031-05-04T01:00:00Z', '2031-05-06'],
        ['a.txt', 'b.txt'],
        [],
      ],
      [
        'no order: clock times without a zone on one day',
        ['2031-05-03T08:00:00', '2031-05-03T19:00:00', '2031-05-04'],
        ['a.txt', 'b.txt'],
        [],
      ],
      ['no order: one minute', ['2031-05-03T08:57:00Z', '2031-05-03T08:57:30Z', '2031-05-03T09:00:00Z'], ['a.txt', 'b.txt'], []],
      ['no order: a month and a day of it', ['2031-05', '2031-05-03', '2031-06-01'], ['a.txt', 'b.txt'], []],
      ['articles of unknown date beside', [undefined, '2031-05-03', '2031-05-04'], ['b.txt'], ['a.txt']],
      ['nothing that is known', [undefined, 'some time in spring', undefined], [], ['a.txt', 'b.txt', 'c.txt']],
    ] as const) {
      it(`of ${what}`, () => {
        const [a, b, c] = dates.map((published) => (published === undefined ? {} : { published }));
        const folder = folderOf({ 'a.txt': told('a.txt', a), 'b.txt': told('b.txt', b), 'c.txt': told('c.txt', c) });
        const { order } = at(folder, 'c.txt', lamps);
        assert.deepEqual([paths(order.earliest), paths(order.undated)], [earliest, undated]);
      });
    }

    it('of the articles that have it, and of no other', () => {
      const folder = folderOf({
        'a.txt': told('a.txt', { published: '2031-05-04' }),
        'b.txt': told('b.txt', { published: '2031-05-05' }),
        'e.txt': { text: 'Turnips were cheap. “Nobody buys my turnips,” said the farmer Jon Pell.', published: '2031-05-01' },
      });
      assert.deepEqual(paths(at(folder, 'b.txt', lamps).order.earliest), ['a.txt']);
    });
  });

  describe('has contradictions', () => {
    const evidence = {
      'a.txt': { text: '“There is no evidence that the quay was rotten,” Ida Lorne said.', outlet: 'Pilot', published: '2031-05-04' },
      'b.txt': { text: '“There is evidence that the quay was rotten,” Ida Lorne said.', outlet: 'Gull', published: '2031-05-03' },
      'c.txt': { text: 'At the gate stood Ida Lorne. “There is no evidence that the quay was rotten,” she said.', outlet: 'Buoy' },
    };
    const words = 'evidence that the quay was rotten';

    it('and what is against it is a rendering that is no outlet, no origin and not the earliest', () => {
      const statement = at(folderOf(evidence), 'a.txt', words);
      assert.deepEqual(found(statement), ['b.txt contradicts', 'c.txt verbatim']);
      assert.equal(statement.conflicts.length, 1);
      assert.deepEqual([statement.outlets.known, statement.origins.length], [['Pilot', 'Buoy'], 2]);
      assert.deepEqual([paths(statement.order.earliest), paths(statement.order.undated)], [['a.txt'], ['c.txt']]);
    });

    it('until a person has dismissed them', () => {
      const keys = folderOf(evidence)
        .conflicts()
        .map(({ key }) => key);
      const statement = at(folderOf(evidence, [], emptyRegistry, keys), 'a.txt', words);
      assert.deepEqual(found(statement), ['b.txt trimmed', 'c.txt verbatim']);
      assert.deepEqual([statement.conflicts.length, statement.outlets.known.length], [0, 3]);
    });

    it('that a person has made, which name the outlets and go before those that were found', () => {
      const story = {
        'a.txt': { ...evidence['a.txt'], accepted: { aaaaaaaaaa: evidence['a.txt'].text.slice(0, 50) } },
        'b.txt': told('b.txt', { accepted: { bbbbbbbbbb: lamps } }),
      };
      const folder = folderOf(story, [link('contradicts', 'accepted')]);
      const statement = at(folder, 'a.txt', 'There is no');
      assert.deepEqual(
        statement.conflicts.map(({ kind, message }) => [kind, message]),
        [['contradiction', 'Pilot and b.txt contradict each other (ben)']],
      );
      assert.deepEqual(
        statement.contradicting.map(({ state }) => state.path),
        ['b.txt'],
      );
      assert.deepEqual(found(statement), [], 'what contradicts is no rendering');
    });

    it('and none of what is told elsewhere in the article', () => {
      const other = 'The tide was high. “Our choir sings on Sunday,” Ida Lorne said.';
      const story = { ...evidence, 'a.txt': { text: `${evidence['a.txt'].text}\n\n${other}` } };
      assert.deepEqual(at(folderOf(story), 'a.txt', 'Our choir').conflicts, []);
    });
  });

  const link = (relation: Link['relation'], status: Link['status']): Link => ({
    id: 'llllllllll',
    from: { path: 'a.txt', id: 'aaaaaaaaaa' },
    to: { path: 'b.txt', id: 'bbbbbbbbbb' },
    relation,
    status,
    by: 'ben',
  });

  describe('heeds what a person has linked', () => {
    const turnips = '“Nobody buys my turnips,”';
    const story = {
      'a.txt': told('a.txt', { accepted: { aaaaaaaaaa: lamps } }),
      'b.txt': { text: `Turnips were cheap. ${turnips} said the farmer Jon Pell.`, accepted: { bbbbbbbbbb: turnips } },
      'c.txt': told('c.txt'),
    };

    it('before what the engine finds', () => {
      const [first, ...rest] = at(folderOf(story, [link('indirect', 'accepted')]), 'a.txt', lamps).renderings;
      assert.deepEqual([first?.state.path, first?.link?.by, first?.match.relation], ['b.txt', 'ben', 'indirect']);
      assert.deepEqual(paths(rest.map(({ state }) => state)), ['c.txt']);
    });

    it('from both ends', () => {
      assert.deepEqual(found(at(folderOf(story, [link('indirect', 'accepted')]), 'b.txt', turnips)), ['a.txt indirect']);
    });

    it('and counts it', () => {
      assert.equal(at(folderOf(story, [link('indirect', 'accepted')]), 'a.txt', lamps).outlets.unknown.length, 3);
      assert.equal(at(folderOf(story), 'a.txt', lamps).outlets.unknown.length, 2);
    });

    it('and leaves out what a person has rejected', () => {
      const same = { ...story, 'b.txt': told('b.txt', { accepted: { bbbbbbbbbb: lamps } }) };
      assert.deepEqual(found(at(folderOf(same), 'a.txt', lamps)), ['b.txt verbatim', 'c.txt verbatim']);
      assert.deepEqual(found(at(folderOf(same, [link('verbatim', 'rejected')]), 'a.txt', lamps)), ['c.txt verbatim']);
    });

    it('and leads nowhere where an end of the link is gone', () => {
      const gone = { ...story, 'b.txt': { text: story['b.txt'].text } };
      assert.deepEqual(found(at(folderOf(gone, [link('indirect', 'accepted')]), 'a.txt', lamps)), ['c.txt verbatim']);
    });
  });

  describe('tells', () => {
    it('who says it, as the article names them, and through whom the outlet has it', () => {
      const text = 'The ferry stays. “The ferry to Ostrow stays in harbour,” Captain Mira Olsen told the news agency Norpress.';
      const statement = at(folderOf({ 'a.txt': { text } }), 'a.txt', 'The ferry to');
      assert.deepEqual([statement.speakers.map(({ name }) => name), statement.named], [['Mira Olsen'], 'Captain Mira Olsen']);
      assert.match(statement.provenance?.name ?? '', /Norpress/);
      assert.equal(statement.wording, '“The ferry to Ostrow stays in harbour,”');
    });

    it('its words without the attribution in their midst', () => {
      const text = '“The ferry to Ostrow stays in harbour,” Captain Mira Olsen said. “Nobody likes it, and nobody can help it.”';
      assert.equal(
        at(folderOf({ 'a.txt': { text } }), 'a.txt', 'The ferry to').wording,
        '“The ferry to Ostrow stays in harbour,” “Nobody likes it, and nobody can help it.”',
      );
    });

    it('which rendering names another speaker, and not one that has the surname alone', () => {
      const folder = folderOf({
        'a.txt': told('a.txt'),
        'b.txt': { text: `Nets hung from every window. ${lamps} Harbour Master Tobias Munk said.` },
        'c.txt': { text: `A brass band had been hired. ${lamps} Brandt said.` },
      });
      const { differences } = at(folder, 'a.txt', lamps);
      assert.deepEqual(
        differences.filter(({ kind }) => kind === 'speaker').map(({ text, rendering }) => [text, rendering.state.path]),
        [['Tobias Munk', 'b.txt']],
      );
    });

    it('what else its speaker says, in its own article first', () => {
      const folder = folderOf({
        'a.txt': { text: `“Our choir will sing on the pier,” Ada Brandt said.` },
        'b.txt': { text: `${own['b.txt'].replace('Mayor ', '')}\n\n“The waffles are mine to pay for,” Ada Brandt added.` },
        'c.txt': { text: '“Nobody buys my turnips,” Jon Pell said.' },
      });
      const statement = at(folder, 'b.txt', lamps);
      assert.deepEqual(
        statement.others.map(({ state, item }) => state.article.raw.slice(item.span.start, item.span.end)),
        ['“The waffles are mine to pay for,”', '“Our choir will sing on the pier,”'],
      );
    });

    it('what a person has noted', () => {
      const folder = folderOf({ 'a.txt': told('a.txt', { accepted: { aaaaaaaaaa: lamps } }) });
      const source = folder.stateOf('a.txt');
      const [item] = source?.items ?? [];
      assert.ok(source && item?.annotation);
      const comments = [{ by: 'ben', at: '2031-05-03T08:00:00Z', text: 'Heard it myself.' }];
      const annotation = { ...item.annotation, note: 'Ask the council.', tags: ['pier'], comments };
      const statement = gatherStatement(folder, source, item.span, { ...item, annotation });
      assert.deepEqual([statement.note, statement.tags, statement.comments], ['Ask the council.', ['pier'], comments]);
    });

    it('nothing of what nobody has said', () => {
      const statement = at(folderOf({ 'a.txt': told('a.txt') }), 'a.txt', 'It rained');
      assert.deepEqual(
        [statement.speakers, statement.named, statement.provenance, statement.note, statement.others, statement.renderings],
        [[], '', undefined, undefined, [], []],
      );
      assert.equal(outletsText(statement.outlets), '1 article of unknown outlet');
    });
  });

  it('asks the folder for its renderings once, and for nothing that nobody wants to know', () => {
    const folder = folderOf({ 'a.txt': told('a.txt'), 'b.txt': told('b.txt') });
    const asked: string[] = [];
    const counting = Object.assign(Object.create(folder) as Folder, {
      registry: folder.registry,
      linked: folder.linked,
      stateOf: (uri: string) => folder.stateOf(uri),
      conflicts: () => folder.conflicts(),
      matches: (passage: Parameters<Folder['matches']>[0]) => (asked.push('matches'), folder.matches(passage)),
      originsOf: (...args: Parameters<Folder['originsOf']>) => (asked.push('origins'), folder.originsOf(...args)),
    });
    const source = folder.stateOf('a.txt');
    const item = source?.items.find(({ type }) => type === 'quotation');
    assert.ok(source && item);
    const statement = gatherStatement(counting, source, item.span, item);
    assert.equal(outletsText(statement.outlets), '2 articles of unknown outlets');
    assert.deepEqual(asked, ['matches']);
    for (let i = 0; i < 3; i++) assert.equal(statement.origins.length, 2);
    assert.deepEqual(asked, ['matches', 'origins']);
  });
});

describe('a table of statements', () => {
  const tableOf = (folder: Folder) => {
    const table = new StatementTable<Folder['sources'][number]>();
    for (const said of StatementTable.order(folder.sources))
      if (!table.has(said)) table.put(gatherStatement(folder, said.state, said.item.span, said.item));
    return table
      .rows()
      .map(({ statement, cells }) => [
        `${statement.state.path}: ${statement.wording}`,
        ...[...cells].map(([uri, { relation }]) => `${uri} ${relation}`).sort(),
      ]);
  };

  it('has each statement once, with what every article makes of it, the most told first', () => {
    const turnips = '“Nobody buys my turnips,”';
    const folder = folderOf({
      'a.txt': { text: `${turnips} said the farmer Jon Pell.\n\n${own['a.txt']}` },
      'b.txt': told('b.txt'),
      'c.txt': told('c.txt'),
    });
    assert.deepEqual(tableOf(folder), [[`a.txt: ${lamps}`, 'b.txt verbatim', 'c.txt verbatim'], [`a.txt: ${turnips}`]]);
  });

  it('takes quoted words for its row where others report them', () => {
    const folder = folderOf({
      'a.txt': { text: 'Mayor Ada Brandt said the lamps of Ostrow pier would burn again before the herring came.' },
      'b.txt': told('b.txt'),
    });
    assert.deepEqual(
      tableOf(folder).map(([row]) => row),
      [`b.txt: ${lamps}`],
    );
  });
});

describe('the words that name the speaker of an annotation', () => {
  const words = 'Ana Ruiz said “we will rebuild the bridge” on Friday.';
  const place = (text: string) => ({ start: words.indexOf(text), end: words.indexOf(text) + text.length });
  const annotation = (rest: Partial<Annotation>): Annotation => ({
    id: 'aaaaaaaaaa',
    type: 'quotation',
    status: 'accepted',
    ...describeSpan(words, place('“we will rebuild the bridge”')),
    ...rest,
  });
  const found = analyse(articleOf('a.txt', words)).quotations[0];
  const now = (raw: string) => ({ start: raw.indexOf('“'), end: raw.indexOf('”') + 1 });

  it('go along with it when text comes in before both', () => {
    const raw = `It rained 🌧 all night. ${words}`;
    const mention = mentionOf(raw, annotation({ mention: place('Ana Ruiz') }), now(raw), undefined);
    assert.equal(raw.slice(mention?.start, mention?.end), 'Ana Ruiz');
  });

  it('are those the engine found once the text between has changed', () => {
    const raw = words.replace(' said', ' told the council');
    const mention = mentionOf(raw, annotation({ mention: place('Ana Ruiz') }), now(raw), analyse(articleOf('a.txt', raw)).quotations[0]);
    assert.equal(raw.slice(mention?.start, mention?.end), 'Ana Ruiz');
  });

  it('are none where a person has named somebody else', () => {
    assert.ok(found?.mention);
    assert.equal(mentionOf(words, annotation({ speakers: ['tom-okafor'] }), now(words), found), undefined);
    assert.deepEqual(mentionOf(words, annotation({ speakers: found.speakers }), now(words), found), found.mention);
  });
});
