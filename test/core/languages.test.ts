import assert from 'node:assert/strict';
import { analyse, isLanguageLoaded, loadLanguage, passageLanguage, readArticle, readToAnalyse } from '../../src/core/index';

type Told = readonly [type: string, words: string, speaker: string | undefined];

/** Invented news of 21 February 2024 in each language, with who says what and when, as a reader of the language marks it. */
const stories: readonly {
  readonly language: string;
  readonly text: string;
  readonly said: readonly Told[];
  readonly dates: readonly (readonly [string, string])[];
}[] = [
  {
    language: 'de',
    text: [
      'Hamburg – Die Fährgesellschaft Nordlinie will ihr Angebot im Sommer verdoppeln. „Wir haben in den vergangenen zwei Jahren gelernt, was unsere Fahrgäste brauchen“, sagte Geschäftsführerin Petra Lohmann am Dienstag vor Journalisten. Sie kündigte an, dass ab dem 3. Mai drei zusätzliche Schiffe fahren.',
      'Der Senat begrüßte den Schritt. Verkehrssenator Jens Albrecht (SPD) sprach von einem „guten Tag für die Stadt“. Nach Angaben der Behörde sollen die Fahrpreise stabil bleiben. Man werde die Kosten im Herbst prüfen, hieß es.',
      'Kritik kam von den Grünen. „Die Schiffe fahren immer noch mit Diesel“, bemängelte die Abgeordnete Mira Sander. Das sei „ein Rückschritt“. Lohmann wies den Vorwurf zurück: „Wir stellen bis 2030 um.“',
      'Einem Gutachten zufolge sank der Ausstoß seit 2019 um ein Fünftel. Ob das reicht, ist offen. Wie ein Sprecher der Werft dem Abendblatt sagte, liege die Bauzeit bei 18 Monaten.',
    ].join('\n\n'),
    said: [
      ['direct', '„Wir haben in den vergangenen zwei Jahren gelernt, was unsere Fahrgäste brauchen“', 'Petra Lohmann'],
      ['indirect', 'dass ab dem 3. Mai drei zusätzliche Schiffe fahren', 'Petra Lohmann'],
      ['mixed', '„guten Tag für die Stadt“', 'Jens Albrecht'],
      ['indirect', 'sollen die Fahrpreise stabil bleiben', 'Behörde'],
      ['indirect', 'Man werde die Kosten im Herbst prüfen', undefined],
      ['direct', '„Die Schiffe fahren immer noch mit Diesel“', 'Mira Sander'],
      ['mixed', 'Das sei „ein Rückschritt“', 'Mira Sander'],
      ['direct', '„Wir stellen bis 2030 um.“', 'Petra Lohmann'],
      ['indirect', 'sank der Ausstoß seit 2019 um ein Fünftel', 'Gutachten'],
      ['indirect', 'liege die Bauzeit bei 18 Monaten', 'Sprecher der Werft'],
    ],
    dates: [
      ['den vergangenen zwei Jahren', 'P2Y'],
      ['Dienstag', '2024-02-20'],
      ['3. Mai', '2024-05-03'],
      ['2030', '2030'],
      ['2019', '2019'],
      ['18 Monaten', 'P18M'],
    ],
  },
  {
    language: 'fr',
    text: [
      'Le port de Valmer fermera ses portes le 12 juin, a annoncé lundi la mairie. « Nous ne pouvons plus garantir la sécurité des pêcheurs », a expliqué la maire, Claire Besson, lors d’une conférence de presse. Selon elle, les travaux dureront six mois.',
      'Le syndicat des marins-pêcheurs dénonce « une décision prise sans concertation ». « On nous a mis devant le fait accompli », regrette son président, Marc Tanguy, qui réclame une aide d’urgence. Il a ajouté que plusieurs familles « n’ont plus de revenus depuis janvier ».',
      'D’après la préfecture, une indemnité sera versée dès la semaine prochaine. Le préfet assure que « personne ne sera oublié ». « C’est peu », répond M. Tanguy. Interrogée par l’AFP, Mme Besson a dit vouloir rouvrir le port avant la fin de l’année.',
    ].join('\n\n'),
    said: [
      ['indirect', 'Le port de Valmer fermera ses portes le 12 juin', 'mairie'],
      ['direct', '« Nous ne pouvons plus garantir la sécurité des pêcheurs »', 'Claire Besson'],
      ['indirect', 'les travaux dureront six mois', 'Claire Besson'],
      ['direct', '« une décision prise sans concertation »', 'syndicat des marins-pêcheurs'],
      ['direct', '« On nous a mis devant le fait accompli »', 'Marc Tanguy'],
      ['mixed', 'que plusieurs familles « n’ont plus de revenus depuis janvier »', 'Marc Tanguy'],
      ['indirect', 'une indemnité sera versée dès la semaine prochaine', 'préfecture'],
      ['mixed', 'que « personne ne sera oublié »', 'préfet'],
      ['direct', '« C’est peu »', 'Marc Tanguy'],
      ['indirect', 'vouloir rouvrir le port avant la fin de l’année', 'Claire Besson'],
    ],
    dates: [
      ['12 juin', '2024-06-12'],
      ['lundi', '2024-02-19'],
      ['six mois', 'P6M'],
      ['janvier', '2024-01'],
      ['la semaine prochaine', '2024-W09'],
      ['la fin de l’année', '2024'],
    ],
  },
  {
    language: 'es',
    text: [
      'El alcalde de Río Blanco, Julián Ferrer, anunció este lunes que el puente permanecerá cerrado hasta el 15 de marzo. “No vamos a poner en riesgo a los vecinos”, afirmó en rueda de prensa. Según el informe técnico, dos pilares presentan grietas.',
      'La oposición criticó la medida. “Es una improvisación más”, lamentó la concejala Marta Olmos, quien pidió la dimisión del responsable de Obras. Olmos aseguró que el ayuntamiento conocía el problema desde 2021.',
      'Ferrer respondió que «nadie ocultó nada» y añadió que las obras costarán tres millones. De acuerdo con la empresa Pontes, los trabajos durarán ocho semanas. “Estamos preparados”, dijo su director, Luis Arce, a la agencia EFE.',
    ].join('\n\n'),
    said: [
      ['indirect', 'que el puente permanecerá cerrado hasta el 15 de marzo', 'Julián Ferrer'],
      ['direct', '“No vamos a poner en riesgo a los vecinos”', 'Julián Ferrer'],
      ['indirect', 'dos pilares presentan grietas', 'informe técnico'],
      ['direct', '“Es una improvisación más”', 'Marta Olmos'],
      ['indirect', 'que el ayuntamiento conocía el problema desde 2021', 'Marta Olmos'],
      ['mixed', 'que «nadie ocultó nada»', 'Julián Ferrer'],
      ['indirect', 'que las obras costarán tres millones', 'Julián Ferrer'],
      ['indirect', 'los trabajos durarán ocho semanas', 'empresa Pontes'],
      ['direct', '“Estamos preparados”', 'Luis Arce'],
    ],
    dates: [
      ['este lunes', '2024-02-19'],
      ['el 15 de marzo', '2024-03-15'],
      ['2021', '2021'],
      ['ocho semanas', 'P8W'],
    ],
  },
  {
    language: 'it',
    text: [
      'Il ponte sul fiume Lerna resterà chiuso fino al 15 marzo, ha annunciato lunedì il sindaco di Castelnero, Paolo Bressan. «Non possiamo mettere a rischio i cittadini», ha detto in conferenza stampa. Secondo la relazione tecnica, due piloni presentano delle crepe.',
      'L’opposizione critica la decisione. «È l’ennesima improvvisazione», lamenta la consigliera Marta Olivari. Olivari ha aggiunto che il comune conosceva il problema dal 2021. L’assessore Dario Fenu ha definito il ritardo «una vergogna».',
      'Bressan ha risposto che «nessuno ha nascosto nulla» e ha spiegato che i lavori costeranno tre milioni. A detta dell’impresa Pontelli, il cantiere durerà otto settimane. «Siamo pronti», assicura il direttore Luca Arcesi. Il cosiddetto «patto del ponte» scade venerdì.',
      'Tre anni fa il comitato dei residenti aveva chiesto una perizia. «Nessuno ci ascoltò», racconta la presidente Ada Corvi, «e oggi paghiamo tutti». Come ha scritto il Corriere di Lerna, la regione esaminerà il caso la prossima settimana. Un portavoce ha negato di conoscere i dettagli.',
      'I pescatori chiedono aiuti. «Apriremo il mercato sabato», promette Corvi. Il prefetto teme che il traffico aumenti in aprile. La ditta parla di «piccoli ritardi». I negozianti del porto aspettano da mesi.',
    ].join('\n\n'),
    said: [
      ['indirect', 'Il ponte sul fiume Lerna resterà chiuso fino al 15 marzo', 'Paolo Bressan'],
      ['direct', '«Non possiamo mettere a rischio i cittadini»', 'Paolo Bressan'],
      ['indirect', 'due piloni presentano delle crepe', 'relazione tecnica'],
      ['direct', '«È l’ennesima improvvisazione»', 'Marta Olivari'],
      ['indirect', 'che il comune conosceva il problema dal 2021', 'Marta Olivari'],
      ['mixed', '«una vergogna»', 'Dario Fenu'],
      ['mixed', 'che «nessuno ha nascosto nulla»', 'Paolo Bressan'],
      ['indirect', 'che i lavori costeranno tre milioni', 'Paolo Bressan'],
      ['indirect', 'il cantiere durerà otto settimane', 'impresa Pontelli'],
      ['direct', '«Siamo pronti»', 'Luca Arcesi'],
      ['scare', '«patto del ponte»', undefined],
      ['direct', '«Nessuno ci ascoltò»', 'Ada Corvi'],
      ['direct', '«e oggi paghiamo tutti»', 'Ada Corvi'],
      ['indirect', 'la regione esaminerà il caso la prossima settimana', 'Corriere di Lerna'],
      ['indirect', 'di conoscere i dettagli', 'portavoce'],
      ['direct', '«Apriremo il mercato sabato»', 'Ada Corvi'],
      ['indirect', 'che il traffico aumenti in aprile', 'prefetto'],
      ['mixed', '«piccoli ritardi»', 'ditta'],
    ],
    dates: [
      ['15 marzo', '2024-03-15'],
      ['lunedì', '2024-02-19'],
      ['2021', '2021'],
      ['otto settimane', 'P8W'],
      ['venerdì', '2024-02-23'],
      ['Tre anni fa', '2021'],
      ['oggi', '2024-02-21'],
      ['la prossima settimana', '2024-W09'],
      ['sabato', '2024-02-24'],
      // Not as a reader takes it: the subjunctive tells of the April to come.
      ['aprile', '2023-04'],
      ['mesi', 'PXM'],
    ],
  },
  {
    language: 'ru',
    text: [
      'Мост через реку Лада закроют на ремонт до 15 марта, сообщила в понедельник мэрия Каменска. «Мы не можем рисковать жизнью людей», — заявил мэр города Игорь Соколов. По его словам, работы займут шесть недель.',
      'Депутат Анна Лебедева раскритиковала решение. «Это очередная импровизация», — сказала она журналистам. Лебедева отметила, что о проблеме знали с 2021 года. Как рассказал директор компании «Мостострой» Пётр Орлов, две опоры дали трещины.',
      '«Нам обещали, — добавила Лебедева, — что всё будет готово к маю». Согласно отчёту экспертов, ремонт обойдётся в три миллиона рублей. В пресс-службе губернатора сообщили, что деньги уже выделены.',
    ].join('\n\n'),
    said: [
      ['indirect', 'Мост через реку Лада закроют на ремонт до 15 марта', 'мэрия Каменска'],
      ['direct', '«Мы не можем рисковать жизнью людей»', 'Игорь Соколов'],
      ['indirect', 'работы займут шесть недель', 'Игорь Соколов'],
      ['direct', '«Это очередная импровизация»', 'Анна Лебедева'],
      ['indirect', 'что о проблеме знали с 2021 года', 'Анна Лебедева'],
      ['indirect', 'две опоры дали трещины', 'Пётр Орлов'],
      ['direct', '«Нам обещали, — добавила Лебедева, — что всё будет готово к маю»', 'Анна Лебедева'],
      ['indirect', 'ремонт обойдётся в три миллиона рублей', 'отчёту экспертов'],
      ['indirect', 'что деньги уже выделены', 'пресс-службе губернатора'],
    ],
    dates: [
      ['15 марта', '2024-03-15'],
      ['понедельник', '2024-02-19'],
      ['шесть недель', 'P6W'],
      ['2021 года', '2021'],
    ],
  },
];

async function read(text: string) {
  const article = await readToAnalyse({ uri: 'a.txt', path: 'a.txt', text, version: 1, set: { published: '2024-02-21' } });
  return { article, analysis: analyse(article) };
}

describe('languages beside English', () => {
  it('are read once what reads them is loaded, and never without it: the article tells of it', async () => {
    const article = readArticle({ uri: 'a.txt', path: 'a.txt', text: stories[0]?.text ?? '', version: 1 });
    assert.equal(isLanguageLoaded(article.language), false);
    const early = analyse(article);
    assert.deepEqual(early.quotations, []);
    assert.match(early.faults?.map(({ message }) => message).join('\n') ?? '', /language de is not loaded/);
    await loadLanguage(article.language);
    assert.ok(analyse(article).quotations.length > 0);
    assert.equal(isLanguageLoaded('en') && isLanguageLoaded('other'), true);
  });

  for (const { language, text, said, dates } of stories) {
    describe(language, () => {
      it('is told by its words', async () => {
        assert.equal((await read(text)).article.language, language);
      });

      it('has its quotations and reported speech with who says them', async () => {
        const { article, analysis } = await read(text);
        assert.deepEqual(
          analysis.quotations.map(({ type, start, end, speakerName }) => [type, article.raw.slice(start, end), speakerName]),
          said,
        );
      });

      it('has its dates', async () => {
        assert.deepEqual(
          (await read(text)).analysis.dates.map((date) => [date.text, date.value]),
          dates,
        );
      });

      it('has them in each of forty copies in a row', async () => {
        const long = (await read(Array.from({ length: 40 }, () => text).join('\n\n'))).analysis;
        assert.equal(long.faults, undefined);
        assert.ok(long.quotations.length >= 39 * said.length);
      });
    });
  }

  for (const [what, text, names] of [
    [
      'by a family name before who was told, and by the last part of an office',
      'Die Fähre fährt wieder, wie Verkehrsminister Jens Albrecht am Freitag in der Stadt ankündigte. „Der Nebel ist weg“, sagte Albrecht der Zeitung „Hafenpost“. „Wir fahren“, sagte der Minister.',
      ['Jens Albrecht', 'Jens Albrecht', 'Jens Albrecht'],
    ],
    [
      'of two of one family by who of them spoke last',
      'Пекарь Олег Дронов закрыл лавку. «Муки нет, и взять её негде», — сказала его сестра Вера Дронова. «Мы ждём баржу из Каменска», — добавила Дронова.',
      ['Вера Дронова', 'Вера Дронова'],
    ],
    [
      'by an age, of whoever was named last',
      'Karin Solm leitet das Haus am Hafen. „Wir sind bereit für die Gäste“, sagte die 52-Jährige am Dienstag in der Stadt.',
      ['Karin Solm'],
    ],
    [
      'by a pronoun behind the verb, of who the sentence before is about, inside the marks too',
      'Claire Besson dirige le musée depuis dix ans. « Nous sommes prêts », a-t-elle déclaré devant les élus. « Tout est là, a-t-elle ajouté. Venez nous voir. »',
      ['Claire Besson', 'Claire Besson'],
    ],
    [
      'by a pronoun behind the verb of a sentence that begins with a place',
      'Mira Sander kennt den Hafen gut. In einem Brief an die Werft nannte sie den Plan ihres Gegners einen „Rückschritt“.',
      ['Mira Sander'],
    ],
    [
      'behind the duties of their office',
      'Мост закроют на ремонт до весны, заявил министр по делам портов Анатолий Веснин. «Это временно, и мы это знаем», — сказал он в пятницу.',
      ['Анатолий Веснин', 'Анатолий Веснин'],
    ],
    [
      'by a name with a particle',
      '„Die Fähre bleibt liegen, bis der Nebel weg ist“, erklärte de Winter am Hafen. „Das ist nicht zu ändern“, so de Winter.',
      ['de Winter', 'de Winter'],
    ],
  ] as const) {
    it(`know a speaker ${what}`, async () => {
      assert.deepEqual(
        (await read(text)).analysis.quotations.flatMap(({ type, speakerName }) => (type === 'scare' ? [] : [speakerName])),
        names,
      );
    });
  }

  for (const [name, text] of [
    ['Polish', '„Kładka zamknięta do środy” – powiedziała burmistrzyni Zofia Grabek. Prace zaczną się 3.06.2026.'],
    ['Turkish', 'Liman başkanı Cem Arslan, “İskele mayısta kapanacak” dedi. Çalışmalar yarın başlıyor.'],
    ['Ukrainian', '«Пристань закриють у травні», — сказала міська голова Оксана Гай. Роботи почнуться 3.06.2026.'],
  ] as const) {
    it(`are neither English nor Russian where a short text is in ${name}`, async () => {
      const { article, analysis } = await read(text);
      assert.equal(article.language, 'other');
      assert.deepEqual(
        analysis.quotations.map(({ type, speakerName }) => [type, speakerName]),
        [['direct', undefined]],
      );
    });
  }

  for (const [language, text, marked] of [
    [
      'de',
      'Der Verein Kaikante nannte den Umbau des Hafens einen „Skandal“. Die Stadt bezeichnete ihn als „Leuchtturm“. Der sogenannte „Hafenpakt“ gilt seit gestern, die Fähre nannte sich damals „Nordlicht“.',
      ['mixed', 'mixed', 'scare', 'scare'],
    ],
    [
      'fr',
      'Le maire a qualifié le projet de « scandale ». Les pêcheurs du port, surnommés « les gardiens du vieux quai », protestent. L’opération est baptisée « Marée haute et vents contraires ».',
      ['mixed', 'scare', 'scare'],
    ],
  ] as const) {
    it(`tell what somebody is called from what something is named: ${language}`, async () => {
      const { analysis } = await read(`---\nlanguage: ${language}\n---\n\n${text}`);
      assert.deepEqual(
        analysis.quotations.map(({ type }) => type),
        marked,
      );
    });
  }

  for (const [language, text, days] of [
    [
      'de',
      'Die Bäder öffnen am Freitag. Am Freitag öffnete der Hafen. Der Rat tagt am Samstag, das sagte sie am Dienstag.',
      ['23', '16', '24', '20'],
    ],
    [
      'fr',
      'Le port ouvrira vendredi. Il a fermé vendredi. La foire commence samedi. Elle a dit mardi que tout ira bien.',
      ['23', '16', '24', '20'],
    ],
    [
      'es',
      '«Abriremos el viernes», dijo. El museo cerró el viernes. La feria abre el sábado. Anunció el martes que abrirán.',
      ['23', '16', '24', '20'],
    ],
    [
      'ru',
      '«Откроем мост в пятницу», — сказал он. Мост закрыли в пятницу. В субботу начнётся ярмарка. Он сказал во вторник, что закроют.',
      ['23', '16', '24', '20'],
    ],
  ] as const) {
    it(`take a weekday for one to come where its clause tells of what will be done: ${language}`, async () => {
      const { analysis } = await read(`---\nlanguage: ${language}\n---\n\n${text}`);
      assert.deepEqual(
        analysis.dates.map(({ value }) => value),
        days.map((day) => `2024-02-${day}`),
      );
    });
  }

  it('give a Russian speaker the name in its base form, as the word before it asks for another', async () => {
    const named = [
      ['По словам Игоря Соколова', 'Игорь Соколов'],
      ['По мнению депутата Анны Лебедевой', 'Анна Лебедева'],
      ['Со слов мэра Юрия Вострикова', 'Юрий Востриков'],
      ['По данным эксперта Ольги Дубской', 'Ольга Дубская'],
      ['По версии Дмитрия Залесского', 'Дмитрий Залесский'],
      ['По оценке Марии Тумановой', 'Мария Туманова'],
      ['По словам министра финансов РФ Алексея Гущина', 'Алексей Гущин'],
      ['По словам тренера Ильи Ветрова', 'Илья Ветров'],
      ['По словам Кирилла Маренко', 'Кирилл Маренко'],
      ['По мнению Николая Брандта', 'Николай Брандт'],
    ] as const;
    const text = named.map(([source]) => `${source}, мост через реку закроют весной.`).join('\n\n');
    const { analysis } = await read(`---\nlanguage: ru\n---\n\n${text}`);
    assert.deepEqual(
      analysis.quotations.map(({ speakerName }) => speakerName),
      named.map(([, name]) => name),
    );
  });

  it('tell of words between marks that they are in another language than the article', async () => {
    const { analysis, article } = await read(
      'Der Kapitän war deutlich: „We are not going to leave the harbour in this fog“, sagte er. „Das ist mit uns nicht zu machen“, sagte der Lotse. „Harbour Watch International Limited“ heißt die Firma. Der Koch schwieg, und die Mannschaft ging am Abend nach Hause, weil der Nebel nicht wich.',
    );
    assert.equal(article.language, 'de');
    assert.deepEqual(
      analysis.quotations.map((quotation) => passageLanguage(article, quotation)),
      ['en', undefined, undefined],
    );
    const { analysis: english, article: ours } = await read(
      'The captain of the ferry was clear about it: “Nous ne sommes pas des machines et le brouillard est trop dense pour nous”, he said to the reporters. “We will not go,” said the pilot of the harbour.',
    );
    assert.deepEqual(
      english.quotations.map((quotation) => passageLanguage(ours, quotation)),
      ['fr', undefined],
    );
  });

  it('are what a person says, before the front matter and the words', () => {
    const text = '---\nlanguage: en\n---\n\nDie Mole bleibt zu, sagte die Kapitänin, und die Fähre lag im Hafen.';
    const told = (language: string | undefined) =>
      readArticle({ uri: 'a.txt', path: 'a.txt', text, version: 1, set: { ...(language !== undefined && { language }) } }).language;
    assert.deepEqual([told(undefined), told('de-AT'), told('und'), told('no language')], ['en', 'de', 'other', 'en']);
  });

  it('leave the dateline out', async () => {
    const { analysis, article } = await read(
      'ROSTAU (Kesnet) „Die Mole bleibt gesperrt“, sagte die Bürgermeisterin Ilse Thoma am Dienstag in der Stadt.',
    );
    assert.deepEqual(
      analysis.quotations.map(({ type, start, end }) => [type, article.raw.slice(start, end)]),
      [['direct', '„Die Mole bleibt gesperrt“']],
    );
  });

  it('is read in stretches where no full stop comes', async () => {
    const clause = 'die Fähre fährt nicht, sagte der Kapitän, und der Hafen bleibt zu, so die Stadt, weil der Nebel nicht weicht, ';
    const { analysis } = await read(clause.repeat(400));
    assert.equal(analysis.faults, undefined);
    assert.ok(analysis.quotations.length > 10);
    assert.ok(analysis.quotations.every(({ start, end }) => end - start < 4000));
  });

  it('take words between marks that a sentence lists for one statement', async () => {
    const text =
      'Мэр Анна Кесслер сообщила о решении во вторник. Она обещала «новый шлюз для города», «дешёвый паром на остров» и «школу у порта».';
    const article = await readToAnalyse({ uri: 'a.txt', path: 'a.txt', text: `---\nlanguage: ru\n---\n\n${text}`, version: 1 });
    const listed = analyse(article).quotations.filter(({ parts }) => parts.some(({ segments }) => segments.length > 1));
    assert.deepEqual(
      listed.map(({ start, end }) => article.raw.slice(start, end)),
      ['«новый шлюз для города», «дешёвый паром на остров» и «школу у порта»'],
    );
  });

  it('find corner marks, whose sides no white space tells', async () => {
    const text = '市長は「道は閉じている」と述べた。\n\n住民は『もう遅い』と話し、「明日来る」と言った。';
    const article = await readToAnalyse({ uri: 'a.txt', path: 'a.txt', text, version: 1 });
    assert.equal(article.language, 'other');
    assert.deepEqual(
      analyse(article).quotations.map(({ start, end }) => article.raw.slice(start, end)),
      ['「道は閉じている」', '『もう遅い』', '「明日来る」'],
    );
  });

  it('say no more than they know of a language that nobody has written down', async () => {
    const { article, analysis } = await read(
      'De veerboot was te laat, zei de kapitein: “We vertrekken niet voordat de mist is opgetrokken.” '.repeat(4),
    );
    assert.equal(article.language, 'other');
    assert.ok(analysis.quotations.every(({ speakers }) => speakers.length === 0));
  });

  it('read a time over an article and the day that its first sentence begins with as two', async () => {
    const { analysis } = await read('Stand: 1. April 2024, 14:05 Uhr\n\nAm 12. März 2024 wurde die Fähre gesperrt, sagte die Stadt.');
    assert.deepEqual(
      analysis.dates.map(({ text, value }) => [text, value]),
      [
        ['1. April 2024', '2024-04-01'],
        ['14:05 Uhr', '2024-04-01T14:05'],
        ['12. März 2024', '2024-03-12'],
      ],
    );
  });

  it('find the weekday that a date cannot have', async () => {
    const { analysis } = await read(
      'Die Fähre fährt wieder ab Dienstag, 23. Februar 2024, sagte die Sprecherin der Stadt am Mittwoch im Rathaus.',
    );
    assert.deepEqual(
      analysis.problems.map(({ kind }) => kind),
      ['weekday-mismatch'],
    );
  });
});

describe('a text of a sentence or two', () => {
  it('is German by its small words and verbs of saying', () => {
    const text = 'Schleuse gesperrt\n\nSchleusenwart Hinz sagte, alle neun Fahrgäste seien von Bord geholt worden, niemand sei verletzt.';
    assert.equal(readArticle({ uri: 'a', path: 'a.txt', text, version: 1 }).language, 'de');
  });
});

describe('the language of a text', () => {
  const languageOf = (text: string) => readArticle({ uri: 'a.txt', path: 'a.txt', text, version: 1 }).language;
  const english = 'The keeper of the lock said that she would have the gates open by noon, and that nobody was to wait. ';

  it('is English whatever marks, names and signs stand between its words', () => {
    const written = [
      english.repeat(4),
      english.toUpperCase().repeat(4),
      `“${english.trim()}” — Zoë Ångström’s naïve plan… ${english.repeat(3)}`,
      `${english.repeat(2)}\u{1F6A2} 12:30\u00a0Uhr • ${english.repeat(2)}`,
    ];
    for (const text of written) assert.equal(languageOf(text), 'en', text);
  });

  it('is not that of an English line among many others', () => {
    const german = 'Die Wärterin der Schleuse sagte, dass die Tore bis zum Mittag offen sind und niemand warten muss. ';
    const letters = '\u{10400}\u{10401}\u{10402} '.repeat(60);
    assert.equal(languageOf(`${english}${german.repeat(6)}`), 'de');
    assert.equal(languageOf(`${letters.repeat(4)}${english.repeat(2)}`), 'other');
  });
});
