import { speakerId } from '../annotations/speakerLabel';
import type { Registry } from '../text/metadata/registry';

/** Who is meant by words that another program marks as a speaker: whom the folder's registry knows so, else who is named in full. */
export function speakersNamed(words: string, registry: Registry): readonly string[] {
  const known = registry.speakers.find(({ name, aliases }) => name === words || aliases.includes(words));
  if (known) return [known.id];
  return /^\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]+|\p{Ll}{2,3}))* \p{Lu}[\p{L}.'’-]+$/u.test(words) ? [speakerId(words, registry)] : [];
}
