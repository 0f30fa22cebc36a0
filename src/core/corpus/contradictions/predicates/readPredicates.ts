import type { Stretch } from '../../matching/relation';
import { Flag } from '../../words/flags';
import { type ArticleWords, AUXILIARY, DETERMINERS, PERSON } from '../deeds/articleWords';
import { clausesOf } from '../deeds/clauses';
import { PREPOSITION } from '../deeds/readDeeds';
import { Cast } from './cast';
import { predicatesIn } from './clausePredicates';
import type { Frame } from './frame';
import type { Predicate } from './predicate';
import { type Route, routeIn } from './routes';
import { DEAD } from './predicateWords';
import { isTelling, joined, type Subject, subjectAt } from './subjects';

const CONDITION = new Set('if unless whether until'.split(' '));
/** Behind these a clause with "that" is not said to be so. */
const DOUBTING = new Set('deny doubt dispute wonder'.split(' '));
/** A sentence that has one of these takes back or leaves open what it tells. */
const UNTRUE = new Set('false untrue hoax rumor rumour if unless'.split(' '));
const BODY = new Set('body corpse'.split(' '));
const JOINT = new Set('and but or then while whereas although though because that when'.split(' '));
const RELATIVE = new Set('who which'.split(' '));
/** Words of a sentence over which it is a list. */
const LONGEST = 80;

interface Read {
  readonly predicates: Predicate[];
  readonly frames: Frame[];
  readonly routes: Route[];
}

/** What an English article itself says or reports of somebody or something, and the verbs of its clauses. */
export function predicatesOf(words: ArticleWords): Read {
  const { source } = words;
  if (source.article.language !== 'en') return { predicates: [], frames: [], routes: [] };
  const { tokens } = source.text;
  const reader = new Reader(words);
  for (let from = 0, to = 1; from < tokens.lemma.length; from = to++) {
    while (to < tokens.lemma.length && !((tokens.flags[to] ?? 0) & Flag.sentence)) to++;
    if (to - from <= LONGEST) reader.read(from, to);
  }
  return { predicates: reader.predicates(), frames: reader.frames(), routes: reader.routes() };
}

class Reader {
  readonly #words: ArticleWords;
  readonly #cast = new Cast();
  readonly #found: Predicate[] = [];
  readonly #frames: Frame[] = [];
  readonly #routes: Route[] = [];
  readonly #fromWord: number;
  /** Of whom the last sentence tells. */
  #last: Subject | undefined;
  /** Where a body is told of, in the sentence that is read. */
  #bodies: number[] = [];

  constructor(words: ArticleWords) {
    this.#words = words;
    this.#fromWord = words.lexicon.id('from');
  }

  /** Those of whom it is known who or what they are. */
  predicates(): Predicate[] {
    return this.#found
      .map((one) => ({ ...one, subject: this.#cast.known(one.subject) }))
      .filter(({ subject }) => isTelling(subject, this.#words.lexicon));
  }

  routes(): Route[] {
    return this.#routes.map((one) => ({ ...one, subject: this.#cast.known(one.subject) }));
  }

  frames(): Frame[] {
    return this.#frames.map((one) => ({ ...one, subject: this.#cast.known(one.subject) }));
  }

  /** Reads a sentence. */
  read(from: number, to: number): void {
    const words = this.#words;
    if (this.#isUntrue(from, to)) return;
    this.#bodies = [];
    let pending: Subject[] = [];
    let current: Subject | undefined;
    let isDoubted = false;
    for (const clause of clausesOf(words, { from, to })) {
      const opens = words.word(clause.from);
      const isTakenBack =
        CONDITION.has(opens) ||
        CONDITION.has(words.word(clause.from + 1)) ||
        (isDoubted && (opens === 'that' || DOUBTING.has(words.word(clause.from - 1))));
      isDoubted = this.#isDoubting(clause);
      const chain = this.#chainIn(clause);
      if (chain === undefined) {
        const part = PREPOSITION.has(opens) ? undefined : this.#phrase(clause.from, clause.to);
        if (part && !part.isPronoun && (current === undefined || pending.length > 0)) {
          pending.push(part);
          this.#cast.note(joined(pending));
        }
        continue;
      }
      const begin = this.#begin(JOINT.has(opens) ? clause.from + 1 : clause.from, chain);
      const own = chain > begin ? this.#phrase(begin, chain) : undefined;
      const isRelative = RELATIVE.has(opens);
      const isPronoun = !isRelative && own?.isPronoun === true;
      const subject = isRelative ? joined(pending) : isPronoun ? this.#meantBy(own, current) : (own ?? joined(pending) ?? current);
      if (!subject) continue;
      this.#cast.note(subject);
      const isMeant = isPronoun && current === undefined;
      this.#addBody(subject, clause, isMeant);
      if (!isRelative) {
        current = own && !isPronoun ? subject : (current ?? subject);
        pending = [];
      }
      if (isTakenBack) continue;
      if (this.#words.source.text.tokens.lemma.indexOf(this.#fromWord, clause.from) < clause.to) this.#addRoute(clause, subject);
      const { found, frames } = predicatesIn(words, clause, chain, subject, isMeant);
      for (const one of found) this.#found.push(one);
      for (const one of frames) this.#frames.push(one);
    }
    if (current) this.#last = current;
    this.#cast.endSentence(current, current !== undefined && /^an?$/.test(words.surface(current.from - 1)));
  }

  /** Who is meant by a pronoun: of whom the sentence tells, or the one before it. */
  #meantBy({ from }: Subject, current: Subject | undefined): Subject | undefined {
    return this.#words.surface(from) === 'i' ? undefined : (current ?? this.#last);
  }

  #isUntrue(from: number, to: number): boolean {
    const { article, text } = this.#words.source;
    const end = text.tokens.end[to - 1] ?? 0;
    if (article.prose.text.slice(end, end + 2).includes('?')) return true;
    for (let i = from; i < to; i++) if (UNTRUE.has(this.#words.word(i))) return true;
    return false;
  }

  #isDoubting({ from, to }: Stretch): boolean {
    for (let i = from; i < to; i++) if (DOUBTING.has(this.#words.word(i))) return true;
    return false;
  }

  #addRoute(clause: Stretch, subject: Subject): void {
    const route = routeIn(this.#words, clause, subject);
    if (route) this.#routes.push(route);
  }

  #addBody(subject: Subject, { from, to }: Stretch, isMeant: boolean): void {
    const at = this.#bodies.pop();
    if (at === undefined) return;
    const said = { ...DEAD, lemma: -1, negated: false, rest: [], object: [], numbers: [], future: false, had: false, urged: false };
    this.#found.push({ source: this.#words.source, from, to, ...said, subject, isMeant, at, end: at + 1 });
  }

  /** Where the verbs of a clause begin. */
  #chainIn({ from, to }: Stretch): number | undefined {
    const words = this.#words;
    let infinitive: number | undefined;
    for (let i = from; i < to; i++) {
      // "the motion to lower the fee was carried"
      if (i > from + 1 && words.word(i - 1) === 'to' && words.isVerb(i, from)) {
        infinitive ??= i;
        continue;
      }
      if (AUXILIARY.has(words.word(i)) || words.has(i, Flag.negation)) return i;
      if (i === from && words.has(i, Flag.capital)) continue;
      if (words.isVerb(i, from) || (i === from && words.lexicon.isVerb(words.id(i)) && /(?:ed|t)$/.test(words.surface(i)))) return i;
    }
    return infinitive;
  }

  /** A noun phrase; of "the body of the climber" the climber, who is dead. */
  #phrase(from: number, to: number): Subject | undefined {
    const words = this.#words;
    for (let i = from; i < Math.min(to, from + 3); i++) {
      if (!BODY.has(words.word(i)) || words.word(i + 1) !== 'of') continue;
      const subject = subjectAt(words, i + 2, to);
      if (subject) this.#bodies.push(i);
      return subject;
    }
    return subjectAt(words, from, to);
  }

  /** Behind "on Saturday", "in the town": where the noun phrase of a clause begins. */
  #begin(from: number, to: number): number {
    const words = this.#words;
    if (!PREPOSITION.has(words.word(from))) return from;
    for (let i = from + 2; i < to; i++) if (DETERMINERS.has(words.word(i)) || PERSON.has(words.word(i))) return i;
    return to;
  }
}
