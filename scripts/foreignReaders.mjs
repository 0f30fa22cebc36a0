// Lets other programs read what `second-source export` writes, and prints a table: format, reader, what it made of the files.
// node scripts/foreignReaders.mjs [FOLDER...] (else the sample story, and the five articles where ../shared is there). Each reader that
// is not at hand is passed over with its reason. Python's readers are installed into out/foreign-readers unless --no-install is given.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * @typedef {{ folder: string, out: (format: string) => string }} Exported
 * @typedef {{ reader: string, format: string, needs: () => string | undefined, read: (given: Exported) => string }} Reader
 */

const root = path.resolve(import.meta.dirname, '..');
const shared = path.resolve(root, '..', 'shared');
const schemas = path.join(shared, 'formats');
const venv = path.join(root, 'out', 'foreign-readers');
const python = path.join(venv, process.platform === 'win32' ? 'Scripts' : 'bin', 'python');
const packages = ['pandas', 'dkpro-cassis', 'pyyaml', 'ruamel.yaml', 'label-studio-sdk', 'rdflib'];
/** Readers that anchor quotations in a page; no dependency of ours. */
const browserReaders = path.join(root, 'out', 'foreign-readers-node');
const browserPackages = ['dom-anchor-text-quote', '@apache-annotator/dom', '@apache-annotator/selector', 'jsdom'];
/** Milliseconds; who has a slower line installs them first. */
const longestInstall = 120_000;
const given = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

const noPython = preparePython();
const noBrowserReaders = prepareBrowserReaders();
const work = mkdtempSync(path.join(tmpdir(), 'second-source-foreign-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

/** @type {readonly Reader[]} */
const readers = [
  { reader: 'pandas', format: 'csv', needs: () => noPython, read: (at) => table(at, 'csv', ',') },
  { reader: 'pandas', format: 'tsv', needs: () => noPython, read: (at) => table(at, 'tsv', '\\t') },
  { reader: 'LibreOffice', format: 'csv', needs: () => command('soffice'), read: libreOffice },
  { reader: 'dkpro-cassis', format: 'cas-json', needs: () => noPython, read: (at) => cas(at, 'cas-json') },
  { reader: 'dkpro-cassis', format: 'cas-xmi', needs: () => noPython, read: (at) => cas(at, 'cas-xmi') },
  { reader: 'Label Studio SDK', format: 'label-studio', needs: () => noPython, read: labelStudio },
  { reader: 'PyYAML, ruamel.yaml', format: 'bundle', needs: () => noPython, read: yaml },
  { reader: 'pandoc', format: 'csl', needs: () => command('pandoc'), read: (at) => pandoc(at, 'csl', 'csljson', 'references.json') },
  { reader: 'pandoc', format: 'markdown', needs: () => command('pandoc'), read: (at) => pandoc(at, 'markdown', 'commonmark', 'report.md') },
  {
    reader: 'jing with the schema of TEI',
    format: 'tei',
    needs: () => command('jing') ?? there(path.join(schemas, 'tei_all.rng')),
    read: (at) => schema(at, 'tei', '.xml', (files) => ['jing', path.join(schemas, 'tei_all.rng'), ...files]),
  },
  {
    reader: 'xmllint with the schema of REFI-QDA',
    format: 'refi-qda',
    needs: () => command('xmllint') ?? command('unzip') ?? there(path.join(schemas, 'refi-qda-project.xsd')),
    read: refiQda,
  },
  {
    reader: 'xmllint',
    format: 'html',
    needs: () => command('xmllint'),
    read: (at) => schema(at, 'html', '.html', (files) => ['xmllint', '--noout', ...files]),
  },
  { reader: 'rdflib', format: 'schema-org', needs: () => noPython, read: rdf },
  { reader: 'brat’s server', format: 'brat', needs: () => noPython ?? clone('BRAT'), read: brat },
  { reader: 'QualCoder’s importer', format: 'refi-qda', needs: () => noPython ?? clone('QUALCODER'), read: qualcoder },
  { reader: 'dom-anchor-text-quote', format: 'w3c', needs: () => noBrowserReaders, read: (at) => anchored(at, 'dom-anchor-text-quote') },
  { reader: 'Apache Annotator', format: 'w3c', needs: () => noBrowserReaders, read: (at) => anchored(at, 'apache-annotator') },
  { reader: 'doccano', format: 'doccano', needs: () => 'its importer needs its server', read: () => '' },
];

let isWhole = true;
console.log('| story | format | reader | result |');
console.log('| --- | --- | --- | --- |');
for (const story of stories()) {
  const exported = exporter(story);
  for (const { reader, format, needs, read } of readers) {
    const missing = needs();
    const result = missing === undefined ? attempt(() => read(exported)) : `not tried: ${missing}`;
    console.log(`| ${path.basename(story)} | ${format} | ${reader} | ${result} |`);
  }
}
process.exitCode = isWhole ? 0 : 1;

function stories() {
  if (given.length > 0) return given;
  const articles = path.join(shared, 'articles');
  return [path.join(root, 'samples'), ...(existsSync(articles) ? [articles] : [])];
}

/**
 * Exports into a folder of its own when a format is first asked for.
 * @param {string} story
 * @returns {Exported}
 */
function exporter(story) {
  const folder = mkdtempSync(path.join(work, 'story-'));
  cpSync(story, folder, { recursive: true });
  /** @type {Map<string, string>} */
  const done = new Map();
  return {
    folder,
    out: (format) => {
      const known = done.get(format);
      if (known !== undefined) return known;
      const out = path.join(mkdtempSync(path.join(work, 'out-')), '/');
      execFileSync(process.execPath, [path.join(root, 'dist', 'cli.js'), 'export', folder, '--format', format, '--out', out, '--quiet']);
      done.set(format, out);
      return out;
    },
  };
}

/** @param {() => string} read */
function attempt(read) {
  try {
    return read();
  } catch (error) {
    isWhole = false;
    const { stderr, message } = /** @type {Error & { stderr?: Buffer | string }} */ (error);
    const lines = (String(stderr ?? '') || message).trim().split('\n');
    return `FAILED: ${(lines.at(-1) ?? '').replaceAll('|', '/').slice(0, 200)}`;
  }
}

function preparePython() {
  if (existsSync(python)) return undefined;
  if (process.argv.includes('--no-install')) return 'Python’s readers are not installed (--no-install)';
  const missing = command('python3');
  if (missing !== undefined) return missing;
  if (spawnSync('python3', ['-m', 'venv', venv]).status !== 0) return 'Python has no venv here';
  const { status, stderr } = spawnSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages], {
    encoding: 'utf8',
    timeout: longestInstall,
  });
  if (status === 0) return undefined;
  rmSync(venv, { recursive: true, force: true });
  return `pip cannot install them in two minutes (${stderr.trim().split('\n').at(-1) ?? ''})`;
}

function prepareBrowserReaders() {
  if (existsSync(path.join(browserReaders, 'node_modules', 'jsdom'))) return undefined;
  if (process.argv.includes('--no-install')) return 'they are not installed (--no-install)';
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['install', '--prefix', browserReaders, '--no-audit', '--no-fund', '--silent', ...browserPackages];
  const { status } = spawnSync(npm, args, { encoding: 'utf8', timeout: longestInstall, shell: process.platform === 'win32' });
  return status === 0 ? undefined : 'npm cannot install them in two minutes';
}

/** A clone of a program's repository, which no registry has. @param {string} variable */
function clone(variable) {
  const folder = process.env[variable];
  return folder !== undefined && existsSync(folder) ? undefined : `${variable} names no clone of its repository`;
}

/** @param {string} name */
function command(name) {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0 ? undefined : `${name} is not here`;
}

/** @param {string} file */
function there(file) {
  return existsSync(file) ? undefined : `${path.basename(file)} is not here (../shared/formats)`;
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {any}
 */
function ask(script, args) {
  return JSON.parse(
    execFileSync(python, ['-W', 'ignore', '-c', script, ...args], { encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'pipe'] }),
  );
}

/**
 * @param {string} folder
 * @param {string} ending
 */
function filesIn(folder, ending) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => path.join(folder, name));
}

/** The words of every row by a reader of our own, which knows quotation marks and nothing else. @param {string} text @param {string} separator */
function rowsOf(text, separator) {
  /** @type {string[][]} */
  const rows = [[]];
  for (const match of text.matchAll(new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`, 'g'))) {
    const [whole, quoted, plain = '', end = ''] = match;
    if (whole === '' && match.index >= text.length) break;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== separator) rows.push([]);
  }
  return rows.filter(({ length }) => length > 1);
}

/** @param {Exported} at @param {string} format @param {string} separator */
function table(at, format, separator) {
  const [file = ''] = filesIn(at.out(format), `.${format}`);
  const script =
    'import pandas, json, sys; t = pandas.read_csv(sys.argv[1], sep=sys.argv[2], dtype=str, keep_default_na=False); print(json.dumps([list(t.columns), t["exact"].tolist()]))';
  const [columns, texts] = ask(script, [file, separator === '\\t' ? '\t' : separator]);
  const [head = [], ...rows] = rowsOf(readFileSync(file, 'utf8'), separator === '\\t' ? '\t' : separator);
  const own = rows.map((row) => row[head.indexOf('exact')]);
  if (columns.length !== head.length) throw new Error(`${columns.length} columns, not ${head.length}`);
  const wrong = own.filter((text, i) => text !== texts[i]).length + Math.abs(own.length - texts.length);
  if (wrong > 0) throw new Error(`${wrong} of ${own.length} texts differ`);
  return `${texts.length} rows, every text the same`;
}

/** @param {Exported} at */
function libreOffice(at) {
  const [file = ''] = filesIn(at.out('csv'), '.csv');
  const out = mkdtempSync(path.join(work, 'office-'));
  execFileSync(
    'soffice',
    [
      '--headless',
      `-env:UserInstallation=file://${path.join(work, 'office-profile')}`,
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76,1',
      '--infilter=CSV:44,34,76,1',
      '--outdir',
      out,
      file,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 },
  );
  const [back] = filesIn(out, '.csv');
  if (back === undefined) return 'not tried: LibreOffice is here without Calc';
  const [own = [], theirs = []] = [file, back].map((name) => rowsOf(readFileSync(name, 'utf8').replace(/^\uFEFF/, ''), ','));
  const [exact = -1, type = -1] = ['exact', 'type'].map((name) => own[0]?.indexOf(name));
  const other = own.filter((row, i) => row[exact] !== theirs[i]?.[exact]);
  const wrong = other.filter((row) => row[type] !== 'date').length;
  if (wrong > 0) throw new Error(`${wrong} of ${own.length} texts differ after LibreOffice has saved the table`);
  // it writes dates its own way, also where they are the words: the import must take the article's
  const decided = path.join(out, 'decided.csv');
  writeFileSync(decided, readFileSync(back, 'utf8').replace(/,"?suggested"?,/g, ',accepted,'));
  const { stdout } = spawnSync(process.execPath, [path.join(root, 'dist', 'cli.js'), 'import', at.folder, decided], { encoding: 'utf8' });
  const taken = stdout.split('\n').filter((line) => /: exact, (?:new|same): /.test(line)).length;
  if (taken !== own.length - 1) throw new Error(`${taken} of ${own.length - 1} rows come back as they were`);
  return `${taken} rows; ${other.length} dates rewritten by it; all taken back as they were`;
}

/** @param {Exported} at @param {'cas-json' | 'cas-xmi'} format */
function cas(at, format) {
  const folder = at.out(format);
  const files = filesIn(folder, format === 'cas-json' ? '.json' : '.xmi');
  const script = `
import cassis, json, sys
found = []
types = cassis.load_typesystem(open(sys.argv[1], "rb")) if sys.argv[1] else None
for name in sys.argv[2:]:
    with open(name, "rb") as file:
        cas = cassis.load_cas_from_json(file) if types is None else cassis.load_cas_from_xmi(file, typesystem=types)
    own = [a for a in cas.select_all_annotations() if a.type.name.startswith("secondsource.")]
    found.append([len(own), sum(1 for a in own if a.get_covered_text() == ""), len(cas.sofa_string)])
print(json.dumps(found))`;
  const found = ask(script, [format === 'cas-xmi' ? path.join(folder, 'typesystem.xml') : '', ...files]);
  const [all, empty] = [0, 1].map((at2) =>
    found.reduce((/** @type {number} */ sum, /** @type {number[]} */ one) => sum + (one[at2] ?? 0), 0),
  );
  if (empty > 0) throw new Error(`${empty} annotations have no words`);
  return `${files.length} files, ${all} annotations with their words`;
}

/** @param {Exported} at */
function labelStudio(at) {
  const folder = at.out('label-studio');
  const script = `
import json, sys
from label_studio_sdk.label_interface import LabelInterface
config = LabelInterface(open(sys.argv[1], encoding="utf8").read())
config.validate()
tasks = json.load(open(sys.argv[2], encoding="utf8"))
bad = sum(1 for task in tasks for one in task.get("annotations", []) if not config.validate_annotation(one))
bad += sum(1 for task in tasks for one in task.get("predictions", []) if not config.validate_prediction(one))
count = sum(len(one["result"]) for task in tasks for one in task.get("annotations", []) + task.get("predictions", []))
print(json.dumps([len(tasks), count, bad]))`;
  const [tasks, results, bad] = ask(script, [path.join(folder, 'labeling-config.xml'), path.join(folder, 'tasks.json')]);
  if (bad > 0) throw new Error(`${bad} sets of results are not valid`);
  return `${tasks} tasks, ${results} results, all valid`;
}

/** @param {Exported} at */
function yaml(at) {
  const [file = ''] = filesIn(at.out('bundle'), '.yaml');
  const script = `
import json, sys, yaml
from ruamel.yaml import YAML
text = open(sys.argv[1], encoding="utf8").read()
one = json.dumps(yaml.safe_load(text), default=str, sort_keys=True)
two = json.dumps(YAML(typ="safe").load(text), default=str, sort_keys=True)
print(json.dumps([one == two, len(one)]))`;
  const [same, size] = ask(script, [file]);
  if (!same) throw new Error('the two readers do not read the same');
  return `both read the same (${size} characters as JSON)`;
}

/** @param {Exported} at @param {string} format @param {string} from @param {string} name */
function pandoc(at, format, from, name) {
  const file = path.join(at.out(format), name);
  const document = JSON.parse(execFileSync('pandoc', ['--from', from, '--to', 'json', file], { encoding: 'utf8', maxBuffer: 1e9 }));
  if (format !== 'csl') return `${document.blocks.length} blocks`;
  const wanted = JSON.parse(readFileSync(file, 'utf8')).length;
  const found = document.meta.references?.c.length ?? 0;
  if (found !== wanted) throw new Error(`${found} of ${wanted} references`);
  return `${found} references`;
}

/** @param {Exported} at @param {string} format @param {string} ending @param {(files: string[]) => string[]} commandOf */
function schema(at, format, ending, commandOf) {
  const files = filesIn(at.out(format), ending);
  const [program = '', ...args] = commandOf(files);
  execFileSync(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  return `${files.length} ${files.length === 1 ? 'file' : 'files'}, valid`;
}

/** @param {Exported} at */
function refiQda(at) {
  const [file = ''] = filesIn(at.out('refi-qda'), '.qdpx');
  const out = mkdtempSync(path.join(work, 'qda-'));
  execFileSync('unzip', ['-q', file, '-d', out]);
  execFileSync('xmllint', ['--noout', '--schema', path.join(schemas, 'refi-qda-project.xsd'), path.join(out, 'project.qde')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return `${statSync(file).size} bytes, project.qde valid, ${readdirSync(path.join(out, 'sources')).length} sources`;
}

/** @param {string} script @param {readonly string[]} args */
function reading(script, args) {
  const [program, own] = script.endsWith('.py') ? [python, ['-W', 'ignore']] : [process.execPath, []];
  const file = path.join(root, 'scripts', 'readers', script);
  return JSON.parse(
    execFileSync(program, [...own, file, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1e9 }),
  );
}

/** @param {Exported} at */
function brat(at) {
  const { documents, spans, relations, notes, failed, wrong } = reading('brat.py', [
    process.env.BRAT ?? '',
    ...filesIn(at.out('brat'), '.ann'),
  ]);
  if (failed + wrong > 0) throw new Error(`${failed} lines are not read, ${wrong} spans have other words`);
  return `${documents} documents, ${spans} spans with their words, ${relations} relations, ${notes} notes`;
}

/** @param {Exported} at */
function qualcoder(at) {
  const { sources, codes, codings, wrong, memos } = reading('qualcoder.py', [
    process.env.QUALCODER ?? '',
    ...filesIn(at.out('refi-qda'), '.qdpx'),
  ]);
  if (wrong > 0) throw new Error(`${wrong} of ${codings} codings have other words`);
  return `${sources} sources, ${codes} codes, ${codings} codings with their words, ${memos} memos`;
}

/** @param {Exported} at @param {string} which */
function anchored(at, which) {
  const [file = ''] = filesIn(at.out('w3c'), '.jsonld');
  const { anchored: count, wrong, pages } = reading('quotes.mjs', [browserReaders, which, at.folder, file]);
  if (wrong > 0) throw new Error(`${wrong} of ${count + wrong} quotations are not found in the page`);
  return pages === 0 ? 'not tried: the story has no page' : `${count} quotations found in ${pages} page`;
}

/** @param {Exported} at */
function rdf(at) {
  const [file = ''] = filesIn(at.out('schema-org'), '');
  const script = `
import json, sys
from rdflib import Graph
data = json.load(open(sys.argv[1], encoding="utf8"))
# the context lies on the web; it makes every name one of schema.org's
data["@context"] = {"@vocab": "https://schema.org/"}
graph = Graph().parse(data=json.dumps(data), format="json-ld")
of = lambda kind: len(set(graph.query("select ?s where { ?s a <https://schema.org/%s> }" % kind)))
print(json.dumps([len(graph), of("NewsArticle"), of("Quotation"), sum(1 for one in data["@graph"] if one["@type"] == "Quotation")]))`;
  const [triples, articles, quotations, wanted] = ask(script, [file]);
  if (quotations !== wanted) throw new Error(`${quotations} of ${wanted} quotations`);
  return `${triples} triples, ${articles} articles, ${quotations} quotations`;
}
