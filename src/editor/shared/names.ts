import * as vscode from 'vscode';
import type { Annotation, AnnotationType, Reason } from '../../core/index';

const { t } = vscode.l10n;

const types: Record<AnnotationType, string> = {
  quotation: t('quotation'),
  statement: t('statement'),
  speaker: t('speaker'),
  date: t('date'),
  cue: t('cue'),
  note: t('note'),
};

/** Beside the word "quotation", which need not be said where a speaker stands. */
const kinds: Record<NonNullable<Annotation['kind']>, string> = {
  direct: t('direct'),
  mixed: t('mixed'),
  indirect: t('indirect'),
  scare: t('scare quotes'),
};

const quotations: Record<NonNullable<Annotation['kind']>, string> = {
  direct: t('direct quotation'),
  mixed: t('mixed quotation'),
  indirect: t('indirect quotation'),
  scare: t('scare quotes'),
};

export const statusNames: Record<Annotation['status'], string> = {
  suggested: t('suggested'),
  accepted: t('accepted'),
  rejected: t('rejected'),
};

/** What two passages share or differ in. */
export const reasonNames: Record<Reason['kind'], string> = {
  words: t('words'),
  names: t('names'),
  number: t('number'),
  date: t('date'),
  speaker: t('speaker'),
  order: t('order'),
  sense: t('sense'),
};

interface Typed {
  readonly type: AnnotationType;
  readonly kind?: Annotation['kind'];
}

/** "direct", "speaker". */
export function kindName({ type, kind = 'direct' }: Typed): string {
  return type === 'quotation' ? kinds[kind] : types[type];
}

/** "direct quotation", "speaker". */
export function typeName({ type, kind = 'direct' }: Typed): string {
  return type === 'quotation' ? quotations[kind] : types[type];
}

/** "Found by words (visit), names (Moscow); against it: number (28)" */
export function foundBy(because: readonly Reason[]): string {
  const told = (reasons: readonly Reason[]) => reasons.map(({ kind, text }) => `${reasonNames[kind]} (${text})`).join(', ');
  const [against, by] = [because.filter((reason) => reason.against), because.filter((reason) => !reason.against)];
  return [by.length > 0 ? t('Found by {0}', told(by)) : '', against.length > 0 ? t('against it: {0}', told(against)) : '']
    .filter((part) => part !== '')
    .join('; ');
}
