import tseslint from 'typescript-eslint';
import { wordTables } from './scripts/lint/wordTables.mjs';

/** Imports run one way (README, "The house"): each folder lists what it must not reach. */
const wall = (files, forbidden, message) => ({
  files,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ group: forbidden, message }] }] },
});
/** As `wall`, for what a list of patterns cannot say: each pair is a regular expression over what is imported, and why not. */
const room = (files, ...forbidden) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns: forbidden.map(([regex, message]) => ({ regex, message })) }],
  },
});

/** The rooms of the workspace from top to bottom: each enters those below it, by their doors. */
const workspace = ['session', 'decisions', 'folder', 'archive', 'articles', 'index', 'pages', 'worker', 'files', 'window'];
/** The rooms of the editor know nothing of each other. */
const editor = ['read', 'jump', 'decide', 'exchange', 'folder'];
/** A room's door; and the files that are another one in each host, which are entries or loaded by entries. */
const door = '(?:index|.+\\.(?:node|web))$';
const core = ['/core/(?!index$)', 'The core is entered by core/index.'];

const host = ['vscode', 'node:*', 'fs', 'path', 'crypto', 'os', 'worker_threads', 'child_process'];
const aboveAnalysis = [...host, '**/corpus/**', '**/annotations/**', '**/statements/**', '**/export/**'];
const analysisByItsDoor = ['**/analysis/*', '!**/analysis/index', '**/analysis/*/**'];
/** What the window says is said by the room for it, which shows a stranger's signs and obeys none. */
const said = [
  ['MemberExpression[object.object.name="vscode"][object.property.name="window"][property.name=/^(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|withProgress|(?:show|create)(?:QuickPick|InputBox)|createStatusBarItem|createTreeView|registerTreeDataProvider|createWebviewPanel|createOutputChannel|createTerminal)$/]', 'workspace/window says it.'], // prettier-ignore
  ['NewExpression[callee.object.name="vscode"][callee.property.name=/^(?:Diagnostic|DiagnosticRelatedInformation|CodeAction|DocumentSymbol|SymbolInformation|CodeLens|InlayHint|CompletionItem|Task)$/]', 'workspace/window makes it.'], // prettier-ignore
].map(([selector, message]) => ({ selector, message: `What a stranger has written is shown, not obeyed: ${message}` }));

/** From the lowest floor up. */
const analysisRooms = ['words', 'speakers', 'speech', 'turns', 'quotations'];

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.vscode-server/', '.engine/', '.vscode-test/', 'node_modules/'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.core.json',
          './tsconfig.disk.json',
          './tsconfig.encoder.json',
          './tsconfig.pages.json',
          './tsconfig.engine.json',
          './tsconfig.extension.json',
          './tsconfig.cli.json',
          './tsconfig.test.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Export by name.' }],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'console', 'setTimeout', 'setInterval', 'process', 'Buffer', 'window', 'document', 'performance'],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The core has no clock.' },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'The core has no clock.' },
        { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Ids are handed in.' },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { house: { rules: { 'word-tables': wordTables } } },
    rules: {
      'house/word-tables': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'yaml',
              importNames: ['parse', 'parseDocument', 'parseAllDocuments'],
              message: 'These throw on some texts that nest deeply: readYaml does not.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/editor/**/*.ts', 'src/workspace/**/*.ts', 'src/companion/**/*.ts', 'src/extension*.ts'],
    ignores: ['src/workspace/window/**'],
    rules: {
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Export by name.' }, ...said],
    },
  },
  wall(
    ['src/core/text/**/*.ts'],
    [...host, '**/analysis/**', '**/corpus/**', '**/annotations/**', '**/statements/**', '**/export/**'],
    'text is the lowest floor of the core.',
  ),
  wall(['src/core/analysis/**/*.ts'], aboveAnalysis, 'analysis imports text only.'),
  ...analysisRooms.map((room, floor) =>
    wall(
      [`src/core/analysis/${room}/**/*.ts`],
      [
        ...aboveAnalysis,
        ...[...analysisRooms.slice(floor + 1), 'dates', 'languages'].map((above) => `../${above}/**`),
        '../index',
        '../analyse',
        ...analysisRooms.slice(0, floor).flatMap((below) => [`../${below}/*`, `!../${below}/index`]),
      ],
      `The rooms of analysis stand on each other in this order: ${analysisRooms.join(', ')}; each is entered by its index.`,
    ),
  ),
  wall(
    ['src/core/analysis/dates/**/*.ts'],
    [...aboveAnalysis, ...[...analysisRooms, 'languages'].map((beside) => `../${beside}/**`), '../index', '../analyse'],
    'dates stands beside the rooms that read speech, and knows none of them.',
  ),
  wall(
    ['src/core/analysis/languages/**/*.ts'],
    [
      ...aboveAnalysis,
      ...[...analysisRooms, 'dates'].flatMap((room) => [`**/${room}/*`, `!**/${room}/index`, `!./${room}/*`]),
      '**/analyse',
    ],
    'languages imports the doors of the other rooms of the analysis.',
  ),
  wall(
    ['src/core/analysis/*.ts'],
    [...aboveAnalysis, ...[...analysisRooms, 'dates', 'languages'].flatMap((room) => [`./${room}/*`, `!./${room}/index`])],
    'A room of the analysis is entered by its index.',
  ),
  wall(
    ['src/core/corpus/**/*.ts'],
    [...host, ...analysisByItsDoor, '**/annotations/**', '**/statements/**', '**/export/**'],
    'corpus imports analysis and text only.',
  ),
  wall(
    ['src/core/annotations/**/*.ts'],
    [...host, '**/corpus/**', '**/statements/**', '**/export/**'],
    'annotations imports text, and types from analysis.',
  ),
  wall(
    ['src/core/import/**/*.ts'],
    [...host, '**/analysis/**', '**/corpus/**', '**/statements/**', '**/export/**'],
    'import imports annotations and text only.',
  ),
  wall(
    ['src/core/versions/**/*.ts'],
    [...host, ...analysisByItsDoor, '**/annotations/**', '**/statements/**', '**/export/**', '**/import/**'],
    'versions imports the words of the corpus, analysis and text.',
  ),
  wall(
    ['src/core/statements/**/*.ts'],
    [...host, ...analysisByItsDoor, '**/export/**', '**/import/**'],
    'statements imports annotations, corpus and what is below them.',
  ),
  wall(
    ['src/core/export/**/*.ts'],
    [...host, ...analysisByItsDoor, '**/import/**'],
    'export imports every floor below it, and not import.',
  ),
  wall(['src/core/index.ts'], [...host, ...analysisByItsDoor], 'The core knows no host, and analysis by its index.'),
  wall(['src/disk/**/*.ts'], ['vscode', '**/core/**', '**/workspace/**', '**/editor/**', '**/cli/**'], 'disk knows Node alone.'),
  wall(['src/pages/**/*.ts'], [...host, '../**'], 'pages looks into HTML and knows nothing else of the product.'),
  wall(
    ['src/engine/**/*.ts'],
    [...host, '**/core/*/**', '**/cli/**', '**/workspace/**', '**/editor/**', '**/disk/**', '**/pages/**'],
    'engine enters the core by core/index, and knows nothing of who asks.',
  ),
  ...workspace.map((name, floor) =>
    room(
      [`src/workspace/${name}/**/*.ts`],
      core,
      ['/(?:editor|cli)/|/extension$', 'The workspace knows nothing of who shows it.'],
      ['/engine/(?!index$)', 'The engine is entered by its door, index.ts.'],
      [`^\\.\\./(?:${workspace.slice(0, floor).join('|') || 'nothing'})/`, `Rooms are entered from above: ${workspace.join(', ')}.`],
      [`^\\.\\./(?:${workspace.join('|')})/(?!${door})`, 'A room is entered by its door, index.ts.'],
    ),
  ),
  ...[...editor, 'shared'].map((name) =>
    room(
      [`src/editor/${name}/**/*.ts`],
      core,
      ['/cli/|/extension$', 'The editor knows nothing of who puts it together.'],
      [`^\\.\\./(?:${editor.join('|')})/`, 'Features do not import each other: what two of them need is shared.'],
      ['^\\.\\./shared/(?!index$)', 'A room is entered by its door, index.ts.'],
      ['/workspace/[^/]+/(?!index$)', 'A room is entered by its door, index.ts.'],
    ),
  ),
  room(
    ['src/extension*.ts'],
    core,
    ['/cli/', 'The extension knows nothing of the command line.'],
    [`/(?:workspace|editor)/[^/]+/(?!${door})`, 'A room is entered by its door, index.ts.'],
  ),
  room(
    ['src/companion/**/*.ts'],
    ['/(?:core|editor|cli|engine)/', 'The companion knows of Second Source what any other extension does (docs/api.md).'],
    ['/encoder/(?!index$)', 'A room is entered by its door, index.ts.'],
    [`/workspace/[^/]+/(?!${door})`, 'A room is entered by its door, index.ts.'],
  ),
  wall(
    ['src/cli/**/*.ts'],
    ['vscode', '**/editor/**', '**/workspace/**', '**/core/*/**', '**/engine/*', '!**/engine/index'],
    'cli enters the core by core/index, and its engine by engine/index.',
  ),
  {
    files: ['src/core/annotations/**/*.ts'],
    ignores: ['src/core/annotations/suggest.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [...host, '**/corpus/**', '**/statements/**', '**/export/**'],
              message: 'annotations imports text, and types from analysis.',
            },
            { group: ['**/analysis/**'], allowTypeImports: true, message: 'annotations takes only types from analysis.' },
          ],
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'error', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
