import { attempt, type Fault } from '../../text/fault';
import type { FileProblem } from '../model';

/**
 * Reads a file of ours. Where the program itself fails over it, nothing is read, nobody writes into it, and a problem asks for a report:
 * what stands in it is somebody's work.
 */
export function readOrLocked<T>(read: () => T, unread: (problems: readonly FileProblem[]) => T): T {
  const faults: Fault[] = [];
  const problemOf = ({ message }: Fault): FileProblem => ({
    start: 0,
    end: 0,
    code: 'fault',
    severity: 'error',
    message: `This file could not be read, by a fault of Second Source; it is left as it is. Please report it: ${message}`,
  });
  return attempt(
    'what stands in this file',
    read,
    () => unread(faults.map(problemOf)),
    (fault) => faults.push(fault),
  );
}
