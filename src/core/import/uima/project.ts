import { decodeBytes } from '../../text/encoding/bytes';
import type { Registry } from '../../text/metadata/registry';
import { type ArchiveBudget, archivedFiles } from '../archive';
import type { ImportCollector, ImportFile } from '../imported';
import { countOf, madeWith, objectOf, objectsOf, parseJson } from '../json';
import { readCas } from './cas';
import type { LayersFrom } from './layers';
import { readTsv } from './webAnnoTsv';

/** A document of a project as one person, or its curator, has it. */
interface Version {
  readonly document: string;
  readonly user: string;
  readonly isCurated: boolean;
  readonly file: ImportFile;
}

/**
 * A project as INCEpTION and WebAnno export it: `annotation/DOCUMENT/USER.xmi` (or .json, .tsv, or a .zip with the XMI and its type
 * system) and `curation/DOCUMENT/CURATION_USER.xmi`. What has been curated counts, and of it the annotators' versions are counted only.
 */
export function readProject(
  archive: ImportFile,
  inside: ReadonlyMap<string, Uint8Array>,
  description: string,
  budget: ArchiveBudget,
  registry: Registry,
  found: ImportCollector,
): void {
  const project = objectOf(parseJson(textAt(inside, description), (message) => found.problem(archive, `${description}: ${message}`)));
  const failures: string[] = [];
  const versions = [...inside].flatMap(([name, bytes]) => versionsOf(name, bytes, budget, failures));
  const [failure, ...more] = failures;
  if (failure !== undefined) found.problem(archive, more.length === 0 ? failure : `${failure} (and so ${more.length} more)`);
  const curated = new Set(versions.flatMap(({ document, isCurated }) => (isCurated ? [document] : [])));
  const counted = versions.filter(({ document, isCurated }) => isCurated || !curated.has(document));
  if (counted.length === 0)
    found.problem(
      archive,
      'The project has its annotations only as INCEpTION keeps them itself: export it again with UIMA CAS JSON, XMI or WebAnno TSV as its secondary format.',
    );
  if (versions.length > counted.length)
    found.skip('versions of annotators whose document has been curated', versions.length - counted.length);
  const keyOf = (document: unknown, user: unknown) => JSON.stringify([document, user]);
  const states = new Map(objectsOf(project?.annotation_documents).map((state) => [keyOf(state.name, state.user), state]));
  for (const { document, user, isCurated, file } of counted) {
    const state = states.get(keyOf(document, user));
    const at = countOf(state?.timestamp) ?? countOf(state?.updated) ?? countOf(project?.updated);
    const by = isCurated ? 'curator' : user;
    const from: LayersFrom = {
      article: { path: document },
      ...madeWith('inception', by, at !== undefined && at < 8e15 ? new Date(at).toISOString() : undefined),
    };
    if (/\.tsv$/i.test(file.name)) readTsv(file, from, registry, found);
    else readCas(file, from, registry, found);
  }
}

function versionsOf(name: string, bytes: Uint8Array, budget: ArchiveBudget, failures: string[]): readonly Version[] {
  const [, folder, document = '', user = '', ending = ''] = /^(annotation|curation)\/(.+)\/([^/]+)\.(xmi|json|tsv|zip)$/i.exec(name) ?? [];
  if (folder === undefined || user === 'INITIAL_CAS') return [];
  const version = { document, user, isCurated: folder.toLowerCase() === 'curation' };
  if (ending.toLowerCase() !== 'zip') return [{ ...version, file: { name, text: decodeBytes(bytes).text } }];
  try {
    const [xmi] = archivedFiles(bytes, (inner) => /\.(?:xmi|json|tsv)$/i.test(inner), budget);
    if (xmi !== undefined) return [{ ...version, file: { name: xmi[0], text: decodeBytes(xmi[1]).text } }];
    failures.push(`${name} holds no annotations that can be read: no .xmi, .json and no .tsv`);
    return [];
  } catch (error) {
    failures.push(`${name} cannot be read: ${(error as Error).message}`);
    return [];
  }
}

function textAt(inside: ReadonlyMap<string, Uint8Array>, name: string): string {
  const bytes = inside.get(name);
  return bytes === undefined ? '' : decodeBytes(bytes).text;
}
