import assert from 'node:assert/strict';
import { analyse, Corpus, readToAnalyse } from '../../src/core/index';

/** An invented story of three articles a language: a statement, the same cut short between marks, the same reported in other forms of its words. */
const stories: readonly {
  readonly language: string;
  readonly asked: string;
  readonly home: string;
  readonly trimmed: readonly [text: string, words: string];
  readonly reported: readonly [text: string, words: string];
}[] = [
  {
    language: 'de',
    asked: '„Der Rat der Stadt wird die alten Brücken über den Lorbach vor dem Winter sperren“',
    home: '„Der Rat der Stadt wird die alten Brücken über den Lorbach vor dem Winter sperren“, sagte Bürgermeisterin Ina Kolbe.\n\nDie Feuerwehr übte am Nachmittag auf dem Marktplatz.\n\nDas Schwimmbad bekommt eine neue Rutsche.',
    trimmed: [
      'Kolbe kündigte an, der Rat werde „die alten Brücken über den Lorbach vor dem Winter sperren“.\n\nIn der Schule beginnt der Unterricht später.\n\nDer Bäcker am Tor feiert Jubiläum.',
      'die alten Brücken über den Lorbach vor dem Winter sperren',
    ],
    reported: [
      'Nach dem Beschluss des Rates werde die Sperrung der alten Brücke über dem Lorbach vor Beginn des Winters kommen, teilte die Stadt mit.\n\nDer Sportverein sucht Trainer.\n\nAm Hafen wurden Kräne gestrichen.',
      'Sperrung der alten Brücke über dem Lorbach',
    ],
  },
  {
    language: 'fr',
    asked: '« Les travaux sur les anciennes écluses de Valmer dureront jusqu’aux premières gelées »',
    home: '« Les travaux sur les anciennes écluses de Valmer dureront jusqu’aux premières gelées », a dit la maire, Claire Besson.\n\nLe marché aux fleurs rouvre samedi.\n\nUne fanfare a joué sur la place.',
    trimmed: [
      'La maire a prévenu que les travaux « dureront jusqu’aux premières gelées » sur les anciennes écluses de Valmer.\n\nLa piscine change ses horaires.\n\nUn boulanger ouvre près de la gare.',
      'dureront jusqu’aux premières gelées',
    ],
    reported: [
      'Selon la mairie, le travail engagé sur l’ancienne écluse de Valmer devait durer jusqu’à la première gelée.\n\nLe club de voile recrute.\n\nDes arbres ont été plantés au parc.',
      'travail engagé sur l’ancienne écluse de Valmer',
    ],
  },
  {
    language: 'es',
    asked: '“Cerraremos los viejos puentes del Lorba durante las crecidas del otoño”',
    home: '“Cerraremos los viejos puentes del Lorba durante las crecidas del otoño”, afirmó la alcaldesa, Nuria Calvet.\n\nLa banda tocará en la plaza.\n\nEl mercado abre más tarde los sábados.',
    trimmed: [
      'Calvet avisó de que cerrarán “los viejos puentes del Lorba durante las crecidas” de otoño.\n\nLa piscina estrena trampolín.\n\nUn panadero busca aprendiz.',
      'los viejos puentes del Lorba durante las crecidas',
    ],
    reported: [
      'La alcaldía informó de que cerrará un viejo puente sobre el Lorba durante la crecida otoñal.\n\nEl club de remo ganó dos medallas.\n\nLos jardines se riegan de noche.',
      'un viejo puente sobre el Lorba durante la crecida',
    ],
  },
  {
    language: 'ru',
    asked: '«Совет города закроет старые мосты через Лорбу до первых морозов»',
    home: '«Совет города закроет старые мосты через Лорбу до первых морозов», — сказал мэр Павел Гусев.\n\nНа площади играл оркестр.\n\nРынок откроется позже обычного.',
    trimmed: [
      'Мэр пообещал, что власти закроют «старые мосты через Лорбу до первых морозов».\n\nБассейн меняет расписание.\n\nПекарня ищет ученика.',
      'старые мосты через Лорбу до первых морозов',
    ],
    reported: [
      'Решением совета закрыт старый мост над Лорбой, движения по мосту не будет до первого мороза, сообщили в мэрии.\n\nКлуб гребцов набирает детей.\n\nВ парке посадили липы.',
      'закрыт старый мост над Лорбой',
    ],
  },
];

async function folder(language: string, texts: Readonly<Record<string, string>>): Promise<Corpus> {
  const corpus = new Corpus();
  for (const [path, text] of Object.entries(texts)) {
    const article = await readToAnalyse({ uri: path, path, text: text, version: 1, set: { language } });
    corpus.put(article, analyse(article));
  }
  return corpus;
}

describe('a statement in the language of its folder', () => {
  for (const { language, asked, home, trimmed, reported } of stories) {
    it(`is found cut short and in other forms of its words: ${language}`, async () => {
      const corpus = await folder(language, { 'a.txt': home, 'b.txt': trimmed[0], 'c.txt': reported[0] });
      const start = home.indexOf(asked);
      const matches = corpus.match({ uri: 'a.txt', start, end: start + asked.length });
      for (const [uri, [text, words]] of [
        ['b.txt', trimmed],
        ['c.txt', reported],
      ] as const) {
        const at = text.indexOf(words);
        const found = matches.find((match) => match.uri === uri);
        assert.ok(found, `nothing in ${uri}`);
        assert.ok(found.start < at + words.length && at < found.end, text.slice(found.start, found.end));
        assert.ok(found.end - found.start < text.indexOf('\n\n') + 1, text.slice(found.start, found.end));
      }
    });

    it(`is found for a text that stands in no article: ${language}`, async () => {
      const corpus = await folder(language, { 'a.txt': home, 'b.txt': trimmed[0], 'c.txt': reported[0] });
      const sure = corpus.matchText(asked).filter(({ level }) => level === 'match');
      assert.ok(sure.some(({ uri }) => uri === 'a.txt'));
    });
  }

  it('is one over a day with a full stop: “18. April”', async () => {
    const corpus = await folder('de', {
      'a.txt': '„Die Fähre Lisna wird am Freitag, 18. April, vor Kesnet freigeschleppt“, sagte Hafenmeister Ole Hinz.',
      'b.txt': 'Die Fähre Lisna werde am Freitag, 18. April, vor Kesnet freigeschleppt, so der Hafenmeister.',
    });
    const [found] = corpus.match({ uri: 'a.txt', start: 0, end: 72 });
    assert.deepEqual([found?.start, found?.end], [0, 70]);
  });

  it('is not found by small words alone', async () => {
    const corpus = await folder('de', {
      'a.txt': '„Wir werden das nicht noch einmal so machen wie im letzten Jahr“, sagte Ina Kolbe.',
      'b.txt': '„Sie haben das noch nicht so und wie wir es dann wollen“, sagte Ole Hinz.',
    });
    assert.deepEqual(corpus.match({ uri: 'a.txt', start: 1, end: 63 }), []);
  });

  it('of another language leaves English words as they are', async () => {
    const english = 'The harbour board will not reopen the lock, said Ada Lund.\n\nThe council die was cast, she said.';
    const other = 'The lock will not be reopened by the harbour board, Lund told the paper.';
    const alone = await folder('en', { 'b.txt': english, 'c.txt': other });
    const mixed = new Corpus();
    for (const [path, text, language] of [
      ['a.txt', 'Die Not der Werft ist groß, sagte Ina Kolbe. Die Bank gibt der Werft Rat.', 'de'],
      ['b.txt', english, 'en'],
      ['c.txt', other, 'en'],
    ] as const) {
      const article = await readToAnalyse({ uri: path, path, text, version: 1, set: { language } });
      mixed.put(article, analyse(article));
    }
    const asked = { uri: 'b.txt', start: 0, end: 42 };
    const places = (corpus: Corpus) => corpus.match(asked).map(({ uri, start, end, level }) => ({ uri, start, end, level }));
    assert.deepEqual(places(mixed), places(alone));
    assert.equal(places(alone)[0]?.uri, 'c.txt');
  });
});
