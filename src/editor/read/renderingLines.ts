import * as vscode from 'vscode';
import {
  type Item,
  languageName,
  type Link,
  primaryName,
  primaryOf,
  relationNames,
  type Statement,
  type StatementCard,
  wordingOf,
} from '../../core/index';
import type { ArticleState } from '../../workspace/articles/index';
import type { Session } from '../../workspace/session/index';
import { commandLink, foundBy, plainText, shortened, wordingText } from '../shared/index';

const { t } = vscode.l10n;

const mostSigns = 6;
const longestPrimary = 280;

/** "Transcript, City Hall: “…”": its words go before what anybody reports. */
export function primaryLine(
  session: Session,
  statement: Statement<ArticleState>,
  { primary }: StatementCard<ArticleState>,
): readonly string[] {
  if (primary === undefined) return [];
  const { kind, words, rendering } = primary;
  const { match, state: there } = rendering;
  const args = [session.idOf(there.uri), match.start, match.end];
  const link = commandLink(plainText(statement.labelOf(there)), 'secondSource.openPassage', args, plainText(foundBy(match.because)));
  const isSure = match.level === 'match' || rendering.link !== undefined;
  const said = plainText(shortened(bareWords(words), longestPrimary));
  const name = primaryName(kind, t);
  return [isSure ? t('In the {0}, {1}: “{2}”', name, link, said) : t('Perhaps in the {0}, {1}: “{2}”', name, link, said)];
}

/** The line has marks of its own. */
function bareWords(words: string): string {
  return words.replace(/^["“”„«»]+|["“”„«»]+$/gu, '').trim();
}

/** At most three, and how many more. */
export function renderingLines(
  session: Session,
  statement: Statement<ArticleState>,
  { renderings, more }: StatementCard<ArticleState>,
  item: Item,
): readonly string[] {
  if (renderings.length === 0) return [];
  const lines = renderings.map((entry) => {
    const places = entry.renderings.map(({ match, state: there }) => {
      const args = [session.idOf(there.uri), match.start, match.end];
      const kind = primaryOf(there);
      const primary = kind === undefined ? '' : ` (${primaryName(kind, t)})`;
      return `${commandLink(plainText(statement.labelOf(there)), 'secondSource.openPassage', args, plainText(foundBy(match.because)))}${primary}`;
    });
    const relation = entry.relation === 'quoted-differently' ? t('quoted differently') : t(relationNames[entry.relation]);
    const [link] = entry.renderings.flatMap((rendering) => rendering.link ?? []);
    const possible = entry.isSure ? '' : t(' · possible');
    const wording = entry.wording ? ` — ${wordingText(entry.wording)}` : '';
    return `${places.join(', ')} · _${relation}${possible}${link ? linkedBy(link) : ''}_${wording}`;
  });
  const all = commandLink(
    t('{0} more', more),
    'secondSource.showRenderings',
    [session.idOf(statement.state.uri), item.id],
    t('Show all renderings'),
  );
  return ['---', ...lines, ...(more > 0 ? [all] : [])];
}

/** "Perhaps here, in German: “…”" */
export function perhapsLines(session: Session, statement: Statement<ArticleState>): readonly string[] {
  const lines = statement.perhaps.map(({ place, state }) => {
    const same = [...new Set(place.because.map(({ text }) => text))].slice(0, mostSigns).join(', ');
    const link = commandLink(
      plainText(shortened(wordingOf(state, place), 80)),
      'secondSource.openPassage',
      [session.idOf(state.uri), place.start, place.end],
      plainText(t('Both have {0}; what they say is not compared', same)),
    );
    return t('_Perhaps here, in {0}_, {1}: {2}', languageName(place.language), plainText(statement.labelOf(state)), link);
  });
  return lines.length > 0 ? ['---', ...lines] : [];
}

function linkedBy({ by, reason }: Link): string {
  const who = by === undefined ? '' : t(' by {0}', plainText(by));
  return t(' · linked{0}{1}', who, reason === undefined ? '' : `: ${plainText(reason)}`);
}
