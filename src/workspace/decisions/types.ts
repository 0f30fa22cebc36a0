import * as vscode from 'vscode';
import { type Annotation, type AnnotationType, decide, sharedLength, type SidecarChange, type Span, suggest } from '../../core/index';
import { type Desk, newId } from './desk';
import { type Picked, amend } from './decisions';

const fieldsOf: Partial<Record<keyof Annotation, readonly AnnotationType[]>> = {
  kind: ['quotation'],
  speakers: ['quotation', 'statement', 'speaker'],
  mention: ['quotation', 'statement'],
  provenance: ['quotation', 'statement'],
  value: ['date'],
};

/** Fields that an annotation of this type does not have. */
export function unfitFields(type: AnnotationType): readonly (keyof Annotation)[] {
  return Object.entries(fieldsOf).flatMap(([field, types]) => (types.includes(type) ? [] : [field as keyof Annotation]));
}

/**
 * Makes another type of an annotation or a finding. What the engine takes the place for is rejected, so that it does not come
 * back beside it; a rejection that stood in the way of the new type goes.
 */
export async function setType(desk: Desk, shown: Picked, type: AnnotationType, kind?: Annotation['kind']): Promise<void> {
  await amend(
    desk,
    shown,
    vscode.l10n.t('Change type'),
    { type, ...(kind && { kind }) },
    unfitFields(type),
    ({ state, item }, reviewed) => {
      if (item.type === type) return [];
      const others = state.placed.filter(({ annotation }) => annotation.id !== item.id);
      const again = suggest(state.analysis, others).filter((found) => found.type === item.type && isMostly(found.span, item.span));
      return [
        ...again.map((found): SidecarChange => ({
          kind: 'add',
          annotation: decide(found, 'rejected', state.article.raw, newId(), reviewed),
        })),
        ...others.flatMap((place): SidecarChange[] => {
          const { annotation } = place;
          const isInTheWay = place.how !== 'orphan' && annotation.status === 'rejected' && annotation.type === type;
          return isInTheWay && isMostly(place.span, item.span) ? [{ kind: 'remove', id: annotation.id }] : [];
        }),
      ];
    },
  );
}

/** Whether two spans share half or more of the longer one, as a rejection hides a finding. */
function isMostly(a: Span, b: Span): boolean {
  return sharedLength(a, b) * 2 >= Math.max(a.end - a.start, b.end - b.start);
}
