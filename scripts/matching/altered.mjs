// How many of the made pairs with altered words between marks are told, and how many of the harmless ones.
import { loadBundle } from '../measuring.mjs';
import { corpusOf } from './training.mjs';

const { module: made } = await loadBundle('altered', "export * from './test/core/alteredQuotations';");

export async function alteredFigures() {
  /** @type {[boolean, boolean][]} */
  const told = [];
  for (const pair of made.alteredPairs) {
    const texts = new Map(Object.entries(made.articlesOf(pair.here, pair.there)));
    const conflicts = (await corpusOf({ name: '', folder: '', golds: [], texts })).conflicts();
    told.push([pair.isAltered, conflicts.some((/** @type {any} */ { kind }) => kind === 'wording')]);
  }
  /** @param {boolean} of */
  const share = (of) => {
    const those = told.filter(([isAltered]) => isAltered === of);
    return those.filter(([, isTold]) => isTold).length / those.length;
  };
  return { found: share(true), accused: share(false) };
}
