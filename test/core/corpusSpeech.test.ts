import assert from 'node:assert/strict';
import { analyse, type Analysis, analyseSpeech, Corpus, readArticle } from '../../src/core/index';
import { passage, wordnet } from './corpusStory';

describe('articles of an archive whose speech is known', () => {
  const said = '“The eel weir of Orsa stays shut until the ice has gone from the upper lake,”';
  const texts = {
    'home.txt': `${said} warden Ylva Brask said on the jetty. Nobody had brought a lamp.`,
    'told.txt': `Boats lay in the reeds. ${said} Brask told the fishermen, who had come with their nets.`,
    'else.txt': '“Bread will be dearer in spring,” the baker Olle Dahl said. The ovens were cold.',
  };

  function corpusOf(analysisOf: (uri: string, whole: Analysis) => Analysis): Corpus {
    const corpus: Corpus = new Corpus({ wordnet, likely: () => Object.keys(texts) });
    for (const [uri, text] of Object.entries(texts)) {
      const article = readArticle({ uri, path: uri, text, version: 1 });
      const whole = analyse(article);
      if (uri === 'home.txt') corpus.put(article, whole);
      else corpus.put(article, analysisOf(uri, whole), analyseSpeech(article));
    }
    return corpus;
  }

  it('are compared with a passage without being analysed, and give the same answer', () => {
    const unread = new Proxy({} as Analysis, {
      get: (_, name) => {
        throw new Error(`asked for its ${String(name)}`);
      },
    });
    const asked = passage(texts, 'home.txt', said);
    const whole = corpusOf((_, analysis) => analysis).match(asked);
    assert.deepEqual(
      whole.map(({ uri, level }) => [uri, level]),
      [['told.txt', 'match']],
    );
    assert.deepEqual(corpusOf(() => unread).match(asked), whole);
  });
});
