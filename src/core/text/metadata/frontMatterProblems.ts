import { isMap, isScalar, type Node } from 'yaml';
import { isoDate } from '../publicationDate';
import type { Span } from '../span';
import { readYaml } from '../yamlDocument';
import { frontMatterBlock, readFrontMatter } from './frontMatter';
import { languageDoubt } from './language';
import { primaryDoubt } from './primary';

/** What of an article's front matter is not taken for what its writer meant. */
export interface FrontMatterProblem extends Span {
  readonly code: 'front-matter' | 'publication-date' | 'wrong-value';
  readonly message: string;
}

const dateKeys = ['published', 'date', 'datepublished', 'published_time', 'pubdate', 'publication_date'];

/** Never throws. Two rules in a text that uses no front matter are none. */
export function frontMatterProblems(raw: string): readonly FrontMatterProblem[] {
  const block = frontMatterBlock(raw);
  if (block === undefined) return neverClosed(raw);
  // Prose between two rules has no line of a key for itself.
  if (!/^[a-z_-]{2,30}:(?:\s|$)/im.test(block.source)) return [];
  const reading = readYaml(block.source, { logLevel: 'silent', strict: false, uniqueKeys: false, version: '1.2' });
  const error = 'document' in reading ? reading.document.errors[0] : undefined;
  const contents = 'document' in reading && error === undefined ? reading.document.contents : undefined;
  if (!isMap<Node, Node | null>(contents)) {
    const at = block.start + Math.min(error?.pos[0] ?? 0, Math.max(0, block.source.length - 1));
    const why = error === undefined ? '' : ` (${error.message.split('\n', 1)[0] ?? ''})`;
    const message = `This front matter is no YAML that can be read whole${why}: what it says may be missing.`;
    return [{ start: at, end: at + 1, code: 'front-matter', message }];
  }
  return [
    ...saidTwice(
      contents.items.map(({ key }) => key),
      block.start,
    ),
    ...doubtful(raw),
  ];
}

/** An opening line with two keys and more below it, and nothing that ends them: all of it is read as prose. */
function neverClosed(raw: string): readonly FrontMatterProblem[] {
  const opened = /^---[ \t]{0,20}\n(?:[a-z_-]{2,30}:[ \t][^\n]{0,1000}\n){2,100}/i.exec(raw);
  if (!opened) return [];
  const message = 'This front matter has no end and is read as text: put a line of three hyphens, ---, below its last key.';
  return [{ start: 0, end: 3, code: 'front-matter', message }];
}

/** A key is taken as it is said last. */
function saidTwice(keys: readonly Node[], offset: number): readonly FrontMatterProblem[] {
  const known = new Set<string>();
  return keys.flatMap((key): readonly FrontMatterProblem[] => {
    if (!isScalar(key) || typeof key.value !== 'string' || !key.range) return [];
    const name = key.value.toLowerCase();
    if (!known.has(name)) {
      known.add(name);
      return [];
    }
    const message = `“${key.value.slice(0, 40)}” is said twice; this one, the last, counts. Take the other out.`;
    return [{ start: offset + key.range[0], end: offset + key.range[1], code: 'front-matter', message }];
  });
}

function doubtful(raw: string): readonly FrontMatterProblem[] {
  const { values } = readFrontMatter(raw);
  const first = (keys: readonly string[]) => keys.map((key) => values.get(key)).find((fact) => fact !== undefined);
  const told = (keys: readonly string[], code: FrontMatterProblem['code'], doubtOf: (value: string) => string | undefined) => {
    const fact = first(keys);
    const message = fact?.span && doubtOf(fact.value);
    return fact?.span && message !== undefined ? [{ ...fact.span, code, message }] : [];
  };
  return [
    ...told(dateKeys, 'publication-date', (value) =>
      isoDate(value) === undefined
        ? `“${value.slice(0, 40)}” is no day of publication that can be read: write it as 2025-05-11.`
        : undefined,
    ),
    ...told(['primary'], 'wrong-value', primaryDoubt),
    ...told(['language', 'lang'], 'wrong-value', languageDoubt),
  ].sort((a, b) => a.start - b.start);
}
