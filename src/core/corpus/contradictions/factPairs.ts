import { fitOf } from '../matching/alignment';
import { query, type Query, sentencesOf } from '../matching/query';
import { agree, type Fact } from './fact';
import type { Lexicon } from '../words/lexicon';
import type { Weighted } from '../words/weights';

/** Tokens to each side of a fact that tell what it is about. */
const REACH = 8;
/** Likeness of surroundings from which on two facts are about one thing. */
const ONE_THING = 0.3;
/** The same for what nothing but its surroundings tells apart. */
const LEAST: Readonly<Record<string, number>> = { sum: 0.45, day: 0.6, state: 0.4 };
/** Likeness of the nouns from which on two numbers count the same: "people" and "persons", not "people" and "patients". */
const SAME_HEAD = 0.85;

/** An article's facts; what stands around each is weighed when first asked for. */
export class FactSheet<T extends Fact = Fact> {
  readonly text: Weighted;
  readonly facts: readonly T[];
  readonly #lexicon: Lexicon;
  readonly #around = new Map<Fact, { near: Query; sentence: Query }>();

  constructor(text: Weighted, facts: readonly T[], lexicon: Lexicon) {
    // What surrounds a fact must tell alone what it is about: numbers and what they count are masked.
    const weights = text.weights.slice();
    for (const { from, to } of facts) weights.fill(0, from, to);
    this.text = { ...text, weights };
    this.facts = facts;
    this.#lexicon = lexicon;
  }

  around(fact: Fact): { near: Query; sentence: Query } {
    let around = this.#around.get(fact);
    if (!around) {
      const whole = sentencesOf(this.text.tokens, fact.from, fact.to);
      const from = Math.max(whole.from, fact.from - REACH);
      const to = Math.min(whole.to, fact.to + REACH);
      around = { near: query(this.text, from, to, this.#lexicon), sentence: query(this.text, whole.from, whole.to, this.#lexicon) };
      this.#around.set(fact, around);
    }
    return around;
  }

  forget(): void {
    this.#around.clear();
  }
}

/** Pairs of facts of two articles about one thing: each the other's best. */
export function pairFacts(a: FactSheet, b: FactSheet, lexicon: Lexicon): { a: Fact; b: Fact; likeness: number }[] {
  const likeness = a.facts.map((x) => b.facts.map((y) => likenessOf(a, x, b, y, lexicon)));
  const pairs: { a: Fact; b: Fact; likeness: number }[] = [];
  for (const [i, row] of likeness.entries()) {
    for (const [j, like] of row.entries()) {
      if (
        like < (LEAST[a.facts[i]?.sum ? 'sum' : (a.facts[i]?.kind ?? 'number')] ?? ONE_THING) ||
        row.some((other) => other > like) ||
        likeness.some((other) => (other[j] ?? 0) > like)
      )
        continue;
      const [x, y] = [a.facts[i], b.facts[j]];
      if (x && y && !(isKnown(x, y, b, lexicon) || isKnown(y, x, a, lexicon))) pairs.push({ a: x, b: y, likeness: like });
    }
  }
  return pairs;
}

/** Whether an article that has another day or time for what is done has this one for it, too: it knows both. */
function isKnown(fact: Fact, other: Fact, { facts }: FactSheet, lexicon: Lexicon): boolean {
  if (agree(fact, other)) return false;
  if (fact.score || fact.kind === 'duration' || fact.strict) return facts.some((one) => one.kind === fact.kind && one.head === fact.head && agree(one, fact)); // prettier-ignore
  if (fact.kind !== 'day' && fact.kind !== 'date') return false;
  return facts.some((one) => one !== other && one.kind === fact.kind && agree(one, fact) && !areOtherDeeds(one, fact, lexicon));
}

/** A game is of two sides, each of which has a name; where each report names somebody that the other lacks, it is another one. */
function areOtherSides({ score: a }: Fact, { score: b }: Fact): boolean {
  if (!a || !b || a.size === 0 || b.size === 0) return false;
  const both = [...a].filter((name) => b.has(name)).length;
  return both < SIDES || (a.size > both && b.size > both);
}
const SIDES = 2;

/** What is done on two days or at two times is not the same. */
function areOtherDeeds({ deeds: a = [], kind }: Fact, { deeds: b = [] }: Fact, lexicon: Lexicon): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const isOne = (x: number, y: number) => {
    if (x === y) return true;
    const { lemmas, similarities } = lexicon.related(x);
    return (similarities[lemmas.indexOf(y)] ?? 0) >= SAME_DEED;
  };
  const isAmong = (one: number | undefined, others: readonly number[]) => one !== undefined && others.some((other) => isOne(one, other));
  // "the man who robbed him was arrested on Sunday": what is done that day stands nearest
  return kind === 'day' ? !isAmong(a[0], b) || !isAmong(b[0], a) : !a.some((one) => isAmong(one, b));
}
const SAME_DEED = 0.6;

function likenessOf(sheetA: FactSheet, a: Fact, sheetB: FactSheet, b: Fact, lexicon: Lexicon): number {
  if (a.kind !== b.kind || isOtherPerson(a, b) || isOtherFate(a, b) || isOtherSize(a, b)) return 0;
  if ((a.score === undefined) !== (b.score === undefined) || areOtherSides(a, b)) return 0;
  const head = headLikeness(a, b, lexicon);
  if (head === 0 || areOtherDeeds(a, b, lexicon)) return 0;
  const [aroundA, aroundB] = [sheetA.around(a), sheetB.around(b)];
  const both = (x: Query, y: Query) => (fitOf(x, sheetB.text, y.from, y.to).f + fitOf(y, sheetA.text, x.from, x.to).f) / 2;
  const near = both(aroundA.near, aroundB.near);
  const sentence = both(aroundA.sentence, aroundB.sentence);
  // Where values agree the two belong together even in poor company: nobody reports eleven dead twice by chance.
  return (
    (0.6 * near + 0.4 * sentence) * (0.6 + 0.4 * head) +
    (agree(a, b) ? 0.05 : 0) +
    (a.fate !== undefined && a.fate === b.fate ? 0.1 : 0) +
    (a.grade !== undefined || (a.kind === 'duration' && isOnePerson(a, b)) ? 0.2 : 0)
  );
}

/** Reports of one thing seldom differ tenfold: then something else is counted. */
function isOtherSize(a: Fact, b: Fact): boolean {
  return a.kind === 'number' && !agree(a, b) && (a.low > 10 * b.low || b.low > 10 * a.low);
}

function isOtherFate(a: Fact, b: Fact): boolean {
  return a.fate !== undefined && b.fate !== undefined && a.fate !== b.fate;
}

function headLikeness(a: Fact, b: Fact, lexicon: Lexicon): number {
  if (a.grade !== undefined || b.grade !== undefined) return ((a.grade ?? 0) & (b.grade ?? 0)) === 0 ? 0 : 1;
  if (a.kind === 'day') return 1;
  if (a.kind === 'state') return a.head === b.head ? 1 : 0;
  if (a.kind === 'date') return a.head === b.head || a.head < 0 || b.head < 0 ? 1 : 0;
  // "five remained in hospital" leaves out of whom: only surroundings can tell, and must tell well.
  if (a.head < 0 || b.head < 0) return a.head === b.head || isPeople(a.head < 0 ? b.head : a.head, lexicon) ? 0.5 : 0;
  if (a.head === b.head) return 1;
  const { lemmas, similarities } = lexicon.related(a.head);
  const at = lemmas.indexOf(b.head);
  const likeness = at < 0 ? 0 : (similarities[at] ?? 0);
  return likeness < SAME_HEAD ? 0 : likeness;
}

const PEOPLE = new Set('person man woman child patient passenger victim resident civilian'.split(' '));

function isPeople(head: number, lexicon: Lexicon): boolean {
  return PEOPLE.has(lexicon.word(head));
}

function isOnePerson(a: Fact, b: Fact): boolean {
  for (const name of a.person) if (b.person.has(name)) return true;
  return false;
}

function isOtherPerson(a: Fact, b: Fact): boolean {
  if (a.person.size === 0 || b.person.size === 0) return false;
  return !isOnePerson(a, b);
}
