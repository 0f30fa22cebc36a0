/** The keys of front matter that say each fact; of several in a text the first counts. */
export const factKeys = {
  published: ['published', 'date', 'datepublished', 'published_time', 'pubdate', 'publication_date'],
  modified: ['modified', 'updated', 'lastmod', 'date_modified', 'modified_time'],
  outlet: ['outlet', 'source', 'publisher', 'publication', 'site'],
  title: ['title', 'headline'],
  url: ['url', 'link', 'canonical', 'source_url'],
  author: ['author', 'authors', 'byline'],
  retrieved: ['retrieved', 'accessed'],
} as const;
