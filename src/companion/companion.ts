import * as vscode from 'vscode';
import { KeptVectors } from '../encoder/index';
import { Line, type StartWorker, type WorkerHandle } from '../workspace/worker/index';
import type { EncoderCalls } from './encoderServer';

/** The beginning of the model's hash, by which its vectors are kept; the build sets it. */
declare const MODEL: string;

/** After so long without a question the model is let go of: it takes some hundred megabytes. In milliseconds. */
const idle = 60_000;

/** In the folder `model`. */
const files = ['model.onnx', 'tokenizer.json', 'runtime.wasm'];

/** What is used of Second Source (docs/api.md). */
interface SecondSource {
  useEncoder?(encoder: { encode(sentences: readonly string[]): Promise<readonly Float32Array[]> }): vscode.Disposable;
}

/** Hands Second Source the vectors that it asks for. Each sentence is read once, ever: the model is loaded only for what was never asked. */
export async function startCompanion(
  { extensionUri, globalStorageUri, subscriptions }: vscode.ExtensionContext,
  startWorker: StartWorker,
): Promise<void> {
  const api = await vscode.extensions.getExtension<SecondSource>('second-source.second-source')?.activate();
  if (!api?.useEncoder) return;
  const model = new Model(extensionUri, startWorker);
  const file = vscode.Uri.joinPath(globalStorageUri, `vectors-${MODEL}.bin`);
  const store = { read: () => read(file), write: (bytes: Uint8Array) => keep(file, bytes) };
  const kept = new KeptVectors(store, (sentences) => model.encode(sentences));
  subscriptions.push(model, api.useEncoder({ encode: (sentences) => kept.encode(sentences) }));
}

async function read(file: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(file);
  } catch {
    return undefined;
  }
}

/** Never half a file; where none can be written, all is reckoned anew the next time. */
async function keep(file: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const { fs } = vscode.workspace;
  const beside = file.with({ path: `${file.path}.${crypto.randomUUID()}` });
  try {
    await fs.writeFile(beside, bytes);
    await fs.rename(beside, file, { overwrite: true });
  } catch (error) {
    console.warn('Second Source: what the encoder has read cannot be kept.', error);
    await fs.delete(beside).then(undefined, () => undefined);
  }
}

interface Opened {
  readonly worker: WorkerHandle;
  readonly line: Line<EncoderCalls>;
}

/** The model in a worker, for as long as it is needed. */
class Model implements vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #start: StartWorker;
  #opened: Opened | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(extension: vscode.Uri, start: StartWorker) {
    this.#extension = extension;
    this.#start = start;
  }

  /** Asked for one thing at a time. */
  async encode(sentences: readonly string[]): Promise<readonly Float32Array[]> {
    clearTimeout(this.#timer);
    const { line } = (this.#opened ??= await this.#open());
    try {
      return await line.call('encode', sentences);
    } finally {
      this.#timer = setTimeout(() => this.dispose(), idle);
    }
  }

  async #open(): Promise<Opened> {
    const worker = await this.#start(this.#extension, 'worker');
    const line = new Line<EncoderCalls>(worker, {});
    worker.onEnd((reason) => line.end(reason));
    try {
      await line.call('open', await Promise.all(files.map((name) => this.#read(name))));
    } catch (error) {
      worker.dispose();
      throw error;
    }
    return { worker, line };
  }

  async #read(name: string): Promise<readonly [name: string, bytes: Uint8Array]> {
    return [name, await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#extension, 'model', name))];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#opened?.worker.dispose();
    this.#opened = undefined;
  }
}
