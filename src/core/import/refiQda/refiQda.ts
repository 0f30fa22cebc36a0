import type { Annotation } from '../../annotations/model';
import { speakerId } from '../../annotations/speakerLabel';
import type { Registry } from '../../text/metadata/registry';
import { archivedTexts } from '../archive';
import { CarriedText } from '../carriedText';
import { decisionsOnly, ImportCollector, type ImportFile, type ImportFormat } from '../imported';
import { kindOf, madeWith, present } from '../json';
import { readXml } from '../xml';
import { ProjectPlaces } from './projectPlaces';
import { ProjectReader, type Selection, type Source } from './projectReader';

/**
 * REFI-QDA projects (`.qdpx`, Project Exchange 1.0) of any program: text sources with their coded passages and memos. Codes below Type,
 * Kind, Status, Speaker and Tag are ours; any other code becomes a tag with its path. Positions are code points, the end being the
 * position after the last character. Pictures, sound and video are counted and left out.
 */
export const refiQdaImport: ImportFormat = {
  id: 'refi-qda',
  label: 'REFI-QDA project (.qdpx)',
  extensions: ['qdpx'],
  readsBytes: true,
  read: (files, registry, mapping) => {
    const found = new ImportCollector(mapping);
    for (const file of files) readProject(file, registry, found);
    return found.content({
      holds: ['accepted', 'rejected'],
      lacks: [...decisionsOnly, 'mention', 'provenance', 'comments', 'by', 'reviewed', 'in'],
    });
  },
};

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
  for (const [what, count] of reader.left) found.skip(what, count);
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
    if (text === undefined && source.selections.length > 0) found.skip('texts that are not in the archive: passages go by their words');
    takeOver(source, text === undefined ? undefined : new CarriedText(text), reader, file, registry, found);
  }
}

function takeOver(
  source: Source,
  carried: CarriedText | undefined,
  reader: ProjectReader,
  file: ImportFile,
  registry: Registry,
  found: ImportCollector,
): void {
  const article = present({ path: source.values.get('Path') ?? source.name, url: source.values.get('URL'), text: carried?.raw });
  const places = carried && new ProjectPlaces(carried, source.selections);
  for (const selection of joinedSelections(source.selections)) {
    const place = places ? places.of(selection) : wordsOf(selection);
    if (place === undefined) {
      if (places) found.problem(file, `A passage of ${source.name} lies outside its text.`);
      else found.skip('passages of texts that are not in the archive');
      continue;
    }
    const codes = selection.codes.flatMap((guid) => {
      const path = reader.pathOf(guid);
      return path === undefined ? [] : [path];
    });
    if (codes.length < selection.codes.length) found.skip('codes that are not in the project', selection.codes.length - codes.length);
    const below = (group: string) => codes.filter((path) => path.length === 2 && path[0] === group).map((path) => path[1] ?? '');
    if (below('Status')[0] === 'suggested') {
      found.skip('suggestions');
      continue;
    }
    const [type, ...others] = below('Type');
    if (others.length > 0) found.skip('second types of the same passage', others.length);
    const foreign = codes.filter((path) => !(path.length === 2 && ours.has(path[0] ?? ''))).map((path) => path.join(' / '));
    const ownNotes = ours.size > 0 && type !== undefined ? noteLines(selection.description) : [selection.description];
    const memos = type === undefined ? selection.notes.flatMap((guid) => reader.notes.get(guid) ?? []) : [];
    const [code] = foreign.flatMap((name) => (found.mapping.labels.has(name.toLowerCase()) ? [name] : []));
    const label = found.labelled(type ?? code);
    if (label === undefined) continue;
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
        }),
        ...madeWith('refi-qda', reader.users.get(selection.user ?? ''), selection.at),
      } satisfies Partial<Annotation>,
    });
  }
}

/** QualCoder writes a selection a code: those of one passage by one person are one, unless each says for itself what it is. */
function joinedSelections(selections: readonly Selection[]): readonly Selection[] {
  const joined = new Map<string, Selection & { readonly known: Set<string> }>();
  for (const selection of selections) {
    const { start, end, user = '', codes } = selection;
    const key = codes.length === 1 ? `${start} ${end} ${user}` : `alone ${joined.size}`;
    const one = joined.get(key);
    if (one === undefined)
      joined.set(key, { ...selection, codes: [...codes], notes: [...selection.notes], known: new Set(selection.notes) });
    else {
      for (const code of codes) one.codes.push(code);
      for (const note of selection.notes) if (!one.known.has(note)) one.notes.push(note);
      for (const note of selection.notes) one.known.add(note);
      if (one.description === '') one.description = selection.description;
    }
  }
  return [...joined.values()];
}

/** Where a text is not in the archive, the words that a passage is called by are those it is sought by, if they are all of them. */
function wordsOf({ name }: Selection): Pick<Annotation, 'exact'> | undefined {
  const words = name.trim();
  return words.length > 12 && !/(?:…|\.\.\.)$/.test(words) ? { exact: words } : undefined;
}

const ours: ReadonlySet<string> = new Set(['Type', 'Kind', 'Status', 'Speaker', 'Tag']);

/** Of a description that we wrote, the reader's own note. */
function noteLines(description: string): readonly string[] {
  const [, note] =
    /(?:^|\n)Note: (.*?)(?=\n(?:Provenance|Tags|Comment|MadeBy|Reviewed|Rendering|Origins|Link|Conflict|Value): |$)/s.exec(description) ??
    [];
  return note === undefined ? [] : [note];
}
