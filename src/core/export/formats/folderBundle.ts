import type { Bundle } from '../../annotations/bundle';
import { yamlLines } from '../writing/yamlLines';

/** A bundle of all that a folder's YAML files say, one article or file at a time. */
export function* folderBundle({ articles = [], project, sidecars, annotators = [], corroborations }: Bundle): Iterable<string> {
  yield 'version: 1\nkind: bundle\n';
  yield* yamlLines({ articles, ...(project && { project }) });
  yield* listOf('sidecars', sidecars);
  yield* listOf('annotators', annotators);
  if (corroborations) yield* yamlLines({ corroborations });
}

function* listOf(key: string, entries: readonly unknown[]): Iterable<string> {
  yield entries.length === 0 ? `${key}: []\n` : `${key}:\n`;
  for (const entry of entries) yield* yamlLines([entry], 2);
}
