import type { LanguagePack } from '../pack';
import type { NounPhrases, Stretch } from './nounPhrases';
import type { People } from './people';
import type { Sentence } from './sentence';
import { isComma } from './units';

/** Somebody who is named where a sentence begins. */
export function aboutWhom({ units }: Sentence, pack: LanguagePack, phrases: NounPhrases, people: People): Stretch | undefined {
  const comma = units.findIndex(isComma);
  const found = phrases.from(units, 0) ?? (comma > 0 && comma < 5 ? phrases.from(units, comma + 1) : undefined);
  if (found === undefined || found.to - found.from > 8) return undefined;
  const { role } = pack;
  const named = units
    .slice(found.from, found.to)
    .some(
      ({ lower, capital }, at) => people.knows(lower) || (pack.dropsSubjects && (role.test(lower) || (capital && found.from + at > 0))),
    );
  return named ? found : undefined;
}
