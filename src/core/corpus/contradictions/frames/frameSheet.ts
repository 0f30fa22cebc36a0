import { pushTo } from '../../words/pushTo';
import { phraseAt } from '../deeds/deedWords';
import type { Frame } from '../predicates/frame';
import type { Roles } from './role';
import type { Office } from '../people/offices';
import type { Subject } from '../predicates/subjects';
import { deedOf } from './frameWords';
import { rolesOf } from './roles';

/** Of a verb that stands in an article again and again so many are compared. */
const MOST = 12;

/** An article's verbs by the deed they come to. */
export class FrameSheet {
  readonly byDeed = new Map<string, Frame[]>();
  readonly #roles = new Map<Frame, Roles>();
  readonly #words = new Map<Frame, readonly number[]>();

  /** Full names by what one person alone is called: "manager". */
  readonly #called = new Map<string, readonly string[] | undefined>();

  constructor(frames: readonly Frame[], offices: readonly Office[]) {
    for (const { head, name } of offices) {
      const isOther = this.#called.has(head) && this.#called.get(head)?.at(-1) !== name.at(-1);
      this.#called.set(head, isOther ? undefined : name);
    }
    for (const frame of frames) {
      const { words, at, to } = frame;
      if (frame.open) continue;
      const deed = phraseAt(words, at, to)?.means ?? deedOf(words.word(at), (preposition) => hasBehind(frame, preposition, to));
      if (deed !== undefined && (this.byDeed.get(deed)?.length ?? 0) < MOST) pushTo(this.byDeed, deed, frame);
    }
  }

  /** Words of a clause with content but its verb, and the last name of who does it. */
  wordsOf(frame: Frame): readonly number[] {
    let found = this.#words.get(frame);
    if (!found) {
      const { words, at, from, to, subject } = frame;
      const name = subject.names.at(-1);
      const all = new Set(name === undefined ? subject.heads : [words.lexicon.id(name)]);
      for (let i = from; i < to; i++) if (i !== at && words.isContent(i)) all.add(words.id(i));
      this.#words.set(frame, (found = [...all]));
    }
    return found;
  }

  /** A clause with its roles, where "the manager" is whom `other` alone calls so, if he is named here, too. */
  withRoles(frame: Frame, other: FrameSheet): FrameWithRoles {
    const { words } = frame;
    const named = (subject: Subject): Subject => {
      const [head = -1] = subject.heads;
      const name = subject.names.length + subject.marks.length > 0 ? undefined : other.#called.get(words.lexicon.word(head));
      const isNamed = name !== undefined && words.source.text.tokens.lemma.includes(words.lexicon.id(name.at(-1) ?? ''));
      return isNamed ? { ...subject, names: name } : subject;
    };
    const roles = this.rolesOf(frame);
    return {
      frame: { ...frame, subject: named(frame.subject) },
      roles: { ...roles, agent: roles.agent && named(roles.agent), theme: roles.theme && named(roles.theme) },
    };
  }

  /** Read when it is asked for. */
  rolesOf(frame: Frame): Roles {
    let roles = this.#roles.get(frame);
    if (!roles) this.#roles.set(frame, (roles = rolesOf(frame)));
    return roles;
  }
}

function hasBehind({ words, at }: Frame, preposition: string, to: number): boolean {
  for (let i = at + 1; i < to; i++) if (words.word(i) === preposition) return true;
  return false;
}

export interface FrameWithRoles {
  readonly frame: Frame;
  readonly roles: Roles;
}
