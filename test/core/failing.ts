/**
 * Does something while the program fails over a word, as it would by a fault of its own: every finder and matcher asks for a word's small
 * letters, and nothing else in the house or the host asks it of exactly this one.
 */
export function failingOver<T>(word: string, act: () => T): T {
  const end = failOver(word);
  try {
    return act();
  } finally {
    end();
  }
}

/** The same until the function that it returns is called. */
export function failOver(word: string): () => void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its string, and put back
  const { toLowerCase } = String.prototype;
  String.prototype.toLowerCase = function (this: string) {
    if (toLowerCase.call(this) === toLowerCase.call(word)) throw new TypeError('a fault of ours');
    return toLowerCase.call(this);
  };
  return () => {
    String.prototype.toLowerCase = toLowerCase;
  };
}
