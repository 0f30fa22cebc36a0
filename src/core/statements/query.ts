/** What is asked of statements: all of it has to fit. */
export interface StatementQuery {
  /** Words of the speaker's name. */
  readonly by?: string | undefined;
  /** Words, or beginnings of four letters and more, that stand in the statement or in its paragraph. */
  readonly about?: string | undefined;
  /** A person's tags, every one of them. */
  readonly tags?: readonly string[] | undefined;
  /** Days of publication, the first and the last (YYYY-MM-DD); an article without one does not fit. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Only what a person has accepted. */
  readonly accepted?: boolean | undefined;
}

/** What a query looks at. */
export interface Queried {
  /** Every name a speaker has. */
  readonly names: readonly string[];
  readonly text: string;
  readonly tags: readonly string[];
  /** ISO 8601. */
  readonly published: string | undefined;
  readonly status: string;
}

/** Whether a statement is what is asked for. Letters count without their case and marks. */
export function queryTest({ by, about, tags, from, to, accepted }: StatementQuery): (queried: Queried) => boolean {
  const named = wordsOf(by ?? '');
  const wanted = wordsOf(about ?? '');
  const tagged = (tags ?? []).map(folded);
  return (queried) =>
    (accepted !== true || queried.status === 'accepted') &&
    isBetween(queried.published, from, to) &&
    tagged.every((tag) => queried.tags.some((other) => folded(other) === tag)) &&
    (named.length === 0 || queried.names.some((name) => hasAll(wordsOf(name), named, false))) &&
    (wanted.length === 0 || hasAll(wordsOf(queried.text), wanted, true));
}

function isBetween(published: string | undefined, from: string | undefined, to: string | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  const day = published?.slice(0, 10);
  return day !== undefined && (from === undefined || day >= from) && (to === undefined || day <= to);
}

const shortestBeginning = 4;

function hasAll(words: readonly string[], wanted: readonly string[], begins: boolean): boolean {
  const known = new Set(words);
  return wanted.every(
    (word) => known.has(word) || (begins && word.length >= shortestBeginning && words.some((one) => one.startsWith(word))),
  );
}

function wordsOf(text: string): readonly string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function folded(text: string): string {
  return text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** How often tags occur, and which of them together, most frequent first. */
export function tagCounts(all: readonly (readonly string[])[]): readonly { readonly tags: readonly string[]; readonly count: number }[] {
  const counts = new Map<string, { readonly tags: readonly string[]; count: number }>();
  const add = (tags: readonly string[]) => {
    const key = tags.map(folded).join('\n');
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { tags, count: 1 });
  };
  for (const given of all) {
    const tags = [...new Map(given.map((tag) => [folded(tag), tag])).values()]
      .toSorted((a, b) => (folded(a) < folded(b) ? -1 : 1))
      .slice(0, mostTags);
    for (const [at, tag] of tags.entries()) {
      add([tag]);
      for (const other of tags.slice(at + 1)) add([tag, other]);
    }
  }
  return [...counts.values()].toSorted(
    (a, b) => a.tags.length - b.tags.length || b.count - a.count || (a.tags.join() < b.tags.join() ? -1 : 1),
  );
}
/** Of one statement. */
const mostTags = 50;
