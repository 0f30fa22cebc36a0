import { registerAdjudication } from './adjudication';
import { registerAmendments } from './amendments';
import { registerBulk } from './bulk';
import { registerCodeActions } from './codeActions';
import { registerComments } from './comments';
import { registerConflictActions } from './conflictActions';
import { registerDecisionCommands } from './decisionCommands';
import { registerFactCommands } from './factCommands';
import { registerLinks } from './links';
import { registerLost } from './lost';
import { registerNameOutlets } from './nameOutlets';
import { registerOccurrences } from './occurrences';
import { registerReview } from './review';
import { registerSpeakerCommands } from './speakerCommands';
import { registerSpeakerRename } from './speakerRename';
import { registerWhy } from './why';

/** What a person says of what was found: accept, reject, change, link, comment, rename, adjudicate, undo. */
export const deciding = [
  registerSpeakerRename,
  registerSpeakerCommands,
  registerCodeActions,
  registerConflictActions,
  registerDecisionCommands,
  registerReview,
  registerLost,
  registerAmendments,
  registerAdjudication,
  registerLinks,
  registerBulk,
  registerComments,
  registerFactCommands,
  registerOccurrences,
  registerNameOutlets,
  registerWhy,
];
