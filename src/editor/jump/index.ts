import { registerCheckQuotation } from './checkQuotation';
import { registerNavigation } from './navigation';
import { registerSideBySide } from './sideBySide';

/** From a passage, or any words, to where else they stand. */
export const jumping = [registerNavigation, registerCheckQuotation, registerSideBySide];
