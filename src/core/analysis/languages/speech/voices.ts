import type { Span } from '../../../text/span';
import type { Member } from '../../speakers/index';
import type { LanguagePack } from '../pack';
import type { People } from './people';
import type { Said } from './said';
import type { Sentence } from './sentence';
import { datelineEnd } from './dateline';
import { isEdge, type Unit } from './units';

export interface Speaking {
  readonly mention: Span | undefined;
  readonly member: Member | undefined;
}

export const nobody: Speaking = { mention: undefined, member: undefined };

const byDefault: ReadonlySet<string> = new Set(['unattributed', 'follow-on-paragraph']);

/** Who has said what so far, and who is heard in what comes next. */
export class Voices {
  readonly said: Said[] = [];
  last: Speaking = nobody;
  /** Who a sentence was about last: verbs without a subject go on about them. */
  topic: Speaking = nobody;
  /** Who a sentence of this paragraph was about, before anybody in it spoke. */
  scene: Speaking | undefined;
  /** Paragraphs since somebody spoke. */
  age = 9;
  readonly #pack: LanguagePack;
  readonly #people: People;

  constructor(pack: LanguagePack, people: People) {
    this.#pack = pack;
    this.#people = people;
  }

  /** Whom a sentence is about. */
  meet(somebody: Speaking): void {
    this.topic = somebody;
    this.scene = somebody;
  }

  /** A paragraph. */
  begin(): void {
    this.age++;
    this.scene = undefined;
  }

  put(said: Said): void {
    this.said.push(said);
    if (said.type !== 'scare') this.remember(said);
  }

  remember({ mention, member }: Speaking): void {
    if (member === undefined) return;
    this.last = { mention, member };
    this.topic = this.last;
    this.age = 0;
  }

  of(units: readonly Unit[], isGoverned = false): Speaking {
    const [first] = units;
    if (first === undefined || this.#pack.pronouns.get(first.lower) === 'n') return nobody;
    return { mention: { start: first.start, end: units.at(-1)?.end ?? first.end }, member: this.#people.find(units, isGoverned) };
  }

  add(
    sentence: Sentence,
    from: number,
    to: number,
    speaking: Speaking,
    cue: Span | undefined,
    sieve: string,
    first = from,
    isMixed = false,
  ): void {
    const { units } = sentence;
    let [start, end] = [Math.min(from, first), to];
    while (start < end && isEdge(units[start])) start++;
    while (end > start && isEdge(units[end - 1])) end--;
    const content = units.slice(start, end);
    const [head] = content;
    const tail = content.at(-1);
    if (head === undefined || tail === undefined) return;
    const segments = content.flatMap(({ inner }) => inner ?? []);
    const isBare = content.every(({ kind }) => kind === 'passage' || kind === 'sign');
    if (segments.length === 0 && content.filter(({ kind }) => kind === 'word').length < 3) return;
    const type = segments.length === 0 ? 'indirect' : isBare && !isMixed ? 'direct' : 'mixed';
    for (let at = start; at < end; at++) sentence.taken[at] = true;
    this.put({ start: head.start, end: tail.end, type, segments, ...speaking, cue, sieve });
  }

  /** Whether a sentence, all of it or the words between marks that it consists of, could be given to whom the next names. */
  isOf(sentence: readonly Unit[], speaking: Speaking): boolean {
    const start = sentence[0]?.start ?? 0;
    const [last, another] = this.said.slice(-8).filter((said) => said.start >= start && said.type !== 'scare');
    if (another || (last && !byDefault.has(last.sieve))) return false;
    if (last) this.said[this.said.indexOf(last)] = { ...last, ...speaking, sieve: 'follow-on' };
    else this.giveTo(sentence, speaking);
    this.remember(speaking);
    return true;
  }

  /** A reported sentence whose speaker comes with the next. */
  giveTo(units: readonly Unit[], speaking = this.last): void {
    const first = units[datelineEnd(units)];
    const last = units.findLast(({ kind }) => kind !== 'sign');
    if (first === undefined || last === undefined) return;
    this.put({
      start: first.start,
      end: last.end,
      type: 'indirect',
      segments: [],
      ...speaking,
      cue: undefined,
      sieve: 'follow-on',
    });
  }
}
