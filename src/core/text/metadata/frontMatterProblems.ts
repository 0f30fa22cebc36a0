import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { isoDate } from '../publicationDate';
import type { Span } from '../span';
import { readYaml } from '../yamlDocument';
import { factKeys } from './factKeys';
import { frontMatterBlock, readFrontMatter } from './frontMatter';
import { languageDoubt } from './language';
import { meantKey } from './meantKey';
import { primaryDoubt } from './primary';

/** What of an article's front matter is not taken for what its writer meant. */
export interface FrontMatterProblem extends Span {
  readonly code: 'front-matter' | 'publication-date' | 'wrong-value' | 'unknown-key';
  readonly message: string;
}

const languageKeys = ['language', 'lang'];
const known: readonly string[] = [...Object.values(factKeys).flat(), 'primary', 'extracted', ...languageKeys];

/** Never throws. Two rules in a text that uses no front matter are none. `today`: a day of publication more than a year after it is doubted. */
export function frontMatterProblems(raw: string, today?: Date): readonly FrontMatterProblem[] {
  const block = frontMatterBlock(raw);
  if (block === undefined) return neverClosed(raw);
  // Prose between two rules has no line of a key for itself.
  if (!/^(?:- {1,4})?[a-z_-]{2,30}:(?:\s|$)/im.test(block.source)) return [];
  const reading = readYaml(block.source, { logLevel: 'silent', strict: false, uniqueKeys: false, version: '1.2' });
  const error = 'document' in reading ? reading.document.errors[0] : undefined;
  const contents = 'document' in reading && error === undefined ? reading.document.contents : undefined;
  if (isSeq(contents)) {
    const isMeant = contents.items.some((item) => isMap<Node>(item) && item.items.some(({ key }) => known.includes(nameOf(key))));
    const message = 'This front matter is a list and is not read: take the hyphen before each key out.';
    return isMeant ? [{ start: block.start, end: block.start + 1, code: 'front-matter', message }] : [];
  }
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
    ...notTaken(contents.items, block.start),
    ...doubtful(raw, today),
  ];
}

/** An opening line with two keys and more below it, one of them ours, and nothing that ends them: all of it is read as prose. A transcript has names there. */
function neverClosed(raw: string): readonly FrontMatterProblem[] {
  const opened = /^---[ \t]{0,20}\n((?:[a-z_-]{2,30}:[ \t][^\n]{0,1000}\n){2,100})/i.exec(raw);
  const keys = Array.from((opened?.[1] ?? '').matchAll(/^[^:\n]+/gm), ([key]) => key.toLowerCase());
  if (!keys.some((key) => known.includes(key))) return [];
  const message = 'This front matter has no end and is read as text: put a line of three hyphens, ---, below its last key.';
  return [{ start: 0, end: 3, code: 'front-matter', message }];
}

/** A key is taken as it is said last. */
function saidTwice(keys: readonly Node[], offset: number): readonly FrontMatterProblem[] {
  const said = new Set<string>();
  return keys.flatMap((key): readonly FrontMatterProblem[] => {
    const name = nameOf(key);
    if (name === '' || !key.range) return [];
    if (!said.has(name)) {
      said.add(name);
      return [];
    }
    const message = `“${String(isScalar(key) && key.value).slice(0, 40)}” is said twice; this one, the last, counts. Take the other out.`;
    return [{ start: offset + key.range[0], end: offset + key.range[1], code: 'front-matter', message }];
  });
}

function nameOf(key: Node): string {
  return isScalar(key) && typeof key.value === 'string' ? key.value.toLowerCase() : '';
}

/** Keys that are nearly one of ours, and those of ours that hold a map. An article's `source` may be one: where its file is kept. */
function notTaken(pairs: readonly Pair<Node, Node | null>[], offset: number): readonly FrontMatterProblem[] {
  const there = new Set(pairs.map(({ key }) => nameOf(key)));
  return pairs.flatMap(({ key, value }): readonly FrontMatterProblem[] => {
    if (!key.range) return [];
    const name = nameOf(key);
    const place = { start: offset + key.range[0], end: offset + key.range[1] };
    const meant = meantKey(name, known);
    if (meant !== undefined && !there.has(meant) && name !== `${meant}s`)
      return [{ ...place, code: 'unknown-key', message: `“${name}” is no key that is read: is “${meant}” meant?` }];
    if (!isMap(value) || name === 'source' || !known.includes(name)) return [];
    return [
      { ...place, code: 'wrong-value', message: `“${name}” has keys of its own and counts as nothing: write its value behind the colon.` },
    ];
  });
}

function dayDoubt(value: string, today: Date | undefined): string | undefined {
  const day = isoDate(value);
  if (day === undefined) return `“${value.slice(0, 40)}” is no day of publication that can be read: write it as 2025-05-11.`;
  const isFar = today !== undefined && Date.parse(day.slice(0, 10)) - today.getTime() > 366 * 86_400_000;
  return isFar ? `“${value.slice(0, 40)}”, the day of publication, is more than a year from now.` : undefined;
}

function doubtful(raw: string, today: Date | undefined): readonly FrontMatterProblem[] {
  const { values } = readFrontMatter(raw);
  const first = (keys: readonly string[]) => keys.map((key) => values.get(key)).find((fact) => fact !== undefined);
  const told = (keys: readonly string[], code: FrontMatterProblem['code'], doubtOf: (value: string) => string | undefined) => {
    const fact = first(keys);
    const message = fact?.span && doubtOf(fact.value);
    return fact?.span && message !== undefined ? [{ ...fact.span, code, message }] : [];
  };
  return [
    // Site builders say with `published: true` that a page is out, and with `date` when.
    ...told(
      factKeys.published.filter((key) => !/^(?:true|false|yes|no)$/i.test(values.get(key)?.value ?? '')),
      'publication-date',
      (value) => dayDoubt(value, today),
    ),
    ...told(['primary'], 'wrong-value', primaryDoubt),
    ...told(languageKeys, 'wrong-value', languageDoubt),
  ].sort((a, b) => a.start - b.start);
}
