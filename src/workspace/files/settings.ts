import * as vscode from 'vscode';

export interface Settings {
  readonly annotate: 'detected' | 'always' | 'never';
  readonly articles: readonly string[];
  /** Empty: the shared sidecar. Otherwise a plain name, part of a file name. */
  readonly annotator: string;
  readonly author: string;
  readonly codeLens: boolean;
  /** Files that become articles are kept beside them. */
  readonly keepOriginals: boolean;
  /** Exports have the address that opens each annotation. */
  readonly exportLinks: boolean;
}

export function settingsFor(folder?: vscode.Uri): Settings {
  const settings = vscode.workspace.getConfiguration('secondSource', folder);
  const annotator = settings.get<string>('annotator', '').trim();
  return {
    annotate: settings.get<Settings['annotate']>('annotate', 'detected'),
    articles: settings.get<string[]>('articles', ['**/*.{txt,md,html,htm}']),
    annotator: /^[\p{L}\p{N}_-]{1,40}$/u.test(annotator) ? annotator : '',
    author: settings.get<string>('author', '').trim(),
    codeLens: settings.get<boolean>('codeLens', false),
    keepOriginals: settings.get<boolean>('keepOriginals', false),
    exportLinks: settings.get<boolean>('exportLinks', false),
  };
}

/** An archive behind a search engine; machine settings, since no folder may say where its words are sent. */
export interface ArchiveSettings {
  readonly url: string;
  readonly index: string | undefined;
  readonly fields: string | undefined;
}

/** Undefined where none is set. */
export function archiveSettings(): ArchiveSettings | undefined {
  const settings = vscode.workspace.getConfiguration('secondSource.archive');
  const set = (name: string) => {
    // Only what stands in the person's own settings counts, whatever a workspace says.
    const value = settings.inspect<unknown>(name)?.globalValue;
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const url = set('url');
  return url === undefined ? undefined : { url, index: set('index'), fields: set('fields') };
}
