import type { Weighted } from '../words/weights';
import type { Lexicon } from '../words/lexicon';
import { fitOf } from './alignment';
import type { Query } from './query';
import { settle, type Stretch } from './relation';
import { overSameWords } from './sameWords';
import type { Voices } from './voices';

/** Share of what a stretch shares with a passage that must be left where it is settled. */
const LEFT = 0.5;

/** Where a reader would point at for a stretch: at what was said, unless who said it is what a passage without marks shares. */
export function pointedAt(asked: Query, text: Weighted, voices: Voices, found: Stretch, lexicon: Lexicon): Stretch {
  const { tokens } = text;
  const stretch = overSameWords(asked, tokens, found);
  const settled = settle({ tokens, voices, ...stretch }, lexicon);
  if (asked.quoted || (settled.from === stretch.from && settled.to === stretch.to)) return settled;
  const coverage = ({ from, to }: Stretch) => fitOf(asked, text, from, to).coverage;
  return coverage(settled) < LEFT * coverage(stretch) ? stretch : settled;
}
