import * as vscode from 'vscode';
import { type Annotation, type Comparison, overlaps, type Span } from '../../core/index';
import { proseOf } from '../../workspace/articles/index';
import { type ComparedArticle, type Draft, unfitFields, without } from '../../workspace/decisions/index';
import type { Project } from '../../workspace/folder/index';
import { showInputBox, showQuickPick } from '../../workspace/window/index';
import { shortened, typeName } from '../shared/index';
import { speakerNames } from './adjudicationText';
import { askDateValue } from './dateChoice';
import { askSpeakers } from './speakerChoice';
import { askType } from './typeChoice';

/** What the person makes of a passage: begins with the one side, and any field can be chosen anew before it is written. */
export async function askDraft(
  project: Project,
  who: readonly [string, string],
  article: ComparedArticle,
  { ours, theirs }: Comparison,
): Promise<Draft | undefined> {
  const { state } = article;
  const first = ours ?? theirs;
  if (first === undefined) return undefined;
  const extents = extentsOf(who, ours, theirs);
  let draft: Draft = { ...first, annotation: { ...first.annotation, status: 'accepted' } };
  const set = (fields: Partial<Annotation>) => (draft = { ...draft, annotation: { ...draft.annotation, ...fields } });
  const known = speakerNames(project, article);
  for (;;) {
    const nameOf = (id: string) => draft.speakers?.find((one) => one.id === id)?.register?.name ?? known(id);
    const { type, kind, speakers = [], value = '', note = '' } = draft.annotation;
    const fields = [
      {
        label: vscode.l10n.t('Write it'),
        iconPath: new vscode.ThemeIcon('check'),
        description: vscode.l10n.t('into the shared annotations'),
        what: 'write',
      },
      { label: vscode.l10n.t('Extent…'), description: shortened(proseOf(state, draft).replace(/\s+/g, ' '), 80), what: 'extent' },
      { label: vscode.l10n.t('Type or kind…'), description: typeName({ type, kind }), what: 'type' },
      ...(type === 'date' || type === 'note' || type === 'cue'
        ? []
        : [{ label: vscode.l10n.t('Speaker…'), description: speakers.map(nameOf).join(vscode.l10n.t(' and ')), what: 'speaker' }]),
      ...(type === 'date' ? [{ label: vscode.l10n.t('Value…'), description: value, what: 'value' }] : []),
      { label: vscode.l10n.t('Note…'), description: note, what: 'note' },
    ];
    const picked = await showQuickPick(fields, { placeHolder: vscode.l10n.t('What is it to be?') });
    switch (picked?.what) {
      case undefined:
        return undefined;
      case 'write':
        return draft;
      case 'extent': {
        const picks = extents.map(({ label, span }) => ({ label, detail: shortened(proseOf(state, span), 160), span }));
        const extent = await showQuickPick(picks, { placeHolder: vscode.l10n.t('Which words?') });
        if (extent) draft = { ...draft, start: extent.span.start, end: extent.span.end };
        break;
      }
      case 'type': {
        const chosen = await askType(draft.annotation);
        if (chosen) draft = { ...draft, annotation: { ...without(draft.annotation, unfitFields(chosen.type)), ...chosen } };
        break;
      }
      case 'speaker': {
        const choices = await askSpeakers(project, state, draft.annotation.speakers);
        if (choices === undefined) break;
        set({ speakers: choices.map(({ id }) => id) });
        draft = { ...draft, speakers: choices };
        break;
      }
      case 'value': {
        const typed = await askDateValue(value);
        if (typed) set({ value: typed });
        break;
      }
      case 'note': {
        const typed = await showInputBox({ prompt: vscode.l10n.t('Note on this passage'), value: note });
        if (typed !== undefined) set({ note: typed });
      }
    }
  }
}

interface Extent {
  readonly label: string;
  readonly span: Span;
}

function extentsOf([first, second]: readonly [string, string], ours?: Span, theirs?: Span): readonly Extent[] {
  const extents: Extent[] = [];
  if (ours) extents.push({ label: vscode.l10n.t('As {0} has it', first), span: ours });
  if (theirs) extents.push({ label: vscode.l10n.t('As {0} has it', second), span: theirs });
  if (ours === undefined || theirs === undefined) return extents;
  extents.push({
    label: vscode.l10n.t('All of both'),
    span: { start: Math.min(ours.start, theirs.start), end: Math.max(ours.end, theirs.end) },
  });
  if (overlaps(ours, theirs))
    extents.push({
      label: vscode.l10n.t('What they share'),
      span: { start: Math.max(ours.start, theirs.start), end: Math.min(ours.end, theirs.end) },
    });
  return extents;
}
