import { parseArgs } from 'node:util';
import { analyse, type Conflict, type Match, type Passage, type Perhaps, readArticle } from '../core/index';
import { folderSource, openIndex, type Source, sourceOf } from './archiveSource';
import { perhapsJson, toldJson } from './corroboration/index';
import { isEngineAddress, openEngine } from './engine/index';
import { folderOfArchive } from './archiveFolder';
import { idOf, isFolderArchive } from './archiveReader';
import { encoderHelp } from './encoder';
import { Unusable, type ExitCode } from './failure';
import { readFolder } from './folder';
import { readJsonLines } from './input';
import { printLine } from './output';
import { Steps } from './steps';

export const help = `second-source match FOLDER --jsonl QUERIES [--encoder DIR] [--quiet]
second-source match ARCHIVE.jsonl --jsonl QUERIES [--quiet]
second-source match --index DIR --jsonl QUERIES [--quiet]
second-source match --index URL [--name INDEX] [--login-file FILE] [--fields text=FIELD,...] --jsonl QUERIES

Where else the passages stand: reads {"file","start","end"} or {"text"} a line from QUERIES and answers each with its
"matches". "file" is relative to FOLDER, or the id of an article of the archive that second-source index has indexed
into DIR or the search engine at URL; offsets are UTF-16 into the text with LF line ends. QUERIES may be -.
Where articles are in several languages, "perhaps" has at most three places in other languages with the same names and
numbers, and "because" what is the same. A search engine is sent the telling words of each passage and the names of its article (see second-source index --help).
What "relation" and "level" of a match mean says second-source corroborate --help. "conflicts" of a match are what it and
the passage contradict each other in, or differ in, as by "will" and "could"; where an index is asked, of words and not of counts and dates.

  --quiet    no progress on standard error, where it is a terminal
${encoderHelp}
  --fields   asks somebody else's index instead, and never writes to it: text=FIELD, an English text field, and perhaps
             outlet=, published=, title=, url=, with commas between; the ids of its documents are "file"`;

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      jsonl: { type: 'string' },
      index: { type: 'string' },
      name: { type: 'string' },
      fields: { type: 'string' },
      'login-file': { type: 'string' },
      quiet: { type: 'boolean' },
      encoder: { type: 'string' },
    },
  });
  const [root, ...more] = positionals;
  const one = values.index === undefined ? root !== undefined && more.length === 0 : root === undefined;
  if (!one || values.jsonl === undefined) throw new Unusable('match: name one folder or archive, or --index DIR, and --jsonl QUERIES');
  const { index, quiet, encoder } = values;
  if (index !== undefined && encoder !== undefined) throw new Unusable('match: --encoder reads folders, not an index');
  const source =
    index === undefined
      ? await folderSource(
          (await isFolderArchive(root ?? '')) ? await readFolder(root ?? '', quiet) : await folderOfArchive(root ?? '', quiet),
          quiet,
          encoder,
        )
      : await sourceOf(isEngineAddress(index) ? await openEngine(index, values) : await openIndex(index));
  const steps = new Steps('answering', undefined, quiet === true);
  for await (const { value, place } of readJsonLines(values.jsonl)) {
    const { passage, found, conflicts, perhaps } = await answerTo(value, place, source);
    const known = index === undefined ? conflicts : conflicts.filter(({ kind }) => !COUNTED.has(kind));
    const told = found.map((match) => toldJson(passage, match, known));
    await printLine({ ...value, matches: told, ...(perhaps.length > 0 && { perhaps: perhaps.map(perhapsJson) }) });
    await steps.done();
  }
  steps.end();
  await source.close();
  return 0;
}

/** What is told apart by dates, which an index does not keep. */
const COUNTED = new Set<Conflict['kind']>(['number', 'date', 'duration']);

/** The name of a text that stands in no article. */
const PASTED = '';

interface Answer {
  readonly passage: Passage;
  readonly conflicts: readonly Conflict[];
  readonly found: readonly Match[];
  readonly perhaps: readonly Perhaps[];
}

async function answerTo(value: Readonly<Record<string, unknown>>, place: string, source: Source): Promise<Answer> {
  const { file, start, end, text } = value;
  if (typeof text === 'string' && file === undefined) {
    const article = readArticle({ uri: PASTED, path: PASTED, text, version: 1 });
    const passage = { uri: PASTED, start: 0, end: article.raw.length };
    const analysis = analyse(article);
    return source.among(text, undefined, (corpus) => {
      const found = corpus.matchText(text);
      const conflicts = corpus.conflictsWith({ article, analysis }, found);
      return { passage, conflicts, found, perhaps: corpus.perhapsText(text) };
    });
  }
  if (typeof file !== 'string' || typeof start !== 'number' || typeof end !== 'number') {
    throw new Unusable(`${place}: a query needs "file", "start" and "end", or "text"`);
  }
  const article = await source.article(idOf(file));
  if (!article) throw new Unusable(`${place}: ${file} is no article of ${source.name}`);
  if (!(start >= 0 && start <= end && end <= article.raw.length))
    throw new Unusable(`${place}: ${start} to ${end} is no passage of ${file}`);
  const passage = { uri: article.uri, start, end };
  return source.among(article.raw.slice(start, end), article, (corpus) => {
    const found = corpus.match(passage);
    const conflicts = corpus.conflictsWith(article.uri, found);
    return { passage, conflicts, found, perhaps: corpus.perhaps(passage) };
  });
}
