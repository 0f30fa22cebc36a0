import { whenCalled } from '../shared/index';
import { registerNavigation } from './navigation';

/** From a passage, or any words, to where else they stand. */
export const jumping = [
  registerNavigation,
  whenCalled(['checkQuotation'], async () => (await import('./checkQuotation')).registerCheckQuotation),
  whenCalled(['compareRenderings'], async () => (await import('./sideBySide')).registerSideBySide),
];
