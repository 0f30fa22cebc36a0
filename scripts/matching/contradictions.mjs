// One line for every strong contradiction of the sixteen events, found or missed, and for every false one that is reported:
// where `score-conflicts.mjs` sees a find is its word, what was reported there is added here.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FIVE, readEvents, sets } from './events.mjs';
import { corpusOf } from './training.mjs';

const NEAR = 40;

const work = mkdtempSync(path.join(tmpdir(), 'second-source-contradictions-'));
process.on('exit', () => rmSync(work, { recursive: true }));

for (const event of readEvents()) {
  if (event.name === FIVE) continue;
  const corpus = await corpusOf(event);
  const reported = corpus.conflicts().map((/** @type {any} */ { kind, level = 'conflict', message, passages }) => ({
    kind,
    level,
    message,
    passages: passages.map((/** @type {any} */ { uri, start, end }) => ({ file: uri, start, end })),
  }));
  const file = path.join(work, `${event.name}.json`);
  writeFileSync(file, JSON.stringify({ conflicts: reported }));
  for (const gold of event.golds) {
    const told = execFileSync(process.execPath, [path.join(sets, 'score-conflicts.mjs'), gold.path, file, '--errors', '1000'], {
      encoding: 'utf8',
    });
    const errors = told
      .split('\n')
      .filter((line) => line.startsWith('{"error"'))
      .map((line) => JSON.parse(line));
    const missed = new Set(errors.filter(({ error }) => error === 'missed').map(({ id }) => id));
    for (const { id, kind, weak, ambiguous, control, passages = [], note = '' } of gold.conflicts) {
      if (weak || ambiguous || control || /control|distractor|compatible/i.test(`${kind} ${id}`)) continue;
      const by = reported.find(
        (/** @type {any} */ one) => one.passages.filter((/** @type {any} */ at) => standsOn(at, passages)).length > 1,
      );
      const how = missed.has(id) ? 'missed' : `found (${by?.level ?? 'conflict'}: ${by?.message ?? ''})`;
      console.log(`${gold.name} | ${kind} | ${id} | ${note} | ${how}`);
    }
    for (const { message } of errors.filter(({ error }) => error === 'false')) console.log(`${gold.name} | false | ${message}`);
  }
}

/** @param {any} at @param {readonly any[]} passages */
function standsOn(at, passages) {
  return passages.some(({ file, start, end }) => at.file === file && at.start < end + NEAR && start < at.end + NEAR);
}
