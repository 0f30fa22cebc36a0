import { primaryOf } from '../analysis/index';
import { type Conflict, relationNames } from '../corpus/model';
import { isExperimental, languageName } from '../text/metadata/language';
import { overlaps } from '../text/span';
import { inEnglish, type Translate } from '../text/translate';
import { type ArchiveCard, archiveCard } from './archiveCard';
import type { StatementSource } from './folder';
import { outletCount, type Outlets, outletsText } from './outlets';
import { passageLanguage } from './proseText';
import { primaryName, primaryWords, type PrimaryWords } from './primary';
import type { Rendering } from './rendering';
import { bareWording, isSameWording, type ShownWording, shownWording } from './wordingShown';
import { type Statement, wordingOf } from './statement';

/** What a card says of a statement, most important first: printed by the hover, and by whoever else shows one statement. */
export interface StatementCard<S extends StatementSource = StatementSource> {
  /** One line: who has it, of how many origins, what contradicts it. */
  readonly verdict: string;
  /** What a primary source has of it, which goes before what reports have. */
  readonly primary: PrimaryWords<S> | undefined;
  /** At most three entries. */
  readonly renderings: readonly CardRendering<S>[];
  /** How many renderings are in none of them. */
  readonly more: number;
  /** Where the times can be ordered: who had it first. */
  readonly earliest: S | undefined;
  /** Of the statement or its article, where it is not English. */
  readonly language: string | undefined;
  /** Undefined where no archive is set. */
  readonly archive: ArchiveCard | undefined;
}

/** Where others have it: one article, or several that have the very same words. */
export interface CardRendering<S extends StatementSource = StatementSource> {
  readonly renderings: readonly Rendering<S>[];
  /** "trimmed · possible · linked by Ada: the same speech" */
  readonly how: string;
  /** Undefined where the words are the same. */
  readonly wording: ShownWording | undefined;
}

const mostRenderings = 3;

/** `t` says it in the reader's language. */
export function cardOf<S extends StatementSource>(statement: Statement<S>, t: Translate = inEnglish): StatementCard<S> {
  const conflicts = statement.conflicts.filter(({ level }) => level !== 'differs');
  const entries = entriesOf(statement, conflicts, t);
  const shown = entries.slice(0, mostRenderings);
  const [first, ...rivals] = statement.order.earliest;
  const isOrdered = rivals.length === 0 && statement.sources.length > 1 && statement.order.undated.length === 0;
  return {
    verdict: verdictOf(statement, conflicts, t),
    primary: primaryWords(statement.renderings),
    renderings: shown,
    more: statement.renderings.length - shown.reduce((sum, { renderings }) => sum + renderings.length, 0),
    earliest: isOrdered ? first : undefined,
    language: languageOf(statement, t),
    archive: archiveCard(statement, t),
  };
}

/**
 * "4 outlets · 2 independent origins · 1 contradiction". Where outlets are unknown the articles are counted; what is only possible counts
 * nowhere.
 */
function verdictOf<S extends StatementSource>(statement: Statement<S>, conflicts: readonly Conflict[], t: Translate): string {
  const { sources, renderings, origins } = statement;
  const altered = conflicts.filter(({ kind }) => kind === 'wording').length;
  const contradictions = conflicts.length - altered;
  const own = primaryOf(statement.state);
  const others = renderings.filter((one) => isAltered(one, conflicts) && !sources.includes(one.state));
  const alteredIn = new Set(others.map(({ state }) => state.article.uri)).size;
  const parts = [
    ...(own === undefined ? [] : [t('In the {0} itself', primaryName(own, t))]),
    whoHasIt(statement, alteredIn, t),
    ...(sources.length > 1 && origins.length > 0
      ? [t(origins.length === 1 ? '{0} independent origin' : '{0} independent origins', origins.length)]
      : []),
    ...(contradictions > 0 ? [t(contradictions === 1 ? '{0} contradiction' : '{0} contradictions', contradictions)] : []),
    ...(altered > 0 ? [alteredIn === 0 ? t('quoted differently') : t('quoted differently in {0} more', alteredIn)] : []),
  ];
  return parts.join(' · ');
}

/**
 * "5 outlets here, 12 in the archive". Where an archive is set but has not said what it has, nobody is said to be alone with it but in
 * this folder.
 */
function whoHasIt<S extends StatementSource>(statement: Statement<S>, alteredIn: number, t: Translate): string {
  const { sources, outlets, archived } = statement;
  const isShared = sources.length > 1;
  const here = isShared ? outletsText(outlets, t) : aloneText(statement, alteredIn, t);
  if (archived === undefined) return here;
  const there = statement.outletsInArchive;
  if (outletCount(there) > 0) {
    const count = isShared && isKnown(outlets) && isKnown(there) ? String(there.known.length) : outletsText(there, t);
    return isShared ? t('{0} here, {1} in the archive', here, count) : t('{0}, {1} in the archive', here, count);
  }
  const text = isShared ? t('{0} here', here) : here;
  // What outlets of the folder have there as well is listed, and counted once.
  if (archived.kind !== 'answered' || archived.renderings.some(({ match }) => match.level === 'match')) return text;
  const perhaps = countOf(archived.renderings);
  if (perhaps === 0) return t('{0}, none found in the archive', text);
  return t(perhaps === 1 ? '{0}, perhaps in {1} article of the archive' : '{0}, perhaps in {1} articles of the archive', text, perhaps);
}

function aloneText<S extends StatementSource>(statement: Statement<S>, alteredIn: number, t: Translate): string {
  const { renderings, perhaps, isReading, archived } = statement;
  const isAsked = archived !== undefined;
  if (alteredIn > 0) return isAsked ? t('In these words only here in this folder') : t('In these words only here');
  const possible = countOf(renderings.map(({ state }) => state));
  if (possible > 0 && isAsked)
    return t(
      possible === 1
        ? 'Surely only here in this folder, perhaps in {0} other article'
        : 'Surely only here in this folder, perhaps in {0} other articles',
      possible,
    );
  if (possible > 0)
    return t(
      possible === 1 ? 'Surely only here, perhaps in {0} other article' : 'Surely only here, perhaps in {0} other articles',
      possible,
    );
  if (isReading) return t('Other articles are still being read');
  if (perhaps.length > 0) return isAsked ? t('Only here in this folder and language') : t('Only here in this language');
  return isAsked ? t('Only here in this folder') : t('Only here');
}

function isKnown({ unknown }: Outlets): boolean {
  return unknown.length === 0;
}

function countOf(articles: readonly { readonly article: { readonly uri: string } }[]): number {
  return new Set(articles.map(({ article }) => article.uri)).size;
}

function entriesOf<S extends StatementSource>(
  statement: Statement<S>,
  conflicts: readonly Conflict[],
  t: Translate,
): readonly CardRendering<S>[] {
  const here = bareWording(wordingOf(statement.state, statement.span));
  const entries: CardRendering<S>[] = [];
  const same: Rendering<S>[] = [];
  for (const rendering of ordered(statement.renderings)) {
    const { match, state } = rendering;
    const wording = shownWording(here, bareWording(wordingOf(state, match)), match.relation === 'indirect');
    const how = howText(rendering, isAltered(rendering, conflicts), t);
    const isSame = isSureCopy(rendering) && isSameWording(wording);
    if (isSame && same.length === 0) entries.push({ renderings: same, how, wording: undefined });
    if (isSame) same.push(rendering);
    else entries.push({ renderings: [rendering], how, wording: isSameWording(wording) ? undefined : wording });
  }
  return entries;
}

function howText({ match, link }: Rendering, isAltered: boolean, t: Translate): string {
  const relation = isAltered ? t('quoted differently') : t(relationNames[match.relation]);
  const possible = match.level === 'match' ? '' : t(' · possible');
  if (link === undefined) return `${relation}${possible}`;
  const who = link.by === undefined ? '' : t(' by {0}', link.by);
  return `${relation}${possible}${t(' · linked{0}{1}', who, link.reason === undefined ? '' : `: ${link.reason}`)}`;
}

function languageOf({ state: { article }, span }: Statement, t: Translate): string | undefined {
  const { language } = article;
  const own = passageLanguage(article, span);
  if (own !== undefined) return t('These words in {0}, the article in {1}', languageName(own), languageName(language));
  if (language === 'other') return t('In a language that is not read: quotation marks and dates in figures only');
  if (isExperimental(language)) return t('In {0}, which is read as an experiment', languageName(language));
  return language === 'en' ? undefined : t('In {0}', languageName(language));
}

/** Of several articles that a contradiction names, some may have the very words. */
function isAltered<S extends StatementSource>({ match }: Rendering<S>, conflicts: readonly Conflict[]): boolean {
  return conflicts.some(
    ({ kind, passages }) =>
      kind === 'wording' && (passages.length === 2 || match.relation === 'contradicts') && passages.some((end) => isIn(end, match)),
  );
}

function isSureCopy({ match, link }: Rendering): boolean {
  return match.level === 'match' && match.relation !== 'contradicts' && link === undefined;
}

/** A person's links first, then primary sources, what contradicts, and the engine's order. */
function ordered<S extends StatementSource>(renderings: readonly Rendering<S>[]): readonly Rendering<S>[] {
  const rank = ({ link, state, match }: Rendering<S>) =>
    link ? 0 : primaryOf(state) !== undefined ? 1 : match.relation === 'contradicts' ? 2 : 3;
  return renderings.toSorted((a, b) => rank(a) - rank(b));
}

function isIn(end: Conflict['passages'][number], match: Rendering['match']): boolean {
  return end.uri === match.uri && overlaps(end, match);
}
