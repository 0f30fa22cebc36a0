import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

interface Program {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>>;
  /** Which chunks lie in which file; only where the program is built to ship. */
  readonly files?: Readonly<Record<string, readonly string[]>>;
}

const bundles = JSON.parse(readFileSync('out/bundles.json', 'utf8')) as Record<'node' | 'web' | 'cli', Program>;

/** The sources that are in a file of a program. */
function sourcesIn({ outputs, files }: Program, file: string): readonly string[] {
  const chunks = new Set(files?.[file]);
  return Object.entries(outputs).flatMap(([name, { inputs }]) => (chunks.has(path.basename(name)) ? Object.keys(inputs) : []));
}

describe('the parts of the program', () => {
  for (const [host, folder] of [
    ['node', 'dist'],
    ['web', 'dist/web'],
  ] as const) {
    describe(`in the ${host} host`, () => {
      const program = bundles[host];
      const size = (file: string) => statSync(path.join(folder, file)).size;
      const parts = () => readdirSync(path.join(folder, 'parts'));
      const first = () => sourcesIn(program, 'extension.js');
      const annotated = () => sourcesIn(program, 'annotated.js');

      before(function () {
        if (program.files === undefined) {
          console.log('      (built for development, as one file: `node esbuild.mjs --production` makes the parts)');
          this.skip();
        }
      });

      it('are small: what activation loads is under 500 kB, and under 800 kB with all that reads English articles', () => {
        const [begins, reads] = [size('extension.js'), size('parts/annotated.js')];
        console.log(`      extension.js ${begins} bytes, annotated.js ${reads}, ${parts().length} parts`);
        assert.ok(begins < 500_000);
        assert.ok(begins + reads < 800_000);
      });

      it('leave importers, exporters and whole features to the commands that need them', () => {
        const early = [...first(), ...annotated()].filter((source) =>
          /^src\/core\/(?:export\/formats|import\/(?!articles\/)|analysis\/languages\/(?:de|fr|es|ru|speech|dates)\/)|exportCommand|importCommand|adjudication\.ts|matrix\.ts/.test(
            source,
          ),
        );
        assert.deepEqual(
          early.filter((source) => source !== 'src/core/export/formats/table.ts'),
          [],
        );
        assert.equal(first().includes('src/core/analysis/analyse.ts'), false);
        assert.equal(annotated().includes('src/core/analysis/analyse.ts'), true);
      });

      it('are at most 60 kB a language, with a reader that all languages share', () => {
        for (const language of ['german', 'french', 'spanish', 'italian', 'russian', 'reader']) {
          const files = parts().filter((file) => file.startsWith(`${language}-`));
          assert.equal(files.length, 1, language);
          assert.ok(size(`parts/${files[0] ?? ''}`) < 60_000, language);
        }
      });
    });
  }

  it('are loaded on the command line as well: the languages', () => {
    if (bundles.cli.files === undefined) return;
    assert.deepEqual(
      sourcesIn(bundles.cli, 'cli.js').filter((source) => /analysis\/languages\/(?:de|fr|es|it|ru|speech)\//.test(source)),
      [],
    );
  });
});

describe('commands whose code is loaded when they are called', () => {
  for (const room of ['decide', 'exchange', 'folder', 'jump'])
    it(`are registered by that code, under the same names: ${room}`, () => {
      const door = readFileSync(`src/editor/${room}/index.ts`, 'utf8');
      const groups = [...door.matchAll(/whenCalled\(\s*\[([^\]]*)\][^']*import\('\.\/(\w+)'\)/g)];
      assert.ok(groups.length > 0);
      for (const [, names = '', file = ''] of groups) {
        const code = readFileSync(`src/editor/${room}/${file}.ts`, 'utf8');
        for (const [, name = ''] of names.matchAll(/'(\w+)'/g))
          assert.match(code, new RegExp(`'(?:secondSource\\.)?${name}'`), `${file}: ${name}`);
      }
    });
});
