import type { Comment } from '../annotations/model';
import { ImportCollector, type Imported, type ImportFile, type ImportFormat } from './imported';
import { type JsonObject, objectOf, objectsOf, parseJson, present, textOf, textsOf } from './json';
import { selectorsOf } from './selectors';

/**
 * The JSON that Hypothesis's sidebar exports, or its API answers a search with. Its positions count on the web page, not on
 * the saved article: only the quoted words and their surroundings are used. Replies become comments; page notes have no passage.
 */
export const hypothesisImport: ImportFormat = {
  id: 'hypothesis',
  label: 'Hypothesis (exported JSON)',
  extensions: ['json'],
  read: (files) => {
    const found = new ImportCollector();
    for (const file of files) readFile(file, found);
    return found.content();
  },
};

function readFile(file: ImportFile, found: ImportCollector): void {
  const root = parseJson(file.text, (message) => found.problem(file, message));
  const entries = found.objects(objectOf(root)?.annotations ?? objectOf(root)?.rows, 'entries');
  if (root !== undefined && entries.length === 0)
    found.problem(file, 'This is not an export of Hypothesis: it has no list of annotations.');
  const comments = new Map<string, Comment[]>();
  const pages = new Set<string>();
  const threads: { readonly id: string; readonly imported: Imported }[] = [];
  for (const entry of entries) {
    const [root] = textsOf(entry.references);
    if (root !== undefined) {
      const comment = { by: userOf(entry), at: textOf(entry.updated) ?? textOf(entry.created) ?? '', text: textOf(entry.text) ?? '' };
      const thread = comments.get(root);
      if (thread) thread.push(comment);
      else comments.set(root, [comment]);
      continue;
    }
    const imported = annotationOf(entry);
    const id = textOf(entry.id) ?? '';
    if (imported) threads.push({ id, imported });
    else {
      found.skip('notes on whole pages');
      pages.add(id);
    }
  }
  for (const { id, imported } of threads) {
    const replies = (comments.get(id) ?? []).toSorted((a, b) => (a.at < b.at ? -1 : 1));
    const annotation = { ...imported.annotation, ...present({ comments: replies }) };
    found.annotations.push({ ...imported, annotation });
    comments.delete(id);
  }
  for (const [id, replies] of comments)
    found.skip(`replies to ${pages.has(id) ? 'notes on whole pages' : 'annotations that are not in the file'}`, replies.length);
}

function annotationOf(entry: JsonObject): Imported | undefined {
  const [target] = objectsOf(entry.target);
  const { exact, prefix, suffix } = target ? selectorsOf(target) : {};
  if (exact === undefined || exact === '') return undefined;
  const at = textOf(entry.updated) ?? textOf(entry.created);
  return {
    article: present({ url: textOf(entry.uri) ?? textOf(target?.source) }),
    annotation: {
      type: 'note',
      status: 'accepted',
      exact,
      ...present({ prefix, suffix, note: textOf(entry.text), tags: textsOf(entry.tags) }),
      by: 'hypothesis',
      ...(at !== undefined && { reviewed: { by: userOf(entry), at } }),
    },
  };
}

/** The name a person goes by, else the account's name without its server. */
function userOf(entry: JsonObject): string {
  const shown = textOf(objectOf(entry.user_info)?.display_name);
  return shown ?? (textOf(entry.user) ?? 'unknown').replace(/^acct:/, '').replace(/@.*$/s, '');
}
