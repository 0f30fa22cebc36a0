import type { Comment } from '../annotations/model';
import { readYaml } from '../text/yamlDocument';
import { ImportCollector, type Imported, type ImportFile, type ImportFormat } from './imported';
import { countOf, type JsonObject, madeWith, objectOf, present, textOf } from './json';

/**
 * Review comments of the Markdown Review Sidecar Format (MRSF 1, `NAME.review.yaml` or `.json`): a comment on selected words
 * becomes a note on them, replies its discussion; one on lines a note on what stands there today, marked as placed by that alone.
 */
export const mrsfImport: ImportFormat = {
  id: 'mrsf',
  label: 'MRSF review comments (.review.yaml)',
  extensions: ['yaml', 'yml', 'json'],
  read: (files) => {
    const found = new ImportCollector();
    for (const file of files) readFile(file, found);
    return found.content();
  },
};

const longest = 5_000_000;

function readFile(file: ImportFile, found: ImportCollector): void {
  let root: unknown;
  try {
    if (file.text.length > longest) throw new Error('it is over 5 MB');
    const reading = readYaml(file.text, { logLevel: 'silent' });
    if ('tooDeep' in reading) throw new Error('it is nested too deeply');
    const [error] = reading.document.errors;
    if (error !== undefined) throw error;
    root = reading.document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    found.problem(file, `This cannot be read: ${(error as Error).message.split('\n')[0] ?? ''}`);
    return;
  }
  const review = objectOf(root);
  if (review?.mrsf_version === undefined) {
    found.problem(file, 'These are no review comments of MRSF: mrsf_version is missing.');
    return;
  }
  const path = textOf(review.document)?.replaceAll('\\', '/').replace(/^\.\//, '');
  const comments = found.objects(review.comments, 'comments');
  const replies = repliesOf(comments);
  for (const comment of comments) {
    if (textOf(comment.reply_to) !== undefined) continue;
    const exact = textOf(comment.selected_text) ?? '';
    const lines = exact === '' ? linesOf(comment) : undefined;
    const id = textOf(comment.id) ?? '';
    const own = replies.get(id) ?? [];
    // an id that stands twice means the first
    replies.delete(id);
    if (exact === '' && lines === undefined) {
      found.skip('comments on whole documents');
      if (own.length > 0) found.skip('replies to comments on whole documents', own.length);
      continue;
    }
    if (comment.resolved === true) found.skip('marks of comments that they are resolved');
    found.annotations.push({
      article: present({ path }),
      ...(lines && { lines, byPosition: true as const }),
      annotation: {
        type: 'note',
        status: 'accepted',
        exact: exact.replace(/\r\n?/g, '\n'),
        ...present({
          note: textOf(comment.text),
          tags: [textOf(comment.type), textOf(comment.severity)].filter((tag) => tag !== undefined),
          comments: own.toSorted((a, b) => (a.at < b.at ? -1 : 1)),
        }),
        ...madeWith('mrsf', textOf(comment.author), textOf(comment.timestamp)),
      },
    });
  }
  for (const others of replies.values()) found.skip('replies to comments that are not in the file', others.length);
}

/** The replies of each thread by the id of the comment it begins with: a reply may be to a reply. */
function repliesOf(comments: readonly JsonObject[]): Map<string, Comment[]> {
  const above = new Map<string, string>();
  for (const { id, reply_to } of comments) {
    const [own, to] = [textOf(id), textOf(reply_to)];
    if (own !== undefined && to !== undefined && !above.has(own)) above.set(own, to);
  }
  const replies = new Map<string, Comment[]>();
  for (const comment of comments) {
    let root = textOf(comment.reply_to);
    if (root === undefined) continue;
    const passed: string[] = [];
    for (let next = above.get(root); next !== undefined && next !== root && passed.length <= above.size; next = above.get(root)) {
      passed.push(root);
      root = next;
    }
    // so that each way up is gone once
    for (const one of passed) above.set(one, root);
    const reply = { by: textOf(comment.author) ?? 'unknown', at: textOf(comment.timestamp) ?? '', text: textOf(comment.text) ?? '' };
    const thread = replies.get(root);
    if (thread) thread.push(reply);
    else replies.set(root, [reply]);
  }
  return replies;
}

/** MRSF counts lines from 1, columns from 0. */
function linesOf(comment: JsonObject): Imported['lines'] {
  const [line, endLine] = [countOf(comment.line), countOf(comment.end_line)];
  const [from, to] = [countOf(comment.start_column), countOf(comment.end_column)];
  if (line === undefined || line === 0) return undefined;
  return { start: line - 1, end: (endLine ?? line) - 1, ...(from !== undefined && to !== undefined && { from, to }) };
}
