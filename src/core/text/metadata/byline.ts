import { datesIn } from '../publicationDate';

/** What systems write for an author that nobody signs with: an address, a number, a slug, an account. */
function isAccount(name: string): boolean {
  return (
    /@|^https?:|^[\d\s]+$/i.test(name) ||
    /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(name) ||
    /^(?:admin|administrator|editor|web ?master|redaktion|staff|user|unknown|un-?named|(?:microsoft )?office user)$/i.test(name)
  );
}

function isOutlet(name: string, outlet: string | undefined, url: string | undefined): boolean {
  const own = folded(name);
  const host = /^https?:\/\/(?:www\.)?([^/:]+)/i.exec(url ?? '')?.[1] ?? '';
  const known = [outlet ?? '', host, host.split('.').at(-2) ?? ''].map(folded);
  return own !== '' && known.some((other) => other !== '' && (other === own || (own.length > 3 && other.includes(own))));
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * The author among what a page says, best first: somebody who signs goes before the outlet's own name, and an address, a number or an
 * account is no author.
 */
export function authorOf(names: readonly (string | undefined)[], outlet?: string, url?: string): string | undefined {
  const usable = names.map((name) => name?.trim() ?? '').filter((name) => name !== '' && !isAccount(name));
  return usable.find((name) => !isOutlet(name, outlet, url)) ?? usable[0];
}

const opening =
  /^(?:written |text |story |reporting )?(?:by|von|par|por|di|door|av|af|oleh|text|texte|texto|autor|autorin|author)\s*[:\s]\s*|^(?:作者|记者|記者|撰文|文)\s*[:：]\s*/i;

/** What follows the name on Chinese pages: when and whence it was published, and who has edited it. */
const notes = /\s*[[【(（]?(?:发布时间|发布于|时间|来源|责任编辑|责编|编辑|版权声明)\s?[:：].*$/u;

/** The names of a printed byline, without its "By", and without the day, the place and the office that follow on its line. */
export function bylineNames(line: string): string | undefined {
  const parts = partsOf(line);
  const part = parts.find((each) => opening.test(each)) ?? parts[0] ?? '';
  const date = datesIn(part)[0];
  const names = (date ? part.slice(0, date.start) : part).replace(opening, '').replace(notes, '').replace(/,\s+in\s.*$/i, '').replace(/[\s,;:|·•–—-]+$/, ''); // prettier-ignore
  return names === '' || names.length > 120 ? undefined : names;
}

/** "Fri 03.05.24 | 14:07 | By Ana Ruiz": the year has two figures where a clock time or a name goes with it. */
const shortDate = /\b([0-3]?\d)\.([01]?\d)\.(\d\d)(?!\d)/;

/** The day that stands on the line of a byline, where it does not say that it is another one. */
export function bylineDate(line: string): string | undefined {
  if (/updated|modified|aktualisiert|mis à jour|actualizado|aggiornato/i.test(line)) return undefined;
  const [, day = '', month = '', year = ''] = shortDate.exec(line) ?? [];
  const written = year === '' ? line : line.replace(shortDate, `20${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return datesIn(written)[0]?.value;
}

function partsOf(line: string): readonly string[] {
  return line.replace(/\s+/g, ' ').trim().split(/\s[|·•–—]\s|\s-\s/); // prettier-ignore
}
