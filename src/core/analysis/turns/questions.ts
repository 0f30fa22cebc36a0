import { outerOf } from '../../text/passages/outer';
import type { Span } from '../../text/span';
import { tokensOf } from '../../text/passages/tokens';
import { Words } from '../words/index';
import { isHeadline, mayIntroduce, partiesIn } from './interview';
import { plainLabel, reports, speaksOn, transcriptLabel } from './labels';

/** Where a paragraph stands in an interview without labels. */
export type AskedPlace = { readonly kind: 'question' | 'answer' | 'on' };

const longestQuestion = 400;
const fewestQuestions = 2;
/** An answer has so many paragraphs at most. */
const longestAnswer = 8;

/** A paragraph that asks, perhaps in bold or italics, and nobody is said to ask it. */
function isQuestion(written: string): boolean {
  const text = /^[*_]/.test(written) ? written.replaceAll(/^[*_]{1,3}|[*_]{1,3}$/g, '') : written;
  return text.length < longestQuestion && text.endsWith('?') && /^\p{Lu}/u.test(text) && !/[“”"«»:]/.test(text) && !reports(text);
}

/**
 * Reads paragraphs that ask, each with its answer after it, as the turns of an interview: from the first question on; `undefined` where
 * there are too few, no words before them say that somebody is interviewed, or neither half of the answers is in somebody's own voice nor
 * all of them are what a person named before may say: each question has one, and none reports, quotes, or names the person.
 */
export function interviewOf(prose: string, paragraphs: readonly Span[]): readonly (AskedPlace | undefined)[] | undefined {
  const beginning = beginningOf(prose, paragraphs);
  if (beginning === undefined) return undefined;
  const { from, person } = beginning;
  const textOf = ({ start, end }: Span): string => prose.slice(start, end);
  const asks = paragraphs.map((paragraph, at) => at >= from && isQuestion(textOf(paragraph)));
  const places: (AskedPlace | undefined)[] = paragraphs.map(() => undefined);
  let questions = 0;
  let answers = 0;
  let own = 0;
  let isPlain = person !== undefined;
  let before = -1;
  const last = asks.lastIndexOf(true);
  for (const [at, paragraph] of paragraphs.entries()) {
    if (asks[at] === true) {
      places[at] = { kind: 'question' };
      questions++;
      before = at;
      continue;
    }
    if (before < 0 || at - before > longestAnswer) continue;
    const text = textOf(paragraph);
    const isFirst = at === before + 1;
    if (isFirst) {
      answers++;
      if (speaksOn(text)) own++;
    } else if (places[at - 1] === undefined || (at > last && !speaksOn(text))) continue;
    places[at] = { kind: isFirst ? 'answer' : 'on' };
    isPlain &&= !/[“”"«»]/.test(text) && !reports(text) && !text.includes(person ?? '');
  }
  isPlain &&= questions > fewestQuestions && answers === questions;
  return questions >= fewestQuestions && answers > questions / 2 && (own * 2 >= answers || isPlain) ? places : undefined;
}

interface Beginning {
  /** The first paragraph that may ask. */
  readonly from: number;
  /** The last name of the one person whom a sentence says to be interviewed. */
  readonly person?: string | undefined;
}

/** After the paragraph that says who is interviewed, or after a question and an answer with labels; `undefined` where there is none. */
function beginningOf(prose: string, paragraphs: readonly Span[]): Beginning | undefined {
  for (const [at, paragraph] of paragraphs.slice(0, introduction).entries()) {
    const text = prose.slice(paragraph.start, paragraph.end);
    const next = paragraphs[at + 1];
    if (next !== undefined && text.endsWith('?') && hasLabel(prose, paragraph) && hasLabel(prose, next)) return { from: at + 2 };
    if (text.length > longestIntroduction || !mayIntroduce(text)) continue;
    const words = new Words(outerOf(tokensOf(prose, paragraph), [], paragraph.start));
    const parties = partiesIn(words);
    if (parties === undefined) continue;
    const { answers } = parties;
    const isPerson = answers?.kind === 'name' && !isHeadline(text) && isInterviewed.test(text);
    return { from: at + 1, person: isPerson ? words.text(answers.to - 1, answers.to) : undefined };
  }
  return undefined;
}
const introduction = 12;
const longestIntroduction = 600;
const isInterviewed = /\b(?:sp[eo]a?ke?|talked|interview(?:ed)?|conversation|q&a)\b/i;

function hasLabel(prose: string, paragraph: Span): boolean {
  return (transcriptLabel(prose, paragraph) ?? plainLabel(prose, paragraph)) !== undefined;
}
