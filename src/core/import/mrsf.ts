import type { Comment } from '../annotations/model';
import { readYaml } from '../text/yamlDocument';
import { ImportCollector, type Imported, type ImportFile, type ImportFormat } from './imported';
import { countOf, type JsonObject, objectOf, objectsOf, present, textOf } from './json';

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
  const comments = objectsOf(review.comments);
  const replies = new Map<string, Comment[]>();
  for (const comment of comments) {
    const to = textOf(comment.reply_to);
    if (to === undefined) continue;
    const reply = { by: textOf(comment.author) ?? 'unknown', at: textOf(comment.timestamp) ?? '', text: textOf(comment.text) ?? '' };
    replies.set(to, [...(replies.get(to) ?? []), reply]);
  }
  for (const comment of comments) {
    if (textOf(comment.reply_to) !== undefined) continue;
    const exact = textOf(comment.selected_text) ?? '';
    const lines = exact === '' ? linesOf(comment) : undefined;
    if (exact === '' && lines === undefined) {
      found.skip('comments on whole documents');
      continue;
    }
    const [by, at] = [textOf(comment.author), textOf(comment.timestamp)];
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
          comments: (replies.get(textOf(comment.id) ?? '') ?? []).toSorted((a, b) => (a.at < b.at ? -1 : 1)),
          by: 'mrsf',
          reviewed: by === undefined || at === undefined ? undefined : { by, at },
        }),
      },
    });
  }
}

/** MRSF counts lines from 1, columns from 0. */
function linesOf(comment: JsonObject): Imported['lines'] {
  const [line, endLine] = [countOf(comment.line), countOf(comment.end_line)];
  const [from, to] = [countOf(comment.start_column), countOf(comment.end_column)];
  if (line === undefined || line === 0) return undefined;
  return { start: line - 1, end: (endLine ?? line) - 1, ...(from !== undefined && to !== undefined && { from, to }) };
}
