import { datesFr } from './dates';
import { forms, genders, type LanguagePack, phrases, wordSet, wholeWords } from '../pack';
import { stemmer } from '../stems';

/** Verbs in -er by their stems. */
const regular = (stems: string) =>
  stems
    .trim()
    .split(/\s+/)
    .map((stem) => `${stem}:e,ent,é,ait,aient,a,èrent,ant`)
    .join(' ');

export const french: LanguagePack = {
  code: 'fr',
  cues: forms(`
    ${regular('affirm déclar assur expliqu soulign estim ajout précis indiqu not rapport rappel regrett mentionn argument confi jug racont confirm critiqu dénonc révél annonc insist préconis plaid martel détaill témoign observ constat remarqu signal déplor exhort redout expos résum considér comment tonn répliqu salu promett avanc préven interpell réclam fustig glis lâch affich évoqu analys argu relat pronostiqu justifi rétorqu ironis point clam proclam suggér nuanc questionn interrog ironis plaisant souffl rassur tempér alert accus relev martel not protest déplor salu vant invoqu')}
    ajouter préciser conclure poursuivre dit disent disait disaient dis écrit écrivent écrivait écrivant répond répondent répondu répondait soutient soutiennent soutenu soutenait reconnaît reconnaissent reconnu reconnaissait
    prévient préviennent prévenu admet admettent admis admettait promet promis promettent craint craignent craignait croit croient pense pensent pensait averti avertit avertissent appris fait-valoir poursuit poursuivi conclut conclu
    maintient maintenu martèle martèlent lance lancé lancent répète répété rappelle révèle juge jugent jugé jugeant songe parle parlent parlé parlait parlaient qualifie qualifient qualifié qualifiait qualifiant appelle appellent appelé appellent espère espéré espèrent s'inquiète s'insurge s'étonne se-félicite félicite félicité
    reconnaissant soutenant répondant promettant craignant croyant convenu convient conviennent convenait prédit prédisent déploraient redoutaient espérait espéraient
    estimant précisant jugeant ajoutant affirmant assurant disant expliquant soulignant indiquant rappelant
  `),
  halves: new Map([
    ['fait', wordSet('valoir savoir remarquer')],
    ['met', wordSet('garde avant')],
    ['mis', wordSet('garde avant')],
    ['mettent', wordSet('garde avant')],
  ]),
  bareCues: new Set(),
  auxiliaries: wordSet('a ont avait avaient aurait auraient ai est'),
  coordination: wordSet('et ou puis mais'),
  relatives: wordSet('qui'),
  clauseWords: wordSet('où quand lorsque parce puisque tandis alors'),
  impersonal: new Map([['lit-on', wordSet('dans')]]),
  naming: forms('qualifi:e,ent,é,ait,ant trait:e,é dénomm:e,é surnomm:e,ent,é'),
  reflexives: wordSet("s' se"),
  speaksOf: new Map(['parle', 'parlent', 'parlé', 'parlait', 'parlaient'].map((cue) => [cue, wordSet("de d' du des")])),
  beside: wordSet(
    "a ont avait avaient ne n' pas s' se l' y lui leur aussi également ainsi alors d'abord notamment déjà encore toujours même toutefois cependant jeudi lundi mardi mercredi vendredi samedi dimanche hier bien vient viennent",
  ),
  conjunctions: wordSet("que qu' si pourquoi comment"),
  sourceBefore: phrases(
    "selon | d' après | de l' avis de | de l' avis du | de l' avis des | aux yeux de | aux yeux du | aux yeux des | à en croire | de source | de sources | de même source | pour | à ses yeux | à leurs yeux",
  ),
  weakSources: wordSet('pour'),
  pointsBack: phrases("c' est ce qu' | c' est ce que"),
  asWords: wordSet('comme'),
  sourceAfter: new Set(),
  infinitiveMarks: wordSet("de d' à"),
  articles: wordSet(
    "le la les l' un une des ce cet cette ces son sa ses leur leurs mon ma mes notre nos plusieurs deux trois certains certaines quelques",
  ),
  pronouns: genders('il:m elle:f ils:plural elles:plural on:any lui:m eux:plural je:any nous:plural celui-ci:m celle-ci:f'),
  possessives: genders('ses:any leurs:plural'),
  links: wordSet("de du des d' la le les l' et en"),
  stops: wordSet(
    "à au aux du de d' tout tous toute dans sur sous par pour avec sans contre lors pendant depuis vers chez entre après avant que qu' qui dont où mais ou car comme quand lorsque si lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui " +
      "devant auprès a ont avait est sont était ne n' s' se pas aussi également ainsi alors déjà encore toujours notamment toutefois dit en selon",
  ),
  role: /^(?:vice-|ex-|co-)?(?:ministre|premier|première|président|présidente|chef|cheffe|directeur|directrice|porte-parole|secrétaire|général|générale|député|députée|sénateur|sénatrice|maire|juge|avocat|avocate|professeur|professeure|chercheur|chercheuse|patron|patronne|pdg|dirigeant|dirigeante|procureur|procureure|préfet|préfète|commissaire|ambassadeur|ambassadrice|économiste|analyste|expert|experte|responsable|leader|candidat|candidate|élu|élue|syndicaliste|entraîneur|roi|reine|pape|journaliste|écrivain|auteur|autrice|gouverneur|gouverneure|chancelier|chancelière|délégué|déléguée|représentant|représentante|médecin|capitaine|colonel|colonelle|lieutenant|lieutenante|commandant|commandante|adjoint|adjointe|conseiller|conseillère|coordinateur|coordinatrice|fondateur|fondatrice|gérant|gérante|propriétaire|historien|historienne|sociologue|politologue|climatologue|spécialiste|scientifique|inspecteur|inspectrice|rapporteur|rapporteure|évêque|archevêque|cardinal|militant|militante|agriculteur|agricultrice|substitut|magistrat|magistrate|bâtonnier|sélectionneur|attaquant|attaquante)s?$/iu,
  titles: wordSet('m m. mm mm. mme mmes mlle monsieur madame me dr pr'),
  particles: wordSet("de du des d' la le l' van von al el ben"),
  infinitive: /^(?:avoir|être|ne|\p{L}{2,}(?:er|ir|oir|re))$/u,
  gerund: /ant$/u,
  participle: /(?:ée?s?|(?:[nd]|cl)ue?s?)$/u,
  relativeConjunctions: wordSet("que qu'"),
  tellers: wordSet(
    'source sources rapport étude données chiffres autorités médias sondage témoins police presse agence communiqué quotidien journal documents gendarmerie parquet préfecture mairie gouvernement experts chercheurs syndicats',
  ),
  tellsSomebody: /^(?:prévien|préven|averti|inform|assur|rassur|alert)/u,
  alsoNoSource: wordSet('selon'),
  asides: wordSet('de'),
  toldTo: wordSet('à au aux'),
  indefinites: wordSet('on'),
  nameWords: forms(
    'surnommé:,e,s,es dénommé:,e,s,es rebaptisé:,e,s,es baptisé:,e,s,es intitulé:,e,s,es appelé:,e,s,es nommé:,e,s,es nom titre slogan',
  ),
  abbreviations: wordSet('dr prof st etc mr mrs mme mm me art'),
  enclitic: /^(\p{L}+?)(-t-(?:il|elle|on)|-(?:il|elle|ils|elles|on|je))$/u,
  elision: /^(?:qu|l|d|s|n|j|c|m|t|jusqu|lorsqu|puisqu)'/u,
  stem: stemmer([/(?:s|x)$/u, /(?:eraient|erait|erent|eront|aient|ent|era|ait|ant|ons|ee|er|ez|e)$/u, /e$/u]),
  turns: {
    letters: ['Q', 'R'],
    ownVoice: wholeWords(String.raw`je|j['’]\p{L}+|nous|vous|me|moi|m['’]\p{L}+|mon|ma|mes|notre|nos|votre|vos`),
    noSpeakers: wordSet(
      'photo photos image source sources rédaction texte auteur date lieu heure horaires prix tarif tarifs adresse téléphone billets réservation info infos note conseil bilan correction vidéo podcast ingrédients préparation distribution réalisation sujet analyse contexte résultat buts quand où comment pourquoi quoi objet de à lire voir',
    ),
  },
  dates: datesFr,
};
