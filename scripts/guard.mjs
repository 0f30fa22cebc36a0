// Runs a command in the process group of this process, and kills the whole group as soon as standard input closes: that is when
// whoever started it has gone, even by SIGKILL. A VS Code server would otherwise live on, with its extension hosts.
import { spawn } from 'node:child_process';

const [command, ...args] = process.argv.slice(2);
if (command === undefined) throw new Error('guard.mjs: no command');

const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
child.on('error', (error) => {
  console.error(`${command}: ${error.message}`);
  process.exit(127);
});
child.on('exit', (code) => process.exit(code ?? 1));

process.stdin.resume();
process.stdin.on('close', () => process.kill(-process.pid, 'SIGKILL'));
