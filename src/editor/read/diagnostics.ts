import * as vscode from 'vscode';
import {
  attempt,
  type Fault,
  type FileProblem,
  frontMatterProblems,
  idPlace,
  linePosition,
  lineStarts,
  overlaps,
  type Span,
  unknownSpeakers,
  wordingOf,
} from '../../core/index';
import { type ArticleState, labelOf } from '../../workspace/articles/index';
import { withoutMark } from '../../workspace/files/index';
import { brokenLinks, type Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { Diagnostic, DiagnosticRelatedInformation } from '../../workspace/window/index';
import { shortened } from '../shared/index';

/** Problems, and nothing but problems: contradictions, impossible dates, annotations that lost their place, broken YAML. */
export function registerDiagnostics(session: Session): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('secondSource');
  const refresh = () => {
    const found = new Map<string, { readonly uri: vscode.Uri; readonly list: vscode.Diagnostic[] }>();
    const add = (uri: vscode.Uri, diagnostic: vscode.Diagnostic) => {
      diagnostic.source = 'Second Source';
      const key = uri.toString();
      const entry = found.get(key) ?? { uri, list: [] };
      entry.list.push(diagnostic);
      found.set(key, entry);
    };
    for (const project of session.projects) {
      if (project.reader.progress && project.indexed === undefined) continue; // half a folder contradicts itself less than the whole
      // Each for itself: where one cannot be told, by a fault of ours, the others are.
      const say = (uri: vscode.Uri, tell: () => void) => attempt('problems', tell, () => undefined, (found) => add(uri, faultIn(found))); // prettier-ignore
      say(project.root, () => conflicts(project, add));
      say(project.yaml.corroborationsFile, () => leadingNowhere(project, add));
      for (const { uri, text, problems } of project.yaml.broken) say(uri, () => addInFile(uri, withoutMark(text), problems, add));
      for (const { uri, encodingProblem } of project.shelf.entries) if (encodingProblem !== undefined) add(uri, unsure(encodingProblem));
      for (const state of project.together.states()) {
        say(state.uri, () => head(state, add));
        say(state.uri, () => doubtfulDates(state, add));
        say(state.uri, () => lost(project, state, add));
      }
      for (const { uri, fault } of project.together.faults()) add(uri === '' ? project.root : vscode.Uri.parse(uri), faultIn(fault));
    }
    collection.clear();
    for (const { uri, list } of found.values()) collection.set(uri, list);
  };
  refresh();
  return vscode.Disposable.from(
    collection,
    session.onDidChange((change) => {
      if (change.kind === 'folder') refresh();
    }),
  );
}

/** Where our program has failed: the rest works, and whoever mends it must hear of it. */
function faultIn({ what, message }: Fault): vscode.Diagnostic {
  const told = vscode.l10n.t('{0} could not be found here, by a fault of Second Source; please report it: {1}', what, message);
  const diagnostic = new Diagnostic(new vscode.Range(0, 0, 0, 0), told, vscode.DiagnosticSeverity.Warning);
  diagnostic.code = 'fault';
  return diagnostic;
}

/** A file that is read by another encoding than its editor may have. */
function unsure(message: string): vscode.Diagnostic {
  const diagnostic = new Diagnostic(new vscode.Range(0, 0, 0, 0), message, vscode.DiagnosticSeverity.Warning);
  diagnostic.code = 'encoding';
  return diagnostic;
}

type Add = (uri: vscode.Uri, diagnostic: vscode.Diagnostic) => void;

function conflicts(project: Project, add: Add): void {
  for (const { kind, level, message, passages } of project.together.conflicts()) {
    if (level === 'differs') continue;
    const places = passages.flatMap((passage) => {
      const state = project.shelf.state(passage.uri);
      return state ? [{ state, passage, range: state.lines.range(passage) }] : [];
    });
    const outlets = [...new Set(places.map(({ state }) => labelOf(state)))].join(', ');
    for (const place of places) {
      // Listed once; the other sides have a sign in the text and their quick fixes.
      const severity = place === places[0] ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Hint;
      const diagnostic = new Diagnostic(place.range, kind === 'contradiction' ? message : `${message} (${outlets})`, severity);
      diagnostic.code = kind;
      diagnostic.relatedInformation = places
        .filter((other) => other !== place)
        .map(({ state, passage, range }) => {
          const there = `${labelOf(state)}: “${shortened(wordingOf(state, passage), 80)}”`;
          return new DiagnosticRelatedInformation(new vscode.Location(state.uri, range), there);
        });
      add(place.state.uri, diagnostic);
    }
  }
}

/** Links of which an end is gone, at their id in `corroborations.yaml`. */
function leadingNowhere(project: Project, add: Add): void {
  const text = withoutMark(project.yaml.corroborationsText);
  const problems = brokenLinks(project).map(({ link, reason }): FileProblem => {
    const message = vscode.l10n.t('This link leads nowhere: {0}.', reason);
    return { ...idPlace(text, link.id), code: 'broken-link', message, severity: 'warning' };
  });
  addInFile(project.yaml.corroborationsFile, text, problems, add);
}

/** Front matter that is not taken for what its writer meant. */
function head(state: ArticleState, add: Add): void {
  for (const { start, end, code, message } of frontMatterProblems(state.article.raw, new Date())) {
    const diagnostic = new Diagnostic(state.lines.range({ start, end }), message, vscode.DiagnosticSeverity.Warning);
    diagnostic.code = code;
    add(state.uri, diagnostic);
  }
}

/** What one article leaves open. An impossible date is a conflict already; a date that a person has decided is closed. */
function doubtfulDates(state: ArticleState, add: Add): void {
  for (const { kind, message, passages } of state.analysis.problems) {
    const [first] = passages;
    if (first === undefined || isDecided(state, first)) continue;
    if (kind === 'impossible-date' || kind === 'weekday-mismatch') continue;
    const diagnostic = new Diagnostic(state.lines.range(first), message, vscode.DiagnosticSeverity.Information);
    diagnostic.code = kind;
    add(state.uri, diagnostic);
  }
}

function isDecided(state: ArticleState, span: Span): boolean {
  return state.placed.some((placed) => placed.annotation.type === 'date' && placed.how !== 'orphan' && overlaps(placed.span, span));
}

function lost(project: Project, state: ArticleState, add: Add): void {
  const text = withoutMark(project.shelf.entry(state.uri)?.sidecarText ?? '');
  const inSidecar: FileProblem[] = [];
  for (const placed of state.placed) {
    const { id, exact, status } = placed.annotation;
    if (status === 'rejected') continue;
    if (placed.how === 'changed') {
      const message = vscode.l10n.t('The words of this annotation have changed. It was made on: {0}', exact);
      const diagnostic = new Diagnostic(state.lines.range(placed.span), message, vscode.DiagnosticSeverity.Information);
      diagnostic.code = 'changed';
      add(state.uri, diagnostic);
    } else if (placed.how === 'orphan') {
      const message = vscode.l10n.t('This annotation no longer has a place in {0}: {1}', state.path, exact);
      inSidecar.push({ ...idPlace(text, id), code: 'orphan', message, severity: 'warning' });
    }
  }
  addInFile(project.shelf.names.sidecarOf(state.uri), text, [...inSidecar, ...strangers(project, state, text)], add);
}

/** Speakers of annotations that nobody has registered and the article does not name. */
function strangers({ yaml: { registry } }: Project, { analysis, sidecar }: ArticleState, text: string): readonly FileProblem[] {
  const known = new Set([...registry.speakers, ...analysis.speakers].map(({ id }) => id));
  // The file is looked through only where there is something to find.
  const isClear = sidecar.annotations.every(({ speakers = [] }) => speakers.every((id) => known.has(id)));
  return isClear ? [] : unknownSpeakers(text, known);
}

/** Problems at their places in one of our files. */
function addInFile(uri: vscode.Uri, text: string, problems: readonly FileProblem[], add: Add): void {
  if (problems.length === 0) return;
  const starts = lineStarts(text);
  const position = (offset: number) => {
    const { line, column } = linePosition(starts, offset);
    return new vscode.Position(line - 1, column - 1);
  };
  const { Error, Warning } = vscode.DiagnosticSeverity;
  for (const { start, end, code, message, severity } of problems) {
    const range = new vscode.Range(position(start), position(end));
    const diagnostic = new Diagnostic(range, message, severity === 'error' ? Error : Warning);
    diagnostic.code = code;
    add(uri, diagnostic);
  }
}
