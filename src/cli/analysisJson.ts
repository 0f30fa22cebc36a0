import type { Analysis, Article, DateExpression, Problem, Quotation, QuotationPart, Span } from '../core/index';

/** An article's findings in the shape that programs read; offsets are UTF-16 into the text with LF line ends and without a byte order mark. */
export function analysisJson(article: Article, analysis: Analysis) {
  return {
    published: article.metadata.published?.value ?? null,
    quotations: analysis.quotations
      .flatMap((quotation) => quotation.parts.map((part, index) => partJson(article.raw, quotation, part, index > 0)))
      .sort((a, b) => a.start - b.start),
    dates: analysis.dates.map(dateJson),
    problems: analysis.problems.map(problemJson),
  };
}

/** The parts of a quotation stand one by one; those after the first say so. */
function partJson(raw: string, { speakerName }: Quotation, part: QuotationPart, continues: boolean) {
  const { type, segments, mention, cue, provenance, confidence } = part;
  return {
    ...bare(part),
    type,
    segments: segments.map(bare),
    speaker: mention ? { ...bare(mention), text: raw.slice(mention.start, mention.end) } : null,
    speakerName: speakerName ?? null,
    cue: cue ? bare(cue) : null,
    provenance: provenance?.name ?? null,
    confidence,
    ...(part.folded === true && { folded: true }),
    ...(continues && { continues }),
  };
}

function dateJson(date: DateExpression) {
  return { ...bare(date), text: date.text, type: date.type, value: date.value, ...(date.minor && { minor: true }) };
}

function problemJson({ kind, message, passages }: Problem) {
  return { kind, message, passages: passages.map(bare) };
}

function bare({ start, end }: Span): Span {
  return { start, end };
}
