import type { Registry, SpeakerEntry } from '../text/metadata/registry';
import { entriesOf, openYaml } from './yaml/fields';
import type { Annotation, FileProblem } from './model';
import type { ProjectChange } from './projectFile';
import type { SidecarChange } from './sidecarEdit';
import { pairOf, plainValue, resolved } from './yaml/yamlNode';

/**
 * The changes that make one registered speaker of several: names and aliases of the others become aliases of `into`.
 * Throws a RangeError where `into` is not registered; ids in `from` that are not registered are only renamed in the sidecars.
 */
export function mergeSpeakers({ speakers }: Registry, from: readonly string[], into: string): readonly ProjectChange[] {
  const kept = speakers.find((speaker) => speaker.id === into);
  if (kept === undefined) throw new RangeError(`${into} is not registered.`);
  const gone = speakers.filter((speaker) => from.includes(speaker.id) && speaker.id !== into);
  const all = (members: (speaker: SpeakerEntry) => readonly string[]) => [...new Set([kept, ...gone].flatMap(members))];
  const aliases = all((speaker) => (speaker === kept ? speaker.aliases : [speaker.name, ...speaker.aliases])).filter(
    (alias) => alias !== kept.name,
  );
  const roles = all((speaker) => speaker.roles);
  return [
    { kind: 'update-speaker', id: into, set: { aliases, roles } },
    ...gone.map((speaker): ProjectChange => ({ kind: 'remove-speaker', id: speaker.id })),
  ];
}

/** The changes of one sidecar that go with it: every annotation of one of `from` now names `into`, once. */
export function renameSpeakers(annotations: readonly Annotation[], from: readonly string[], into: string): readonly SidecarChange[] {
  return annotations.flatMap(({ id, speakers = [] }): SidecarChange[] => {
    if (!speakers.some((speaker) => speaker !== into && from.includes(speaker))) return [];
    const renamed = speakers.map((speaker) => (from.includes(speaker) ? into : speaker));
    return [{ kind: 'update', id, set: { speakers: [...new Set(renamed)] } }];
  });
}

/** Problems of a sidecar for speakers that are neither registered nor found in the article (`known`); spans count in `text`. */
export function unknownSpeakers(text: string, known: ReadonlySet<string>): readonly FileProblem[] {
  return entriesOf(openYaml(text), 'annotations', 'An annotation').flatMap(({ fields }) => {
    const list = resolved(pairOf(fields.map, 'speakers')?.value ?? fields.map);
    if (list?.kind !== 'list') return [];
    return list.items.flatMap(({ node }): FileProblem[] => {
      const scalar = resolved(node);
      const id = scalar && plainValue(scalar);
      if (typeof id !== 'string' || known.has(id)) return [];
      const message = `The speaker "${id}" is not registered in second-source.yaml and not found in the article.`;
      return [{ code: 'unknown-speaker', message, severity: 'warning', start: node.start, end: node.end }];
    });
  });
}
