import { gatherArticle, type Report, type ReportFilter } from '../../core/index';
import type { ArchiveOf } from '../archiveSource';
import { ArchiveRounds, type Round } from '../corroboration/index';
import { warnOfLanguage } from '../output';

/** A report of each article of an archive, in their order; `meet`: is told who speaks in it. */
export async function* archiveReports(
  archive: ArchiveOf,
  filter: ReportFilter,
  meet: (names: readonly string[]) => void,
): AsyncGenerator<Report> {
  const rounds = await ArchiveRounds.of(archive);
  for await (const uri of archive.uris()) {
    if (filter.paths?.includes(uri) === false) continue;
    const report = await rounds.about(uri, (round) => reportOf(uri, round, filter));
    if (report === undefined) continue;
    const home = rounds.sourceOf(uri);
    if (home) {
      warnOfLanguage(uri, home.article);
      meet(home.analysis.speakers.map(({ name }) => name));
    }
    yield report;
  }
}

/** Among the articles that render something of it or contradict it: those are held, and what else is held has been needed for others. */
function reportOf(uri: string, { corpus, held }: Round, filter: ReportFilter): Report {
  const needed = new Set([uri]);
  const meeting = <T extends { readonly uri: string }>(places: readonly T[]) => {
    for (const place of places) needed.add(place.uri);
    return places;
  };
  const asked: Parameters<typeof gatherArticle>[2] = {
    match: (passage) => meeting(corpus.match(passage)),
    perhaps: (passage) => meeting(corpus.perhaps(passage)),
    originsOf: (passage, matches) => corpus.originsOf(passage, matches),
    conflicts: () => {
      const conflicts = corpus.conflictsOf(uri);
      meeting(conflicts.flatMap(({ passages }) => passages));
      return conflicts;
    },
  };
  const gather = () =>
    gatherArticle(
      uri,
      held.filter(({ path }) => needed.has(path)),
      asked,
      filter,
    );
  const known = needed.size;
  const report = gather();
  return needed.size === known ? report : gather();
}
