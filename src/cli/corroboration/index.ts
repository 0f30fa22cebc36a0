export { ArchiveCorroboration } from './archiveCorroboration';
export { FolderCorroboration } from './folderCorroboration';
export { type Corroboration, matchJson, perhapsJson } from './json';
export { jsonLinesWriter, jsonWriter, textWriter, type Writer } from './writers';
