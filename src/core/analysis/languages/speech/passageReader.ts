import type { Span } from '../../../text/span';
import { incises } from './incises';
import { isTitle } from './nounPhrases';
import type { Subjects } from './subjects';
import type { LanguagePack } from '../pack';
import type { Sentence } from './sentence';
import { endsInside, isComma, isDash, spanOf, unknownUnit, wordsIn } from './units';
import { nobody, type Speaking, type Voices } from './voices';

/** Reads what stands between marks and beside no verb of saying that the language's pack has. */
export class PassageReader {
  readonly #pack: LanguagePack;
  readonly #voices: Voices;
  readonly #phrases: Subjects;

  constructor(pack: LanguagePack, voices: Voices, phrases: Subjects) {
    this.#pack = pack;
    this.#voices = voices;
    this.#phrases = phrases;
  }

  /** “One half,” she said, “and the other.” */
  readRest(sentence: Sentence, from: number, cue: Span): void {
    const passage = sentence.units.findIndex((unit, index) => index >= from && unit.kind === 'passage');
    if (passage < 0 || sentence.units.slice(from, passage).some(({ kind }) => kind !== 'sign')) return;
    this.#voices.add(sentence, passage, sentence.clauseEnd(passage), this.#voices.last, cue, 'follow-on');
  }

  read(sentence: Sentence, at: number, about: Speaking | undefined): void {
    const unit = sentence.units[at] ?? unknownUnit;
    const inside = incises(unit, this.#pack, this.#phrases);
    if (inside) {
      const speaking = this.#voices.of(inside.mention);
      const { cue, segments } = inside;
      this.#voices.put({ ...spanOf(unit), type: 'direct', segments, ...speaking, cue, sieve: 'quote-cue-subject' });
      sentence.taken[at] = true;
      return;
    }
    if (this.#isReadByUnknownVerb(sentence, at)) return;
    const label = sentence.labelBefore(at);
    if (label) {
      const speaking = about ?? this.#voices.of(sentence.units.slice(label.from, label.to));
      this.#voices.add(sentence, at, sentence.clauseEnd(at), speaking, undefined, 'colon');
      return;
    }
    const words = unit.text.split(/\s+/).length;
    const isOn = this.#voices.age === 0;
    const isAlone = sentence.units.every(({ kind }, index) => index === at || kind !== 'word' || sentence.taken[index]);
    if (isAlone && (words >= 3 || endsInside(unit))) {
      const isNear = this.#voices.age <= 1;
      const scene = isOn ? undefined : this.#voices.scene;
      const sieve = isOn ? 'follow-on' : isNear || scene ? 'follow-on-paragraph' : 'unattributed';
      this.#voices.add(sentence, at, at + 1, scene ?? (isNear ? this.#voices.last : nobody), undefined, sieve);
    } else if (words >= 5 && !isTitle(unit) && !sentence.isNameAt(at)) {
      const goesOn = this.#pack.dropsSubjects && this.#voices.age === 1;
      const speaking = about ?? (isOn ? this.#voices.last : goesOn ? this.#voices.topic : nobody);
      this.#voices.add(sentence, at, at + 1, speaking, undefined, speaking.member ? 'follow-on' : 'unattributed', at, true);
    } else
      this.#voices.put({
        ...spanOf(unit),
        type: 'scare',
        segments: [unit.inner ?? spanOf(unit)],
        ...nobody,
        cue: undefined,
        sieve: 'scare',
      });
    sentence.taken[at] = true;
  }

  /** “…”, VERB Ana Ruiz. Whatever verb stands between words in marks and somebody, it says who has said them. */
  #isReadByUnknownVerb(sentence: Sentence, at: number): boolean {
    const { units, taken } = sentence;
    const { stops, links, articles, conjunctions, coordination, relatives, pronouns, beside, gerund } = this.#pack;
    const passage = units[at] ?? unknownUnit;
    if (wordsIn(passage) < shortestSaid) return false;
    let verb = at + 1;
    while (isComma(units[verb]) || isDash(units[verb])) verb++;
    const isParted = verb > at + 1 || endsInside(passage);
    while (beside.has(units[verb]?.lower ?? '') && !stops.has(units[verb + 1]?.lower ?? '')) verb++;
    const { kind, lower, capital } = units[verb] ?? unknownUnit;
    const isNoVerb = [stops, links, articles, conjunctions, coordination, relatives, pronouns].some((words) => words.has(lower));
    if (!isParted || kind !== 'word' || capital || isNoVerb || taken[verb] || gerund?.test(lower)) return false;
    const found = this.#phrases.behind(units, verb + 1);
    if (found === undefined || !this.#phrases.isSomebody(units, found)) return false;
    const behind = units[found.to];
    if (behind !== undefined && behind.kind !== 'sign' && !stops.has(behind.lower)) return false;
    const cue = sentence.span({ from: verb, to: verb + 1 });
    const speaking = this.#voices.of(units.slice(found.from, found.to));
    this.#voices.add(sentence, sentence.contentStart(at + 1), at + 1, speaking, cue, 'quote-cue-subject');
    sentence.take(verb, found.to);
    this.readRest(sentence, found.to, cue);
    return true;
  }
}

/** Fewer words between marks may be a name: „Kap Arkona“, die Fähre. */
const shortestSaid = 4;
