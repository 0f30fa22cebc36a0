import * as vscode from 'vscode';

/** What a crash looks like to those who still wait for an answer. */
class Crashed extends Error {}

/** A virtual file system with one folder; it can be read-only, and it can die in the middle of a write. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly files = new Map<string, { readonly bytes: Uint8Array; readonly mtime: number }>();
  readonly readOnly = new Set<string>();
  /** Writes and deletions that still work; the next one stops half way, and nothing works from then on. */
  operationsLeft = Infinity;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    await this.#step();
    if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { bytes, mtime } = this.#file(uri);
    const permissions = this.readOnly.has(uri.path) ? vscode.FilePermission.Readonly : undefined;
    return { type: vscode.FileType.File, ctime: 0, mtime, size: bytes.length, ...(permissions && { permissions }) };
  }

  readDirectory(): [string, vscode.FileType][] {
    return [...this.files.keys()].map((path) => [path.slice(1), vscode.FileType.File]);
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    await this.#step();
    return this.#file(uri).bytes;
  }

  async writeFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    await this.#step();
    const whole = this.operationsLeft-- > 0;
    this.files.set(uri.path, { bytes: whole ? Uint8Array.from(bytes) : bytes.slice(0, bytes.length >> 1), mtime: Date.now() });
    if (!whole) throw new Crashed();
  }

  async delete(uri: vscode.Uri): Promise<void> {
    await this.#step();
    this.#file(uri);
    if (this.operationsLeft-- > 0) this.files.delete(uri.path);
    else throw new Crashed();
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  text(path: string): string | undefined {
    const file = this.files.get(path);
    return file && new TextDecoder().decode(file.bytes);
  }

  put(path: string, text: string): void {
    this.files.set(path, { bytes: new TextEncoder().encode(text), mtime: Date.now() });
  }

  #file(uri: vscode.Uri) {
    const file = this.files.get(uri.path);
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }

  /** Others get a turn at every step, as over a network. */
  async #step(): Promise<void> {
    if (this.operationsLeft < 0) throw new Crashed();
    await new Promise((next) => setTimeout(next, 0));
  }
}
