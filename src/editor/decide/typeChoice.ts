import type { Annotation, AnnotationType } from '../../core/index';
import { showQuickPick } from '../../workspace/window/index';

export interface ChosenType {
  readonly type: AnnotationType;
  readonly kind?: NonNullable<Annotation['kind']>;
}

/** What an annotation can be, in a person's words. */
const choices: readonly (ChosenType & { readonly label: string; readonly description: string })[] = [
  { label: 'Direct quotation', description: 'all of it between quotation marks', type: 'quotation', kind: 'direct' },
  { label: 'Mixed quotation', description: 'reported, with quoted parts', type: 'quotation', kind: 'mixed' },
  { label: 'Indirect quotation', description: 'reported without quotation marks', type: 'quotation', kind: 'indirect' },
  { label: 'Scare quotes', description: 'marks that quote nobody', type: 'quotation', kind: 'scare' },
  { label: 'Statement', description: 'a claim of the outlet itself', type: 'statement' },
  { label: 'Speaker', description: 'words that name who speaks', type: 'speaker' },
  { label: 'Date', description: 'a day, a time, a length of time', type: 'date' },
  { label: 'Cue', description: 'the verb of saying, or “according to”', type: 'cue' },
  { label: 'Note', description: 'any passage with a remark', type: 'note' },
];

/** Asks what a passage is; says what it is taken for now. */
export async function askType(now?: {
  readonly type: AnnotationType;
  readonly kind?: Annotation['kind'];
}): Promise<ChosenType | undefined> {
  const picks = choices.map((choice) => {
    const isNow = choice.type === now?.type && (choice.type !== 'quotation' || choice.kind === now.kind);
    return { label: choice.label, description: `${choice.description}${isNow ? ' · now' : ''}`, choice };
  });
  return (await showQuickPick(picks, { placeHolder: 'What is it?', matchOnDescription: true }))?.choice;
}

/** The type that a keybinding or another extension names; a quotation by its kind, too. */
export function typeNamed(type: unknown, kind: unknown): ChosenType | undefined {
  return choices.find((choice) => choice.type === type && (type !== 'quotation' || choice.kind === kind));
}
