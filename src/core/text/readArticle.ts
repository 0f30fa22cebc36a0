import type { Article, ArticleFormat, Fact, Language } from './article';
import { attempt, type Fault } from './fault';
import { type FrontMatter, readFrontMatter } from './metadata/frontMatter';
import { readHtml } from './html/html';
import type { HtmlFacts } from './html/htmlFacts';
import { languageNamed, languageOf } from './metadata/language';
import { plainAddress, plainHeadline } from './metadata/headline';
import { readMarkdown } from './markdown/markdown';
import { readMetadata, type SetFacts } from './metadata/metadata';
import { plainProse, type Prose } from './prose';
import type { Registry } from './metadata/registry';

export interface ArticleSource {
  readonly uri: string;
  /** Path relative to the folder, '/' separated: decides the format and the outlet globs. */
  readonly path: string;
  /** The file's text as decoded; CRLF and a byte order mark are taken out here. */
  readonly text: string;
  readonly version: number;
  readonly registry?: Registry;
  /** What a person set for this article (the sidecar's `document`). */
  readonly set?: SetFacts;
}

/** Reads an article: raw, prose, metadata. Spans are UTF-16 code units into `raw`. Never throws on any text; linear in it. */
export function readArticle(source: ArticleSource): Article {
  const raw = source.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const format = formatOf(source.path);
  const faults: Fault[] = [];
  const tell = (fault: Fault) => faults.push(fault);
  const frontMatter = attempt<FrontMatter>(
    'its front matter',
    () => readFrontMatter(raw),
    () => ({ end: 0, values: new Map() }),
    tell,
  );
  const { prose, html, title, address } = attempt(
    'the text between its markup',
    () => readProse(format, raw, frontMatter.end),
    () => ({ prose: plainProse(raw, 0), html: undefined, title: undefined, address: undefined }),
    tell,
  );
  const metadata = attempt(
    'what it says about itself',
    () => readMetadata({ path: source.path, set: source.set ?? {}, frontMatter, html, title, address, registry: source.registry, prose }),
    () => ({ publicationLines: [] }),
    tell,
  );
  const language = attempt<Language>(
    'its language',
    () =>
      languageNamed(source.set?.language) ??
      languageNamed(said(frontMatter, 'language') ?? said(frontMatter, 'lang')) ??
      languageOf(prose.text),
    () => 'other',
    tell,
  );
  return {
    uri: source.uri,
    format,
    raw,
    prose,
    version: source.version,
    metadata,
    language,
    ...(faults.length > 0 && { faults }),
  };
}

function said({ values }: FrontMatter, key: string): string | undefined {
  return values.get(key)?.value;
}

function readProse(
  format: ArticleFormat,
  raw: string,
  start: number,
): {
  readonly prose: Prose;
  readonly html: HtmlFacts | undefined;
  readonly title: Fact | undefined;
  readonly address: Fact | undefined;
} {
  if (format === 'html') {
    const { prose, facts } = readHtml(raw, start);
    return { prose, html: facts, title: undefined, address: undefined };
  }
  if (format === 'markdown') {
    const { prose, title } = readMarkdown(raw, start);
    return { prose, html: undefined, title, address: undefined };
  }
  return { prose: plainProse(raw, start), html: undefined, title: plainHeadline(raw, start), address: plainAddress(raw, start) };
}

/** The format of a file by its name's ending. */
export function formatOf(path: string): ArticleFormat {
  if (/\.html?$/i.test(path)) return 'html';
  return /\.(md|markdown)$/i.test(path) ? 'markdown' : 'text';
}
