import { whenCalled } from '../shared/index';

export { registerAddresses } from './addresses';
export { registerLanguageModelTools } from './languageModelTools';
export { apiOf, type ApiStatement, type SecondSourceApi } from './api';
export type { ApiRenderings } from './apiRenderings';

/** Bringing articles and annotations in, and taking them out: import, export, citations, and what other programs may ask. */
export const exchanging = [
  whenCalled(['export'], async () => (await import('./exportCommand')).registerExport),
  whenCalled(
    ['importArticleFile', 'importArticleClipboard', 'importArticleAddress', 'importArticleFolder'],
    async () => (await import('./articleImport')).registerArticleImport,
  ),
  whenCalled(['copyCitation', 'copyCitationCsl', 'copyRenderings'], async () => (await import('./citations')).registerCitations),
  whenCalled(['importAnnotations', 'applyImport', 'cancelImport'], async () => (await import('./importCommand')).registerImport),
];
