import assert from 'node:assert/strict';
import { analyse, readToAnalyse } from '../../src/core/index';

/** Kinds of sentences that news in these languages has, each in invented words: who says what in it, marks that quote nobody left out. */
const kinds: readonly (readonly [
  language: string,
  kind: string,
  text: string,
  said: readonly (readonly [words: string, speaker: string | undefined])[],
])[] = [
  ['es', 'what is done to something is said by nobody', 'El retraso de la lancha se explica por “un cabo roto”.', []],
  [
    'es',
    'a clause about who speaks is passed over',
    'Este ingeniero, que estudia los muelles que sostienen la lonja, señala que “falta hormigón en cada pilar”.',
    [['que “falta hormigón en cada pilar”', 'ingeniero']],
  ],
  [
    'es',
    'a day stands between a verb and who says it',
    'La lonja será pintada en marzo, dijo el lunes la alcaldesa. El muelle cerrará, según explicó ayer el ingeniero Tomás Belda.',
    [
      ['La lonja será pintada en marzo', 'alcaldesa'],
      ['El muelle cerrará', 'Tomás Belda'],
    ],
  ],
  [
    'es',
    'a day stands between a verb and who says what is between marks',
    '“La grúa no se mueve desde mayo”, dijo el jueves el capitán del puerto. “Nadie la ha engrasado”.',
    [
      ['“La grúa no se mueve desde mayo”', 'capitán del puerto'],
      ['“Nadie la ha engrasado”', 'capitán del puerto'],
    ],
  ],
  [
    'fr',
    'a day and who was told stand between a verb and who says it',
    'Les quais rouvriront en juin, a indiqué mardi à l’ANR le porte-parole.',
    [['Les quais rouvriront en juin', 'porte-parole']],
  ],
  ['es', 'what something depends on is no source', 'Las mareas de Lorba cambian según el viento que sopla en la ría.', []],
  [
    'es',
    'where somebody works is no part of what they say',
    'Los faros de la ría se apagarán en otoño, explica Nuria Calvet, de la Junta de Lorba.',
    [['Los faros de la ría se apagarán en otoño', 'Nuria Calvet']],
  ],
  [
    'es',
    'more of a source goes before what it says',
    'Según el informe publicado en el boletín del puerto, dos grúas necesitan otra base.',
    [['dos grúas necesitan otra base', 'informe']],
  ],
  ['es', 'a clause about an object is not said', 'Los armadores consideraron alto el precio que puso Tomás Belda por la grúa.', []],
  [
    'es',
    'two people joined are two names',
    'Belda y Ribes abrieron la lonja. “Hoy empieza la campaña del bonito”, dijo Ribes.',
    [['“Hoy empieza la campaña del bonito”', 'Ribes']],
  ],
  [
    'es',
    'whom a sentence is about says what it has between marks',
    'La alcaldesa de Lorba, Nuria Calvet, se mostró sorprendida por el encargo, “porque nadie me había avisado de nada”.',
    [['“porque nadie me había avisado de nada”', 'Nuria Calvet']],
  ],
  [
    'es',
    'an office behind another noun and a name is who says it',
    'Además de la carta de Belda, la directora de la Escuela de Lorba, Inés Prats, calificó la obra nueva de “regalo que nadie esperaba”.',
    [['“regalo que nadie esperaba”', 'Inés Prats']],
  ],
  [
    'es',
    'a verb may have its listener before it',
    '“Nadie avisó a los barcos”, le dijo Belda a la emisora.',
    [['“Nadie avisó a los barcos”', 'Belda']],
  ],
  [
    'es',
    'how somebody says it is no part of the name',
    '“Pensé que era una ballena”, cuenta emocionada Jimena.',
    [['“Pensé que era una ballena”', 'Jimena']],
  ],
  ['es', 'a noun is no verb of saying', 'La patrona llegó a darse cuenta que el cabo cedía.', []],
  [
    'es',
    'who was told is not who says it',
    '“Usted firmó la orden del dique”, dijo Calvet al candidato de Unidos por Lorba.',
    [['“Usted firmó la orden del dique”', 'Calvet']],
  ],
  [
    'es',
    'a listener that goes before the verb is not who says it',
    'Al mensaje de Calvet respondió el exdiputado Fermín Osuna: “La grúa ya estaba rota”.',
    [['“La grúa ya estaba rota”', 'Fermín Osuna']],
  ],
  [
    'es',
    'a participle beside a noun says nothing',
    'La cofradía comprobó que el dato señalado por Osuna es correcto: la grúa pesa nueve toneladas.',
    [],
  ],
  [
    'es',
    'an office of a body is not called by the body',
    'El portavoz del Consejo Portuario Gabriel Mena habló. “Mañana se reabre el muelle”, afirmó Mena.',
    [['“Mañana se reabre el muelle”', 'Gabriel Mena']],
  ],
  [
    'es',
    'a verb that the pack has not says who speaks, too',
    '“El muelle huele a alquitrán viejo”, mascullaba Jimena Ortells.',
    [['“El muelle huele a alquitrán viejo”', 'Jimena Ortells']],
  ],
  [
    'fr',
    'a form without a subject belongs to that of the sentence',
    'Qualifiant le retard de « mauvaise surprise de printemps », le maire de Valmer, Luc Perrin, a promis une enquête.',
    [['« mauvaise surprise de printemps »', 'Luc Perrin']],
  ],
  [
    'fr',
    'who is told may be an object',
    'La capitaine prévenait sa famille qu’elle restait à bord jusqu’au soir.',
    [['qu’elle restait à bord jusqu’au soir', 'capitaine']],
  ],
  [
    'fr',
    'a participle of a source goes with it',
    'Selon le ministre des Ports interrogé par la Gazette du Large, la jetée sera refaite.',
    [['la jetée sera refaite', 'ministre des Ports']],
  ],
  [
    'fr',
    'a verb may have its other half before who speaks',
    '« Les bateaux resteront à quai tout l’hiver », a fait valoir la préfète Anne Collin au quotidien.',
    [['« Les bateaux resteront à quai tout l’hiver »', 'Anne Collin']],
  ],
  [
    'fr',
    'a day at the start is not who says it',
    'Lundi 6 mai, Luc Perrin, le maire, n’a pas caché sa colère dans un entretien : « La jetée attendra encore un an. »',
    [['« La jetée attendra encore un an. »', 'Luc Perrin']],
  ],
  [
    'fr',
    'words that a sentence puts in as an aside are no statement',
    'Après la visite, les pêcheurs, « amers », déploraient le retard.',
    [],
  ],
  [
    'de',
    'a word behind its source takes what stands right before it',
    'Boote sollen der Satzung zufolge nur noch bei Ebbe einlaufen.',
    [['Boote sollen der Satzung zufolge nur noch bei Ebbe einlaufen', 'Satzung']],
  ],
  ['de', 'a verb with an object has said nothing before it', 'Sollte der Kai absacken, befürchtet die Reederei hohe Verluste.', []],
  [
    'de',
    'a verb is told by its other half',
    'Werftchefin Ina Kolbe gestand ein, dass es im Dock eine Lücke gegeben habe. „Das darf im Herbst nicht wieder vorkommen.“',
    [
      ['dass es im Dock eine Lücke gegeben habe', 'Ina Kolbe'],
      ['„Das darf im Herbst nicht wieder vorkommen.“', 'Ina Kolbe'],
    ],
  ],
  [
    'de',
    'a successor of somebody is not that person',
    'Ole Hinz wird Nachfolger von Ina Kolbe. Ina Kolbe verlässt die Werft. „Ich gehe mit gutem Gefühl von Bord“, sagte Kolbe.',
    [['„Ich gehe mit gutem Gefühl von Bord“', 'Ina Kolbe']],
  ],
  [
    'ru',
    'whose words a phrase at the start names is who was named before',
    'По словам инженера Веры Луниной, сваи под пристанью сгнили. По её словам, мэру Павлу Гусеву об этом писали трижды.',
    [
      ['сваи под пристанью сгнили', 'Вера Лунина'],
      ['мэру Павлу Гусеву об этом писали трижды', 'Вера Лунина'],
    ],
  ],
  [
    'ru',
    'who speaks may stand at the end, behind who was told and when',
    'Паром до Лугова встанет на ремонт, заявил журналистам в среду начальник порта Павел Гусев.',
    [['Паром до Лугова встанет на ремонт', 'Павел Гусев']],
  ],
  [
    'ru',
    'a place before a name is no part of it',
    'Мэр Лугова Павел Гусев приехал утром. «Пристань закроем только зимой», — сказал Гусев.',
    [['«Пристань закроем только зимой»', 'Павел Гусев']],
  ],
  [
    'ru',
    'what a source says begins behind the first comma',
    'По данным «Портовика», рабочие осмотрели сваи, привезённые из соседнего порта.',
    [['рабочие осмотрели сваи, привезённые из соседнего порта', 'Портовика']],
  ],
  [
    'ru',
    'an aside has a subject of its own',
    'Следует напомнить, указывает инженер Вера Лунина, что сваи давно сгнили.',
    [['что сваи давно сгнили', 'Вера Лунина']],
  ],
  [
    'ru',
    'what stands behind a name is no part of it',
    '«Сваи менять никто не собирался», — говорит начальник порта Гусев корреспонденту «Волны».',
    [['«Сваи менять никто не собирался»', 'начальник порта Гусев']],
  ],
  ['it', 'a noun behind a preposition is no verb of saying', 'Il comune tiene conto che il molo è vecchio.', []],
  [
    'de',
    'whom a paragraph begins with is who goes on in it, and who spoke in the one before is not',
    'Fährmann Otto Ried sagte: „Das Seil war neu.“\n\nHafenärztin Lisa Korn war am Steg. Sie sei nicht gerufen worden. „Ich stand im Regen.“',
    [
      ['„Das Seil war neu.“', 'Otto Ried'],
      ['Sie sei nicht gerufen worden', 'Lisa Korn'],
      ['„Ich stand im Regen.“', 'Lisa Korn'],
    ],
  ],
  [
    'de',
    'a verb of saying is none that something is done by',
    'Hafenärztin Lisa Korn ärgert sich. Sie sei zu spät gerufen worden, sagte sie.',
    [['Sie sei zu spät gerufen worden', 'Lisa Korn']],
  ],
  [
    'de',
    'the sentence behind says whose the one before is',
    'Am Steg ist ein Seil gerissen. Das teilte die Wasserwacht am Abend mit.',
    [['Am Steg ist ein Seil gerissen', 'Wasserwacht']],
  ],
  [
    'ru',
    'the sentence behind says whose the one before is',
    'На пристани оборвался трос. Об этом сообщила пресс-служба порта.',
    [['На пристани оборвался трос', 'пресс-служба порта']],
  ],
  [
    'fr',
    'the sentence behind says whose the one before is',
    "Le quai de Lorval fermera en mai. C'est ce qu'a annoncé la maire, Jeanne Ribot, à la radio.",
    [['Le quai de Lorval fermera en mai', 'Jeanne Ribot']],
  ],
  [
    'es',
    'the sentence behind says whose the one before is',
    'El muelle de Lorba se cerrará en mayo. Así lo anunció la alcaldesa, Nuria Calvet, en la radio.',
    [['El muelle de Lorba se cerrará en mayo', 'Nuria Calvet']],
  ],
  [
    'de',
    'a source may be in the word',
    'Nach Feuerwehrangaben brannten drei Boote im Hafen.',
    [['brannten drei Boote im Hafen', 'Feuerwehr']],
  ],
  [
    'de',
    'behind a phrase with a preposition the subject is behind the verb',
    'Auf die Frage nach dem Seil antwortete Lisa Korn: „Es war alt.“',
    [['„Es war alt.“', 'Lisa Korn']],
  ],
  ['de', 'a family name may be an office', 'Trainer Ingo König kam spät. König sagte, er sei müde.', [['er sei müde', 'Ingo König']]],
  [
    'de',
    'an office is of whom it stands beside, not of a name further on',
    'Laut Stadtsprecherin Ute Lenz kostet der Steg vier Millionen Kronen. „Wir haben lange gewartet“, so die Sprecherin.',
    [
      ['kostet der Steg vier Millionen Kronen', 'Ute Lenz'],
      ['„Wir haben lange gewartet“', 'Ute Lenz'],
    ],
  ],
  [
    'es',
    'who speaks may stand behind a preposition of place',
    'Conocida la subida, desde la cofradía tildaron el aviso de “broma de mal gusto”.',
    [['“broma de mal gusto”', 'cofradía']],
  ],
  [
    'es',
    'who was told may stand before who says it',
    '“El cabo está roto desde mayo”, respondieron a EL FARO los vecinos de la ría.',
    [['“El cabo está roto desde mayo”', 'vecinos de la ría']],
  ],
  [
    'es',
    'an office in whose view something is needs no comma',
    'Para el capitán de Lorba los muelles viejos aguantan otro invierno.',
    [['los muelles viejos aguantan otro invierno', 'capitán de Lorba']],
  ],
  [
    'es',
    'an infinitive goes on with who the sentence is about',
    'La jueza Inés Prats cerró la lonja en mayo al considerar que los pilares estaban “comidos por la sal”.',
    [['que los pilares estaban “comidos por la sal”', 'Inés Prats']],
  ],
  [
    'es',
    'letters in brackets end no apposition',
    'Tomás Belda, director de la Junta de Muelles de Lorba (JML), señaló que faltan grúas.',
    [['que faltan grúas', 'Tomás Belda']],
  ],
  [
    'es',
    'a first name alone is who the article calls so in full',
    'Tomás Belda pinta barcas. “Uso brea de la buena”, cuenta Tomás.',
    [['“Uso brea de la buena”', 'Tomás Belda']],
  ],
  [
    'es',
    'an aside may stand between the verb and who says it',
    '“No hay prisa ninguna”, aseguró por su parte el alcalde de Lorba, Tomás Belda.',
    [['“No hay prisa ninguna”', 'Tomás Belda']],
  ],
  [
    'de',
    'words between marks that stand alone are whose the sentence behind says they are',
    '„Wir prüfen das Seil und den Steg.“ Das sagte Hafenärztin Lisa Korn am Abend.',
    [['„Wir prüfen das Seil und den Steg.“', 'Lisa Korn']],
  ],
  [
    'it',
    'words between marks that stand alone are whose the sentence behind says they are',
    '“La gru nuova arriva a maggio, e non prima.” Lo ha dichiarato Marta Olivari.',
    [['“La gru nuova arriva a maggio, e non prima.”', 'Marta Olivari']],
  ],
  [
    'it',
    'a sentence may begin with a name of one word and its office',
    'Bressan, presidente del molo, mostra i conti: “Mancano due gru e un faro”.',
    [['“Mancano due gru e un faro”', 'Bressan']],
  ],
  [
    'it',
    'who asks themselves something says it',
    'La consigliera Marta Olivari si chiede “chi abbia pagato il ponte”.',
    [['“chi abbia pagato il ponte”', 'Marta Olivari']],
  ],
  [
    'de',
    'no comma has to stand between a question and who asks it',
    '„Ist das Seil neu?“ fragte Lisa Korn. „Wir wissen es nicht,“ antwortete Otto Ried.',
    [
      ['„Ist das Seil neu?“', 'Lisa Korn'],
      ['„Wir wissen es nicht,“', 'Otto Ried'],
    ],
  ],
  [
    'fr',
    'no comma has to stand between the words and who says them',
    '« Le quai est à nous depuis toujours » explique la maire Jeanne Ribot.',
    [['« Le quai est à nous depuis toujours »', 'Jeanne Ribot']],
  ],
  [
    'de',
    'an article behind a particle belongs to a name',
    'Ursula von der Kamp sagte, sie bleibe im Hafen.',
    [['sie bleibe im Hafen', 'Ursula von der Kamp']],
  ],
];

describe('news in another language than English', () => {
  for (const [language, kind, text, said] of kinds)
    it(`${language}: ${kind}`, async () => {
      const raw = `---\nlanguage: ${language}\n---\n\n${text}`;
      const article = await readToAnalyse({ uri: 'a.md', path: 'a.md', text: raw, version: 1, set: { published: '2024-02-21' } });
      assert.deepEqual(
        analyse(article).quotations.flatMap(({ type, start, end, speakerName }) =>
          type === 'scare' ? [] : [[raw.slice(start, end), speakerName]],
        ),
        said,
      );
    });
});
