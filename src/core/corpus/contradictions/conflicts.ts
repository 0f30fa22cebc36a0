import { primaryOf } from '../../analysis/index';
import { attempt, type Fault } from '../../text/fault';
import { accountConflicts, accountsOf } from './accounts';
import { claimOf, Clusters } from './clusters';
import { keysOf, type Source } from './contradiction';
import { compareCounts, type Count, countsOf } from './counts';
import { arePlacedApart, pairCounts } from './countPairs';
import { FactSheet, pairFacts } from './factPairs';
import { frameConflicts } from './frames/framePairs';
import { FrameSheet } from './frames/frameSheet';
import { compareDays } from './days';
import { agree, type Fact } from './fact';
import { outsideTables } from './counting/tables';
import { factsOf } from './facts';
import type { Lexicon } from '../words/lexicon';
import type { Matcher } from '../matching/matcher';
import type { Conflict } from '../model';
import { hungIn } from './hung/hung';
import { hungConflicts } from './hung/hungPairs';
import { homeConflicts, homesOf } from './homes';
import { officeConflicts } from './people/officePairs';
import { officesOf } from './people/offices';
import { personNames } from './people/personNames';
import { personConflicts, personsOf } from './people/persons';
import { PredicateSheet, predicateConflicts } from './predicates/predicatePairs';
import { routeConflicts } from './predicates/routes';
import { predicatesOf } from './predicates/readPredicates';
import { cutNegations } from './quoted/cutNegation';
import { betweenMarks, quotedRunsOf } from './quotedRuns';
import { eachMatterOnce } from './alteredTogether';
import { type Altered, alteredWords } from './quotedWords';
import { ByWord } from '../words/byWord';
import { closeness, profileOf } from '../words/profile';
import { sentenceConflicts } from './quoted/wholeSentences';
import { shortQuotationConflicts } from './quoted/shortQuotations';
import { sayingsOf } from './sayings';
import { areOwnNews, isGathered, isLaterMore, isOutrun } from './later';
import { areOfOtherParties, compareScenes, giverAt, stagedOf } from './scenes/scene';
import { statesOf } from './states';
import { againstPrimary, surely, untold } from './told';
import { ArticleWords } from './deeds/articleWords';
import { deedConflicts } from './deeds/deedPairs';
import { deedsOf } from './deeds/readDeeds';
import { turnedConflicts } from './turned';
import { quotationConflicts } from './utterances';

/** Days between publications after which two articles tell of different things, or of a later state. */
const SAME_NEWS = 5;
/** Closeness under which two articles tell of different things, however alike one sentence is. */
const SAME_EVENT = 0.2;
/** The same in a large collection for articles of unknown dates: there the subject returns with other facts. */
const SURELY_SAME_EVENT = 0.4;

/** Words between two marks from which on they are compared at all. */
const SHORTEST = 3;

/** From here on two articles surely tell of one thing. */
const SURELY_ONE_EVENT = 0.55;

/** Contradictions between articles of one event, and dates of single articles that cannot be right. `near` names the articles that each is compared with; without it, with all. */
function findConflicts(
  sources: readonly Source[],
  lexicon: Lexicon,
  matcher: Matcher,
  near?: (index: number) => readonly number[],
  tell: (uri: string, fault: Fault) => void = () => undefined,
  areOneEvent = false,
): Conflict[] {
  const persons = personNames(sources, lexicon);
  // What an article says is read where it is compared with another: of a large collection with few.
  const sheets = new Map<Source, FactSheet>();
  const sheetOf = (source: Source): FactSheet => {
    let sheet = sheets.get(source);
    if (!sheet) {
      const { text, analysis, article } = source;
      const facts = outsideTables(factsOf(text.tokens, analysis.dates, article.prose, lexicon, persons), text.tokens);
      sheets.set(source, (sheet = new FactSheet(text, [...facts, ...statesOf(text.tokens, article.prose.text, lexicon)], lexicon)));
    }
    return sheet;
  };
  const countSheets = new Map<Source, FactSheet<Count>>();
  const countsIn = (source: Source): FactSheet<Count> => {
    let sheet = countSheets.get(source);
    if (!sheet) countSheets.set(source, (sheet = new FactSheet(source.text, countsOf(source, sheetOf(source).facts, lexicon), lexicon)));
    return sheet;
  };
  const profiles = sources.map(({ text }) => once(() => profileOf(text.tokens, lexicon)));
  const short = sources.map((source) => once(() => betweenMarks(source, SHORTEST)));
  const runs = sources.map((source, i) => once(() => quotedRunsOf(source, short[i]?.() ?? [])));
  const people = sources.map((source) => once(() => personsOf(source)));
  const homes = sources.map((source) => once(() => homesOf(source)));
  const accounts = sources.map((source) => once(() => accountsOf(source, lexicon)));
  const sayings = sources.map((source) => once(() => new ByWord(sayingsOf(source, lexicon), ({ contents }) => contents)));
  const words = sources.map((source) => once(() => new ArticleWords(source, lexicon)));
  const deeds = words.map((own) => once(() => new ByWord(deedsOf(own()), ({ all }) => all)));
  const hung = words.map((own) => once(() => hungIn(own(), sheetOf(own().source).facts)));
  const offices = sources.map((source) => once(() => officesOf(source, lexicon)));
  const predicates = words.map((own, i) =>
    once(() => {
      const { predicates, frames, routes } = predicatesOf(own());
      return { sheet: new PredicateSheet(predicates), frames: new FrameSheet(frames, offices[i]?.() ?? []), routes };
    }),
  );
  // What the program fails over in one article is told of that one, and hides nothing in the others.
  const isRead = sources.map((source, i) => {
    const read = () => {
      countsIn(source);
      for (const parts of [runs, short, people, homes, accounts, sayings, deeds, offices, predicates, hung]) parts[i]?.();
      return true;
    };
    return once(() => attempt('contradictions', read, () => false, (fault) => tell(source.article.uri, fault))); // prettier-ignore
  });
  const found: Conflict[] = sources.flatMap(impossibleDates);
  const [said, values]: [Conflict[], Conflict[]] = [[], []];
  const altered: Altered[] = [];
  const clusters = new Clusters();
  const compare = (source: Source, other: Source, i: number, j: number, near: number): void => {
    const scene = (a: Fact, b: Fact) =>
      compareScenes(stagedOf(source, a, sheetOf(source).facts), stagedOf(other, b, sheetOf(other).facts), lexicon);
    for (const pair of pairCounts(countsIn(source), countsIn(other), near, lexicon)) {
      const stage = scene(pair.a, pair.b);
      if (stage === 'other' || isOutrun(source, pair.a, other, pair.b) || isGathered(source, pair.a, other, pair.b, lexicon)) continue;
      if (
        near < SURELY_ONE_EVENT &&
        pair.a.fate === undefined &&
        areOfOtherParties({ source, ...pair.a }, { source: other, ...pair.b }, lexicon)
      )
        continue;
      const by = (source: Source, { from, to }: Fact) => (stage === 'givers' ? giverAt({ source, from, to }, lexicon) : undefined);
      const level = stage === 'givers' || isLaterMore(source, pair.a, other, pair.b, lexicon) ? 'differs' : pair.level;
      clusters.join('number', claimOf(source, pair.a, by(source, pair.a)), claimOf(other, pair.b, by(other, pair.b)), level);
    }
    for (const { a, b } of pairFacts(sheetOf(source), sheetOf(other), lexicon)) {
      const [count, there] = [countAt(countsIn(source), a), countAt(countsIn(other), b)];
      if (count && there && arePlacedApart(count, there)) continue;
      if (a.strict && near < SURELY_SAME_EVENT) continue;
      const isSame = agree(a, b) || (count !== undefined && there !== undefined && compareCounts(count, there) === 'same');
      // what two counts come to is known better from `pairCounts`
      if (!isSame && a.kind === 'number' && a.grade === undefined && a.score === undefined) continue;
      const stage = isSame ? 'one' : scene(a, b);
      if (stage === 'other' || areOwnNews(source, a, other, b)) continue;
      const level = isSame ? undefined : stage === 'givers' ? 'differs' : levelOf(a, b, near);
      clusters.join(a.kind === 'day' ? 'date' : a.kind, claimOf(source, a), claimOf(other, b), level);
    }
    found.push(
      ...quotationConflicts(source, other, lexicon, matcher),
      ...personConflicts(people[i]?.() ?? [], people[j]?.() ?? [], lexicon),
      ...officeConflicts(offices[i]?.() ?? [], offices[j]?.() ?? [], near, lexicon),
      ...(near >= SURELY_SAME_EVENT ? homeConflicts(homes[i]?.() ?? [], homes[j]?.() ?? []) : []),
      ...accountConflicts(accounts[i]?.() ?? [], accounts[j]?.() ?? []),
    );
    for (const one of turnedConflicts(sayings[i]?.().all ?? [], sayings[j]?.(), lexicon)) said.push(one);
    const [own, theirs] = [predicates[i]?.(), predicates[j]?.()];
    if (own && theirs) {
      for (const one of predicateConflicts(own.sheet, theirs.sheet, near, lexicon)) said.push(one);
      for (const one of routeConflicts(own.routes, theirs.routes, lexicon)) said.push(one);
      for (const one of frameConflicts(own.frames, theirs.frames, near, lexicon)) said.push(one);
    }
    if (near >= SURELY_SAME_EVENT) for (const one of deedConflicts(deeds[i]?.().all ?? [], deeds[j]?.(), lexicon)) said.push(one);
    const [here, there] = [short[i]?.() ?? [], short[j]?.() ?? []];
    found.push(...shortQuotationConflicts(here, there, found, lexicon));
    said.push(...sentenceConflicts(here, there, lexicon));
    said.push(...cutNegations(here, there, lexicon), ...cutNegations(there, here, lexicon));
    values.push(...hungConflicts(hung[i]?.(), hung[j]?.(), near, lexicon));
    compareWords(i, j);
  };
  const compareWords = (i: number, j: number): void => {
    for (const one of alteredWords(runs[i]?.() ?? [], runs[j]?.() ?? [], lexicon)) altered.push(one);
  };
  sources.forEach((source, i) => {
    for (const j of near?.(i) ?? sources.keys()) {
      const [other, x, y] = [sources[j], profiles[i], profiles[j]];
      if (j <= i || !other || !x || !y || !isSameNews(source, other)) continue;
      const nearness = closeness(x(), y());
      const isOneEvent = areOneEvent || nearness >= (near && !areDated(source, other) ? SURELY_SAME_EVENT : SAME_EVENT);
      // A speech is about more than the report that quotes it.
      if (!isOneEvent && (primaryOf(source) ?? primaryOf(other)) === undefined) continue;
      const find = () => (isOneEvent ? compare(source, other, i, j, nearness) : compareWords(i, j));
      if (isRead[i]?.() && isRead[j]?.()) attempt('contradictions', find, () => undefined, (fault) => tell(source.article.uri, fault)); // prettier-ignore
    }
    // Each is compared with those after it: what was read of it is not asked for again.
    for (const parts of [profiles, runs, short, people, homes, accounts, sayings, words, deeds, hung, offices, predicates]) parts[i]?.forget(); // prettier-ignore
    // Among many articles what was weighed would fill the memory before it is asked for again.
    if (!near) return;
    for (const one of [source, ...near(i).flatMap((j) => sources[j] ?? [])]) {
      sheets.get(one)?.forget();
      countSheets.get(one)?.forget();
    }
    sheets.delete(source);
    countSheets.delete(source);
  });
  found.push(...surely(clusters.conflicts(), values));
  // What is told in full goes before what is told of the same with reserve.
  const inFull = [...said, ...values].toSorted((a, b) => Number(a.level === 'differs') - Number(b.level === 'differs'));
  for (const one of untold(inFull, found)) found.push(one);
  const open = new Set(untold(againstPrimary(altered.map(({ conflict }) => conflict), sources), found)); // prettier-ignore
  return [...found, ...eachMatterOnce(altered.filter(({ conflict }) => open.has(conflict)))];
}

/** What is made when first asked for, until it is let go of. */
function once<T extends object | boolean>(make: () => T): (() => T) & { readonly forget: () => void } {
  let made: T | undefined;
  return Object.assign(() => (made ??= make()), { forget: () => void (made = undefined) });
}

function areDated(a: Source, b: Source): boolean {
  return a.article.metadata.published !== undefined && b.article.metadata.published !== undefined;
}

function isSameNews(a: Source, b: Source): boolean {
  const [x, y] = [a, b].map(({ article }) => Date.parse(article.metadata.published?.value.slice(0, 10) ?? ''));
  return x === undefined || y === undefined || !(Math.abs(x - y) > SAME_NEWS * 86_400_000);
}

function levelOf(a: Fact, b: Fact, near: number): Conflict['level'] {
  if (a.strict && near < SURELY_ONE_EVENT) return 'differs';
  return a.days && b.days && compareDays(a.days, b.days) === 'differs' ? 'differs' : 'conflict';
}

function countAt({ facts }: FactSheet<Count>, { from, kind }: Fact): Count | undefined {
  return kind === 'number' ? facts.find((count) => count.from === from) : undefined;
}

/** Dates of an article that cannot be right. */
function impossibleDates(source: Pick<Source, 'article' | 'analysis' | 'name'>): Conflict[] {
  const { article, analysis } = source;
  return analysis.problems.flatMap(({ kind, message, passages }) => {
    if (kind === 'ambiguous-date' || passages.length === 0) return [];
    const marked = passages.map((span) => ({ source, words: article.raw.slice(span.start, span.end) }));
    return [
      {
        kind: kind === 'publication-mismatch' ? ('date' as const) : kind,
        message,
        passages: passages.map((span) => ({ uri: article.uri, start: span.start, end: span.end })),
        ...keysOf(kind, marked),
      },
    ];
  });
}

/** What finds contradictions: loaded where articles are compared. */
export const contradictions = { findConflicts, impossibleDates };

export type Contradictions = typeof contradictions;
