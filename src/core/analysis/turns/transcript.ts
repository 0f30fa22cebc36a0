import type { Span } from '../../text/span';
import { hasOwnVoice, reports, speaksOn, withoutMarked } from './labels';
import { genderOfName } from '../words/index';
import { isTitled, looksLikeSomebody, shapedLabel, type LabelShape, type ShapedLabel } from './labelShapes';

/**
 * What a paragraph of a transcript is: the beginning of a turn, its going on, or nobody's words (a heading, a stage direction). A paragraph
 * that stands in no turn has none.
 */
export type TurnPlace =
  { readonly kind: 'label'; readonly label: Span; readonly from: number } | { readonly kind: 'question' | 'answer' | 'on' | 'aside' };

/** So few labels make no transcript. */
const fewestLabels = 3;
/** An article tells at its own length before and between the turns it prints; a transcript proper begins with them. */
const longestGapOfArticle = 8;

/**
 * Reads the paragraphs of a text as a transcript, where labels of one shape come again and again before words in somebody's own voice;
 * `undefined` where they do not. Every paragraph belongs to the label before it.
 */
export function transcriptOf(prose: string, paragraphs: readonly Span[]): readonly (TurnPlace | undefined)[] | undefined {
  const candidates = paragraphs.map((paragraph) => shapedLabel(prose, paragraph));
  if (candidates.filter((label) => label !== undefined).length < 2) return undefined;
  const labels = established(prose, paragraphs, candidates);
  const first = labels.findIndex((label) => label !== undefined);
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
      places[at] = { kind: 'label', label: label.span, from: label.from };
      before = at;
      ended = false;
      continue;
    }
    const text = prose.slice(paragraph.start, paragraph.end);
    ended ||= isEnd(text) || (at > last && !goesOn(text, isProper));
    if (!isProper) ended ||= at - before > longestGapOfArticle || isNarrated(text, labels[at + 1] !== undefined);
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
/** Share of a transcript's text that its turns have at least: titles, places and footers have the rest. */
const turns = 0.8;
const isEdited = /\b(?:edited|condensed|shortened|abridged) (?:for|and|version|transcript|interview)\b/i;

/** Of the labels a text may have, those whose shape is a custom of it. */
function established(
  prose: string,
  paragraphs: readonly Span[],
  candidates: readonly (ShapedLabel | undefined)[],
): readonly (ShapedLabel | undefined)[] {
  const textOf = ({ span }: ShapedLabel): string => prose.slice(span.start, span.end);
  const times = new Map<string, number>();
  for (const label of candidates) if (label !== undefined) times.set(textOf(label), (times.get(textOf(label)) ?? 0) + 1);
  const isAgain = (label: ShapedLabel): boolean => (times.get(textOf(label)) ?? 0) > 1;
  let custom: LabelShape | undefined;
  let most = 0;
  for (const shape of shapes) {
    const names = new Set<string>();
    let labels = 0;
    let again = 0;
    let own = 0;
    let titled = 0;
    for (const [at, label] of candidates.entries()) {
      if (label === undefined || (label.shape !== shape && label.shape !== 'letter')) continue;
      const text = textOf(label);
      if (label.shape !== 'letter' && shape !== 'capitals' && !(isAgain(label) && shape !== 'line') && !looksLikeSomebody(text)) continue;
      labels++;
      names.add(text);
      if (isAgain(label)) again++;
      if (isTitled(text)) titled++;
      if (hasOwnVoice(withoutMarked(saidAfter(prose, paragraphs, at, label)))) own++;
    }
    const isQAndA = names.has('Q') && names.has('A') && labels > fewestLabels;
    const several =
      names.size > 1 &&
      (isQAndA || again > (shape === 'capitals' ? 0 : labels * 0.6)) &&
      labels >= (shape === 'line' || shape === 'dash' ? 4 : fewestLabels);
    const voiced = own > 1 && own >= labels * (shape === 'capitals' ? 0.3 : 0.5);
    const pair = shape === 'capitals' && labels === 2 && titled === 2 && own === 2;
    if (labels > most && (pair || (several && voiced))) {
      custom = shape;
      most = labels;
    }
  }
  const texts = [...times.keys()];
  const initials = new Set(texts.filter((text) => text.length > 1).map((text) => text.charAt(0)));
  const letters = new Set(texts.filter((text) => text.length === 1));
  return candidates.map((label) => {
    if (label === undefined || custom === undefined || (label.shape !== custom && label.shape !== 'letter')) return undefined;
    if (label.shape === 'capitals' || label.shape === 'letter' || isAgain(label)) return label;
    const text = textOf(label);
    // once among many: "Carl:", and "C:" after it
    const isGiven =
      label.shape === 'name' &&
      (genderOfName(text.toLowerCase()) !== undefined ||
        (text.length === 1 ? initials.has(text) : isWord(text) && letters.has(text.charAt(0))));
    return isGiven || looksLikeSomebody(text) ? label : undefined;
  });
}
const isWord = (text: string): boolean => /^\p{Lu}\p{Ll}+$/u.test(text);
const shapes = ['capitals', 'name', 'dash', 'stop', 'line'] as const;

function saidAfter(prose: string, paragraphs: readonly Span[], at: number, label: ShapedLabel): string {
  const own = paragraphs[at]?.end ?? label.from;
  const next = paragraphs[at + 1];
  return label.from < own || next === undefined ? prose.slice(label.from, own) : prose.slice(next.start, next.end);
}

/** A sentence of some length: no title, place or hour. */
function tells(text: string): boolean {
  return text.length > 100 && /[.!?”"']$/.test(text) && text.split(/\s+/, 24).length > 16;
}

/** "END 2:12 P.M. EDT", "###", "* * *", "2:12 P.M. EST" */
function isEnd(text: string): boolean {
  return text.length < 60 && /^(?:\(?END\b|[#*\s-]{3,}$|\d{1,2}:\d{2}\s*[APap]\.?[Mm]\.?(?:\s+\p{Lu}{2,4})?$)/u.test(text);
}

/** After the last label only somebody's voice shows where the turn goes on; in a transcript proper all but a footer or a report does. */
function goesOn(text: string, isProper: boolean): boolean {
  if (isFooter.test(text)) return false;
  return speaksOn(text) || isAside(text) || (isProper && !reports(text));
}
const isFooter = /\b(?:transcript|edited|subscribe|newsletter|copyright|briefing is)\b|©/i;

/** In an article: words between marks that somebody is said to say, or what leads over to the next turn. */
function isNarrated(text: string, beforeLabel: boolean): boolean {
  if (beforeLabel && text.endsWith(':')) return true;
  const outside = withoutMarked(text);
  return outside !== text && reports(outside) && !speaksOn(outside);
}

/** "(Laughter.)", and in Markdown a line in bold or one of attributes: "**Laughter**", "{: .answer }". */
function isAside(text: string): boolean {
  return /^[([][^()[\]]*[)\]]\.?$|^\*\*[^*]{1,60}\*\*$|^\{:[^{}]*\}$/.test(text);
}

function isHeading(text: string): boolean {
  return text.length < 80 && !/[.?!…,:;—–"”'’)\]-]$/.test(text) && /^\p{Lu}/u.test(text);
}

const sounds =
  'laughter applause cheers crosstalk cross-talk pause pauses laughs sighs interruption music video silence booing chuckles coughs'
    .split(' ')
    .map((sound) => `[${sound.charAt(0)}${sound.charAt(0).toUpperCase()}]${sound.slice(1)}`)
    .join('|');
const direction = new RegExp(
  String.raw`\s*(?:[([]\s*(?:\p{Lu}[^()[\]]{0,80}[.!]|(?:${sounds})(?: [^()[\]]{0,40})?\.?)\s*[)\]]|\[?\b\d{1,2}:\d{2}:\d{2}\b\]?)\s*`,
  'gu',
);

/** The stretches of a turn's paragraph that somebody says: all but "(Laughter.)" and the hour. */
export function spokenStretches(prose: string, { start, end }: Span): readonly Span[] {
  const text = prose.slice(start, end);
  const stretches: Span[] = [];
  let from = 0;
  if (/[([\d]/.test(text))
    for (const match of text.matchAll(direction)) {
      if (/\p{L}|\p{N}/u.test(text.slice(from, match.index))) stretches.push({ start: start + from, end: start + match.index });
      from = match.index + match[0].length;
    }
  if (/\p{L}|\p{N}/u.test(text.slice(from))) stretches.push({ start: start + from, end });
  return stretches;
}
