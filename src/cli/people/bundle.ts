import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Bundle,
  type BundleDifference,
  compareBundles,
  decodeBytes,
  folderBundle,
  linePosition,
  lineStarts,
  notBundle,
  readBundle,
  readSidecar,
  sidecarName,
  sidecarRecord,
  yamlRecord,
} from '../../core/index';
import { Unusable, type ExitCode } from '../failure';
import { type Folder, readFolder } from '../folder';
import { isOwnFile, readYaml } from '../folderFiles';
import { readBytes } from '../input';
import { print, printLine, warn, writeFileWhole } from '../output';
import { refuseTarget } from '../exporting/target';

export const help = `second-source bundle FOLDER [--out FILE] [--texts]
second-source bundle --compare BEFORE AFTER [--json]

All that the YAML files of a folder say, those of every annotator included, in one YAML file, with the SHA-256 of each article; comments
in them stay behind. Ends with 1 where a file cannot be read and is not in it. With --compare what the one has otherwise than the
other, by the ids of entries; each is a bundle, also one of second-source export, or a folder. Ends with 1 where anything differs or
cannot be read.

  --out FILE  otherwise standard output
  --texts     with the texts of the articles
  --json      a line of JSON for each difference`;

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: 'string' }, texts: { type: 'boolean' }, compare: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  const { out, texts = false, compare = false, json = false } = values;
  const [first, second, ...more] = positionals;
  if (compare) {
    if (first === undefined || second === undefined || more.length > 0 || out !== undefined || texts)
      throw new Unusable('bundle: --compare names two bundles or folders');
    const [before, after] = [await bundleAt(first), await bundleAt(second)];
    return printDifferences(compareBundles(before.bundle, after.bundle), json, before.isWhole && after.isWhole);
  }
  if (first === undefined || second !== undefined) throw new Unusable('bundle: name one folder, or --compare and two bundles');
  if (json) throw new Unusable('bundle: --json goes with --compare');
  if (out === '') throw new Unusable('bundle: --out is a file, or - for standard output');
  if (out !== undefined && out !== '-') {
    if (await isFolder(out)) throw new Unusable(`${out}: is a folder; name a file`);
    await refuseTarget(out, first);
  }
  const { bundle, isWhole } = await bundleOf(await readFolder(first, true), texts);
  if (out === undefined || out === '-') for (const line of folderBundle(bundle)) await print(line);
  else await writeFileWhole(out, folderBundle(bundle));
  return isWhole ? 0 : 1;
}

/** `isWhole`: every file of the folder could be read. */
interface WholeBundle {
  readonly bundle: Bundle;
  readonly isWhole: boolean;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

async function bundleAt(path: string): Promise<WholeBundle> {
  if (await isFolder(path)) return bundleOf(await readFolder(path, true), false);
  const { text } = decodeBytes(await readBytes(path));
  const bundle = readBundle(text);
  if (!('code' in bundle)) return { bundle, isWhole: true };
  const { code, message, start } = bundle;
  throw new Unusable(`${path}${code === notBundle ? '' : `:${linePosition(lineStarts(text), start).line}`}: ${message}`);
}

async function bundleOf(folder: Folder, texts: boolean): Promise<WholeBundle> {
  const { root, paths, spelled, project, corroborations } = folder;
  let isWhole = true;
  const isUsable = ({ path, value }: { readonly path: string; readonly value: { readonly locked: boolean } }) => {
    if (value.locked) warn(`${path}: cannot be read, and is not in the bundle; second-source check says where`);
    if (value.locked) isWhole = false;
    return !value.locked;
  };
  const sidecars: Bundle['sidecars'][number][] = [];
  const annotators = new Map<string, Bundle['sidecars'][number][]>();
  for (const path of paths.filter((one) => isOwnFile(basename(one)))) {
    const name = sidecarName(path);
    if (name === undefined) continue;
    const file = await readYaml(root, spelled, path, readSidecar);
    if (file === undefined || !isUsable(file)) continue;
    const record = sidecarRecord(file.text, name.article);
    if (name.who === '') sidecars.push(record);
    else annotators.set(name.who, [...(annotators.get(name.who) ?? []), record]);
  }
  const head = project && isUsable(project) ? yamlRecord(project.text) : undefined;
  const links = corroborations && isUsable(corroborations) ? yamlRecord(corroborations.text) : undefined;
  return {
    bundle: {
      articles: folder.articles.map(({ path, sha256, article }) => ({ path, sha256, ...(texts && { text: article.raw }) })),
      ...(head && { project: head }),
      sidecars,
      annotators: [...annotators]
        .map(([annotator, own]) => ({ annotator, sidecars: own }))
        .toSorted((a, b) => (a.annotator < b.annotator ? -1 : 1)),
      ...(links && { corroborations: links }),
    },
    isWhole,
  };
}

async function printDifferences(found: readonly BundleDifference[], json: boolean, isWhole: boolean): Promise<ExitCode> {
  for (const one of found) {
    if (json) await printLine(one);
    else await printDifference(one);
  }
  const count = found.length === 0 ? 'no difference' : `${found.length} ${found.length === 1 ? 'difference' : 'differences'}`;
  if (!json) await printLine(isWhole ? count : `${count} in what could be read`);
  return found.length === 0 && isWhole ? 0 : 1;
}

async function printDifference({ part, file, annotator, id, change, words, fields }: BundleDifference): Promise<void> {
  const where = `${file === null ? '' : `${file}: `}${annotator === null ? '' : `${annotator}: `}${part}${id === null ? '' : ` ${id}`}`;
  const named = words === null || words === id ? '' : ` ${JSON.stringify(words)}`;
  await printLine(`${where}: ${change}${named}`);
  for (const { field, before, after } of fields)
    await printLine(
      `  ${field}: ${before === null ? 'nothing' : JSON.stringify(before)} -> ${after === null ? 'nothing' : JSON.stringify(after)}`,
    );
}
