import assert from 'node:assert/strict';
import { analyse, readToAnalyse } from '../../src/core/index';

async function read(text: string) {
  const article = await readToAnalyse({ uri: 'a.txt', path: 'a.txt', text, version: 1 });
  const { quotations, isTranscript } = analyse(article);
  const said = quotations.map(({ type, speakerName, parts }) => {
    const words = parts.map(({ start, end }) => article.raw.slice(start, end));
    return `${type === 'direct' ? '' : `${type} `}${speakerName ?? '?'}: ${words.join(' … ')}`;
  });
  return { said, isTranscript: isTranscript === true };
}

type Talk = readonly [asks: string, answers: string, asksOn: string, answersOn: string];
const talks: Readonly<Record<string, Talk>> = {
  de: [
    'Frau Kess, warum steht die Mühle still?',
    'Weil der Rat sagte, dass das Rad gebrochen ist.',
    'Und was wird aus dem Teich?',
    'Wir lassen ihn ab.',
  ],
  fr: [
    'Pourquoi le moulin est-il arrêté ?',
    'Parce que la roue est cassée, selon le maire.',
    'Et que devient l’étang ?',
    'Nous allons le vider.',
  ],
  es: ['¿Por qué está parado el molino?', 'Porque la rueda se rompió, según el alcalde.', '¿Y el estanque?', 'Lo vaciamos en mayo.'],
  it: [
    'Perché il mulino è fermo?',
    'Perché la ruota si è rotta, secondo il sindaco.',
    'E che ne sarà dello stagno?',
    'Lo svuotiamo noi in maggio.',
  ],
  ru: ['Почему мельница стоит?', 'Потому что колесо сломалось, сказал мэр.', 'А что будет с прудом?', 'Мы его спустим в мае.'],
};
const names: Readonly<Record<string, readonly [string, string]>> = { ru: ['Ялин Жарн', 'Мира Кесс'] };

function turns(labels: readonly [string, string], talk: Talk): string {
  return talk.map((words, at) => `${labels[at % 2] ?? ''} ${words}`).join('\n\n');
}

describe('a transcript in another language than English', () => {
  for (const [language, talk] of Object.entries(talks)) {
    const [one, other] = names[language] ?? ['Olin Tarn', 'Mira Kess'];
    const expected = talk.map((words, at) => `${at % 2 === 0 ? one : other}: ${words}`);
    const front = `---\nlanguage: ${language}\n---\n\n`;
    it(`is read in ${language}, with names, a blank before the colon, or bold`, async () => {
      for (const [before, behind] of [
        ['', ':'],
        ['', '\u00a0:'],
        ['**', ':**'],
        ['[00:01:12] ', ':'],
      ] as const) {
        const labels = [`${before}${one}${behind}`, `${before}${other}${behind}`] as const;
        assert.deepEqual(await read(front + turns(labels, talk)), { said: expected, isTranscript: true });
      }
    });

    it(`is read in ${language}, with names once and initials from then on`, async () => {
      const initials = [one, other].map((name) => `${name.replaceAll(/(\p{Lu})[^ ]* (\p{Lu}).*/gu, '$1$2')}:`);
      const [asks, answers, asksOn, answersOn] = talk;
      const text = `${one}: ${asks}\n\n${other}: ${answers}\n\n${initials[0] ?? ''} ${asksOn}\n\n${initials[1] ?? ''} ${answersOn}`;
      assert.deepEqual((await read(front + text)).said, expected);
    });
  }

  it('has letters before questions and answers, and paragraphs that go on', async () => {
    const [asks, answers, asksOn, answersOn] = talks.es ?? ['', '', '', ''];
    const text = `---\nlanguage: es\n---\n\nP. ${asks}\n\nR. ${answers}\n\nEl consejo afirma otra cosa.\n\nP. ${asksOn}\n\nR. ${answersOn}`;
    assert.deepEqual((await read(text)).said, [
      `?: ${asks}`,
      `?: ${answers} … El consejo afirma otra cosa.`,
      `?: ${asksOn}`,
      `?: ${answersOn}`,
    ]);
  });

  it('is one where somebody says so, also where nobody speaks of himself', async () => {
    const text = 'Olin Tarn: Das Rad ist gebrochen.\n\nMira Kess: Der Teich ist voll.\n\nOlin Tarn: Die Mühle steht still.';
    assert.deepEqual((await read(`---\nlanguage: de\n---\n\n${text}`)).said, []);
    const said = text.split('\n\n');
    assert.deepEqual((await read(`---\nlanguage: de\nprimary: transcript\n---\n\n${text}`)).said, said);
    assert.deepEqual((await read(`---\nlanguage: nl\nprimary: transcript\n---\n\n${text}`)).said, said);
  });

  it('is none where labels say what, where and when', async () => {
    const text =
      '---\nlanguage: de\n---\n\nTermin: Montag um acht\n\nPreis: Was kostet es? Zwölf Kronen\n\nTermin: Dienstag um neun\n\nPreis: Was kostet es? Neun Kronen';
    assert.deepEqual(await read(text), { said: [], isTranscript: false });
  });
});
