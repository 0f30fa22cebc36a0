import { registerNavigation } from './navigation';

/** From a passage to its other renderings. */
export const jumping = [registerNavigation];
