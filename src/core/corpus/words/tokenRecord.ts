import { ByteReader, ByteWriter } from './bytes';
import { placesFor, type Tokens } from './tokens';

/** The words of an article in six bytes each. */
export function writeTokens({ start, end, lemma, flags }: Tokens): Uint8Array {
  const out = new ByteWriter();
  out.number(lemma.length);
  out.number(end.at(-1) ?? 0);
  let last = 0;
  for (let i = 0; i < lemma.length; i++) {
    out.number((start[i] ?? 0) - last);
    last = end[i] ?? 0;
    out.number(last - (start[i] ?? 0));
    out.number(lemma[i] ?? 0);
    out.byte(flags[i] ?? 0);
  }
  return out.take();
}

/** Reads back what `writeTokens` wrote. */
export function readTokens(bytes: Uint8Array): Tokens {
  const input = new ByteReader(bytes);
  const count = input.number();
  const length = input.number();
  const [start, end] = [placesFor(count, length), placesFor(count, length)];
  const [lemma, flags] = [new Int32Array(count), new Uint8Array(count)];
  for (let i = 0, last = 0; i < count; i++) {
    start[i] = last += input.number();
    end[i] = last += input.number();
    lemma[i] = input.number();
    flags[i] = input.byte();
  }
  return { start, end, lemma, flags };
}
