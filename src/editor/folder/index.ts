import { registerContradictions } from './contradictions';
import { registerDiscussions } from './discussions';
import { registerFolderCommands } from './folderCommands';
import { registerIndexing } from './indexing';
import { registerMatrix } from './matrix';
import { registerSpeakers } from './speakers';
import { registerStatusBar } from './statusBar';
import { registerTimeline } from './timeline';
import { registerTree } from './tree';
import { registerVersions } from './versions';
import { registerViewFilters } from './viewFilters';

/** The folder as a whole: status bar, trees, matrix, contradictions, timeline, index, earlier versions. */
export const overseeing = [
  registerStatusBar,
  registerTree,
  registerSpeakers,
  registerContradictions,
  registerTimeline,
  registerDiscussions,
  registerViewFilters,
  registerMatrix,
  registerFolderCommands,
  registerIndexing,
  registerVersions,
];
