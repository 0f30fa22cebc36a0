#!/usr/bin/env node
import { isMainThread, workerData } from 'node:worker_threads';
import { EngineFailure } from '../engine/index';
import * as agree from './people/agree';
import * as bundle from './people/bundle';
import * as analyse from './analyse';
import * as check from './check';
import * as corroborate from './corroborate';
import { type ComparingTask, serveComparing } from './corroboration/index';
import * as exportCommand from './export';
import { Interrupted, Unusable, type ExitCode } from './failure';
import * as find from './find';
import * as importCommand from './import';
import { help as importArticleHelp, run as importArticle } from './importArticle';
import * as index from './index';
import { serveReading } from './indexReaders';
import * as match from './match';
import * as merge from './people/merge';
import { hadFault, hadLeftOut, warn } from './output';

interface Command {
  readonly help: string;
  run(args: readonly string[]): Promise<ExitCode>;
}

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['analyse', analyse],
  ['corroborate', corroborate],
  ['match', match],
  ['find', find],
  ['index', index],
  ['export', exportCommand],
  ['import', importCommand],
  ['import-article', { help: importArticleHelp, run: importArticle }],
  ['check', check],
  ['bundle', bundle],
  ['agree', agree],
  ['merge', merge],
]);

async function main(args: readonly string[]): Promise<ExitCode> {
  const [name = '--help', ...rest] = args;
  if (name === '--version') {
    process.stdout.write(`second-source ${process.env.npm_package_version ?? ''}\n`);
    return 0;
  }
  const command = commands.get(name);
  if (command === undefined) {
    if (!['--help', '-h', 'help'].includes(name)) throw new Unusable(`unknown command ${name}; second-source --help lists them`);
    process.stdout.write(`${[...commands.values()].map(({ help }) => help).join('\n\n')}\n`);
    return 0;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(`${command.help}\n`);
    return 0;
  }
  return command.run(rest);
}

if (isMainThread) start();
else void serve(workerData as ComparingTask | undefined);

function serve(task: ComparingTask | undefined): Promise<void> {
  return task ? serveComparing(task) : serveReading();
}

function start(): void {
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') warn(`standard output: ${error.message}`);
    process.exit(error.code === 'EPIPE' ? 0 : 2);
  });

  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = hadFault() ? 2 : code === 0 && hadLeftOut() ? 1 : code;
    },
    (error: unknown) => {
      if (!(error instanceof Interrupted)) warn(messageOf(error));
      process.exitCode = error instanceof Interrupted ? 130 : 2;
    },
  );
}

/** One line for what a person can mend; our own mistakes come with the place they were made at. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, syscall } = error as NodeJS.ErrnoException;
  const [line = ''] = error.message.split('\n');
  // What node:util's parseArgs throws for unknown or incomplete options; the advice behind it is about operands.
  if (code?.startsWith('ERR_PARSE_ARGS'))
    return `${line.replace(/\. To specify .*/, '')}; second-source ${process.argv[2] ?? ''} --help lists the options`;
  const isTheirs = error instanceof Unusable || error instanceof EngineFailure;
  return isTheirs || syscall !== undefined ? line : `this is a fault of the program: ${error.stack ?? line}`;
}
