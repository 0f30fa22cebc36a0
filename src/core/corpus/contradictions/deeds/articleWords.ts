import type { Stretch } from '../../matching/relation';
import { Flag } from '../../words/flags';
import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import type { Source } from '../contradiction';
import { isAdverb } from './deed';

export const AUXILIARY = new Set('be have do will would shall should can could may might must get'.split(' '));
export const PERSON = new Set('i we he she they it you'.split(' '));
const UNITS = new Set('percent cent point percentage million billion thousand'.split(' '));
export const DETERMINERS = new Set('a an the this that these those my your his her its our their no any some every each of'.split(' '));
/** Verbs as often used as nouns: in their base form they are verbs behind an auxiliary alone, or before a figure. */
const NOUNS = new Set(
  'rise fall drop gain loss win decline jump increase climb surge plan offer vote support back release attack strike end start appeal claim report call hold stay leave close open cut ban lift charge fire build hope need move run play work visit raise present block grant share trade profit forecast deal rival traffic'.split(
    ' ',
  ),
);

/** The words of an article as its clauses ask for them, and which of them are verbs. */
export class ArticleWords {
  readonly source: Source;
  readonly lexicon: Lexicon;
  readonly #surfaces: (string | undefined)[];
  /** By token, of those that do not begin their clause: 0 where that is not known yet, 1 no, 2 yes. */
  readonly #verbs: Uint8Array;

  /** By the first token of a sentence. */
  readonly #clauses = new Map<number, readonly Stretch[]>();

  constructor(source: Source, lexicon: Lexicon) {
    [this.source, this.lexicon] = [source, lexicon];
    this.#surfaces = new Array<string | undefined>(source.text.tokens.lemma.length);
    this.#verbs = new Uint8Array(source.text.tokens.lemma.length);
  }

  id(i: number): number {
    return this.source.text.tokens.lemma[i] ?? -1;
  }

  word(i: number): string {
    return this.lexicon.word(this.id(i));
  }

  /** The clauses of a sentence, which are read once. */
  clauses({ from, to }: Stretch, read: () => readonly Stretch[]): readonly Stretch[] {
    const known = this.#clauses.get(from);
    if (known?.at(-1)?.to === to) return known;
    const clauses = read();
    this.#clauses.set(from, clauses);
    return clauses;
  }

  /** In lower case. */
  surface(i: number): string {
    const { start, end } = this.source.text.tokens;
    return (this.#surfaces[i] ??= this.source.article.prose.text.slice(start[i], end[i]).toLowerCase());
  }

  has(i: number, flag: number): boolean {
    return ((this.source.text.tokens.flags[i] ?? 0) & flag) !== 0;
  }

  /** Whether a word says what or who it is about. */
  isContent(i: number): boolean {
    const kind = this.lexicon.kind(this.id(i));
    return (kind === Kind.content || kind === Kind.reporting) && !UNITS.has(this.word(i)) && !isAdverb(this.word(i));
  }

  /** Whether the word at a token is a verb there, as its form and the word before it tell; `from` is where its clause begins. */
  isVerb(at: number, from: number): boolean {
    if (at <= from) return this.#isVerb(at, false);
    const known = this.#verbs[at] ?? 0;
    if (known > 0) return known === 2;
    const isVerb = this.#isVerb(at, true);
    this.#verbs[at] = isVerb ? 2 : 1;
    return isVerb;
  }

  #isVerb(at: number, isInside: boolean): boolean {
    const { lexicon } = this;
    const kind = lexicon.kind(this.id(at));
    if (kind !== Kind.content && kind !== Kind.reporting) return false;
    if (isInside && this.has(at, Flag.capital) && !this.has(at, Flag.sentence | Flag.clause)) return false;
    const before = isInside ? this.word(at - 1) : '';
    if (DETERMINERS.has(before) || (isInside && OWNER.test(this.surface(at - 1)))) return false;
    const [word, surface] = [this.word(at), this.surface(at)];
    // "closed" and "sued" are their own base forms
    if (surface === word && surface.endsWith('ed') && (surface.length > 4 || surface === 'sued') && !before.endsWith('ly')) return isInside;
    const isBase = surface === word;
    const isThird = surface === `${word}s` || surface === `${word}es` || (surface.endsWith('ies') && surface === `${word.slice(0, -1)}ies`);
    if (!isBase && !isThird && COMPARED.test(surface)) return false;
    if (!isBase && !isThird)
      return (
        !surface.endsWith('ing') || AUXILIARY.has(before) || before === 'not' || (GOING_ON.has(before) && AUXILIARY.has(this.word(at - 2)))
      );
    if (AUXILIARY.has(before) || before === 'to' || before === 'not' || before === 'never') return true;
    if (PERSON.has(before) || before === 'who' || before === 'which') return true;
    if (!isInside) return false;
    if (NOUNS.has(word)) return isThird && lexicon.kind(this.id(at + 1)) !== Kind.content;
    return kind === Kind.reporting || lexicon.isVerb(this.id(at));
  }
}
const GOING_ON = new Set(['still', 'already', 'now']);
const OWNER = /['’]s?$/;
/** "The largest food deal", "the best novel" */
const COMPARED = /(?:est|er)$|^worse$/;
