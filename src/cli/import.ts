import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  type Annotation,
  applyEdits,
  editCorroborations,
  editProjectFile,
  editSidecar,
  importChanges,
  importFile,
  importFormatOf,
  importFormats,
  linePosition,
  lineStarts,
  previewImport,
  readCorroborations,
  readImport,
  readProjectFile,
  readSidecar,
  type Sidecar,
  type SidecarChange,
  withMapping,
  type ImportFile,
  type ImportPreview,
} from '../core/index';
import { Unusable, type ExitCode } from './failure';
import { readFolder, type Folder, type FolderArticle } from './folder';
import type { YamlFile } from './folderFiles';
import { readBytes } from './input';
import { printLine, warn } from './output';
import { changeYaml } from './yamlFile';

export const help = `second-source import FOLDER FILE... [--format F] [--as STATUS] [--write [--replace] [--remove]]

Shows what the files would add to the folder's annotations: where each one stands today (exact, moved, changed or orphan)
whether it is new, and who made it. A file with "kind: mapping" among them says what labels of another scheme are. Nothing is written without --write. Ends with 1 where something has no place or cannot be read.

  --format F   one of ${importFormats.map(({ id }) => id).join(', ')}; without it, by the files' endings
  --as STATUS  accepted (default): what was decided where it comes from is decided here; suggested: it is only suggested here.
               What a model predicted there (Label Studio, doccano, INCEpTION, W3C) is suggested here in both cases
  --write      adds what is new and has a place to the YAML files
  --replace    with --write: entries known under their id take the imported content
  --remove     with --write: entries that an export of ours no longer has where it comes back are taken away`;

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      as: { type: 'string', default: 'accepted' },
      write: { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
      remove: { type: 'boolean', default: false },
    },
  });
  const [root, ...names] = positionals;
  if (root === undefined || names.length === 0) throw new Unusable('import: name one folder and the files to import');
  const { replace, remove } = values;
  if ((replace || remove) && !values.write) throw new Unusable('import: --replace and --remove go with --write');
  const as = (['accepted', 'suggested'] as const).find((one) => one === values.as);
  if (as === undefined) throw new Unusable('import: --as is accepted or suggested');
  const { files, mapping, problems } = withMapping(await Promise.all((await withTexts(names)).map(readImportFile)));
  const [broken] = problems;
  if (broken) throw new Unusable(`${broken.file}: ${broken.message}`);
  const format = values.format === undefined ? importFormatOf(files) : importFormats.find(({ id }) => id === values.format);
  if (!format) {
    const reason =
      values.format === undefined
        ? `${names.join(', ')}: no format is told by the ending; name it with --format:`
        : `import: --format ${values.format} is none; it is one of`;
    throw new Unusable(`${reason} ${importFormats.map(({ id }) => id).join(', ')}`);
  }

  const folder = await readFolder(root);
  const targets = folder.articles.map(({ path, article, sha256, sidecar }) => {
    const document = sidecar?.value.document;
    return { path, article, sha256, annotations: sidecar?.value.annotations ?? [], ...(document && { document }) };
  });
  const corroborations = folder.corroborations?.value;
  const context = { registry: folder.registry, newId, as, ...(corroborations && { corroborations }) };
  const preview = previewImport(readImport(format, files, folder.registry, mapping), targets, context);
  const isWhole = await show(preview, folder, as === 'suggested');
  if (values.write) {
    const count = await write(preview, folder, { replace, remove });
    warn(count === 1 ? '1 file written' : `${count} files written`);
  }
  return isWhole ? 0 : 1;
}

/** brat keeps the text of NAME.ann in NAME.txt: who names the one means the other, too. */
async function withTexts(names: readonly string[]): Promise<readonly string[]> {
  const texts = names.filter((name) => name.endsWith('.ann')).map((name) => name.replace(/ann$/, 'txt'));
  const missing = texts.filter((text) => !names.includes(text));
  const there = await Promise.all(
    missing.map((text) =>
      stat(text).then(
        (found) => found.isFile(),
        () => false,
      ),
    ),
  );
  return [...names, ...missing.filter((_, i) => there[i])];
}

async function readImportFile(name: string): Promise<ImportFile> {
  return importFile(name, await readBytes(name));
}

/** Prints a line an entry; true where every entry has a place. */
async function show(preview: ImportPreview, folder: Folder, asSuggestions: boolean): Promise<boolean> {
  let isWhole = preview.problems.length === 0 && preview.elsewhere.length === 0;
  for (const { path, entries } of preview.documents) {
    const starts = lineStarts(articleOf(folder, path).article.raw);
    for (const { annotation, placed, known, choices = [], byPosition } of entries) {
      const placeOf = (at: number) => {
        const { line, column } = linePosition(starts, at);
        return `${line}:${column}`;
      };
      const place = placed.how === 'orphan' ? '1:1' : placeOf(placed.span.start);
      if (placed.how === 'orphan' || placed.how === 'changed') isWhole = false;
      const how = byPosition ? `${placed.how} (by position alone)` : placed.how;
      const where = choices.map(({ start }) => placeOf(start)).join(', ');
      const { by, reviewed, status } = annotation;
      const author = reviewed?.by ?? by;
      const what = status === 'suggested' && !asSuggestions ? `suggested ${annotation.type}` : annotation.type;
      const words = `${what} ${JSON.stringify(annotation.exact)}${author === undefined ? '' : ` by ${author}`}`;
      await printLine(`${path}:${place}: ${how}, ${known}: ${words}${where === '' ? '' : `; these words stand at ${where}`}`);
    }
  }
  for (const { name, count } of preview.elsewhere)
    warn(`${name}: is not in this folder; ${count} ${count === 1 ? 'annotation' : 'annotations'} left out`);
  for (const { label, as, count } of preview.labels) warn(`${label} is read as ${as} (${count})`);
  for (const [what, count] of Object.entries(preview.skipped)) warn(`left out: ${count} ${what}`);
  const count = preview.documents.reduce((sum, { entries }) => sum + entries.length, 0);
  const others = preview.links.length + preview.conflicts.length + preview.speakers.length + preview.outlets.length;
  if (count + others === 0 && preview.elsewhere.length === 0 && preview.problems.length === 0)
    warn('nothing to import: the files hold no annotations');
  for (const { file, line, message } of preview.problems) warn(`${file}${line === undefined ? '' : `:${line}`}: ${message}`);
  return isWhole;
}

/**
 * Every file is edited in memory before the first is written: one that is locked stops the whole import. Then each is edited
 * as it is at that moment, since the editor may be at work in the same folder.
 */
async function write(
  preview: ImportPreview,
  folder: Folder,
  taken: { readonly replace: boolean; readonly remove: boolean },
): Promise<number> {
  const edits = new Map<string, (text: string) => string>();
  const edit = (
    path: string,
    file: YamlFile<unknown> | undefined,
    after: (text: string) => string,
    isLocked: (text: string) => boolean,
  ) => {
    const checked = (text: string) => {
      if (isLocked(text)) throw new Unusable(`${path}: is broken or from a newer version; mend it first (second-source check)`);
      return after(text);
    };
    const before = file?.text ?? '';
    if (checked(before) !== before) edits.set(path, checked);
  };
  for (const document of preview.documents) {
    const { path, sha256, sidecar } = articleOf(folder, document.path);
    const entries = document.entries.filter(({ placed, known }) => placed.how !== 'orphan' || known === 'same');
    const left = document.entries.length - entries.length;
    if (left > 0)
      warn(
        `${path}: ${left} without a place ${left === 1 ? 'was' : 'were'} not written; name the words around ${left === 1 ? 'it' : 'them'}, or import in the editor`,
      );
    const changes = importChanges({ ...document, entries }, taken);
    if (changes.length === 0) continue;
    // the facts of a new sidecar, or what the entries' positions count in
    const head = { kind: 'document', set: { path, offsets: 'codepoint', sha256 } } as const;
    edit(
      sidecar?.path ?? `${path}.annotations.yaml`,
      sidecar,
      (text) => {
        const news = (now: Sidecar) => stillNew(changes, sidecar?.value.annotations ?? [], now.annotations);
        return applyEdits(text, editSidecar(text, text === '' ? [head, ...changes] : news));
      },
      (text) => readSidecar(text).locked,
    );
  }
  const { corroborations, project } = folder;
  const linksOf = (text: string) => {
    const there = new Set(readCorroborations(text).links.map(({ id }) => id));
    return preview.links.filter(({ id }) => !there.has(id)).map((link) => ({ kind: 'add-link', link }) as const);
  };
  const decisions = preview.conflicts.map((decision) => ({ kind: 'decide-conflict', decision }) as const);
  edit(
    'corroborations.yaml',
    corroborations,
    (text) => applyEdits(text, editCorroborations(text, [...linksOf(text), ...decisions])),
    (text) => readCorroborations(text).locked,
  );
  const namesOf = (text: string) => {
    const { speakers, outlets } = readProjectFile(text).registry;
    const there = new Set([...speakers, ...outlets].map(({ id }) => id));
    return [
      ...preview.outlets.filter(({ id }) => !there.has(id)).map((outlet) => ({ kind: 'add-outlet', ...outlet }) as const),
      ...preview.speakers.filter(({ id }) => !there.has(id)).map((speaker) => ({ kind: 'add-speaker', ...speaker }) as const),
    ];
  };
  edit(
    'second-source.yaml',
    project,
    (text) => applyEdits(text, editProjectFile(text, namesOf(text))),
    (text) => readProjectFile(text).problems.some(({ severity }) => severity === 'error'),
  );
  for (const [path, after] of edits) await changeYaml(folder.root, path, after);
  return edits.size;
}

/** Without those to be added that somebody else has added since the folder was read: the same words at the same place. */
function stillNew(changes: readonly SidecarChange[], before: readonly Annotation[], now: readonly Annotation[]): readonly SidecarChange[] {
  const known = new Set(before.map(({ id }) => id));
  const keyOf = ({ type, exact, start, end, note = '' }: Annotation) => JSON.stringify([type, exact, start, end, note]);
  const since = now.filter(({ id }) => !known.has(id));
  const there = new Set(since.flatMap((annotation) => [annotation.id, keyOf(annotation)]));
  return changes.filter((change) => change.kind !== 'add' || !(there.has(change.annotation.id) || there.has(keyOf(change.annotation))));
}

function articleOf(folder: Folder, path: string): FolderArticle {
  const article = folder.articles.find((candidate) => candidate.path === path);
  if (!article) throw new Error(`no article ${path}`);
  return article;
}

const base32 = '0123456789abcdefghjkmnpqrstvwxyz';

function newId(): string {
  return Array.from(randomBytes(10), (byte) => base32.charAt(byte & 31)).join('');
}
