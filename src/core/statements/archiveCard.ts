import { relationNames } from '../corpus/model';
import type { Translate } from '../text/translate';
import { archivedLabel, type ArchivedRendering, type InArchive } from './archived';
import type { StatementSource } from './folder';
import { type Statement, wordingOf } from './statement';
import { bareWording, isSameWording, type ShownWording, shownWording } from './wordingShown';

/** What a card says of an archive beyond the folder. */
export interface ArchiveCard {
  /** Why nothing is known of it; undefined where it has answered. */
  readonly silence: string | undefined;
  /** At most three. */
  readonly renderings: readonly ArchiveCardRendering[];
  /** How many there are besides. */
  readonly more: number;
}

export interface ArchiveCardRendering {
  readonly rendering: ArchivedRendering;
  /** "The Gull, 2024-05-03" */
  readonly label: string;
  readonly how: string;
  /** Undefined where the words are the same. */
  readonly wording: ShownWording | undefined;
}

const mostRenderings = 3;

/** Undefined where no archive is set. */
export function archiveCard<S extends StatementSource>(statement: Statement<S>, t: Translate): ArchiveCard | undefined {
  const { archived } = statement;
  if (archived === undefined) return undefined;
  if (archived.kind !== 'answered') return { silence: silenceOf(archived, t), renderings: [], more: 0 };
  const renderings = archived.renderings
    .slice(0, mostRenderings)
    .map((rendering) => archivedEntry(bareWording(statement.wording), rendering, t));
  return { silence: undefined, renderings, more: archived.renderings.length - renderings.length };
}

function archivedEntry(here: string, rendering: ArchivedRendering, t: Translate): ArchiveCardRendering {
  const { match } = rendering;
  const wording = shownWording(here, bareWording(wordingOf(rendering, match)), match.relation === 'indirect');
  return {
    rendering,
    label: archivedLabel(rendering),
    how: `${t(relationNames[match.relation])}${match.level === 'match' ? '' : t(' · possible')}`,
    wording: isSameWording(wording) ? undefined : wording,
  };
}

function silenceOf(archived: Exclude<InArchive, { kind: 'answered' }>, t: Translate): string {
  switch (archived.kind) {
    case 'awaited':
      return t('The archive has not answered yet: look again in a moment');
    case 'silent':
      return t('The archive does not answer: {0}', archived.reason);
    case 'unasked':
      return archived.why === 'browser'
        ? t('The archive is not asked: not in the browser')
        : t('The archive is not asked: this workspace is not trusted');
  }
}
