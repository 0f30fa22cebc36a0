import type { Span } from '../../text/span';

const sounds =
  'laughter applause cheers crosstalk cross-talk pause pauses laughs sighs interruption music video silence booing chuckles coughs'
    .split(' ')
    .map((sound) => `[${sound.charAt(0)}${sound.charAt(0).toUpperCase()}]${sound.slice(1)}`)
    .join('|');
// The hour cuts a turn; "[unintelligible 00:11:02]" is a word of it that nobody has understood.
const hour = String.raw`(?<![[(][\p{L}\p{M} .,–—-]{1,40})\[?\b\d{1,2}:\d{2}:\d{2}\b\]?`;
const direction = new RegExp(
  String.raw`\s*(?:[([]\s*(?:\p{Lu}[^()[\]]{0,80}[.!]|(?:${sounds})(?: [^()[\]]{0,40})?\.?)\s*[)\]]|${hour})\s*`,
  'gu',
);

/** The stretches of a turn's paragraph that somebody says: all but "(Laughter.)", the hour, and the marks of bold words at its ends. */
export function spokenStretches(prose: string, { start, end }: Span): readonly Span[] {
  const whole = prose.slice(start, end);
  const emphasis = /^(?:\*{1,3}|_{1,3})(?=\S)/.exec(whole)?.[0] ?? '**';
  const text = whole.endsWith(emphasis) ? whole.slice(0, -emphasis.length) : whole;
  const stretches: Span[] = [];
  let from = /^(?:\*{2,3}\s*|\*(?=\S)|_{1,3}(?=\S))/.exec(text)?.[0].length ?? 0;
  if (/[([\d]/.test(text))
    for (const match of text.matchAll(direction)) {
      if (/\p{L}|\p{N}/u.test(text.slice(from, match.index))) stretches.push({ start: start + from, end: start + match.index });
      from = match.index + match[0].length;
    }
  if (/\p{L}|\p{N}/u.test(text.slice(from))) stretches.push({ start: start + from, end: start + text.length });
  return stretches;
}
