import type { Annotation } from '../../core/index';
import type { ArticleState } from '../articles/index';
import type { Project } from './project';
import type { Stray } from './sidecars';

/** An annotation whose words are gone. */
export interface Orphan {
  readonly state: ArticleState;
  readonly annotation: Annotation;
}

/** What was lost in one folder: annotations their words, files of annotations their article. */
export interface Lost {
  readonly orphans: readonly Orphan[];
  readonly strays: readonly Stray[];
}

export function lostIn(project: Project): Lost {
  const orphans = project.together
    .states()
    .flatMap((state) =>
      state.placed.flatMap(({ how, annotation }) => (how === 'orphan' && annotation.status !== 'rejected' ? [{ state, annotation }] : [])),
    );
  return { orphans, strays: project.reader.progress ? [] : project.strays };
}
