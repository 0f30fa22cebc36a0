import type { Annotation } from '../annotations/model';
import { speakerId } from '../annotations/speakerLabel';
import type { Registry } from '../text/metadata/registry';
import { CarriedText, type QuotedPassage } from './carriedText';
import { type ArticleName, decisionsOnly, ImportCollector, type Imported, type ImportFile, type ImportFormat } from './imported';
import { countOf, type JsonObject, kindOf, listOf, madeWith, objectOf, objectsOf, parseJson, present, textOf, textsOf } from './json';
import { predictedBy, scoreOf } from './predicted';
import { speakersNamed } from './speakersNamed';
import { Ties } from './ties';

/**
 * The JSON that Label Studio exports: tasks with their annotations. Regions are labels with the answers given per region; relations that
 * lead from a speaker to words name the speaker, others are counted. Offsets count code points, and the words beside them go first. Predictions come in
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
      const entries = found.objects(root, 'tasks').map(wholeTask);
      const tasks = entries.filter(isTask);
      if (tasks.length > 0 && tasks.length < entries.length) found.skip('tasks without annotations', entries.length - tasks.length);
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
  readonly labels: readonly string[];
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
  const drafts = listOf(task.drafts).length;
  if (drafts > 0) found.skip('drafts', drafts);
  const decided = new Set<string>();
  for (const annotation of found.objects(task.annotations, 'annotations of a task')) {
    if (annotation.was_cancelled === true) {
      found.skip('tasks that were skipped');
      continue;
    }
    const at = textOf(annotation.updated_at) ?? textOf(annotation.created_at);
    const author = authorOf(annotation);
    for (const { region, key, fields } of readResults(found.objects(annotation.result, 'results'), source)) {
      decided.add(key);
      const id = /^[a-z0-9]{10}$/.test(region.id) ? region.id : undefined;
      const made = { ...present({ id }), ...madeWith('label-studio', author ?? (at === undefined ? undefined : 'label-studio'), at) };
      found.annotations.push({ article: source.article, annotation: { ...fields, status: 'accepted', ...made } });
    }
  }
  for (const { result, model_version, score } of found.objects(task.predictions, 'predictions')) {
    const model = textOf(model_version);
    if (model === 'second-source') found.skip('suggestions', objectsOf(result).filter(isRegion).length);
    else
      for (const { region, key, fields } of readResults(found.objects(result, 'results'), source))
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
  const isOurs = [...regions.values()].some(isPart);
  const kept = [...regions.values()].filter((region) => !(isPart(region) && region.labels[0] === 'Cue'));
  const labels = new Map(kept.map((region) => [region.id, labelOf(region, found)]));
  const ties = new Ties();
  for (const { type, labels: names, from_id, to_id } of results)
    if (type === 'relation')
      ties.relation(textsOf(names)[0] ?? 'without a name', [
        { role: '', id: textOf(from_id) ?? '' },
        { role: '', id: textOf(to_id) ?? '' },
      ]);
  const mentions = ties.speakers(
    (id) => labels.get(id)?.type,
    found.mapping,
    (what) => {
      // the verb of a quotation is found by the engines
      if (!isOurs || !what.endsWith(' Cue')) found.skip(what);
    },
  );
  const parts = new Set(mentions.values());
  return kept.flatMap((region): readonly Read[] => {
    const label = labels.get(region.id);
    if (label === undefined || (isPart(region) && parts.has(region.id))) return [];
    const place = placeOf(region, carried);
    if (place === undefined) {
      found.problem(file, `Region ${region.id} of task ${task} quotes no passage.`);
      return [];
    }
    const spoken = regions.get(mentions.get(region.id) ?? '');
    const mention = spoken && placeOf(spoken, carried);
    const isNamed = region.speakers.length > 0 || spoken === undefined || isPart(spoken) || parts.has(region.id);
    const fields = {
      ...label,
      ...place,
      ...present({
        kind: region.kind ?? label.kind,
        speakers: isNamed ? region.speakers.map((name) => speakerId(name, registry)) : speakersNamed(mention?.exact ?? '', registry),
        value: region.date,
        note: region.notes.join('\n'),
        mention: mention?.start === undefined || mention.end === undefined ? undefined : { start: mention.start, end: mention.end },
      }),
    };
    return [{ region, key: JSON.stringify([region.labels[0], place.exact, place.start]), fields }];
  });
}

/** In our own export the words that name a speaker, and the verb, are regions only because Label Studio has no other place for them. */
function isPart({ id, labels }: Region): boolean {
  return id.startsWith('part-') && (labels[0] === 'Speaker' || labels[0] === 'Cue');
}

/** The first label that is one of our types says what the words are; others are tags. */
function labelOf({ labels }: Region, found: ImportCollector): ReturnType<ImportCollector['labelled']> {
  const read = (labels.length === 0 ? [undefined] : labels).flatMap((label) => found.labelled(label) ?? []);
  const typed = read.filter(({ tags }) => tags === undefined);
  if (typed.length > 1) found.skip('second types of the same words', typed.length - 1);
  const main = typed[0] ?? read[0];
  return main && { ...main, ...present({ tags: read.flatMap(({ tags }) => tags ?? []) }) };
}

function isRegion({ type }: JsonObject): boolean {
  return type === 'labels' || type === 'hypertextlabels';
}

function regionsOf(results: readonly JsonObject[], found: ImportCollector): ReadonlyMap<string, Region> {
  const regions = new Map<string, Region>();
  for (const { id, type, value, meta, score } of results)
    if (type === 'labels' || type === 'hypertextlabels') {
      const object = objectOf(value) ?? {};
      const notes = textsOf(objectOf(meta)?.text).flatMap((text) => (beside.test(text) ? (/(?<=^Note: ).*/s.exec(text) ?? []) : text));
      // a region of a prediction needs no id
      const given = textOf(id) ?? `region ${regions.size + 1}`;
      const key = regions.has(given) ? `${given} again, ${regions.size + 1}` : given;
      const labels = textsOf(object[type]);
      regions.set(key, { id: key, value: object, labels, notes, kind: undefined, speakers: [], date: undefined, score: scoreOf(score) });
    }
  for (const { id, type, from_name, value } of results) {
    if (isRegion({ type }) || type === 'relation') continue;
    const region = regions.get(textOf(id) ?? '');
    if (region === undefined) {
      found.skip('answers about a whole text');
      continue;
    }
    const answers = answersOf(textOf(type) ?? '', objectOf(value) ?? {});
    if (answers.length === 0) found.skip(`answers of the kind ${textOf(type) ?? 'unknown'}`);
    else if (from_name === 'kind' && kindOf(answers[0]) !== undefined) region.kind = kindOf(answers[0]);
    else if (from_name === 'speaker') region.speakers = answers;
    else if (from_name === 'value') [region.date] = answers;
    else for (const answer of answers) region.notes.push(`${textOf(from_name) ?? 'answer'}: ${answer}`);
  }
  return regions;
}

/** What was answered about a region: beside the answer stand the region's own words, as `text` too. */
function answersOf(type: string, value: JsonObject): readonly string[] {
  if (type === 'textarea') return textsOf(value.text);
  const answers = listOf(Object.hasOwn(value, type) ? value[type] : undefined).map((answer) =>
    Array.isArray(answer) ? textsOf(answer).join(' / ') : answer,
  );
  return answers.flatMap((answer) => (typeof answer === 'number' ? String(answer) : (textOf(answer) ?? []))).filter((text) => text !== '');
}

/** What our export writes beside a region for a reader, and the folder knows itself. */
const beside = /^(?:Provenance|Tags|Note|Comment|MadeBy|Reviewed|Rendering|Origins|Link|Conflict): /;

function placeOf({ value }: Region, carried: CarriedText): QuotedPassage | undefined {
  return carried.quoted(textOf(value.text), countOf(value.start), countOf(value.end));
}

function authorOf(annotation: JsonObject): string | undefined {
  const person = objectOf(annotation.completed_by);
  return (
    textOf(person?.email) ??
    textOf(annotation.completed_by) ??
    (countOf(annotation.completed_by) === undefined ? undefined : `user ${String(annotation.completed_by)}`)
  );
}
