import * as vscode from 'vscode';
import { overlaps, type Span } from '../core/index';
import type { ArticleState } from '../workspace/articleEntry';
import { brokenLinks } from '../workspace/linkedPassages';
import type { Project } from '../workspace/project';
import type { YamlFile } from '../workspace/yamlFiles';
import { outletOf, wordingOf } from '../workspace/renderings';
import type { Session } from '../workspace/session';
import { shortened } from './markdown';

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
      if (project.progress && project.index === undefined) continue; // half a folder contradicts itself less than the whole
      conflicts(project, add);
      leadingNowhere(project, add);
      for (const file of project.brokenFiles) broken(file, add);
      for (const state of project.states()) {
        doubtfulDates(state, add);
        lost(project, state, add);
      }
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

type Add = (uri: vscode.Uri, diagnostic: vscode.Diagnostic) => void;

function conflicts(project: Project, add: Add): void {
  for (const { kind, message, passages } of project.conflicts()) {
    const places = passages.flatMap((passage) => {
      const state = project.stateOf(passage.uri);
      return state ? [{ state, passage, range: state.lines.range(passage) }] : [];
    });
    for (const place of places) {
      const diagnostic = new vscode.Diagnostic(place.range, message, vscode.DiagnosticSeverity.Warning);
      diagnostic.code = kind;
      diagnostic.relatedInformation = places
        .filter((other) => other !== place)
        .map(({ state, passage, range }) => {
          const there = `${outletOf(state)}: “${shortened(wordingOf(state, passage), 80)}”`;
          return new vscode.DiagnosticRelatedInformation(new vscode.Location(state.uri, range), there);
        });
      add(place.state.uri, diagnostic);
    }
  }
}

/** Links of which an end is gone, at their id in `corroborations.yaml`. */
function leadingNowhere(project: Project, add: Add): void {
  const broken = brokenLinks(project);
  const text = broken.length > 0 ? project.corroborationsText : '';
  for (const { link, reason } of broken) {
    const diagnostic = new vscode.Diagnostic(
      lineOf(text, link.id),
      `This link leads nowhere: ${reason}.`,
      vscode.DiagnosticSeverity.Warning,
    );
    diagnostic.code = 'broken-link';
    add(project.corroborationsFile, diagnostic);
  }
}

/** What one article leaves open. An impossible date is a conflict already; a date that a person has decided is closed. */
function doubtfulDates(state: ArticleState, add: Add): void {
  for (const { kind, message, passages } of state.analysis.problems) {
    const [first] = passages;
    if (first === undefined || isDecided(state, first)) continue;
    if (kind === 'impossible-date' || kind === 'weekday-mismatch') continue;
    const diagnostic = new vscode.Diagnostic(state.lines.range(first), message, vscode.DiagnosticSeverity.Information);
    diagnostic.code = kind;
    add(state.uri, diagnostic);
  }
}

function isDecided(state: ArticleState, span: Span): boolean {
  return state.placed.some((placed) => placed.annotation.type === 'date' && placed.how !== 'orphan' && overlaps(placed.span, span));
}

function lost(project: Project, state: ArticleState, add: Add): void {
  for (const placed of state.placed) {
    const { id, exact, status } = placed.annotation;
    if (status !== 'accepted') continue;
    if (placed.how === 'changed') {
      const message = `The words of this annotation have changed. It was made on: ${exact}`;
      const diagnostic = new vscode.Diagnostic(state.lines.range(placed.span), message, vscode.DiagnosticSeverity.Information);
      diagnostic.code = 'changed';
      add(state.uri, diagnostic);
    } else if (placed.how === 'orphan') {
      const uri = project.sidecarOf(state.uri);
      const message = `This annotation no longer has a place in ${state.path}: ${exact}`;
      const range = lineOf(project.entry(state.uri)?.sidecarText ?? '', id);
      const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Warning);
      diagnostic.code = 'orphan';
      add(uri, diagnostic);
    }
  }
}

/** The line of a sidecar on which an entry's id stands. */
function lineOf(text: string, id: string): vscode.Range {
  const lines = text.split('\n');
  const line = Math.max(
    0,
    lines.findIndex((candidate) => candidate.includes(`id: ${id}`)),
  );
  return new vscode.Range(line, 0, line, lines[line]?.trimEnd().length ?? 0);
}

function broken({ uri, text, problems }: YamlFile, add: Add): void {
  for (const { start, end, code, message, severity } of problems) {
    const range = new vscode.Range(position(text, start), position(text, end));
    const { Error, Warning } = vscode.DiagnosticSeverity;
    const diagnostic = new vscode.Diagnostic(range, message, severity === 'error' ? Error : Warning);
    diagnostic.code = code;
    add(uri, diagnostic);
  }
}

function position(text: string, offset: number): vscode.Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return new vscode.Position(before.split('\n').length - 1, before.length - lineStart);
}
