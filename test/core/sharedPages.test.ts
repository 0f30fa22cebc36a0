import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { leftOutMessage, pageArticle } from '../../src/core/index';
import { mainContent } from '../../src/pages/mainContent';

const folder = resolve('..', 'shared', 'evaluation', 'pages');

interface Page {
  readonly id: string;
  readonly file: string;
  readonly body: string;
  readonly language?: string | null;
}

/** Of languages that write no spaces, characters. */
function tokens(text: string, language: string | null | undefined): readonly string[] {
  const unit = /^(?:ja|zh|ko)/.test(language ?? '') ? /[\p{L}\p{N}]/gu : /[\p{L}\p{N}\p{M}_]+/gu;
  return text.toLowerCase().match(unit) ?? [];
}

function recall(found: readonly string[], wanted: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of wanted) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common += 1;
    counts.set(word, left - 1);
  }
  return common / Math.max(1, wanted.length);
}

describe('real pages of the shared set', function () {
  this.timeout(300_000);

  it('are never refused without a reason, and none comes in with less than three quarters of its words without a word about it', function () {
    if (!existsSync(folder)) {
      console.log('      skipped: needs ../shared/evaluation/pages');
      this.skip();
    }
    const pages = readFileSync(join(folder, 'pages.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Page); // prettier-ignore
    const silent = pages.filter(({ body, file, language }) => {
      const html = gunzipSync(readFileSync(join(folder, file))).toString('utf8');
      const main = mainContent(html);
      if ('reason' in main) return main.reason.trim() === '';
      const { leftOut, text } = pageArticle({ html, main });
      if (leftOut) return leftOutMessage(leftOut) === '' || !/^extracted: partial$/m.test(text);
      return recall(tokens(text, language), tokens(body, language)) < 0.75;
    });
    assert.deepEqual(silent.map(({ id }) => id), []); // prettier-ignore
  });
});
