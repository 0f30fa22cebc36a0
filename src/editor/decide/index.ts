import { lostIn, strayedLinks } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { whenCalled } from '../shared/index';
import { registerCodeActions } from './codeActions';
import { registerComments } from './comments';
import { registerConflictActions } from './conflictActions';
import { registerDecisionCommands } from './decisionCommands';
import { tellOfOutsideEdits } from './outsideEdits';
import { registerSpeakerRename } from './speakerRename';

/** What a person says of what was found: accept, reject, change, link, comment, rename, adjudicate, undo. */
export const deciding = [
  registerSpeakerRename,
  whenCalled(
    ['changeSpeaker', 'addSpeaker', 'editSpeaker', 'mergeSpeakers'],
    async () => (await import('./speakerCommands')).registerSpeakerCommands,
  ),
  registerCodeActions,
  registerConflictActions,
  registerDecisionCommands,
  whenCalled(
    ['review', 'endReview', 'nextSuggestion', 'previousSuggestion', 'confirmPlace'],
    async () => (await import('./review')).registerReview,
  ),
  tellOfOutsideEdits,
  whenCalled(
    ['relinkOrphan', 'removeOrphan', 'relinkAll', 'takeAlong', 'chooseArticle'],
    async () => (await import('./lost')).registerLost,
    hasLost,
  ),
  whenCalled(
    ['changeType', 'editNote', 'editTags', 'editDate', 'useSelection', 'extendEnd', 'shrinkEnd', 'extendStart', 'shrinkStart'],
    async () => (await import('./amendments')).registerAmendments,
  ),
  whenCalled(
    [
      'adjudicate',
      'adjudicateOpen',
      'adjudicateNext',
      'adjudicatePrevious',
      'adjudicateLeft',
      'adjudicateRight',
      'adjudicateBoth',
      'adjudicateNeither',
      'adjudicateEdit',
      'adjudicateShow',
      'adjudicateAgreed',
      'adjudicateEnd',
    ],
    async () => (await import('./adjudication')).registerAdjudication,
  ),
  whenCalled(['linkRendering', 'editLinks', 'removeLink'], async () => (await import('./links')).registerLinks),
  whenCalled(['decideSeveral', 'acceptSure', 'acceptAll'], async () => (await import('./bulk')).registerBulk),
  registerComments,
  whenCalled(
    ['setOutlet', 'setPublished', 'setPrimary', 'setLanguage', 'nameOutlets'],
    async () => (await import('./factCommands')).registerFactCommands,
  ),
  whenCalled(['annotateAll'], async () => (await import('./occurrences')).registerOccurrences),
  whenCalled(['why'], async () => (await import('./why')).registerWhy),
];

function hasLost({ projects }: Session): boolean {
  return projects.some((project) => {
    const { orphans, strays } = lostIn(project);
    return orphans.length + strays.length + strayedLinks(project).length > 0;
  });
}
