import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { jsonLines, secondSourceBeside } from './program';

/** A place where articles are asked. */
export interface Kind {
  /** Arguments of `second-source index ARCHIVE` that put the articles there; undefined where they are read each time. */
  readonly into?: (root: string) => Promise<readonly string[]>;
  /** Arguments of `second-source match` that ask it. */
  readonly from: (root: string) => Promise<readonly string[]>;
  /** Only passages can be asked of it. */
  readonly isAskedAlone?: true;
  /** What may befall it, by name. */
  readonly failures?: Readonly<Record<string, Failure>>;
}

export interface Failure {
  /** Arguments in place of those of `from`, where these are others; what is returned makes all as it was. */
  readonly befall: (root: string) => Promise<{ readonly from?: readonly string[]; readonly mend: () => unknown }>;
  /** What is said of it, in one line. */
  readonly told: RegExp;
}

interface Matched {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly level: string;
}

interface Told {
  readonly file: string;
  readonly quotations: readonly { readonly renderings: readonly Matched[] }[];
}

/** What Bo Lind says of each thing, in the town where he says it. */
const said: ReadonlyMap<string, string> = new Map([
  ['anvil', 'The smiths of the valley shall get back the anvil that the river carried off'],
  ['basket', 'Nobody weaves a basket from winter reeds without cutting every finger'],
  ['cello', 'A cello left in a cold chapel loses half of its voice by Easter'],
  ['drum', 'We beat the drum at midnight because the ferry could not see the pier'],
  ['easel', 'Her easel stood in the orchard until the last painter had gone abroad'],
  ['falcon', 'The falcon nests on our brewery and eats more pigeons than the cats'],
  ['goblet', 'Every goblet from the wreck was counted twice and locked in the vault'],
  ['kettle', 'Put a kettle on the stove and the whole street comes in to quarrel'],
  ['lantern', 'One lantern in the tunnel is worth ten policemen on the bridge'],
  ['oboe', 'An oboe cannot be tuned by a man who shouts at his dentist'],
]);
const things = [...said.keys()];
const passageOf = (thing: string) => said.get(thing) ?? '';
const gull = (thing: string) => `gull/${thing}.txt`;
const tern = (thing: string) => `the tern's/“${thing}” é.txt`;

const thingOf = (file: string) => things.find((thing) => file.includes(thing)) ?? assert.fail(file);

/** Two outlets report each saying; a third one writes of the same towns. */
function archive(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [i, thing] of things.entries()) {
    const town = ['Fenwick', 'Lowen', 'Tarsby', 'Ostrand'][i % 4] ?? '';
    files[gull(thing)] = `“${passageOf(thing)},” Bo Lind said in ${town} on Monday.`;
    files[tern(thing)] = `Visitors to ${town} were told by Bo Lind: “${passageOf(thing)}.” Entry is free.`;
    files[`weather/${thing}.md`] = `Rain came down on ${town} again, and the road to the ${thing} works was closed for ${40 + i} minutes.`;
  }
  return files;
}

/** What every source of articles does alike, whatever stands behind it. */
export function describeSource(title: string, kind: Kind): void {
  describe(title, () => {
    let root = '';
    const write = (files: Readonly<Record<string, string>>) => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(root, 'archive', path)), { recursive: true });
        writeFileSync(join(root, 'archive', path), text);
      }
    };
    const index = async () => {
      if (!kind.into) return '';
      const { status, stdout, stderr } = await secondSourceBeside(['index', join(root, 'archive'), ...(await kind.into(root))]);
      assert.equal(status, 0, stderr);
      return stdout;
    };
    const ask = async (queries: readonly unknown[]) => {
      const input = queries.map((query) => JSON.stringify(query)).join('\n');
      const { status, stdout, stderr } = await secondSourceBeside(['match', ...(await kind.from(root)), '--jsonl', '-'], input);
      assert.equal(status, 0, stderr);
      return (jsonLines(stdout) as { matches: Matched[] }[]).map(({ matches }) => matches.filter(({ level }) => level === 'match'));
    };

    before(async () => {
      root = mkdtempSync(join(tmpdir(), 'second-source-contract-'));
      write(archive());
      await index();
    });
    after(() => rmSync(root, { recursive: true, force: true }));

    it('answers every passage with the same words elsewhere, to the letter', async () => {
      const files = archive();
      const queries = things.map((thing) => ({ file: gull(thing), start: 0, end: passageOf(thing).length + 3 }));
      for (const [i, [best]] of (await ask(queries)).entries()) {
        const thing = things[i] ?? '';
        assert.equal(best?.file, tern(thing));
        assert.match(files[best.file]!.slice(best.start, best.end), new RegExp(`^“?${passageOf(thing)}\\.?”?$`));
      }
    });

    it('answers words that stand in no file of their own', async () => {
      const answers = await ask(things.map((thing) => ({ text: passageOf(thing) })));
      for (const [i, thing] of things.entries()) assert.deepEqual(best(answers[i], 2), [gull(thing), tern(thing)].sort());
    });

    it('tells of every article which others have its quotations, each article once and in their order', async () => {
      if (kind.isAskedAlone) {
        const { status, stderr } = await secondSourceBeside(['corroborate', ...(await kind.from(root)).slice(0, 4), '--jsonl']);
        assert.equal(status, 2);
        assert.match(stderr, /^second-source: .+ is no index of Second Source; match --fields asks an index of somebody else\n$/);
        return;
      }
      const { status, stdout, stderr } = await secondSourceBeside(['corroborate', ...(await kind.from(root)), '--jsonl']);
      assert.equal(status, 0, stderr);
      const lines = jsonLines(stdout) as { article?: Told; origin?: { files: readonly string[] } }[];
      const articles = lines.flatMap(({ article }) => article ?? []);
      const files = Object.keys(archive()).sort();
      assert.deepEqual(
        articles.map(({ file }) => file),
        files,
      );
      for (const { file, quotations } of articles) {
        const thing = thingOf(file);
        const found = quotations.flatMap(({ renderings }) => renderings.filter(({ level }) => level === 'match'));
        const others = file.startsWith('weather/') ? [] : [file === gull(thing) ? tern(thing) : gull(thing)];
        assert.deepEqual([...new Set(found.map(({ file: other }) => other))], others, file);
        for (const { start, end } of found) assert.ok(end > start);
      }
      assert.ok(lines.some(({ origin }) => origin?.files.includes(gull('anvil'))));
    });

    it('answers with nothing what nobody has, and what holds no word', async () => {
      assert.deepEqual(await ask([{ text: 'Seven walruses sang a carol underneath the frozen bridge' }, { text: '—' }, { text: '' }]), [
        [],
        [],
        [],
      ]);
    });

    it('says in one line which article it does not have', async () => {
      const query = JSON.stringify({ file: '../../etc/passwd', start: 0, end: 4 });
      const { status, stderr } = await secondSourceBeside(['match', ...(await kind.from(root)), '--jsonl', '-'], query);
      assert.equal(status, 2);
      assert.match(stderr, /^second-source: -:1: \.\.\/\.\.\/etc\/passwd is no article of .+\n$/);
    });

    it('knows what has changed, what is new and what is gone', async () => {
      rmSync(join(root, 'archive', gull('oboe')));
      write({ [gull('kettle')]: 'Bo Lind said on Friday that three striped badgers had moved into the granary of Lowen.' });
      write({ 'gull/late.txt': '“Three striped badgers had moved into the granary of Lowen,” according to Bo Lind.' });
      const line = await index();
      if (kind.into) assert.match(line, /^30 articles \(2 read, 28 unchanged, 1 gone\)/);
      const [oboe, kettle, badgers] = await ask([
        { text: passageOf('oboe') },
        { text: passageOf('kettle') },
        { text: 'Three striped badgers had moved into the granary of Lowen' },
      ]);
      assert.deepEqual(best(oboe, 2), [tern('oboe')]);
      assert.deepEqual(best(kettle, 2), [tern('kettle')]);
      assert.deepEqual(best(badgers, 2), [gull('kettle'), 'gull/late.txt']);
    });

    for (const [title, { befall, told }] of Object.entries(kind.failures ?? {}))
      it(`says in one line, and answers nothing, where it ${title}; then answers as before`, async () => {
        const query = JSON.stringify({ text: passageOf('falcon') });
        const { from, mend } = await befall(root);
        try {
          const asked = from ?? (await kind.from(root));
          for (const args of [['match', ...asked, '--jsonl', '-'], ...(kind.isAskedAlone ? [] : [['corroborate', ...asked, '--jsonl']])]) {
            const { status, stdout, stderr } = await secondSourceBeside(args, query);
            assert.equal(status, 2, stderr);
            assert.equal(stdout, '', 'what is not known must not look like an answer');
            assert.match(stderr, /^second-source: .+\n$/);
            assert.match(stderr, told);
          }
        } finally {
          await mend();
        }
        assert.deepEqual(best((await ask([{ text: passageOf('falcon') }]))[0], 2), [gull('falcon'), tern('falcon')]);
      });

    it('reads nothing again where nothing has changed', async () => {
      if (kind.into) assert.match(await index(), /^30 articles \(0 read, 30 unchanged, 0 gone\)/);
    });

    it('answers with those copies that come first by their names, where more have the words than are looked at', async () => {
      if (!kind.into || kind.isAskedAlone) return;
      const wire = 'The puffins have eaten the cable of the northern lighthouse for the second time';
      // Written in another order than that of their names.
      const copies = Array.from({ length: 45 }, (_, i) => `wire/${String((7 * i) % 45).padStart(2, '0')}.txt`);
      write(Object.fromEntries(copies.map((path) => [path, `“${wire},” Ida Fell said in Ostrand.`])));
      await index();
      const [matches] = await ask([{ text: wire }]);
      assert.deepEqual(best(matches, 100), copies.sort().slice(0, 30));
    });
  });
}

/** The files of the best answers, sorted. */
function best(matches: readonly Matched[] | undefined, most: number): string[] {
  return (matches ?? [])
    .slice(0, most)
    .map(({ file }) => file)
    .sort();
}
