import type { Origin } from '../../corpus/model';
import { outletOf } from '../../statements/index';
import { emptyRegistry } from '../../text/metadata/registry';
import { gatherReport, type ReportFilter } from './gather';
import type { Report } from './report';
import type { ReportCorpus, ReportSource } from './reportFolder';

/**
 * The report of one article of an archive among those that most likely tell the same, which the corpus finds renderings in. Origins are
 * those of its statements; contradictions those it is in; a speaker is joined with those of the articles that are given.
 */
export function gatherArticle(
  path: string,
  sources: readonly ReportSource[],
  corpus: Pick<ReportCorpus, 'match' | 'perhaps' | 'originsOf' | 'conflicts'>,
  filter: ReportFilter = {},
): Report {
  const origins = new Map<string, Origin>();
  const asked: ReportCorpus = {
    match: (passage) => corpus.match(passage),
    perhaps: (passage) => corpus.perhaps(passage),
    conflicts: () => corpus.conflicts(),
    origins: () => [],
    originsOf: (passage, matches) => {
      const found = corpus.originsOf(passage, matches);
      for (const origin of found) origins.set(origin.id, origin);
      return found;
    },
  };
  const report = gatherReport(sources, asked, emptyRegistry, { ...filter, paths: [path] });
  const { paths, outlets } = filter;
  const isReported = ({ path: other, article }: ReportSource) => {
    const outlet = outlets && outletOf(article, emptyRegistry);
    return (
      other !== path &&
      (!paths || paths.includes(other)) &&
      (!outlets || (outlet !== undefined && outlets.some((wanted) => wanted === outlet.id || wanted === outlet.name)))
    );
  };
  return {
    ...report,
    origins: [...origins.values()].map((origin) => ({ ...origin, paths: origin.uris })),
    around: sources.filter(isReported),
  };
}
