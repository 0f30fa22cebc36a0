import { registerArticleLanguage } from './articleLanguage';
import { registerCodeLenses } from './codeLenses';
import { registerDecorations } from './decorations';
import { registerDiagnostics } from './diagnostics';
import { registerHovers } from './hovers';
import { registerLegend } from './legend';
import { registerSymbols } from './symbols';

/** What a reader sees without asking for it, or on hover: colours, cards, code lenses, symbols, problems. */
export const reading = [
  registerArticleLanguage,
  registerDecorations,
  registerHovers,
  registerLegend,
  registerSymbols,
  registerCodeLenses,
  registerDiagnostics,
];
