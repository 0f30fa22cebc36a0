import { parseArgs } from 'node:util';
import { matchJson } from './corroborate';
import { Unusable, type ExitCode } from './failure';
import { corpusOf, readFolder, type Folder } from './folder';
import { readJsonLines } from './input';
import { printLine } from './output';

export const help = `second-source match FOLDER --jsonl QUERIES

Where else the passages stand: reads {"file","start","end"} or {"text"} a line from QUERIES and answers each with its
"matches". "file" is relative to FOLDER; offsets are UTF-16 into the text with LF line ends. QUERIES may be -.`;

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { jsonl: { type: 'string' } } });
  const [root, ...more] = positionals;
  if (root === undefined || more.length > 0 || values.jsonl === undefined) throw new Unusable('match: name one folder and --jsonl QUERIES');
  const folder = await readFolder(root);
  const corpus = await corpusOf(folder);
  for await (const { value, place } of readJsonLines(values.jsonl)) {
    const query = queryOf(value, place, folder);
    const matches = 'text' in query ? corpus.matchText(query.text) : corpus.match(query);
    await printLine({ ...value, matches: matches.map(matchJson) });
  }
  return 0;
}

function queryOf(value: Readonly<Record<string, unknown>>, place: string, folder: Folder) {
  const { file, start, end, text } = value;
  if (typeof text === 'string' && file === undefined) return { text };
  if (typeof file !== 'string' || typeof start !== 'number' || typeof end !== 'number') {
    throw new Unusable(`${place}: a query needs "file", "start" and "end", or "text"`);
  }
  const length = folder.articles.find(({ path }) => path === file)?.article.raw.length;
  if (length === undefined) throw new Unusable(`${place}: ${file} is no article of ${folder.root}`);
  if (!(start >= 0 && start <= end && end <= length)) throw new Unusable(`${place}: ${start} to ${end} is no passage of ${file}`);
  return { uri: file, start, end };
}
