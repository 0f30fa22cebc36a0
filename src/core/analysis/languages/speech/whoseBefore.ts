import type { LanguagePack } from '../pack';
import type { Cues } from './cues';
import type { Stretch } from './nounPhrases';
import type { Sentence } from './sentence';
import type { Subjects } from './subjects';

/** „Das teilte die Polizei mit“, "Об этом сообщила полиция": whose the sentence before is. */
export function whoseBefore(sentence: Sentence, pack: LanguagePack, cues: Cues, phrases: Subjects): Stretch | undefined {
  const { units } = sentence;
  const words = pack.pointsBack?.find((phrase) => phrase.every((word, at) => units[at]?.lower === word));
  if (words === undefined) return undefined;
  let cue = words.length;
  if (!cues.isCueAt(units, cue) && !cues.isCueForm(units[cue])) return undefined;
  while (pack.auxiliaries.has(units[cue]?.lower ?? '') && cues.isCueForm(units[cue + 1])) cue++;
  const subject = phrases.behind(units, cue + 1);
  if (subject === undefined || sentence.opener(cue) !== undefined) return undefined;
  // „Das sagte sie: „…““ is about what follows
  const isWithout = units.every(({ kind }, at) => kind !== 'passage' || (at >= subject.from && at < subject.to));
  return isWithout ? subject : undefined;
}
