/** A name as CSL-JSON holds it: in its parts, or as it stands where it names no person. */
export type BylineName = { readonly family: string; readonly given: string; readonly suffix?: string } | { readonly literal: string };

const particles = new Set(
  'al af bin da das de del della den der di do dos du el el- ibn la las le los ter van vom von zu zum zur'.split(' '),
);
const suffix = /^(?:Jr|Sr|II|III|IV|PhD|MD)\.?$/;
const capitalised = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u;
/** Words of desks, agencies and companies. */
const noPerson =
  /^(?:agenc(?:y|ies)|associated|bbc|broadcasting|bureau|correspondents?|daily|desk|editorial|editors?|herald|journal|magazine|media|network|news|newspaper|newsroom|online|post|press|radio|reporters?|service|staff|team|the|times|tribune|tv|wire|wires|writers?)$/iu;
/** What follows a name after a comma: an office, or where somebody sits. */
const office = /\b(?:bureau|chief|columnist|correspondent|editor|in|producer|reporter|writer)\b/iu;

/**
 * The people of a byline ("By Ana Ruiz and Tom van der Berg, Political Editor") by given and family name; offices after a
 * name are left out. A byline that names a desk, an agency or anything else that is no name of two to five words stays as it is.
 */
export function bylineNames(byline: string): readonly BylineName[] {
  const parts = byline
    .replace(/^\s*by\s+/iu, '')
    .split(/\s*[,;&|]\s*|\s+and\s+/iu)
    .filter((part) => part !== '');
  const names: BylineName[] = [];
  for (const part of parts) {
    const last = names.at(-1);
    const name = personOf(part);
    if (name !== undefined) names.push(name);
    else if (last !== undefined && 'family' in last && suffix.test(part)) names[names.length - 1] = { ...last, suffix: part };
    else if (last === undefined || !office.test(part)) return [{ literal: byline.trim() }];
  }
  return names.length > 0 ? names : [{ literal: byline.trim() }];
}

function personOf(text: string): BylineName | undefined {
  const words = text.split(/\s+/u);
  const ending = words.length > 2 && suffix.test(words.at(-1) ?? '') ? words.pop() : undefined;
  const isName = (word: string) => capitalised.test(word) && !noPerson.test(word);
  if (words.length < 2 || words.length > 5 || !isName(words[0] ?? '') || !isName(words.at(-1) ?? '')) return undefined;
  if (!words.every((word) => isName(word) || particles.has(word.toLowerCase()))) return undefined;
  const particle = words.findIndex((word, i) => i > 0 && particles.has(word.toLowerCase()));
  const family = particle < 0 ? words.length - 1 : particle;
  return {
    family: words.slice(family).join(' '),
    given: words.slice(0, family).join(' '),
    ...(ending !== undefined && { suffix: ending }),
  };
}
