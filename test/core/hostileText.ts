import type { Random } from './random';

/** What texts of strangers are made of, and what readers of them have stumbled over. */
const pieces: readonly string[] = [
  ...'“ ” " \' ‘ ’ « » ( ) [ ] { } < > , . : ; ? ! — - … / \\ | * _ ` # ~ & % $ @ = + 5 1. 2024-05-03'.split(' '),
  ...'Ode Lunn Mr. U.S. Oslo she who both said says told saying according to that and but the mayor reporters quoted by called it on Friday yesterday May'.split(' '),
  ...Object.getOwnPropertyNames(Object.prototype),
  ...['\0', '\u001b[31m', '\u001b]8;;http://x.example\u0007', '\u0085', '\u009b', '\u202e', '\u2066', '\u200b', '\ufeff', '\u00ad', '\ud83d', '😀', 'é', 'e\u0301', '\u2028'],
  ...['<p>', '</p>', '<script>', '</script>', '<!--', '-->', '<b ="', '&#x0;', '&ldquo;', '<![CDATA[', '<title>', '<meta name="author" content="', '<h1>', '<br>'],
  ...['---\n', '...\n', '```', '![](', '](x)', '> ', '- ', '\t', '\n', '\n\n', '\r\n', '\r', ' ', ' ', ' ', ' '],
  ...['a: ', '- id: ', '[', '{', '&a ', '*a ', '!!js/function ', '|\n', '>-\n', '? ', '<<: *a', '%YAML 1.1\n', '<<<<<<< ours\n', '"', "'"],
  ...['../../etc/passwd', 'file:///etc/passwd', 'C:\\x', '=1+1', '@SUM(1)', 'javascript:alert(1)', 'NaN', '1e999', '-0', 'null'],
]; // prettier-ignore

export function hostileText(random: Random, most: number): string {
  return Array.from({ length: 1 + random.below(most) }, () => random.pick(pieces) + (random.chance(50) ? ' ' : '')).join('');
}

/** A text with some of it cut out, doubled, or other texts put in. */
export function damaged(random: Random, text: string): string {
  let out = text;
  for (let n = random.below(4); n >= 0; n--) {
    const at = random.below(out.length + 1);
    const length = random.below(40);
    const middle = random.pick([hostileText(random, 4), '', out.slice(at, at + length).repeat(2), ' '.repeat(length)]);
    out = out.slice(0, at) + middle + out.slice(at + (random.chance(60) ? length : 0));
  }
  return out;
}
