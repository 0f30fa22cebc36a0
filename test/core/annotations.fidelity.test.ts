import assert from 'node:assert/strict';
import { parse, parseDocument } from 'yaml';
import {
  applyEdits,
  type CorroborationChange,
  editCorroborations,
  editProjectFile,
  editSidecar,
  type FileProblem,
  invertEdits,
  type ProjectChange,
  readCorroborations,
  readProjectFile,
  readSidecar,
  type SidecarChange,
  type TextEdit,
} from '../../src/core/index';
import { forSeeds, Random, seeds } from './random';
import {
  randomAnnotation,
  randomCorroborations,
  randomDecision,
  randomLink,
  randomOutlet,
  randomProject,
  randomSidecar,
  randomSpeaker,
} from './randomSidecar';
import type { RandomYaml } from './randomYaml';

type Entry = Readonly<Record<string, unknown>>;
type Entries = Map<string, Entry>;

/** One of our three files, for the same test of all of them. */
interface Kind<Change> {
  readonly make: (seed: number) => RandomYaml & { readonly entries: Entries };
  readonly read: (text: string) => { readonly entries: Entries; readonly problems: readonly FileProblem[] };
  readonly edit: (text: string, changes: readonly Change[]) => readonly TextEdit[];
  /** A change and what it does to the entries; what may lose text goes into `touched`: fields (`id.key`) and whole entries (`id.`). */
  readonly change: (random: Random, entries: Entries, touched: Set<string>) => Change | undefined;
}

const keyed = (items: readonly object[], key: string): [string, Entry][] =>
  items.map((item) => [String((item as Record<string, unknown>)[key]), { ...item }]);

/** Sets some fields of an entry to those of a fresh one, or takes them away. */
function renew(random: Random, entries: Entries, touched: Set<string>, id: string, fresh: object, fields: readonly string[]) {
  const keys = random.shuffled(fields).slice(0, 1 + random.below(3));
  const set = Object.fromEntries(Object.entries(fresh).filter(([key]) => keys.includes(key)));
  const unset = keys.filter((key) => !(key in fresh));
  const kept = Object.entries(entries.get(id) ?? {}).filter(([key]) => !keys.includes(key));
  entries.set(id, { ...Object.fromEntries(kept), ...set });
  for (const key of keys) touched.add(`${id}.${key}`);
  return { set, unset };
}

const annotationFields = ['status', 'type', 'note', 'speakers', 'value', 'mention', 'tags', 'reviewed', 'comments'];

const sidecar: Kind<SidecarChange> = {
  make: (seed) => {
    const made = randomSidecar(seed, seed % 4 === 0);
    return { ...made, entries: new Map(keyed(made.annotations, 'id')) };
  },
  read: (text) => {
    const { annotations, problems } = readSidecar(text);
    return { entries: new Map(keyed(annotations, 'id')), problems: problems.filter(({ code }) => code !== 'duplicate-key') };
  },
  edit: editSidecar,
  change(random, entries, touched) {
    const id = entries.size === 0 ? undefined : random.pick([...entries.keys()]);
    if (random.chance(10)) {
      touched.add('document');
      return { kind: 'document', set: { sha256: '0e99', outlet: 'no' } };
    }
    if (id === undefined || random.chance(25)) {
      const annotation = { ...randomAnnotation(random, 90), note: 'new\nnote: #' };
      if (entries.has(annotation.id)) return undefined;
      entries.set(annotation.id, { ...annotation });
      return { kind: 'add', annotation };
    }
    if (random.chance(25)) {
      entries.delete(id);
      touched.add(`${id}.`);
      return { kind: 'remove', id };
    }
    const renewed = renew(random, entries, touched, id, randomAnnotation(random, 0), annotationFields);
    return { kind: 'update', id, ...renewed } as unknown as SidecarChange;
  },
};

const project: Kind<ProjectChange> = {
  make: (seed) => {
    const made = randomProject(seed);
    return { ...made, entries: new Map([...keyed(made.speakers, 'id'), ...keyed(made.outlets, 'id')]) };
  },
  read: (text) => {
    const { registry, problems } = readProjectFile(text);
    return { entries: new Map([...keyed(registry.speakers, 'id'), ...keyed(registry.outlets, 'id')]), problems };
  },
  edit: editProjectFile,
  change(random, entries, touched) {
    const what = random.pick(['speaker', 'outlet'] as const);
    const fresh = what === 'speaker' ? randomSpeaker(random, 90) : randomOutlet(random, 90);
    const present = [...entries].flatMap(([id, entry]) => ('match' in entry === (what === 'outlet') ? id : []));
    const id = present.length === 0 ? undefined : random.pick(present);
    if (id === undefined || random.chance(25)) {
      if (entries.has(fresh.id)) return undefined;
      entries.set(fresh.id, { ...fresh });
      return { kind: `add-${what}`, ...fresh } as ProjectChange;
    }
    if (random.chance(25)) {
      entries.delete(id);
      touched.add(`${id}.`);
      return { kind: `remove-${what}`, id };
    }
    const { set } = renew(random, entries, touched, id, fresh, what === 'speaker' ? ['name', 'aliases', 'roles'] : ['name', 'match']);
    return { kind: `update-${what}`, id, set };
  },
};

const corroborations: Kind<CorroborationChange> = {
  make: (seed) => {
    const made = randomCorroborations(seed);
    return { ...made, entries: new Map([...keyed(made.links, 'id'), ...keyed(made.conflicts, 'key')]) };
  },
  read: (text) => {
    const { links, conflicts, problems } = readCorroborations(text);
    return { entries: new Map([...keyed(links, 'id'), ...keyed(conflicts, 'key')]), problems };
  },
  edit: editCorroborations,
  change(random, entries, touched) {
    const ofLinks = random.chance(60);
    const present = [...entries].flatMap(([id, entry]) => ('from' in entry === ofLinks ? id : []));
    const id = present.length === 0 ? undefined : random.pick(present);
    if (!ofLinks) {
      if (id !== undefined && random.chance(30)) {
        entries.delete(id);
        touched.add(`${id}.`);
        return { kind: 'reopen-conflict', key: id };
      }
      const fresh = randomDecision(random, 90);
      const decision = { ...fresh, key: id !== undefined && random.chance(60) ? id : fresh.key };
      for (const key of ['status', 'reason', 'by', 'at']) touched.add(`${decision.key}.${key}`);
      entries.set(decision.key, { ...decision });
      return { kind: 'decide-conflict', decision };
    }
    if (id === undefined || random.chance(25)) {
      const link = randomLink(random, random.pick([0, 90]));
      if (entries.has(link.id)) return undefined;
      entries.set(link.id, { ...link });
      return { kind: 'add-link', link };
    }
    if (random.chance(25)) {
      entries.delete(id);
      touched.add(`${id}.`);
      return { kind: 'remove-link', id };
    }
    const fresh = { ...randomLink(random, 0), reason: 'why: not' };
    const { set } = renew(random, entries, touched, id, fresh, ['status', 'relation', 'reason', 'from', 'to']);
    return { kind: 'update-link', id, set };
  },
};

const sorted = (entries: Entries) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

/** What other programs keep in the file. */
const others = (text: string): unknown => {
  const data = parseDocument(text, { uniqueKeys: false }).toJS() as Record<string, unknown> | null;
  return data && [data.tool, data.trailer, data.articles];
};

function runKind<Change>({ make, read, edit, change }: Kind<Change>, runs: number): number {
  let edits = 0;
  forSeeds(runs, (seed, tell) => {
    const random = new Random(seed * 7919);
    const { text, entries, owners } = make(seed);
    tell(text);
    const before = read(text);
    assert.deepEqual(before.problems, []);
    assert.deepEqual(sorted(before.entries), sorted(entries));
    const touched = new Set<string>();
    const changes = Array.from({ length: 1 + random.below(3) }, () => change(random, entries, touched) ?? []).flat() as Change[];
    tell(JSON.stringify(changes));
    const splices = edit(text, changes);
    const written = applyEdits(text, splices);
    tell(written);
    const after = read(written);
    assert.deepEqual(after.problems, []);
    assert.deepEqual(sorted(after.entries), sorted(entries));
    assert.deepEqual(others(written), others(text));
    const isFree = (owner: string) => owner === '' || touched.has(owner) || touched.has(owner.replace(/[^.]*$/, ''));
    const dropsEntry = [...touched].some((one) => one.endsWith('.'));
    for (const splice of splices) {
      edits++;
      for (let at = splice.start; at < splice.end; at++) {
        const owner = owners[at] ?? '';
        assert.ok(owner.split('|').some(isFree) || (owner === 'comment' && dropsEntry), `${owner} lost text`);
      }
    }
    assert.equal(applyEdits(written, invertEdits(text, splices)), text);
    if (text.includes('\r\n')) assert.ok(!/[^\r]\n/.test(written));
  });
  return edits;
}

const runs = seeds(2000);
const fewer = seeds(1000);

describe('writing our files', () => {
  const cases = [
    ['sidecars', runs, () => runKind(sidecar, runs)],
    ['project files', fewer, () => runKind(project, fewer)],
    ['files of links', fewer, () => runKind(corroborations, fewer)],
  ] as const;
  for (const [name, count, run] of cases) {
    it(`changes what was asked and not a byte beside it, in ${count} random ${name}`, function () {
      this.timeout(120_000);
      console.log(`      ${count} files, ${run()} splices, 0 bytes outside them changed`);
    });
  }

  it('reads a file of several documents as far as it can be and does not write it', () => {
    for (const text of ['version: 1\nannotations: []\n---\nversion: 1\n', 'version: 1\n...\n---\n# more\n']) {
      const { locked, problems } = readSidecar(text);
      assert.deepEqual([locked, problems.map(({ code }) => code)], [true, ['yaml-syntax']], text);
      assert.match(problems[0]?.message ?? '', /several YAML documents/);
      assert.throws(() => editSidecar(text, [{ kind: 'document', set: { outlet: 'no' } }]), RangeError);
    }
  });

  const note = { ...randomAnnotation(new Random(1), 5), exact: 'x' };
  for (const text of [
    '',
    '---\n',
    '---\n...\n',
    '# c\n---\n# d\n...\n# e\n',
    '--- # x',
    '--- &r\n',
    '%YAML 1.1\n---\n',
    'version: 1\n...',
  ]) {
    it(`begins a file in ${JSON.stringify(text)}`, () => {
      const edits = editSidecar(text, [
        { kind: 'document', set: { outlet: 'no' } },
        { kind: 'add', annotation: note },
      ]);
      const read = readSidecar(applyEdits(text, edits));
      assert.deepEqual([read.problems, read.annotations, read.document?.outlet], [[], [note], 'no']);
    });
  }

  for (const text of ['{}\n', '--- {}', '~\n', 'null # nothing\n', '[]', 'words']) {
    it(`does not write into ${JSON.stringify(text)}, which is no map`, () => {
      const { locked, problems } = readSidecar(text);
      assert.deepEqual([locked, problems.map(({ code }) => code)], [true, ['not-a-map']]);
    });
  }

  it('changes lists and maps behind an alias where they stand', () => {
    const entry = '{id: abcz, type: note, status: accepted, exact: y, start: 1, end: 2}';
    const text = `version: 1\nall: &all\n  - ${entry}\nannotations: *all\nfacts: &facts {path: a.txt}\ndocument: *facts\n`;
    const written = applyEdits(
      text,
      editSidecar(text, [
        { kind: 'add', annotation: note },
        { kind: 'update', id: 'abcz', set: { note: 'seen' } },
        { kind: 'document', set: { outlet: 'no' } },
      ]),
    );
    const { annotations, document, problems } = readSidecar(written);
    assert.deepEqual(problems, []);
    assert.deepEqual(new Set(annotations.map(({ id }) => id)), new Set(['abcz', note.id]));
    assert.deepEqual(document, { path: 'a.txt', offsets: 'codepoint', outlet: 'no' });
    assert.ok(written.includes('annotations: *all\n') && written.includes('document: *facts\n'));
  });

  it('keeps what aliases mean when the entry with their anchors goes', () => {
    const entry = '{id: abcz, type: note, status: accepted, exact: &b y, start: 1, end: 2, more: &m [*b, *b]}';
    const text = `version: 1\nannotations:\n  - ${entry}\nfirst: *m\nagain: &b other\nthen: [*m, *b]\n`;
    const written = applyEdits(text, editSidecar(text, [{ kind: 'remove', id: 'abcz' }]));
    const [was, is] = [text, written].map((one) => parse(one) as Record<string, unknown>);
    assert.deepEqual({ ...is, annotations: was?.annotations }, was, written);
  });

  it('moves the next key up where all before it in an entry go', () => {
    const text = 'version: 1\nconflicts:\n- at: |-\n    noon\n  by: ana\n  key: on 0\n  status: explained\n';
    const edits = editCorroborations(text, [{ kind: 'decide-conflict', decision: { key: 'on 0', status: 'dismissed' } }]);
    assert.equal(applyEdits(text, edits), 'version: 1\nconflicts:\n- key: on 0\n  status: dismissed\n');
  });

  it('writes scalars that YAML 1.1 and 1.2 read alike into all three files', () => {
    forSeeds(300, (seed, tell) => {
      const random = new Random(seed);
      const link = { ...randomLink(random, 1), reason: random.pick(hardTexts) };
      const speaker = { ...randomSpeaker(random, 1), id: random.pick(hardTexts), name: random.pick(hardTexts), aliases: hardTexts };
      const files = [
        applyEdits('', editSidecar('', [{ kind: 'add', annotation: { ...randomAnnotation(random, seed), note: random.pick(hardTexts) } }])),
        applyEdits(
          '',
          editProjectFile('', [
            { kind: 'add-speaker', ...speaker },
            { kind: 'add-outlet', id: random.pick(hardTexts), name: random.pick(hardTexts), match: hardTexts },
          ]),
        ),
        applyEdits(
          '',
          editCorroborations('', [
            { kind: 'add-link', link },
            { kind: 'decide-conflict', decision: { ...randomDecision(random, 1), key: random.pick(hardTexts) } },
          ]),
        ),
      ];
      for (const text of files) {
        tell(text);
        const [one, two] = (['1.1', '1.2'] as const).map((version) => parse(text, { version }) as unknown);
        assert.deepEqual(one, two);
      }
      const [, project = '', links = ''] = files;
      assert.deepEqual(readProjectFile(project).registry.speakers, [speaker]);
      assert.deepEqual((parse(project, { version: '1.1' }) as { speakers: unknown }).speakers, [speaker]);
      assert.deepEqual((parse(links, { version: '1.1' }) as { links: unknown }).links, [link]);
    });
  });
});

/** What YAML 1.1 takes for booleans, numbers in every base, dates, times, merge keys and line ends. */
const hardTexts = [
  ...['y', 'N', 'Yes', 'off', 'ON', '~', 'Null', 'TRUE', '=', '<<', '.inf', '-.INF', '.NaN', '1_000', '0b101', '0o17', '017', '0x1f'],
  ...['+12', '-1', '1e3', '1.e+3', '12:30:45', '190:20:30.15', '2024-05-03', '2024-05-03t10:00:00Z', '2001-12-14 21:59:43.10 -5'],
  ...['!tag', '%x', '@x', '`x`', '? x', '- ', ': ', 'a:', '#', ' x', 'x ', '--- ', '...', '|', '>', "''", '"', '\\', ',', '[]'],
  ...['a\u0085b', 'a\u2028b', '\u2029', '\ufeffx', '\u007f', '\u0000', '\ud800', '\ufffe', '\r\n', '\t', '\u00a0', '😀'],
];
