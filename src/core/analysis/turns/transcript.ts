import type { Article } from '../../text/article';
import type { Span } from '../../text/span';
import { customLabels, type Custom } from './customs';
import { withoutMarked } from './labels';
import { shapedLabel, timedWords } from './labelShapes';
import { englishTurns, type TurnWords, wordsFor } from './turnWords';

/**
 * What a paragraph of a transcript is: the beginning of a turn (`unnamed`: of somebody whom nothing names), its going on, or nobody's words (a heading, a stage direction). A paragraph
 * that stands in no turn has none.
 */
export type TurnPlace =
  | { readonly kind: 'label'; readonly label: Span; readonly from: number }
  | { readonly kind: 'unnamed'; readonly from: number }
  | { readonly kind: 'question' | 'answer' | 'on' }
  | { readonly kind: 'aside' };

/** An article tells at its own length before and between the turns it prints; a transcript proper begins with them. */
const longestGapOfArticle = 8;

/** Whether somebody says of an article that it is a transcript. */
export function isToldTranscript({ primary }: Article['metadata']): boolean {
  return primary?.value === 'transcript' || primary?.value === 'recording';
}

/**
 * Reads the paragraphs of a text as a transcript, where labels of one shape come again and again before words in somebody's own voice;
 * `undefined` where they do not. Every paragraph belongs to the label before it. `isTold`: somebody says that it is a transcript, and a
 * text whose paragraphs nearly all begin with the hour is one: then the labels alone do.
 */
export function transcriptOf(
  prose: string,
  paragraphs: readonly Span[],
  isTold: boolean,
  language: TurnWords = englishTurns,
): readonly (TurnPlace | undefined)[] | undefined {
  const words = wordsFor(prose, language);
  const candidates = paragraphs.map((paragraph) => shapedLabel(prose, paragraph, words));
  const hours = paragraphs.map((paragraph) => timedWords(prose, paragraph));
  const isTimed = hours.filter((hour) => hour !== undefined).length >= paragraphs.length * timedShare && paragraphs.length > 0;
  if (!isTimed && candidates.filter((label) => label !== undefined).length < 2) return undefined;
  const custom: Custom = { prose, paragraphs, candidates, words, isTold: isTold || isTimed };
  const labels = customLabels(custom);
  const firstLabel = labels.findIndex((label) => label !== undefined);
  const first = isTimed ? hours.findIndex((hour) => hour !== undefined) : firstLabel;
  if (first < 0) return undefined;
  const last = labels.findLastIndex((label) => label !== undefined);
  const isProper = !paragraphs.slice(0, first).some((paragraph) => tells(prose.slice(paragraph.start, paragraph.end)));
  const places: (TurnPlace | undefined)[] = paragraphs.map(() => undefined);
  let ended = false;
  for (let at = first, before = first; at < paragraphs.length; at++) {
    const label = labels[at];
    const paragraph = paragraphs[at];
    if (paragraph === undefined) continue;
    if (label !== undefined) {
      places[at] =
        label.shape === 'unnamed' ? { kind: 'unnamed', from: label.from } : { kind: 'label', label: label.span, from: label.from };
      before = at;
      ended = false;
      continue;
    }
    const hour = hours[at];
    if (isTimed && hour !== undefined && (firstLabel < 0 || at < firstLabel)) {
      places[at] = { kind: 'unnamed', from: hour };
      continue;
    }
    const text = prose.slice(paragraph.start, paragraph.end);
    ended ||= isEnd(text) || (at > last && hour === undefined && !goesOn(text, isProper, words));
    if (!isProper) ended ||= at - before > longestGapOfArticle || isNarrated(text, labels[at + 1] !== undefined, words);
    if (ended) continue;
    places[at] = { kind: isAside(text) || (labels[at + 1] !== undefined && isHeading(text)) ? 'aside' : 'on' };
  }
  return places;
}

/**
 * Whether a text is a transcript and nothing else: it begins with the turns, which have nearly all of it. An interview that an outlet has
 * shortened says so, and is its report.
 */
export function isTranscript(prose: string, paragraphs: readonly Span[], places: readonly (TurnPlace | undefined)[]): boolean {
  const first = places.findIndex((place) => place !== undefined);
  const length = (of: readonly Span[]) => of.reduce((sum, { start, end }) => sum + end - start, 0);
  const before = paragraphs.slice(0, first);
  const isTold = before.some(({ start, end }) => tells(prose.slice(start, end)));
  const isShortened = paragraphs.some(({ start, end }, at) => places[at]?.kind !== 'label' && isEdited.test(prose.slice(start, end)));
  return !isTold && !isShortened && length(paragraphs.filter((_, at) => places[at] !== undefined)) >= turns * length(paragraphs);
}
/** Share of the paragraphs of subtitles that begin with the hour. */
const timedShare = 0.8;
/** Share of a transcript's text that its turns have at least: titles, places and footers have the rest. */
const turns = 0.8;
const isEdited = /\b(?:edited|condensed|shortened|abridged) (?:for|and|version|transcript|interview)\b/i;

/** A sentence of some length: no title, place or hour. */
function tells(text: string): boolean {
  return text.length > 100 && /[.!?”"']$/.test(text) && text.split(/\s+/, 24).length > 16;
}

/** "END 2:12 P.M. EDT", "###", "* * *", "2:12 P.M. EST" */
function isEnd(text: string): boolean {
  return text.length < 60 && /^(?:\(?END\b|[#*\s-]{3,}$|\d{1,2}:\d{2}\s*[APap]\.?[Mm]\.?(?:\s+\p{Lu}{2,4})?$)/u.test(text);
}

/** After the last label only somebody's voice shows where the turn goes on; in a transcript proper all but a footer or a report does. */
function goesOn(text: string, isProper: boolean, words: TurnWords): boolean {
  if (isFooter.test(text)) return false;
  return words.speaksOn(text) || isAside(text) || (isProper && !words.reports(text));
}
const isFooter = /\b(?:transcript|edited|subscribe|newsletter|copyright|briefing is)\b|©/i;

/** In an article: words between marks that somebody is said to say, or what leads over to the next turn. */
function isNarrated(text: string, beforeLabel: boolean, words: TurnWords): boolean {
  if (beforeLabel && text.endsWith(':')) return true;
  const outside = withoutMarked(text);
  return outside !== text && words.reports(outside) && !words.speaksOn(outside);
}

/** "(Laughter.)", and in Markdown a line in bold or one of attributes: "**Laughter**", "{: .answer }". */
function isAside(text: string): boolean {
  return /^[([][^()[\]]*[)\]]\.?$|^\*\*[^*]{1,60}\*\*$|^\{:[^{}]*\}$/.test(text);
}

function isHeading(text: string): boolean {
  return text.length < 80 && !/[.?!…,:;—–"”'’)\]-]$/.test(text) && /^\p{Lu}/u.test(text);
}
