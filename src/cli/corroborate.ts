import { parseArgs } from 'node:util';
import { isFolderArchive } from './archiveReader';
import { openIndex } from './archiveSource';
import {
  ArchiveCorroboration,
  type Corroboration,
  FolderCorroboration,
  jsonLinesWriter,
  jsonWriter,
  textWriter,
  type Writer,
} from './corroboration/index';
import { isEngineAddress, openEngine } from './engine/index';
import { encoderHelp } from './encoder';
import { Interrupted, Unusable, type ExitCode } from './failure';
import { corpusOf, readFolder, warnOfUnread } from './folder';
import { indexedMeanwhile } from './index';
import { Steps } from './steps';

export const help = `second-source corroborate FOLDER [--json | --jsonl] [--encoder DIR] [--quiet]
second-source corroborate ARCHIVE.jsonl [--json | --jsonl] [--quiet]
second-source corroborate --index DIR [--json | --jsonl] [--quiet]
second-source corroborate --index URL [--name INDEX] [--login-file FILE] [--json | --jsonl] [--quiet]

Every quotation of the folder's articles with its renderings in other articles, the origins they go back to, and what
contradicts what; in a folder of several languages also where another language perhaps tells the same. Links that people
have made or rejected go before what the program finds; conflicts that they have explained or dismissed are left out.
Articles are written as they are done; Ctrl+C leaves what is written whole.

An archive (.jsonl or .jsonl.gz, see second-source index --help) is not held in memory: its articles are looked at one by
one beside those that most likely tell the same, from the index that second-source index has made into DIR or the search
engine at URL, or from one that is made for the time being in the folder for temporary files. Annotations and links
beside an indexed folder are not looked at, origins are those of single statements, and "file" is the id of an article.

  --json   one JSON object; offsets are UTF-16 into the text with LF line ends
  --jsonl  a line an article, {"article"}, then a line each {"origin"} and {"conflict"}
  --quiet  no progress on standard error, where it is a terminal
${encoderHelp}`;

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      jsonl: { type: 'boolean' },
      quiet: { type: 'boolean' },
      encoder: { type: 'string' },
      index: { type: 'string' },
      name: { type: 'string' },
      'login-file': { type: 'string' },
    },
  });
  const [root, ...more] = positionals;
  const { index, quiet = false, encoder } = values;
  if ((root === undefined) === (index === undefined) || more.length > 0)
    throw new Unusable('corroborate: name one folder or archive, or --index DIR');
  if (values.json && values.jsonl) throw new Unusable('corroborate: either --json or --jsonl');
  const isArchive = root !== undefined && /\.jsonl(?:\.gz)?$/.test(root) && !(await isFolderArchive(root));
  if (encoder !== undefined && (root === undefined || isArchive)) throw new Unusable('corroborate: --encoder reads folders alone');
  const writerOf = values.json ? jsonWriter : values.jsonl ? jsonLinesWriter : textWriter;
  if (root === undefined) return ofIndex(index ?? '', values, writerOf, quiet);
  return isArchive
    ? indexedMeanwhile(root, quiet, (folder) => ofIndex(folder, {}, writerOf, quiet))
    : ofFolder(root, writerOf, quiet, encoder);
}

type WriterOf = (found: Corroboration) => Writer;

async function ofFolder(root: string, writerOf: WriterOf, quiet: boolean, encoder: string | undefined): Promise<ExitCode> {
  const folder = await readFolder(root, quiet, true, true);
  warnOfUnread(folder);
  return write(new FolderCorroboration(folder, await corpusOf(folder, quiet, encoder)), writerOf, quiet);
}

async function ofIndex(index: string, options: Parameters<typeof openEngine>[1], writerOf: WriterOf, quiet: boolean): Promise<ExitCode> {
  const archive = isEngineAddress(index) ? await openEngine(index, options, 'match --fields') : await openIndex(index);
  try {
    return await write(await ArchiveCorroboration.of(archive), writerOf, quiet);
  } finally {
    await archive.close();
  }
}

/** Article by article, so that a reader has the first while the last is looked for. */
async function write(found: Corroboration, writerOf: WriterOf, quiet: boolean): Promise<ExitCode> {
  const writer = writerOf(found);
  const steps = new Steps('comparing', found.size, quiet);
  const isWhole = await writeArticles(found, writer, steps);
  steps.end();
  await writer.end();
  return isWhole ? 0 : 130;
}

/** False after Ctrl+C: the article that was being compared is left out. */
async function writeArticles(found: Corroboration, writer: Writer, steps: Steps): Promise<boolean> {
  try {
    for await (const article of found.articles((share) => steps.part(share))) {
      await writer.article(article);
      if (!(await steps.goOn())) return false;
    }
    return true;
  } catch (error) {
    if (error instanceof Interrupted) return false;
    throw error;
  }
}
