import type { Article } from '../article';

/** A name that an article's outlet may have, and where it was found. A guess is offered to a person and never used unasked. */
export interface OutletGuess {
  readonly name: string;
  readonly from: 'address' | 'headline' | 'text' | 'copyright' | 'file' | 'agency';
}

/** Words by which a name is told to be that of an outlet. */
const outletWord =
  /^(?:news|times|post|daily|weekly|herald|tribune|gazette|courier|press|radio|tv|television|journal|observer|chronicle|star|mail|telegraph|globe|mirror|record|review|bulletin|dispatch|express|standard|sentinel|examiner|inquirer|independent|monitor|wire|newswire|broadcasting|zeitung|presse|agency|network|online)$/i;
/** Words of file names that tell nothing of an outlet. */
const anyFile =
  /^(?:article|articles|untitled|saved|page|copy|new|file|text|txt|document|doc|download|index|note|notes|story|draft|web|html|www|com|opinion|comment|column|editorial|interview|analysis|report|feature|live|blog|sport|sports|politics|business|world|local|from|the|a|an|of|and|on|in|to|for|at|by|with|no|nr|part|final|version)$/i;
const mostWords = 5;

/** The likeliest first; none where nothing speaks for a name. */
export function outletGuesses({ article, path }: { readonly article: Pick<Article, 'prose' | 'metadata' | 'raw'>; readonly path: string }) {
  const { title, url } = article.metadata;
  const guesses = [
    guess('address', hostName(url?.value)),
    guess('headline', afterHeadline(title?.value)),
    guess('text', firstLine(article.prose.text, title?.value)),
    guess('copyright', copyright(article.raw)),
    guess('file', fileName(path, title?.value, article.prose.text)),
    guess('agency', agency(article.prose.text)),
    guess('agency', credit(article.prose.text)),
  ].flat();
  const seen = new Set<string>();
  return guesses.filter(({ name }) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
}

function guess(from: OutletGuess['from'], name: string | undefined): readonly OutletGuess[] {
  return name === undefined || name === '' ? [] : [{ name, from }];
}

function hostName(url: string | undefined): string | undefined {
  return /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)/i.exec(url ?? '')?.[1]?.toLowerCase();
}

/** "Ferry aground | The Fjord Times": what stands behind the last bar or dash, where it may be a name. */
function afterHeadline(title: string | undefined): string | undefined {
  const last = /\s[|–—-]\s([^|–—]+)$/u.exec(title ?? '')?.[1]?.trim();
  return last !== undefined && isName(last) ? last : undefined;
}

/** A line of the head that is a name with a word for an outlet in it; the headline itself only where another line follows as one. */
function firstLine(text: string, title: string | undefined): string | undefined {
  const lines = text.trimStart().slice(0, 600).split('\n').map((line) => line.trim()).filter((line) => line !== ''); // prettier-ignore
  const name = lines.slice(0, 4).find((line, index) => {
    const isHeadline = line === title && (lines[index + 1]?.length ?? 0) > 120;
    return isName(line) && !isHeadline && line.split(/\s+/).some((word) => outletWord.test(word));
  });
  return name !== undefined && /^[^\p{Ll}]{8,}$/u.test(name) ? inSmallLetters(name) : name;
}

/** "THE FEN COURIER" is how it is printed, and not its name; short words in capitals may be initials. */
function inSmallLetters(name: string): string {
  return name.replace(/\p{Lu}{4,}|\bTHE\b|\bOF\b|\bAND\b/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}

/** A line that is surely no headline: a name that ends or begins with the word for an outlet ("The Fen Courier", "Radio Fen"). */
export function isOutletName(line: string): boolean {
  const words = line.split(/\s+/);
  const isCapital = words.every((word) => /^(?:\p{Lu}|&|(?:of|the|and|der|die|de|la|le|el)$)/u.test(word));
  return words.length > 1 && isName(line) && isCapital && [words[0], words.at(-1)].some((word) => outletWord.test(word ?? ''));
}

function isName(line: string): boolean {
  const words = line.split(/\s+/);
  return words.length <= mostWords && /^\p{L}[^.?!:,;]{1,39}$/u.test(line) && words.every((word) => !/^\p{Ll}{4,}$/u.test(word));
}

/** "harbour-news-2031-04-16.txt": without digits, single letters and words of any file; nothing where it repeats the headline. */
function fileName(path: string, title: string | undefined, text: string): string | undefined {
  const name = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '').replace(/\.article$/i, '');
  if (/^[0-9a-f]{6,}$/i.test(name.replace(/[-_]/g, ''))) return undefined;
  const words = name.split(/[^\p{L}]+/u).filter((word) => word.length > 1 && !anyFile.test(word));
  const headline = new Set((title ?? '').toLowerCase().split(/[^\p{L}]+/u));
  const repeated = words.filter((word) => headline.has(word.toLowerCase())).length;
  if (words.length === 0 || words.length > 3 || repeated * 2 >= words.length) return undefined;
  const capitals = new Set(text.slice(0, 2000).match(/\p{Lu}{2,5}/gu));
  const spelled = (word: string) => (capitals.has(word.toUpperCase()) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1));
  return words.map(spelled).join(' ');
}

/** Whose the page says it is: "© 2031 Fen Valley Post", at its end. */
function copyright(raw: string): string | undefined {
  const end = raw.slice(-3000).replace(/&copy;/gi, '©');
  const name = /(?:©|\bcopyright\b)\s{0,3}(?:©|\(c\))?\s{0,3}(?:\d{4}(?:\s?[-–]\s?\d{4})?)?,?\s{0,3}(\p{L}[^.,|<>©\n\d]{2,39})/iu
    .exec(end)?.[1]
    ?.trim();
  return name !== undefined && isOutletName(name) ? name : undefined;
}

/** The agency of a dateline: "HALDEN, April 16 (Northern Wire) —". */
function agency(text: string): string | undefined {
  return /^[^\n]{2,60}\((\p{Lu}[\p{L} ]{1,30})\)\s{0,2}(?:--|[—–-])/mu.exec(text.slice(0, 2000))?.[1]?.trim();
}

/** "(Lowland News Agency)", alone on the last line. */
function credit(text: string): string | undefined {
  const name = /\n[ \t]*\(([^()\n]{3,40})\)\s*$/u.exec(text.slice(-200))?.[1]?.trim() ?? '';
  return isName(name) && name.split(/\s+/).some((word) => outletWord.test(word)) ? name : undefined;
}
