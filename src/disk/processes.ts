import { readFileSync } from 'node:fs';

/**
 * Whether a process of this machine is running, whoever it belongs to. Numbers of processes are used again: with what `startOf` has
 * said of it, whether it is still the same one.
 */
export function isRunning(pid: number, start?: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = startOf(pid);
  return start === undefined || start === '' || now === undefined || start === now;
}

/** When a process began, in ticks since this machine did; undefined where that is not told (it is under Linux). */
export function startOf(pid: number): string | undefined {
  try {
    // The name before it, in brackets, may hold anything (proc_pid_stat(5): field 22, the name is the second).
    return /^.*\) (?:\S+ ){19}(\d+) /s.exec(readFileSync(`/proc/${pid}/stat`, 'latin1'))?.[1];
  } catch {
    return undefined;
  }
}
