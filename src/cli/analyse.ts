import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { analyse, decodeBytes, emptyRegistry, readToAnalyse, type Article, type Span } from '../core/index';
import { analysisJson } from './analysisJson';
import { dayOf } from './archiveReader';
import { Unusable, type ExitCode } from './failure';
import { readBeside } from './folder';
import { readBytes, readJsonLines } from './input';
import { printLine, warn, warnOfFault, warnOfLanguage } from './output';
import { wordsAt } from './words';

export const help = `second-source analyse FILE... [--published DATE] [--json]
second-source analyse --jsonl IN

What the editor would highlight: quotations with their speakers, dates with their values, problems. Facts are read from
FILE.annotations.yaml and the speakers and outlets from second-source.yaml beside it, where these are.

  --published DATE  the date of publication (YYYY-MM-DD), where the file does not say it
  --json            one JSON object for every file, a line each
  --jsonl IN        read {"id","text","published"?} a line from IN, answer with a line each
A FILE or IN of - is standard input.`;

export async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      published: { type: 'string' },
      json: { type: 'boolean' },
      jsonl: { type: 'string' },
    },
  });
  if (values.jsonl !== undefined) {
    await analyseLines(values.jsonl);
    return 0;
  }
  if (positionals.length === 0) throw new Unusable('analyse: name at least one file, or --jsonl IN');
  const { published } = values;
  if (published !== undefined && !isDate(published)) {
    throw new Unusable('analyse: --published is a date, YYYY-MM-DD, or a date and a time');
  }
  let worst: ExitCode = 0;
  for (const file of positionals) {
    try {
      await analyseFile(file, published, values.json === true);
    } catch (error) {
      // One that cannot be read hides nothing in the others.
      if (!(error instanceof Unusable) || positionals.length === 1) throw error;
      warn(error.message);
      worst = 2;
    }
  }
  return worst;
}

async function analyseFile(file: string, published: string | undefined, isJson: boolean): Promise<void> {
  const { text, problem, encoding } = decodeBytes(await readBytes(file));
  if (encoding === 'binary') throw new Unusable(`${file}: ${problem ?? 'not a text file'}`);
  if (/^(?:[\w-]{1,60}:[^\n]*\n|[ \t][^\n]*\n)*?mime-version:/i.test(text.slice(0, 4000).replaceAll('\r', '')))
    throw new Unusable(`${file}: is a message or a page saved in one file: make an article of it with import-article`);
  if (problem !== undefined) warn(`${file}: ${problem}`);
  if (text.trim() === '') warn(`${file}: has no text`);
  const { registry, set } = file === '-' ? { registry: emptyRegistry, set: {} } : await readBeside(file);
  const path = basename(file);
  const article = await readToAnalyse({
    uri: file,
    path,
    text,
    version: 1,
    registry,
    set: { ...set, ...(published !== undefined && { published }) },
  });
  const analysis = analyse(article, registry);
  for (const fault of analysis.faults ?? []) warnOfFault(file, fault);
  warnOfLanguage(file, article);
  const found = analysisJson(article, analysis);
  if (isJson) await printLine({ file, ...found });
  else await printFindings(file, article, found);
}

/** A day of the calendar, with or without a time. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(text)) return false;
  const day = text.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && !Number.isNaN(Date.parse(text));
}

async function analyseLines(path: string): Promise<void> {
  for await (const { value, place } of readJsonLines(path)) {
    const { id, text, published } = value;
    if (typeof id !== 'string' && typeof id !== 'number') throw new Unusable(`${place}: "id" is missing`);
    if (typeof text !== 'string') throw new Unusable(`${place}: "text" is missing`);
    const day = dayOf(published, place);
    const set = day === undefined ? {} : { published: day };
    const article = await readToAnalyse({ uri: String(id), path: 'line.txt', text, version: 1, set });
    const analysis = analyse(article);
    for (const fault of analysis.faults ?? []) warnOfFault(String(id), fault);
    await printLine({ id, ...analysisJson(article, analysis) });
  }
}

async function printFindings(file: string, article: Article, found: ReturnType<typeof analysisJson>): Promise<void> {
  const text = (span: Span) => wordsAt(article, span);
  await printLine(`${file}: published ${found.published ?? 'unknown'}`);
  for (const quotation of found.quotations) {
    const speaker = quotation.speakerName ?? quotation.speaker?.text ?? 'unknown';
    const through = quotation.provenance === null ? '' : ` (${quotation.provenance})`;
    await printLine(`  ${quotation.start}-${quotation.end} ${quotation.type} ${speaker}${through}: ${text(quotation)}`);
  }
  for (const date of found.dates) await printLine(`  ${date.start}-${date.end} ${date.type} ${date.value}: ${text(date)}`);
  for (const problem of found.problems) await printLine(`  ${problem.kind}: ${problem.message}`);
}
