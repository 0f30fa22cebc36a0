import type { Annotation, AnnotationAddress, ConflictDecision, Link, OutletEntry, SpeakerEntry } from '../../src/core/index';
import { Random } from './random';
import { type RandomYaml, type Root, randomYaml, texts } from './randomYaml';

export interface RandomSidecar extends RandomYaml {
  readonly annotations: readonly Annotation[];
}

/** A sidecar as people and other programs write them. */
export function randomSidecar(seed: number, repeatKeys = false): RandomSidecar {
  const random = new Random(seed);
  const annotations = Array.from({ length: random.below(5) }, (_, index) => randomAnnotation(random, index));
  const roots: Root[] = [
    version,
    ...(random.chance(70) ? [{ key: 'document', owner: 'document', value: randomDocument(random) }] : []),
    ...otherRoots(random),
    { key: 'annotations', entries: annotations.map((annotation) => ({ id: annotation.id, fields: { ...annotation } })) },
    ...(random.chance(15) ? [{ key: 'trailer', owner: 'unknown', value: 'yes' }] : []),
  ];
  return { annotations, ...randomYaml(random, roots, repeatKeys) };
}

const version: Root = { key: 'version', owner: 'version', value: 1 };

function otherRoots(random: Random): Root[] {
  const list = [random.pick(texts), ['ana-ruiz'], { start: 1, end: 12 }, { name: 'other', more: [1, { a: 'b' }] }];
  return random.chance(20) ? [{ key: 'tool', owner: 'unknown', value: list }] : [];
}

function randomDocument(random: Random): Record<string, unknown> {
  return {
    path: 'a.txt',
    offsets: 'codepoint',
    ...(random.chance(20) && { more: [1, 2] }),
    ...(random.chance(30) && { outlet: random.pick(texts) }),
    ...(random.chance(30) && { sha256: '0e12' }),
  };
}

export function randomAnnotation(random: Random, index: number): Annotation {
  const start = random.below(50);
  return {
    id: `e${index}${random.pick(['k', 'z', '7'])}g`,
    type: random.pick(['quotation', 'statement', 'speaker', 'date', 'cue', 'note'] as const),
    status: random.pick(['accepted', 'rejected'] as const),
    exact: random.pick(texts.filter((text) => text !== '')),
    prefix: random.pick(texts),
    suffix: random.pick(texts),
    start,
    end: start + random.below(9),
    ...(random.chance(40) && { speakers: random.shuffled(['ana-ruiz', 'no', '007']).slice(random.below(3)) }),
    ...(random.chance(30) && { mention: { start: random.below(9), end: 9 + random.below(9) } }),
    ...(random.chance(30) && { value: random.pick(['2024-05-03', 'P3D', '2024']) }),
    ...(random.chance(25) && { tags: random.shuffled(['key', 'on', 'no: go']).slice(random.below(4)) }),
    ...(random.chance(30) && { reviewed: { by: random.pick(texts), at: '2026-11-22T10:00:00Z' } }),
    ...(random.chance(30) && { note: random.pick([...texts, 'two\nlines', 'a\n\n b\n', ' led\nin', 'kept\n\n\n']) }),
    ...(random.chance(20) && { comments: [{ by: 'ana', at: '', text: random.pick(texts) }] }),
  };
}

export interface RandomProject extends RandomYaml {
  readonly outlets: readonly OutletEntry[];
  readonly speakers: readonly SpeakerEntry[];
}

/** A `second-source.yaml` as people write them. */
export function randomProject(seed: number): RandomProject {
  const random = new Random(seed);
  const outlets = Array.from({ length: random.below(4) }, (_, index) => randomOutlet(random, index));
  const speakers = Array.from({ length: random.below(5) }, (_, index) => randomSpeaker(random, index));
  const roots: Root[] = [
    version,
    { key: 'outlets', entries: outlets.map((outlet) => ({ id: outlet.id, fields: { ...outlet } })) },
    ...otherRoots(random),
    { key: 'speakers', entries: speakers.map((speaker) => ({ id: speaker.id, fields: { ...speaker } })) },
    ...(random.chance(30) ? [{ key: 'articles', owner: 'articles', value: ['*.txt', '**/[ab]*.md'] }] : []),
  ];
  return { outlets, speakers, ...randomYaml(random, roots) };
}

export function randomOutlet(random: Random, index: number): OutletEntry {
  const match = random.shuffled(['*.txt', 'example.org', 'a, b', '{x}']).slice(random.below(5));
  return { id: random.pick([`outlet-${index}`, `${index}`, `${index}e3`]), name: random.pick(names), match };
}

export function randomSpeaker(random: Random, index: number): SpeakerEntry {
  const few = () => random.shuffled(names).slice(random.below(3) + names.length - 2);
  return { id: random.pick([`ana-${index}`, `no${index}`, `${index}:00`]), name: random.pick(names), aliases: few(), roles: few() };
}

const names = texts.filter((text) => text !== '');

export interface RandomLinks extends RandomYaml {
  readonly links: readonly Link[];
  readonly conflicts: readonly ConflictDecision[];
}

/** A `corroborations.yaml` as people write them. */
export function randomCorroborations(seed: number): RandomLinks {
  const random = new Random(seed);
  const links = Array.from({ length: random.below(4) }, (_, index) => randomLink(random, index));
  const conflicts = Array.from({ length: random.below(4) }, (_, index) => randomDecision(random, index));
  const roots: Root[] = [
    version,
    { key: 'links', entries: links.map((link) => ({ id: link.id, fields: { ...link } })) },
    ...otherRoots(random),
    { key: 'conflicts', entries: conflicts.map((decision) => ({ id: decision.key, fields: { ...decision } })) },
  ];
  return { links, conflicts, ...randomYaml(random, roots) };
}

export function randomLink(random: Random, index: number): Link {
  return {
    id: `l${index}${random.pick(['k', 'z', '7'])}g`,
    from: randomAddress(random),
    to: randomAddress(random),
    relation: random.pick(['verbatim', 'trimmed', 'retranslated', 'indirect', 'contradicts'] as const),
    status: random.pick(['accepted', 'rejected'] as const),
    ...(random.chance(50) && { reason: random.pick(texts) }),
    ...(random.chance(50) && { by: random.pick(texts), at: '2026-11-22T10:00:00Z' }),
  };
}

function randomAddress(random: Random): AnnotationAddress {
  return { path: random.pick(['a.txt', 'no', 'x/a, b.md', '- c.txt']), id: random.pick(['7f3a9ck2qm', '1e3', '0123456789']) };
}

export function randomDecision(random: Random, index: number): ConflictDecision {
  return {
    key: `${random.pick(['number a.txt 12', 'date: no', 'on'])} ${index}`,
    status: random.pick(['explained', 'dismissed'] as const),
    ...(random.chance(50) && { reason: random.pick(texts) }),
    ...(random.chance(50) && { by: random.pick(texts), at: '2026-11-22T10:00:00Z' }),
  };
}
