import { CarriedText } from './carriedText';
import { ImportCollector, type ImportFile, type ImportFormat } from './imported';
import { countOf, type JsonObject, objectLines, objectOf, objectsOf, present, textOf } from './json';
import { predictedBy, scoreOf } from './predicted';
import { Ties } from './ties';

/**
 * Prodigy's JSONL, one text a line with its spans and how it was answered: accepted, rejected or ignored; what nobody has answered is a
 * suggestion. Offsets count code points. A relation that leads from a speaker to words names the speaker; others are counted.
 */
export const prodigyImport: ImportFormat = {
  id: 'prodigy',
  label: 'Prodigy JSONL',
  extensions: ['jsonl'],
  read: (files, _registry, mapping) => {
    const found = new ImportCollector(mapping);
    for (const file of files)
      for (const [task, line] of objectLines(file.text, (message, line) => found.problem(file, message, line)))
        readTask(task, line, file, found);
    return found.content();
  },
};

function readTask(task: JsonObject, line: number, file: ImportFile, found: ImportCollector): void {
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
  const meta = objectOf(task.meta);
  const carried = new CarriedText(text);
  const article = present({ path: textOf(meta?.path) ?? textOf(meta?.source), url: textOf(meta?.url), text: carried.raw });
  const seconds = countOf(task._timestamp);
  const by = textOf(task._annotator_id) ?? textOf(task._session_id) ?? 'prodigy';
  const reviewed = seconds === undefined || seconds > 8e12 ? undefined : { by, at: new Date(seconds * 1000).toISOString() };
  const spans = objectsOf(task.spans);
  const places = spans.map(({ start, end }) => {
    const [from, to] = [countOf(start), countOf(end)];
    return from === undefined || to === undefined ? undefined : carried.passage(from, to, 'code points');
  });
  const labels = spans.map(({ label }) => found.labelled(textOf(label)));
  const ties = new Ties();
  const idOf = (span: unknown) => {
    const { start, end } = objectOf(span) ?? {};
    return String(spans.findIndex((one) => one.start === start && one.end === end));
  };
  for (const { label, head_span, child_span } of objectsOf(task.relations))
    ties.relation(textOf(label) ?? '', [
      { role: '', id: idOf(head_span) },
      { role: '', id: idOf(child_span) },
    ]);
  const speakers = ties.speakers(
    (id) => labels[Number(id)]?.type,
    found.mapping,
    (what) => found.skip(what),
  );
  for (const [i, { score }] of spans.entries()) {
    const [place, label] = [places[i], labels[i]];
    if (place === undefined) found.problem(file, 'The offsets of a label lie outside the text.', line);
    if (place === undefined || label === undefined) continue;
    const mention = places[Number(speakers.get(String(i)) ?? -1)];
    const sure = scoreOf(score) ?? scoreOf(meta?.score);
    found.annotations.push({
      article,
      annotation: {
        ...label,
        ...(answer === undefined
          ? { status: 'suggested', by: predictedBy('prodigy', textOf(meta?.model), sure) }
          : { status: answer === 'reject' ? 'rejected' : 'accepted', by: 'prodigy', ...present({ reviewed }) }),
        ...place,
        ...(mention && { mention: { start: mention.start, end: mention.end } }),
      },
    });
  }
}
