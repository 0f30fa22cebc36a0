export type { Article, ArticleFormat, Fact, Metadata, PublicationLine } from './text/article';
export { isArticlePath, isOwnReport } from './text/articleFiles';
export { decodeBytes, type DecodedText } from './text/bytes';
export { linePosition, lineStarts } from './text/lines';
export { type Prose, proseSpanToRaw, rawSpanToProse } from './text/prose';
export type { OutletEntry, Registry, SpeakerEntry } from './text/registry';
export { emptyRegistry } from './text/registry';
export type { SetFacts } from './text/metadata';
export { type ArticleSource, formatOf, readArticle } from './text/readArticle';
export { movedByWord } from './text/extent';
export { contains, overlaps, sharedLength, type Span } from './text/span';
export { type AliasWords, aliasWords } from './analysis/aliases';
export { analyse, analyseSpeech, engineVersion } from './analysis/analyse';
export { type DateWording, describeDate, isSameDay, siblingDate } from './analysis/dateWording';
export { isoOfDay } from './analysis/dates/calendar';
export type * from './analysis/model';
export { withoutAttributions } from './analysis/parts';
export { Archive } from './corpus/archive';
export { isCorroborating, withContradictions } from './corpus/contradicted';
export { Corpus, type CorpusOptions } from './corpus/corpus';
export { wordDifference } from './corpus/difference';
export type * from './corpus/model';
export { relationNames } from './corpus/model';
export * from './annotations/adjudication';
export { agree, unitsOf, type Agreement, type MarkedText, type TypeAgreement, type Unit } from './annotations/agreement';
export * from './annotations/anchor';
export * from './annotations/corroborations';
export { EntryError } from './annotations/entryList';
export { LockedError } from './annotations/fields';
export { idPlace } from './annotations/idPlace';
export { LinkedPassages, type LinkedPassage, withLinks } from './annotations/linked';
export { dateValueProblem } from './annotations/dateValue';
export type * from './annotations/model';
export { type Merged, type MergeFinding, mergeYaml } from './annotations/merge';
export * from './annotations/moved';
export * from './annotations/projectFile';
export * from './annotations/relink';
export * from './annotations/sidecar';
export { mergeSpeakers, renameSpeakers, unknownSpeakers } from './annotations/speakers';
export * from './annotations/suggest';
export { applyEdits, invertEdits } from './annotations/textEdit';
export type * from './export/report';
export { type Citation, cslCitation, markdownCitation } from './export/citation';
export { exportFormats } from './export/formats';
export { gatherReport, gatherSteps, type ReportFilter, type ReportSource } from './export/gather';
export { CodePoints } from './text/codePoints';
export { importFormatOf, importFormats } from './import/formats';
export type { ImportContent, ImportFile, ImportFormat, ImportProblem } from './import/imported';
export {
  importChanges,
  previewImport,
  type ImportContext,
  type ImportEntry,
  type ImportPreview,
  type ImportTarget,
} from './import/preview';
export { articleFileName, numberedName } from './import/articleFileName';
export { type ImportedArticle, isSameArticle, type MainContent, type Page, pageArticle, textArticle } from './import/pageArticle';
export { type Decode, decodePage } from './import/pageBytes';
export { pageMarkdown } from './import/pageMarkdown';
export { joinSpeakers, type JoinedSpeaker } from './corpus/speakers';
