import { markedPassages } from '../../text/passages/marks';
import { outerOf } from '../../text/passages/outer';
import { sentenceEnds } from '../../text/passages/sentences';
import { tokensOf } from '../../text/passages/tokens';
import type { Span } from '../../text/span';
import { attributesPassage, readSentence } from '../speech/index';
import { Words } from '../words/index';
import type { Draft, LastSpeaker } from './drafts';
import type { Voices } from './voices';

/** What somebody says inside the words of another, between marks of its own. */
export interface NestedDraft extends Span {
  readonly within: Draft;
  readonly segment: Span;
  readonly speaker: LastSpeaker;
}

/** Shorter words are a name or a borrowed word, whoever says them. */
const fewestWords = 4;

/** The quotations inside one quotation, where its words say whose they are; "I" is the outer speaker. All in UTF-16 of the prose. */
export function nestedIn(prose: string, draft: Draft, voices: Voices): readonly NestedDraft[] {
  return draft.type === 'scare' ? [] : draft.segments.flatMap((segment) => nestedInSegment(prose, segment, draft, voices));
}

function nestedInSegment(prose: string, segment: Span, within: Draft, voices: Voices): readonly NestedDraft[] {
  if (!/[‘“”"]|(?:^|\s)'/.test(prose.slice(segment.start, segment.end))) return [];
  const tokens = tokensOf(prose, segment);
  const pairs = markedPassages(tokens, false).filter(({ close }) => close < tokens.kind.length);
  if (pairs.length === 0) return [];
  const words = new Words(outerOf(tokens, pairs, segment.start));
  const found: NestedDraft[] = [];
  let lo = 0;
  for (const hi of sentenceEnds(words.outer, (unit) => attributesPassage(words, unit))) {
    for (const attribution of readSentence(words, lo, hi).attributions) {
      const subject = attribution.subject;
      if (subject === undefined || !attribution.speech) continue;
      const own = /^(?:i|we)$/.test(words.lower(subject.head));
      // "He said, ‘…’": whom a pronoun inside somebody's words means, the article seldom tells.
      if (!own && (subject.kind === 'pronoun' || subject.kind === 'relative')) continue;
      const speaker = own ? { mention: within.mention, member: within.member, cue: undefined } : voices.ofAttribution(words, attribution);
      for (const { from, to } of attribution.contents)
        for (let at = from; at < to; at++) {
          const passage = words.passage(at);
          if (passage === undefined || passage.words < fewestWords || passage.capitals > passage.words * 0.6) continue;
          found.push({
            start: passage.start,
            end: passage.end,
            segment: { start: passage.innerStart, end: passage.innerEnd },
            within,
            speaker,
          });
        }
    }
    lo = hi;
  }
  return found;
}
