import type { Annotation, Comment } from '../../annotations/model';
import { speakerId } from '../../annotations/speakerLabel';
import type { Registry } from '../../text/metadata/registry';
import { type BratEntity, type BratFile, readAnn } from './bratFile';
import { BratText, oneLine } from './bratText';
import { ImportCollector, type ImportFormat } from '../imported';
import { countOf, kindOf, objectOf, objectsOf, present, textOf, textsOf } from '../json';
import { labelled } from '../labels';
import { speakersNamed } from '../speakersNamed';

/**
 * brat standoff: pairs of NAME.txt and NAME.ann. Attributes Status and Kind, normalisations and notes are taken over; relations and events
 * that lead from a speaker to words (Source, Cue and Content of corpora of attribution) name the speaker, others are counted. A type that is
 * not ours becomes a note with the type as its tag, and so does an attribute.
 */
export const bratImport: ImportFormat = {
  id: 'brat',
  label: 'brat standoff (.ann with .txt)',
  extensions: ['ann', 'txt'],
  read: (files, registry, mapping) => {
    const found = new ImportCollector(mapping);
    const texts = new Map(files.filter(({ name }) => /\.txt$/i.test(name)).map((file) => [file.name.slice(0, -4), file]));
    for (const file of files) {
      if (!/\.ann$/i.test(file.name)) continue;
      const text = texts.get(file.name.slice(0, -4));
      if (text === undefined) found.problem(file, `The text it annotates is missing: choose ${file.name.slice(0, -4)}.txt too.`);
      else takeOver(readAnn(file, found), text.text.replace(/^\uFEFF/, ''), registry, found);
    }
    return found.content({ holds: ['accepted', 'rejected'] });
  },
};

function takeOver({ entities, ties }: BratFile, text: string, registry: Registry, found: ImportCollector): void {
  const place = new BratText(text, [...entities.values()]);
  // in our own export a span without our comment is only a part of a quotation
  const ours = [...entities.values()].some(({ rest }) => rest !== undefined);
  const labels = new Map(Array.from(entities, ([id, { type }]) => [id, labelled(type, found.mapping)]));
  const mentions = ties.speakers(
    (id) => labels.get(id)?.type,
    found.mapping,
    (what) => {
      // of what our own export ties, these stand in the annotation, or are found by the engines
      if (!ours || !/ (?:Cue|In|Said)$/.test(what)) found.skip(what);
    },
  );
  for (const [id, entity] of entities) {
    const isNamed = ours && entity.rest !== undefined;
    if (ours && entity.rest === undefined && ['Speaker', 'Cue'].includes(entity.type)) continue;
    if (entity.attributes.get('status') === 'suggested') {
      found.skip('suggestions');
      continue;
    }
    const label = found.labelled(entity.type);
    if (label === undefined) continue;
    const span = place.place(entity);
    const mention = entities.get(mentions.get(id) ?? '');
    const spoken = span && mention && place.place(mention);
    const fields = fieldsOf(entity, label, registry, found);
    const speakers = !isNamed && mention ? speakersOf(mention, registry) : label.type === 'speaker' ? speakersOf(entity, registry) : [];
    found.annotations.push({
      article: present({ path: textOf(entity.rest?.path), text: place.raw }),
      annotation: {
        ...fields,
        ...(fields.speakers === undefined && !isNamed && present({ speakers })),
        // where other words stand at the offsets, the article is searched for these
        ...(span
          ? place.selectors(place.widened(span, { start: countOf(entity.rest?.start), end: countOf(entity.rest?.end) }))
          : { exact: entity.words }),
        ...(spoken && { mention: place.inPoints(spoken) }),
      },
    });
  }
}

/** Who is meant by words that name a speaker: as a reference says, else as the words do. */
function speakersOf({ references, words }: BratEntity, registry: Registry): readonly string[] {
  const named = references.flatMap(({ to, text }) => (to.startsWith('TIMEX3:') || text.trim() === '' ? [] : text.trim()));
  if (named.length > 0) return named.slice(0, 1).map((name) => speakerId(name, registry));
  return speakersNamed(words, registry);
}

function fieldsOf(
  entity: BratEntity,
  label: Pick<Annotation, 'type' | 'kind' | 'tags'>,
  registry: Registry,
  found: ImportCollector,
): Omit<Annotation, 'id' | 'exact' | 'prefix' | 'suffix' | 'start' | 'end'> & { id?: string } {
  const { rest, attributes, references, comments } = entity;
  const referenceTo = (prefix: string) => references.flatMap(({ to }) => (to.startsWith(prefix) ? to.slice(prefix.length) : []));
  const kept = textsOf(rest?.speakers);
  const speakers = kept.length > 0 ? kept : referenceTo('Speaker:');
  // of our own comments all but the note repeat what stands elsewhere
  const noted = comments.filter(({ kind }) => rest === undefined || kind === 'AnnotatorNotes').map(({ text }) => text);
  const others = references.filter(({ to }) => !/^(?:Speaker|TIMEX3):/.test(to));
  if (label.type !== 'speaker' && others.length > 0) found.skip('references to other lists', others.length);
  const foreign = [...attributes].filter(([name]) => name !== 'status' && name !== 'kind');

  const note = textOf(rest?.note);
  // brat keeps a note on one line: ours counts as long as nobody changed it there
  const unchanged = note !== undefined && noted.length === 1 && noted[0] === oneLine(note);
  const reviewed = objectOf(rest?.reviewed);
  const by = textOf(reviewed?.by);
  const at = textOf(reviewed?.at);
  return {
    type: label.type,
    status: attributes.get('status') === 'rejected' ? 'rejected' : 'accepted',
    ...present({
      id: textOf(rest?.id),
      kind: kindOf(attributes.get('kind')) ?? label.kind,
      speakers: speakers.map((name) => speakerId(name, registry)),
      value: textOf(rest?.value) ?? referenceTo('TIMEX3:')[0],
      provenance: textOf(rest?.provenance),
      in: textOf(rest?.in),
      tags: [...textsOf(rest?.tags), ...(label.tags ?? []), ...foreign.map(([name, value]) => (value === '' ? name : `${name}: ${value}`))],
      note: unchanged || (noted.length === 0 && oneLine(note ?? '') === '') ? note : noted.join('\n'),
      comments: objectsOf(rest?.comments).map((comment): Comment => {
        return { by: textOf(comment.by) ?? '', at: textOf(comment.at) ?? '', text: textOf(comment.text) ?? '' };
      }),
      by: textOf(rest?.by),
      reviewed: by !== undefined && at !== undefined ? { by, at } : undefined,
    }),
  };
}
