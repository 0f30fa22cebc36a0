import { whenCalled } from '../shared/index';
import { registerArchivedDocuments } from './archivedDocuments';
import { registerNavigation } from './navigation';

/** From a passage, or any words, to where else they stand. */
export const jumping = [
  registerNavigation,
  registerArchivedDocuments,
  whenCalled(['checkQuotation'], async () => (await import('./checkQuotation')).registerCheckQuotation),
  whenCalled(['compareRenderings'], async () => (await import('./sideBySide')).registerSideBySide),
  whenCalled(
    ['openArchived', 'showArchived', 'signInToArchive', 'signOutOfArchive'],
    async () => (await import('./archive')).registerArchive,
  ),
];
