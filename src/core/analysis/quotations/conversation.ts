import type { Member } from '../speakers/index';

/** So few words beside its marks a paragraph of a conversation has. */
const shortest = 12;

/** Remembers whether two people have just spoken in turn: then nothing tells whose the next words without a name are. */
export class Conversation {
  #before: Member | undefined;
  #last: Member | undefined;

  get isOfTwo(): boolean {
    return this.#before !== undefined && this.#last !== undefined && this.#before !== this.#last;
  }

  /** A paragraph of so many units, with the one who speaks in it; `goesOn`: words of the same conversation without a name. */
  hear(units: number, speaker: Member | undefined, goesOn: boolean): void {
    if (goesOn && units <= shortest) return;
    this.#before = units > shortest ? undefined : this.#last;
    this.#last = units > shortest ? undefined : speaker;
  }
}
