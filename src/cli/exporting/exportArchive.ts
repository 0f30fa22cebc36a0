import type { ExportFormat, ExportOptions, Report, ReportConflict, ReportDocument, ReportFilter, ReportOrigin } from '../../core/index';
import { emptyRegistry } from '../../core/index';
import type { ArchiveOf } from '../archiveSource';
import { Steps } from '../steps';
import { archiveReports } from './archiveReports';
import { FlatExport } from './flatExport';
import { writeExport } from './writing';

/** What has become of an export. */
export interface ArchiveExported {
  /** False after Ctrl+C: then of the articles until there. */
  readonly isWhole: boolean;
  readonly hasItems: boolean;
  readonly paths: ReadonlySet<string>;
  /** Everybody who speaks, where somebody is asked for. */
  readonly names: ReadonlySet<string>;
}

/** Exports an archive article by article; a format that tells of all together in its first line gets all of them when they are gathered. */
export async function exportArchive(
  archive: ArchiveOf,
  format: ExportFormat,
  out: string,
  filter: ReportFilter,
  options: ExportOptions,
  quiet: boolean,
): Promise<ArchiveExported> {
  const byArticle = format.byArticle?.(options);
  const flat = byArticle && (await FlatExport.begin(byArticle, out, archive.name));
  const gathered = flat ? undefined : new Gathered();
  const [paths, names] = [new Set<string>(), new Set<string>()];
  let [isWhole, hasItems] = [true, false];
  try {
    const steps = new Steps('gathering', filter.paths?.length ?? (await archive.size()), quiet);
    const meet = (met: readonly string[]) => filter.speakers && met.forEach((name) => names.add(name));
    for await (const report of archiveReports(archive, filter, meet)) {
      for (const { path, items } of report.documents) {
        if (filter.paths) paths.add(path);
        hasItems ||= items.length > 0;
      }
      await flat?.add(report);
      gathered?.add(report);
      isWhole = await steps.goOn();
      if (!isWhole) break;
    }
    steps.end();
    await flat?.end();
  } finally {
    await flat?.close();
  }
  if (gathered) await writeExport(out, format.export(gathered.report(), options), archive.name);
  return { isWhole, hasItems, paths, names };
}

/** One report of all articles, for a format that wants it. */
class Gathered {
  readonly #documents: ReportDocument[] = [];
  readonly #origins = new Map<string, ReportOrigin>();
  readonly #conflicts = new Map<string, ReportConflict>();

  add({ documents, origins, conflicts }: Report): void {
    this.#documents.push(...documents);
    for (const origin of origins) this.#origins.set(origin.id, origin);
    for (const conflict of conflicts) this.#conflicts.set(conflict.key, conflict);
  }

  report(): Report {
    const conflicts = [...this.#conflicts.values()].sort((a, b) => Number(a.level === 'differs') - Number(b.level === 'differs'));
    return {
      documents: this.#documents,
      registry: emptyRegistry,
      origins: [...this.#origins.values()],
      conflicts,
      links: [],
      decisions: [],
    };
  }
}
