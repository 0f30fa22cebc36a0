import type { Annotation } from '../annotations/model';
import { speakerId } from '../annotations/speakerLabel';
import type { Registry } from '../text/metadata/registry';
import { archivedTexts } from './archive';
import { CarriedText } from './carriedText';
import { decisionsOnly, ImportCollector, type ImportFile, type ImportFormat } from './imported';
import { kindOf, present } from './json';
import { readXml } from './xml';

/**
 * REFI-QDA projects (`.qdpx`, Project Exchange 1.0) of any program: text sources with their coded passages and memos. Codes below Type,
 * Kind, Status, Speaker and Tag are ours; any other code becomes a tag with its path. Positions are code points, the end being the
 * position after the last character. Pictures, sound and video are counted and left out.
 */
export const refiQdaImport: ImportFormat = {
  id: 'refi-qda',
  label: 'REFI-QDA project (.qdpx)',
  extensions: ['qdpx'],
  read: (files, registry, mapping) => {
    const found = new ImportCollector(mapping);
    for (const file of files) readProject(file, registry, found);
    return found.content({
      holds: ['accepted', 'rejected'],
      lacks: [...decisionsOnly, 'mention', 'provenance', 'comments', 'by', 'reviewed', 'in'],
    });
  },
};

interface Selection {
  readonly guid: string;
  readonly start: number;
  readonly end: number;
  readonly user: string | undefined;
  readonly at: string | undefined;
  readonly codes: string[];
  readonly notes: string[];
  description: string;
}

interface Source {
  readonly name: string;
  readonly textPath: string | undefined;
  content: string | undefined;
  readonly selections: Selection[];
  readonly values: Map<string, string>;
}

function readProject(file: ImportFile, registry: Registry, found: ImportCollector): void {
  let texts: ReadonlyMap<string, string>;
  try {
    texts = archivedTexts(file.bytes ?? new Uint8Array(), (name) => /\.(?:qde|txt)$/i.test(name));
  } catch (error) {
    found.problem(file, `This is not a project that can be read: ${(error as Error).message}`);
    return;
  }
  const [project] = [...texts].filter(([name]) => /\.qde$/i.test(name));
  if (project === undefined) {
    found.problem(file, 'There is no project.qde in the archive.');
    return;
  }
  const reader = new ProjectReader();
  const problem = readXml(project[1], reader);
  if (problem !== undefined) found.problem(file, `${project[0]}: ${problem}`);
  if (reader.others > 0) found.skip('sources that are no text', reader.others);
  const byName = new Map([...texts].map(([name, text]) => [name.replace(/^.*\//s, '').toLowerCase(), text]));
  for (const source of reader.sources) {
    const text =
      source.content ??
      byName.get(
        (source.textPath ?? '')
          .replace(/^.*[/\\]/s, '')
          .replace(/^internal:/, '')
          .toLowerCase(),
      );
    if (text === undefined) found.problem(file, `The text of ${source.name} is not in the archive.`);
    else takeOver(source, new CarriedText(text), reader, file, registry, found);
  }
}

function takeOver(
  source: Source,
  carried: CarriedText,
  reader: ProjectReader,
  file: ImportFile,
  registry: Registry,
  found: ImportCollector,
): void {
  const article = present({ path: source.values.get('Path') ?? source.name, url: source.values.get('URL'), text: carried.raw });
  for (const selection of source.selections) {
    const place = carried.passage(selection.start, selection.end, 'code points');
    if (place === undefined) {
      found.problem(file, `A passage of ${source.name} lies outside its text.`);
      continue;
    }
    const codes = selection.codes.map((guid) => reader.codes.get(guid)).filter((code) => code !== undefined);
    const below = (group: string) => codes.filter(({ path }) => path.length === 2 && path[0] === group).map(({ path }) => path[1] ?? '');
    if (below('Status')[0] === 'suggested') {
      found.skip('suggestions');
      continue;
    }
    const type = below('Type')[0];
    const foreign = codes.filter(({ path }) => !(path.length === 2 && ours.has(path[0] ?? ''))).map(({ path }) => path.join(' / '));
    const ownNotes = ours.size > 0 && type !== undefined ? noteLines(selection.description) : [selection.description];
    const memos = type === undefined ? selection.notes.flatMap((guid) => reader.notes.get(guid) ?? []) : [];
    const [code] = foreign.flatMap((name) => (found.mapping.labels.has(name.toLowerCase()) ? [name] : []));
    const label = found.labelled(type ?? code);
    if (label === undefined) continue;
    const by = reader.users.get(selection.user ?? '');
    found.annotations.push({
      article,
      guid: selection.guid,
      annotation: {
        ...label,
        status: below('Status')[0] === 'rejected' ? 'rejected' : 'accepted',
        ...place,
        ...present({
          kind: kindOf(below('Kind')[0]) ?? label.kind,
          speakers: below('Speaker').map((name) => speakerId(name, registry)),
          tags: [...below('Tag'), ...foreign],
          value: type === 'date' ? /^Value: (.*)$/m.exec(selection.description)?.[1] : undefined,
          note: [...ownNotes, ...memos].filter((note) => note.trim() !== '').join('\n\n'),
          by: 'refi-qda',
          reviewed: by === undefined || selection.at === undefined ? undefined : { by, at: selection.at },
        }),
      } satisfies Partial<Annotation>,
    });
  }
}

const ours: ReadonlySet<string> = new Set(['Type', 'Kind', 'Status', 'Speaker', 'Tag']);

/** Of a description that we wrote, the reader's own note. */
function noteLines(description: string): readonly string[] {
  const [, note] =
    /(?:^|\n)Note: (.*?)(?=\n(?:Provenance|Tags|Comment|MadeBy|Reviewed|Rendering|Origins|Link|Conflict|Value): |$)/s.exec(description) ??
    [];
  return note === undefined ? [] : [note];
}

class ProjectReader {
  readonly sources: Source[] = [];
  readonly codes = new Map<string, { readonly path: readonly string[] }>();
  readonly users = new Map<string, string>();
  readonly notes = new Map<string, string>();
  others = 0;
  readonly #variables = new Map<string, string>();
  readonly #openCodes: string[] = [];
  #source: Source | undefined;
  #selection: Selection | undefined;
  #note: string | undefined;
  #variable: string | undefined;
  #collects: ((text: string) => void) | undefined;

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const guid = attributes.get('guid')?.toLowerCase() ?? '';
    const target = attributes.get('targetguid')?.toLowerCase() ?? '';
    switch (name) {
      case 'user':
        this.users.set(guid, attributes.get('name') ?? attributes.get('id') ?? 'unknown');
        break;
      case 'code':
        this.#openCodes.push(attributes.get('name') ?? '');
        this.codes.set(guid, { path: [...this.#openCodes] });
        break;
      case 'variable':
        this.#variables.set(guid, attributes.get('name') ?? '');
        break;
      case 'textsource':
        this.#source = {
          name: attributes.get('name') ?? '',
          textPath: attributes.get('plaintextpath'),
          content: undefined,
          selections: [],
          values: new Map(),
        };
        this.sources.push(this.#source);
        break;
      case 'picturesource':
      case 'audiosource':
      case 'videosource':
      case 'pdfsource':
        this.others += 1;
        break;
      case 'plaintextselection': {
        const [start, end] = ['startposition', 'endposition'].map((key) => Number(attributes.get(key) ?? NaN));
        if (this.#source === undefined || start === undefined || end === undefined || Number.isNaN(start) || Number.isNaN(end)) break;
        const user = attributes.get('creatinguser')?.toLowerCase();
        this.#selection = { guid, start, end, user, at: attributes.get('creationdatetime'), codes: [], notes: [], description: '' };
        this.#source.selections.push(this.#selection);
        break;
      }
      case 'coderef':
        this.#selection?.codes.push(target);
        break;
      case 'noteref':
        this.#selection?.notes.push(target);
        break;
      case 'note':
        this.#note = guid;
        break;
      case 'variableref':
        this.#variable = this.#variables.get(target);
        break;
      default:
        this.#collects = this.#collectorOf(name);
    }
  }

  close(name: string): void {
    this.#collects = undefined;
    if (name === 'code') this.#openCodes.pop();
    if (name === 'textsource') this.#source = undefined;
    if (name === 'plaintextselection') this.#selection = undefined;
    if (name === 'note') this.#note = undefined;
    if (name === 'variablevalue') this.#variable = undefined;
  }

  text(text: string): void {
    this.#collects?.(text);
  }

  #collectorOf(name: string): ((text: string) => void) | undefined {
    const [source, selection, note, variable] = [this.#source, this.#selection, this.#note, this.#variable];
    if (name === 'description' && selection) return (text) => (selection.description += text);
    if (name === 'plaintextcontent' && note !== undefined) return (text) => this.notes.set(note, (this.notes.get(note) ?? '') + text);
    if (name === 'plaintextcontent' && source) return (text) => (source.content = (source.content ?? '') + text);
    if (name === 'textvalue' && source && variable !== undefined) return (text) => source.values.set(variable, text);
    return undefined;
  }
}
