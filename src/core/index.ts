export type { Article, ArticleFormat, Fact, Metadata, PublicationLine } from './text/article';
export { isArticlePath, isExportedText, isFolderWithoutArticles, isOwnReport } from './text/articleFiles';
export { isSamePath, speller, spellings } from './text/pathSpelling';
export { articleOfVersion, isVersionsFolder, nextVersionName, versionNames, versionsFolder } from './text/versionFiles';
export { decodeBytes, type DecodedText } from './text/encoding/bytes';
export { linePosition, lineStarts } from './text/lines';
export { type Prose, proseSpanToRaw, rawSpanToProse } from './text/prose';
export { paragraphsOf } from './text/passages/paragraphs';
export type { OutletEntry, Registry, SpeakerEntry } from './text/metadata/registry';
export { emptyRegistry } from './text/metadata/registry';
export { type PrimaryKind, primaryKinds } from './text/metadata/primary';
export type { SetFacts } from './text/metadata/metadata';
export { isoDate } from './text/publicationDate';
export { type FrontMatterProblem, frontMatterProblems } from './text/metadata/frontMatterProblems';
export { type OutletGuess, outletGuesses } from './text/metadata/outletGuess';
export { type ArticleSource, formatOf, readArticle } from './text/readArticle';
export { attempt, type Fault } from './text/fault';
export { inEnglish, type Translate } from './text/translate';
export { guid } from './text/guid';
export { isPrivateHost } from './text/privateHost';
export { shownJson, shownLine, shownText } from './text/shownText';
export { movedByWord } from './text/extent';
export { occurrencesOf } from './text/occurrences';
export { contains, overlaps, sharedLength, type Span } from './text/span';
export {
  type AliasWords,
  aliasWords,
  type Analysis,
  analyse,
  analyseSpeech,
  type DateExpression,
  type DateWording,
  describeDate,
  engineVersion,
  isLanguageLoaded,
  isoOfDay,
  isSameDay,
  loadLanguage,
  type NestedQuotation,
  primaryOf,
  type Problem,
  type Provenance,
  type Quotation,
  type QuotationPart,
  type QuotationType,
  readToAnalyse,
  siblingDate,
  type Speaker,
  withoutAttributions,
} from './analysis/index';
export { readAnalysis, writeAnalysis } from './corpus/archive/analysisRecord';
export { Archive } from './corpus/archive/archive';
export type { StoredBytes } from './corpus/archive/storedBytes';
export { type AskedTerm, Terms } from './corpus/archive/terms';
export { conflictsBetween, isCorroborating, withContradictions } from './corpus/contradictions/contradicted';
export type { CorpusOptions } from './corpus/articles';
export { BareCorpus } from './corpus/bareCorpus';
export type { Contradictions } from './corpus/contradictions/conflicts';
export { loadContradictions } from './corpus/contradictions/loadContradictions';
export { Corpus } from './corpus/corpus';
export { SentenceVectors } from './corpus/sentenceVectors';
export { wordDifference } from './corpus/matching/difference';
export type { Perhaps } from './corpus/across/perhaps';
export { namedAbroad } from './corpus/archive/nameTerms';
export { isExperimental, type Language, languageName, languages } from './text/metadata/language';
export type * from './corpus/model';
export { relationNames } from './corpus/model';
export * from './annotations/adjudication';
export { agreementOfAll } from './annotations/agreementOfAll';
export { agree, unitsOf, type Agreement, type MarkedText, type TypeAgreement, type Unit } from './annotations/agreement';
export * from './annotations/anchoring/anchor';
export { type Bundle, notBundle, readBundle, sidecarRecord, yamlRecord } from './annotations/bundle';
export { type BundleDifference, compareBundles } from './annotations/bundleComparison';
export * from './annotations/corroborations';
export { EntryError } from './annotations/yaml/entryList';
export { LockedError } from './annotations/yaml/fields';
export { idPlace } from './annotations/idPlace';
export { LinkedPassages, type LinkedPassage, withLinks } from './annotations/linked';
export { dateValueProblem } from './annotations/dateValue';
export type * from './annotations/model';
export { type Merged, type MergeFinding, mergeYaml } from './annotations/merge';
export * from './annotations/moved';
export * from './annotations/projectFile';
export * from './annotations/anchoring/relink';
export * from './annotations/sidecar';
export * from './annotations/sidecarEdit';
export { mergeSpeakers, renameSpeakers, unknownSpeakers } from './annotations/speakers';
export * from './annotations/suggest';
export { applyEdits, invertEdits } from './annotations/yaml/textEdit';
export {
  alterations,
  articleLabel,
  articleLabels,
  archivedLabel,
  type ArchivedRendering,
  cardOf,
  type CardRendering,
  type Cell,
  corroborating,
  CorpusFolder,
  findStatements,
  type FoundStatement,
  gatherStatement,
  type InArchive,
  type Item,
  itemsOf,
  JoinedSpeakers,
  openConflicts,
  orderInTime,
  outletCount,
  outletOf,
  type Outlets,
  outletsOf,
  outletsText,
  primaryName,
  passageLanguage,
  proseText,
  quotationAt,
  queryProblem,
  queryTest,
  quotationsBy,
  type Rendering as StatementRendering,
  type Row,
  type Said,
  type ShownWording,
  shownWording,
  type SpeakerName,
  Statement,
  type StatementQuery,
  tagCounts,
  type StatementCard,
  type StatementFolder,
  type StatementSource,
  StatementTable,
  type TimeOrder,
  unknownSpeaker,
  wordingOf,
} from './statements/index';
export * from './versions/index';
export type * from './export/report/report';
export { type Citation, cslCitation, markdownCitation } from './export/formats/citation';
export { exportFormats } from './export/formats';
export { folderBundle } from './export/formats/folderBundle';
export { foundTable } from './export/formats/foundTable';
export { csvRecord } from './export/formats/table';
export { gatherReport, gatherSteps, type ReportFilter } from './export/report/gather';
export { gatherArticle } from './export/report/gatherArticle';
export { SharedText } from './export/writing/sharedText';
export type { ReportSource } from './export/report/reportFolder';
export { CodePoints } from './text/encoding/codePoints';
export { importFile, importFormatOf, importFormats, readImport } from './import/formats';
export { withMapping } from './import/mappingFile';
export type { ImportContent, ImportFile, ImportFormat, ImportProblem } from './import/imported';
export { importChanges, previewImport, type ImportPreview } from './import/preview';
export type { ImportContext, ImportEntry } from './import/importEntry';
export type { ImportTarget } from './import/importTargets';
export { KnownArticles, type Likeness, likenessOf, withKeptFacts } from './import/articles/knownArticles';
export { articleFileName, numberedName } from './import/articles/articleFileName';
export {
  type ImportedArticle,
  isSameArticle,
  leftOutMessage,
  type MainContent,
  type OriginalFile,
  type Page,
  pageArticle,
  textArticle,
} from './import/articles/pageArticle';
export { whatLiesThere } from './import/articles/whatLiesThere';
export { type Decode, decodePage, isPageText, isPdf } from './import/articles/pageBytes';
export { pageMarkdown } from './import/articles/pageMarkdown';
export { joinSpeakers, type JoinedSpeaker } from './corpus/speakers';
