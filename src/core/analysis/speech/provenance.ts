import { type Phrase, phraseAfter, wordClasses as w, type Words } from '../words/index';
import type { Provenance } from '../model';

type Kind = Provenance['kind'];

function kindsOf(table: Readonly<Record<Kind, string>>): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const [kind, words] of Object.entries(table) as [Kind, string][]) for (const word of words.split(' ')) kinds.set(word, kind);
  return kinds;
}

/** Nouns for what carries words to an outlet, and the names of the large carriers. */
const carriers = kindsOf({
  agency: 'agency agencies reuters afp ap tass xinhua upi interfax bloomberg dpa pti ani yonhap kyodo newswire wire wires',
  media:
    'media newspaper newspapers paper magazine outlet outlets times post journal guardian telegraph tribune herald globe politico axios buzzfeed website site daily gazette ' +
    'report reports article dispatch',
  readout: 'readout readouts summary transcript transcripts minutes communique communiqué account',
  statement: 'statement statements release memo letter email e-mail document documents filing affidavit testimony note',
  broadcast:
    'television tv radio broadcast broadcaster channel show program programme network cnn bbc nbc cbs abc msnbc npr pbs c-span podcast episode footage telecast title',
  interview: 'interview interviews q&a conversation',
  briefing: 'briefing briefings conference presser',
  post: 'tweet tweets post posts twitter facebook instagram blog telegram tiktok youtube weibo',
});
const inPlace = new Set('in on during at via through from'.split(' '));
const carried = new Set(
  'quoted cited carried released reported published translated broadcast aired provided issued obtained seen'.split(' '),
);
const posting = new Set('tweeted tweets tweeting retweeted posted'.split(' '));
const telling = new Set('told tells telling'.split(' '));
const opening = new Set(['according', ...carried, ...inPlace, ...telling, ...posting]);

export interface FoundProvenance {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
  /** An agency, an outlet or a readout vouches for everybody it quotes; a statement, an interview or a post only for who gave it. */
  readonly everybody: boolean;
}

/** "was quoted as saying by …" */
function asSayingBy(words: Words, at: number): boolean {
  return words.lower(at + 1) === 'as' && /^(?:saying|telling)$/.test(words.lower(at + 2)) && words.lower(at + 3) === 'by';
}

/** Through whom the words of the sentence between `lo` and `hi` came, where it says so; the most explicit mention wins. */
export function provenanceIn(words: Words, lo: number, hi: number): FoundProvenance | undefined {
  let best: FoundProvenance | undefined;
  let rank = 0;
  const offer = (value: number, phrase: Phrase | undefined, kind: Kind | undefined, everybody: boolean): void => {
    if (phrase === undefined || kind === undefined || value <= rank) return;
    rank = value;
    best = { kind, from: phrase.from, to: issuerEnd(words, phrase, hi), everybody };
  };
  for (let at = lo; at < hi; at++) {
    const lower = words.lower(at);
    if (!opening.has(lower)) continue;
    if (lower === 'according' && words.lower(at + 1) === 'to') {
      const phrase = phraseAfter(words, at + 2, hi);
      offer(
        5,
        phrase,
        phrase === undefined ? undefined : (carrierOf(words, phrase) ?? (isPerson(words, phrase) ? undefined : 'statement')),
        phrase !== undefined && reportsOthers(carrierOf(words, phrase)),
      );
    } else if (carried.has(lower) && (asSayingBy(words, at) || ['by', 'on', 'in'].includes(words.lower(at + 1)))) {
      const isSaying = asSayingBy(words, at);
      const phrase = phraseAfter(words, at + (isSaying ? 4 : 2), hi);
      // by whom somebody is quoted as saying it carries his words, whatever its name is
      const kind =
        phrase === undefined ? undefined : (carrierOf(words, phrase) ?? (isSaying && phrase.kind === 'name' ? 'media' : undefined));
      offer(4, phrase, kind, reportsOthers(kind));
    } else if (inPlace.has(lower)) {
      const phrase = phraseAfter(words, at + 1, hi);
      const kind = phrase === undefined ? undefined : carrierOf(words, phrase);
      // "on Twitter", "in a statement", "at a briefing"; a paper is read in, an agency is not.
      if (kind !== 'agency' && kind !== 'media') offer(3, phrase, kind, kind === 'readout');
    } else if (telling.has(lower)) {
      const phrase = phraseAfter(words, at + 1, hi);
      const kind = phrase === undefined ? undefined : carrierOf(words, phrase);
      offer(2, phrase, phrase?.kind === 'name' || kind === 'briefing' ? kind : undefined, false);
    } else if (posting.has(lower)) {
      offer(1, { from: at, to: at + 1, kind: 'noun', head: at, nameFrom: at, parts: [] }, 'post', false);
    }
  }
  return best;
}

function reportsOthers(kind: Kind | undefined): boolean {
  return kind === 'agency' || kind === 'media' || kind === 'readout' || kind === 'broadcast';
}

/** "Local media", "state television": who passes on what others say, told by the last word. */
export function isCarrier(mention: string): boolean {
  return reportsOthers(carriers.get(/(?<![\p{L}-])[\p{L}-]+$/u.exec(mention.toLowerCase())?.[0] ?? ''));
}

/** "a statement | by the ministry", "a summary | provided by the ministry" */
function issuerEnd(words: Words, phrase: Phrase, hi: number): number {
  let at = phrase.to;
  if (carried.has(words.lower(at)) || (words.isComma(at) && carried.has(words.lower(at + 1)))) at = words.isComma(at) ? at + 2 : at + 1;
  if (words.lower(at) !== 'by' && words.lower(at) !== 'from') return phrase.to;
  return phraseAfter(words, at + 1, hi)?.to ?? phrase.to;
}

/** What carries the words, told by the head of the phrase or a carrier's name in it. */
export function carrierOf(words: Words, phrase: Phrase): Kind | undefined {
  const head = carriers.get(words.lower(phrase.head));
  if (head !== undefined) {
    if (words.lower(phrase.head) !== 'conference') return head;
    return /^(?:press|news)$/.test(words.lower(phrase.head - 1)) ? 'briefing' : undefined;
  }
  if (phrase.kind !== 'name') return undefined;
  // "the state news agency VTK"
  const before = phrase.nameFrom > phrase.from ? carriers.get(words.lower(phrase.nameFrom - 1)) : undefined;
  if (before !== undefined && reportsOthers(before)) return before;
  for (let at = phrase.nameFrom; at < phrase.head; at++) {
    const kind = carriers.get(words.lower(at));
    if (kind === 'agency' || kind === 'broadcast') return kind;
  }
  return words.lower(phrase.head) === 'news' ? 'media' : undefined;
}

/** "statement", "interview": what words may be said in. */
export function carries(lower: string): boolean {
  return carriers.has(lower);
}

function isPerson(words: Words, phrase: Phrase): boolean {
  if (phrase.kind === 'pronoun' || phrase.kind === 'relative') return true;
  return words.is(phrase.head, w.role | w.group) || (phrase.kind === 'name' && !words.is(phrase.head, w.body | w.government));
}

/** The source as the article names it, without its article. */
export function nameOfProvenance(words: Words, found: FoundProvenance): string {
  if (posting.has(words.lower(found.from))) return 'post';
  return words.text(found.from, found.to).replace(/^(?:a|an|the)\s+/i, '');
}
