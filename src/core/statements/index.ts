/** One statement with all that is known of it: the door of the room. */
export { cardOf, type CardRendering, type StatementCard } from './card';
export { CorpusFolder, type Decided } from './corpusFolder';
export { findingAt, mentionOf } from './findings';
export type { StatementFolder, StatementSource } from './folder';
export { type Item, itemsOf, quotationAt, type SpeakerName } from './item';
export { openConflicts } from './openConflicts';
export { articleLabel, articleLabels, outletCount, outletOf, type Outlets, outletsOf, outletsText } from './outlets';
export { primaryName } from './primary';
export { passageLanguage, proseText, spokenText, wordsOf } from './proseText';
export { findStatements, type FoundStatement, queryProblem, unknownSpeaker } from './found';
export { queryTest, type StatementQuery, tagCounts } from './query';
export { corroborating, type Rendering } from './rendering';
export { JoinedSpeakers, quotationsBy, type Said } from './speakers';
export { gatherStatement, Statement, wordingOf } from './statement';
export { withOuter } from './within';
export { type Cell, type Row, StatementTable } from './table';
export { alterations, type ShownWording, shownWording } from './wordingShown';
export { orderInTime, type TimeOrder } from './timeOrder';
