export { ArchiveCorroboration } from './archiveCorroboration';
export { FolderCorroboration } from './folderCorroboration';
export { type Corroboration, perhapsJson, toldJson } from './json';
export { jsonLinesWriter, jsonWriter, textWriter, type Writer } from './writers';
