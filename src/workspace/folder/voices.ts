import type { ArticleState, Item, SpeakerName } from '../articles/index';
import type { Project } from './project';

interface SpeakerHere {
  readonly state: ArticleState;
  readonly speaker: SpeakerName;
}

/** One speaker in two articles: by the registry, by the full name, by title and surname; never by a surname alone. */
export function isSameSpeaker(project: Project, a: SpeakerHere, b: SpeakerHere): boolean {
  return project.speakerKey(a.state, a.speaker) === project.speakerKey(b.state, b.speaker);
}

/** Quotations of a speaker in the articles around one, in the order of the paths. */
export function quotationsBy(project: Project, here: SpeakerHere): readonly { readonly state: ArticleState; readonly item: Item }[] {
  return project
    .statesAround(here.state)
    .flatMap((state) =>
      state.items
        .filter((item) => item.type === 'quotation' && item.speakers.some((speaker) => isSameSpeaker(project, { state, speaker }, here)))
        .map((item) => ({ state, item })),
    );
}
