import { outerOf } from '../../text/passages/outer';
import type { Span } from '../../text/span';
import { tokensOf } from '../../text/passages/tokens';
import { Words } from '../words/index';
import { mayIntroduce, partiesIn } from './interview';
import { plainLabel, reports, speaksOn, transcriptLabel } from './labels';

/** Where a paragraph stands in an interview without labels. */
export type AskedPlace = { readonly kind: 'question' | 'answer' | 'on' };

const longestQuestion = 400;
const fewestQuestions = 2;
/** An answer has so many paragraphs at most. */
const longestAnswer = 8;

/** A paragraph that asks, and nobody is said to ask it. */
function isQuestion(text: string): boolean {
  return text.length < longestQuestion && text.endsWith('?') && /^\p{Lu}/u.test(text) && !/[“”"«»:]/.test(text) && !reports(text);
}

/**
 * Reads paragraphs that ask, each with its answer after it, as the turns of an interview: from the first question on; `undefined` where
 * there are too few, nobody answers in his own voice, or no words before them say that somebody is interviewed.
 */
export function interviewOf(prose: string, paragraphs: readonly Span[]): readonly (AskedPlace | undefined)[] | undefined {
  const from = beginning(prose, paragraphs);
  if (from < 0) return undefined;
  const textOf = ({ start, end }: Span): string => prose.slice(start, end);
  const asks = paragraphs.map((paragraph, at) => at >= from && isQuestion(textOf(paragraph)));
  const places: (AskedPlace | undefined)[] = paragraphs.map(() => undefined);
  let questions = 0;
  let answers = 0;
  let own = 0;
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
  }
  return questions >= fewestQuestions && answers > questions / 2 && own * 2 >= answers ? places : undefined;
}

/** The paragraph after the one that says who is interviewed, or after a question and an answer with labels; -1 where there is none. */
function beginning(prose: string, paragraphs: readonly Span[]): number {
  for (const [at, paragraph] of paragraphs.slice(0, introduction).entries()) {
    const text = prose.slice(paragraph.start, paragraph.end);
    const next = paragraphs[at + 1];
    if (next !== undefined && text.endsWith('?') && hasLabel(prose, paragraph) && hasLabel(prose, next)) return at + 2;
    if (text.length > longestIntroduction || !mayIntroduce(text)) continue;
    if (partiesIn(new Words(outerOf(tokensOf(prose, paragraph), [], paragraph.start))) !== undefined) return at + 1;
  }
  return -1;
}
const introduction = 12;
const longestIntroduction = 600;

function hasLabel(prose: string, paragraph: Span): boolean {
  return (transcriptLabel(prose, paragraph) ?? plainLabel(prose, paragraph)) !== undefined;
}
