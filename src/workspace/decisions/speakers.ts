import {
  type AliasWords,
  aliasWords,
  type Item,
  joinSpeakers,
  type ProjectChange,
  type Registry,
  type SpeakerEntry,
} from '../../core/index';
import { type ArticleState, proseOf } from '../articles/index';
import type { Project } from '../folder/index';

/** A registered or article speaker by id; with `register`, a new one for the project file. */
export interface SpeakerChoice {
  readonly id: string;
  readonly register?: { readonly name: string; readonly aliases: readonly string[] };
}

export function registrations(choices: readonly SpeakerChoice[]): readonly ProjectChange[] {
  return choices.flatMap(({ id, register }) => (register ? [{ kind: 'add-speaker' as const, id, ...register }] : []));
}

/** Somebody the folder knows: registered, or named in articles and joined over them by name. */
export interface KnownSpeaker {
  /** The registry's id, else one that is free in it. */
  readonly id: string;
  readonly name: string;
  readonly registered: boolean;
  readonly roles: readonly string[];
  /** Other names in use. */
  readonly names: readonly string[];
  /** By path of the article: the ids it goes by there. */
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
  readonly quotations: number;
}

/** Registered speakers first, then those that the articles name, by how much they say. */
export function knownSpeakers(project: Project): readonly KnownSpeaker[] {
  const states = project.together.states();
  const paths = new Map(states.map(({ article, path }) => [article.uri, path]));
  const counts = new Map<string, number>();
  for (const { article, items } of states)
    for (const { type, speakers } of items)
      if (type === 'quotation')
        for (const { id } of speakers) counts.set(`${article.uri} ${id}`, (counts.get(`${article.uri} ${id}`) ?? 0) + 1);
  const joined = joinSpeakers(states.map(({ article, analysis }) => ({ uri: article.uri, speakers: analysis.speakers })));
  const byId = new Map(joined.flatMap((speaker) => (speaker.registered ? [[speaker.id, speaker] as const] : [])));
  const known = (entry: SpeakerEntry | undefined, members: (typeof joined)[number]['members'], id: string, name: string): KnownSpeaker => {
    const ids = new Map<string, Set<string>>();
    for (const { uri, speaker } of members) {
      const path = paths.get(uri) ?? '';
      ids.set(path, (ids.get(path) ?? new Set()).add(speaker.id));
    }
    const names = entry ? entry.aliases : members.flatMap(({ speaker }) => namesIn([speaker.name, ...speaker.aliases]));
    return {
      id,
      name,
      registered: entry !== undefined,
      roles: entry?.roles ?? [],
      names: [...new Set(names)].filter((other) => other !== name),
      ids,
      quotations: members.reduce((sum, { uri, speaker }) => sum + (counts.get(`${uri} ${speaker.id}`) ?? 0), 0),
    };
  };
  const registered = project.yaml.registry.speakers.map((entry) => known(entry, byId.get(entry.id)?.members ?? [], entry.id, entry.name));
  const taken = new Set(registered.map(({ id }) => id));
  const others = joined
    .filter((speaker) => !speaker.registered)
    .map((speaker) => known(undefined, speaker.members, freeId(speaker.name, taken), speaker.name));
  return [...registered, ...others.sort((a, b) => b.quotations - a.quotations || (a.name < b.name ? -1 : 1))];
}

/** Of the words for somebody those that are names: no pronoun, no bare office. */
function namesIn(words: readonly string[]): readonly string[] {
  return words.flatMap((text) => {
    const alias = aliasWords(text);
    return alias?.kind === 'name' ? [alias.text] : [];
  });
}

/** An id for a name that no registered speaker has; it counts as taken from then on. */
export function freeId(name: string, taken: Set<string>): string {
  const base =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'speaker';
  let id = base;
  for (let i = 2; taken.has(id); i++) id = `${base}-${i}`;
  taken.add(id);
  return id;
}

/** What a person's choice of another speaker teaches. */
export interface TaughtAlias extends AliasWords {
  /** A name, and part of it is the chosen's already: nobody has to be asked whether it is theirs. */
  readonly isSure: boolean;
}

/**
 * The words that name the speaker of an item, where a person's choice of another one may mean that they are a name of the chosen:
 * no pronoun, not known already, and nobody else's name in this folder.
 */
export function aliasTaught(project: Project, state: ArticleState, item: Item, choices: readonly SpeakerChoice[]): TaughtAlias | undefined {
  const [choice, another] = choices;
  const alias = aliasWords(mentionOf(state, item));
  if (choice === undefined || another !== undefined || alias === undefined) return undefined;
  if (item.speakers.length === 1 && item.speakers[0]?.id === choice.id) return undefined;
  const chosen = namesOf(project.yaml.registry, state, choice);
  if (chosen.some((name) => isSameName(name, alias.text))) return undefined;
  const elsewhere = [
    ...project.yaml.registry.speakers.filter(({ id }) => id !== choice.id).flatMap(({ name, aliases }) => [name, ...aliases]),
    ...project.together
      .states()
      .flatMap(({ analysis }) => analysis.speakers.flatMap(({ name }) => (isSameName(name, alias.text) ? [] : [name]))),
  ];
  if (elsewhere.some((name) => couldMean(alias.text, name) && !chosen.some((own) => isSameName(own, name)))) return undefined;
  const words = new Set(chosen.flatMap(wordsOf));
  return { ...alias, isSure: alias.kind === 'name' && wordsOf(alias.text).some((word) => words.has(word)) };
}

/** Whether the words that name the speaker of an item are a name of the chosen. */
export function isNamedAs(project: Project, state: ArticleState, item: Item, choices: readonly SpeakerChoice[]): boolean {
  const words = aliasWords(mentionOf(state, item))?.text;
  return (
    words !== undefined && choices.some((choice) => namesOf(project.yaml.registry, state, choice).some((name) => isSameName(name, words)))
  );
}

function mentionOf(state: ArticleState, { type, span, mention }: Item): string {
  const named = type === 'speaker' ? span : mention;
  return named ? proseOf(state, named) : '';
}

function namesOf({ speakers }: Registry, state: ArticleState, { id, register }: SpeakerChoice): readonly string[] {
  const entry = speakers.find((speaker) => speaker.id === id);
  const here = state.analysis.speakers.find((speaker) => speaker.id === id);
  return [entry?.name, ...(entry?.aliases ?? []), register?.name, ...(register?.aliases ?? []), here?.name].filter(
    (name) => name !== undefined,
  );
}

function isSameName(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

/** Whether every word of a name stands in another one: "Olsen" may be "Mira Olsen". */
function couldMean(name: string, other: string): boolean {
  const words = new Set(wordsOf(other));
  return wordsOf(name).every((word) => words.has(word));
}

function wordsOf(name: string): readonly string[] {
  return folded(name).split(/\s+/);
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase();
}
