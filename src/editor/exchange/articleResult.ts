import type * as vscode from 'vscode';
import type { ImportedArticle } from '../../core/index';
import type { PageReader } from '../../workspace/pages/index';
import { articleOf, type ArticleSource } from './articleSources';
import type { ArticleTarget } from './articleTarget';

/** Where articles go, and what makes them. */
export interface Importer {
  readonly target: ArticleTarget;
  readonly pages: PageReader;
}

/** What has become of something that was to be imported. `taken`: another article has its name, and stands there still. */
export type ArticleResult = { readonly label: string } & (
  | { readonly kind: 'written'; readonly uri: vscode.Uri; readonly article: ImportedArticle; readonly source: ArticleSource }
  | { readonly kind: 'known'; readonly uri: vscode.Uri }
  | { readonly kind: 'version'; readonly uri: vscode.Uri; readonly article: ImportedArticle }
  | { readonly kind: 'taken'; readonly uri: vscode.Uri; readonly article: ImportedArticle; readonly source: ArticleSource }
  | { readonly kind: 'refused'; readonly reason: string; readonly source?: ArticleSource; readonly file?: vscode.Uri }
);

/** Makes the article and writes it, where nothing has to be asked. `source` of a refusal: all of its text can be taken. */
export async function importSource({ target, pages }: Importer, source: ArticleSource, whole = false): Promise<ArticleResult> {
  const { label } = source;
  const found = await articleOf(pages, source, whole);
  if ('reason' in found) return { kind: 'refused', label, reason: found.reason, ...(found.hasWhole && { source }) };
  const article = { ...found, name: target.nameOf(found.name) };
  const place = await target.placeOf(article);
  if (place.kind === 'same') return { kind: 'known', label, uri: place.uri };
  if (place.kind === 'version') return { kind: 'version', label, uri: place.uri, article };
  if (place.kind === 'taken') return { kind: 'taken', label, uri: place.uri, article, source };
  return written(target, { label, article, source });
}

/** Writes the article under the first name that is free. */
export async function written(
  target: ArticleTarget,
  { article, label, source }: { readonly label: string; readonly article: ImportedArticle; readonly source: ArticleSource },
): Promise<ArticleResult> {
  const { kind, uri } = await target.write(article);
  return kind === 'same' ? { kind: 'known', label, uri } : { kind: 'written', label, uri, article, source };
}
