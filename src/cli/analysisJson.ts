import type { Analysis, Article, DateExpression, Problem, Quotation, Span } from '../core/index';

/** An article's findings in the shape that programs read; offsets are UTF-16 into the text with LF line ends and without a byte order mark. */
export function analysisJson(article: Article, analysis: Analysis) {
  return {
    published: article.metadata.published?.value ?? null,
    quotations: analysis.quotations.map((quotation) => quotationJson(article.raw, quotation)),
    dates: analysis.dates.map(dateJson),
    problems: analysis.problems.map(problemJson),
  };
}

function quotationJson(raw: string, quotation: Quotation) {
  const { type, segments, mention, speakerName, cue, provenance, confidence } = quotation;
  return {
    ...bare(quotation),
    type,
    segments: segments.map(bare),
    speaker: mention ? { ...bare(mention), text: raw.slice(mention.start, mention.end) } : null,
    speakerName: speakerName ?? null,
    cue: cue ? bare(cue) : null,
    provenance: provenance?.name ?? null,
    confidence,
  };
}

function dateJson(date: DateExpression) {
  return { ...bare(date), text: date.text, type: date.type, value: date.value };
}

function problemJson({ kind, message, passages }: Problem) {
  return { kind, message, passages: passages.map(bare) };
}

function bare({ start, end }: Span): Span {
  return { start, end };
}
