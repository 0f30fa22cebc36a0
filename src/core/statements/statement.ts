import type { Comment, Link } from '../annotations/model';
import type { Perhaps } from '../corpus/across/perhaps';
import { primaryOf } from '../analysis/index';
import { isCorroborating } from '../corpus/contradictions/contradicted';
import type { Conflict, Origin, Passage, Reason } from '../corpus/model';
import { overlaps, type Span } from '../text/span';
import { touching } from '../text/touching';
import { changesAt, type VersionChange } from '../versions/index';
import { type ArchivedRendering, type InArchive, notHere, outletsBeyond } from './archived';
import type { StatementFolder, StatementSource } from './folder';
import type { Item, SpeakerName } from './item';
import { articleLabel, type Outlets, outletsOf } from './outlets';
import { spokenText } from './proseText';
import { corroborating, type Rendering, renderingsOf } from './rendering';
import { quotationsBy, type Said, sharesName } from './speakers';
import { orderInTime, type TimeOrder } from './timeOrder';

/** What a rendering has that the statement has not. */
export interface Difference<S extends StatementSource = StatementSource> {
  readonly kind: Reason['kind'];
  readonly text: string;
  readonly rendering: Rendering<S>;
}

/** A place in an article of another language that has the same names and numbers. */
export interface PerhapsThere<S extends StatementSource = StatementSource> {
  readonly place: Perhaps;
  readonly state: S;
}

/** A passage of which a person says that it contradicts the statement. */
export interface Contradicting<S extends StatementSource = StatementSource> {
  readonly state: S;
  readonly span: Span;
  readonly link: Link;
}

/**
 * Everything that is known of one statement: a quotation, an annotation or any selected words. Cards, tables, lenses, the command line
 * and exports print this value. The renderings are those of the moment it is gathered; what follows from them is worked out once, when
 * it is first asked for.
 */
export class Statement<S extends StatementSource = StatementSource> {
  readonly state: S;
  readonly span: Span;
  readonly item: Item | undefined;
  /** A person's first, then the engine's, best first. */
  readonly renderings: readonly Rendering<S>[];
  readonly contradicting: readonly Contradicting<S>[];
  /** What an archive beyond the folder has of it; undefined where none is set. */
  readonly archived: InArchive | undefined;
  readonly #folder: StatementFolder<S>;
  #origins: readonly Origin[] | undefined;
  /** By the uri of an article. */
  #originOf: ReadonlyMap<string, Origin> | undefined;

  constructor(folder: StatementFolder<S>, state: S, span: Span, item: Item | undefined, archived: InArchive | undefined) {
    this.#folder = folder;
    this.state = state;
    this.span = span;
    this.item = item;
    const linked = folder.linked.of(state, span);
    this.renderings = renderingsOf(folder, state, span, linked);
    this.contradicting = linked.flatMap(({ uri, start, end, link }) => {
      const there = folder.stateOf(uri);
      return there && link.relation === 'contradicts' && link.status === 'accepted' ? [{ state: there, span: { start, end }, link }] : [];
    });
    this.archived = archived && notHere(archived, [state, ...folder.statesAround(state), ...this.renderings.map((one) => one.state)]);
  }

  get passage(): Passage {
    return { uri: this.state.article.uri, start: this.span.start, end: this.span.end };
  }

  /** The words as a reader reads them, without attributions in their midst. */
  get wording(): string {
    return wordingOf(this.state, this.span);
  }

  /** Whether there may be more than is known by now. */
  get isReading(): boolean {
    return this.#folder.isReading === true;
  }

  get speakers(): readonly SpeakerName[] {
    return this.item?.speakers ?? [];
  }

  /** Of words inside the words of another: whose these are; empty where the text does not tell. Undefined for words that are not. */
  get within(): readonly SpeakerName[] | undefined {
    const id = this.item?.in;
    return id === undefined ? undefined : (this.state.items.find((other) => other.id === id)?.speakers ?? []);
  }

  /** The words that name the speaker in the article; empty where none do. */
  get named(): string {
    return this.item?.mention ? wordingOf(this.state, this.item.mention) : '';
  }

  /** Through whom the outlet has it: a person's word goes before what was found. `inherited`: said earlier in the article. */
  get provenance(): { readonly name: string; readonly inherited: boolean } | undefined {
    const set = this.item?.annotation?.provenance;
    const found = this.item?.quotation?.provenance;
    const name = set ?? found?.name;
    return name === undefined ? undefined : { name, inherited: found?.inherited === true };
  }

  /** Where articles in other languages perhaps tell the same: no rendering, and counted nowhere. */
  get perhaps(): readonly PerhapsThere<S>[] {
    return this.#folder.perhaps(this.passage).flatMap((place) => {
      const state = this.#folder.stateOf(place.uri);
      const isKnown = this.renderings.some(({ match }) => match.uri === place.uri && overlaps(match, place));
      return state && !isKnown ? [{ place, state }] : [];
    });
  }

  get corroborating(): readonly Rendering<S>[] {
    return corroborating(this.renderings);
  }

  /** Its own article and those that bear it out. */
  get sources(): readonly S[] {
    return [...new Set([this.state, ...this.corroborating.map(({ state }) => state)])];
  }

  /** Of the articles that have it. */
  get outlets(): Outlets<S> {
    return outletsOf(this.sources, this.#folder.registry);
  }

  /** Of the articles of the archive that surely have it, but for outlets that have it here. */
  get outletsInArchive(): Outlets<ArchivedRendering> {
    return outletsBeyond(this.archived, this.outlets, this.#folder.registry);
  }

  /**
   * Those among which origins are told apart: what bears it out, and the primary source that a quotation goes back to even where its words
   * are others.
   */
  get traced(): readonly Rendering<S>[] {
    const isSaid = touching(this.state.analysis.quotations, this.span).length > 0;
    return this.renderings.filter(
      ({ match, state }) => isCorroborating(match) || (isSaid && match.level === 'match' && primaryOf(state) !== undefined),
    );
  }

  /** Independent origins behind the statement and the renderings that bear it out. */
  get origins(): readonly Origin[] {
    return (this.#origins ??= this.#folder.originsOf(
      this.passage,
      this.traced.map(({ match }) => match),
    ));
  }

  /** The origin of a rendering that bears the statement out. */
  originOf({ match }: Rendering<S>): Origin | undefined {
    this.#originOf ??= new Map(this.origins.toReversed().flatMap((origin) => origin.uris.map((uri) => [uri, origin])));
    return this.#originOf.get(match.uri);
  }

  /** Of the articles that have it. */
  get order(): TimeOrder<S> {
    return orderInTime(this.sources);
  }

  /** Contradictions that are open and that it is a side of. */
  get conflicts(): readonly Conflict[] {
    const { uri } = this.passage;
    return this.#folder.conflicts().filter(({ passages }) => passages.some((side) => side.uri === uri && overlaps(side, this.span)));
  }

  /** Where renderings name another speaker, number, date or name. */
  get differences(): readonly Difference<S>[] {
    return this.renderings.flatMap((rendering) => {
      const against = rendering.match.because.filter((reason) => reason.against === true && telling.has(reason.kind));
      const speakers = rendering.item?.speakers ?? [];
      return [
        ...(this.#isOther(rendering, speakers) ? [{ kind: 'speaker' as const, text: namesOf(speakers), rendering }] : []),
        ...against.map(({ kind, text }) => ({ kind, text, rendering })),
      ];
    });
  }

  /** What else its speaker says, in this article first. */
  get others(): readonly Said<S>[] {
    const [speaker] = this.speakers;
    if (speaker === undefined) return [];
    const all = quotationsBy(this.#folder, { state: this.state, speaker });
    const { uri } = this.state.article;
    const others = all.filter(
      ({ state, item }) => state.article.uri !== uri || (item.id !== this.item?.id && !overlaps(item.span, this.span)),
    );
    const isHere = ({ state }: Said<S>) => state.article.uri === uri;
    return [...others.filter(isHere), ...others.filter((said) => !isHere(said))];
  }

  /** What the outlet has changed in it since an earlier version. */
  get changes(): readonly VersionChange[] {
    return changesAt(this.state.changed, this.span);
  }

  /** A person's. */
  get note(): string | undefined {
    return this.item?.annotation?.note;
  }

  get tags(): readonly string[] {
    return this.item?.annotation?.tags ?? [];
  }

  get comments(): readonly Comment[] {
    return this.item?.annotation?.comments ?? [];
  }

  /** What an article is called among the others: by its outlet, its headline where nobody knows that, or its file. */
  labelOf(state: S): string {
    return articleLabel(state, this.#folder.registry);
  }

  #isOther({ state }: Rendering<S>, speakers: readonly SpeakerName[]): boolean {
    if (this.speakers.length === 0 || speakers.length === 0) return false;
    const isSame = (there: SpeakerName, here: SpeakerName) =>
      this.#folder.speakerKey(state, there) === this.#folder.speakerKey(this.state, here) || sharesName(there.name, here.name);
    return !speakers.some((there) => this.speakers.some((here) => isSame(there, here)));
  }
}

/** Words and their order differ in every retelling, and who speaks is told by name. */
const telling = new Set<Reason['kind']>(['names', 'number', 'date', 'sense']);

/** Gathers what a folder knows of a passage; `item` is what stands there, `archived` what an archive was asked. */
export function gatherStatement<S extends StatementSource>(
  folder: StatementFolder<S>,
  state: S,
  span: Span,
  item?: Item,
  archived?: InArchive,
): Statement<S> {
  return new Statement(folder, state, span, item, archived);
}

/** What a reader reads of a passage on one line, without the attributions between two parts of one quotation. */
export function wordingOf({ article, analysis }: Pick<StatementSource, 'article' | 'analysis'>, span: Span): string {
  return spokenText(article, span, analysis.quotations).replace(/\s+/g, ' ');
}

function namesOf(speakers: readonly SpeakerName[]): string {
  return speakers.map(({ name }) => name).join(' and ');
}
