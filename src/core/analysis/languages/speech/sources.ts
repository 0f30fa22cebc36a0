import type { Stretch } from './nounPhrases';
import type { Subjects } from './subjects';
import type { LanguagePack } from '../pack';
import type { Unit } from './units';

/** A phrase that names a source: "laut der Behörde", "по её словам". */
export interface Source {
  readonly phrase: Stretch;
  readonly mention: Stretch;
  /** The mention stands behind a word that asks for a case of its own. */
  readonly isGoverned?: true;
  /** The word that makes it a source stands behind the mention. */
  readonly isBehind?: true;
  /** All of it, [at, end). */
  readonly at: number;
  readonly end: number;
}

export class Sources {
  readonly #pack: LanguagePack;
  readonly #phrases: Subjects;

  constructor(pack: LanguagePack, phrases: Subjects) {
    this.#pack = pack;
    this.#phrases = phrases;
  }

  in(units: readonly Unit[]): readonly Source[] {
    const found: Source[] = [];
    for (let at = 0; at < units.length; at++) {
      const source = this.#asClause(units, at) ?? this.#within(units, at) ?? this.#before(units, at) ?? this.#after(units, at);
      if (source === undefined) continue;
      found.push(source);
      at = source.end - 1;
    }
    return found;
  }

  #within(units: readonly Unit[], at: number): Source | undefined {
    const { sourceWithin } = this.#pack;
    if (units[at]?.lower !== sourceWithin?.behind || !sourceWithin?.form.test(units[at + 1]?.text ?? '')) return undefined;
    return { phrase: { from: at, to: at + 1 }, mention: { from: at + 1, to: at + 2 }, at, end: at + 2 };
  }

  #before(units: readonly Unit[], at: number): Source | undefined {
    const words = this.#pack.sourceBefore.find((phrase) => phrase.every((word, i) => units[at + i]?.lower === word));
    if (words === undefined) return undefined;
    const [first = ''] = words;
    const phrase = { from: at, to: at + words.length };
    const own = words.findIndex((word) => this.#pack.possessives.has(word));
    const mention = own >= 0 ? { from: at + own, to: at + own + 1 } : this.#phrases.from(units, phrase.to);
    if (mention === undefined) return undefined;
    const end = Math.max(phrase.to, mention.to);
    const isInMidst = at > 0 && units[at - 1]?.kind !== 'sign';
    if (isInMidst && this.#pack.alsoNoSource?.has(first) && !this.#phrases.isTelling(units, mention)) return undefined;
    const isParted = (at === 0 || units[at - 1]?.text === ',') && units[end]?.text === ',';
    // "Para el alcalde la obra es urgente": an office needs no comma where something else begins behind it
    const isOffice = units.slice(mention.from, mention.to).some(({ lower }) => this.#pack.role.test(lower));
    const begins = at === 0 && isOffice && this.#pack.articles.has(units[end]?.lower ?? '');
    const isWeak = this.#pack.weakSources?.has(first) === true;
    if (isWeak && !((isParted || begins) && this.#phrases.isSomebody(units, mention))) return undefined;
    return { phrase, mention, at, end, ...(own < 0 && { isGoverned: true as const }) };
  }

  #after(units: readonly Unit[], at: number): Source | undefined {
    if (!this.#pack.sourceAfter.has(units[at]?.lower ?? '')) return undefined;
    const mention = this.#nearest(units, at) ?? this.#phrases.before(units, at);
    return mention && { phrase: { from: at, to: at + 1 }, mention, at: mention.from, end: at + 1, isBehind: true };
  }

  /** From the last article before it, where that is not the subject's: „Die Boote sollen dem Amt zufolge …“. */
  #nearest(units: readonly Unit[], end: number): Stretch | undefined {
    const { articles, links } = this.#pack;
    for (let from = end - 1; from >= Math.max(0, end - 8) && units[from]?.kind === 'word'; from--)
      if (articles.has(units[from]?.lower ?? '') && !(links.has(units[from]?.lower ?? '') && units[from - 1]?.capital))
        return { from, to: end };
    return undefined;
  }

  /** At a sentence's start, up to its comma or colon. */
  #asClause(units: readonly Unit[], at: number): Source | undefined {
    if (!this.#pack.asWords.has(units[at]?.lower ?? '')) return undefined;
    if (at > 0) return units[at - 1]?.text === ',' ? this.#asClauseBehind(units, at) : undefined;
    const end = units.findIndex(({ text }, index) => index > 1 && (text === ',' || text === ':'));
    const cue = units.findIndex(({ lower, kind }, index) => index > 0 && index < end && kind === 'word' && this.#pack.cues.has(lower));
    // "Según el informe publicado ayer": the source itself stands behind such a word, unless a verb does
    if (cue < 0 || (cue > 1 && this.#pack.alsoNoSource?.has(units[at]?.lower ?? ''))) return undefined;
    const mention = this.#phrases.from(units, cue + 1, end) ?? this.#phrases.from(units, 1, cue);
    return mention && { phrase: { from: cue, to: cue + 1 }, mention, at: 0, end: end + 1 };
  }

  /** "…, wie das Amt mitteilte.": the verb stands last in German, else first. */
  #asClauseBehind(units: readonly Unit[], at: number): Source | undefined {
    const { cues, verbSecond } = this.#pack;
    let last = units.length;
    while (last > at && units[last - 1]?.kind === 'sign') last--;
    const places = verbSecond ? [last - 1] : [at + 1, at + 2];
    const cue = places.find((place) => place > at && place - at < 20 && cues.has(units[place]?.lower ?? ''));
    if (cue === undefined) return undefined;
    const mention = verbSecond ? this.#phrases.from(units, at + 1, cue) : this.#phrases.behind(units, cue + 1);
    return mention && { phrase: { from: cue, to: cue + 1 }, mention, at, end: last };
  }
}
