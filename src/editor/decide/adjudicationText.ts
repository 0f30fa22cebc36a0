import * as vscode from 'vscode';
import type { Annotation, Standing } from '../../core/index';
import { labelOf } from '../../workspace/articles/index';
import type { ComparedArticle } from '../../workspace/decisions/index';
import type { Project } from '../../workspace/folder/index';
import { statusNames, typeName } from '../shared/index';

const [opens, closes] = ['⟦', '⟧'];

/** Speakers by name: as any article has it, where this one does not name them. */
export function speakerNames({ together, yaml }: Project, { state }: ComparedArticle): (id: string) => string {
  const analysed = [...together.states(), state].flatMap(({ analysis }) => analysis.speakers);
  const names = new Map([...analysed, ...yaml.registry.speakers].map(({ id, name }) => [id, name] as const));
  return (id) => names.get(id) ?? id;
}

/** One person's annotation as text, to be laid beside another's: what it says, then the passage with its extent in brackets. */
export function sideText(
  { state }: ComparedArticle,
  side: Standing | undefined,
  around: readonly Standing[],
  nameOf: (id: string) => string,
): string {
  const { raw } = state.article;
  const first = Math.min(...around.map(({ start }) => start));
  const last = Math.max(...around.map(({ end }) => end));
  const from = raw.lastIndexOf('\n', first - 1) + 1;
  const to = raw.indexOf('\n', last);
  const text = raw.slice(from, to < 0 ? raw.length : to);
  const passage = side
    ? `${text.slice(0, side.start - from)}${opens}${text.slice(side.start - from, side.end - from)}${closes}${text.slice(side.end - from)}`
    : text;
  return [labelOf(state), '', ...(side ? describe(side.annotation, nameOf) : [vscode.l10n.t('Nothing here.')]), '', passage, ''].join('\n');
}

function describe({ type, kind, status, speakers = [], value, tags = [], note }: Annotation, nameOf: (id: string) => string): string[] {
  const isSpoken = type === 'quotation' || type === 'statement' || type === 'speaker';
  return [
    `${typeName({ type, kind })} · ${statusNames[status]}`,
    ...(isSpoken ? [vscode.l10n.t('Speaker: {0}', speakers.map(nameOf).join(vscode.l10n.t(' and ')) || vscode.l10n.t('unknown'))] : []),
    ...(value === undefined ? [] : [vscode.l10n.t('Value: {0}', value)]),
    ...(tags.length > 0 ? [vscode.l10n.t('Tags: {0}', tags.join(', '))] : []),
    ...(note === undefined || note === '' ? [] : [vscode.l10n.t('Note: {0}', note)]),
  ];
}
