export { ArchiveCorroboration } from './archiveCorroboration';
export { ArchiveRounds, type Round } from './archiveRounds';
export { type ComparingTask, serveComparing } from './comparers';
export { FolderCorroboration } from './folderCorroboration';
export { type Corroboration, perhapsJson, toldJson } from './json';
export { jsonLinesWriter, jsonWriter, textWriter, type Writer } from './writers';
