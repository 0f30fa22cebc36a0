import type { Attribution } from '../speech/index';
import { antecedent, endOfMention, type Cast, type Member } from '../speakers/index';
import type { Phrase, Words } from '../words/index';
import type { LastSpeaker } from './drafts';

/** Says whom the words of a paragraph name as speaker, and remembers that they were named. */
export class Voices {
  readonly cast: Cast;

  constructor(cast: Cast) {
    this.cast = cast;
  }

  resolve(words: Words, phrase: Phrase, subject: boolean): Member | undefined {
    const at = words.start(phrase.from);
    const member = this.cast.resolve(words, phrase, at);
    if (member !== undefined) this.cast.appear(member, at, subject);
    return member;
  }

  ofAttribution(words: Words, attribution: Attribution): LastSpeaker {
    const { subject } = attribution;
    const cue = { start: words.start(attribution.cueFrom), end: words.end(attribution.cueTo - 1) };
    if (subject === undefined) return { mention: undefined, member: undefined, cue };
    return { ...this.of(words, subject, undefined), cue };
  }

  of(words: Words, phrase: Phrase, cue: number | undefined): LastSpeaker {
    return {
      mention: { start: words.start(phrase.from), end: words.end(endOfMention(phrase) - 1) },
      member: this.resolve(words, antecedent(words, phrase), true),
      cue: cue === undefined ? undefined : { start: words.start(cue), end: words.end(cue) },
    };
  }
}
