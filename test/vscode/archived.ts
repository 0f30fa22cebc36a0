import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EngineArchive } from '../../src/cli/engine/engineArchive';
import { clientOf } from '../../src/engine/open';

export const words = 'Our ports are older than our disputes. They outlasted every blockade of the tariff years';
const evil = '[go](command:workbench.action.quit) <img src=x> $(flame) \u001b[2J\u202e';

/** Id, outlet and text: of a quotation of the sample story, and of something else. */
export const archivedArticles = [
  ['../../etc/one', 'Reedham Echo', `“${words},” Transport Minister Sen Maroa said in Reedham.`],
  ['two', `Saltmarsh ${evil} News`, `Sen Maroa said: “${words}. And they are ${evil} dependable.”`],
  ['three', 'Quayside Herald', `“${words},” Sen Maroa told reporters on the quay.`],
  ['four', 'The Gull', `“${words},” Sen Maroa was heard to say.`],
  ['five', '', 'A heron was seen at the fish market.'],
] as const;

/** Puts the articles into an index of a search engine, as `second-source index` does. */
export async function fill(
  url: string,
  index?: string,
  articles: readonly (readonly [string, string, string])[] = archivedArticles,
): Promise<void> {
  const extension = vscode.extensions.getExtension('second-source.second-source');
  assert.ok(extension);
  const wordnet = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, 'dist', 'resources', 'wordnet.bin'));
  const naming = { login: '', index: '', fields: '' };
  const archive = await EngineArchive.create(clientOf({ url, index }, naming), wordnet);
  const actions = articles.map(([uri, outlet, text]) =>
    archive.putting(
      { uri, path: 'line.txt', text, set: { ...(outlet !== '' && { outlet }), published: '2025-05-12' }, stamp: uri + outlet },
      'news',
    ),
  );
  assert.deepEqual(await archive.write(await Promise.all(actions)), []);
  await archive.refresh();
}

export const setArchive = (name: string, value: string | undefined): Thenable<void> =>
  vscode.workspace.getConfiguration('secondSource.archive').update(name, value, vscode.ConfigurationTarget.Global);

/** The commands that a card leads to, with what they are given. */
export function commandsOn(text: string, name: string): readonly (readonly unknown[])[] {
  return [...text.matchAll(new RegExp(`command:secondSource\\.${name}\\?([^ )]+)`, 'g'))].map(
    ([, args = '']) => JSON.parse(decodeURIComponent(args)) as unknown[],
  );
}
