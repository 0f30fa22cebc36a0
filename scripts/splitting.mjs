// The program in parts: what it begins with in one file, the rest in files that are loaded when an `import()` asks for them. esbuild splits
// into ES modules only, which the web extension host does not load, so that its chunks are made functions of one registry here.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import ts from 'typescript';
import { straight } from './straight.mjs';

/**
 * How each host gets at a file of a part.
 * @type {Readonly<Record<'node' | 'web', (folder: string) => string>>}
 */
const loaders = {
  node: (folder) => `async file=>require("./${folder}/"+file)`,
  web: (folder) => `async file=>{
const {extensions,workspace,Uri}=require("vscode");
const uri=Uri.joinPath(extensions.getExtension("second-source.second-source").extensionUri,"dist/web/${folder}",file);
const module={};
new Function("module",new TextDecoder().decode(await workspace.fs.readFile(uri))+"\\n//# sourceURL="+file)(module);
return module.exports}`,
};

/**
 * @param {import('esbuild').BuildOptions & {entry: string, outfile: string, host: 'node' | 'web', folder: string, together: Readonly<Record<string, readonly string[]>>}} options
 *   `folder`, beside `outfile`, takes the parts; `together`: entries of `import()` that share one file, by its name
 * @returns the metafile, and which chunks are in which file
 */
export async function splitProgram({ entry, outfile, host, folder, together, ...options }) {
  const { metafile, outputFiles } = await build({
    ...options,
    entryPoints: { main: entry },
    outdir: 'split',
    chunkNames: '[name]-[hash]',
    splitting: true,
    format: 'esm',
    write: false,
    metafile: true,
    plugins: [straight],
  });
  const texts = new Map(outputFiles.map((file) => [path.basename(file.path), file.text]));
  const outputs = new Map(Object.entries(metafile.outputs).map(([name, output]) => [path.basename(name), output]));
  /** @type {Map<string, string>} */
  const fileOf = new Map();
  /** @param {string} chunk @param {string} file */
  const put = (chunk, file) => {
    if (fileOf.has(chunk)) return;
    for (const next of needs(outputs, chunk)) if (!fileOf.has(next)) put(next, file);
    fileOf.set(chunk, file);
  };
  put('main.js', path.basename(outfile));
  for (const [file, entries] of Object.entries(together))
    for (const [chunk, { entryPoint }] of outputs) if (entryPoint !== undefined && entries.includes(entryPoint)) put(chunk, file);
  for (const chunk of outputs.keys()) alone(chunk);
  /** @param {string} chunk */
  function alone(chunk) {
    if (fileOf.has(chunk)) return;
    needs(outputs, chunk).forEach(alone);
    fileOf.set(chunk, chunk);
  }
  /** @type {Record<string, string[]>} */
  const files = {};
  for (const [chunk, file] of fileOf) (files[file] ??= []).push(chunk);
  const target = path.join(path.dirname(outfile), folder);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  /** Which files an `import()` needs beside the first. @type {Record<string, string[]>} */
  const parts = {};
  for (const [chunk, { entryPoint }] of outputs) {
    const all = entryPoint === undefined || chunk === 'main.js' ? [] : closure(outputs, chunk).map((one) => fileOf.get(one) ?? '');
    if (all.length > 0) parts[chunk] = [...new Set(all)].filter((file) => file !== path.basename(outfile));
  }
  for (const [file, chunks] of Object.entries(files)) {
    const code = chunks.map((chunk) => asFunction(chunk, texts.get(chunk) ?? '')).join('\n');
    const isMain = file === path.basename(outfile);
    const whole = isMain
      ? `${shebang(texts)}"use strict";
const __chunks={},__loaded={},__load=${loaders[host](folder)};
const __part=async name=>{
for(const file of ${JSON.stringify(parts)}[name])await(__loaded[file]??=__load(file).then(part=>part(__chunks,__part,require${host === 'node' ? ',__filename' : ''})));
return __chunks[name]};
${code}
module.exports=__chunks["main.js"];
`
      : `"use strict";module.exports=(__chunks,__part,require${host === 'node' ? ',__filename' : ''})=>{\n${code}\n};\n`;
    new Script(`(()=>{${whole.replace(/^#!.*\n/, '')}})`); // leaves no import or export of a module
    writeFileSync(isMain ? outfile : path.join(target, file), whole);
  }
  return { ...metafile, files };
}

/**
 * @param {Map<string, import('esbuild').Metafile['outputs'][string]>} outputs
 * @param {string} chunk
 */
function needs(outputs, chunk) {
  const { imports = [] } = outputs.get(chunk) ?? {};
  return imports.filter(({ kind, external }) => external !== true && kind === 'import-statement').map((one) => path.basename(one.path));
}

/**
 * What a chunk needs and itself, in the order in which they are to be run.
 * @param {Map<string, import('esbuild').Metafile['outputs'][string]>} outputs
 * @param {string} chunk
 * @returns {string[]}
 */
function closure(outputs, chunk) {
  return [...new Set([...needs(outputs, chunk).flatMap((next) => closure(outputs, next)), chunk])];
}

/** @param {Map<string, string>} texts */
function shebang(texts) {
  return /^#!.*\n/.exec(texts.get('main.js') ?? '')?.[0] ?? '';
}

/**
 * A chunk as a function of the registry. Whatever a chunk imports has run before, so that names can be bound once.
 * @param {string} chunk
 * @param {string} text an ES module as esbuild writes it
 */
function asFunction(chunk, text) {
  const { statements } = ts.createSourceFile(chunk, text, ts.ScriptTarget.Latest);
  let [head, body, end, values] = ['', '', statements[0]?.getFullStart() ?? 0, ''];
  for (const statement of statements) {
    const isImport = ts.isImportDeclaration(statement);
    if (!isImport && !ts.isExportDeclaration(statement)) continue;
    body += text.slice(end, statement.pos);
    end = statement.end;
    if (isImport) head += bindings(statement);
    else values += names(statement.exportClause, (inside, outside) => `${outside}:${inside}`);
  }
  body += text.slice(end);
  const code = body.replace(/^#!.*\n/, '').replaceAll(/\bimport\("\.\/([\w.-]+)"\)/g, (_, name) => `__part(${JSON.stringify(name)})`);
  return `__chunks[${JSON.stringify(chunk)}]=(()=>{${head}${code}\nreturn{${values}}})();`;
}

/** @param {ts.ImportDeclaration} statement */
function bindings({ importClause, moduleSpecifier }) {
  const from = /** @type {ts.StringLiteral} */ (moduleSpecifier).text;
  if (importClause === undefined) return '';
  const { name, namedBindings } = importClause;
  const source = from.startsWith('./') ? `__chunks[${JSON.stringify(path.basename(from))}]` : `require(${JSON.stringify(from)})`;
  const whole = name ?? (namedBindings && ts.isNamespaceImport(namedBindings) ? namedBindings.name : undefined);
  return whole
    ? `const ${whole.text}=${source};`
    : `const {${names(namedBindings, (outside, inside) => `${outside}:${inside}`)}}=${source};`;
}

/**
 * @param {ts.NamedImportBindings | ts.NamedExportBindings | undefined} list
 * @param {(first: string, second: string) => string} written
 */
function names(list, written) {
  if (list === undefined || !(ts.isNamedImports(list) || ts.isNamedExports(list))) return '';
  return [...list.elements].map(({ propertyName, name }) => `${written((propertyName ?? name).text, name.text)},`).join('');
}
