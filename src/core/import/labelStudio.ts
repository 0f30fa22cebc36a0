import type { Annotation } from '../annotations/model';
import { speakerId } from '../annotations/speakerLabel';
import type { Registry } from '../text/metadata/registry';
import { CarriedText } from './carriedText';
import { decisionsOnly, ImportCollector, type ImportFile, type ImportFormat } from './imported';
import { countOf, type JsonObject, kindOf, objectOf, objectsOf, parseJson, present, textOf, textsOf } from './json';

/**
 * The JSON that Label Studio exports: tasks with their annotations. Regions are labels with the choices and texts given per region;
 * of relations, Said names the words of the speaker. Offsets count code points, and the words beside them go first. Predictions are
 * suggestions, and a task that was skipped says nothing.
 */
export const labelStudioImport: ImportFormat = {
  id: 'label-studio',
  label: 'Label Studio (exported JSON)',
  extensions: ['json'],
  read: (files, registry, mapping) => {
    const found = new ImportCollector(mapping);
    for (const file of files) {
      const root = parseJson(file.text, (message) => found.problem(file, message));
      const tasks = objectsOf(root).filter(isTask);
      if (root !== undefined && tasks.length === 0) found.problem(file, 'This is not an export of Label Studio: it has no tasks.');
      for (const [i, task] of tasks.entries()) readTask(task, i, file, registry, found);
    }
    return found.content({ holds: ['accepted'], lacks: [...decisionsOnly, 'provenance', 'tags', 'comments', 'by', 'reviewed', 'in'] });
  },
};

function isTask(task: JsonObject): boolean {
  return objectOf(task.data) !== undefined && (task.annotations !== undefined || task.predictions !== undefined);
}

interface Region {
  readonly id: string;
  readonly value: JsonObject;
  readonly label: string | undefined;
  readonly notes: string[];
  kind: Annotation['kind'];
  speakers: readonly string[];
  date: string | undefined;
}

function readTask(task: JsonObject, index: number, file: ImportFile, registry: Registry, found: ImportCollector): void {
  const data = objectOf(task.data) ?? {};
  const texts = Object.values(data).flatMap((value) => textOf(value) ?? []);
  const text = textOf(data.text) ?? texts.sort((a, b) => b.length - a.length)[0];
  if (text === undefined) {
    found.problem(file, `Task ${index + 1} has no text.`);
    return;
  }
  const predictions = objectsOf(task.predictions).flatMap(({ result }) => objectsOf(result).filter(({ type }) => type === 'labels'));
  if (predictions.length > 0) found.skip('suggestions', predictions.length);
  const carried = new CarriedText(text);
  const article = present({ path: textOf(data.path), text: carried.raw, url: textOf(data.url) });
  for (const annotation of objectsOf(task.annotations)) {
    if (annotation.was_cancelled === true) {
      found.skip('tasks that were skipped');
      continue;
    }
    const results = objectsOf(annotation.result);
    const regions = regionsOf(results, found);
    const mentions = new Map(
      results.flatMap(({ type, labels, from_id, to_id }) =>
        type === 'relation' && textsOf(labels).some((name) => name.toLowerCase() === 'said') ? [[textOf(to_id), textOf(from_id)]] : [],
      ),
    );
    const parts = new Set(mentions.values());
    for (const region of regions.values()) {
      // in our own export the words that name a speaker are a region only because Label Studio has no other place for them
      if (parts.has(region.id) && region.id.startsWith('part-')) continue;
      if (region.id.startsWith('part-') && region.label === 'Cue') continue;
      const label = found.labelled(region.label);
      if (label === undefined) continue;
      const place = placeOf(region.value, carried);
      if (place === undefined) {
        found.problem(file, `Region ${region.id} of task ${index + 1} quotes no passage.`);
        continue;
      }
      const spoken = regions.get(mentions.get(region.id) ?? '');
      const mention = spoken && placeOf(spoken.value, carried);
      const by = authorOf(annotation);
      const at = textOf(annotation.updated_at) ?? textOf(annotation.created_at);
      found.annotations.push({
        article,
        annotation: {
          ...label,
          status: 'accepted',
          ...place,
          ...present({
            id: /^[a-z0-9]{10}$/.test(region.id) ? region.id : undefined,
            kind: region.kind ?? label.kind,
            speakers: region.speakers.map((name) => speakerId(name, registry)),
            value: region.date,
            note: region.notes.join('\n'),
            mention: mention?.start === undefined || mention.end === undefined ? undefined : { start: mention.start, end: mention.end },
            by: 'label-studio',
            reviewed: at === undefined ? undefined : { by: by ?? 'label-studio', at },
          }),
        },
      });
    }
  }
}

function regionsOf(results: readonly JsonObject[], found: ImportCollector): ReadonlyMap<string, Region> {
  const regions = new Map<string, Region>();
  for (const { id, type, value, meta } of results)
    if (type === 'labels' || type === 'hypertextlabels') {
      const object = objectOf(value) ?? {};
      const [label] = textsOf(object[type]);
      const notes = textsOf(objectOf(meta)?.text).flatMap((text) => (isOurs.test(text) ? (/(?<=^Note: ).*/s.exec(text) ?? []) : text));
      const region = { id: textOf(id) ?? '', value: object, label, notes: [...notes], kind: undefined, speakers: [], date: undefined };
      regions.set(region.id, region);
    }
  for (const { id, type, from_name, value } of results) {
    const region = regions.get(textOf(id) ?? '');
    if (region === undefined || type === 'labels' || type === 'hypertextlabels') {
      if (region === undefined && type !== 'relation') found.skip('answers about a whole text');
      continue;
    }
    const object = objectOf(value) ?? {};
    const answers = textsOf(type === 'choices' ? object.choices : object.text);
    if (from_name === 'kind') region.kind = kindOf(answers[0]);
    else if (from_name === 'speaker') region.speakers = answers;
    else if (from_name === 'value') [region.date] = answers;
    else for (const answer of answers) region.notes.push(`${textOf(from_name) ?? 'answer'}: ${answer}`);
  }
  return regions;
}

/** What our export writes beside a region for a reader, and the folder knows itself. */
const isOurs = /^(?:Provenance|Tags|Note|Comment|MadeBy|Reviewed|Rendering|Origins|Link|Conflict): /;

type Place = Pick<Annotation, 'exact'> & Partial<Pick<Annotation, 'prefix' | 'suffix' | 'start' | 'end'>>;

/** The words, at their place where the offsets lead to them. */
function placeOf(value: JsonObject, carried: CarriedText): Place | undefined {
  const words = textOf(value.text)?.replace(/\r\n?/g, '\n');
  const [start, end] = [countOf(value.start), countOf(value.end)];
  const places =
    start === undefined || end === undefined ? [] : [carried.passage(start, end, 'code points'), carried.passage(start, end, 'utf-16')];
  if (words === undefined || words === '') return places[0];
  return places.find((place) => place?.exact === words) ?? carried.only(words) ?? { exact: words };
}

function authorOf(annotation: JsonObject): string | undefined {
  const person = objectOf(annotation.completed_by);
  return (
    textOf(person?.email) ??
    textOf(annotation.completed_by) ??
    (countOf(annotation.completed_by) === undefined ? undefined : `user ${String(annotation.completed_by)}`)
  );
}
