import type { Annotation, Comment } from '../annotations/model';
import { speakerId } from '../annotations/speakerLabel';
import type { Registry } from '../text/metadata/registry';
import { type BratSpan, BratText, oneLine } from './bratText';
import { ImportCollector, type ImportFile, type ImportFormat } from './imported';
import { countOf, type JsonObject, kindOf, objectOf, objectsOf, present, textOf, textsOf, typeOf } from './json';

/**
 * brat standoff: pairs of NAME.txt and NAME.ann. Attributes Status and Kind, normalisations Speaker and TIMEX3, relations
 * Said and notes are taken over; a type that is not ours becomes a note with the type as its tag. Events are not.
 */
export const bratImport: ImportFormat = {
  id: 'brat',
  label: 'brat standoff (.ann with .txt)',
  extensions: ['ann', 'txt'],
  read: (files, registry) => {
    const found = new ImportCollector();
    const texts = new Map(files.filter(({ name }) => name.endsWith('.txt')).map((file) => [file.name.slice(0, -4), file]));
    for (const file of files) {
      if (!file.name.endsWith('.ann')) continue;
      const text = texts.get(file.name.slice(0, -4));
      if (text === undefined) found.problem(file, `The text it annotates is missing: choose ${file.name.slice(0, -4)}.txt too.`);
      else readPair(file, text.text.replace(/^\uFEFF/, ''), registry, found);
    }
    return found.content({ holds: ['accepted', 'rejected'] });
  },
};

interface Entity extends BratSpan {
  readonly type: string;
  readonly attributes: Map<string, string>;
  readonly references: { readonly to: string; readonly text: string }[];
  readonly comments: { readonly kind: string; readonly text: string }[];
  /** The comment that our export puts on each annotation: what brat's lines do not say exactly. */
  rest: JsonObject | undefined;
}

function readPair(file: ImportFile, text: string, registry: Registry, found: ImportCollector): void {
  const entities = new Map<string, Entity>();
  const said: (readonly [from: string, to: string])[] = [];
  const onEntity = (id: string, act: (entity: Entity) => void) => {
    const entity = entities.get(id);
    if (entity) act(entity);
  };
  const lines = file.text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [i, line] of lines.entries()) {
    const [id = '', middle = '', rest = ''] = line.split('\t');
    switch (id.charAt(0)) {
      case 'T': {
        const [, type = '', offsets = ''] = /^(\S+) (\d{1,15} \d{1,15}(?:;\d{1,15} \d{1,15})*)$/.exec(middle) ?? [];
        if (type === '' || oneLine(rest) === '') {
          found.problem(file, 'This line is not a brat span: T1, type and offsets, words.', i + 1);
          break;
        }
        const fragments = offsets.split(';').map((fragment) => {
          const [start = 0, end = 0] = fragment.split(' ').map(Number);
          return { start, end };
        });
        // brat writes them in the order in which they were marked
        fragments.sort((one, other) => one.start - other.start);
        entities.set(id, { type, fragments, words: rest, rest: undefined, attributes: new Map(), references: [], comments: [] });
        break;
      }
      case 'A':
      case 'M': {
        const [name = '', target = '', value = ''] = middle.split(' ');
        onEntity(target, ({ attributes }) => attributes.set(name.toLowerCase(), value));
        break;
      }
      case 'N': {
        const [, target = '', to = ''] = middle.split(' ');
        onEntity(target, ({ references }) => references.push({ to, text: rest }));
        break;
      }
      case '#': {
        const [kind = '', target = ''] = middle.split(' ');
        onEntity(target, (entity) => {
          if (kind === 'SecondSource') entity.rest = restOf(rest);
          else entity.comments.push({ kind, text: rest });
        });
        break;
      }
      case 'R': {
        const [, type, from = '', to = ''] = /^(\S+) \S+:(T\d+) \S+:(T\d+)/.exec(middle) ?? [];
        if (type?.toLowerCase() === 'said') said.push([from, to]);
        break;
      }
      case 'E':
        found.skip('events');
        break;
    }
  }
  takeOver(entities, said, text, registry, found);
}

function takeOver(
  entities: ReadonlyMap<string, Entity>,
  said: readonly (readonly [from: string, to: string])[],
  text: string,
  registry: Registry,
  found: ImportCollector,
): void {
  const place = new BratText(text, [...entities.values()]);
  // in our own export a span without our comment is only a part of a quotation
  const ours = [...entities.values()].some(({ rest }) => rest !== undefined);
  const mentions = new Map(said.flatMap(([from, to]) => [[to, entities.get(from)] as const]));
  for (const [id, entity] of entities) {
    if (ours && entity.rest === undefined && ['Speaker', 'Cue'].includes(entity.type)) continue;
    if (entity.attributes.get('status') === 'suggested') {
      found.skip('suggestions');
      continue;
    }
    const span = place.place(entity);
    const mention = mentions.get(id);
    const spoken = span && mention && place.place(mention);
    found.annotations.push({
      article: present({ path: textOf(entity.rest?.path), text: place.raw }),
      annotation: {
        ...fieldsOf(entity, registry),
        // where other words stand at the offsets, the article is searched for these
        ...(span
          ? place.selectors(place.widened(span, { start: countOf(entity.rest?.start), end: countOf(entity.rest?.end) }))
          : { exact: entity.words }),
        ...(spoken && { mention: place.inPoints(spoken) }),
      },
    });
  }
}

function fieldsOf(
  entity: Entity,
  registry: Registry,
): Omit<Annotation, 'id' | 'exact' | 'prefix' | 'suffix' | 'start' | 'end'> & { id?: string } {
  const { rest, attributes, references, comments } = entity;
  const type = typeOf(entity.type.toLowerCase());
  const referenceTo = (prefix: string) => references.flatMap(({ to }) => (to.startsWith(prefix) ? to.slice(prefix.length) : []));
  const kept = textsOf(rest?.speakers);
  const speakers = kept.length > 0 ? kept : referenceTo('Speaker:');
  const noted = comments.filter(({ kind }) => kind === 'AnnotatorNotes').map(({ text }) => text);
  const note = textOf(rest?.note);
  // brat keeps a note on one line: ours counts as long as nobody changed it there
  const unchanged = note !== undefined && noted.length === 1 && noted[0] === oneLine(note);
  const reviewed = objectOf(rest?.reviewed);
  const by = textOf(reviewed?.by);
  const at = textOf(reviewed?.at);
  return {
    type: type ?? 'note',
    status: attributes.get('status') === 'rejected' ? 'rejected' : 'accepted',
    ...present({
      id: textOf(rest?.id),
      kind: kindOf(attributes.get('kind')),
      speakers: speakers.map((name) => speakerId(name, registry)),
      value: textOf(rest?.value) ?? referenceTo('TIMEX3:')[0],
      provenance: textOf(rest?.provenance),
      in: textOf(rest?.in),
      tags: [...textsOf(rest?.tags), ...(type === undefined ? [entity.type] : [])],
      note: unchanged || (noted.length === 0 && oneLine(note ?? '') === '') ? note : noted.join('\n'),
      comments: objectsOf(rest?.comments).map((comment): Comment => {
        return { by: textOf(comment.by) ?? '', at: textOf(comment.at) ?? '', text: textOf(comment.text) ?? '' };
      }),
      by: textOf(rest?.by),
      reviewed: by !== undefined && at !== undefined ? { by, at } : undefined,
    }),
  };
}

function restOf(json: string): JsonObject | undefined {
  try {
    return objectOf(JSON.parse(json));
  } catch {
    return undefined;
  }
}
