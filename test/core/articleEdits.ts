import type { Random } from './random';

/** The target of an annotation stands between these marks while a text is edited. */
const open = '\ue000';
const close = '\ue001';

/** A text before and after edits, with the span of one target in both; what became of its words. */
export interface EditedArticle {
  readonly before: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly after: string;
  readonly fate: 'intact' | 'changed' | 'deleted';
  /** Where the target stands afterwards, unless it was deleted. */
  readonly now: { readonly start: number; readonly end: number };
  readonly edits: readonly string[];
}

const sentences = [
  'The ferry company gave no reason for the delay.',
  'Nobody at the harbour office answered the telephone on Friday evening.',
  'Several residents said they had heard about the plan only from the radio.',
  'A spokeswoman for the council promised figures by the end of the month.',
  '“It is far too early to say,” the engineer added.',
];

/** One random target in a random text under one to three random edits. */
export function editArticle(random: Random, texts: readonly string[]): EditedArticle {
  let marked = markTarget(random, random.pick(texts));
  const edits: string[] = [];
  const loseTarget = random.chance(22);
  // Look-alikes stand in the text from the beginning.
  if (loseTarget ? random.chance(70) : random.chance(15)) {
    marked = plantLookAlike(random, marked);
    edits.push('look-alike in place');
  }
  const before = strip(marked);
  const span = spanOf(marked);
  const words = before.slice(span.start, span.end);
  for (let n = random.pick([1, 1, 1, 2, 3]); n > 0; n--) {
    // A copy made before the original is deleted is a move, and the copy is right.
    const [name, edit] = random.pick(harmless.filter(([one]) => !loseTarget || one !== 'duplicate the sentence'));
    marked = edit(random, marked);
    edits.push(name);
  }
  let fate: EditedArticle['fate'] = 'intact';
  if (loseTarget) {
    const [name, edit] = random.pick(deletions);
    marked = edit(random, marked);
    edits.push(name);
    fate = 'deleted';
  } else if (random.chance(12)) {
    marked = changeInside(random, marked);
    edits.push('change inside the words');
    if (!likeText(strip(marked).slice(spanOf(marked).start, spanOf(marked).end)).includes(likeText(words))) fate = 'changed';
  }
  const after = strip(marked);
  return { before, span, after, fate, now: fate === 'deleted' ? { start: 0, end: 0 } : spanOf(marked), edits };
}

/** Equal for texts that differ in white space, quotation marks and composition only. */
export function likeText(text: string): string {
  return text.normalize('NFC').replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();
}

/** How often the words stand between contexts like theirs to the letter: with more than one such twin content cannot tell. */
function twins(text: string, { prefix, exact, suffix }: Contexts): number {
  return likeText(text).split(likeText(prefix + exact + suffix)).length - 1;
}

interface Contexts {
  readonly prefix: string;
  readonly exact: string;
  readonly suffix: string;
}

/** What is left or what was added fits to the letter where one place did: it is the same text as if that one were meant. */
export function isUndecidable({ before, after, fate }: Pick<EditedArticle, 'before' | 'after' | 'fate'>, target: Contexts): boolean {
  const fits = twins(after, target);
  return fate === 'deleted' ? fits === 1 && twins(before, target) === 1 : fits > 1;
}

function strip(marked: string): string {
  return marked.replace(open, '').replace(close, '');
}

function spanOf(marked: string): { start: number; end: number } {
  return { start: marked.indexOf(open), end: marked.indexOf(close) - 1 };
}

function markTarget(random: Random, text: string): string {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].filter((paragraph) => paragraph[0].length > 60);
  const paragraph = random.pick(paragraphs);
  const line = paragraph[0];
  const kind = random.below(10);
  const quotations = [...line.matchAll(/[“"][^“”"]{3,300}[”"]/g)];
  const names = [...line.matchAll(/\b[A-Z][a-z]+(?: [A-Z][a-z]+)?\b/g)];
  const words = [...line.matchAll(/[^\s“”"]+/g)];
  let [start, end] = [0, line.length];
  const from = kind < 4 && quotations.length > 0 ? quotations : kind < 7 && names.length > 0 ? names : undefined;
  if (from !== undefined) {
    const match = random.pick(from);
    [start, end] = [match.index, match.index + match[0].length];
  } else if (kind < 9) {
    const index = random.below(words.length);
    const last = Math.min(words.length - 1, index + random.below(14));
    [start, end] = [words[index]?.index ?? 0, (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0)];
  }
  const at = paragraph.index;
  return text.slice(0, at + start) + open + text.slice(at + start, at + end) + close + text.slice(at + end);
}

type Edit = (random: Random, marked: string) => string;

/** A place in the text that is not inside the target. */
function placeOutside(random: Random, marked: string): number {
  const [from, to] = [marked.indexOf(open), marked.indexOf(close)];
  for (;;) {
    const at = random.below(marked.length);
    if (at <= from || at > to) return at;
  }
}

function sentenceEnd(random: Random, marked: string): number {
  const from = placeOutside(random, marked);
  const end = marked.indexOf('. ', from);
  const [start, stop] = [marked.indexOf(open), marked.indexOf(close)];
  return end < 0 || (end > start && end < stop) ? from : end + 2;
}

function insert(marked: string, at: number, text: string): string {
  return marked.slice(0, at) + text + marked.slice(at);
}

const typo: Edit = (random, marked) => {
  const at = placeOutside(random, marked);
  const sign = marked.charAt(at);
  if (!/[a-z]/.test(sign)) return marked;
  return marked.slice(0, at) + random.pick(['', sign + sign, 'x', 'e']) + marked.slice(at + 1);
};

const removeNear: Edit = (random, marked) => {
  const at = placeOutside(random, marked);
  const target = marked.indexOf(open);
  const end = Math.min(at + 5 + random.below(150), at <= target ? target : marked.length);
  return marked.slice(0, at) + marked.slice(end);
};

const swapParagraphs: Edit = (random, marked) => {
  const paragraphs = marked.split(/(\n\s*)/);
  const [a, b] = [2 * random.below((paragraphs.length + 1) >> 1), 2 * random.below((paragraphs.length + 1) >> 1)];
  [paragraphs[a], paragraphs[b]] = [paragraphs[b] ?? '', paragraphs[a] ?? ''];
  return paragraphs.join('');
};

const moveParagraph: Edit = (random, marked) => {
  const paragraphs = marked.split('\n');
  const [moved = ''] = paragraphs.splice(random.below(paragraphs.length), 1);
  paragraphs.splice(random.below(paragraphs.length + 1), 0, moved);
  return paragraphs.join('\n');
};

const duplicate: Edit = (random, marked) => {
  const text = sentenceOfTarget(marked).replace(open, '').replace(close, '');
  return insert(marked, sentenceEnd(random, marked), `${text} `);
};

const reflow: Edit = (_random, marked) => marked.replace(/ (?=\S{0,9}[aeiou])/g, (space, at: number) => (at % 7 < 2 ? '\n' : space));
const straight: Edit = (_random, marked) => marked.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
const curly: Edit = (_random, marked) => marked.replace(/"([^"\n]*)"/g, '“$1”').replace(/(\w)'(\w)/g, '$1’$2');
const decompose: Edit = (_random, marked) => marked.normalize('NFD').replace(/, /g, ',\u00a0');

const harmless: readonly (readonly [string, Edit])[] = [
  ['typo', typo],
  ['typo', (random, marked) => typo(random, typo(random, typo(random, marked)))],
  ['insert a sentence', (random, marked) => insert(marked, sentenceEnd(random, marked), `${random.pick(sentences)} `)],
  ['insert a paragraph at the top', (random, marked) => `${random.pick(sentences)}\n\n${marked}`],
  [
    'insert words',
    (random, marked) => insert(marked, placeOutside(random, marked), random.pick(['very ', 'on Monday ', 'x', ', however,'])),
  ],
  ['delete', removeNear],
  ['swap paragraphs', swapParagraphs],
  ['move a paragraph', moveParagraph],
  ['duplicate the sentence', duplicate],
  ['re-flow', reflow],
  ['straight marks', straight],
  ['curly marks', curly],
  ['decompose', decompose],
];

function sentenceBounds(marked: string): [number, number] {
  const start = Math.max(marked.lastIndexOf('. ', marked.indexOf(open)) + 2, marked.lastIndexOf('\n', marked.indexOf(open)) + 1, 0);
  const stop = marked.indexOf(close) + 1;
  const ends = [marked.indexOf('. ', stop), marked.indexOf('\n', stop)].filter((end) => end >= 0);
  return [start < 2 && !marked.startsWith('\n') ? 0 : start, ends.length === 0 ? marked.length : Math.min(...ends) + 1];
}

function sentenceOfTarget(marked: string): string {
  return marked.slice(...sentenceBounds(marked));
}

/** Puts the target's sentence, or one much like it, into another place. */
function plantLookAlike(random: Random, marked: string): string {
  const sentence = strip(sentenceOfTarget(marked)).trim();
  const twin = random.pick([
    sentence,
    sentence,
    sentence.replace(/\b(said|the|a)\b/, 'also $1'),
    sentence.replace(/\w+(\W*)$/, 'again$1'),
    sentence.replace(/^\w+/, 'Later'),
  ]);
  if (random.chance(30)) return insert(marked, sentenceBounds(marked)[random.below(2)] ?? 0, ` ${twin} `);
  return insert(marked, sentenceEnd(random, marked), `${twin} `);
}

const deletions: readonly (readonly [string, Edit])[] = [
  ['delete the sentence', (_random, marked) => marked.slice(0, sentenceBounds(marked)[0]) + marked.slice(sentenceBounds(marked)[1])],
  ['delete the words', (_random, marked) => marked.slice(0, marked.indexOf(open)) + marked.slice(marked.indexOf(close) + 1)],
  [
    'delete the paragraph',
    (_random, marked) => {
      const end = marked.indexOf('\n', marked.indexOf(close));
      return marked.slice(0, marked.lastIndexOf('\n', marked.indexOf(open)) + 1) + (end < 0 ? '' : marked.slice(end + 1));
    },
  ],
];

const changeInside: Edit = (random, marked) => {
  const [from, to] = [marked.indexOf(open) + 1, marked.indexOf(close)];
  const at = from + 1 + random.below(Math.max(1, to - from - 1));
  const cut = Math.min(to - 1, at + 1 + random.below(4));
  return marked.slice(0, at) + random.pick(['', 'q', 'not ', marked.charAt(at).toUpperCase()]) + marked.slice(random.chance(50) ? at : cut);
};
