import { isTitle, type Stretch } from './nounPhrases';
import { Subjects } from './subjects';
import type { LanguagePack } from '../pack';
import type { People } from './people';
import { type Source, Sources } from './sources';
import { Cues } from './cues';
import { whoseBefore } from './whoseBefore';
import { aboutWhom } from './aboutWhom';
import { hasObject, isOfBefore } from './attribution';
import { PassageReader } from './passageReader';
import { reach, Sentence } from './sentence';
import { nobody, type Speaking, Voices } from './voices';
import { isComma, isSentence, type Unit, unknownUnit, wordsIn } from './units';

/** Reads sentence by sentence who says what. */
export class SentenceReader {
  readonly voices: Voices;
  readonly #pack: LanguagePack;
  readonly #people: People;
  readonly #phrases: Subjects;
  readonly #cues: Cues;
  readonly #sources: Sources;
  /** A sentence that is reported, before anybody in its paragraph has spoken. */
  #waiting: readonly Unit[] | undefined;
  /** The sentence before in the same paragraph. */
  #previous: readonly Unit[] | undefined;
  readonly #passages: PassageReader;
  #sentence: Sentence;
  /** Whom the sentence is about. */
  #about: Speaking | undefined;

  constructor(pack: LanguagePack, people: People) {
    this.#pack = pack;
    this.#people = people;
    this.voices = new Voices(pack, people);
    this.#phrases = new Subjects(pack);
    this.#cues = new Cues(pack, this.#phrases);
    this.#sources = new Sources(pack, this.#phrases);
    this.#passages = new PassageReader(pack, this.voices, this.#phrases);
    this.#sentence = new Sentence([], pack, this.#phrases, this.#cues);
  }

  /** Whether a sentence that ends between marks goes on: “Why?” asked the mayor. */
  follows(units: readonly Unit[], at: number): boolean {
    return this.#cues.isCueAt(units, at);
  }

  read(units: readonly Unit[], startsParagraph: boolean): void {
    if (startsParagraph) this.voices.begin();
    const waiting = startsParagraph ? undefined : this.#waiting;
    this.#waiting = undefined;
    this.#sentence = new Sentence(units, this.#pack, this.#phrases, this.#cues);
    if (startsParagraph) this.#sentence.skipDateline();
    const before = this.voices.said.length;
    const topic = aboutWhom(this.#sentence, this.#pack, this.#phrases, this.#people);
    this.#about = topic && this.#speakingOf(topic);
    if (this.#about) this.voices.meet(this.#about);
    const previous = startsParagraph ? undefined : this.#previous;
    this.#previous = units;
    const teller = previous && whoseBefore(this.#sentence, this.#pack, this.#cues, this.#phrases);
    if (teller && this.voices.isOf(previous, this.#speakingOf(teller))) return;
    const sources = this.#sources.in(units);
    for (const source of sources) if (this.#sentence.isFirst(source)) this.#readSource(source);
    for (let at = 0; at < units.length; at++) if (!this.#sentence.taken[at] && this.#cues.isCueAt(units, at)) this.#readCue(at);
    for (const source of sources) {
      const isFree = !this.#sentence.taken.slice(0, source.end).includes(true);
      if (!this.#sentence.isFirst(source) && isFree) this.#readSource(source);
    }
    if (this.voices.said.length === before) this.#readReportive();
    else if (waiting) this.voices.giveTo(waiting);
    for (let at = 0; at < units.length; at++)
      if (!this.#sentence.taken[at] && units[at]?.kind === 'passage') this.#passages.read(this.#sentence, at, this.#about);
  }

  #readSource(source: Source): void {
    const { phrase, mention, at, end, isGoverned } = source;
    const speaking = this.#speakingOf(mention, isGoverned);
    const cue = this.#sentence.span(phrase);
    const last = this.#sentence.end();
    if (this.#sentence.isFirst(source)) {
      const from = this.#sentence.behindAppositions(this.#sentence.behindSource(end));
      this.voices.add(this.#sentence, from, last, speaking, cue, 'according-to', at === 0 ? last : 0);
    } else this.voices.add(this.#sentence, this.#sentence.contentStart(at), end >= last - 1 ? at : last, speaking, cue, 'according-to');
    for (let i = at; i < end; i++) this.#sentence.taken[i] = true;
  }

  #readCue(at: number): void {
    const units = this.#sentence.units;
    let cue = at;
    while (this.#pack.auxiliaries.has(units[cue]?.lower ?? '') && this.#cues.isCueForm(units[cue + 1])) cue++;
    const isInverted = cue === at && this.#pack.auxiliaries.has(units[at]?.lower ?? '') && this.#cues.isPronoun(units[at + 1]);
    if (isInverted) cue = at + 2;
    const { impersonal, indefinites, asides, infinitiveMarks, halves, gerund } = this.#pack;
    const verb = halves.get(units[cue]?.lower ?? '')?.has(units[cue + 1]?.lower ?? '') ? cue + 1 : cue;
    const last = this.#sentence.end();
    const cueSpan = this.#sentence.span({ from: at, to: cue + 1 });
    const left = this.#sentence.leftOf(at);
    const within = impersonal.get(units[cue]?.lower ?? '');
    const place = within ? units.findIndex((unit, index) => index > cue && index <= cue + 3 && within.has(unit.lower)) : -1;
    const pronoun = isInverted && !indefinites?.has(units[at + 1]?.lower ?? '') ? { from: at + 1, to: at + 2 } : undefined;
    const named = this.#phrases.behind(
      units,
      place > 0 || asides?.has(units[verb + 1]?.lower ?? '') ? Math.max(place, verb + 1) + 1 : verb + 1,
    );
    const after = pronoun ?? named;
    const tail = after?.to ?? verb + 1;
    const isGerund = gerund?.test(units[cue]?.lower ?? '') === true || this.#cues.isOnSaying(units, cue);
    const spoken = units[left - 1];
    // “Is it so?” asked Ana Ruiz. “It is,” said the mayor.
    const isSpoken =
      spoken?.kind === 'passage' && after !== undefined && isSentence(spoken, left === 1) && this.#phrases.isSomebody(units, after);
    const isBehind = !isGerund && (left !== at || isComma(units[at - 1]) || isSpoken);
    const opener = this.#sentence.opener(cue);
    const speaker = after ?? this.#sentence.subjectBetween(left, at);
    // The unions, “sad”, deplored …: an aside
    const isShort = wordsIn(spoken ?? unknownUnit) < 3 || this.#sentence.isNameAt(left - 1);
    const isAside =
      spoken?.kind === 'passage' &&
      isShort &&
      this.#sentence.contentStart(left) < left - 1 &&
      !(speaker && this.#phrases.isTelling(units, speaker));
    if (spoken?.kind === 'passage' && !this.#sentence.taken[left - 1] && isBehind && !isAside) {
      const from = this.#sentence.contentStart(left);
      this.voices.add(this.#sentence, from, left, this.#speaking(speaker), cueSpan, 'quote-cue-subject');
      this.#sentence.take(at, tail);
      this.#passages.readRest(this.#sentence, tail, cueSpan);
      return;
    }
    if (this.#sentence.isItselfReported(at, this.voices.age === 0)) return;
    const goesOn = this.#sentence.goesOn(at, this.voices.age === 0);
    const isTurned = this.#sentence.isTurned(at);
    const before = goesOn || isTurned ? undefined : isGerund ? this.#ofGerund(at) : this.#phrases.before(units, at);
    const isNoStatement = isOfBefore(units, this.#pack, this.#phrases, { before, left, after });
    const isInside = isBehind && after && left > 0 && isComma(units[tail]) && tail + 2 < last && this.#sentence.isStatement(tail + 1);
    if (isInside && !isNoStatement) {
      this.voices.add(this.#sentence, this.#sentence.contentStart(left), last, this.#speaking(after), cueSpan, 'cue-subject');
      return;
    }
    if (
      isBehind &&
      after &&
      left >= 4 &&
      (opener === undefined || units[opener]?.text === ':') &&
      !this.#sentence.startsStatement(tail) &&
      !hasObject(units, this.#pack, tail) &&
      !isNoStatement &&
      !isAside
    ) {
      this.voices.add(this.#sentence, this.#sentence.contentStart(left), left, this.#speaking(after), cueSpan, 'cue-subject');
      this.#sentence.take(at, tail);
      return;
    }
    // "The bridge, she points out, that …": an aside with a subject of its own
    const isAsided = isBehind && after && isComma(units[tail]) && this.#phrases.isSomebody(units, after) && !isNoStatement;
    const subject = goesOn ? undefined : isAsided ? after : (before ?? (isGerund ? undefined : after));
    const start = before || goesOn ? cue + 1 : tail;
    const speaking = () => (goesOn || (isGerund && !subject) ? this.voices.last : this.#speaking(subject));
    if (opener !== undefined) {
      const from = units[opener]?.text === ':' ? opener + 1 : opener;
      const isClosed = units[opener]?.text === ':' && units[from]?.kind === 'passage' && isComma(units[from + 1]);
      const to = isClosed ? from + 1 : this.#sentence.contentEnd(from);
      this.voices.add(this.#sentence, from, to, speaking(), cueSpan, before ? 'subject-cue' : 'cue-subject');
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

  /** Who says what a form without a subject of its own tells: the sentence's subject, also where it stands behind. */
  #ofGerund(at: number): Stretch | undefined {
    const units = this.#sentence.units;
    const comma = units.findIndex((unit, index) => index > at && isComma(unit));
    if (at > 1 && !isComma(units[at - 1]) && !this.#cues.isOnSaying(units, at)) return this.#phrases.before(units, at);
    if (at > 1) {
      const first = this.#phrases.from(units, 0);
      return first && this.#phrases.isTelling(units, first) ? first : undefined;
    }
    return comma > 0 ? this.#phrases.from(units, comma + 1) : undefined;
  }

  #readReportive(): void {
    const { reportive, firstPerson, pronouns } = this.#pack;
    const units = this.#sentence.units;
    if (!reportive || !units.some(({ lower }, at) => reportive.has(lower) && !firstPerson?.has(units[at - 1]?.lower ?? ''))) return;
    const isOn = this.voices.age === 0 && this.voices.last.member !== undefined;
    const isOfScene = !['n', undefined].includes(pronouns.get(units[0]?.lower ?? ''));
    const speaking = isOn ? this.voices.last : isOfScene ? this.voices.scene : undefined;
    if (speaking) this.voices.add(this.#sentence, 0, this.#sentence.end(), speaking, undefined, 'follow-on');
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
