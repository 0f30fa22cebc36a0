import { readArticle } from '../../text/readArticle';

/** Headings of a page, as HTML. */
interface Headings {
  /** What the page is called by whoever looked for its article. */
  readonly title?: string;
  /** The heading that says of itself that it is the headline. */
  readonly headline?: string;
  /** The nearest above the text first. */
  readonly headings: readonly string[];
}

export interface PageTitle {
  readonly title: string | undefined;
  /** The heading that is printed above the text, as HTML. */
  readonly heading: string | undefined;
}

/** A shorter part of a title is a rubric. */
const headlineShare = 0.4;

/**
 * The title of a page: the printed headline where `fact`, which the page says of itself, holds it; that often holds the outlet's name or a
 * rubric besides. Else what it says.
 */
export function pageTitle(main: Headings | undefined, fact: string | undefined): PageTitle {
  const titles = [fact, main?.title].filter((each) => each !== undefined);
  const heading = main && headlineOf(main, titles);
  const headline = heading === undefined ? undefined : textOf(heading);
  const isSaid =
    heading !== undefined && heading === main?.headline && titles.some((title) => isHeadlineOf(folded(headline ?? ''), folded(title)));
  const isPart = headline !== undefined && isHeadlineOf(folded(headline), folded(titles[0] ?? headline));
  return { title: isSaid || isPart ? headline : titles[0], heading };
}

/** The heading nearest above the text that a title of the page holds, else the only one of the first level. */
function headlineOf(main: Headings, titles: readonly string[]): string | undefined {
  const known = titles.map(folded);
  const said = main.headline === undefined ? '' : folded(textOf(main.headline));
  if (known.some((title) => isHeadlineOf(said, title))) return main.headline;
  const headings = main.headings.map((html) => ({ html, text: folded(textOf(html)) })).filter(({ text }) => text !== '');
  const printed = known.map((title) => headings.find(({ text }) => isHeadlineOf(text, title))).find((heading) => heading !== undefined);
  const first = headings.filter(({ html }) => /^<h1\b/i.test(html));
  return (printed ?? (first.length === 1 ? first[0] : undefined))?.html;
}

function isHeadlineOf(heading: string, title: string): boolean {
  if (heading.length < 12) return heading === title;
  return title.startsWith(heading) || (heading.length > headlineShare * title.length && title.includes(heading));
}

/** "Lock to open - Basin Herald" */
export function withoutOutlet(title: string | undefined, outlet: string | undefined): string | undefined {
  if (title === undefined || outlet === undefined || !title.toLowerCase().endsWith(outlet.toLowerCase())) return title;
  const rest = title.slice(0, title.length - outlet.length);
  return /\s[-–—|·•:]\s$/.test(rest) ? rest.slice(0, -3).trim() : title;
}

/** Whether the heading stands in the content already. */
export function hasHeading(content: string, heading: string): boolean {
  const { prose } = readArticle({ uri: 'part.html', path: 'part.html', text: content, version: 1 });
  const wanted = folded(textOf(heading));
  return prose.text.split('\n\n').some((block) => folded(block) === wanted);
}

function textOf(html: string): string {
  return readArticle({ uri: 'part.html', path: 'part.html', text: html, version: 1 }).prose.text.replace(/\s+/g, ' ').trim();
}

export function folded(text: string): string {
  return text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
}
