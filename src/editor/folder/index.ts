import { registerContradictions } from './contradictions';
import { registerFolderCommands } from './folderCommands';
import { registerIndexing } from './indexing';
import { registerMatrix } from './matrix';
import { registerStatusBar } from './statusBar';
import { registerTimeline } from './timeline';
import { registerTree } from './tree';
import { registerVersions } from './versions';

/** The folder as a whole: status bar, trees, matrix, contradictions, timeline, index, earlier versions. */
export const overseeing = [
  registerStatusBar,
  registerTree,
  registerMatrix,
  registerContradictions,
  registerTimeline,
  registerFolderCommands,
  registerIndexing,
  registerVersions,
];
