export interface Suite {
  readonly name: string;
  /** Why the web-worker host cannot run any of it. A single such test says so by `onlyInNode`. */
  readonly nodeOnly?: string;
  readonly load: () => Promise<unknown>;
}

/** The one list for both extension hosts, for the sample story. */
const suites: readonly Suite[] = [
  { name: 'activation', load: () => import('./activation.test') },
  { name: 'renderings', load: () => import('./renderings.test') },
  { name: 'an archive', nodeOnly: 'it serves an archive over HTTP', load: () => import('./archive.test') },
  { name: 'an archive in the browser', load: () => import('./archiveInBrowser.test') },
  { name: 'language', load: () => import('./language.test') },
  { name: 'parts', load: () => import('./parts.test') },
  { name: 'plain text', load: () => import('./plainText.test') },
  { name: 'decisions', load: () => import('./decisions.test') },
  { name: 'speakers', load: () => import('./speakers.test') },
  { name: 'review', load: () => import('./review.test') },
  { name: 'adjudication', load: () => import('./adjudication.test') },
  { name: 'links', load: () => import('./links.test') },
  { name: 'writing', load: () => import('./writing.test') },
  { name: 'lost', load: () => import('./lost.test') },
  { name: 'windows', load: () => import('./windows.test') },
  { name: 'moved folders', nodeOnly: 'it moves folders behind the editor’s back', load: () => import('./movedFolders.test') },
  { name: 'command line', nodeOnly: 'it starts the program and changes modes of files', load: () => import('./commandLine.test') },
  { name: 'changes from outside', nodeOnly: 'it runs git', load: () => import('./outside.test') },
  { name: 'any sequence', load: () => import('./anySequence.test') },
  { name: 'keys', load: () => import('./keybindings.test') },
  { name: 'problems', load: () => import('./problems.test') },
  { name: 'export', load: () => import('./export.test') },
  { name: 'import of annotations', load: () => import('./importAnnotations.test') },
  { name: 'article import', load: () => import('./articleImport.test') },
  { name: 'files that become articles', load: () => import('./articleFiles.test') },
  { name: 'side by side', load: () => import('./sideBySide.test') },
  { name: 'other programs', load: () => import('./programs.test') },
  { name: 'an encoder', load: () => import('./encoder.test') },
  { name: 'the companion extension', load: () => import('./companion.test') },
  { name: 'citations', load: () => import('./citations.test') },
  { name: 'hostile words', load: () => import('./hostileWords.test') },
  { name: 'spelled names', load: () => import('./spelledNames.test') },
  { name: 'faults', load: () => import('./faults.test') },
  { name: 'bad input', load: () => import('./badInput.test') },
];

/** For a folder of 2,000 articles: first until the host is killed in the middle of its work, then after the folder was opened again. */
const large = {
  before: [{ name: 'a large folder', load: () => import('./largeFolderFirst.test') }],
  after: [{ name: 'a large folder, opened again', load: () => import('./largeFolder.test') }],
} satisfies Record<string, readonly Suite[]>;

/** For the sample story beside a search engine on this machine. */
const engine: readonly Suite[] = [{ name: 'a real search engine', load: () => import('./realEngine.test') }];

export function suitesOf(folder: string, wasKilled: boolean): readonly Suite[] {
  if (folder === 'engine') return engine;
  return folder === 'large' ? large[wasKilled ? 'after' : 'before'] : suites;
}
