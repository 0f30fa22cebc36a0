import { parseArgs } from 'node:util';
import { mergeYaml } from '../../core/index';
import { replaceFile } from '../../disk/wholeFile';
import { Unusable, type ExitCode } from '../failure';
import { readBytes } from '../input';
import { printLine } from '../output';
import { refused } from '../yamlFile';

export const help = `second-source merge BASE OURS THEIRS [PATH]

Merges three versions of a YAML file of ours entry by entry; the result goes into OURS. Ends with 1 where both sides
changed the same field: ours stays, and "conflict" in the entry says what theirs was. For git:

  git config merge.second-source.driver "second-source merge %O %A %B %P"
  echo "*.annotations*.yaml merge=second-source" >> .gitattributes`;

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [base, ours, theirs, path = ours, ...more] = positionals;
  if (base === undefined || ours === undefined || theirs === undefined || more.length > 0) {
    throw new Unusable('merge: name BASE, OURS and THEIRS, and at most the PATH they stand for');
  }
  const before = await readYamlText(ours);
  const { text, conflicts } = mergeYaml(await readYamlText(base), before, await readYamlText(theirs));
  const [old, fresh] = [before, text].map((one) => new TextEncoder().encode(one));
  if (!(await replaceFile(ours, old, fresh).catch(refused)))
    throw new Unusable(`${ours}: was changed while it was merged; nothing was written`);
  for (const { entry, field } of conflicts) await printLine(`${path}: merge conflict in ${field} of ${entry}`);
  return conflicts.length > 0 ? 1 : 0;
}

/** Bytes that are not UTF-8 could not be written back as they were: such a file is not merged. */
async function readYamlText(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readBytes(path));
  } catch (error) {
    throw error instanceof Unusable ? error : new Unusable(`${path}: is not UTF-8`);
  }
}
