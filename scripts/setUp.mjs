// What the scripts of package.json need that are run on a clone where nothing has been installed or built, or only an older state of it.
import { root, run } from './command.mjs';
import { ensureDependencies } from './dependencies.mjs';

await ensureDependencies();
await run('build', process.execPath, ['esbuild.mjs', '--production'], { cwd: root });
