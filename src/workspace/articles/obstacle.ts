import { isOwnReport } from '../../core/index';

/** Over this it is read only when a person asks. */
const largeOver = 2_000_000;

/** Why a file is not read; `report`: an export of ours that lies among the articles. */
export type Obstacle = 'large' | 'binary' | 'report';

/** `wanted`: a person has asked for it in spite of its size. */
export function obstacleOf(text: string, wanted: boolean): Obstacle | undefined {
  if (text.slice(0, 8000).includes('\0')) return 'binary';
  if (isOwnReport(text)) return 'report';
  return text.length > largeOver && !wanted ? 'large' : undefined;
}
