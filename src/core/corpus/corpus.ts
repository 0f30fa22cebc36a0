import type { CorpusOptions } from './articles';
import { BareCorpus } from './bareCorpus';
import { contradictions } from './contradictions/conflicts';

/** The articles of one folder, compared also for what contradicts what. */
export class Corpus extends BareCorpus {
  constructor(options: CorpusOptions = {}) {
    super(options, contradictions);
  }
}
