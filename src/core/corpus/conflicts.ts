import { fitOf, query, type Query, sentencesOf } from './alignment';
import type { Analysis } from '../analysis/model';
import type { Article } from '../text/article';
import { proseSpanToRaw } from '../text/prose';
import { agree, type Fact, factsOf } from './facts';
import type { Lexicon } from './lexicon';
import type { Matcher } from './matcher';
import type { Conflict } from './model';
import type { Stretch } from './relation';
import { Flag } from './tokens';
import { compareSpeakers, nameOf, spokenIn, type Voices } from './voices';
import type { Weighted } from './weights';

/** Tokens to each side of a fact that tell what it is about. */
const REACH = 8;
/** Likeness of surroundings from which on two facts are about one thing. */
const ONE_THING = 0.3;
/** Likeness of the nouns from which on two numbers count the same: "people" and "persons", not "people" and "patients". */
const SAME_HEAD = 0.85;
/** Days between publications after which two articles tell of different things, or of a later state. */
const SAME_NEWS = 5;
/** Characters of a passage that a conflict points at, at most. */
const LONGEST = 180;
/** Confidence in a speaker from which on a contradiction is worth a line. */
const SURE = 0.75;
/** F of words from which on two quotations are one utterance. */
const SAME_WORDS = 0.8;

/** An article's facts; what stands around each is weighed when first asked for. */
class FactSheet {
  readonly text: Weighted;
  readonly facts: readonly Fact[];
  readonly #lexicon: Lexicon;
  readonly #around = new Map<Fact, { near: Query; sentence: Query }>();

  constructor(text: Weighted, facts: readonly Fact[], lexicon: Lexicon) {
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
function pairFacts(a: FactSheet, b: FactSheet, lexicon: Lexicon): { a: Fact; b: Fact; likeness: number }[] {
  const likeness = a.facts.map((x) => b.facts.map((y) => likenessOf(a, x, b, y, lexicon)));
  const pairs: { a: Fact; b: Fact; likeness: number }[] = [];
  for (const [i, row] of likeness.entries()) {
    for (const [j, like] of row.entries()) {
      if (like < ONE_THING || row.some((other) => other > like) || likeness.some((other) => (other[j] ?? 0) > like)) continue;
      const [x, y] = [a.facts[i], b.facts[j]];
      if (x && y) pairs.push({ a: x, b: y, likeness: like });
    }
  }
  return pairs;
}

function likenessOf(sheetA: FactSheet, a: Fact, sheetB: FactSheet, b: Fact, lexicon: Lexicon): number {
  if (a.kind !== b.kind || isOtherPerson(a, b) || isOtherFate(a, b)) return 0;
  const head = headLikeness(a, b, lexicon);
  if (head === 0) return 0;
  const [aroundA, aroundB] = [sheetA.around(a), sheetB.around(b)];
  const both = (x: Query, y: Query) => (fitOf(x, sheetB.text, y.from, y.to).f + fitOf(y, sheetA.text, x.from, x.to).f) / 2;
  const near = both(aroundA.near, aroundB.near);
  const sentence = both(aroundA.sentence, aroundB.sentence);
  // Where values agree the two belong together even in poor company: nobody reports eleven dead twice by chance.
  return (
    (0.6 * near + 0.4 * sentence) * (0.6 + 0.4 * head) + (agree(a, b) ? 0.05 : 0) + (a.kind === 'duration' && isOnePerson(a, b) ? 0.2 : 0)
  );
}

function isOtherFate(a: Fact, b: Fact): boolean {
  return a.fate !== undefined && b.fate !== undefined && a.fate !== b.fate;
}

function headLikeness(a: Fact, b: Fact, lexicon: Lexicon): number {
  if (a.kind === 'date') return a.head === b.head || a.head < 0 || b.head < 0 ? 1 : 0;
  // "five remained in hospital" leaves out of whom: only surroundings can tell, and must tell well.
  if (a.head < 0 || b.head < 0) return a.head === b.head ? 0.5 : 0;
  if (a.head === b.head) return 1;
  const { lemmas, similarities } = lexicon.related(a.head);
  const at = lemmas.indexOf(b.head);
  const likeness = at < 0 ? 0 : (similarities[at] ?? 0);
  return likeness < SAME_HEAD ? 0 : likeness;
}

function isOnePerson(a: Fact, b: Fact): boolean {
  for (const name of a.person) if (b.person.has(name)) return true;
  return false;
}

function isOtherPerson(a: Fact, b: Fact): boolean {
  if (a.person.size === 0 || b.person.size === 0) return false;
  return !isOnePerson(a, b);
}

/** An article as the search for conflicts sees it. */
export interface Source {
  readonly article: Article;
  readonly analysis: Analysis;
  readonly text: Weighted;
  readonly voices: Voices;
}

interface Side {
  readonly source: Source;
  readonly from: number;
  readonly to: number;
}

/** Contradictions between articles of one event, and dates of single articles that cannot be right. `near` names the articles that each is compared with; without it, with all. */
export function findConflicts(
  sources: readonly Source[],
  lexicon: Lexicon,
  matcher: Matcher,
  near?: (index: number) => readonly number[],
): Conflict[] {
  const persons = personNames(sources, lexicon);
  const sheets = sources.map(
    ({ text, analysis, article }) => new FactSheet(text, factsOf(text.tokens, analysis.dates, article.prose, lexicon, persons), lexicon),
  );
  const found: Conflict[] = sources.flatMap(impossibleDates);
  const clusters = new Map<string, Cluster>();
  sources.forEach((source, i) => {
    for (const j of near?.(i) ?? sources.keys()) {
      const [other, here, there] = [sources[j], sheets[i], sheets[j]];
      if (j <= i || !other || !here || !there || !isSameNews(source, other)) continue;
      for (const pair of pairFacts(here, there, lexicon)) {
        join(clusters, pair.a.kind, { source, ...pair.a }, { source: other, ...pair.b }, !agree(pair.a, pair.b));
      }
      found.push(...quotationConflicts(source, other, lexicon, matcher));
    }
    // Among many articles what was weighed would fill the memory before it is asked for again.
    if (near) for (const sheet of [sheets[i], ...near(i).map((j) => sheets[j])]) sheet?.forget();
    if (near) matcher.forget();
  });
  for (const { kind, sides, disagree } of new Set(clusters.values())) if (disagree) found.push(conflictOf(kind, sides));
  return found;
}

function isSameNews(a: Source, b: Source): boolean {
  const [x, y] = [a, b].map(({ article }) => Date.parse(article.metadata.published?.value.slice(0, 10) ?? ''));
  return x === undefined || y === undefined || !(Math.abs(x - y) > SAME_NEWS * 86_400_000);
}

/** What several articles say of one thing. */
interface Cluster {
  readonly kind: Conflict['kind'];
  readonly sides: Side[];
  disagree: boolean;
}

/** Puts two sides that are about one thing into one cluster with what else is. */
function join(clusters: Map<string, Cluster>, kind: Conflict['kind'], a: Side, b: Side, disagree: boolean): void {
  const name = (side: Side) => `${side.source.article.uri} ${side.from}`;
  const [ofA, ofB] = [clusters.get(name(a)), clusters.get(name(b))];
  const cluster = ofA ?? ofB ?? { kind, sides: [], disagree };
  if (ofA && ofB && ofA !== ofB) {
    ofA.sides.push(...ofB.sides);
    ofA.disagree ||= ofB.disagree;
    for (const side of ofB.sides) clusters.set(name(side), ofA);
  }
  cluster.disagree ||= disagree;
  for (const side of [a, b]) {
    if (!cluster.sides.some((known) => name(known) === name(side))) cluster.sides.push(side);
    clusters.set(name(side), cluster);
  }
}

function conflictOf(kind: Conflict['kind'], places: readonly Side[]): Conflict {
  const sides = places.map(shortened);
  const passages = sides.map(({ source, from, to }) => {
    const { start, end } = source.text.tokens;
    return { uri: source.article.uri, ...proseSpanToRaw(source.article.prose, { start: start[from] ?? 0, end: end[to - 1] ?? 0 }) };
  });
  const words = sides.map(({ source, from, to }) => wordsOf(source, from, to));
  return {
    kind,
    message: [...new Set(words)].map((text) => `“${text}”`).join(' against '),
    passages,
    key: keyOf(
      kind,
      passages.map((p, i) => `${p.uri}:${words[i] ?? ''}`),
    ),
  };
}

/** A place that can be underlined as a whole: its first words where it is long. */
function shortened(side: Side): Side {
  const { start, end } = side.source.text.tokens;
  let to = side.to;
  while (to > side.from + 1 && (end[to - 1] ?? 0) - (start[side.from] ?? 0) > LONGEST) to--;
  return { ...side, to };
}

/** One utterance, but other speakers, or words turned into their opposite. */
function quotationConflicts(a: Source, b: Source, lexicon: Lexicon, matcher: Matcher): Conflict[] {
  const found: Conflict[] = [];
  const runs = new Set(b.text.threes);
  for (const spoken of a.voices.spoken) {
    if (spoken.type === 'indirect' || spoken.to - spoken.from < 5) continue;
    // A long quotation is asked for sentence by sentence: others may have cut it.
    const { flags } = a.text.tokens;
    for (let from = spoken.from, to = from + 1; from < spoken.to; from = to++) {
      while (to < spoken.to && !((flags[to] ?? 0) & Flag.sentence)) to++;
      // One utterance has at least three words in a row in common with itself, whoever renders it.
      if (!a.text.threes.subarray(from, Math.max(from, to - 2)).some((run) => runs.has(run))) continue;
      const asked = query(a.text, from, to, lexicon);
      if (asked.contents < 4) continue;
      const best = matcher.best(asked, b.text, () => 'unknown');
      if (!best || best.fit.f < SAME_WORDS) continue;
      const there = spokenIn(b.voices, best.fit.from, best.fit.to);
      if (!there || there.type === 'indirect') continue;
      const sides = [
        { source: a, from, to },
        { source: b, ...best.fit },
      ];
      const turned = turnedWords(a, { from, to }, b, best.fit, lexicon);
      if (turned !== undefined) found.push({ ...conflictOf('wording', sides), message: turned });
      if (there.confidence < SURE || spoken.confidence < SURE || compareSpeakers(spoken.speakers, there.speakers) !== 'other') continue;
      const names = [spoken, there].map((side) => side.speakers.map((speaker) => speaker.name).join(' and '));
      found.push({ ...conflictOf('speaker', sides), message: `${names[0] ?? ''} or ${names[1] ?? ''}: “${wordsOf(a, from, to)}”` });
    }
  }
  return found;
}

function wordsOf({ article, text }: Source, from: number, to: number): string {
  return article.prose.text.slice(text.tokens.start[from], text.tokens.end[to - 1]).replace(/\s+/g, ' ');
}

const NEGATION = /^(?:not|no|never|none|neither|nor|without|hardly|cannot|.*n['’]t)$/i;
const CERTAIN = new Set(['will', 'shall', 'must']);
const UNCERTAIN = new Set(['may', 'might', 'could']);

/** What turns the meaning between two renderings of one utterance: a negation, a modal, an opposite. */
function turnedWords(a: Source, inA: Stretch, b: Source, inB: Stretch, lexicon: Lexicon): string | undefined {
  const [x, y] = [surfaces(a, inA), surfaces(b, inB)];
  const [negatedX, negatedY] = [x, y].map((words) => words.filter((word) => NEGATION.test(word)));
  if (negatedX && negatedY && (negatedX.length === 0) !== (negatedY.length === 0))
    return `“${[...negatedX, ...negatedY].join(' ')}” only on one side`;
  const has = (words: readonly string[], set: ReadonlySet<string>) => words.find((word) => set.has(word));
  for (const [one, other] of [
    [x, y],
    [y, x],
  ] as const) {
    const [sure, unsure] = [has(one, CERTAIN), has(other, UNCERTAIN)];
    if (sure !== undefined && unsure !== undefined && has(one, UNCERTAIN) === undefined && has(other, CERTAIN) === undefined)
      return `“${sure}” against “${unsure}”`;
  }
  const [idsX, idsY] = [x, y].map((words) => words.map((word) => lexicon.id(word)));
  for (const id of idsX ?? []) {
    if (idsY?.includes(id)) continue;
    for (const other of idsY ?? []) {
      if (!idsX?.includes(other) && lexicon.areOpposites(id, other)) return `“${lexicon.word(id)}” against “${lexicon.word(other)}”`;
    }
  }
  return undefined;
}

function surfaces(source: Source, { from, to }: Stretch): string[] {
  const { start, end } = source.text.tokens;
  return Array.from({ length: to - from }, (_, i) => source.article.prose.text.slice(start[from + i], end[from + i]).toLowerCase());
}

function impossibleDates({ article, analysis }: Source): Conflict[] {
  return analysis.problems.flatMap(({ kind, message, passages }) => {
    if (kind === 'ambiguous-date' || passages.length === 0) return [];
    const words = passages.map((span) => `${article.uri}:${article.raw.slice(span.start, span.end)}`);
    return [
      {
        kind: kind === 'publication-mismatch' ? ('date' as const) : kind,
        message,
        passages: passages.map((span) => ({ uri: article.uri, start: span.start, end: span.end })),
        key: keyOf(kind, words),
      },
    ];
  });
}

/** Lemmas of the names of people of the event; titles and common words left out. */
function personNames(sources: readonly Source[], lexicon: Lexicon): ReadonlySet<number> {
  const names = new Set<number>();
  for (const { analysis } of sources) {
    for (const speaker of analysis.speakers) for (const word of nameOf(speaker) ?? []) names.add(lexicon.id(word));
  }
  return names;
}

/** FNV-1a over what a reader would call the same conflict: its kind, files and words. */
function keyOf(kind: string, words: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const char of `${kind}|${words.toSorted().join('|')}`) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return `${kind}-${(hash >>> 0).toString(36)}`;
}
