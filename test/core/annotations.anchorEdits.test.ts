import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Annotation, describeSpan, placeAnnotations } from '../../src/core/index';
import { editArticle, type EditedArticle, isUndecidable, likeText } from './articleEdits';
import { Random, seeds } from './random';

const runs = seeds(5000);
const shared = '../shared';

function invented(): string[] {
  return readdirSync('samples')
    .filter((name) => /\.(txt|md)$/.test(name))
    .map((name) => readFileSync(`samples/${name}`, 'utf8'));
}

function evaluation(): string[] {
  const folders = ['articles', 'evaluation/matching/events/apology', 'evaluation/matching/events/busbomb'];
  const files = folders.flatMap((folder) => readdirSync(`${shared}/${folder}`).map((name) => `${shared}/${folder}/${name}`));
  const texts = files.filter((file) => file.endsWith('.txt')).map((file) => readFileSync(file, 'utf8'));
  const lines = readFileSync(`${shared}/evaluation/quotations/polnear-dev.jsonl`, 'utf8').split('\n').slice(0, 60);
  return [...texts, ...lines.filter((line) => line !== '').map((line) => (JSON.parse(line) as { text: string }).text)];
}

/**
 * What can be known again, by the design's own rule: long words with one whole context left, short ones with the nearest
 * characters of both.
 */
function isRecoverable(text: string, now: { start: number; end: number }, { prefix, exact, suffix }: Annotation): boolean {
  const before = likeText(`|${text.slice(0, now.start)}|`);
  const after = likeText(`|${text.slice(now.end)}|`);
  const has = (length: number) => [
    before
      .slice(0, -1)
      .trimEnd()
      .endsWith(
        likeText(`|${prefix.slice(-length)}|`)
          .slice(1, -1)
          .trim(),
      ),
    after
      .slice(1)
      .trimStart()
      .startsWith(
        likeText(`|${suffix.slice(0, length)}|`)
          .slice(1, -1)
          .trim(),
      ),
  ];
  return exact.length < 20 ? has(8).every(Boolean) : has(32).some(Boolean);
}

interface Tally {
  recoverable: number;
  /** Recovered though hardly anything was left to know them by. */
  beyond: number;
  /** Cases that no reader of the text could decide. */
  undecidable: number;
  intact: number;
  recovered: number;
  wrong: string[];
  changed: number;
  deleted: number;
  kept: string[];
}

function tallyOf(texts: readonly string[], from: number): Tally {
  const tally: Tally = {
    undecidable: 0,
    recoverable: 0,
    beyond: 0,
    intact: 0,
    recovered: 0,
    wrong: [],
    changed: 0,
    deleted: 0,
    kept: [],
  };
  for (let seed = from; seed < from + runs; seed++) judge(editArticle(new Random(seed), texts), seed, tally);
  return tally;
}

function judge({ before, span, after, fate, now, edits }: EditedArticle, seed: number, tally: Tally): void {
  const annotation: Annotation = { id: 'k', type: 'note', status: 'accepted', ...describeSpan(before, span) };
  const [placed] = placeAnnotations(after, [annotation], before === after);
  assert.ok(placed);
  const told = () =>
    `seed ${seed} ${edits.join(', ')}: ${placed.how} ${JSON.stringify(annotation)} -> ${placed.how === 'orphan' ? '' : JSON.stringify(after.slice(Math.max(0, placed.span.start - 40), placed.span.end + 40))}`;
  if (isUndecidable({ before, after, fate }, annotation)) {
    tally.undecidable++;
    return;
  }
  const copied = edits.includes('duplicate the sentence') && placed.how !== 'orphan';
  if (
    copied &&
    likeText(after.slice(placed.span.start, placed.span.end)) === likeText(annotation.exact) &&
    placed.span.start !== now.start
  ) {
    tally.undecidable++;
    return;
  }
  const marked = placed.how === 'changed' || placed.how === 'orphan';
  if (fate === 'deleted') {
    tally.deleted++;
    if (placed.how !== 'orphan') tally.kept.push(told());
    if (!marked) tally.wrong.push(told());
    return;
  }
  const here = placed.how !== 'orphan' && placed.span.start < now.end && now.start < placed.span.end;
  const same = here && likeText(after.slice(placed.span.start, placed.span.end)) === likeText(annotation.exact);
  if (fate === 'changed') {
    tally.changed++;
    if (!marked) tally.wrong.push(told());
    return;
  }
  tally.intact++;
  if (isRecoverable(after, now, annotation)) tally.recoverable++;
  else if (same && !marked) tally.beyond++;
  if (same && !marked) tally.recovered++;
  else if (!marked) tally.wrong.push(told());
}

function report({ intact, recovered, wrong, changed, deleted, kept, undecidable, recoverable, beyond }: Tally, what: string): void {
  const share = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / whole).toFixed(2)} %)`;
  console.log(
    `      ${what}: ${runs} edits, ${wrong.length} on wrong words unmarked; ${share(recovered - beyond, recoverable)} recoverable ones found;`,
  );
  console.log(
    `      ${share(recovered, intact)} of all whose words still stand; ${changed} changed inside; ${deleted - kept.length} of ${deleted} deleted are orphans; ${undecidable} with twins left out`,
  );
}

describe('anchoring under random edits', () => {
  for (const [what, texts] of [
    ['the sample story', invented],
    ['the evaluation texts', evaluation],
  ] as const) {
    it(`never moves to wrong words and hardly loses any, in ${what}`, function () {
      this.timeout(300_000);
      if (texts === evaluation && !existsSync(shared)) {
        console.log('      skipped: ../shared is not there');
        this.skip();
      }
      const tally = tallyOf(texts(), 1);
      report(tally, what);
      assert.deepEqual(tally.wrong, []);
      assert.deepEqual(tally.kept, []);
      assert.ok(tally.recovered - tally.beyond >= 0.98 * tally.recoverable);
    });
  }
});
