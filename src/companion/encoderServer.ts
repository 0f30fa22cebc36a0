import { type Encoder, openEncoder, type Runtime } from '../encoder/index';
import { Line, type Port } from '../workspace/worker/index';

/** What the host asks the worker with the model. */
export type EncoderCalls = ReturnType<typeof encoderCalls>;

/** Answers what the host asks of the model. */
export function serveEncoder(host: Port, runtime: Runtime): void {
  new Line(host, encoderCalls(runtime));
}

function encoderCalls(runtime: Runtime) {
  let encoder: Encoder | undefined;
  return {
    open: async (files: readonly (readonly [name: string, bytes: Uint8Array])[]): Promise<void> => {
      const byName = new Map(files);
      encoder = await openEncoder(runtime, (name) => Promise.resolve(byName.get(name) ?? new Uint8Array()));
    },
    encode: async (sentences: readonly string[]): Promise<readonly Float32Array[]> => {
      if (!encoder) throw new Error('the model is not open');
      return encoder.encode(sentences);
    },
  };
}
