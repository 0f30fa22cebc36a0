import { primaryOf } from '../../analysis/index';
import { attempt, type Fault } from '../../text/fault';
import { accountConflicts } from './accounts';
import { type ArticleReading, keptReading, once, readingOf } from './articleReading';
import { claimOf, Clusters } from './clusters';
import { keysOf, type Source } from './contradiction';
import { compareCounts, type Count, countsOf } from './counts';
import { arePlacedApart, pairCounts } from './countPairs';
import { FactSheet, pairFacts } from './factPairs';
import { frameConflicts } from './frames/framePairs';
import { compareDays } from './days';
import { agree, type Fact } from './fact';
import { outsideTables } from './counting/tables';
import { factsOf } from './facts';
import type { Lexicon } from '../words/lexicon';
import type { Matcher } from '../matching/matcher';
import type { Conflict } from '../model';
import { hungIn } from './hung/hung';
import { hungConflicts } from './hung/hungPairs';
import { homeConflicts } from './homes';
import { officeConflicts } from './people/officePairs';
import { personNames } from './people/personNames';
import { personConflicts } from './people/persons';
import { predicateConflicts } from './predicates/predicatePairs';
import { routeConflicts } from './predicates/routes';
import { cutNegations } from './quoted/cutNegation';
import { eachMatterOnce } from './alteredTogether';
import { type Altered, alteredWords } from './quotedWords';
import { closeness } from '../words/profile';
import { sentenceConflicts } from './quoted/wholeSentences';
import { shortQuotationConflicts } from './quoted/shortQuotations';
import { areOwnNews, isGathered, isLaterMore, isOutrun } from './later';
import { ofTheEvent } from './scenes/furniture';
import { areOfOtherParties, compareScenes, giverAt, stagedOf } from './scenes/scene';
import { statesOf } from './states';
import { againstPrimary, surely, untold } from './told';
import { deedConflicts } from './deeds/deedPairs';
import { turnedConflicts } from './turned';
import { quotationConflicts } from './utterances';

/** Days between publications after which two articles tell of different things, or of a later state. */
const SAME_NEWS = 5;
/** Closeness under which two articles tell of different things, however alike one sentence is. */
const SAME_EVENT = 0.2;
/** The same in a large collection for articles of unknown dates: there the subject returns with other facts. */
const SURELY_SAME_EVENT = 0.4;

/** From here on two articles surely tell of one thing. */
const SURELY_ONE_EVENT = 0.55;

/** How articles are compared. */
interface Way {
  /** Names the articles that each is compared with; without it, each is with all. */
  readonly near: ((index: number) => readonly number[]) | undefined;
  /** They are of one event, however little they have in common. */
  readonly areOneEvent: boolean;
  /** What is read of each is kept for the next time: they are few. */
  readonly areKept: boolean;
  readonly tell: (uri: string, fault: Fault) => void;
}

/** Contradictions between articles of one event, and dates of single articles that cannot be right. */
function findConflicts(
  sources: readonly Source[],
  lexicon: Lexicon,
  matcher: Matcher,
  { near, areOneEvent, areKept, tell }: Way,
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
  const all = sources.map((source) => {
    const reading = areKept ? keptReading(source, lexicon) : readingOf(source, lexicon);
    const hung = once(() => hungIn(reading.words(), sheetOf(source).facts));
    const read = () => {
      countsIn(source);
      reading.readAll();
      hung();
      return true;
    };
    // What the program fails over in one article is told of that one, and hides nothing in the others.
    const isRead = once(() => attempt('contradictions', read, () => false, (fault) => tell(source.article.uri, fault))); // prettier-ignore
    return { source, reading, hung, isRead };
  });
  const found: Conflict[] = sources.flatMap(impossibleDates);
  const [said, values]: [Conflict[], Conflict[]] = [[], []];
  const altered: Altered[] = [];
  const clusters = new Clusters();
  const compare = (here: (typeof all)[number], there: (typeof all)[number], near: number): void => {
    const [{ source, reading: own }, { source: other, reading: theirs }] = [here, there];
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
      ...quotationConflicts(source, other, theirs.threes(), lexicon, matcher),
      ...personConflicts(own.people(), theirs.people(), lexicon),
      ...officeConflicts(own.offices(), theirs.offices(), near, lexicon),
      ...(near >= SURELY_SAME_EVENT ? homeConflicts(own.homes(), theirs.homes()) : []),
      ...accountConflicts(own.accounts(), theirs.accounts()),
    );
    for (const one of turnedConflicts(own.sayings().all, theirs.sayings(), lexicon)) said.push(one);
    for (const one of predicateConflicts(own.predicates().sheet, theirs.predicates().sheet, near, lexicon)) said.push(one);
    for (const one of routeConflicts(own.predicates().routes, theirs.predicates().routes, lexicon)) said.push(one);
    for (const one of frameConflicts(own.predicates().frames, theirs.predicates().frames, near, lexicon)) said.push(one);
    if (near >= SURELY_SAME_EVENT) for (const one of deedConflicts(own.deeds().all, theirs.deeds(), lexicon)) said.push(one);
    found.push(...shortQuotationConflicts(own.short(), theirs.short(), found, lexicon));
    said.push(...sentenceConflicts(own.short(), theirs.short(), lexicon));
    said.push(...cutNegations(own.short(), theirs.short(), lexicon), ...cutNegations(theirs.short(), own.short(), lexicon));
    values.push(...hungConflicts(here.hung(), there.hung(), near, lexicon));
    compareWords(own, theirs);
  };
  const compareWords = (own: ArticleReading, theirs: ArticleReading): void => {
    for (const one of alteredWords(own.runs(), theirs.runs(), lexicon)) altered.push(one);
  };
  all.forEach((here, i) => {
    const { source, reading } = here;
    for (const j of near?.(i) ?? all.keys()) {
      const there = all[j];
      if (j <= i || !there || !isSameNews(source, there.source)) continue;
      const nearness = closeness(reading.profile(), there.reading.profile());
      const isOneEvent = areOneEvent || nearness >= (near && !areDated(source, there.source) ? SURELY_SAME_EVENT : SAME_EVENT);
      // A speech is about more than the report that quotes it.
      if (!isOneEvent && (primaryOf(source) ?? primaryOf(there.source)) === undefined) continue;
      const find = () => (isOneEvent ? compare(here, there, nearness) : compareWords(reading, there.reading));
      if (here.isRead() && there.isRead()) attempt('contradictions', find, () => undefined, (fault) => tell(source.article.uri, fault)); // prettier-ignore
    }
    // Each is compared with those after it: what was read of it is not asked for again.
    if (!areKept) reading.forget();
    here.hung.forget();
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
  return ofTheEvent([...found, ...eachMatterOnce(altered.filter(({ conflict }) => open.has(conflict)))], sources);
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
