import * as vscode from 'vscode';
import { decodeBytes } from '../../core/index';

/**
 * Puts `after` in the place of `before`, whole or not at all; `undefined` stands for no such file. False, and nothing written,
 * where the file is no longer `before`.
 */
export type ReplaceWhole = (uri: vscode.Uri, before: Uint8Array | undefined, after: Uint8Array | undefined) => Promise<boolean>;

function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The file's bytes, `undefined` where there is no such file; other errors are thrown. */
export async function readBytes(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

export async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    return !isNotFound(error);
  }
}

export async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type === vscode.FileType.Directory;
  } catch {
    return false;
  }
}

/** An article's text as on the command line; empty where the bytes are no text. */
export function decodeArticle(bytes: Uint8Array): string {
  return decodeBytes(bytes).text;
}

/** Our own files must come back byte for byte: the byte order mark stays, and what is not UTF-8 is not read at all. */
export function decodeYaml(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A text of ours as the core and editors count it. */
export function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

/** The document of a file that is open in this window, shown or not. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === key);
}

export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

export function folderOf(uri: vscode.Uri): vscode.Uri {
  return uri.with({ path: uri.path.slice(0, Math.max(1, uri.path.lastIndexOf('/'))) });
}
