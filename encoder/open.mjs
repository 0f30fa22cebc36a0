// What the command line loads with --encoder: the model of this folder, ready to be asked.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as runtime from 'onnxruntime-web/wasm';
import { openEncoder } from '../src/encoder/index';

export function open() {
  return openEncoder(runtime, (name) => readFile(path.join(__dirname, name)));
}
