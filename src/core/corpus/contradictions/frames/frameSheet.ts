import { pushTo } from '../../words/pushTo';
import { phraseAt } from '../deeds/deedWords';
import type { Frame } from '../predicates/frame';
import type { Roles } from './role';
import { deedOf } from './frameWords';
import { rolesOf } from './roles';

/** Of a verb that stands in an article again and again so many are compared. */
const MOST = 12;

/** An article's verbs by the deed they come to. */
export class FrameSheet {
  readonly byDeed = new Map<string, Frame[]>();
  readonly #roles = new Map<Frame, Roles>();
  readonly #words = new Map<Frame, readonly number[]>();

  constructor(frames: readonly Frame[]) {
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
      const all = name === undefined ? [...subject.heads] : [words.lexicon.id(name)];
      for (let i = from; i < to; i++) if (i !== at && words.isContent(i)) all.push(words.id(i));
      this.#words.set(frame, (found = all));
    }
    return found;
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

export interface Told {
  readonly frame: Frame;
  readonly roles: Roles;
}
