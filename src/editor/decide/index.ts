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
import { registerReview } from './review';
import { registerSpeakerCommands } from './speakerCommands';
import { registerSpeakerRename } from './speakerRename';

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
];
