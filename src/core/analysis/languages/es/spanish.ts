import { datesEs } from './dates';
import { forms, genders, type LanguagePack, phrases, wordSet, wholeWords } from '../pack';
import { stemmer } from '../stems';

const ar = (stems: string) =>
  stems
    .trim()
    .split(/\s+/)
    .map((stem) => `${stem}:a,an,ó,aron,aba,aban,ado,ando,aría`)
    .join(' ');
const ir = (stems: string) =>
  stems
    .trim()
    .split(/\s+/)
    .map((stem) => `${stem}:e,en,ió,ieron,ía,ían,ido,iendo`)
    .join(' ');

export const spanish: LanguagePack = {
  code: 'es',
  cues: forms(`
    ${ar('asegur señal explic agreg indic afirm consider declar denunci enfatiz anticip rechaz objet plante inform expres contest argument cit apunt destac subray record coment relat critic lament reiter cont confirm precis detall anunci manifest aclar adelant remarc alert opin narr not conjetur sostuv califi calific revel public recalc acus puntualiz matiz zanj ironiz reflexion sentenci exclam pregunt sospech pronostic proclam vaticin reproch lanz brome celebr enumer repas pormenoriz augur razon espet reivindic exhort felicit inst  teoriz mencion comunic acot asever rememor sintetiz increp justific ejemplific aventur recrimin')}
    ${ir('añad respond escrib admit insist coincid difund deduc rebat')}
    dijo dice dicen dijeron decía decían dicho diciendo cuenta cuentan reconoce reconocen reconoció reconocieron reconocido advierte advierten advirtió advirtieron advertido
    sostiene sostienen sostuvo sostuvieron mantiene mantuvo cree creen creía piensa piensan opina sugiere sugirió pide pidió piden pidieron prometió promete concluye concluyó
    apostilla apostilló recuerda recuerdan cuestiona cuestionó niega negó negaron defiende defendió expone expuso expusieron descarta descartó descartan teme temen espera esperan confía confiesa confesó
    agradece agradeció reconocía reconocían advertía advertían sostenía sostenían mantenía creían pensaba pensaban sugería pedía pedían prometía recordaba exige exigió exigieron repite repitió predice predijo propone propuso proponen contradice desmiente desmintió desmintieron cuestionaron insiste insisten
    tilda tildan tildó tildaron tachó tacharon habla hablan habló hablaron hablaba
    admite admitió insiste insistió responde respondió respondieron escribe escribió añade añadió añadieron
  `),
  halves: new Map([['puso', wordSet('manifiesto')]]),
  bareCues: new Set(),
  auxiliaries: wordSet('ha han había habían he habría habrían'),
  coordination: wordSet('y e o pero'),
  relatives: wordSet('quien quienes cuyo cuya'),
  clauseWords: wordSet('donde cuando mientras porque aunque pues'),
  impersonal: new Map([['lee', wordSet('en')]]),
  seats: wordSet('desde'),
  naming: forms('calific:a,an,ó,aron,aba,ado tild:a,an,ó,aron tach:a,an,ó,aron'),
  reflexives: wordSet('se'),
  speaksOf: new Map(['habla', 'hablan', 'habló', 'hablaron', 'hablaba'].map((cue) => [cue, wordSet('de del')])),
  beside: wordSet(
    'ha han había habían no se le les lo la los ya también además así luego después entonces finalmente posteriormente asimismo incluso siempre nunca hoy ayer es fue sin embargo pudo saber podido supo me nos te volvió vuelve tampoco sólo solo aún todavía recientemente anteriormente previamente públicamente actualmente igualmente',
  ),
  conjunctions: wordSet('que si cómo'),
  sourceBefore: phrases(
    'según | de acuerdo con | de acuerdo a | de acuerdo al | conforme a | a juicio de | a juicio del | en opinión de | en opinión del | en palabras de | en palabras del | para | a su juicio | en su opinión',
  ),
  weakSources: wordSet('para'),
  pointsBack: phrases('así lo | así se lo'),
  asWords: wordSet('como según'),
  sourceAfter: new Set(),
  infinitiveMarks: wordSet('de'),
  articles: wordSet(
    'el la los las un una unos unas su sus mi este esta estos estas ese esa aquel dicho dicha varios varias algunos algunas dos tres lo',
  ),
  pronouns: genders('él:m ella:f ellos:plural ellas:plural yo:any nosotros:plural éste:m ésta:f'),
  possessives: genders('su:any'),
  links: wordSet('de del la las los el y e al'),
  stops: wordSet(
    'vía hay había más menos muy a al del ante bajo con contra desde durante en entre hacia hasta para por según sin sobre tras que quien donde cuando como pero o si porque aunque mientras lunes martes miércoles jueves viernes sábado domingo hoy ayer mañana ' +
      'ha han había habían no se le les lo ya también además así luego después entonces finalmente es fue era son este tampoco parece',
  ),
  role: /^(?:vice|ex)?(?:ministr[oa]|president[ea]|fiscal|juez|jueza|diputad[oa]|senador|senadora|alcalde|alcaldesa|portavoz|vocer[oa]|secretari[oa]|director|directora|jef[ea]|abogad[oa]|profesor|profesora|investigador|investigadora|gobernador|gobernadora|general|comisari[oa]|embajador|embajadora|economista|analista|expert[oa]|líder|candidat[oa]|magistrad[oa]|doctor|doctora|concejal|concejala|consejer[oa]|presidenta|coordinador|coordinadora|entrenador|entrenadora|rey|reina|papa|periodista|escritor|escritora|autor|autora|delegad[oa]|representante|agente|policía|instructor|titular|mandatari[oa]|canciller|dirigente|legislador|legisladora|catedrátic[oa]|médic[oa]|científic[oa]|parlamentari[oa]|edil|regidor|regidora|empresari[oa]|obispo|arzobispo|cardenal|sindicalista|activista|coronel|capitán|capitana|teniente|comandante|sargento|inspector|inspectora|subsecretari[oa]|actor|actriz|cantante|historiador|historiadora|politólog[oa]|sociólog[oa]|virólog[oa]|epidemiólog[oa]|letrad[oa]|responsable|fundador|fundadora|propietari[oa]|presentador|presentadora|seleccionador|capitán|delanter[oa]|exministr[oa])(?:s|es)?$/iu,
  titles: wordSet('don doña d. dª sr sr. sra sra. dr dr. dra dra. señor señora'),
  particles: wordSet('de del la las los y van von al el'),
  infinitive: /^(?:haber|ser|estar|no|\p{L}{2,}(?:ar|er|ir|arse|erse|irse))$/u,
  gerund: /ndo$/u,
  onSaying: {
    behind: 'al',
    form: /^(?:considerar|asegurar|afirmar|señalar|indicar|explicar|sostener|entender|estimar|advertir|recordar|alegar|insistir|declarar|anunciar|reconocer|admitir|denunciar|apuntar|manifestar|expresar|argumentar|subrayar)$/u,
  },
  nameWords: forms('llamad:o,a,os,as apodad:o,a,os,as titulad:o,a,os,as bautizad:o,a,os,as denominad:o,a,os,as lema título'),
  abbreviations: wordSet('dr prof etc sr sra dra dña art núm pág'),
  participle: /(?:[ai]d[oa]s?|dich[oa]s?|escrit[oa]s?|puest[oa]s?)$/u,
  notBeforeVerbs: wordSet('a al con de del en entre para por sin sobre tras dar darse da dan dio dieron un una'),
  reflexivesArePassive: true,
  asksItself: wordSet('pregunta preguntan preguntó preguntaba preguntaron'),
  relativeConjunctions: wordSet('que'),
  tellers: wordSet(
    'fuentes fuente informe informes estudio estudios datos cifras autoridades medios encuesta sondeo testigos investigadores documento documentos prensa diario periódico agencia comunicado policía gobierno fiscalía empresa portal sentencia expertos científicos analistas vecinos familiares',
  ),
  articlesBegin: true,
  listenerLinks: wordSet('al'),
  toldTo: wordSet('a al'),
  between: phrases('por su parte | por su lado | por otra parte | a su vez | en este sentido | en ese sentido | en un comunicado'),
  alsoNoSource: wordSet('según conforme'),
  dropsSubjects: true,
  stem: stemmer([
    /s$/u,
    /(?:aban|aron|ieron|iendo|ando|arian|aria|aran|eran|iran|ara|era|ira|aba|ado|ada|ido|ida|ar|er|ir|an|en|io|o|a|e)$/u,
  ]),
  turns: {
    letters: ['P', 'R'],
    ownVoice: wholeWords(
      String.raw`yo|me|mí|mi|mis|nos|nosotr[oa]s|nuestr[oa]s?|ustedes|usted|tú|te|tu|tus|vosotr[oa]s|\p{L}+[aei]mos|creo|tengo|estoy|soy|puedo|quiero|voy|sé|digo|fui|hice|he`,
    ),
    noSpeakers: wordSet(
      'foto fotos imagen fuente fuentes redacción texto fecha lugar hora horario horarios precio precios entrada entradas dirección teléfono info nota consejo corrección actualización vídeo video podcast ingredientes preparación reparto tema análisis contexto resultado goles cuándo dónde cómo qué porqué asunto de a lea',
    ),
  },
  dates: datesEs,
};
