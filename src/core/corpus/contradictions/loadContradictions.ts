import type { Contradictions } from './conflicts';

/** What finds contradictions, for a window that shows its open articles before it compares them. */
export async function loadContradictions(): Promise<Contradictions> {
  return (await import('./conflicts')).contradictions;
}
