import {
  type Analysis,
  type Article,
  type DateExpression,
  passageLanguage,
  type Problem,
  type Quotation,
  type QuotationPart,
  type Span,
} from '../core/index';

/** An article's findings in the shape that programs read; offsets are UTF-16 into the text with LF line ends and without a byte order mark. */
export function analysisJson(article: Article, analysis: Analysis) {
  return {
    published: article.metadata.published?.value ?? null,
    language: article.language,
    quotations: quotationsJson(article, analysis),
    dates: analysis.dates.map(dateJson),
    problems: analysis.problems.map(problemJson),
  };
}

/** The parts one by one; those inside the words of another name the place of the outer one in this list. */
function quotationsJson(article: Article, { quotations, nested = [] }: Analysis) {
  const outer = quotations
    .flatMap((quotation) => quotation.parts.map((part, index) => partJson(article, quotation, part, index > 0)))
    .sort((a, b) => a.start - b.start);
  const inner = nested.flatMap((quotation) => quotation.parts.map((part) => partJson(article, quotation, part, false)));
  return [...outer, ...inner.map((one) => ({ ...one, in: outer.findIndex(({ start, end }) => start <= one.start && one.end <= end) }))];
}

/** The parts of a quotation stand one by one; those after the first say so. */
function partJson(article: Article, { speakerName }: Quotation, part: QuotationPart, continues: boolean) {
  const { raw } = article;
  const { type, segments, mention, cue, provenance, confidence } = part;
  const language = passageLanguage(article, part);
  return {
    ...bare(part),
    type,
    segments: segments.map(bare),
    speaker: mention ? { ...bare(mention), text: raw.slice(mention.start, mention.end) } : null,
    speakerName: speakerName ?? null,
    cue: cue ? bare(cue) : null,
    provenance: provenance?.name ?? null,
    confidence,
    ...(language !== undefined && { language }),
    ...(part.folded === true && { folded: true }),
    ...(continues && { continues }),
  };
}

function dateJson(date: DateExpression) {
  return {
    ...bare(date),
    text: date.text,
    type: date.type,
    value: date.value,
    ...(date.minor && { minor: true }),
    ...(date.doubt && { doubt: true }),
  };
}

function problemJson({ kind, message, passages }: Problem) {
  return { kind, message, passages: passages.map(bare) };
}

function bare({ start, end }: Span): Span {
  return { start, end };
}
