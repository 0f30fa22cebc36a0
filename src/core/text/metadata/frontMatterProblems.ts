import { isMap } from 'yaml';
import { isoDate } from '../publicationDate';
import type { Span } from '../span';
import { readYaml } from '../yamlDocument';
import { frontMatterBlock, readFrontMatter } from './frontMatter';

/** What of an article's front matter is not taken for what its writer meant. */
export interface FrontMatterProblem extends Span {
  readonly code: 'front-matter' | 'publication-date';
  readonly message: string;
}

const dateKeys = ['published', 'date', 'datepublished', 'published_time', 'pubdate', 'publication_date'];

/** Never throws. Two rules in a text that uses no front matter are none. */
export function frontMatterProblems(raw: string): readonly FrontMatterProblem[] {
  const block = frontMatterBlock(raw);
  // Prose between two rules has no line of a key for itself.
  if (block === undefined || !/^[a-z_-]{2,30}:(?:\s|$)/im.test(block.source)) return [];
  const reading = readYaml(block.source, { logLevel: 'silent', strict: false, uniqueKeys: false, version: '1.2' });
  const error = 'document' in reading ? reading.document.errors[0] : undefined;
  const isRead = 'document' in reading && error === undefined && isMap(reading.document.contents);
  if (!isRead) {
    const at = block.start + Math.min(error?.pos[0] ?? 0, Math.max(0, block.source.length - 1));
    const why = error === undefined ? '' : ` (${error.message.split('\n', 1)[0] ?? ''})`;
    const message = `This front matter is no YAML that can be read whole${why}: what it says may be missing.`;
    return [{ start: at, end: at + 1, code: 'front-matter', message }];
  }
  const { values } = readFrontMatter(raw);
  const date = dateKeys.map((key) => values.get(key)).find((fact) => fact !== undefined);
  if (date?.span === undefined || isoDate(date.value) !== undefined) return [];
  const message = `“${date.value.slice(0, 40)}” is no day of publication that can be read: write it as 2025-05-11.`;
  return [{ ...date.span, code: 'publication-date', message }];
}
