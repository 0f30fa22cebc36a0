import * as vscode from 'vscode';
import { relink, relinkAll, remove, takeAlong } from '../../workspace/decisions/index';
import { type Claim, claims, clearClaims, lostIn, type Orphan, type Project, type Stray, strayedLinks } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { CodeAction, Diagnostic, showInformationMessage, showQuickPick } from '../../workspace/window/index';
import { nothingHere, registerCommand, shortened, targetArticle } from '../shared/index';

interface Found {
  readonly project: Project;
  readonly claim: Claim;
}

/** Relinking what has lost its place, and taking annotations along with articles that were moved outside VS Code. */
export function registerLost(session: Session): vscode.Disposable {
  const moved = new Moved(session);
  void moved.look();
  return vscode.Disposable.from(
    moved,
    session.onDidChange(({ kind }) => {
      if (kind === 'folder') void moved.look();
    }),
    registerCommand('relinkOrphan', async (...args) => relinkOrphan(session, orphanOf(session, args) ?? (await askOrphan(session, args)))),
    registerCommand('removeOrphan', async (...args) => {
      const orphan = orphanOf(session, args);
      if (orphan) await remove(session, orphan.state, [orphan.annotation.id]);
    }),
    registerCommand('relinkAll', (...args) => relinkEverything(session, args)),
    registerCommand('takeAlong', () => moved.takeAll()),
    registerCommand('chooseArticle', (...args) => moved.choose(args)),
    vscode.languages.registerCodeActionsProvider({ pattern: '**/*.annotations*.yaml' }, new Fixes(session, moved), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );
}

function orphanOf(session: Session, [first, second]: readonly unknown[]): Orphan | undefined {
  if (typeof first === 'string' && typeof second === 'string') {
    const state = session.byId(first);
    const annotation = state?.sidecar.annotations.find(({ id }) => id === second);
    return state && annotation ? { state, annotation } : undefined;
  }
  const isNode = typeof first === 'object' && first !== null && 'state' in first && 'annotation' in first;
  return isNode ? (first as Orphan) : undefined;
}

/** From the palette: one of the article in front. */
async function askOrphan(session: Session, args: readonly unknown[]): Promise<Orphan | undefined> {
  const editor = vscode.window.activeTextEditor;
  const state = editor && session.article(editor.document.uri);
  if (args.length > 0 || state === undefined) return undefined;
  const gone = state.placed.filter(({ how, annotation }) => how === 'orphan' && annotation.status !== 'rejected');
  if (gone.length === 0) {
    nothingHere(vscode.l10n.t('no annotation of this article has lost its place'));
    return undefined;
  }
  const picks = gone.map(({ annotation }) => ({
    label: shortened(annotation.exact.replace(/\s+/g, ' '), 100),
    description: annotation.type,
    annotation,
  }));
  const picked = await showQuickPick(picks, { placeHolder: vscode.l10n.t('Which annotation belongs to the selected words?') });
  return picked && { state, annotation: picked.annotation };
}

/** The selection in the article becomes the place of an annotation that has lost its own. */
async function relinkOrphan(session: Session, orphan: Orphan | undefined): Promise<void> {
  if (orphan === undefined) return;
  const { uri, path } = orphan.state;
  const state = session.article(uri);
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  if (state === undefined || editor === undefined || editor.selection.isEmpty) {
    if (editor === undefined) await vscode.window.showTextDocument(uri, { preview: false });
    void showInformationMessage(vscode.l10n.t('Select the words in {0} where this annotation belongs, then relink it.', path));
    return;
  }
  await relink(session, state, orphan.annotation.id, state.lines.span(editor.selection));
}

/** Of one article, the one in front or the one named; without any, of all. */
async function relinkEverything(session: Session, args: readonly unknown[]): Promise<void> {
  const one = targetArticle(session, args);
  const states = one ? [one] : session.projects.flatMap((project) => project.together.states());
  const { renewed, changed, orphans } = await relinkAll(session, states);
  const counts = [
    vscode.l10n.t(renewed === 1 ? '{0} annotation counted anew' : '{0} annotations counted anew', renewed),
    ...(changed > 0 ? [vscode.l10n.t('{0} changed: confirm their places', changed)] : []),
    ...(orphans > 0 ? [vscode.l10n.t('{0} without a place: see Lost in the tree', orphans)] : []),
  ];
  void showInformationMessage(vscode.l10n.t('Second Source: {0}.', counts.join(', ')));
}

/** Offers to take annotations along once it is clear where their articles are; what is not clear waits in the tree. */
class Moved implements vscode.Disposable {
  readonly #session: Session;
  readonly #collection = vscode.languages.createDiagnosticCollection('secondSource.strays');
  #claims: readonly Found[] = [];
  /** What was looked at last, so that nobody is asked twice. */
  #seen = '';

  constructor(session: Session) {
    this.#session = session;
  }

  claimOf(uri: vscode.Uri): Claim | undefined {
    return this.#claims.find(({ claim }) => claim.stray.uri.toString() === uri.toString())?.claim;
  }

  async look(): Promise<void> {
    const projects = this.#session.projects.filter(({ reader }) => reader.progress === undefined);
    const links = projects.flatMap((project) => strayedLinks(project));
    const strays = projects.flatMap((project) => project.strays);
    const articles = strays.length > 0 ? projects.flatMap(({ paths }) => paths) : [];
    const seen = JSON.stringify([strays.map(({ uri }) => uri.toString()), links, articles]);
    if (seen === this.#seen) return;
    this.#seen = seen;
    const found = await this.#find(projects);
    if (seen !== this.#seen) return;
    this.#claims = found;
    this.#show();
    const pairs = this.#pairs();
    const [first] = pairs;
    if (first === undefined && links.length === 0) return;
    const text =
      pairs.length > 1
        ? vscode.l10n.t('{0} articles were moved or renamed outside VS Code. Take their annotations and links along?', pairs.length)
        : first
          ? vscode.l10n.t('{0} is {1} now. Take its annotations and links along?', first.stray.article, first.article)
          : vscode.l10n.t(
              '{0} {1} moved outside VS Code. Let it follow?',
              links.length,
              links.length > 1 ? vscode.l10n.t('links name articles that were') : vscode.l10n.t('link names an article that was'),
            );
    const yes = vscode.l10n.t('Take Along');
    const answer = await showInformationMessage(text, yes);
    if (answer === yes) await vscode.commands.executeCommand('secondSource.takeAlong');
  }

  async takeAll(): Promise<void> {
    this.#claims = await this.#find(this.#session.projects);
    const pairs = this.#pairs();
    for (const project of this.#session.projects) {
      const own = pairs.filter((pair) => pair.project === project);
      if (own.length > 0 || strayedLinks(project).length > 0) await takeAlong(this.#session, project, own);
    }
    await this.look();
  }

  /** A person says which article a stray belongs to: of those with its text, or of all. */
  async choose([given, chosen]: readonly unknown[]): Promise<void> {
    const path = typeof given === 'string' ? given : isStrayNode(given) ? given.stray.path : undefined;
    const project = this.#session.projects.find(({ strays }) => strays.some((stray) => stray.path === path));
    const stray = project?.strays.find((one) => one.path === path);
    if (project === undefined || stray === undefined) return;
    const [claim] = await claims(project, [stray]);
    const likely = claim?.articles ?? [];
    const others = project.shelf.entries.map((entry) => entry.path).filter((one) => !likely.includes(one));
    const article =
      typeof chosen === 'string'
        ? chosen
        : await showQuickPick([...likely, ...others.sort()], {
            placeHolder: vscode.l10n.t('Which article do the annotations of {0} belong to?', stray.article),
          });
    if (article !== undefined) await takeAlong(this.#session, project, [{ stray, article }]);
  }

  dispose(): void {
    this.#collection.dispose();
  }

  async #find(projects: readonly Project[]): Promise<readonly Found[]> {
    const found = await Promise.all(
      projects.map(async (project) => (await claims(project, project.strays)).map((claim) => ({ project, claim }))),
    );
    return found.flat();
  }

  #pairs(): readonly { readonly project: Project; readonly stray: Stray; readonly article: string }[] {
    return this.#session.projects.flatMap((project) => {
      const own = this.#claims.filter((one) => one.project === project).map(({ claim }) => claim);
      return clearClaims(own).flatMap(({ stray, articles: [article] }) => (article === undefined ? [] : [{ project, stray, article }]));
    });
  }

  #show(): void {
    this.#collection.clear();
    for (const { claim } of this.#claims) {
      const { stray, articles } = claim;
      const where = articles.length > 0 ? vscode.l10n.t(' Its text is in {0}.', articles.join(vscode.l10n.t(' and in '))) : '';
      const message = vscode.l10n.t('There is no article {0} for these annotations.{1}', stray.article, where);
      const diagnostic = new Diagnostic(new vscode.Range(0, 0, 0, 0), message, vscode.DiagnosticSeverity.Warning);
      diagnostic.source = 'Second Source';
      diagnostic.code = 'no-article';
      this.#collection.set(stray.uri, [diagnostic]);
    }
  }
}

function isStrayNode(node: unknown): node is { readonly stray: Stray } {
  return typeof node === 'object' && node !== null && 'stray' in node;
}

/** Quick fixes in files of annotations. */
class Fixes implements vscode.CodeActionProvider {
  readonly #session: Session;
  readonly #moved: Moved;

  constructor(session: Session, moved: Moved) {
    this.#session = session;
    this.#moved = moved;
  }

  provideCodeActions(document: vscode.TextDocument, _range: vscode.Range, { diagnostics }: vscode.CodeActionContext): vscode.CodeAction[] {
    return diagnostics.flatMap((diagnostic) => {
      if (diagnostic.source !== 'Second Source') return [];
      const action = (title: string, command: string, ...args: readonly string[]) => {
        const made = new CodeAction(title, vscode.CodeActionKind.QuickFix);
        made.command = { title, command: `secondSource.${command}`, arguments: [...args] };
        made.diagnostics = [diagnostic];
        return made;
      };
      if (diagnostic.code === 'no-article') {
        const claim = this.#moved.claimOf(document.uri);
        if (claim === undefined) return [];
        const { stray, articles } = claim;
        return [
          ...articles.map((article) => action(vscode.l10n.t('Take them along to {0}', article), 'chooseArticle', stray.path, article)),
          action(vscode.l10n.t('Choose their article…'), 'chooseArticle', stray.path),
        ];
      }
      const orphan = diagnostic.code === 'orphan' ? this.#orphanAt(document, diagnostic.range) : undefined;
      if (orphan === undefined) return [];
      const { state, annotation } = orphan;
      const names = [this.#session.idOf(state.uri), annotation.id] as const;
      return [
        action(vscode.l10n.t('Relink to the words selected in {0}', state.path), 'relinkOrphan', ...names),
        action(vscode.l10n.t('Remove this annotation'), 'removeOrphan', ...names),
      ];
    });
  }

  #orphanAt(document: vscode.TextDocument, range: vscode.Range): Orphan | undefined {
    const { uri } = document;
    const line = document.lineAt(range.start.line).text;
    const project = this.#session.projectOf(uri);
    const found =
      project && lostIn(project).orphans.filter(({ state }) => project.shelf.names.sidecarOf(state.uri).toString() === uri.toString());
    return found?.find(({ annotation: { id } }) => line.includes(`id: ${id}`));
  }
}
