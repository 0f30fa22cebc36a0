import type { PublicationLine } from '../article';
import { datesIn } from '../publicationDate';
import type { Span } from '../span';

/** Where one of these stands before the date, it begins a sentence ("On 3 May 2024 the ferry …") or a caption. */
const sentenceWords = new Set(
  (
    'on since in until from before after between to for the this as it was file am vom seit bis zum im ab le du depuis jusqu au avant ' +
    'après el desde hasta del antes después с до от к на'
  ).split(' '),
);

type PlacedLine = PublicationLine & { readonly span: Span };

/** A publication line of today's sites is short; what follows a label in a long line is the article. */
const longestLine = 160;
const headLines = 40;
const headLength = 3000;
/** How far below a date the next entry of a timeline may begin. */
const timelineReach = 1500;
/** How far into the text a date that no label marks may stand for the publication; further down it is a heading. */
const unlabelledLength = 400;

const label =
  /^[\s(\[|•*_-]{0,8}(first published|last modified|last updated|last update|published|publication date|updated|modified|posted|date|veröffentlicht|erschienen|aktualisiert|stand|datum|publié|mis à jour|publicado|actualizado|fecha|опубликовано|обновлено|дата)(?!\p{L})(?: (?:on|at|by|am|le|el))?\s{0,3}:?\s{0,3}/iu;
const modifiedLabel = /modified|update|aktualisiert|stand|jour|actualizado|обновлено/i;
/** Words that may stand beside the date on such a line; time zones end in T. */
const besideDate =
  /^(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?|by|on|at|share|print|email|updated|[a-z]{1,4}t|utc|z|[ap]m?|m)$/i;
/** The same in German, French, Spanish and Russian. */
const besideOtherDate = new Set(
  (
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag von am um uhr lundi mardi mercredi jeudi vendredi samedi ' +
    'dimanche par le à h lunes martes miércoles jueves viernes sábado domingo el las понедельник вторник среда четверг пятница суббота ' +
    'воскресенье года в'
  ).split(' '),
);

/**
 * The lines of an article's head that say when it was published, in order: a label and a date, or a date alone.
 * Spans count in `text`.
 */
export function publicationLines(text: string): readonly PlacedLine[] {
  const found: PlacedLine[] = [];
  let start = 0;
  for (let count = 0; count < headLines && start < text.length && start < headLength; count += 1) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const line = publicationLine(
      text.slice(start, Math.min(end, start + longestLine)),
      end - start > longestLine || start > unlabelledLength,
    );
    if (line) found.push({ ...line, span: { start: start + line.span.start, end: start + line.span.end } });
    start = end + 1;
  }
  return found;
}

/**
 * The first whole date near the beginning where it stands like a dateline ("LOWEN, 3 May 2024 –", "By Ana Ruiz | May 3, 2024"):
 * nothing but names before it on its line. Dates inside sentences say when something else was.
 */
export function firstDate(text: string): PlacedLine | undefined {
  const date = datesIn(text.slice(0, unlabelledLength))[0];
  if (!date || isTimelineEntry(text, date)) return undefined;
  const line = text.slice(text.lastIndexOf('\n', date.start) + 1, date.start).replace(/,\s{1,3}(?:den|le|el)\s{1,3}$/, ' ');
  const before = line.split(/[^\p{L}’'-]+/u);
  const names = before.every((word) => !/^\p{Ll}/u.test(word) && !sentenceWords.has(word.toLowerCase()));
  if (!names) return undefined;
  return { value: date.value, from: 'text', span: { start: date.start, end: date.end } };
}

/** "Oct. 6, 1923: The first match …": a date that its line begins with and a colon or a dash follows, where other lines begin so, too. */
function isTimelineEntry(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const head = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (/[\p{L}\p{N}]/u.test(head) || !/^\s{0,2}[:–—-]\s/.test(text.slice(end, end + 4))) return false;
  const lines = text.slice(0, end + timelineReach).split('\n');
  return lines.filter((line) => timelineHead.test(line.slice(0, 40))).length > 1;
}

/** Of any year: timelines go back further than articles. */
const timelineHead = /^\P{L}{0,5}(?:[0-3]?\d(?:st|nd|rd|th)? \p{L}{3,9}\.?|\b\p{L}{3,9}\.? [0-3]?\d),? [12]\d{3}\s{0,2}[:–—-]\s/u;

function publicationLine(line: string, needsLabel: boolean): PlacedLine | undefined {
  const date = datesIn(line)[0];
  if (!date) return undefined;
  const labelled = label.exec(line);
  const before = line.slice(labelled?.[0].length ?? 0, date.start);
  if (!onlyBesideDate(before)) return undefined;
  if (!labelled && (needsLabel || !onlyBesideDate(line.slice(date.end)))) return undefined;
  const name = labelled?.[1]?.toLowerCase();
  return {
    value: date.value,
    from: 'text',
    span: { start: date.start, end: date.end },
    ...(name !== undefined && { label: modifiedLabel.test(name) ? 'modified' : 'published' }),
  };
}

function onlyBesideDate(text: string): boolean {
  return text.split(/[^\p{L}]+/u).every((word) => word === '' || besideDate.test(word) || besideOtherDate.has(word.toLowerCase()));
}
