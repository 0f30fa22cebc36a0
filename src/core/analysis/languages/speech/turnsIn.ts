import type { Span } from '../../../text/span';
import { spokenStretches, type TurnPlace, type TurnWords, withoutMarked } from '../../turns/index';
import type { LanguagePack } from '../pack';
import type { People } from './people';
import type { Said } from './said';
import { unitsOf } from './units';
import { nobody, type Speaking } from './voices';

/** What a pack tells of labels and of those who speak behind them. */
export function turnWordsOf(pack: LanguagePack): TurnWords {
  const { articles, links, stops, beside, conjunctions, coordination, relatives, clauseWords, asWords, pronouns, titles, role, cues } =
    pack;
  const { letters, ownVoice, noSpeakers } = pack.turns;
  const closed = [articles, links, stops, beside, conjunctions, coordination, relatives, clauseWords, asWords];
  const speaksOn = (text: string): boolean => ownVoice.test(text);
  return {
    letters: [new RegExp(String.raw`^()(${letters.join('|')})(?:\.|\s?:)\s+(?=\S)`, 'u')],
    asks: letters[0],
    answers: letters[1],
    isNoSpeaker: (label) =>
      label
        .toLowerCase()
        .split(' ')
        .some((word) => noSpeakers.has(word)),
    isTitle: (word) => titles.has(word.replace(/\.$/, '')),
    isOffice: (word) => role.test(word),
    isGivenName: () => false,
    isFunction: (word) => pronouns.has(word) || closed.some((words) => words.has(word)),
    hasOwnVoice: (text) => text.includes('?') || speaksOn(text),
    speaksOn,
    reports: (text) =>
      withoutMarked(text)
        .toLowerCase()
        .match(/[\p{L}\p{M}]+/gu)
        ?.some((word) => cues.has(word)) === true,
  };
}

/** Reads the turns of a transcript: each is its speaker's, whole. */
export class TurnsIn {
  readonly said: Said[] = [];
  readonly #prose: string;
  readonly #pack: LanguagePack;
  readonly #people: People;
  readonly #labels = new Map<string, Speaking>();
  #speaking = nobody;
  #cue: Span | undefined;
  #goesOn = false;

  constructor(prose: string, pack: LanguagePack, people: People) {
    this.#prose = prose;
    this.#pack = pack;
    this.#people = people;
  }

  read(place: TurnPlace, paragraph: Span): void {
    if (place.kind === 'aside') return;
    let from = paragraph.start;
    if (place.kind !== 'on') {
      this.#goesOn = false;
      this.#speaking = place.kind === 'label' ? this.#speakerOf(place.label) : nobody;
      this.#cue = undefined;
      if ('from' in place) ({ from } = place);
      if (place.kind === 'label') this.#cue = markIn(this.#prose, { start: place.label.end, end: place.from });
    }
    for (const stretch of spokenStretches(this.#prose, { start: from, end: paragraph.end })) {
      const { mention, member } = this.#speaking;
      const goesOn = this.#goesOn && { goesOn: true as const };
      this.said.push({ ...stretch, type: 'direct', segments: [stretch], mention, member, cue: this.#cue, sieve: 'transcript', ...goesOn });
      this.#goesOn = true;
    }
  }

  /** A label as it was read before, or the initials of one; letters before questions and answers name nobody. */
  #speakerOf(label: Span): Speaking {
    const text = this.#prose.slice(label.start, label.end);
    const known = this.#labels.get(text) ?? (text.length < 4 ? this.#initialled(text) : undefined);
    const isLetter = this.#pack.turns.letters.includes(text);
    const speaking = known ? { ...known, mention: label } : isLetter ? nobody : { mention: label, member: this.#memberOf(label) };
    this.#labels.set(text, speaking);
    return speaking;
  }

  #memberOf(label: Span): Speaking['member'] {
    const units = unitsOf(this.#prose, label, this.#pack, false).filter(({ kind }) => kind !== 'sign');
    const from = units.findIndex(({ lower }) => !this.#pack.titles.has(lower) && !this.#pack.articles.has(lower));
    return this.#people.find(units.slice(Math.max(0, from)));
  }

  #initialled(text: string): Speaking | undefined {
    const found = [...this.#labels]
      .slice(0, manyLabels)
      .filter(([label]) => label.length > text.length && initialsOf(label).startsWith(text));
    return found.length === 1 ? found[0]?.[1] : undefined;
  }
}

/** So many labels are looked through for the one that initials stand for. */
const manyLabels = 40;

function initialsOf(label: string): string {
  return label
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
}

function markIn(prose: string, { start, end }: Span): Span | undefined {
  const mark = /[:.–—-]/.exec(prose.slice(start, end))?.index;
  return mark === undefined ? undefined : { start: start + mark, end: start + mark + 1 };
}
