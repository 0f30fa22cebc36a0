import type { Subject } from './subjects';

/** Who is called what in an article: full names by their last word, names by a noun. */
export class Cast {
  /** By the last word; undefined where several people have it. */
  readonly #full = new Map<string, readonly string[] | undefined>();
  /** "Driver"; undefined where several are called so. */
  readonly #called = new Map<number, Subject | undefined>();
  /** Whom the first sentence tells of without a name, and who the second one names. */
  #lead: Subject | undefined;
  #named: Subject | undefined;
  #sentences = 0;

  note(subject: Subject | undefined): void {
    if (!subject || subject.names.length === 0) return;
    const last = subject.names.at(-1) ?? '';
    if (subject.names.length > 1) {
      const known = this.#full.get(last);
      const isOther = this.#full.has(last) && known?.join(' ') !== subject.names.join(' ');
      this.#full.set(last, isOther ? undefined : subject.names);
    }
    for (const head of subject.heads) {
      const isOther = this.#called.has(head) && this.#called.get(head)?.names.at(-1) !== last;
      this.#called.set(head, isOther ? undefined : subject);
    }
  }

  /** A sentence ends: "A vet was acquitted on Friday. Callum Reith, 47, …" */
  endSentence(subject: Subject | undefined, isIndefinite: boolean): void {
    this.#sentences++;
    if (this.#sentences === 1 && subject?.names.length === 0 && isIndefinite) this.#lead = subject;
    if (this.#sentences === 2 && this.#lead && (subject?.names.length ?? 0) > 1) this.#named = subject;
  }

  /** The subject with its full name, where the article has one. */
  known(subject: Subject): Subject {
    if (subject === this.#lead && this.#named) return { ...subject, names: this.#named.names, marks: [] };
    const [name = ''] = subject.names;
    if (subject.names.length > 1 || (subject.names.length === 1 && !this.#full.has(name))) return subject;
    if (subject.names.length === 1) return { ...subject, names: this.#full.get(name) ?? [], heads: [] };
    const meant = subject.marks.length === 0 ? this.#called.get(subject.heads[0] ?? -1) : undefined;
    return meant ? { ...subject, names: this.#full.get(meant.names.at(-1) ?? '') ?? meant.names } : subject;
  }
}
