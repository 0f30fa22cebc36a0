import { parseArgs } from 'node:util';
import type { Match } from '../core/index';
import { indexSource, type Source } from './archiveSource';
import { matchJson } from './corroborate';
import { Unusable, type ExitCode } from './failure';
import { corpusOf, readFolder } from './folder';
import { readJsonLines } from './input';
import { printLine } from './output';
import { Steps } from './steps';

export const help = `second-source match FOLDER --jsonl QUERIES [--quiet]
second-source match --index DIR --jsonl QUERIES [--quiet]

Where else the passages stand: reads {"file","start","end"} or {"text"} a line from QUERIES and answers each with its
"matches". "file" is relative to FOLDER, or the id of an article of the archive that second-source index has indexed
into DIR; offsets are UTF-16 into the text with LF line ends. QUERIES may be -. --quiet: no progress
on standard error, where it is a terminal.`;

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { jsonl: { type: 'string' }, index: { type: 'string' }, quiet: { type: 'boolean' } },
  });
  const [root, ...more] = positionals;
  const one = values.index === undefined ? root !== undefined && more.length === 0 : root === undefined;
  if (!one || values.jsonl === undefined) throw new Unusable('match: name one folder, or --index DIR, and --jsonl QUERIES');
  const source = values.index === undefined ? await folderSource(root ?? '', values.quiet) : await indexSource(values.index);
  const steps = new Steps('answering', undefined, values.quiet === true);
  for await (const { value, place } of readJsonLines(values.jsonl)) {
    const matches = await matchesOf(value, place, source);
    await printLine({ ...value, matches: matches.map(matchJson) });
    await steps.done();
  }
  steps.end();
  await source.close();
  return 0;
}

async function folderSource(root: string, quiet: boolean | undefined): Promise<Source> {
  const folder = await readFolder(root, quiet);
  const corpus = await corpusOf(folder, quiet);
  const articles = new Map(folder.articles.map(({ path, article }) => [path, article]));
  return {
    name: root,
    article: (uri) => Promise.resolve(articles.get(uri)),
    corpusFor: () => Promise.resolve(corpus),
    close: () => Promise.resolve(),
  };
}

async function matchesOf(value: Readonly<Record<string, unknown>>, place: string, source: Source): Promise<readonly Match[]> {
  const { file, start, end, text } = value;
  if (typeof text === 'string' && file === undefined) return (await source.corpusFor(text, undefined)).matchText(text);
  if (typeof file !== 'string' || typeof start !== 'number' || typeof end !== 'number') {
    throw new Unusable(`${place}: a query needs "file", "start" and "end", or "text"`);
  }
  const article = await source.article(file);
  if (!article) throw new Unusable(`${place}: ${file} is no article of ${source.name}`);
  if (!(start >= 0 && start <= end && end <= article.raw.length))
    throw new Unusable(`${place}: ${start} to ${end} is no passage of ${file}`);
  return (await source.corpusFor(article.raw.slice(start, end), article)).match({ uri: file, start, end });
}
