// Annotations: how well they are found again, beside the rule of the leading annotation client over the same edits, and how long
// opening an article and saving a decision take in a folder of 20,000.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './command.mjs';
import { loadBundle, median, processorTime } from './measuring.mjs';

const { module: core } = await loadBundle(
  'benchAnnotations',
  `export { editArticle, isUndecidable, likeText } from './test/core/articleEdits';
   export { Random } from './test/core/random';
   export * from './src/core/index';`,
);
const { analyse, applyEdits, describeSpan, editArticle, editSidecar, isUndecidable, likeText, newSidecar } = core;
const { placeAnnotations, Random, readArticle, readSidecar, shiftChanges, suggest } = core;

/**
 * @typedef {{ start: number, end: number }} Span
 * @typedef {{ exact: string, prefix: string, suffix: string }} Quote
 * @typedef {Record<'kept' | 'lost' | 'elsewhere' | 'marked' | 'followed' | 'strayed' | 'orphaned' | 'misplaced', number>} Tally
 */

anchoring();
folder();

function anchoring() {
  const shared = path.join(root, '..', 'shared');
  /** @param {string} folder */
  const texts = (folder) =>
    readdirSync(folder)
      .filter((name) => /\.(txt|md)$/.test(name))
      .map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const sets = [{ name: 'the sample story', texts: texts(path.join(root, 'samples')) }];
  if (existsSync(shared)) sets.push({ name: 'the evaluation articles', texts: texts(path.join(shared, 'articles')) });
  else console.log('Anchoring: ../shared is not there, so that only the sample story is used.');
  const each = Math.ceil(10_000 / sets.length);
  for (const set of sets) {
    const [ours, theirs] = [tally(), tally()];
    let left = 0;
    for (let seed = 1; seed <= each; seed++) {
      const edited = editArticle(new Random(seed), set.texts);
      const target = describeSpan(edited.before, edited.span);
      // Words that are changed in one of two copies still stand in the other.
      const isCopied = edited.fate === 'changed' && edited.edits.includes('duplicate the sentence');
      if (isCopied || isUndecidable(edited, target)) {
        left++;
        continue;
      }
      const annotation = { id: 'k', type: 'note', status: 'accepted', ...target };
      const [placed] = placeAnnotations(edited.after, [annotation], edited.before === edited.after);
      judge(ours, edited, placed.how === 'orphan' ? undefined : placed.span, placed.how === 'changed');
      judge(theirs, edited, approximate(edited.after, target, edited.span), false);
    }
    const rows = [
      ['words still there', 'found', 'kept'],
      ['', 'not found, or marked as changed', 'lost'],
      ['', 'on other words, unmarked', 'elsewhere'],
      ['words changed', 'marked or listed as an orphan', 'marked'],
      ['', 'followed without a mark', 'followed'],
      ['', 'on other words, unmarked', 'strayed'],
      ['words deleted', 'listed as orphans', 'orphaned'],
      ['', 'on other words', 'misplaced'],
    ];
    console.log(`\nAnchoring in ${set.name}: ${each} edits, ${left} that nothing could decide left out`);
    console.log(`  ${''.padEnd(50)} ${'ours'.padStart(6)}  errors up to half`);
    for (const [what = '', how = '', key = ''] of rows) {
      const field = /** @type {keyof Tally} */ (key);
      console.log(`  ${what.padEnd(18)} ${how.padEnd(31)} ${String(ours[field]).padStart(6)} ${String(theirs[field]).padStart(18)}`);
    }
  }
}

/** @returns {Tally} */
function tally() {
  return { kept: 0, lost: 0, elsewhere: 0, marked: 0, followed: 0, strayed: 0, orphaned: 0, misplaced: 0 };
}

/**
 * @param {Tally} tally
 * @param {{ before: string, span: Span, after: string, fate: string, now: Span }} edited
 * @param {Span | undefined} span
 * @param {boolean} isMarked
 */
function judge(tally, { before, span: then, after, fate, now }, span, isMarked) {
  const isThere = span !== undefined && span.start < now.end && now.start < span.end;
  if (fate === 'deleted') tally[span === undefined ? 'orphaned' : 'misplaced']++;
  else if (fate === 'changed') tally[span === undefined || isMarked ? 'marked' : isThere ? 'followed' : 'strayed']++;
  else if (span === undefined || isMarked) tally.lost++;
  else {
    // A copy of the sentence that the edit has added is as good as the sentence.
    const isSame = likeText(after.slice(span.start, span.end)) === likeText(before.slice(then.start, then.end));
    tally[isSame ? 'kept' : 'elsewhere']++;
  }
}

/**
 * The published rule of the leading annotation client (hypothesis/client, `anchoring`): the stored position where it has the
 * very words, else the closest match of the quotation with up to half of its length in errors (at most 256), chosen among
 * equals by quotation (50), prefix (20), suffix (20) and position (2); whatever comes first is taken.
 * @param {string} text
 * @param {Quote} quote
 * @param {Span} hint
 * @returns {Span | undefined}
 */
function approximate(text, { exact, prefix, suffix }, hint) {
  if (text.slice(hint.start, hint.end) === exact) return hint;
  const found = closest(text, exact, Math.min(256, exact.length / 2));
  let best;
  let most = -1;
  for (const { start, end, errors } of found) {
    const before = text.slice(Math.max(0, start - prefix.length), start);
    const after = text.slice(end, end + suffix.length);
    const score =
      50 * (1 - errors / exact.length) +
      20 * (prefix === '' ? 1 : likeness(before, prefix)) +
      20 * (suffix === '' ? 1 : likeness(after, suffix)) +
      2 * (1 - Math.abs(start - hint.start) / text.length);
    if (score > most) [best, most] = [{ start, end }, score];
  }
  return best;
}

/**
 * @param {string} text
 * @param {string} pattern
 */
function likeness(text, pattern) {
  const [found] = text === '' ? [] : closest(text, pattern, pattern.length);
  return found ? 1 - found.errors / pattern.length : 0;
}

/**
 * Every match with the fewest errors (Sellers 1980), up to `most`.
 * @param {string} text
 * @param {string} pattern
 * @param {number} most
 * @returns {(Span & { errors: number })[]}
 */
function closest(text, pattern, most) {
  const exact = [];
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
    exact.push({ start: at, end: at + pattern.length, errors: 0 });
  }
  if (exact.length > 0) return exact;
  const length = pattern.length;
  let [errors, starts] = [new Int32Array(length + 1), new Int32Array(length + 1)];
  let [nextErrors, nextStarts] = [new Int32Array(length + 1), new Int32Array(length + 1)];
  for (let i = 0; i <= length; i++) errors[i] = i;
  /** @type {(Span & { errors: number })[]} */
  let found = [];
  let fewest = Math.floor(most);
  for (let end = 1; end <= text.length; end++) {
    nextErrors[0] = 0;
    nextStarts[0] = end;
    for (let i = 1; i <= length; i++) {
      let cost = (errors[i - 1] ?? 0) + (pattern[i - 1] === text[end - 1] ? 0 : 1);
      let start = starts[i - 1] ?? 0;
      if ((errors[i] ?? 0) + 1 < cost) [cost, start] = [(errors[i] ?? 0) + 1, starts[i] ?? 0];
      if ((nextErrors[i - 1] ?? 0) + 1 < cost) [cost, start] = [(nextErrors[i - 1] ?? 0) + 1, nextStarts[i - 1] ?? 0];
      nextErrors[i] = cost;
      nextStarts[i] = start;
    }
    const cost = nextErrors[length] ?? 0;
    if (cost < fewest) [fewest, found] = [cost, []];
    if (cost === fewest) found.push({ start: nextStarts[length] ?? 0, end, errors: cost });
    [errors, nextErrors] = [nextErrors, errors];
    [starts, nextStarts] = [nextStarts, starts];
  }
  return found;
}

/** 20,000 annotations: in 2,000 articles of 5 kB, and in 40 of 50 kB. What one article costs when it is opened and decided upon. */
function folder() {
  console.log('\n20,000 annotations in one folder: the work for one article (median of 15)');
  for (const [articles, length] of /** @type {const} */ ([
    [2000, 5000],
    [40, 50_000],
  ])) {
    const count = 20_000 / articles;
    const text = invented(length);
    const sha256 = 'a'.repeat(64);
    const document = { path: 'a.txt', offsets: 'codepoint', sha256 };
    const annotations = Array.from({ length: count }, (_, index) => {
      const start = text.indexOf('“', Math.floor((index * (text.length - 200)) / count));
      const end = text.indexOf('”', start) + 1;
      return {
        id: `k${String(index).padStart(9, 'z')}`,
        type: 'quotation',
        kind: 'direct',
        status: 'accepted',
        ...describeSpan(text, { start, end }),
      };
    });
    const yaml = newSidecar(document, annotations);
    let version = 0;
    const read = () => {
      const article = readArticle({ uri: 'a', path: 'a.txt', text, version: ++version });
      return { article, analysis: analyse(article) };
    };
    const { analysis } = read();
    /** @param {string} written */
    const show = (written) => {
      const sidecar = readSidecar(written);
      const placed = placeAnnotations(text, sidecar.annotations, sidecar.document?.sha256 === sha256);
      return { sidecar, placed, open: suggest(analysis, placed) };
    };
    const { placed } = show(yaml);
    const id = annotations[count >> 1]?.id;
    const update = { kind: 'update', id, set: { status: 'rejected' } };
    const decide = () =>
      show(
        applyEdits(
          yaml,
          editSidecar(yaml, () => [update]),
        ),
      );
    const today = { path: 'a.txt', raw: text, sha256: 'b'.repeat(64), at: '' };
    const shifted = () =>
      show(
        applyEdits(
          yaml,
          editSidecar(yaml, (/** @type {unknown} */ sidecar) => [...shiftChanges(today, sidecar, placed).changes, update]),
        ),
      );
    console.log(
      `  ${articles} articles of ${length / 1000} kB with ${count} annotations each (${Math.round(yaml.length / 1000)} kB of YAML)`,
    );
    for (const [what, work, most] of /** @type {const} */ ([
      ['opening: article, analysis, sidecar, places', () => [read(), show(yaml)], 50],
      ['of it the annotations', () => show(yaml), 50],
      ['saving a decision and showing it', decide, 20],
      ['the first one after the text has changed', shifted, 20],
    ])) {
      for (let n = 0; n < 8; n++) work();
      const time = median(Array.from({ length: 15 }, () => processorTime(work)));
      console.log(`    ${what.padEnd(46)} ${time.toFixed(1).padStart(8)} ms of processor time (at most ${most})`);
    }
  }
}

/** @param {number} length */
function invented(length) {
  let text = '';
  for (let n = 1; text.length < length; n++) {
    text += `On day ${n} the council of Lowen heard report ${n * 7} about berth ${n % 13}. “We will see to it before week ${n} is over,” said Mira Olsen, who runs the harbour.\n\n`;
  }
  return text;
}
