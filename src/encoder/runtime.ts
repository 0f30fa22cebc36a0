import { Encoder, type Model } from './encoder';
import { WordPiece } from './wordPiece';

/** What is used of ONNX Runtime: it is handed in, so that this code is read and tested without it. */
export interface Runtime {
  readonly env: { readonly wasm: { numThreads?: number; wasmBinary?: ArrayBufferLike | Uint8Array } };
  readonly InferenceSession: { create(model: Uint8Array, options: { executionProviders: string[] }): Promise<Inference> };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, shape: readonly number[]) => object;
}

interface Inference {
  run(
    inputs: Record<string, object>,
  ): Promise<Readonly<Record<string, { readonly data: unknown; readonly dims: readonly number[] } | undefined>>>;
}

/** The files of an encoder's folder. */
const encoderFiles = { model: 'model.onnx', words: 'tokenizer.json', runtime: 'runtime.wasm' } as const;

/** Opens a model of BERT's kind that gives a vector for each piece of a text, of which the first one stands for the whole. */
export async function openEncoder(runtime: Runtime, file: (name: string) => Promise<Uint8Array>): Promise<Encoder> {
  const words = WordPiece.read(new TextDecoder().decode(await file(encoderFiles.words)));
  if (!words) throw new Error(`${encoderFiles.words} is no vocabulary of word pieces`);
  runtime.env.wasm.numThreads = 1;
  runtime.env.wasm.wasmBinary = await file(encoderFiles.runtime);
  const session = await runtime.InferenceSession.create(await file(encoderFiles.model), { executionProviders: ['wasm'] });
  return new Encoder(words, modelOf(runtime, session));
}

function modelOf({ Tensor }: Runtime, session: Inference): Model {
  return async (ids, mask, rows, length) => {
    const shape = [rows, length];
    const answers = await session.run({
      input_ids: new Tensor('int64', ids, shape),
      attention_mask: new Tensor('int64', mask, shape),
      token_type_ids: new Tensor('int64', new BigInt64Array(rows * length), shape),
    });
    const [answer] = Object.values(answers);
    if (!(answer?.data instanceof Float32Array)) throw new Error('the model answers no vectors');
    const { data } = answer;
    const size = data.length / rows / length;
    const firsts = new Float32Array(rows * size);
    for (let i = 0; i < rows; i++) firsts.set(data.subarray(i * length * size, i * length * size + size), i * size);
    return firsts;
  };
}
