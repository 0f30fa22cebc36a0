// Invented articles in any number: events that five outlets cover each, with quotations that they share, trim and report. The same
// number gives the same article everywhere. Nothing in them is taken from anywhere.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const outlets = ['Lowen Courier', 'Meridian Post', 'Tidewater Times', 'Northgate Daily', 'Kesnet'];
const syllables = ['ka', 'ren', 'tol', 'mi', 'va', 'shu', 'dor', 'es', 'lin', 'bre', 'no', 'gar', 'pel', 'ti', 'sor', 'wen', 'ul', 'fa'];
const offices = ['mayor', 'harbour master', 'minister', 'spokeswoman', 'engineer', 'union leader', 'judge', 'commissioner'];
const things = ['bridge', 'school', 'ferry', 'reservoir', 'tram line', 'market hall', 'hospital', 'power station', 'archive', 'quarry'];
const actions = ['close', 'rebuild', 'sell', 'inspect', 'extend', 'flood', 'rename', 'insure', 'fence off', 'hand over'];
const reasons = ['the winter', 'the strike', 'the audit', 'the flood', 'the election', 'the new law', 'the harvest', 'the fire'];
const people = ['neighbours', 'workers', 'pupils', 'fishermen', 'shopkeepers', 'drivers', 'nurses', 'farmers', 'tenants', 'visitors'];
const doings = ['waited outside', 'signed a petition', 'asked for answers', 'went home early', 'filled the square', 'left their tools'];
const moods = ['quietly', 'in the rain', 'for three hours', 'without a word', 'as they had last year', 'despite the cold'];

/**
 * @param {number} index
 * @returns {{path: string, text: string}} path relative to the folder; some 5 kB of text
 */
function generatedArticle(index) {
  const event = Math.floor(index / outlets.length);
  const outlet = index % outlets.length;
  const random = seeded(event + 1);
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = (list) => /** @type {T} */ (list[Math.floor(random() * list.length)]);
  const name = (parts = 2) => capital(Array.from({ length: parts }, () => pick(syllables)).join(''));
  const place = name(3);
  const speakers = Array.from({ length: 3 }, () => ({ name: `${name()} ${name(3)}`, office: pick(offices) }));
  const day = `2025-${String(1 + (event % 12)).padStart(2, '0')}-${String(1 + (event % 27)).padStart(2, '0')}`;
  const quotes = Array.from({ length: 6 }, (_, i) => {
    const speaker = speakers[i % speakers.length] ?? { name: '', office: '' };
    const thing = `${pick(things)} of ${name()}`;
    return { speaker, thing, action: pick(actions), reason: pick(reasons), number: 3 + Math.floor(random() * 400) };
  });

  const own = seeded(1_000_003 + index);
  /** @template T @param {readonly T[]} list @returns {T} */
  const any = (list) => /** @type {T} */ (list[Math.floor(own() * list.length)]);
  const filler = () =>
    `${capital(any(people))} of ${place} ${any(doings)} ${any(moods)}, and ${any(people)} from the ${any(things)} ${any(doings)} after ${any(reasons)}.`;
  const paragraphs = quotes.map(({ speaker, thing, action, reason, number }, i) => {
    const said = `We will ${action} the ${thing} before ${reason}, and ${number} families will hear from us in writing`;
    const surname = speaker.name.split(' ')[1] ?? '';
    const rendered = [
      `“${said},” said ${speaker.office} ${speaker.name}.`,
      `“We will ${action} the ${thing} before ${reason},” ${speaker.name} told reporters in ${place}.`,
      `${capital(speaker.office)} ${speaker.name} said that the ${thing} would be ready before ${reason} and that ${number} families would get a letter.`,
    ][(i + outlet) % 3];
    const later = `${surname} added that nobody in ${place} had asked for the ${any(things)}.`;
    return [rendered, filler(), later, filler(), filler()].join(' ');
  });
  const closing = Array.from({ length: 8 }, filler).join(' ');
  const head = `---\noutlet: ${outlets[outlet]}\npublished: ${day}\ntitle: ${place} waits\n---\n\n`;
  const folder = `events-${String(Math.floor(event / 50)).padStart(3, '0')}`;
  const file = `${String(event).padStart(5, '0')}-${(outlets[outlet] ?? '').toLowerCase().replaceAll(' ', '-')}.md`;
  return { path: `${folder}/${file}`, text: `${head}${paragraphs.join('\n\n')}\n\n${closing}\n` };
}

/**
 * @param {string} folder
 * @param {number} count
 */
export function writeGeneratedArticles(folder, count) {
  for (let index = 0; index < count; index++) {
    const article = generatedArticle(index);
    const file = path.join(folder, article.path);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, article.text);
  }
}

/** @param {string} word */
function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * Mulberry32.
 * @param {number} seed
 */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
