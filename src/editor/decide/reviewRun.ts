import * as vscode from 'vscode';
import type { Picked } from '../../workspace/decisions/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { createStatusBarItem, setStatusBarMessage, showInformationMessage, showQuickPick } from '../../workspace/window/index';
import { projectInFront, reveal } from '../shared/index';
import { inOrder, openOf, type ReviewOrder, sameAs } from './reviewOrder';

const orders: readonly (vscode.QuickPickItem & { readonly order: ReviewOrder })[] = [
  { label: vscode.l10n.t('The surest first'), description: vscode.l10n.t('doubtful ones at the end'), order: 'confidence' },
  { label: vscode.l10n.t('As they stand in the articles'), order: 'text' },
  { label: vscode.l10n.t('By speaker'), description: vscode.l10n.t('who says most first'), order: 'speaker' },
];

interface Running {
  readonly project: Project;
  readonly order: ReviewOrder;
  /** Doubtful ones are in the run only after somebody has asked for them. */
  withDoubtful: boolean;
  at: Picked | undefined;
  /** What was decided in this run, in this order: undo leads back to it. */
  decided: readonly Picked[];
  /** What was left when it was told last: of it several may be decided at once. */
  last: readonly Picked[];
}

/** A review in progress: one suggestion after the other, on to the next after each decision, with what is left in the status bar. */
export class ReviewRun implements vscode.Disposable {
  readonly #session: Session;
  readonly #bar = createStatusBarItem('secondSource.review', 91, 'checklist');
  readonly #listener: vscode.Disposable;
  #running: Running | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(session: Session) {
    this.#session = session;
    this.#bar.name = vscode.l10n.t('Second Source: Review');
    this.#bar.command = 'secondSource.review';
    this.#listener = session.onDidChange(({ kind }) => {
      if (kind !== 'progress' && this.#running) this.#follow();
    });
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  async start(given: unknown): Promise<void> {
    if (this.#running && given === undefined) {
      const goOn = { label: vscode.l10n.t('Go on') };
      const end = { label: vscode.l10n.t('End the review') };
      const answer = await showQuickPick<vscode.QuickPickItem & { readonly order?: ReviewOrder }>([goOn, end, ...orders], {
        placeHolder: vscode.l10n.t('Reviewing'),
      });
      if (answer === end) this.end();
      if (answer === goOn) await this.#show(this.#running.at);
      if (answer?.order) await this.#begin(answer.order);
      return;
    }
    const known = orders.find(({ order }) => order === given);
    const picked =
      known ?? (await showQuickPick(orders, { title: vscode.l10n.t('Review Suggestions'), placeHolder: vscode.l10n.t('In which order?') }));
    if (picked) await this.#begin(picked.order);
  }

  end(): void {
    this.#running = undefined;
    this.#bar.hide();
    void vscode.commands.executeCommand('setContext', 'secondSource.reviewing', false);
  }

  /** On, or back, past what is not decided yet; round and round. */
  async step(by: 1 | -1): Promise<void> {
    const running = this.#running;
    if (running === undefined) return;
    const left = this.#left(running);
    const at = running.at && sameAs(running.at, left);
    const index = at ? left.indexOf(at) : -1;
    await this.#show(left[at ? (index + by + left.length) % left.length : 0]);
  }

  dispose(): void {
    this.#listener.dispose();
    this.#bar.dispose();
  }

  async #begin(order: ReviewOrder): Promise<void> {
    const project = await projectInFront(this.#session);
    if (project === undefined) return;
    this.#running = { project, order, withDoubtful: false, at: undefined, decided: [], last: [] };
    void vscode.commands.executeCommand('setContext', 'secondSource.reviewing', true);
    await this.#goOn(this.#running, 0);
  }

  #left({ project, order, withDoubtful }: Running): readonly Picked[] {
    const { sure, doubtful } = openOf(project.together.states());
    return [...inOrder(project, sure, order), ...(withDoubtful ? inOrder(project, doubtful, order) : [])];
  }

  /** Something was decided, taken back or typed. */
  #follow(): void {
    this.#turn = this.#turn.then(async () => {
      const running = this.#running;
      const shown = running?.at;
      if (running === undefined || shown === undefined) return;
      const left = this.#left(running);
      const undone = running.decided.findLast((one) => sameAs(one, left));
      if (undone) {
        running.decided = running.decided.filter((one) => !sameAs(one, left));
        await this.#show(sameAs(undone, left));
        return;
      }
      const now = this.#session.article(shown.state.uri);
      const isTyped = now?.article.raw !== shown.state.article.raw;
      const isOpen = sameAs(shown, left) !== undefined;
      if (!isTyped) {
        // Several may have been decided at once; the shown one is gone back to first.
        const others = running.last.filter((one) => !sameAs(one, left) && !sameAs(shown, [one]));
        running.decided = [...running.decided, ...others, ...(isOpen ? [] : [shown])];
      }
      if (isOpen || isTyped) {
        this.#tell(running, left);
        return;
      }
      const index = left.findIndex(
        (one) => one.state.article.uri === shown.state.article.uri && one.item.span.start > shown.item.span.start,
      );
      await this.#goOn(running, running.order === 'text' ? Math.max(0, index) : 0);
    });
    this.#turn.catch(() => undefined);
  }

  async #goOn(running: Running, index: number): Promise<void> {
    const left = this.#left(running);
    if (left.length > 0) {
      await this.#show(left[index] ?? left[0]);
      return;
    }
    const { doubtful } = openOf(running.project.together.states());
    if (!running.withDoubtful && doubtful.length > 0) {
      this.#tell(running, left);
      const goOn = vscode.l10n.t('Review {0} Doubtful', doubtful.length);
      const answer = await showInformationMessage(vscode.l10n.t('Everything is reviewed but {0} doubtful ones.', doubtful.length), goOn);
      if (answer === goOn && this.#running === running) {
        running.withDoubtful = true;
        await this.#goOn(running, 0);
      } else if (answer === undefined && this.#running === running) this.end();
      return;
    }
    this.end();
    void setStatusBarMessage(vscode.l10n.t('Second Source: everything is reviewed'), 4000);
  }

  async #show(pick: Picked | undefined): Promise<void> {
    const running = this.#running;
    if (running === undefined || pick === undefined) return;
    running.at = pick;
    this.#tell(running, this.#left(running));
    await reveal(pick.state, pick.item.span);
  }

  #tell(running: Running, left: readonly Picked[]): void {
    running.last = left;
    const { decided, at } = running;
    const doubtful = openOf(running.project.together.states()).doubtful.length;
    const same = at && sameAs(at, left);
    const place = decided.length + (same ? left.indexOf(same) + 1 : 0);
    const text = vscode.l10n.t(
      '{0} of {1}{2}',
      place,
      decided.length + left.length,
      doubtful > 0 ? vscode.l10n.t(' · {0} doubtful left', doubtful) : '',
    );
    this.#bar.text = text;
    this.#bar.tooltip = vscode.l10n.t(
      'Reviewing. Accept with Ctrl+Alt+Enter, reject with Ctrl+Shift+Alt+Enter, skip with Ctrl+F7, take back with Ctrl+F9 Z. Choose this to end.',
    );
    this.#bar.accessibilityInformation = { label: vscode.l10n.t('Reviewing suggestion {0}', text) };
    this.#bar.show();
  }
}
