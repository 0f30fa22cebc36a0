import * as vscode from 'vscode';
import { orderInTime, quotationsBy, relationNames, type Span, type Statement, wordingOf } from '../../core/index';
import { type ArticleState, itemAt, itemsAtCursor, labelOf } from '../../workspace/articles/index';
import type { Session } from '../../workspace/session/index';
import { setStatusBarMessage, showInformationMessage, showQuickPick } from '../../workspace/window/index';
import { articleSelector, reveal, sentenceAround, shortened } from '../shared/index';

interface Place {
  readonly state: ArticleState;
  readonly span: Span;
}

export function registerNavigation(session: Session): vscode.Disposable {
  const ring = new Ring(session);
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(articleSelector, {
      async provideDefinition(document, position) {
        const found = await passageAt(session, document, position);
        if (found === undefined) return undefined;
        const { state, span } = found;
        const target = fullest(found);
        return (
          target && [
            {
              originSelectionRange: state.lines.range(span),
              targetUri: target.state.uri,
              targetRange: target.state.lines.range(target.span),
            },
          ]
        );
      },
    }),
    vscode.languages.registerReferenceProvider(articleSelector, {
      async provideReferences(document, position, { includeDeclaration }) {
        const state = session.shown(document);
        const project = session.projectOf(document.uri);
        if (state === undefined || project === undefined) return [];
        const item = itemAt(state, state.lines.offset(position));
        if (item?.type === 'speaker' || item?.type === 'date')
          await project.together.fetch(state, { uri: state.article.uri, start: item.span.start, end: item.span.end });
        const [speaker] = item?.speakers ?? [];
        if (item?.type === 'speaker' && speaker)
          return quotationsBy(project.together, { state, speaker }).map((said) => location(said.state, said.item.span));
        if (item?.type === 'date') return sameDates(session, state, item.date?.value);
        const found = await passageAt(session, document, position);
        if (found === undefined) return [];
        const places = found.renderings.map((rendering) => location(rendering.state, rendering.match));
        return includeDeclaration ? [location(state, found.span), ...places] : places;
      },
    }),
    vscode.commands.registerCommand('secondSource.nextRendering', () => ring.step(1)),
    vscode.commands.registerCommand('secondSource.previousRendering', () => ring.step(-1)),
    vscode.commands.registerCommand('secondSource.openPassage', async (articleId: unknown, start: unknown, end: unknown) => {
      const state = typeof articleId === 'string' ? await session.holdById(articleId) : undefined;
      if (state && typeof start === 'number' && typeof end === 'number') await reveal(state, { start, end });
    }),
    vscode.commands.registerCommand('secondSource.findInOutlets', () => findSelection(session)),
  );
}

/** The passage that is asked about: the selection where there is one, else the quotation at the place. */
async function passageAt(session: Session, document: vscode.TextDocument, position: vscode.Position) {
  const state = session.shown(document);
  const project = session.projectOf(document.uri);
  if (state === undefined || project === undefined) return undefined;
  const offset = state.lines.offset(position);
  const item = itemsAtCursor(state, offset).find(({ type }) => type === 'quotation' || type === 'statement');
  if (item === undefined) return undefined;
  return project.together.statementAt(state, item.span, item);
}

/** The fullest quoted rendering; where none is quoted, or the asked one is the fullest, the earliest published one as far as dates tell. */
function fullest({ wording, renderings }: Statement<ArticleState>): Place | undefined {
  const sure = renderings.filter(({ match }) => match.level === 'match');
  const candidates = (sure.length > 0 ? sure : renderings).map(({ state: there, match, item }) => ({
    state: there,
    span: item?.span ?? match,
    isQuoted: item?.kind === 'direct' || item?.kind === 'mixed',
  }));
  const length = (place: Place) => wordingOf(place.state, place.span).length;
  const quoted = candidates.filter(({ isQuoted }) => isQuoted).sort((a, b) => length(b) - length(a));
  const longest = quoted[0];
  if (longest && length(longest) >= wording.length) return longest;
  const [first] = orderInTime(candidates.map(({ state }) => state)).earliest;
  return candidates.find(({ state }) => state === first) ?? candidates[0];
}

function location(state: ArticleState, span: Span): vscode.Location {
  return new vscode.Location(state.uri, state.lines.range(span));
}

function sameDates(session: Session, state: ArticleState, value: string | undefined): vscode.Location[] {
  const project = session.projectOf(state.uri);
  if (project === undefined || value === undefined) return [];
  return project.together
    .statesAround(state)
    .flatMap((other) => other.analysis.dates.filter((date) => date.value === value).map((date) => location(other, date)));
}

/**
 * Next and previous over one set of renderings. The set is kept while the cursor stays on it, since the renderings of a rendering
 * need not be those one began with.
 */
class Ring {
  readonly #session: Session;
  #places: readonly Place[] = [];
  #at = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  async step(by: 1 | -1): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return;
    if (!this.#isHere(editor)) await this.#begin(editor);
    if (this.#places.length < 2) {
      void setStatusBarMessage(vscode.l10n.t('Second Source: no other outlet renders this passage'), 4000);
      return;
    }
    this.#at = (this.#at + by + this.#places.length) % this.#places.length;
    const place = this.#places[this.#at];
    if (place === undefined) return;
    await reveal(place.state, place.span);
    const counted = vscode.l10n.t('{0} of {1}', this.#at + 1, this.#places.length);
    void setStatusBarMessage(vscode.l10n.t('Second Source: {0}, {1}', labelOf(place.state), counted), 4000);
  }

  #isHere(editor: vscode.TextEditor): boolean {
    const place = this.#places[this.#at];
    const state = this.#session.shown(editor.document);
    return place !== undefined && state?.article === place.state.article && editor.selection.isEqual(state.lines.range(place.span));
  }

  async #begin(editor: vscode.TextEditor): Promise<void> {
    const { document, selection } = editor;
    this.#at = 0;
    const found = (await passageAt(this.#session, document, selection.start)) ?? (await passageAt(this.#session, document, selection.end));
    const places: Place[] = found
      ? [{ state: found.state, span: found.span }, ...found.renderings.map(({ state, match }) => ({ state, span: match }))]
      : [];
    const order = (a: Place, b: Place) =>
      a.state.path < b.state.path ? -1 : a.state.path > b.state.path ? 1 : a.span.start - b.span.start;
    const [first] = places;
    this.#places = places.sort(order);
    this.#at = first ? Math.max(0, this.#places.indexOf(first)) : 0;
  }
}

/** Where the selected words, or the sentence at the cursor, stand in the other articles. */
async function findSelection(session: Session): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const state = editor && session.shown(editor.document);
  const project = state && session.projectOf(state.uri);
  if (editor === undefined || state === undefined || project === undefined) return;
  const span = editor.selection.isEmpty
    ? sentenceAround(state.article.raw, state.lines.span(editor.selection))
    : state.lines.span(editor.selection);
  const statement = await project.together.statementAt(state, span);
  const { renderings } = statement;
  if (renderings.length === 0) {
    void showInformationMessage(vscode.l10n.t('No other article of this folder has this passage.'));
    return;
  }
  const picks = renderings.map((rendering) => ({
    label: statement.labelOf(rendering.state),
    description: `${vscode.l10n.t(relationNames[rendering.match.relation])}${rendering.match.level === 'possible' ? vscode.l10n.t(' · possible') : ''}`,
    detail: shortened(wordingOf(rendering.state, rendering.match), 160),
    rendering,
  }));
  const picked = await showQuickPick(picks, {
    placeHolder: vscode.l10n.t('This passage in other outlets'),
    matchOnDetail: true,
    matchOnDescription: true,
    onDidSelectItem: (pick: (typeof picks)[number]) =>
      void reveal(pick.rendering.state, pick.rendering.match, { preview: true, preserveFocus: true, viewColumn: vscode.ViewColumn.Beside }),
  });
  if (picked) await reveal(picked.rendering.state, picked.rendering.match);
}
