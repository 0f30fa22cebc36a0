/**
 * What a person decides, written into our files as one entry of the journal.
 */
export {
  annotatorsOf,
  type ComparedArticle,
  type ComparedFolder,
  compareFolder,
  type Draft,
  keyOf,
  settle,
  takeAgreed,
  type Verdict,
} from './adjudication';
export {
  accept,
  amend,
  annotate,
  annotateAll,
  confirm,
  type NewAnnotation,
  type Picked,
  reject,
  relink,
  remove,
  setExtent,
  without,
} from './decisions';
export { setFacts, setFactsOf } from './facts';
export { setType, unfitFields } from './types';
export { addComment, deleteComment, editComment, resolve } from './discussion';
export { decideConflict, link, passageOf, removeLink, updateLink, type LinkVerdict, type Words } from './links';
export { applyImport, isNews, PendingImport } from './pendingImport';
export { relinkAll } from './relinking';
export { linksFollow, sidecarsFollow } from './renames';
export { addSpeaker, editSpeaker, merge, setSpeakers } from './speakerDecisions';
export { aliasTaught, freeId, type KnownSpeaker, knownSpeakers, type SpeakerChoice } from './speakers';
export { takeAlong } from './strayFiles';
