import type { Article } from '../text/article';
import { attempt, type Fault } from '../text/fault';
import { type Prose, proseSpanToRaw } from '../text/prose';
import { type ArticleSource, readArticle } from '../text/readArticle';
import type { Registry } from '../text/metadata/registry';
import type { Span } from '../text/span';
import { checkDates, checkPublication } from './dates/index';
import { type LanguageReader, loadLanguage, readerOf } from './languages/index';
import type { Analysis, DateExpression, Problem, Quotation, QuotationPart, Speaker } from './model';
import { partOf, quotationOf } from './quotations/index';
import { isToldTranscript } from './turns/index';

/** Part of every cache key: changes whenever the engines may answer differently. */
export const engineVersion = '24';

/** As `readArticle`; what reads the article's language is loaded with the first article in it. */
export async function readToAnalyse(source: ArticleSource): Promise<Article> {
  const article = readArticle(source);
  await loadLanguage(article.language);
  return article;
}

/**
 * Runs every finder over one article. Spans of the result are UTF-16 code units into `article.raw`; the result is frozen. Never throws:
 * where a finder does, by a fault of ours, what the others found is there, and the fault. What reads the article's language is to be
 * loaded before (`readToAnalyse`, `loadLanguage`).
 */
export function analyse(article: Article, registry?: Registry): Analysis {
  const faults: Fault[] = [...(article.faults ?? [])];
  const tell = (fault: Fault) => faults.push(fault);
  const place = placer(article);
  const speech = attempt(
    'quotations and speakers',
    () => speechOf(article, registry, tell),
    () => noSpeech,
    tell,
  );
  const dates = attempt(
    'dates',
    () => datesOf(article),
    () => [],
    tell,
  );
  const problems = attempt(
    'checks of dates',
    () => [
      ...checkDates(article, dates, speech.quotations, readerOf(article.language).weekday).map((problem): Problem => ({
        ...problem,
        passages: problem.passages.map(({ start, end }) => place?.({ start, end }) ?? { start, end }),
      })),
      ...checkPublication(article),
    ],
    () => [],
    tell,
  );
  return deepFreeze({
    ...placeSpeech(speech, place),
    nested:
      place === undefined ? speech.nested : speech.nested.map((quotation) => ({ ...placeQuotation(quotation, place), in: quotation.in })),
    dates: place === undefined ? dates : dates.map((date): DateExpression => ({ ...date, ...place(date) })),
    problems,
    ...(speech.isTranscript && { isTranscript: true }),
    ...(faults.length > 0 && { faults }),
  });
}

const noSpeech: Speech = { quotations: [], nested: [], speakers: [] };

function datesOf(article: Article): readonly DateExpression[] {
  return readerOf(article.language).dates(article);
}

/** Quotations and speakers as `analyse` finds them, without dates and problems: all that an index keeps of an article. */
export function analyseSpeech(article: Article, registry?: Registry): Analysis {
  const faults: Fault[] = [...(article.faults ?? [])];
  const tell = (fault: Fault) => faults.push(fault);
  const speech = attempt(
    'quotations and speakers',
    () => speechOf(article, registry, tell),
    () => noSpeech,
    tell,
  );
  return deepFreeze({
    ...placeSpeech(speech, placer(article)),
    dates: [],
    problems: [],
    ...(speech.isTranscript && { isTranscript: true }),
    ...(faults.length > 0 && { faults }),
  });
}

type Speech = ReturnType<LanguageReader['statements']>;

function speechOf(article: Article, registry: Registry | undefined, tell: (fault: Fault) => void): Speech {
  const isTold = attempt(
    'whether it is a transcript',
    () => isToldTranscript(article.metadata),
    () => false,
    tell,
  );
  return readerOf(article.language).statements(article, registry, isTold);
}

function placeSpeech({ quotations, speakers }: Speech, place: Place | undefined): Pick<Analysis, 'quotations' | 'speakers'> {
  if (place === undefined) return { quotations, speakers };
  return {
    quotations: quotations.map((quotation) => placeQuotation(quotation, place)),
    speakers: speakers.map((speaker): Speaker => ({ ...speaker, mentions: speaker.mentions.map(place) })),
  };
}

function placeQuotation({ parts, speakers, speakerName }: Quotation, place: Place): Quotation {
  return quotationOf(
    parts.map((part) => placePart(part, place)),
    speakers,
    speakerName,
  );
}

type Place = (span: Span) => Span;

/** From the prose, in which the finders count, to raw; undefined where the prose is the whole of raw. */
function placer({ prose, raw }: Article): Place | undefined {
  return isRaw(prose, raw) ? undefined : (span) => proseSpanToRaw(prose, span);
}

function isRaw(prose: Prose, raw: string): boolean {
  return prose.runs.length === 3 && prose.text.length === raw.length;
}

function placePart(
  { type, sieve, segments, mention, cue, provenance, folded, ...part }: QuotationPart,
  place: (span: Span) => Span,
): QuotationPart {
  return partOf(
    {
      ...place(part),
      type,
      sieve,
      segments: segments.map(place),
      mention: mention && place(mention),
      cue: cue && place(cue),
      folded,
      provenance: provenance && { ...provenance, ...(provenance.span && { span: place(provenance.span) }) },
    },
    part.confidence,
  );
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    if (Array.isArray(value)) for (const part of value as readonly unknown[]) deepFreeze(part);
    else for (const key in value) deepFreeze(value[key]);
  }
  return value;
}
