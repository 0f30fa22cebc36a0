import { type CueVerb, frames, isNominal, phraseAfter, phraseBefore, speaks, wordClasses as w, type Words } from '../words/index';
import { afterAdverbials, afterInsertion, afterListener, isAsked } from './adverbials';
import { clauseEnd } from './clauseEnd';
import { opensClause } from './clauseStart';
import { hasVerb, opensPassage, type Content } from './content';
import { carries } from './provenance';

/** "replied to a question", "responded to requests for comment" */
const requests = new Set(
  'question questions query queries request requests call calls email emails message messages inquiry inquiries enquiry enquiries'.split(
    ' ',
  ),
);

/** "declined to comment": nothing was said. */
function isSilence(words: Words, verb: CueVerb, to: number): boolean {
  const first = words.isAdverb(to + 1) ? to + 2 : to + 1;
  // "asked not to be named", "wished to be identified only by her first name"
  if (words.lower(first) === 'be' && /^(?:named|identified|quoted)$/.test(words.lower(first + 1))) return true;
  return (verb.cue.lemma === 'decline' || verb.cue.lemma === 'refuse') && words.cueWords(to + 1) !== undefined;
}

/** What the active verb reports to its right, as its frames allow; undefined where nothing that fits follows. */
export function contentAfter(words: Words, verb: CueVerb, hi: number, postposed: boolean): Content | undefined {
  const bits = verb.cue.frames;
  let at = verb.to;
  if ((bits & frames.listener) !== 0 || words.lower(at) === 'reporters') at = afterListener(words, at, hi);
  const plain = at;
  const quoted = opensPassage(words, at, hi);
  // "shared “a laugh” with her"
  if (quoted === at && (bits & frames.apart) !== 0) return undefined;
  if (quoted >= 0) return passageContent(words, quoted, hi, verb);
  const later = opensInfinitive(words, verb, at) ? at : afterAdverbials(words, at, hi);
  if (later > at) {
    const passage = opensPassage(words, later, hi);
    if (passage >= 0 && (speaks(verb.cue) || (bits & frames.noun) === 0)) return passageContent(words, passage, hi, verb);
    const said = words.is(later - 1, w.time) || carries(words.lower(later - 1));
    const clear =
      verb.cue.lemma === 'say' && /^(?:he|she|they|it|we)$/.test(words.lower(later)) && words.is(later + 1, w.auxiliary | w.modal);
    if (words.lower(later) === 'that' || (speaks(verb.cue) && words.is(later, w.pronoun | w.determiner) && said) || clear) at = later;
  }
  // "said on Thursday, the lock would close"
  if (!postposed && later > at && verb.cue.lemma === 'say' && words.isComma(later) && opensClause(words, later + 1, hi))
    return clause(words, later + 1, hi, verb);
  const inserted = afterInsertion(words, at, hi);
  if (inserted > at && (words.lower(inserted) === 'that' || words.isPassage(inserted))) at = inserted;
  if (postposed) return undefined;
  const lower = words.lower(at);
  if (lower === ':' && at + 1 < hi && (speaks(verb.cue) || (bits & frames.thought) !== 0 || words.isPassage(at + 1)))
    return clause(words, at + 1, hi, verb);
  // "said that, according to the report, the pier was unsafe"
  const told = lower === 'that' && words.isComma(at + 1) && words.lower(at + 2) === 'according' ? afterInsertion(words, at + 1, hi) : at;
  if (told > at + 1 && opensClause(words, told, hi)) return clause(words, told, hi, verb);
  if (lower === 'that' && ((bits & (frames.clause | frames.noun)) !== 0 || ((bits & frames.quote) !== 0 && at === verb.to)))
    return clause(words, at, hi, verb);
  if ((bits & (frames.clause | frames.question | frames.listener)) !== 0 && /^(?:how|what|why|whether|if|who|where|when)$/.test(lower))
    return clause(words, at, hi, verb);
  // "asked Ruiz.": who was asked, not what
  if (verb.cue.lemma === 'ask' && startsNoun(words, plain)) {
    const asked = phraseAfter(words, plain, hi);
    if (asked !== undefined && isAsked(words, asked) && (asked.to >= hi || /^[.?!;]/.test(words.lower(asked.to)))) return undefined;
  }
  if ((bits & frames.preposition) !== 0 && verb.cue.prepositions.includes(lower) && lower !== 'to') return clause(words, at + 1, hi, verb);
  if (lower === 'to' && at + 1 < hi) {
    if ((bits & frames.listener) !== 0 && at > verb.to) return clause(words, at, hi, verb);
    if ((bits & frames.infinitive) !== 0) return isSilence(words, verb, at) ? undefined : clause(words, at, hi, verb);
    const answered = phraseAfter(words, at + 1, hi);
    if (answered !== undefined && requests.has(words.lower(answered.head)) && (answered.to >= hi || words.isPunctuation(answered.to)))
      return undefined;
    if (verb.cue.prepositions.includes('to')) return clause(words, at + 1, hi, verb);
    return undefined;
  }
  if ((bits & frames.noun) !== 0 && lower === 'as' && at === verb.to) return clause(words, at + 1, hi, verb);
  // "called it “odd”": what is said of it
  if ((bits & frames.noun) !== 0 && words.is(plain, w.pronoun) && words.isPassage(plain + 1))
    return passageContent(words, plain + 1, hi, verb);
  if (words.lower(plain) === 'not' && words.lower(plain + 1) === 'to' && isSilence(words, verb, plain + 1)) return undefined;
  if ((speaks(verb.cue) || (bits & (frames.noun | frames.clause)) !== 0) && startsNoun(words, plain)) {
    // "warned the gallery: “…”", "remembers it differently: “…”"
    const warned = phraseAfter(words, plain, hi)?.to ?? plain;
    let colon = warned;
    while (colon < Math.min(hi, warned + 5) && words.isWord(colon)) colon++;
    const isWhole = colon === warned || (words.passage(colon + 1)?.startsWithCapital === true && !hasVerb(words, plain, colon));
    if (words.lower(colon) === ':' && words.isPassage(colon + 1) && isWhole) return passageContent(words, colon + 1, hi, verb);
  }
  if ((bits & frames.noun) !== 0 && startsNoun(words, plain)) return clause(words, plain, hi, verb);
  // "who he said were living abroad"
  const isFree = isFreeRelative(words, verb) && words.lower(at + 1) !== 'that' && !words.isPassage(at + 1);
  if ((bits & frames.clause) !== 0 && speaks(verb.cue) && at === verb.to && words.is(at, w.auxiliary | w.modal) && !isFree)
    return clause(words, at, hi, verb);
  if ((bits & frames.clause) !== 0 && (startsNoun(words, at) || estimates(words, at) || startsWithDeed(words, at, verb, hi))) {
    const content = clause(words, at, hi, verb);
    return content !== undefined &&
      (hasVerb(words, content.from, content.to) || hasTitle(words, content) || opensWithPronoun(words, content, verb))
      ? content
      : undefined;
  }
  return undefined;
}

/** "threatened | to seize boats that": not "promised | to the voters that" */
function opensInfinitive(words: Words, { cue }: CueVerb, at: number): boolean {
  if (words.lower(at) !== 'to' || (cue.frames & frames.infinitive) === 0) return false;
  if (words.cueWords(at + 1) !== undefined) return false;
  return !words.isName(at + 1) && !words.is(at + 1, w.determiner | w.possessive | w.pronoun | w.group | w.role | w.body);
}

/** "says he even misses the sea": a verb that is in no list, after a subject that is nothing else. */
function opensWithPronoun(words: Words, { from, to }: Content, { cue }: CueVerb): boolean {
  let at = from + 1;
  while (at < to && words.isAdverb(at)) at++;
  return cue.lemma === 'say' && /^(?:he|she|they|we)$/.test(words.lower(from)) && at < to && words.isWord(at);
}

/** Words between marks that look like a title are read as the sentence's own. */
function hasTitle(words: Words, { from, to }: Content): boolean {
  return words.outer.titles.some((title) => title.start >= words.start(from) && title.start < words.end(to - 1));
}

/** "even a small swing", "only the crew" */
const focusing = new Set(['even', 'only', 'just']);

function startsNoun(words: Words, at: number): boolean {
  if (words.isPassage(at)) return true;
  if (focusing.has(words.lower(at))) return startsNoun(words, at + 1);
  if (words.lower(at) === 'there' || words.lower(at) === 'not') return true;
  if (words.lower(at) === 'too' && /^(?:much|many|few|little)$/.test(words.lower(at + 1))) return true;
  return words.is(at, w.determiner | w.possessive | w.pronoun) || words.isName(at) || isNominal(words, at);
}

/** "said closing the lock would cost": a deed as the subject, and what comes of it. */
function startsWithDeed(words: Words, at: number, { cue }: CueVerb, hi: number): boolean {
  if (cue.lemma !== 'say' || !words.lower(at).endsWith('ing') || words.is(at, w.preposition)) return false;
  for (let unit = at + 1; unit < Math.min(hi, at + 16) && !words.isPunctuation(unit); unit++)
    if (words.is(unit, w.modal) || /^(?:is|was|were|are|has|had)$/.test(words.lower(unit))) return true;
  return false;
}

/** "at least 40 people", "about half of them" */
function estimates(words: Words, at: number): boolean {
  const number = words.lower(at) === 'at' && /^(?:least|most)$/.test(words.lower(at + 1)) ? at + 2 : at + 1;
  if (number === at + 1 && !estimators.has(words.lower(at))) return false;
  return (
    words.isNumber(number) || amounts.has(words.lower(number)) || (words.is(number, w.determiner) && amounts.has(words.lower(number + 1)))
  );
}
const estimators = new Set('about around nearly almost roughly approximately over under'.split(' '));
const amounts = new Set(
  'half two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million dozen dozens third quarter one'.split(
    ' ',
  ),
);

function clause(words: Words, from: number, hi: number, verb: CueVerb): Content | undefined {
  let to = clauseEnd(words, from, hi, verb);
  // "that it was safe | and, according to Holt,"
  while (to > from + 1 && /^(?:and|but)$/.test(words.lower(to - 1))) to--;
  // "She denied that.", "He never replied to it."
  const pointsBack = to === from + 1 && words.is(from, w.pronoun | w.determiner | w.subordinator);
  return to > from && !pointsBack ? { from, to } : undefined;
}

/** Words between marks right after the verb: alone, or the start of a clause that goes on in the reporter's words. */
function passageContent(words: Words, at: number, hi: number, verb: CueVerb): Content {
  const passage = words.passage(at);
  let next = at + 1;
  if (passage !== undefined && (passage.ending === 'stop' || passage.ending === 'question')) {
    while (next < hi && words.isPassage(next)) next++;
    return { from: at, to: next };
  }
  // "what critics call “odd” brings", "called “odd” was": the name alone
  const noun = (verb.cue.frames & frames.noun) !== 0;
  const named = noun && (words.is(next, w.auxiliary | w.modal | w.verb) || words.looksPast(next) || isFreeRelative(words, verb));
  if (named || next >= hi || words.isPunctuation(next) || (passage?.ending === 'comma' && !words.is(next, w.conjunction)))
    return { from: at, to: next };
  const end = clauseEnd(words, at, hi, verb);
  return { from: at, to: Math.max(next, end) };
}

/** "what critics call" */
function isFreeRelative(words: Words, verb: CueVerb): boolean {
  const subject = phraseBefore(words, verb.from, Math.max(0, verb.from - 12));
  return subject !== undefined && words.lower(subject.from - 1) === 'what';
}
