import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Corpus } from '../core/index';
import { type Encoder, KeptVectors } from '../encoder/index';
import { Unusable } from './failure';
import { warn, writeFileWhole } from './output';
import { Steps } from './steps';

/** The help of every command that looks for renderings in a folder. */
export const encoderHelp = `  --encoder  finds more that is told in other words: DIR holds an encoder (npm run encoder makes out/encoder); its code is run, and it
             reads each English sentence once, of folders of at most 60 articles`;

/** Has an encoder read the articles of a corpus; what it has read before is kept in its folder. */
export async function readByEncoder(corpus: Corpus, uris: readonly string[], folder: string, quiet: boolean): Promise<void> {
  const encoder = await open(folder);
  const file = join(folder, 'vectors.bin');
  const kept = new KeptVectors({ read: () => readFile(file).catch(() => undefined), write: (bytes) => keep(file, bytes) }, (sentences) =>
    encoder.encode(sentences),
  );
  const asked = uris.map((uri) => ({ uri, sentences: corpus.sentencesOf(uri) })).filter(({ sentences }) => sentences.length > 0);
  if (asked.length < 2) warn('--encoder: reads folders of 2 to 60 articles in English; without it here');
  const steps = new Steps('reading sentences of', asked.length, quiet);
  for (const { uri, sentences } of asked) {
    corpus.encode(uri, await kept.encode(sentences));
    await steps.done();
  }
  steps.end();
}

async function open(folder: string): Promise<Pick<Encoder, 'encode'>> {
  const file = resolve(folder, 'encoder.js');
  try {
    const loaded = createRequire(file)(file) as { open(): Promise<Pick<Encoder, 'encode'>> };
    return await loaded.open();
  } catch (error) {
    const [line = ''] = (error as Error).message.split('\n');
    throw new Unusable(`--encoder ${folder}: holds no encoder that can be opened (${line}); npm run encoder makes one in out/encoder`);
  }
}

/** Where the folder cannot be written, all is reckoned anew the next time. */
async function keep(file: string, bytes: Uint8Array): Promise<void> {
  await writeFileWhole(file, [bytes]).catch(() => undefined);
}
