import { registerArticleImport } from './articleImport';
import { registerCitations } from './citations';
import { registerExport } from './exportCommand';
import { registerImport } from './importCommand';

/** Bringing articles and annotations in, and taking them out: import, export, citations. */
export const exchanging = [registerExport, registerArticleImport, registerCitations, registerImport];
