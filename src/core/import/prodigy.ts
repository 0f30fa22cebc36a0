import type { Registry } from '../text/metadata/registry';
import { CarriedText } from './carriedText';
import { ImportCollector, type ImportFile, type ImportFormat } from './imported';
import { countOf, type JsonObject, listOf, madeWith, objectLines, objectOf, present, textOf } from './json';
import { predictedBy, scoreOf } from './predicted';
import { speakersNamed } from './speakersNamed';
import { Ties } from './ties';

/**
 * Prodigy's JSONL, one text a line with its spans and how it was answered: accepted, rejected or ignored; what nobody has answered is a
 * suggestion. Offsets count code points, and the words beside them go first. A relation that leads from a speaker to words names the speaker; others are counted.
 */
export const prodigyImport: ImportFormat = {
  id: 'prodigy',
  label: 'Prodigy JSONL',
  extensions: ['jsonl'],
  read: (files, registry, mapping) => {
    const found = new ImportCollector(mapping);
    for (const file of files)
      for (const [task, line] of objectLines(file.text, (message, line) => found.problem(file, message, line)))
        readTask(task, line, file, registry, found);
    return found.content();
  },
};

const answers: readonly unknown[] = ['accept', 'reject', 'ignore', undefined, null];

function readTask(task: JsonObject, line: number, file: ImportFile, registry: Registry, found: ImportCollector): void {
  const text = textOf(task.text);
  const answer = textOf(task.answer);
  if (text === undefined) {
    found.problem(file, 'The line has no text.', line);
    return;
  }
  if (answer === 'ignore') {
    found.skip('texts that were ignored');
    return;
  }
  if (!answers.includes(task.answer))
    found.problem(file, 'The answer is none of accept, reject and ignore: what is marked comes in as suggested.', line);
  const onText = (task.label === undefined || task.label === null ? 0 : 1) + listOf(task.accept).length;
  if (onText > 0) found.skip('labels of whole texts', onText);
  const meta = objectOf(task.meta);
  const carried = new CarriedText(text);
  const article = present({ path: textOf(meta?.path) ?? textOf(meta?.source), url: textOf(meta?.url), text: carried.raw });
  const seconds = typeof task._timestamp === 'number' ? countOf(Math.floor(task._timestamp)) : undefined;
  const at = seconds === undefined || seconds > 8e12 ? undefined : new Date(seconds * 1000).toISOString();
  const author = textOf(task._annotator_id) ?? textOf(task._session_id) ?? (at === undefined ? undefined : 'prodigy');
  const spans = found.objects(task.spans, 'spans').map((span) => {
    const place = carried.quoted(textOf(span.text), countOf(span.start), countOf(span.end));
    if (place === undefined) found.problem(file, 'The offsets of a label lie outside the text.', line);
    return { place, label: place && found.labelled(textOf(span.label)), score: scoreOf(span.score), keys: keysOf(span) };
  });
  const byKey = new Map(spans.flatMap(({ keys }, i) => keys.map((key) => [key, String(i)] as const)).reverse());
  const ties = new Ties();
  const memberOf = (span: unknown) => {
    const [key = '', offsets = ''] = keysOf(objectOf(span) ?? {});
    return { role: '', id: byKey.get(key) ?? byKey.get(offsets) ?? '' };
  };
  for (const { label, head_span, child_span } of found.objects(task.relations, 'relations'))
    ties.relation(textOf(label) ?? 'without a name', [memberOf(head_span), memberOf(child_span)]);
  const speakers = ties.speakers(
    (id) => spans[Number(id || -1)]?.label?.type,
    found.mapping,
    (what) => found.skip(what),
  );
  for (const [i, { place, label, score }] of spans.entries()) {
    if (place === undefined || label === undefined) continue;
    const mention = spans[Number(speakers.get(String(i)) ?? -1)]?.place;
    const isDecided = answer === 'accept' || answer === 'reject';
    found.annotations.push({
      article,
      annotation: {
        ...label,
        ...(isDecided
          ? { status: answer === 'reject' ? 'rejected' : 'accepted', ...madeWith('prodigy', author, at) }
          : { status: 'suggested', by: predictedBy('prodigy', textOf(meta?.model), score ?? scoreOf(meta?.score)) }),
        ...place,
        ...present({ speakers: mention === undefined ? [] : speakersNamed(mention.exact, registry) }),
        ...(mention?.start !== undefined && mention.end !== undefined && { mention: { start: mention.start, end: mention.end } }),
      },
    });
  }
}

/** What a relation can mean a span by: its offsets with its label, else these alone. */
function keysOf({ start, end, label }: JsonObject): readonly string[] {
  return [JSON.stringify([start, end, label]), JSON.stringify([start, end])];
}
