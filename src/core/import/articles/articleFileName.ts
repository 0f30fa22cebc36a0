import { isArticlePath } from '../../text/articleFiles';
import { utf8 } from '../../text/encoding/utf8';

/** With the names of annotation files beside it, the whole must stay below the 255 bytes that file systems allow. */
const longest = 100;
/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A file name made of an article's outlet and title: letters and digits of any script in small letters, joined by hyphens, so that
 * nothing of it can be a path, a hidden file or a name that some system reserves. `article` where nothing is left.
 */
export function articleFileName(parts: readonly (string | undefined)[], extension: string): string {
  const words = parts.flatMap(
    (part) =>
      part
        ?.normalize('NFC')
        .toLowerCase()
        .replace(/['’]/g, '')
        .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [],
  );
  let name = '';
  for (const word of words) {
    const longer = name === '' ? word : `${name}-${word}`;
    if (utf8(longer).length > longest) break;
    name = longer;
  }
  if (name === '' && words[0] !== undefined) name = shortened(words[0]);
  const usable = name !== '' && !reserved.test(name) && isArticlePath(`${name}.${extension}`, []);
  return `${usable ? name : ['article', ...(name === '' ? [] : [name])].join('-')}.${extension}`;
}

/** The same name with a number, for the second article of that name and those after it. */
export function numberedName(name: string, number: number): string {
  return number < 2 ? name : name.replace(/(\.[^.]*)$/, `-${number}$1`);
}

function shortened(word: string): string {
  let text = '';
  for (const character of word) {
    if (utf8(text + character).length > longest) break;
    text += character;
  }
  return text;
}
