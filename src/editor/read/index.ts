import { registerCodeLenses } from './codeLenses';
import { registerDecorations } from './decorations';
import { registerDiagnostics } from './diagnostics';
import { registerHovers } from './hovers';
import { registerSymbols } from './symbols';

/** What a reader sees without asking for it, or on hover: colours, cards, code lenses, symbols, problems. */
export const reading = [registerDecorations, registerHovers, registerSymbols, registerCodeLenses, registerDiagnostics];
