import { type CST, Composer, type Document, type DocumentOptions, Lexer, Parser, type ParseOptions, type SchemaOptions } from 'yaml';
import type { Span } from './span';

type Options = ParseOptions & DocumentOptions & SchemaOptions;

export type YamlReading =
  | {
      readonly document: Document.Parsed;
      /** Where another document begins, which is not read. */
      readonly second?: Span;
    }
  /** Where the nesting goes too far. */
  | { readonly tooDeep: Span };

/** Nobody nests a tenth as deep. */
const deepest = 100;

/**
 * Reads any text as YAML, the first document of it; never throws, and takes time in proportion to the text. All YAML that others may
 * have written is read here: the parser keeps what is open in a list, but whoever composes nodes or walks through them calls himself,
 * and how deep that goes before the stack ends depends on what stands on it already and on whether the code has been compiled by
 * then, so that a file that was read a hundred times throws the next time. Hence the nesting is bounded before anything is composed.
 */
export function readYaml(text: string, options: Options): YamlReading {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let documents = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'document') documents += 1;
    }
    if (parser.stack.length > deepest) return { tooDeep: { start: parser.offset - lexeme.length, end: parser.offset } };
    if (documents > 1) break;
  }
  if (documents < 2) tokens.push(...parser.end());
  const [document, second] = new Composer({ ...options, prettyErrors: false }).compose(tokens, true, text.length);
  // With `forceDoc` there is always one.
  if (document === undefined) throw new Error('The parser made no document.');
  return { document: document, ...(second && { second: { start: second.range[0], end: second.range[1] } }) };
}
