import { registerAddresses } from './addresses';
import { registerArticleImport } from './articleImport';
import { registerCitations } from './citations';
import { registerExport } from './exportCommand';
import { registerImport } from './importCommand';
import { registerLanguageModelTools } from './languageModelTools';

export { apiOf, type SecondSourceApi } from './api';

/** Bringing articles and annotations in, and taking them out: import, export, citations, and what other programs may ask. */
export const exchanging = [
  registerExport,
  registerArticleImport,
  registerCitations,
  registerImport,
  registerAddresses,
  registerLanguageModelTools,
];
