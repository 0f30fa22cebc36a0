import type { Span } from '../../text/span';
import { withoutMarked } from './labels';
import { isTitled, looksLikeSomebody, type LabelShape, type ShapedLabel } from './labelShapes';
import type { TurnWords } from './turnWords';

/** A text with the labels that its paragraphs may have; `isTold`: it is a transcript, whatever is said in it. */
export interface Custom {
  readonly prose: string;
  readonly paragraphs: readonly Span[];
  readonly candidates: readonly (ShapedLabel | undefined)[];
  readonly words: TurnWords;
  readonly isTold: boolean;
}

/** So few labels make no transcript. */
const fewestLabels = 3;
const shapes = ['capitals', 'name', 'dash', 'stop', 'line'] as const;
/** Beside labels of every shape. */
const isWild = ({ shape }: ShapedLabel): boolean => shape === 'letter' || shape === 'unnamed';

/** Of the labels a text may have, those whose shape is a custom of it. */
export function customLabels(custom: Custom): readonly (ShapedLabel | undefined)[] {
  const { prose, candidates, words } = custom;
  const textOf = ({ span }: ShapedLabel): string => prose.slice(span.start, span.end);
  const times = new Map<string, number>();
  for (const label of candidates) if (label !== undefined) times.set(textOf(label), (times.get(textOf(label)) ?? 0) + 1);
  const isAgain = (label: ShapedLabel): boolean => (times.get(textOf(label)) ?? 0) > 1;
  const texts = [...times.keys()];
  const initials = new Set(texts.flatMap((text) => initialsOf(text) ?? []));
  const hasInitials = (text: string): boolean => times.has(initialsOf(text) ?? '');
  const isShort = (text: string): boolean => text.length < 4 && initials.has(text);
  /** Full names with capitals beside them: "BBC:" and "Ana Ruiz:", or "Ana Ruiz:" once and "AR:" from then on. */
  const isMixed = candidates.filter((label) => label?.shape === 'name' && (isAgain(label) || hasInitials(textOf(label)))).length > 1;
  const belongs = (label: ShapedLabel, shape: LabelShape): boolean =>
    label.shape === shape || isWild(label) || (shape === 'name' && label.shape === 'capitals' && isMixed);
  let found: LabelShape | undefined;
  let most = 0;
  for (const shape of shapes) {
    const names = new Set<string>();
    let labels = 0;
    let again = 0;
    let own = 0;
    let titled = 0;
    for (const [at, label] of candidates.entries()) {
      if (label === undefined || !belongs(label, shape)) continue;
      const text = textOf(label);
      const isKnown = (isAgain(label) && shape !== 'line') || isShort(text) || looksLikeSomebody(text, words);
      if (!isWild(label) && shape !== 'capitals' && !isKnown) continue;
      labels++;
      names.add(text);
      if (isAgain(label) || hasInitials(text) || isShort(text)) again++;
      if (isTitled(text, words)) titled++;
      if (words.hasOwnVoice(withoutMarked(saidAfter(custom, at, label)))) own++;
    }
    const isQAndA = names.has(words.asks) && names.has(words.answers) && labels > fewestLabels;
    const several =
      names.size > 1 &&
      (isQAndA || again > (shape === 'capitals' ? 0 : labels * 0.6)) &&
      labels >= (shape === 'line' || shape === 'dash' ? 4 : fewestLabels);
    const voiced = own > 1 && own >= labels * (shape === 'capitals' ? 0.3 : 0.5);
    const pair = shape === 'capitals' && labels === 2 && titled === 2 && own === 2;
    const isTold = custom.isTold && shape !== 'line' && labels > 0 && (labels > 1 || shape === 'capitals');
    if (labels > most && (pair || isTold || (several && voiced))) {
      found = shape;
      most = labels;
    }
  }
  const begins = new Set(texts.filter((text) => text.length > 1).map((text) => text.charAt(0)));
  const letters = new Set(texts.filter((text) => text.length === 1));
  return candidates.map((label, at) => {
    if (label === undefined || found === undefined || !belongs(label, found)) return undefined;
    const text = textOf(label);
    if (isWild(label) || found === 'capitals' || isAgain(label) || isShort(text)) return label;
    if (label.shape === 'capitals') return words.hasOwnVoice(saidAfter(custom, at, label)) ? label : undefined;
    // once among many: "Carl:", and "C:" after it
    const isGiven =
      label.shape === 'name' &&
      (words.isGivenName(text.toLowerCase()) || (text.length === 1 ? begins.has(text) : isWord(text) && letters.has(text.charAt(0))));
    return isGiven || looksLikeSomebody(text, words) ? label : undefined;
  });
}
const isWord = (text: string): boolean => /^\p{Lu}\p{Ll}+$/u.test(text);

/** "AR" of "Ana Ruiz" */
function initialsOf(text: string): string | undefined {
  const parts = text.split(' ');
  return parts.length < 2 ? undefined : parts.map((word) => word.charAt(0)).join('');
}

function saidAfter({ prose, paragraphs }: Custom, at: number, label: ShapedLabel): string {
  const own = paragraphs[at]?.end ?? label.from;
  const next = paragraphs[at + 1];
  return label.from < own || next === undefined ? prose.slice(label.from, own) : prose.slice(next.start, next.end);
}
