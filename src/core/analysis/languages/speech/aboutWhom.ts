import type { LanguagePack } from '../pack';
import type { NounPhrases, Stretch } from './nounPhrases';
import type { People } from './people';
import type { Sentence } from './sentence';
import { isComma } from './units';

/** Somebody who is named where a sentence begins, or behind the first comma of one that begins with something else. */
export function aboutWhom({ units }: Sentence, pack: LanguagePack, phrases: NounPhrases, people: People): Stretch | undefined {
  const { role, sourceBefore, articles } = pack;
  // "According to her, the mayor …": "her" is nobody whom this sentence names behind it
  if (sourceBefore.some((phrase) => phrase.every((word, at) => units[at]?.lower === word))) return undefined;
  const isNamed = (found: Stretch | undefined) =>
    found !== undefined &&
    found.to - found.from <= 8 &&
    units
      .slice(found.from, found.to)
      .some(
        ({ lower, capital, text }, at) =>
          people.knows(lower) || (pack.dropsSubjects && (role.test(lower) || (capital && found.from + at > 0 && !/\d/.test(text)))),
      );
  const first = phrases.from(units, 0);
  const opens = pack.gerund?.test(units[first?.from ?? 0]?.lower ?? '') === true;
  if (isNamed(first) && !opens) return first;
  const comma = units.findIndex(isComma);
  const close = units.findIndex((unit, at) => at > comma && isComma(unit));
  // "Belda, mayor of Lorba, …": a name that the sentence begins with
  const isOneName = first?.from === 0 && first.to === 1 && comma === 1 && units[0]?.capital === true;
  if (isOneName && close > 0 && role.test(units[articles.has(units[2]?.lower ?? '') ? 3 : 2]?.lower ?? '')) return first;
  const behind = comma > 0 && comma < 12 ? phrases.from(units, comma + 1) : undefined;
  return isNamed(behind) ? behind : undefined;
}
