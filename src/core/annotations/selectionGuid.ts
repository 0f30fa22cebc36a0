import { guid } from '../text/guid';

/** What a REFI-QDA project calls the passage of an annotation; the same on the way out and when it comes back. */
export function selectionGuid(path: string, id: string): string {
  return guid(`selection\n${path}\n${id}`);
}
