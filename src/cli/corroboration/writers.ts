import { changeMessage, changedSince, shownJson, type Conflict } from '../../core/index';
import { print, printLine } from '../output';
import type { ArticleJson, Corroboration } from './json';

export interface Writer {
  article(article: ArticleJson): Promise<void>;
  /** What the articles say together; after Ctrl+C what those say that were written. */
  end(): Promise<void>;
}

export function jsonWriter(found: Corroboration): Writer {
  let isFirst = true;
  return {
    article: async (article) => {
      await print(`${isFirst ? '{"articles":[' : ','}${shownJson(article)}`);
      isFirst = false;
    },
    end: () =>
      printLine(`${isFirst ? '{"articles":[' : ''}],"origins":${shownJson(found.origins())},"conflicts":${shownJson(found.conflicts())}}`),
  };
}

export function jsonLinesWriter(found: Corroboration): Writer {
  return {
    article: (article) => printLine({ article }),
    end: async () => {
      for (const origin of found.origins()) await printLine({ origin });
      for (const conflict of found.conflicts()) await printLine({ conflict });
    },
  };
}

export function textWriter(found: Corroboration): Writer {
  let written = 0;
  return {
    article: async ({ file, outlet, published, primary, quotations, changed }) => {
      written++;
      const kind = primary === undefined ? '' : `, ${primary}`;
      await printLine(`${file} (${outlet ?? 'outlet unknown'}, ${published ?? 'date unknown'}${kind})`);
      for (const change of changed?.changes ?? []) await printLine(`  ${changed ? changedSince(changed) : ''}: ${changeMessage(change)}`);
      for (const quotation of quotations) {
        await printLine(`  ${quotation.speakerName ?? 'unknown'} [${quotation.type}]: ${found.words(file, quotation)}`);
        for (const { file: other, start, end, level, relation, score, origin, conflicts = [] } of quotation.renderings) {
          const how = `${level === 'match' ? relation : `${relation}?`} ${score.toFixed(2)}${origin === null ? '' : `, ${origin}`}`;
          await printLine(`    ${other} [${how}]: ${found.words(other, { start, end })}`);
          for (const { level: weight, message } of conflicts) await printLine(`      ${weight}: ${message}`);
        }
        for (const { file: other, start, end, language } of quotation.perhaps ?? [])
          await printLine(`    ${other} [perhaps here, ${language}]: ${found.words(other, { start, end })}`);
      }
    },
    end: async () => {
      const conflicts = found.conflicts();
      await printLine('');
      await printLine(`${count(written, 'article')}; origins of whole articles and of single statements:`);
      for (const { id, reason, files } of found.origins()) await printLine(`  ${id}: ${files.join(', ')}: ${reason}`);
      const list = async (title: string, isListed: (level: Conflict['level']) => boolean) => {
        const listed = conflicts.filter(({ level }) => isListed(level));
        await printLine('');
        await printLine(count(listed.length, title));
        for (const { kind, message, passages } of listed) {
          await printLine(`  ${kind}: ${message}`);
          for (const passage of passages) await printLine(`    ${passage.file}: ${found.words(passage.file, passage)}`);
        }
      };
      await list('conflict', (level) => level === 'conflict');
      if (conflicts.some(({ level }) => level === 'differs')) await list('difference', (level) => level === 'differs');
    },
  };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
