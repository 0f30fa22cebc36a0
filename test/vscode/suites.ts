export interface Suite {
  readonly name: string;
  /** Why the web-worker host cannot run any of it. A single such test says so by `onlyInNode`. */
  readonly nodeOnly?: string;
  readonly load: () => Promise<unknown>;
}

/** The one list for both extension hosts. */
export const suites: readonly Suite[] = [
  { name: 'activation', load: () => import('./activation.test') },
  { name: 'renderings', load: () => import('./renderings.test') },
  { name: 'parts', load: () => import('./parts.test') },
  { name: 'decisions', load: () => import('./decisions.test') },
  { name: 'speakers', load: () => import('./speakers.test') },
  { name: 'review', load: () => import('./review.test') },
  { name: 'adjudication', load: () => import('./adjudication.test') },
  { name: 'links', load: () => import('./links.test') },
  { name: 'writing', load: () => import('./writing.test') },
  { name: 'lost', load: () => import('./lost.test') },
  { name: 'windows', load: () => import('./windows.test') },
  { name: 'command line', nodeOnly: 'it starts the program and changes modes of files', load: () => import('./commandLine.test') },
  { name: 'problems', load: () => import('./problems.test') },
  { name: 'export', load: () => import('./export.test') },
  { name: 'import of annotations', load: () => import('./importAnnotations.test') },
  { name: 'bad input', load: () => import('./badInput.test') },
];
