import type { Analysis } from '../analysis/index';
import { type JoinedSpeaker, joinSpeakers } from '../corpus/speakers';
import type { StatementFolder, StatementSource } from './folder';
import type { Item, SpeakerName } from './item';

/** Who the speakers of single articles are in all of them together. */
export class JoinedSpeakers {
  /** By article and the speaker's id there. */
  readonly #joined: ReadonlyMap<string, JoinedSpeaker>;

  constructor(articles: readonly { readonly article: { readonly uri: string }; readonly analysis: Pick<Analysis, 'speakers'> }[]) {
    const joined = joinSpeakers(articles.map(({ article, analysis }) => ({ uri: article.uri, speakers: analysis.speakers })));
    this.#joined = new Map(joined.flatMap((one) => one.members.map(({ uri, speaker }) => [`${uri}\n${speaker.id}`, one] as const)));
  }

  /** Equal for one speaker in two articles: by the registry, by the full name, by title and surname; never by a surname alone. */
  keyOf(uri: string, speaker: SpeakerName): string {
    return speaker.registered ? speaker.id : (this.#joined.get(`${uri}\n${speaker.id}`)?.id ?? speaker.name.toLowerCase());
  }

  /** The fullest name that the articles have for a speaker; undefined for one they do not know. */
  nameOf(uri: string, id: string): string | undefined {
    return this.#joined.get(`${uri}\n${id}`)?.name;
  }
}

/** A quotation with its article. */
export interface Said<S extends StatementSource = StatementSource> {
  readonly state: S;
  readonly item: Item;
}

/** Quotations of a speaker in the articles around one, in the order of the paths. */
export function quotationsBy<S extends StatementSource>(
  folder: StatementFolder<S>,
  { state, speaker }: { readonly state: S; readonly speaker: SpeakerName },
): readonly Said<S>[] {
  const key = folder.speakerKey(state, speaker);
  return folder
    .statesAround(state)
    .flatMap((there) =>
      there.items
        .filter((item) => item.type === 'quotation' && item.speakers.some((other) => folder.speakerKey(there, other) === key))
        .map((item) => ({ state: there, item })),
    );
}

/** "Li" and "Li Shangfu" are not a difference that a reader must be told of. */
export function sharesName(a: string, b: string): boolean {
  const wordsOf = (name: string) => name.toLowerCase().replace(/[‘’]/g, "'").split(/\s+/);
  const words = new Set(wordsOf(a));
  return wordsOf(b).some((word) => words.has(word));
}
