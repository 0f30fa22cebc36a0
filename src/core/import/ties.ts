import type { AnnotationType } from '../annotations/model';
import { labelled, type LabelMapping } from './labels';

interface Tie {
  readonly what: 'relations' | 'events' | 'slots';
  readonly name: string;
  readonly members: readonly { readonly role: string; readonly id: string }[];
}

/** How the spans of a file belong together: by the relations and events of brat, by the relations and slots of UIMA's layers. */
export class Ties {
  readonly #ties: Tie[] = [];
  readonly #triggers = new Map<string, string>();

  relation(name: string, members: Tie['members']): void {
    this.#ties.push({ what: 'relations', name, members });
  }

  /** Words that name others as what these are to them. */
  slots(name: string, members: Tie['members']): void {
    this.#ties.push({ what: 'slots', name, members });
  }

  event(id: string, name: string, trigger: string, members: Tie['members']): void {
    this.#triggers.set(id, trigger);
    this.#ties.push({ what: 'events', name, members: [{ role: '', id: trigger }, ...members] });
  }

  /** The span that stands for an id: of an event, its trigger. */
  spanOf(id: string): string {
    return this.#triggers.get(id) ?? id;
  }

  /**
   * For the spans of words, which span names who says them. A tie leads from a speaker to words by the types of its spans, else by the
   * names of its roles (Source, Content) or by its own. `skip` hears of those that say something else.
   */
  speakers(typeOf: (id: string) => AnnotationType | undefined, mapping: LabelMapping, skip: (what: string) => void): Map<string, string> {
    const speakers = new Map<string, string>();
    const isChosen = [...mapping.relations.values()].includes('speaker');
    for (const { what, name, members } of this.#ties) {
      const meaning = mapping.relations.get(name.toLowerCase());
      const [from, to] = members;
      // our own leads from the speaker to whatever is said by him
      if (/^said$/i.test(name) && what === 'relations' && meaning === undefined && from && to && typeOf(from.id) && typeOf(to.id)) {
        speakers.set(to.id, from.id);
        continue;
      }
      const namesSpeaker = meaning === 'speaker' || typeNamed(name, mapping) === 'speaker';
      const spans = members.map(({ role, id }) => {
        const span = this.spanOf(id);
        const type = typeOf(span);
        return { id: span, type: type === 'note' ? (typeNamed(role, mapping) ?? type) : type };
      });
      const words = spans.filter(({ type }) => type === 'quotation' || type === 'statement');
      const named = spans.filter(({ type }) => type === 'speaker');
      const [speaker, another] = named.length === 0 && namesSpeaker ? spans.filter(({ type }) => type === 'note') : named;
      if (meaning === 'none' || (isChosen && meaning === undefined) || speaker === undefined || words.length === 0) {
        skip(`${what} ${name}`);
        continue;
      }
      if (another !== undefined) skip('second speakers of the same words');
      for (const { id } of words)
        if (!speakers.has(id)) speakers.set(id, speaker.id);
        else if (speakers.get(id) !== speaker.id) skip('second speakers of the same words');
    }
    return speakers;
  }
}

/** What the name of a role or a relation says, where it is that of a type. */
function typeNamed(name: string, mapping: LabelMapping): AnnotationType | undefined {
  const found = labelled(name.replace(/(?:-?arg)?\d*$/i, ''), mapping);
  return found === undefined || found.tags !== undefined ? undefined : found.type;
}
