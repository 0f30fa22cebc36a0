import { nameWords } from '../../matching/voices';
import { Flag } from '../../words/flags';
import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import type { Side, Source } from '../contradiction';
import { isOffice, isParty, officeOfDoing, PAST } from './officeWords';

/** A person with an office, a part or a kinship that is named beside the name. */
export interface Office extends Side {
  /** Given name and surname, folded; the last one alone where the article has no other. */
  readonly name: readonly string[];
  readonly head: string;
  /** All words of the office: "finance minister". */
  readonly words: readonly string[];
  /** Of whom or what: "the guild's treasurer". */
  readonly owner: readonly number[];
}

/** Words before the noun of an office, of a name, and behind "of", at most. */
const [QUALIFIERS, NAMES, OWNERS] = [2, 4, 5];
const OF = new Set('of for at'.split(' '));
const ARTICLE = new Set('the a an'.split(' '));
const OWNING = new Set('his her their its my our your'.split(' '));
const PARTICLES = new Set('van von de der den di da del la le bin al ter'.split(' '));
const OWNER = /['’]s?$/;

/** The offices of people that an English article names. */
export function officesOf(source: Source, lexicon: Lexicon): Office[] {
  if (source.article.language !== 'en') return [];
  const reader = new Reader(source, lexicon);
  const { lemma, flags } = source.text.tokens;
  const found: Office[] = [];
  for (let i = 0; i < lemma.length; i++) {
    const word = lexicon.word(lemma[i] ?? -1);
    const isHead = isOffice(word);
    if (!isHead && word !== 'who') continue;
    if ((flags[i] ?? 0) & Flag.quoted) continue;
    const office = isHead ? reader.officeAt(i, word) : reader.officeBehind(i);
    if (office) found.push(office);
  }
  return found;
}

class Reader {
  readonly #source: Source;
  readonly #lexicon: Lexicon;
  /** By the last word; undefined where several people have it. */
  #full: Map<string, readonly string[] | undefined> | undefined;

  constructor(source: Source, lexicon: Lexicon) {
    [this.#source, this.#lexicon] = [source, lexicon];
  }

  /** "Finance minister Elin Roos", "Elin Roos, the finance minister", "the guild's treasurer, Elin Roos" and "the winner is Elin Roos". */
  officeAt(at: number, head: string): Office | undefined {
    if (this.#surface(at).endsWith('s') && !head.endsWith('s')) return undefined;
    let from = at;
    while (at - from < QUALIFIERS && !this.#begins(from) && this.#isQualifier(from - 1)) from--;
    const before = this.#begins(from) ? '' : this.#surface(from - 1);
    const isOwned = OWNER.test(before);
    const isTold = isOwned || ARTICLE.has(before) || OWNING.has(before);
    const start = isOwned ? this.#ownersFrom(from - 1) : isTold ? from - 1 : from;
    const words = Array.from({ length: at - from + 1 }, (_, k) => this.#surface(from + k));
    if (PAST.has(before) || words.some((word) => PAST.has(word))) return undefined;
    const owner = isOwned ? this.#ownersBefore(from - 1) : [];
    const to = this.#ownersBehind(at + 1, owner);
    const make = (begin: number, end: number, run: readonly [number, number]): Office | undefined => {
      const name = this.#name(run);
      return name && { source: this.#source, from: begin, to: end, name, head, words: [...words, ...this.#forWhat(at + 1, to)], owner };
    };
    const next = this.#runAt(at + 1);
    if (next && !this.#begins(at + 1)) return isParty(head) ? undefined : make(from, next[1], next);
    const isClosed = this.#begins(to);
    const named = this.#begins(start) && isClosed && this.#isComma(start) ? this.#runBefore(start) : undefined;
    if (named) return make(named[0], to, named);
    if (isParty(head)) return undefined;
    const run = this.#runAt(isClosed ? to : to + 1);
    const isBeing = !isClosed && /^(?:is|was)$/.test(this.#surface(to));
    return run && ((isClosed && isTold && this.#isComma(to)) || (isBeing && before === 'the')) ? make(from, run[1], run) : undefined;
  }

  /** "Elin Roos, who chairs the guild" */
  officeBehind(at: number): Office | undefined {
    const head = officeOfDoing(this.#word(at + 1));
    if (head === undefined || !this.#begins(at) || !this.#isComma(at)) return undefined;
    const run = this.#runBefore(at);
    const name = run && this.#name(run);
    if (!name) return undefined;
    const owner: number[] = [];
    const to = this.#readOwners(at + 2, owner);
    return { source: this.#source, from: run[0], to, name, head, words: [head], owner };
  }

  #word(i: number): string {
    return this.#lexicon.word(this.#source.text.tokens.lemma[i] ?? -1);
  }

  #surface(i: number): string {
    const { start, end } = this.#source.text.tokens;
    return this.#source.article.prose.text.slice(start[i], end[i]).toLowerCase();
  }

  /** Whether a mark stands before a token. */
  #begins(i: number): boolean {
    const { flags } = this.#source.text.tokens;
    return ((flags[i] ?? Flag.sentence) & (Flag.clause | Flag.sentence)) !== 0;
  }

  #isComma(i: number): boolean {
    const { start, end } = this.#source.text.tokens;
    return this.#source.article.prose.text.slice(end[i - 1], start[i]) === ', ';
  }

  #isContent(i: number): boolean {
    const { lemma } = this.#source.text.tokens;
    return i >= 0 && i < lemma.length && this.#lexicon.kind(lemma[i] ?? -1) === Kind.content;
  }

  #isCapital(i: number): boolean {
    return ((this.#source.text.tokens.flags[i] ?? 0) & Flag.capital) !== 0;
  }

  #isQualifier(i: number): boolean {
    return this.#isContent(i) && !OWNER.test(this.#surface(i));
  }

  #ownersBefore(at: number): number[] {
    const { lemma } = this.#source.text.tokens;
    const found = [lemma[at] ?? -1];
    for (let i = at; found.length <= QUALIFIERS && !this.#begins(i) && this.#isContent(i - 1); i--) found.push(lemma[i - 1] ?? -1);
    return found;
  }

  /** Where "the teachers' union's" begins. */
  #ownersFrom(at: number): number {
    let from = at;
    while (from > at - QUALIFIERS && !this.#begins(from) && this.#isContent(from - 1)) from--;
    return !this.#begins(from) && ARTICLE.has(this.#word(from - 1)) ? from - 1 : from;
  }

  #ownersBehind(at: number, owner: number[]): number {
    return OF.has(this.#word(at)) && !this.#begins(at) ? this.#readOwners(at + 1, owner) : at;
  }

  /** Reads of whom or what something is; returns where that ends. */
  #readOwners(at: number, owner: number[]): number {
    let to = at;
    for (; to < at + OWNERS && !(to > at && this.#begins(to)); to++) {
      if (this.#isContent(to)) owner.push(this.#source.text.tokens.lemma[to] ?? -1);
      else if (!ARTICLE.has(this.#word(to)) && !OF.has(this.#word(to))) break;
    }
    return to;
  }

  /** "Of agriculture": what a minister is for. */
  #forWhat(from: number, to: number): string[] {
    return Array.from({ length: Math.max(0, to - from) }, (_, k) => this.#surface(from + k));
  }

  #isOfName(i: number): boolean {
    const kind = this.#lexicon.kind(this.#source.text.tokens.lemma[i] ?? -1);
    return this.#isCapital(i) && (kind === Kind.content || kind === Kind.reporting);
  }

  #runAt(at: number): readonly [number, number] | undefined {
    let to = at;
    while (to < at + NAMES && (to === at || !this.#begins(to)) && (this.#isOfName(to) || (to > at && PARTICLES.has(this.#word(to))))) to++;
    return to - at > 1 ? [at, to] : undefined;
  }

  #runBefore(at: number): readonly [number, number] | undefined {
    let from = at;
    while (from > at - NAMES && (from === at || !this.#begins(from)) && (this.#isOfName(from - 1) || PARTICLES.has(this.#word(from - 1))))
      from--;
    return from < at ? [from, at] : undefined;
  }

  /** The full name that a run of words has or stands for. */
  #name([from, to]: readonly [number, number]): readonly string[] | undefined {
    const name = this.#folded(from, to);
    if (name.length !== 1) return name.length > 1 ? name : undefined;
    this.#full ??= this.#fullNames();
    return this.#full.has(name[0] ?? '') ? this.#full.get(name[0] ?? '') : name;
  }

  #folded(from: number, to: number): readonly string[] {
    const { start, end } = this.#source.text.tokens;
    return nameWords(this.#source.article.prose.text.slice(start[from], end[to - 1]));
  }

  #fullNames(): Map<string, readonly string[] | undefined> {
    const found = new Map<string, readonly string[] | undefined>();
    const count = this.#source.text.tokens.lemma.length;
    for (let i = 0; i < count; i++) {
      const run = this.#runAt(i);
      if (!run) continue;
      const name = this.#folded(run[0], run[1]);
      const last = name.at(-1) ?? '';
      if (name.length > 1) found.set(last, found.has(last) && found.get(last)?.join(' ') !== name.join(' ') ? undefined : name);
      i = run[1] - 1;
    }
    return found;
  }
}
