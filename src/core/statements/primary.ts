import { primaryOf } from '../analysis/index';
import type { PrimaryKind } from '../text/metadata/primary';
import { proseSpanToRaw, rawSpanToProse } from '../text/prose';
import type { Span } from '../text/span';
import type { Translate } from '../text/translate';
import type { StatementSource } from './folder';
import type { Rendering } from './rendering';
import { wordingOf } from './statement';

/** What a primary source says where outlets report it. */
export interface PrimaryWords<S extends StatementSource = StatementSource> {
  readonly kind: PrimaryKind;
  readonly rendering: Rendering<S>;
  /** The whole sentences there, on one line, without the marks around them. */
  readonly words: string;
}

/** Characters of a sentence of which more is looked for before or behind a rendering. */
const longestBeside = 300;

/** Of the renderings of a statement the surest in a primary source, the words of which go before all reports. */
export function primaryWords<S extends StatementSource>(renderings: readonly Rendering<S>[]): PrimaryWords<S> | undefined {
  const found = renderings.flatMap((rendering) => {
    const kind = primaryOf(rendering.state);
    return kind === undefined ? [] : [{ kind, rendering }];
  });
  const first = found.find(({ rendering }) => rendering.link !== undefined || rendering.match.level === 'match') ?? found[0];
  return first && { ...first, words: bare(wordingOf(first.rendering.state, wholeSentences(first.rendering.state, first.rendering.match))) };
}

function bare(words: string): string {
  return words.replace(/^["“”„«»]+|["“”„«»]+$/gu, '').trim();
}

/** In the reader's language. */
export function primaryName(kind: PrimaryKind, t: Translate): string {
  switch (kind) {
    case 'transcript':
      return t('transcript');
    case 'readout':
      return t('readout');
    case 'press release':
      return t('press release');
    case 'recording':
      return t('recording');
    case 'primary source':
      return t('primary source');
  }
}

function wholeSentences({ article: { prose } }: StatementSource, raw: Span): Span {
  const span = rawSpanToProse(prose, raw);
  if (!span) return raw;
  const before = prose.text.slice(Math.max(0, span.start - longestBeside), span.start);
  const behind = prose.text.slice(span.end, span.end + longestBeside);
  const begun = before.slice(lastEnd(before)).trimStart();
  const isEnded = /[.?!…]["”’)\]]*$/u.test(prose.text.slice(span.start, span.end).trimEnd());
  const goesOn = isEnded ? '' : (/^[^\n]*?(?:[.?!…]["”’)\]]*(?=\s|$)|(?=\n)|$)/u.exec(behind)?.[0] ?? '');
  return proseSpanToRaw(prose, { start: span.start - begun.length, end: span.end + goesOn.length });
}

/** Where the last sentence, line or label ("RUIZ: We will") ends. */
function lastEnd(text: string): number {
  let end = 0;
  for (const { 0: stop, index } of text.matchAll(/[.?!…:]["”’)\]]*\s|\n/gu)) end = index + stop.length;
  return end;
}
