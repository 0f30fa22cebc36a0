/**
 * Reading and writing files: which files are whose, what stands in the YAML files, whole writes, and the journal that takes a
 * decision back. `writeWhole.node.ts` writes under Node; only its extension's entry loads it.
 */
export {
  archivedScheme,
  articleOf,
  corroborationsName,
  isAnnotated,
  isInHiddenFolder,
  isSidecarName,
  pathBelow,
  projectFileName,
  sidecarUri,
  walk,
} from './articleFiles';
export { authorOf } from './author';
export {
  decodeArticle,
  decodeYaml,
  folderOf,
  isFolder,
  isThere,
  messageOf,
  nameOf,
  openDocument,
  readBytes,
  type ReplaceWhole,
  withoutMark,
} from './files';
export { committedText, lastCommit } from './git';
export { applied, type FileChange, Journal, RefusedError } from './journal';
export { archiveSettings, type ArchiveSettings, settingsFor } from './settings';
export { sha256 } from './sha256';
export { replaceThroughWorkspace, restore } from './writeWhole';
export { YamlFiles } from './yamlFiles';
