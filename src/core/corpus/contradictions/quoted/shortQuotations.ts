import { sentencesOf } from '../../matching/query';
import { compareSpeakers, nameOf, type Spoken, spokenIn } from '../../matching/voices';
import type { Conflict } from '../../model';
import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import { pushTo } from '../../words/pushTo';
import { conflictOf, wordsOf } from '../contradiction';
import { areOthers } from '../givenTo';
import type { Run } from '../quotedRuns';

/** Words between two marks that are too few to be looked for by themselves. */
const [FEWEST, MOST] = [3, 7];
/** Pairs of places over which words are a slogan, and nobody's own. */
const OFTEN = 50;
/** Confidence in who speaks from which on it is told. */
const SURE = 0.75;
/** The same where a pronoun says who. */
const SURE_MEANT = 0.9;
/** Bits that the words must be rare by together: "no comment at this time" is everybody's. */
const RARE = 20;
/** The same of a whole sentence, and from how many words on it is one. */
const RARE_IN_ALL = 14;
const SENTENCE = 5;
const LEAST = 2;
const FORMULA =
  /\b(?:no comment|not guilty|guilty|thank|thoughts|prayers|sorry|condolences|we (?:will|shall) see|good luck|well done|happy birthday|rest in peace|step in the right direction|state of emergency|break(?:ing)? news)\b/i;

/** A few words between marks, mark to mark the same, that each of two articles has from somebody else whom it names; `known` is told already. */
export function shortQuotationConflicts(a: readonly Run[], b: readonly Run[], known: readonly Conflict[], lexicon: Lexicon): Conflict[] {
  const [byWords, theirs] = [a, b].map((runs) => {
    const lists = new Map<string, Run[]>();
    for (const run of runs) pushTo(lists, keyOf(run), run);
    return lists;
  });
  const found: Conflict[] = [];
  for (const [key, here] of byWords ?? []) {
    const there = theirs?.get(key) ?? [];
    if (there.length === 0 || here.length * there.length > OFTEN || !here[0] || !isTelling(here[0], lexicon)) continue;
    const pairs = here.flatMap((x) => there.map((y) => [x, y] as const));
    // Whoever says it in both is the speaker; others repeat it.
    if (!pairs.every(([x, y]) => isGivenToOthers(x, y))) continue;
    const [x, y] = pairs[0] ?? [];
    if (!x || !y) continue;
    const names = [x, y].map(
      (one) =>
        speakersOf(one)
          ?.speakers.map(({ name }) => name)
          .join(' and ') ?? '',
    );
    const message = `${names[0] ?? ''} or ${names[1] ?? ''}: “${wordsOf(x.source, x.from, x.to)}”`;
    found.push({ ...conflictOf('speaker', [x, y], message), level: 'differs' });
  }
  return found.filter((one) => !known.some((other) => other.kind === 'speaker' && areOfTheSame(one, other)));
}

/** Whether words of two people have been told as given to each other already. */
function areOfTheSame(a: Conflict, b: Conflict): boolean {
  const people = ({ message }: Conflict) => message.slice(0, message.indexOf(':'));
  return people(a) === people(b) && a.passages.every(({ uri }) => b.passages.some((there) => there.uri === uri));
}

function keyOf({ words }: Run): string {
  return words.map(({ folded }) => folded).join(' ');
}

function isTelling({ source, from, to, words }: Run, lexicon: Lexicon): boolean {
  if (words.length < FEWEST || words.length > MOST || words.some(({ afterGap, bracketed }) => afterGap || bracketed)) return false;
  const contents = [...source.text.tokens.lemma.subarray(from, to)].filter((lemma) => lexicon.kind(lemma) === Kind.content);
  const rarity = contents.reduce((sum, lemma) => sum + lexicon.rarity(lemma), 0);
  return contents.length >= LEAST && rarity >= (words.length >= SENTENCE ? RARE_IN_ALL : RARE) && !FORMULA.test(wordsOf(source, from, to));
}

function speakersOf({ source, from, to }: Run): Spoken | undefined {
  return spokenIn(source.voices, from, to);
}

function isGivenToOthers(x: Run, y: Run): boolean {
  const [here, there] = [speakersOf(x), speakersOf(y)];
  if (!here || !there || !(here.named || there.named)) return false;
  if ([here, there].some(({ named, confidence }) => confidence < (named ? SURE : SURE_MEANT))) return false;
  if (compareSpeakers(here.speakers, there.speakers) !== 'other' || !areOthers(here, there)) return false;
  // "Rosa Tilling agreed with Abara that it was “slavery with a payslip”"
  return !isNamedBeside(x, there) && !isNamedBeside(y, here);
}

function isNamedBeside({ source, from, to }: Run, { speakers }: Spoken): boolean {
  const { tokens } = source.text;
  const sentence = sentencesOf(tokens, from, to);
  const text = source.article.prose.text.slice(tokens.start[sentence.from], tokens.end[sentence.to - 1]).toLowerCase();
  return speakers.some((speaker) => text.includes(nameOf(speaker)?.at(-1) ?? speaker.name.toLowerCase()));
}
