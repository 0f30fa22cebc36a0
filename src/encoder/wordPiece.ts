/** Longest word that is cut into pieces, as BERT's tokeniser has it. */
const LONGEST = 100;
const CHINESE = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/gu;
const CONTROL = /[\p{Cc}\p{Cf}\ufffd]/gu;
const MARK = /\p{Mn}/gu;
/** As BERT counts punctuation: all of ASCII that is neither letter nor figure, too. */
const WORD = /[!-/:-@[-`{-~\p{P}]|[^\s!-/:-@[-`{-~\p{P}]+/gu;

/** Cuts an English text into the pieces of words that BERT's models know (Devlin et al. 2018), without regard to case and accents. */
export class WordPiece {
  readonly #ids: ReadonlyMap<string, number>;
  readonly #unknown: number;
  readonly #first: number;
  readonly #last: number;

  private constructor(ids: ReadonlyMap<string, number>) {
    const id = (piece: string) => ids.get(piece) ?? 0;
    this.#ids = ids;
    [this.#unknown, this.#first, this.#last] = [id('[UNK]'), id('[CLS]'), id('[SEP]')];
  }

  /** Of a `tokenizer.json`; undefined where that is none of this kind. */
  static read(json: string): WordPiece | undefined {
    let vocabulary: unknown;
    try {
      const read = JSON.parse(json) as { readonly model?: { readonly vocab?: unknown } } | null;
      vocabulary = read?.model?.vocab;
    } catch {
      return undefined;
    }
    if (typeof vocabulary !== 'object' || vocabulary === null) return undefined;
    const ids = new Map(Object.entries(vocabulary).filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
    return ids.has('[UNK]') && ids.has('[CLS]') && ids.has('[SEP]') ? new WordPiece(ids) : undefined;
  }

  /** At most so many numbers, with those that begin and end a text. */
  encode(text: string, most: number): number[] {
    const plain = text.replace(/\s/gu, ' ').replace(CONTROL, '').replace(CHINESE, ' $& ').normalize('NFD').replace(MARK, '').toLowerCase();
    const pieces = [...plain.matchAll(WORD)].flatMap(([word]) => this.#piecesOf(word));
    return [this.#first, ...pieces.slice(0, most - 2), this.#last];
  }

  #piecesOf(word: string): number[] {
    const letters = Array.from(word);
    if (letters.length > LONGEST) return [this.#unknown];
    const found: number[] = [];
    for (let from = 0, to; from < letters.length; from = to) {
      const begin = from === 0 ? '' : '##';
      for (to = letters.length; to > from && !this.#ids.has(begin + letters.slice(from, to).join('')); to--);
      if (to === from) return [this.#unknown];
      found.push(this.#ids.get(begin + letters.slice(from, to).join('')) ?? this.#unknown);
    }
    return found;
  }
}
