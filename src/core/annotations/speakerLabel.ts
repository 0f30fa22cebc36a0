import type { Registry } from '../text/metadata/registry';

/** A speaker's name where the reader of an export gets the id back from it, else the id: so that a re-import gives the same speaker. */
export function speakerLabel(speaker: { readonly id: string; readonly name: string }, registry: Registry): string {
  return speakerId(speaker.name, registry) === speaker.id ? speaker.name : speaker.id;
}

/** The registered id of a name, or the id an unregistered name gives: lower case, without accents, words joined by hyphens. */
export function speakerId(name: string, registry: Registry): string {
  const [registered, another] = registry.speakers.filter((speaker) => speaker.id === name || speaker.name === name);
  if (registered && !another) return registered.id;
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return (words.match(/[\p{L}\p{N}]+/gu) ?? []).join('-');
}
