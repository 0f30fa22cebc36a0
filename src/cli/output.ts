/** Writes to standard output and waits while the reader is slower, so that nothing piles up in memory. */
export async function print(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}

export function printLine(value: unknown): Promise<void> {
  return print(`${typeof value === 'string' ? value : JSON.stringify(value)}\n`);
}
