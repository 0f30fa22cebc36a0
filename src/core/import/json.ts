import type { Annotation } from '../annotations/model';

/** Typed looks into parsed JSON from outside: what is not of the wanted type reads as absent. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** A list, or one value as a list of one, as JSON-LD allows. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  return value === undefined || value === null ? [] : [value];
}

export function objectsOf(value: unknown): readonly JsonObject[] {
  return listOf(value)
    .map(objectOf)
    .filter((entry) => entry !== undefined);
}

export function textsOf(value: unknown): readonly string[] {
  return listOf(value).flatMap((entry) => textOf(entry) ?? []);
}

/** Parsed JSON, or undefined with the reason told. */
export function parseJson(text: string, tell: (message: string) => void): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    tell(`This is not JSON: ${(error as Error).message}`);
    return undefined;
  }
}

/** The objects of JSON lines with the numbers of their lines; a line that is none is told, and the rest is read. */
export function* objectLines(
  text: string,
  tell: (message: string, line: number) => void,
): Generator<readonly [object: JsonObject, line: number]> {
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const value = parseJson(line, (message) => tell(message, i + 1));
    const object = objectOf(value);
    if (object) yield [object, i + 1];
    else if (value !== undefined) tell('The line is no object.', i + 1);
  }
}

const types: readonly string[] = ['quotation', 'statement', 'speaker', 'date', 'cue', 'note'];
const kinds: readonly string[] = ['direct', 'mixed', 'indirect', 'scare'];

export function typeOf(value: string | undefined): Annotation['type'] | undefined {
  return value !== undefined && types.includes(value) ? (value as Annotation['type']) : undefined;
}

export function kindOf(value: string | undefined): Annotation['kind'] {
  return value !== undefined && kinds.includes(value) ? (value as Annotation['kind']) : undefined;
}

/** Who made an entry with another program: its reviewer where the time is told, else named before the program. */
export function madeWith(program: string, author: string | undefined, at: string | undefined): Pick<Annotation, 'by' | 'reviewed'> {
  if (author === undefined || author === '') return { by: program };
  return at === undefined ? { by: `${author} (${program})` } : { by: program, reviewed: { by: author, at } };
}

/** The fields of an entry that have a value: an empty list or text is none. */
export function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(fields).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
