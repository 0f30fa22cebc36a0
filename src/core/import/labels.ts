import type { Annotation } from '../annotations/model';
import { typeOf } from './json';

/** What a label of another scheme becomes; `none`: what is called so is left out. */
export type Meaning = Pick<Annotation, 'type' | 'kind'> | 'none';

/** How another scheme's labels and relations are to be read, as a person says it in a file of its own. */
export interface LabelMapping {
  readonly labels: ReadonlyMap<string, Meaning>;
  /** Relations and events that name a speaker, and those that do not; where none is said to, all that lead from a speaker to words do. */
  readonly relations: ReadonlyMap<string, 'speaker' | 'none'>;
}

export const noMapping: LabelMapping = { labels: new Map(), relations: new Map() };

/** What other schemes call what we have a type for; a mention of a person is a speaker. */
const synonyms: ReadonlyMap<string, Annotation['type']> = new Map([
  ['quote', 'quotation'],
  ['content', 'quotation'],
  ['source', 'speaker'],
  ['claim', 'statement'],
  ['time', 'date'],
  ['timex3', 'date'],
]);

/** Another tool's label as our type; a label that says something else becomes the tag of a note; undefined: it is to be left out. */
export function labelled(label: string | undefined, { labels }: LabelMapping): Pick<Annotation, 'type' | 'kind' | 'tags'> | undefined {
  const name = label?.replace(/^.*\./s, '').toLowerCase();
  const mapped = labels.get(label?.toLowerCase() ?? '') ?? labels.get(name ?? '');
  if (mapped !== undefined) return mapped === 'none' ? undefined : mapped;
  const type = typeOf(name) ?? (name === undefined ? undefined : synonyms.get(name));
  if (type !== undefined) return { type };
  return label === undefined || label === '' ? { type: 'note' } : { type: 'note', tags: [label] };
}
