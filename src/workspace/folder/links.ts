import * as vscode from 'vscode';
import { type AnnotationAddress, isSamePath, type Item, type Link } from '../../core/index';
import type { ArticleState } from '../articles/index';
import type { Project } from './project';

/** One end of a link where it stands today; without an item the link leads nowhere. */
export interface LinkEnd {
  readonly address: AnnotationAddress;
  readonly state: ArticleState | undefined;
  readonly item: Item | undefined;
}

function endOf(project: Project, address: AnnotationAddress): LinkEnd {
  const state = project.stateAt(address.path);
  return { address, state, item: state?.items.find(({ id }) => id === address.id) };
}

/** The links of an annotation, and where each leads. */
export function linksOf(project: Project, state: ArticleState, item: Item): readonly { readonly link: Link; readonly other: LinkEnd }[] {
  const isHere = ({ path, id }: AnnotationAddress) => isSamePath(path, state.path) && id === item.annotation?.id;
  return project.yaml.corroborations.links.flatMap((link) => {
    const other = isHere(link.from) ? link.to : isHere(link.to) ? link.from : undefined;
    return other ? [{ link, other: endOf(project, other) }] : [];
  });
}

/** Links that lead to an article or an annotation that is not there; why. */
export function brokenLinks(project: Project): readonly { readonly link: Link; readonly reason: string }[] {
  const missing = (address: AnnotationAddress) => {
    if (project.hasAnnotation(address)) return undefined;
    const { path, id } = address;
    return project.paths.some((known) => isSamePath(known, path))
      ? vscode.l10n.t('{0} has no annotation {1}', path, id)
      : vscode.l10n.t('there is no article {0}', path);
  };
  return project.yaml.corroborations.links.flatMap((link) => {
    const reason = missing(link.from) ?? missing(link.to);
    return reason === undefined ? [] : [{ link, reason }];
  });
}
