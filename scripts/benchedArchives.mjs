// Archives for benchmarks, with questions whose answers are known: invented ones, and the real one of the evaluation sets.
import { build } from 'esbuild';
import { once } from 'node:events';
import { createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { root } from './command.mjs';
import { inventArchive } from './inventedArchive.mjs';

/** Writes archive.jsonl and questions.jsonl; returns what they are. @param {string} work @param {number} size */
export async function invent(work, size) {
  const bundle = path.join(root, 'out', 'benchWords.mjs');
  await build({
    stdin: { contents: "export { WordNet } from './src/core/corpus/words/wordnet';", resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    outfile: bundle,
    logLevel: 'warning',
  });
  const { WordNet } = await import(pathToFileURL(bundle).href);
  const wordnet = new WordNet(readFileSync(path.join(root, 'dist', 'resources', 'wordnet.bin')));
  const words = Array.from({ length: wordnet.size }, (_, i) => ({
    word: wordnet.word(i),
    rarity: wordnet.rarity(i),
    verb: wordnet.isVerb(i),
  }));
  const out = createWriteStream(path.join(work, 'archive.jsonl'));
  let characters = 0;
  const questions = await inventArchive(words, size, async (article) => {
    characters += article.text.length;
    if (!out.write(`${JSON.stringify(article)}\n`)) await once(out, 'drain');
  });
  out.end();
  await once(out, 'close');
  writeFileSync(path.join(work, 'questions.jsonl'), questions.map((question) => JSON.stringify(question)).join('\n'));
  return `${size} invented articles of ${(characters / size / 1000).toFixed(1)} kB, ${questions.length} quotations asked for in the other articles that have them`;
}

/** The same of real articles. @param {string} work */
export async function copyReal(work) {
  const file = path.resolve(root, '..', 'shared', 'evaluation', 'matching', 'archive-8k.jsonl.gz');
  if (!existsSync(file)) {
    console.error('bench:archive: the evaluation sets are not there; they are not part of this repository');
    process.exit(2);
  }
  const text = gunzipSync(readFileSync(file)).toString();
  writeFileSync(path.join(work, 'archive.jsonl'), text);
  const articles = text
    .trim()
    .split('\n')
    .map((line) => /** @type {{ id: string, text: string }} */ (JSON.parse(line)));
  const questions = articles
    .filter((_, i) => i % Math.floor(articles.length / 200) === 0)
    .flatMap(({ id, text: whole }) => {
      const sentences = [...whole.matchAll(/[^.!?\n]{80,}[.!?]/g)];
      const sentence = sentences[sentences.length >> 1];
      return sentence
        ? [{ file: String(id), start: sentence.index, end: sentence.index + sentence[0].length, elsewhere: [String(id)] }]
        : [];
    });
  writeFileSync(path.join(work, 'questions.jsonl'), questions.map((question) => JSON.stringify(question)).join('\n'));
  return `${articles.length} real articles, ${questions.length} sentences asked for in their own articles`;
}
