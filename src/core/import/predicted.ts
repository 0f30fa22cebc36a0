import { pointsAfter } from '../text/encoding/codePoints';

/**
 * What a program's model suggested, named as our own suggestions are: the model and how sure it was. Nobody has decided it, so it comes in
 * as a suggestion, however the import arrives.
 */
export function predictedBy(program: string, model: string | undefined, score: number | undefined): string {
  const name = pointsAfter(model?.replace(/\s+/g, ' ').trim() ?? '', 0, 80);
  return `${name === '' ? `${program} prediction` : name}${score === undefined ? '' : ` ${score.toFixed(2)}`}`;
}

/** A score as a file has it: a finite number, or one written out. */
export function scoreOf(value: unknown): number | undefined {
  const score = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof score === 'number' && Number.isFinite(score) && Math.abs(score) < 1e6 ? score : undefined;
}
