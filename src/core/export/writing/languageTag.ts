import type { Article } from '../../text/article';

/** The language of an article's words as BCP 47 has it; undefined where it is not known. */
export function languageTag({ language }: Pick<Article, 'language'>): string | undefined {
  return language === 'other' ? undefined : language;
}

/** As an attribute of HTML, with the space before it. */
export function langAttribute(article: Pick<Article, 'language'>): string {
  const tag = languageTag(article);
  return tag === undefined ? '' : ` lang="${tag}"`;
}
