import type { Annotation } from '../annotations/model';
import { typeOf } from './json';

/** What other schemes call what we have a type for; a mention of a person is a speaker. */
const synonyms: ReadonlyMap<string, Annotation['type']> = new Map([
  ['quote', 'quotation'],
  ['content', 'quotation'],
  ['source', 'speaker'],
  ['claim', 'statement'],
  ['time', 'date'],
  ['timex3', 'date'],
]);

/** Another tool's label as our type; a label that says something else becomes the tag of a note. */
export function labelled(label: string | undefined): Pick<Annotation, 'type' | 'tags'> {
  const name = label?.replace(/^.*\./s, '').toLowerCase();
  const type = typeOf(name) ?? (name === undefined ? undefined : synonyms.get(name));
  if (type !== undefined) return { type };
  return label === undefined || label === '' ? { type: 'note' } : { type: 'note', tags: [label] };
}
