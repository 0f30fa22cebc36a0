import { pushTo } from '../../words/pushTo';
import { phraseAt } from '../deeds/deedWords';
import type { Frame, Roles } from './frame';
import { deedOf } from './frameWords';
import { rolesOf } from './roles';

/** Of a verb that stands in an article again and again so many are compared. */
const MOST = 12;

/** An article's verbs by the deed they come to. */
export class FrameSheet {
  readonly byDeed = new Map<string, Frame[]>();
  readonly #roles = new Map<Frame, Roles>();

  constructor(frames: readonly Frame[]) {
    for (const frame of frames) {
      const { words, at, to } = frame;
      const deed = phraseAt(words, at, to)?.means ?? deedOf(words.word(at), (preposition) => hasBehind(frame, preposition, to));
      if (deed !== undefined && (this.byDeed.get(deed)?.length ?? 0) < MOST) pushTo(this.byDeed, deed, frame);
    }
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
