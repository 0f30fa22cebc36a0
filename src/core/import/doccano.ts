import { CarriedText } from './carriedText';
import { decisionsOnly, ImportCollector, type ImportFile, type ImportFormat } from './imported';
import { countOf, type JsonObject, listOf, objectLines, objectOf, present, textOf } from './json';
import { predictedBy, scoreOf } from './predicted';
import { Ties } from './ties';

/**
 * doccano's JSONL for sequence labelling, with `label` triples or with `entities` and `relations` (those that lead from
 * a speaker to words name the speaker, others are counted). A span with a probability (`prob`), as its interface has those of automatic labelling, is a suggestion. Offsets are
 * UTF-16, as its editor counts; there are no words beside them, so a text with signs beyond the Basic Multilingual Plane may have been
 * counted otherwise, and is told.
 */
export const doccanoImport: ImportFormat = {
  id: 'doccano',
  label: 'doccano JSONL',
  extensions: ['jsonl'],
  read: (files, _registry, mapping) => {
    const found = new ImportCollector(mapping);
    for (const file of files) {
      let [lines, labelled] = [0, 0];
      for (const [document, line] of objectLines(file.text, (message, line) => found.problem(file, message, line))) {
        lines += 1;
        if ((document.label ?? document.labels ?? document.entities ?? document.cats) !== undefined) labelled += 1;
        readDocument(document, line, file, found);
      }
      if (lines > 0 && labelled === 0) found.problem(file, 'This is no export of doccano: no line has label, labels or entities.');
    }
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
  const given = [...listOf(document.label), ...listOf(document.labels)];
  const triples = given.flatMap((entry) => (Array.isArray(entry) ? [entry as readonly unknown[]] : []));
  const onText = given.length - triples.length + Object.keys(objectOf(document.cats) ?? {}).length;
  if (onText > 0) found.skip('labels of whole texts', onText);
  const comments = listOf(document.Comments ?? document.comments).length;
  if (comments > 0) found.skip('comments on whole texts', comments);
  const spans = [
    ...found.objects(document.entities, 'entities').map((entity) => ({
      id: countOf(entity.id),
      start: countOf(entity.start_offset),
      end: countOf(entity.end_offset),
      label: textOf(entity.label),
      score: scoreOf(entity.prob ?? entity.score),
    })),
    ...triples.map(([start, end, label, score]) => {
      return { id: undefined, start: countOf(start), end: countOf(end), label: textOf(label), score: scoreOf(score) };
    }),
  ];
  if (spans.length > 0 && /[\u{10000}-\u{10FFFF}]/u.test(text))
    found.problem(file, 'The text has signs that programs count differently: look at where the annotations stand.', line);
  const read = spans.map((span) => {
    const { start, end } = span;
    const place = start === undefined || end === undefined ? undefined : carried.passage(start, end, 'utf-16');
    if (place === undefined) found.problem(file, 'The offsets of a label lie outside the text.', line);
    return { ...span, place, label: place && found.labelled(span.label) };
  });
  const byId = new Map(read.flatMap((span) => (span.id === undefined ? [] : [[String(span.id), span]])));
  const relations = found.objects(document.relations, 'relations');
  const path = textOf(objectOf(document.meta)?.path);
  const ties = new Ties();
  for (const { type, from_id, to_id } of relations)
    ties.relation(textOf(type) ?? 'without a name', [
      { role: '', id: String(countOf(from_id)) },
      { role: '', id: String(countOf(to_id)) },
    ]);
  const mentions = ties.speakers(
    (id) => byId.get(id)?.label?.type,
    found.mapping,
    (what) => {
      // in our own export there are some to the verb, which the engines find
      if (path === undefined || !what.endsWith(' Cue')) found.skip(what);
    },
  );
  // there the words that name a speaker, and the verb, are spans only because doccano has no other place for them
  const parts = new Set(path === undefined ? [] : relations.map(({ from_id }) => countOf(from_id)));
  for (const { id, place, label, score } of read) {
    if (place === undefined || label === undefined) continue;
    const mention = id === undefined ? undefined : byId.get(mentions.get(String(id)) ?? '')?.place;
    found.annotations.push({
      article: present({ path, text: carried.raw }),
      ...(id !== undefined && parts.has(id) && { isPart: true as const }),
      annotation: {
        ...label,
        ...(isPredicted(score)
          ? { status: 'suggested', by: predictedBy('doccano', undefined, score) }
          : { status: 'accepted', by: 'doccano' }),
        ...place,
        ...(mention && { mention: { start: mention.start, end: mention.end } }),
      },
    });
  }
}
