import type { Span } from '../../../text/span';
import { incises } from './incises';
import { isTitle, NounPhrases, type Stretch } from './nounPhrases';
import type { LanguagePack } from '../pack';
import type { People } from './people';
import { type Source, Sources } from './sources';
import { Cues } from './cues';
import { aboutWhom } from './aboutWhom';
import { reach, Sentence } from './sentence';
import { nobody, type Speaking, Voices } from './voices';
import { endsInside, isComma, spanOf, type Unit, unknownUnit } from './units';

/** Reads sentence by sentence who says what. */
export class SentenceReader {
  readonly voices: Voices;
  readonly #pack: LanguagePack;
  readonly #people: People;
  readonly #phrases: NounPhrases;
  readonly #cues: Cues;
  readonly #sources: Sources;
  /** A sentence that is reported, before anybody in its paragraph has spoken. */
  #waiting: readonly Unit[] | undefined;
  #sentence: Sentence;

  constructor(pack: LanguagePack, people: People) {
    this.#pack = pack;
    this.#people = people;
    this.voices = new Voices(pack, people);
    this.#phrases = new NounPhrases(pack);
    this.#cues = new Cues(pack, this.#phrases);
    this.#sources = new Sources(pack, this.#phrases);
    this.#sentence = new Sentence([], pack, this.#phrases, this.#cues);
  }

  /** Whether a sentence that ends between marks goes on: “Why?” asked the mayor. */
  follows(units: readonly Unit[], at: number): boolean {
    return this.#cues.isCueAt(units, at);
  }

  read(units: readonly Unit[], startsParagraph: boolean): void {
    if (startsParagraph) this.voices.age++;
    const waiting = startsParagraph ? undefined : this.#waiting;
    this.#waiting = undefined;
    this.#sentence = new Sentence(units, this.#pack, this.#phrases, this.#cues);
    if (startsParagraph) this.#sentence.skipDateline();
    const before = this.voices.said.length;
    const topic = aboutWhom(this.#sentence, this.#pack, this.#phrases, this.#people);
    if (topic) this.voices.topic = this.#speakingOf(topic);
    const sources = this.#sources.in(units);
    for (const source of sources) if (this.#sentence.isFirst(source)) this.#readSource(source);
    for (let at = 0; at < units.length; at++) if (!this.#sentence.taken[at] && this.#cues.isCueAt(units, at)) this.#readCue(at);
    for (const source of sources) {
      const isFree = !this.#sentence.taken.slice(0, source.end).includes(true);
      if (!this.#sentence.isFirst(source) && isFree) this.#readSource(source);
    }
    if (this.voices.said.length === before) this.#readReportive();
    else if (waiting) this.voices.giveTo(waiting);
    for (let at = 0; at < units.length; at++) if (!this.#sentence.taken[at] && units[at]?.kind === 'passage') this.#readPassage(at);
  }

  #readSource({ phrase, mention, at, end, isGoverned }: Source): void {
    const speaking = this.#speakingOf(mention, isGoverned);
    const cue = this.#sentence.span(phrase);
    const last = this.#sentence.end();
    if (this.#sentence.isFirst({ phrase, mention, at, end }))
      this.voices.add(this.#sentence, this.#sentence.behindAppositions(end), last, speaking, cue, 'according-to', at === 0 ? last : 0);
    else this.voices.add(this.#sentence, this.#sentence.contentStart(at), end >= last - 1 ? at : last, speaking, cue, 'according-to');
    for (let i = at; i < end; i++) this.#sentence.taken[i] = true;
  }

  #readCue(at: number): void {
    const units = this.#sentence.units;
    let cue = at;
    while (this.#pack.auxiliaries.has(units[cue]?.lower ?? '') && this.#cues.isCueForm(units[cue + 1])) cue++;
    const isInverted = cue === at && this.#pack.auxiliaries.has(units[at]?.lower ?? '') && this.#cues.isPronoun(units[at + 1]);
    if (isInverted) cue = at + 2;
    const { impersonal, indefinites, asides, infinitiveMarks } = this.#pack;
    const last = this.#sentence.end();
    const cueSpan = this.#sentence.span({ from: at, to: cue + 1 });
    const left = this.#sentence.leftOf(at);
    const within = impersonal.get(units[cue]?.lower ?? '');
    const place = within ? units.findIndex((unit, index) => index > cue && index <= cue + 3 && within.has(unit.lower)) : -1;
    const pronoun = isInverted && !indefinites?.has(units[at + 1]?.lower ?? '') ? { from: at + 1, to: at + 2 } : undefined;
    const named = this.#phrases.from(units, place > 0 || asides?.has(units[cue + 1]?.lower ?? '') ? Math.max(place, cue + 1) + 1 : cue + 1);
    const after = pronoun ?? named;
    const tail = after?.to ?? cue + 1;
    const isBehind = left !== at || isComma(units[at - 1]);
    const opener = this.#sentence.opener(cue);
    if (left > 0 && units[left - 1]?.kind === 'passage' && !this.#sentence.taken[left - 1] && isBehind) {
      this.voices.add(
        this.#sentence,
        this.#sentence.contentStart(left),
        left,
        this.#speaking(after ?? this.#sentence.subjectBetween(left, at)),
        cueSpan,
        'quote-cue-subject',
      );
      this.#sentence.take(at, tail);
      this.#readRest(tail, cueSpan);
      return;
    }
    if (this.#sentence.isItselfReported(at, this.voices.age === 0)) return;
    const goesOn = this.#sentence.goesOn(at, this.voices.age === 0);
    const isTurned = this.#sentence.isTurned(at);
    const before = goesOn || isTurned ? undefined : this.#phrases.before(units, at);
    const isInside = isBehind && after && left > 0 && isComma(units[tail]) && tail + 2 < last && this.#sentence.isStatement(tail + 1);
    if (isInside && !this.#sentence.isApposition(before, left)) {
      this.voices.add(this.#sentence, this.#sentence.contentStart(left), last, this.#speaking(after), cueSpan, 'cue-subject');
      return;
    }
    if (
      isBehind &&
      after &&
      left >= 4 &&
      (opener === undefined || units[opener]?.text === ':') &&
      !this.#sentence.startsStatement(tail) &&
      !this.#sentence.isApposition(before, left)
    ) {
      this.voices.add(this.#sentence, this.#sentence.contentStart(left), left, this.#speaking(after), cueSpan, 'cue-subject');
      this.#sentence.take(at, tail);
      return;
    }
    const subject = goesOn ? undefined : (before ?? after);
    const start = before || goesOn ? cue + 1 : tail;
    const speaking = () => (goesOn ? this.voices.last : this.#speaking(subject));
    if (opener !== undefined) {
      const from = units[opener]?.text === ':' ? opener + 1 : opener;
      this.voices.add(this.#sentence, from, this.#sentence.contentEnd(from), speaking(), cueSpan, before ? 'subject-cue' : 'cue-subject');
      this.#sentence.take(at, cue + 1);
      return;
    }
    const passage = units.findIndex((unit, index) => index > cue && unit.kind === 'passage' && !this.#sentence.taken[index]);
    const isNear = passage > 0 && passage - cue <= reach && !units.slice(cue + 1, passage).some(isComma);
    const marked = isNear && !this.#sentence.isNameAt(passage);
    if (marked && this.#sentence.isNamedBy(cue, passage)) {
      const sieve = before ? 'subject-cue' : 'cue-subject';
      this.voices.add(this.#sentence, passage, this.#sentence.clauseEnd(passage), speaking(), cueSpan, sieve, passage, true);
      this.#sentence.take(at, cue + 1);
      return;
    }
    if (marked && !(isTitle(units[passage] ?? unknownUnit) && this.#sentence.isNamed(passage))) {
      const isLead = passage - start <= 4 && passage >= start;
      this.voices.add(
        this.#sentence,
        isLead ? start : passage,
        this.#sentence.clauseEnd(passage),
        speaking(),
        cueSpan,
        before ? 'subject-cue' : 'cue-subject',
      );
      this.#sentence.take(at, cue + 1);
      return;
    }
    const { infinitive, reportive } = this.#pack;
    const next = units[cue + 1]?.lower ?? '';
    const behind = infinitiveMarks.has(next) ? (units[cue + 2]?.lower ?? '') : next;
    if (infinitive && (before || goesOn) && infinitive.test(behind)) {
      this.voices.add(this.#sentence, cue + 1, this.#sentence.contentEnd(cue + 1), speaking(), cueSpan, 'infinitive');
      this.#sentence.take(at, cue + 1);
      return;
    }
    if (reportive) {
      const comma = units.findIndex((unit, index) => index > cue && unit.text === ',');
      const rest = comma < 0 ? [] : units.slice(comma + 1, last);
      const isReported = rest.some(({ lower }, index) => reportive.has(lower) || (infinitiveMarks.has(lower) && index > 0));
      if (isReported && comma - cue <= reach) {
        this.voices.add(this.#sentence, comma + 1, last, speaking(), cueSpan, before ? 'subject-cue' : 'cue-subject');
        this.#sentence.take(at, cue + 1);
        return;
      }
    }
    // Who has been said to speak is who goes on in the sentences behind.
    if (before && !goesOn) this.voices.remember(this.#speaking(before));
  }

  /** “One half,” she said, “and the other.” */
  #readRest(from: number, cue: Span): void {
    const passage = this.#sentence.units.findIndex((unit, index) => index >= from && unit.kind === 'passage');
    if (passage < 0 || this.#sentence.units.slice(from, passage).some(({ kind }) => kind !== 'sign')) return;
    this.voices.add(this.#sentence, passage, this.#sentence.clauseEnd(passage), this.voices.last, cue, 'follow-on');
  }

  #readPassage(at: number): void {
    const unit = this.#sentence.units[at] ?? unknownUnit;
    const inside = incises(unit, this.#pack, this.#phrases);
    if (inside) {
      const speaking = this.voices.of(inside.mention);
      this.voices.put({
        ...spanOf(unit),
        type: 'direct',
        segments: inside.segments,
        ...speaking,
        cue: inside.cue,
        sieve: 'quote-cue-subject',
      });
      this.#sentence.taken[at] = true;
      return;
    }
    const words = unit.text.split(/\s+/).length;
    const label = this.#sentence.labelBefore(at);
    if (label) {
      this.voices.add(this.#sentence, at, this.#sentence.clauseEnd(at), this.#speaking(label), undefined, 'colon');
      return;
    }
    const isAlone = this.#sentence.units.every(({ kind }, index) => index === at || kind !== 'word' || this.#sentence.taken[index]);
    if (isAlone && (words >= 3 || endsInside(unit))) {
      const isNear = this.voices.age <= 1;
      const sieve = this.voices.age === 0 ? 'follow-on' : isNear ? 'follow-on-paragraph' : 'unattributed';
      this.voices.add(this.#sentence, at, at + 1, isNear ? this.voices.last : nobody, undefined, sieve);
    } else if (words >= 5 && !isTitle(unit) && !this.#sentence.isNameAt(at))
      this.voices.add(
        this.#sentence,
        at,
        at + 1,
        this.voices.age === 0 ? this.voices.last : nobody,
        undefined,
        this.voices.age === 0 ? 'follow-on' : 'unattributed',
        at,
        true,
      );
    else
      this.voices.put({
        ...spanOf(unit),
        type: 'scare',
        segments: [unit.inner ?? spanOf(unit)],
        ...nobody,
        cue: undefined,
        sieve: 'scare',
      });
    this.#sentence.taken[at] = true;
  }

  #readReportive(): void {
    const { reportive, firstPerson } = this.#pack;
    const units = this.#sentence.units;
    if (!reportive || !units.some(({ lower }, at) => reportive.has(lower) && !firstPerson?.has(units[at - 1]?.lower ?? ''))) return;
    if (this.voices.age === 0 && this.voices.last.member)
      this.voices.add(this.#sentence, 0, this.#sentence.end(), this.voices.last, undefined, 'follow-on');
    else if (!units.some(({ kind }) => kind === 'passage')) this.#waiting = units;
  }

  #speakingOf({ from, to }: Stretch, isGoverned?: true): Speaking {
    return this.voices.of(this.#sentence.units.slice(from, to), isGoverned);
  }

  #speaking(stretch: Stretch | undefined): Speaking {
    if (stretch) return this.#speakingOf(stretch);
    return this.#pack.dropsSubjects ? this.voices.topic : nobody;
  }
}
