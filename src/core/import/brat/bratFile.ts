import { type BratSpan, oneLine } from './bratText';
import { Ties } from '../ties';
import type { ImportCollector, ImportFile } from '../imported';
import { type JsonObject, objectOf } from '../json';

export interface BratEntity extends BratSpan {
  readonly type: string;
  readonly attributes: Map<string, string>;
  readonly references: { readonly to: string; readonly text: string }[];
  readonly comments: { readonly kind: string; readonly text: string }[];
  /** The comment that our export puts on each annotation: what brat's lines do not say exactly. */
  rest: JsonObject | undefined;
}

export interface BratFile {
  readonly entities: ReadonlyMap<string, BratEntity>;
  readonly ties: Ties;
}

/** The lines of an .ann file (brat manual, "Standoff format"). What stands on an event is its trigger's. */
export function readAnn(file: ImportFile, found: ImportCollector): BratFile {
  const entities = new Map<string, BratEntity>();
  const ties = new Ties();
  const lines = file.text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const spans = lines.map((line, i) => ({ line, i, sign: line.charAt(0) }));
  // events may stand before what they name, and notes before what they are on
  const inOrder = [...spans.filter(({ sign }) => sign === 'T'), ...spans.filter(({ sign }) => sign === 'E'), ...spans];
  for (const [at, { line, i, sign }] of inOrder.entries()) {
    const isAgain = at >= inOrder.length - spans.length && (sign === 'T' || sign === 'E');
    const [id = '', middle = '', rest = ''] = line.split('\t');
    const onEntity = (target: string, what: string, act: (entity: BratEntity) => void) => {
      const entity = entities.get(ties.spanOf(target));
      if (entity) act(entity);
      else if (target !== '') found.skip(`${what} on relations`);
    };
    switch (isAgain ? '' : sign) {
      case 'T': {
        const entity = entityOf(middle, rest);
        if (entity) entities.set(id, entity);
        else found.problem(file, 'This line is not a brat span: T1, type and offsets, words.', i + 1);
        break;
      }
      case 'A':
      case 'M': {
        const [name = '', target = '', value = ''] = middle.split(' ');
        onEntity(target, 'attributes', ({ attributes }) =>
          attributes.set(/^(?:status|kind)$/i.test(name) ? name.toLowerCase() : name, value),
        );
        break;
      }
      case 'N': {
        const [, target = '', to = ''] = middle.split(' ');
        onEntity(target, 'references', ({ references }) => references.push({ to, text: rest }));
        break;
      }
      case '#': {
        const [kind = '', target = ''] = middle.split(' ');
        onEntity(target, 'notes', (entity) => {
          if (kind === 'SecondSource') entity.rest = restOf(rest);
          else entity.comments.push({ kind, text: rest });
        });
        break;
      }
      case 'R': {
        const [name = '', ...args] = middle.trim().split(/ +/);
        ties.relation(name, args.flatMap(memberOf));
        break;
      }
      case 'E': {
        const [head = '', ...args] = middle.trim().split(/ +/);
        const [name = '', trigger = ''] = head.split(':');
        ties.event(id, name, trigger, args.flatMap(memberOf));
        break;
      }
      case '*':
        found.skip('equivalences');
        break;
      default:
        if (!isAgain && line.trim() !== '') found.skip("lines that are none of brat's");
    }
  }
  return { entities, ties };
}

function memberOf(argument: string): readonly { readonly role: string; readonly id: string }[] {
  const [, role, id] = /^([^:]+):([TE]\d+)$/.exec(argument) ?? [];
  return role === undefined || id === undefined ? [] : [{ role, id }];
}

function entityOf(middle: string, words: string): BratEntity | undefined {
  const [, type = '', offsets = ''] = /^(\S+) (\d{1,15} \d{1,15}(?:;\d{1,15} \d{1,15})*)$/.exec(middle) ?? [];
  if (type === '' || oneLine(words) === '') return undefined;
  const fragments = offsets.split(';').map((fragment) => {
    const [start = 0, end = 0] = fragment.split(' ').map(Number);
    return { start, end };
  });
  // brat writes them in the order in which they were marked
  fragments.sort((one, other) => one.start - other.start);
  return { type, fragments, words, rest: undefined, attributes: new Map(), references: [], comments: [] };
}

function restOf(json: string): JsonObject | undefined {
  try {
    return objectOf(JSON.parse(json));
  } catch {
    return undefined;
  }
}
