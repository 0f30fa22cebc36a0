import type { Article } from '../../text/article';
import type { Analysis } from '../../analysis/index';
import type { Placed } from '../../annotations/model';
import type { BareCorpus } from '../../corpus/bareCorpus';
import type { Origin, Passage } from '../../corpus/model';
import { articleLabel, CorpusFolder, type Decided, gatherStatement, outletOf, spokenText, type Statement } from '../../statements/index';
import type { Registry } from '../../text/metadata/registry';
import type { ChangedSince } from '../../versions/index';
import type { Rendering, ReportItem, ReportPassage, ReportSpeaker } from './report';

export interface ReportSource {
  readonly path: string;
  readonly article: Article;
  /** Hexadecimal SHA-256 of the UTF-8 bytes of `article.raw`. */
  readonly sha256: string;
  readonly analysis: Analysis;
  readonly placed: readonly Placed[];
  /** What its outlet has changed since an earlier version, where that is known. */
  readonly changed?: ChangedSince | undefined;
}

/** What a report asks of the corpus. */
export type ReportCorpus = Pick<BareCorpus, 'match' | 'perhaps' | 'origins' | 'originsOf' | 'conflicts'>;

/** The articles of a report, as it names them. */
export class ReportFolder {
  readonly origins: readonly Origin[];
  readonly #folder: CorpusFolder<ReportSource>;

  constructor(sources: readonly ReportSource[], corpus: ReportCorpus, registry: Registry, decided: Decided | undefined) {
    this.#folder = new CorpusFolder(sources, corpus, registry, decided);
    this.origins = corpus.origins();
  }

  outletOf(source: ReportSource): ReturnType<typeof outletOf> {
    return outletOf(source.article, this.#folder.registry);
  }

  pathOf(uri: string): string | undefined {
    return this.#folder.stateOf(uri)?.path;
  }

  labelOf(source: Pick<ReportSource, 'article' | 'path'>): string {
    return articleLabel(source, this.#folder.registry);
  }

  locate(passage: Passage): ReportPassage | undefined {
    const source = this.#folder.stateOf(passage.uri);
    if (source === undefined) return undefined;
    const outlet = this.outletOf(source.given)?.name;
    const exact = source.article.raw.slice(passage.start, passage.end);
    const text = spokenText(source.article, passage, source.analysis.quotations);
    const { uri, start, end } = passage;
    const label = this.labelOf(source);
    return { uri, start, end, path: source.path, label, exact, text, ...(outlet !== undefined && { outlet }) };
  }

  /** A statement's item with where else it is said; any other as it is. */
  withRenderings(item: ReportItem, { article: { uri } }: ReportSource): ReportItem {
    const source = this.#folder.stateOf(uri);
    if (source === undefined || item.status === 'rejected' || (item.type !== 'quotation' && item.type !== 'statement')) return item;
    const statement = gatherStatement(this.#folder, source, item.span);
    return { ...item, renderings: this.#renderingsOf(statement), origins: statement.origins.map(({ id }) => id) };
  }

  #renderingsOf(statement: Statement): readonly Rendering[] {
    return statement.renderings.flatMap((rendering) => {
      const passage = this.locate(rendering.match);
      const origin = statement.originOf(rendering);
      return passage ? [{ ...rendering.match, ...passage, ...(origin && { origin: origin.id }) }] : [];
    });
  }

  speaker(id: string, { article, analysis }: ReportSource): ReportSpeaker {
    const registered = this.#folder.registry.speakers.find((speaker) => speaker.id === id);
    if (registered) return { id, name: registered.name };
    const name = analysis.speakers.find((speaker) => speaker.id === id)?.name ?? id;
    const joined = this.#folder.speakers.nameOf(article.uri, id);
    return { id, name, ...(joined !== undefined && joined !== name && { joined }) };
  }
}
