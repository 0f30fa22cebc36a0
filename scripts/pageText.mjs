const inline = 'a|abbr|b|bdi|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|time|u|wbr';
const entities = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
    mdash: '—',
    ndash: '–',
    hellip: '…',
    copy: '©',
    middot: '·',
    bull: '•',
    raquo: '»',
    laquo: '«',
    eacute: 'é',
  }),
);

/**
 * All the text of a page, captions, boxes and footers too, a paragraph for each block. The marks of test/evaluation hold offsets
 * into it, so it stays as it is, however the program's own reading of pages gets better.
 * @param {string} html
 */
export function pageText(html) {
  return html
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<(script|style|head|svg|template|select)\b[\s\S]*?<\/\1\s*>/gi, '\n')
    .replace(new RegExp(`</?(?:${inline})\\b[^>]*>`, 'gi'), '')
    .replace(/<[a-zA-Z/!][^>]*>/g, '\n')
    .replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (written, /** @type {string} */ name) =>
      name.startsWith('#') ? String.fromCodePoint(Number(`0${name.slice(1)}`)) : (entities.get(name) ?? written),
    )
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n\n');
}
