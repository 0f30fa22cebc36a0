import type { Annotation } from '../annotations/model';
import { speakerId } from '../annotations/speakerLabel';
import type { Registry } from '../text/metadata/registry';
import { CarriedText } from './carriedText';
import { type ArticleName, decisionsOnly, ImportCollector, type Imported, type ImportFile, type ImportFormat } from './imported';
import { countOf, type JsonObject, kindOf, objectOf, objectsOf, parseJson, present, textOf, textsOf } from './json';
import { predictedBy, scoreOf } from './predicted';

/**
 * The JSON that Label Studio exports: tasks with their annotations. Regions are labels with the choices and texts given per region;
 * of relations, Said names the words of the speaker. Offsets count code points, and the words beside them go first. Predictions come in
 * as suggestions of their model, but for those somebody has decided there and those we gave it ourselves; a task that was skipped says nothing.
 */
export const labelStudioImport: ImportFormat = {
  id: 'label-studio',
  label: 'Label Studio (exported JSON)',
  extensions: ['json'],
  read: (files, registry, mapping) => {
    const found = new ImportCollector(mapping);
    for (const file of files) {
      const root = parseJson(file.text, (message) => found.problem(file, message));
      const tasks = objectsOf(root).map(wholeTask).filter(isTask);
      if (root !== undefined && tasks.length === 0) found.problem(file, 'This is not an export of Label Studio: it has no tasks.');
      for (const [i, task] of tasks.entries()) readTask(task, i, file, registry, found);
    }
    return found.content({ holds: ['accepted'], lacks: [...decisionsOnly, 'provenance', 'tags', 'comments', 'by', 'reviewed', 'in'] });
  },
};

function isTask(task: JsonObject): boolean {
  return objectOf(task.data) !== undefined && (task.annotations !== undefined || task.predictions !== undefined);
}

/** A task as the full export has it; old versions call annotations completions, and the short export (JSON-MIN) keeps only the regions. */
function wholeTask(task: JsonObject): JsonObject {
  if (task.data !== undefined) return task.annotations === undefined ? { ...task, annotations: task.completions } : task;
  const regions = Object.values(task).flatMap((value) =>
    objectsOf(Array.isArray(value) ? value : undefined).filter(({ labels, start, text }) => labels && start !== undefined && textOf(text)),
  );
  if (regions.length === 0) return task;
  const result = regions.map((value) => ({ type: 'labels', value }));
  return { data: task, annotations: [{ result, completed_by: task.annotator, updated_at: task.updated_at }] };
}

interface Region {
  readonly id: string;
  readonly value: JsonObject;
  readonly label: string | undefined;
  readonly notes: string[];
  kind: Annotation['kind'];
  speakers: readonly string[];
  date: string | undefined;
  readonly score: number | undefined;
}

function readTask(task: JsonObject, index: number, file: ImportFile, registry: Registry, found: ImportCollector): void {
  const data = objectOf(task.data) ?? {};
  const texts = Object.values(data).flatMap((value) => textOf(value) ?? []);
  const text = textOf(data.text) ?? texts.sort((a, b) => b.length - a.length)[0];
  if (text === undefined) {
    found.problem(file, `Task ${index + 1} has no text.`);
    return;
  }
  const carried = new CarriedText(text);
  const source: Source = {
    article: present({ path: textOf(data.path), text: carried.raw, url: textOf(data.url) }),
    carried,
    task: index + 1,
    file,
    registry,
    found,
  };
  const decided = new Set<string>();
  for (const annotation of objectsOf(task.annotations)) {
    if (annotation.was_cancelled === true) {
      found.skip('tasks that were skipped');
      continue;
    }
    const at = textOf(annotation.updated_at) ?? textOf(annotation.created_at);
    const by = authorOf(annotation) ?? 'label-studio';
    for (const { region, key, fields } of readResults(objectsOf(annotation.result), source)) {
      decided.add(key);
      const id = /^[a-z0-9]{10}$/.test(region.id) ? region.id : undefined;
      const made = present({ id, by: 'label-studio', reviewed: at === undefined ? undefined : { by, at } });
      found.annotations.push({ article: source.article, annotation: { ...fields, status: 'accepted', ...made } });
    }
  }
  for (const { result, model_version, score } of objectsOf(task.predictions)) {
    const model = textOf(model_version);
    if (model === 'second-source') found.skip('suggestions', objectsOf(result).filter(isRegion).length);
    else
      for (const { region, key, fields } of readResults(objectsOf(result), source))
        if (decided.has(key)) found.skip('predictions that somebody has decided there');
        else {
          const by = predictedBy('label-studio', model, region.score ?? scoreOf(score));
          found.annotations.push({ article: source.article, annotation: { ...fields, status: 'suggested', by } });
        }
  }
}

interface Source {
  readonly article: ArticleName;
  readonly carried: CarriedText;
  /** From 1. */
  readonly task: number;
  readonly file: ImportFile;
  readonly registry: Registry;
  readonly found: ImportCollector;
}

interface Read {
  readonly region: Region;
  /** What it calls which words, to know it again. */
  readonly key: string;
  readonly fields: Omit<Imported['annotation'], 'status'>;
}

function readResults(results: readonly JsonObject[], { carried, task, file, registry, found }: Source): readonly Read[] {
  const regions = regionsOf(results, found);
  const mentions = new Map(
    results.flatMap(({ type, labels, from_id, to_id }) =>
      type === 'relation' && textsOf(labels).some((name) => name.toLowerCase() === 'said') ? [[textOf(to_id), textOf(from_id)]] : [],
    ),
  );
  const parts = new Set(mentions.values());
  return [...regions.values()].flatMap((region): readonly Read[] => {
    // in our own export the words that name a speaker are a region only because Label Studio has no other place for them
    if (parts.has(region.id) && region.id.startsWith('part-')) return [];
    if (region.id.startsWith('part-') && region.label === 'Cue') return [];
    const label = found.labelled(region.label);
    if (label === undefined) return [];
    const place = placeOf(region.value, carried);
    if (place === undefined) {
      found.problem(file, `Region ${region.id} of task ${task} quotes no passage.`);
      return [];
    }
    const spoken = regions.get(mentions.get(region.id) ?? '');
    const mention = spoken && placeOf(spoken.value, carried);
    const fields = {
      ...label,
      ...place,
      ...present({
        kind: region.kind ?? label.kind,
        speakers: region.speakers.map((name) => speakerId(name, registry)),
        value: region.date,
        note: region.notes.join('\n'),
        mention: mention?.start === undefined || mention.end === undefined ? undefined : { start: mention.start, end: mention.end },
      }),
    };
    return [{ region, key: JSON.stringify([region.label, place.exact, place.start]), fields }];
  });
}

function isRegion({ type }: JsonObject): boolean {
  return type === 'labels' || type === 'hypertextlabels';
}

function regionsOf(results: readonly JsonObject[], found: ImportCollector): ReadonlyMap<string, Region> {
  const regions = new Map<string, Region>();
  for (const { id, type, value, meta, score } of results)
    if (type === 'labels' || type === 'hypertextlabels') {
      const object = objectOf(value) ?? {};
      const [label] = textsOf(object[type]);
      const notes = textsOf(objectOf(meta)?.text).flatMap((text) => (isOurs.test(text) ? (/(?<=^Note: ).*/s.exec(text) ?? []) : text));
      // a region of a prediction needs no id
      const key = textOf(id) ?? `region ${regions.size + 1}`;
      regions.set(key, { id: key, value: object, label, notes, kind: undefined, speakers: [], date: undefined, score: scoreOf(score) });
    }
  for (const { id, type, from_name, value } of results) {
    const region = regions.get(textOf(id) ?? '');
    if (isRegion({ type })) continue;
    if (region === undefined) {
      if (type !== 'relation') found.skip('answers about a whole text');
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
