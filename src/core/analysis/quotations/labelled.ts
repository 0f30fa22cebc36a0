import { hasPassage, hasVerb, type Content, type SentenceReading } from '../speech/index';
import { labelIn } from '../turns/index';
import type { Member } from '../speakers/index';
import type { Words } from '../words/index';
import type { Drafts, LastSpeaker } from './drafts';
import type { Voices } from './voices';

/** What stands after a label in a sentence is its speaker's, "Ruiz: the road is shut"; answers who that is. */
export function addLabelled(
  drafts: Drafts,
  words: Words,
  place: Content,
  reading: SentenceReading,
  sentence: number,
  voices: Voices,
): LastSpeaker | undefined {
  const label = labelIn(words, place.from, place.to);
  if (label === undefined || (reading.attributions.length > 0 && label.sieve !== 'dash')) return undefined;
  const speaker = voices.of(words, label.phrase, label.mark);
  const opens = words.start(0) === 0;
  const says = hasVerb(words, label.content.from, label.content.to) && (opens || isEstablished(speaker.member));
  if (!says && !hasPassage(words, label.content)) return undefined;
  drafts.add(label.content, label.sieve, speaker, sentence, !opens && speaker.member?.kind !== 'group' ? 'doubtful' : 'sure');
  return speaker;
}

/** Not only "Cost" of "Cost: 40 million". */
function isEstablished(member: Member | undefined): boolean {
  return member !== undefined && (member.nameWords.length !== 1 || member.titles.size > 0 || member.mentions.length > 1);
}
