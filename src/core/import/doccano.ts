import { CarriedText } from './carriedText';
import { decisionsOnly, ImportCollector, type ImportFile, type ImportFormat } from './imported';
import { countOf, type JsonObject, listOf, objectLines, objectOf, objectsOf, present, textOf } from './json';
import { predictedBy, scoreOf } from './predicted';

/**
 * doccano's JSONL for sequence labelling, with `label` triples or with `entities` and `relations` (of these, Said names the words of
 * the speaker). A span with a probability (`prob`), as its interface has those of automatic labelling, is a suggestion. Offsets are
 * UTF-16, as its editor counts; there are no words beside them, so a text with signs beyond the Basic Multilingual Plane may have been
 * counted otherwise, and is told.
 */
export const doccanoImport: ImportFormat = {
  id: 'doccano',
  label: 'doccano JSONL',
  extensions: ['jsonl'],
  read: (files, _registry, mapping) => {
    const found = new ImportCollector(mapping);
    for (const file of files)
      for (const [document, line] of objectLines(file.text, (message, line) => found.problem(file, message, line)))
        readDocument(document, line, file, found);
    return found.content({ holds: ['accepted'], lacks });
  },
};

/** What a person has marked has none, or 0. */
function isPredicted(score: number | undefined): boolean {
  return score !== undefined && score > 0;
}

const lacks = [
  ...decisionsOnly,
  ...(['kind', 'speakers', 'mention', 'provenance', 'value', 'in', 'tags', 'note', 'comments', 'by', 'reviewed'] as const),
];

function readDocument(document: JsonObject, line: number, file: ImportFile, found: ImportCollector): void {
  const text = textOf(document.text);
  if (text === undefined) {
    found.problem(file, 'The line has no text.', line);
    return;
  }
  const carried = new CarriedText(text);
  const labels = listOf(document.label ?? document.labels).flatMap((entry) => (Array.isArray(entry) ? [entry as readonly unknown[]] : []));
  const spans = [
    ...objectsOf(document.entities).map((entity) => ({
      id: countOf(entity.id),
      start: countOf(entity.start_offset),
      end: countOf(entity.end_offset),
      label: textOf(entity.label),
      score: scoreOf(entity.prob ?? entity.score),
    })),
    ...labels.map(([start, end, label, score]) => {
      return { id: undefined, start: countOf(start), end: countOf(end), label: textOf(label), score: scoreOf(score) };
    }),
  ];
  if (spans.length > 0 && /[\u{10000}-\u{10FFFF}]/u.test(text))
    found.problem(file, 'The text has signs that programs count differently: look at where the annotations stand.', line);
  const said = objectsOf(document.relations).filter(({ type }) => textOf(type)?.toLowerCase() === 'said');
  const mentions = new Map(said.map(({ from_id, to_id }) => [countOf(to_id), countOf(from_id)]));
  const passages = spans.map(({ start, end }) =>
    start === undefined || end === undefined ? undefined : carried.passage(start, end, 'utf-16'),
  );
  const path = textOf(objectOf(document.meta)?.path);
  // in our own export the words that name a speaker, and the verb, are spans only because doccano has no other place for them
  const parts = new Set(path === undefined ? [] : objectsOf(document.relations).map(({ from_id }) => countOf(from_id)));
  for (const [i, span] of spans.entries()) {
    const place = passages[i];
    if (place === undefined) {
      found.problem(file, 'The offsets of a label lie outside the text.', line);
      continue;
    }
    const label = found.labelled(span.label);
    if (label === undefined) continue;
    const of = span.id === undefined ? undefined : mentions.get(span.id);
    const mention = of === undefined ? undefined : passages[spans.findIndex(({ id }) => id === of)];
    found.annotations.push({
      article: present({ path, text: carried.raw }),
      ...(span.id !== undefined && parts.has(span.id) && { isPart: true as const }),
      annotation: {
        ...label,
        ...(isPredicted(span.score)
          ? { status: 'suggested', by: predictedBy('doccano', undefined, span.score) }
          : { status: 'accepted', by: 'doccano' }),
        ...place,
        ...(mention && { mention: { start: mention.start, end: mention.end } }),
      },
    });
  }
}
