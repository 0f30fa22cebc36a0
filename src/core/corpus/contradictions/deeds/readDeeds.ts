import { namesIn } from '../../matching/doers';
import { spokenIn } from '../../matching/voices';
import { Flag } from '../../words/flags';
import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import type { Side, Source } from '../contradiction';
import { type ArticleWords, PERSON } from './articleWords';
import { clausesOf, SAYING } from './clauses';
import { type Around, type Deed, type Role, roleOf } from './deed';
import { type Verb, verbIn } from './verbs';

export const PREPOSITION = new Set(
  'of in on at by for with from throughout to into onto over under about after before during between among through against within across around upon toward towards near until till since behind despite without as than via per off outside beyond beside along above below beneath'.split(
    ' ',
  ),
);
/** A sentence that has one of these takes back what it tells. */
const UNTRUE = new Set('false untrue wrong hoax rumor rumour nonsense fake'.split(' '));
const CONDITION = new Set(['if', 'unless', 'whether']);
const ORDERING = new Set(
  'first initially later then eventually originally previously earlier once finally subsequently formerly'.split(' '),
);
const STANDING_IN = new Set('he she they it'.split(' '));
/** "Next spring", "this week" */
const NEXT = new Set('next last this every each'.split(' '));
const TIME = new Set(
  'spring summer autumn winter year month week day season morning evening night afternoon weekend quarter time'.split(' '),
);
const NEGATION = new Set('no none nobody neither nor without hardly barely'.split(' '));

/** What the clauses of an English article tell that the outlet itself says or reports, once each; nothing of what stands between marks. */
export function deedsOf(words: ArticleWords): Deed[] {
  const { source, lexicon } = words;
  if (source.article.language !== 'en') return [];
  const names = namesIn([source.text.tokens], lexicon);
  const { tokens } = source.text;
  const found = new Map<string, Deed>();
  const count = tokens.lemma.length;
  for (let from = 0, to = 1; from < count; from = to++) {
    while (to < count && !((tokens.flags[to] ?? 0) & Flag.sentence)) to++;
    if (to - from > LONGEST) continue;
    for (const deed of new SentenceReader(words, from, to, names).deeds()) if (!found.has(keyOf(deed))) found.set(keyOf(deed), deed);
  }
  return [...found.values()];
}

function keyOf({ lemma, way, negated, open, ordered, all, numbers }: Deed): string {
  return [lemma, way, negated, open, ordered, [...all].join(' '), [...numbers].join(' ')].join('|');
}

/** Words of a sentence over which it is a list. */
const LONGEST = 80;

class SentenceReader {
  readonly #words: ArticleWords;
  readonly #source: Source;
  readonly #from: number;
  readonly #to: number;
  readonly #names: ReadonlySet<number>;
  readonly #lexicon: Lexicon;
  readonly #doubted: boolean;
  readonly #ordered: boolean;

  constructor(words: ArticleWords, from: number, to: number, names: ReadonlySet<number>) {
    const { source, lexicon } = words;
    [this.#words, this.#source, this.#from, this.#to, this.#names, this.#lexicon] = [words, source, from, to, names, lexicon];
    const { end } = source.text.tokens;
    let [doubted, ordered] = [source.article.prose.text.slice(end[to - 1], (end[to - 1] ?? 0) + 2).includes('?'), false];
    for (let i = from; i < to; i++) {
      doubted ||= UNTRUE.has(this.#word(i)) || CONDITION.has(this.#word(i));
      ordered ||= ORDERING.has(this.#word(i));
    }
    [this.#doubted, this.#ordered] = [doubted, ordered];
  }

  deeds(): Deed[] {
    const found: Deed[] = [];
    const clauses = clausesOf(this.#words, { from: this.#from, to: this.#to });
    let subject: Side | undefined;
    let isReported = false;
    const leading: Around[] = [];
    for (const [i, clause] of clauses.entries()) {
      const next = clauses[i + 1];
      const verb = verbIn(this.#words, clause, this.#from);
      if (!verb) {
        const parts = PREPOSITION.has(this.#word(clause.from)) ? this.#parts(clause.from, clause.to) : [];
        for (const [k, part] of parts.entries()) this.#around(part, parts[k + 1] ?? clause.to, leading);
        // "Jonas Pell, the chairman, resigned"
        if (parts.length === 0 && i === 0) subject = { source: this.#source, ...clause };
        continue;
      }
      const opens = this.#word(clause.from);
      const begin = JOINT.has(opens) || (opens === 'that' && i > 0) ? clause.from + 1 : clause.from;
      let own: Side | undefined = { source: this.#source, from: begin, to: verb.chain };
      if (opens === 'who' || opens === 'which') own = i > 0 ? { source: this.#source, ...(clauses[i - 1] ?? clause) } : undefined;
      else if (!this.#hasContent(own.from, own.to)) own = subject;
      else if (subject && own.to - own.from === 1 && STANDING_IN.has(this.#word(own.from))) own = subject;
      else subject = own;
      const isThat = next !== undefined && this.#word(next.from) === 'that';
      const deed = this.#deed({ from: clause.from, to: isThat ? next.to : clause.to }, verb, own, isThat || isReported, leading.splice(0));
      if (deed) found.push(deed);
      isReported = isThat || SAYING.has(this.#lexicon.word(verb.lemma));
    }
    return found;
  }

  #deed(
    clause: { from: number; to: number },
    verb: Verb,
    subject: Side | undefined,
    isReported: boolean,
    leading: readonly Around[],
  ): Deed | undefined {
    const { lemma, flags } = this.#source.text.tokens;
    if ((flags[verb.at] ?? 0) & Flag.quoted) return undefined;
    const lexicon = this.#lexicon;
    const beginsThat = this.#word(clause.from) === 'that' && subject?.from === clause.from;
    const after = this.#word(verb.end);
    // but an evening or a building
    const isGerund = this.#surface(verb.end).endsWith('ing') && this.#word(verb.end) !== this.#surface(verb.end);
    const isClausal = beginsThat || after === 'that' || isGerund || after === 'have';
    const around: Around[] = [...leading];
    const rest: number[] = [];
    const numbers = new Set<number>();
    for (let i = clause.from; i < clause.to; i++) if (lexicon.kind(lemma[i] ?? -1) === Kind.number) numbers.add(lemma[i] ?? -1);
    let before: Role | undefined;
    let behind: Role | undefined;
    let agent: Role | undefined;
    const addRest = (from: number, to: number) => {
      for (let i = from; i < to; i++) if (this.#words.isContent(i)) rest.push(lemma[i] ?? -1);
    };
    if (subject && beginsThat) addRest(subject.from + 1, subject.to);
    else if (subject) {
      const begin = subject.from + (this.#isTime(subject.from) ? 2 : 0);
      addRest(subject.from, begin);
      const parts = this.#parts(begin, subject.to);
      before = roleOf({ source: this.#source, from: begin, to: parts[0] ?? subject.to }, this.#names, lexicon);
      for (const [k, part] of parts.entries()) this.#around(part, parts[k + 1] ?? subject.to, around);
    }
    if (isClausal && !beginsThat) addRest(verb.end, clause.to);
    else {
      const parts = this.#parts(verb.end, clause.to);
      const object = { source: this.#source, from: verb.end, to: parts[0] ?? clause.to };
      if (this.#isMeasure(object)) addRest(object.from, object.to);
      else behind = roleOf(object, this.#names, lexicon);
      for (const [k, part] of parts.entries()) {
        const end = parts[k + 1] ?? clause.to;
        if (verb.passive && !agent && this.#word(part) === 'by' && !this.#isMeasure({ source: this.#source, from: part + 1, to: end }))
          agent = roleOf({ source: this.#source, from: part + 1, to: end }, this.#names, lexicon);
        else this.#around(part, end, around);
      }
    }
    if (verb.passive && behind) addRest(verb.end, this.#parts(verb.end, clause.to)[0] ?? clause.to);
    const doer = verb.passive ? agent : behind || isClausal ? before : undefined;
    const theme = verb.passive ? before : isClausal ? undefined : (behind ?? before);
    const roles = [doer, theme].flatMap((role) => (role ? [...role.before, ...role.names, ...(role.head < 0 ? [] : [role.head])] : []));
    const all = new Set([...roles, ...rest, ...around.flatMap(({ words }) => words)]);
    if (!doer && !theme) return undefined;
    return {
      source: this.#source,
      from: clause.from,
      to: clause.to,
      lemma: verb.lemma,
      at: verb.at,
      end: verb.end,
      way: this.#wayBehind(verb.end, clause.to),
      negated: verb.negated,
      open: verb.open || this.#doubted || this.#saysNone(clause.from, verb.at),
      frame: verb.frame,
      doer,
      theme,
      isClausal,
      around,
      all,
      numbers,
      had: verb.had && !isReported,
      ordered: this.#ordered,
      spoken: spokenIn(this.#source.voices, clause.from, clause.to),
    };
  }

  #around(from: number, to: number, found: Around[]): void {
    const { lemma, flags } = this.#source.text.tokens;
    const words: number[] = [];
    let isName = true;
    for (let i = PREPOSITION.has(this.#word(from)) ? from + 1 : from; i < to; i++) {
      if (!this.#words.isContent(i)) continue;
      words.push(lemma[i] ?? -1);
      isName &&= ((flags[i] ?? 0) & Flag.capital) !== 0;
    }
    if (words.length > 0) found.push({ preposition: this.#word(from), words, isName, from, to });
  }

  /** Where prepositions stand. */
  #parts(from: number, to: number): number[] {
    const found: number[] = [];
    for (let i = from; i < to; i++) if (PREPOSITION.has(this.#word(i)) || this.#isTime(i)) found.push(i);
    return found;
  }

  #isTime(i: number): boolean {
    return NEXT.has(this.#word(i)) && TIME.has(this.#word(i + 1));
  }

  /** "Closed up 2 per cent", "went down by a third" */
  #wayBehind(at: number, limit: number): 'up' | 'down' | undefined {
    const word = this.#word(at);
    if (at >= limit || (word !== 'up' && word !== 'down')) return undefined;
    const next = this.#source.text.tokens.lemma[at + 1] ?? -1;
    const isMeasured = at + 1 >= limit || this.#lexicon.kind(next) === Kind.number || this.#word(at + 1) === 'by';
    return isMeasured ? word : undefined;
  }

  /** "4 per cent", "three votes" */
  #isMeasure({ from, to }: Side): boolean {
    const { lemma } = this.#source.text.tokens;
    let hasNumber = false;
    for (let i = from; i < to; i++) hasNumber ||= this.#lexicon.kind(lemma[i] ?? -1) === Kind.number;
    return hasNumber;
  }

  #saysNone(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (NEGATION.has(this.#word(i))) return true;
    return false;
  }

  #hasContent(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (this.#words.isContent(i) || PERSON.has(this.#word(i))) return true;
    return false;
  }

  #word(i: number): string {
    return this.#words.word(i);
  }

  #surface(i: number): string {
    return this.#words.surface(i);
  }
}

const JOINT = new Set('and but or then while whereas although though because'.split(' '));
