import { whenCalled } from '../shared/index';
import { registerContradictions } from './contradictions';
import { registerDiscussions } from './discussions';
import { registerFolderCommands } from './folderCommands';
import { registerIndexing } from './indexing';
import { registerSpeakers } from './speakers';
import { registerTimeline } from './timeline';
import { registerViewFilters } from './viewFilters';

export { registerStatusBar } from './statusBar';
export { registerTree } from './tree';

/** The folder as a whole: status bar, trees, matrix, queries, contradictions, timeline, index, earlier versions. */
export const overseeing = [
  registerSpeakers,
  registerContradictions,
  registerTimeline,
  registerDiscussions,
  registerViewFilters,
  whenCalled(['showMatrix'], async () => (await import('./matrix')).registerMatrix),
  whenCalled(['findStatements'], async () => (await import('./findStatements')).registerFindStatements),
  registerFolderCommands,
  registerIndexing,
  whenCalled(['compareVersions', 'showVersionChange', 'endComparison'], async () => (await import('./versions')).registerVersions),
];
