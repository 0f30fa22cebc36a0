import type { Weighted } from '../words/weights';
import type { Lexicon } from '../words/lexicon';
import { fitOf } from './alignment';
import type { Query } from './query';
import { settle, type Stretch } from './relation';
import { overSameWords } from './sameWords';
import { withSense } from './sense';
import type { Voices } from './voices';
import { Flag } from '../words/flags';

/** Share of what a stretch shares with a passage that must be left where it is settled. */
const LEFT = 0.5;

/** Share of what a stretch over paragraphs shares with a passage from which on the paragraph that has it is meant alone. */
const ALONE = { sentence: 0.5, more: 0.65 } as const;

/** A heading and the beginning of what stands below it are no one passage, unless each has its share of what is meant. */
function inParagraph(asked: Query, text: Weighted, stretch: Stretch): Stretch {
  const { flags } = text.tokens;
  let parted = stretch.from + 1;
  while (parted < stretch.to && !((flags[parted] ?? 0) & Flag.paragraph)) parted++;
  if (parted === stretch.to) return stretch;
  const parts = [
    { from: stretch.from, to: parted },
    { from: parted, to: stretch.to },
  ];
  const coverage = ({ from, to }: Stretch) => fitOf(asked, text, from, to).coverage;
  const least = ALONE[asked.sentences > 1 ? 'more' : 'sentence'] * coverage(stretch);
  const [alone, ...both] = parts.filter((part) => coverage(part) >= least);
  return alone && both.length === 0 ? alone : stretch;
}

/** Where a reader would point at for a stretch, with what turns its sense. */
export function pointedAt(asked: Query, text: Weighted, voices: Voices, found: Stretch, lexicon: Lexicon): Stretch {
  return withSense(text.tokens, pointedWords(asked, text, voices, found, lexicon), lexicon);
}

/** At what was said, unless who said it is what a passage without marks shares. */
function pointedWords(asked: Query, text: Weighted, voices: Voices, found: Stretch, lexicon: Lexicon): Stretch {
  const { tokens } = text;
  const stretch = inParagraph(asked, text, overSameWords(asked, tokens, found));
  const settled = settle({ tokens, voices, ...stretch }, lexicon);
  if (asked.quoted || (settled.from === stretch.from && settled.to === stretch.to)) return settled;
  const coverage = ({ from, to }: Stretch) => fitOf(asked, text, from, to).coverage;
  return coverage(settled) < LEFT * coverage(stretch) ? stretch : settled;
}
