import type { Conflict } from '../../model';
import type { Source } from '../contradiction';
import { STAND_IN } from '../people/givenNames';

/** A line of a page that is longer is no furniture. */
const LONGEST = 160;
const counted =
  '(?:views?|comments?|shares?|likes?|reactions?|repl(?:y|ies)|followers?|subscribers?|retweets?|reposts?|photos?|pictures?|images?|slides?|videos?|gallery|kommentare?|aufrufe|bilder|fotos?|commentaires?|vues|partages|comentarios?|vistas)';
const clocked = String.raw`(?:\d+|an?) (?:min(?:ute)?|hour|day|week)s?\.? ago`;
const posted = '(?:(?:first )?published|(?:last )?(?:updated|modified)|posted|veröffentlicht|aktualisiert|publié|publicado)';

/** What pages print around their articles: how long one reads, how often it was seen, which picture of how many, when it was posted. */
const furniture: readonly RegExp[] = [
  /\bmin(?:ute)?s?\.?[ -]read\b|\breading time\b|\blesezeit\b|\btemps de lecture\b|\b(?:min(?:uto)?s?\.? de|tiempo de) lectura\b/i,
  new RegExp(String.raw`^\P{L}*\d[\d.,]* ?[km]? ?${counted}(?:\P{L}+(?:\d[\d.,]* ?[km]? ?)?${counted}){0,4}\P{L}*$`, 'iu'),
  new RegExp(String.raw`^\P{L}*${counted}\P{L}+$`, 'iu'),
  /^\P{L}*(?:(?:photo|image|picture|slide|page|bild|seite)s? )?\d+ ?(?:of|\/|von|de|sur) ?\d+\P{L}*$/iu,
  /^\P{L}*(?:subscribe|sign up|abonnieren|abonnez|suscr[ií]b\p{L}*)(?!\p{L}).*\p{Sc}/iu,
  /\p{Sc}.*\b(?:cancel any ?time|free trial|unlimited access)\b/iu,
  new RegExp(String.raw`^\P{L}*${posted}:? (?:(?:on|at|am|le|el) )?(?:\p{L}{3,9}\.?,? ){0,2}\d`, 'iu'),
  new RegExp(String.raw`^\P{L}*${clocked}\P{L}*$`, 'iu'),
];

/** "A 13-year-old Jane Doe": of two that courts call so each has an age. */
const ageOfNobody = new RegExp(String.raw`^(?:an? )?\d+[- ]years?[- ]old (?:\p{L}+ ){0,2}${STAND_IN}(?!\p{L})`, 'iu');

/** Contradictions but for those that rest on a line of page furniture, or on the age of somebody whose name hides who they are. */
export function ofTheEvent(conflicts: readonly Conflict[], sources: readonly Source[]): Conflict[] {
  if (conflicts.length === 0) return [];
  const raw = new Map(sources.map(({ article }) => [article.uri, article.raw]));
  return conflicts.filter(({ passages }) => {
    const first = passages[0]?.uri;
    if (passages.every(({ uri }) => uri === first)) return true;
    return !passages.some(({ uri, start }) => {
      const text = raw.get(uri) ?? '';
      return ageOfNobody.test(text.slice(start, start + LONGEST)) || isFurniture(lineAt(text, start));
    });
  });
}

function isFurniture(line: string): boolean {
  return line.length <= LONGEST && furniture.some((form) => form.test(line));
}

/** The line that a place stands in; of a longer one a stretch that is too long to be furniture. */
function lineAt(raw: string, at: number): string {
  const before = raw.slice(Math.max(0, at - LONGEST), at);
  const after = raw.slice(at, at + LONGEST);
  const end = after.indexOf('\n');
  const line = before.slice(before.lastIndexOf('\n') + 1) + (end < 0 ? after : after.slice(0, end));
  return line.replace(/<[^>]{0,200}>/g, '').trim();
}
