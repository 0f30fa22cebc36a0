/**
 * Web pages: fetched by the address a person has typed, and looked through for the article, in a worker of its own (`pages.*`).
 */
export { fetchPage } from './fetchedPage';
export { PageReader } from './pageReader';
