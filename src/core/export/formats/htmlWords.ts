import { relationNames } from '../../corpus/model';
import { wordingChanges } from '../report/wording';
import type { Rendering, ReportDocument, ReportPassage } from '../report/report';
import { pageText as text } from '../writing/xml';

/** A date and time of day as people write them; anything else as it is. */
export function moment(value: string): string {
  const [, day, time, zone = ''] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.exec(value) ?? [];
  return day === undefined || time === undefined ? value : `${day} ${time} ${zone === 'Z' ? 'UTC' : zone}`.trim();
}

export function labelOf({ label }: Pick<ReportPassage | ReportDocument, 'label'>): string {
  return text(label);
}

/** The relation, and how sure the program is of it. */
export function label({ level, relation }: Rendering): string {
  const name = relationNames[relation];
  return level === 'match' ? name : `${name}, possible`;
}

export function difference(from: string, to: string): string {
  const element = { same: undefined, removed: 'del', added: 'ins' } as const;
  return wordingChanges(from, to)
    .map(({ kind, text: words }) => {
      const name = element[kind];
      return name === undefined ? text(words) : `<${name}>${text(words)}</${name}>`;
    })
    .join('');
}
