import type { Article } from '../text/article';
import type { PrimaryKind } from '../text/metadata/primary';
import type { Analysis } from './model';

/** What kind of primary source an article is: as somebody says, else a transcript where it reads like one; undefined for a report. */
export function primaryOf({
  article,
  analysis,
}: {
  readonly article: Pick<Article, 'metadata'>;
  readonly analysis: Pick<Analysis, 'isTranscript'>;
}): PrimaryKind | undefined {
  const said = article.metadata.primary?.value;
  if (said !== undefined) return said === 'report' ? undefined : said;
  return analysis.isTranscript ? 'transcript' : undefined;
}
