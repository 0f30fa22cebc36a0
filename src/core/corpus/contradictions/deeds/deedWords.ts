import type { ArticleWords } from './articleWords';

/** What news says in several words, as the one word that it comes to; words as base forms, `*` for one word of any kind. */
const PHRASES = `turn down=reject|vote down=reject|throw out=reject|strike down=reject|knock back=reject|say no to=reject|vote against=reject
call off=cancel|go ahead=proceed|be go ahead=proceed|take place as plan=proceed|give the go ahead to=approve|give go ahead to=approve|give the go ahead for=approve
give the green light to=approve|give green light to=approve|wave through=approve|sign off on=approve|sign off=approve|say yes to=approve|vote for=back
step down=resign|step aside=resign|stand down=resign|hand in * resignation=resign|give up * post=resign
stay in office=remain|stay in * post=remain|stay in * job=remain|stay in post=remain|stay on=remain|stay at the helm=remain|remain in office=remain
remain in * post=remain|remain in * job=remain|remain in post=remain|remain as=remain|stay as=remain|keep * post=remain|keep * job=remain
carry on=continue|press ahead=proceed|push ahead=proceed|take to court=sue|take * to court=sue`;

interface Phrase {
  readonly words: readonly string[];
  readonly means: string;
}

const byFirst: ReadonlyMap<string, readonly Phrase[]> = (() => {
  const found = new Map<string, Phrase[]>();
  for (const entry of PHRASES.split(/[\n|]/)) {
    const [left = '', means = ''] = entry.split('=');
    const words = left.split(' ');
    const first = words[0] ?? '';
    found.set(first, [...(found.get(first) ?? []), { words, means }]);
  }
  for (const phrases of found.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return found;
})();

/** The phrase that begins at a token and ends before `limit`: the word it comes to, and the token after it. */
export function phraseAt(text: ArticleWords, at: number, limit: number): { means: string; to: number } | undefined {
  for (const { words, means } of byFirst.get(text.word(at)) ?? []) {
    if (at + words.length > limit) continue;
    if (words.every((word, i) => word === '*' || text.word(at + i) === word)) return { means, to: at + words.length };
  }
  return undefined;
}
