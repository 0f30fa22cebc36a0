import { wordDifference } from '../corpus/matching/difference';
import type { WordChange } from '../corpus/model';
import { inEnglish, type Translate } from '../text/translate';

/**
 * How another wording is shown beside one's own: word by word where most of it is the same; else as it stands, with the words that
 * both have marked, since struck and added words of two sentences cannot be read.
 */
export interface ShownWording {
  readonly kind: 'changes' | 'wording';
  /** Of `wording` there is nothing removed: `added` are the other one's own words. */
  readonly parts: readonly WordChange[];
}

/** Changes in more places than this cannot be followed where little is the same. */
const mostPlaces = 6;
/** Characters of a run that are kept at either end. */
const keptEnd = 32;
const longestRemoved = 48;
const longestAdded = 160;
/** Characters that are compared; more than a card could show. */
const longestCompared = 1200;

/** `isReported`: where one of them reports, every verb and pronoun is another one, and tells nothing. */
export function shownWording(here: string, there: string, isReported = false): ShownWording {
  const changes = wordDifference(here, there);
  const length = (wanted: WordChange['kind']) => changes.reduce((sum, { kind, text }) => (kind === wanted ? sum + text.length : sum), 0);
  const different = length('removed') + length('added');
  const isAlike = length('same') >= different || (length('same') * 2 >= different && placesOf(changes) <= mostPlaces);
  const isSame = different === 0 || changes.every(({ kind, text }) => kind === 'same' || !/[\p{L}\p{N}]/u.test(text));
  if (isSame || (isAlike && !isReported))
    return { kind: 'changes', parts: changes.flatMap((change, at) => excerpt(change, at === 0, at === changes.length - 1)) };
  return { kind: 'wording', parts: wordsOnly(changes) };
}

/** In how many places the two differ: stretches without a word that both have. */
function placesOf(changes: readonly WordChange[]): number {
  let places = 0;
  let isOpen = false;
  for (const { kind, text } of changes) {
    const hasWords = /[\p{L}\p{N}]/u.test(text);
    if (kind === 'same' && hasWords) isOpen = false;
    if (kind === 'same' || !hasWords || isOpen) continue;
    isOpen = true;
    places++;
  }
  return places;
}

/** Marks and the comma before "he said" belong to the sentence around the words. */
export function bareWording(wording: string): string {
  return wording
    .slice(0, longestCompared)
    .replace(/^[\s"“”„‟«»'‘’]{1,4}/u, '')
    .replace(/[\s"“”„‟«»'‘’,.]{1,6}$/u, '');
}

/** Whether nothing differs but case and marks. */
export function isSameWording({ kind, parts }: ShownWording): boolean {
  return kind === 'changes' && parts.every((part) => part.kind === 'same' || !/[\p{L}\p{N}]/u.test(part.text));
}

/** What stays the same is needed only near what does not. */
function excerpt({ kind, text }: WordChange, isFirst: boolean, isLast: boolean): readonly WordChange[] {
  const longest = longestOf(kind, isFirst, isLast);
  if (text.length <= longest) return [{ kind, text }];
  // A cut is no word of either.
  if (kind !== 'same') return [{ kind, text: head(text, longest) }, { kind: 'same', text: '… ' }]; // prettier-ignore
  if (isFirst && !isLast) return [{ kind, text: `…${tail(text, keptEnd)}` }];
  return [{ kind, text: isLast ? `${head(text, isFirst ? longest : keptEnd)}…` : `${head(text, keptEnd)} …${tail(text, keptEnd)}` }];
}

function longestOf(kind: WordChange['kind'], isFirst: boolean, isLast: boolean): number {
  if (kind === 'removed') return longestRemoved;
  if (kind === 'added' || (isFirst && isLast)) return longestAdded;
  return keptEnd * (isFirst || isLast ? 2 : 3);
}

/** The other wording with the words of content that both have; "the" and "of" are in every sentence. */
function wordsOnly(changes: readonly WordChange[]): readonly WordChange[] {
  const parts: WordChange[] = [];
  let length = 0;
  for (const { kind, text } of changes) {
    if (kind === 'removed') continue;
    const isCommon = kind === 'same' && /[\p{L}\p{N}]{4}|\p{N}/u.test(text);
    const left = longestAdded + keptEnd - length;
    if (left <= 0) break;
    parts.push({ kind: isCommon ? 'same' : 'added', text: text.length <= left ? text : `${head(text, left)}…` });
    length += text.length;
  }
  return parts;
}

function head(text: string, length: number): string {
  const space = text.lastIndexOf(' ', length);
  return text.slice(0, space > length / 2 ? space : length);
}

function tail(text: string, length: number): string {
  const space = text.indexOf(' ', text.length - length);
  return text.slice(space >= 0 && space < text.length - length / 2 ? space : text.length - length);
}

/** In how many places `alterations` says what is altered. */
const mostTold = 3;

/** “each” for “every”, and what is left out or put in: in plain text, for lists; empty where nothing but case and marks differs. */
export function alterations(here: string, there: string, t: Translate = inEnglish): string {
  const shown = shownWording(here, there);
  if (shown.kind === 'wording' || isSameWording(shown)) return '';
  const told: string[] = [];
  let [removed, added] = ['', ''];
  const tell = (): void => {
    const [was, is] = [trimmed(removed), trimmed(added)];
    if (was !== '' && is !== '') told.push(t('“{0}” for “{1}”', is, was));
    else if (is !== '') told.push(t('with “{0}”', is));
    else if (was !== '') told.push(t('without “{0}”', was));
    [removed, added] = ['', ''];
  };
  for (const { kind, text } of shown.parts) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (/[\p{L}\p{N}]/u.test(text)) tell();
    else [removed, added] = [removed && `${removed}${text}`, added && `${added}${text}`];
  }
  tell();
  const more = told.length > mostTold ? t(' and {0} more', told.length - mostTold) : '';
  return `${told.slice(0, mostTold).join(', ')}${more}`;
}

function trimmed(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/\s+/g, ' ');
}
