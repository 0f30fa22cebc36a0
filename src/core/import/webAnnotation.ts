import type { Annotation, Comment } from '../annotations/model';
import { speakerId } from '../annotations/speakerLabel';
import type { Registry } from '../text/metadata/registry';
import { type ArticleName, ImportCollector, type ImportFile, type ImportFormat } from './imported';
import { type JsonObject, kindOf, listOf, objectOf, objectsOf, parseJson, present, textOf, typeOf } from './json';
import { predictedBy } from './predicted';
import { selectorsOf } from './selectors';

/**
 * W3C Web Annotations in JSON-LD: an annotation, an array, an AnnotationPage or an AnnotationCollection with its first page
 * inside. Positions count code points. Links between passages and questions about several are not taken over.
 */
export const webAnnotationImport: ImportFormat = {
  id: 'w3c',
  label: 'W3C Web Annotation (JSON-LD)',
  extensions: ['jsonld', 'json'],
  read: (files, registry) => {
    const found = new ImportCollector();
    for (const file of files) {
      const root = parseJson(file.text, (message) => found.problem(file, message));
      const annotations = annotationsOf(root, found);
      if (root !== undefined && annotations.length === 0 && !Array.isArray(root))
        found.problem(file, 'There are no annotations in this file.');
      for (const [i, annotation] of annotations.entries()) readAnnotation(annotation, i, file, registry, found);
    }
    return found.content({ holds: ['accepted', 'rejected'] });
  },
};

function annotationsOf(root: unknown, found: ImportCollector): readonly JsonObject[] {
  return found.objects(root, 'entries').flatMap((object) => {
    if (object.target !== undefined) return [object];
    const page = objectOf(object.first) ?? object;
    const items = page.items ?? page['@graph'];
    if (items === undefined && Array.isArray(root)) found.skip('entries without a target');
    const entries = found.objects(items, 'entries');
    const annotations = entries.filter((item) => item.target !== undefined);
    if (annotations.length < entries.length) found.skip('entries without a target', entries.length - annotations.length);
    return annotations;
  });
}

function readAnnotation(json: JsonObject, index: number, file: ImportFile, registry: Registry, found: ImportCollector): void {
  if (
    listOf(json.motivation).includes('questioning') ||
    (listOf(json.motivation).includes('linking') && objectsOf(json.body).some(isPassage))
  ) {
    found.skip('links and questions between passages');
    return;
  }
  const bodies = new Bodies(json, registry, found);
  if (bodies.status === 'suggested') {
    found.skip('suggestions');
    return;
  }
  const [target, another] = objectsOf(json.target);
  const { exact, ...place } = target ? selectorsOf(target) : {};
  const byPosition = exact === undefined && place.start !== undefined && place.end !== undefined && place.start < place.end;
  if (target === undefined || (!byPosition && (exact === undefined || exact === ''))) {
    found.problem(file, `Annotation ${index + 1} quotes no passage: it cannot be placed.`);
    return;
  }
  if (another !== undefined) found.problem(file, `Annotation ${index + 1} has several targets; the first is taken.`);
  const iri = textOf(json.id) ?? '';
  const id = parameter(iri, 'id');
  found.annotations.push({
    article: articleOf(iri, textOf(target.source), file),
    ...(byPosition && { byPosition }),
    annotation: { ...bodies.fields(), exact: exact ?? '', ...place, ...(id !== undefined && { id }) },
  });
}

function isPassage(body: JsonObject): boolean {
  return body.selector !== undefined && body.purpose === undefined;
}

/** Our own ids name the content and the path; any other annotation is told by the address it targets, or by the file's name. */
function articleOf(iri: string, source: string | undefined, file: ImportFile): ArticleName {
  if (source === undefined && !iri.startsWith('ni:')) return { file: file.name };
  const path = parameter(iri, 'path') ?? (source === undefined || /^[a-z][a-z0-9+.-]*:/i.test(source) ? undefined : relativePath(source));
  return present({ path, sha256: contentHash(iri) ?? contentHash(source ?? ''), url: source });
}

/** A relative reference (RFC 3986, section 4.2) as a path of the folder. */
function relativePath(source: string): string {
  const path = source.replace(/[?#].*$/s, '').replace(/^(?:\.?\/)+/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function parameter(iri: string, name: string): string | undefined {
  if (!iri.startsWith('ni:')) return undefined;
  const [, value] = new RegExp(`[?&]${name}=([^&]*)`).exec(iri) ?? [];
  try {
    return value === undefined ? undefined : decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

const base64Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The hash in an `ni:///sha-256;` name (RFC 6920) in hexadecimal. */
function contentHash(iri: string): string | undefined {
  const [, digits] = /^ni:\/\/\/sha-256;([\w-]{43})(?:\?|$)/.exec(iri) ?? [];
  if (digits === undefined) return undefined;
  const bits = Array.from(digits, (digit) => base64Digits.indexOf(digit).toString(2).padStart(6, '0')).join('');
  return (bits.slice(0, 256).match(/.{4}/g) ?? []).map((four) => parseInt(four, 2).toString(16)).join('');
}

/** What an annotation's bodies say; those with a purpose we write ourselves are taken as we mean them, any other text is the note. */
class Bodies {
  readonly #json: JsonObject;
  readonly #classes: string[] = [];
  readonly #identities: string[] = [];
  readonly #tags: string[] = [];
  readonly #notes: string[] = [];
  readonly #comments: Comment[] = [];
  #mention: Annotation['mention'];
  #in: string | undefined;
  #provenance: string | undefined;
  #status: string | undefined;
  #author: Annotation['reviewed'];
  readonly #registry: Registry;
  readonly #found: ImportCollector;

  constructor(json: JsonObject, registry: Registry, found: ImportCollector) {
    this.#json = json;
    this.#found = found;
    this.#registry = registry;
    const value = textOf(json.bodyValue);
    if (value !== undefined) this.#notes.push(value);
    for (const body of listOf(json.body ?? json.bodies)) {
      const object = objectOf(body);
      if (object) this.#add(object);
      else found.skip('bodies that are only an address');
    }
  }

  get status(): string | undefined {
    return this.#status;
  }

  #add(body: JsonObject): void {
    const value = textOf(body.value);
    const purpose = textOf(body.purpose);
    if (purpose === 'identifying' && body.selector !== undefined) {
      const { start, end } = selectorsOf(body);
      if (start !== undefined && end !== undefined) this.#mention = { start, end };
    }
    if (purpose === 'linking' && body.source !== undefined) this.#in = parameter(textOf(body.source) ?? '', 'id');
    if (value === undefined) {
      const isTold = (purpose === 'identifying' && body.selector !== undefined) || (purpose === 'linking' && body.source !== undefined);
      if (!isTold) this.#found.skip('bodies without a text');
      return;
    }
    switch (purpose) {
      case 'classifying':
        this.#classes.push(value);
        break;
      case 'assessing':
        this.#status = value;
        break;
      case 'identifying':
        this.#identities.push(value);
        break;
      case 'describing':
        this.#provenance = value;
        break;
      case 'tagging':
        this.#tags.push(value);
        break;
      case 'linking':
        break;
      case 'replying':
        this.#comments.push({ by: nameOf(body.creator) ?? '', at: textOf(body.created) ?? '', text: value });
        break;
      default: {
        // a thread, as Recogito keeps it: the first text is the note, those of others behind it its discussion
        const [by, at] = [nameOf(body.creator), textOf(body.created) ?? textOf(body.modified)];
        if (by !== undefined && at !== undefined && this.#notes.length > 0) this.#comments.push({ by, at, text: value });
        else this.#notes.push(value);
        if (by !== undefined && at !== undefined) this.#author ??= { by, at };
      }
    }
  }

  fields(): Omit<Annotation, 'id' | 'exact' | 'prefix' | 'suffix' | 'start' | 'end'> {
    const type = this.#classes.map(typeOf).find((known) => known !== undefined) ?? 'note';
    const kind = this.#classes.map(kindOf).find((known) => known !== undefined);
    const foreign = this.#classes.filter((name) => typeOf(name) === undefined && kindOf(name) === undefined);
    // Recogito's annotator has them at the target
    const [target] = objectsOf(this.#json.target);
    const by = nameOf(this.#json.creator ?? target?.creator);
    const at = textOf(this.#json.created ?? target?.created);
    const generator = nameOf(this.#json.generator);
    const author = by === undefined || at !== undefined ? generator : generator === undefined ? by : `${by} (${generator})`;
    const isPredicted = this.#status === undefined && isSoftware(this.#json.creator);
    return {
      type,
      status: isPredicted ? 'suggested' : this.#status === 'rejected' ? 'rejected' : 'accepted',
      ...present({
        kind,
        speakers: type === 'date' ? [] : this.#identities.map((name) => speakerId(name, this.#registry)),
        mention: this.#mention,
        in: this.#in,
        provenance: this.#provenance,
        value: type === 'date' ? this.#identities[0] : undefined,
        tags: [...this.#tags, ...foreign],
        by: isPredicted ? predictedBy('w3c', by, undefined) : author,
        reviewed: isPredicted ? undefined : by !== undefined && at !== undefined ? { by, at } : this.#author,
        note: this.#notes.join('\n\n'),
        comments: this.#comments,
      }),
    };
  }
}

/** An agent that is no person (Web Annotation Data Model, 3.3.2): nobody has decided what it says. */
function isSoftware(agent: unknown): boolean {
  return listOf(agent).some((one) => listOf(objectOf(one)?.type).some((type) => type === 'Software' || type === 'SoftwareAgent'));
}

function nameOf(agent: unknown): string | undefined {
  const [first] = listOf(agent);
  return textOf(first) ?? textOf(objectOf(first)?.name);
}
