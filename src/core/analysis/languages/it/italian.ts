import { datesIt } from './dates';
import { forms, genders, type LanguagePack, phrases, wordSet, wholeWords } from '../pack';
import { stemmer } from '../stems';

/** Verbs in -are by their stems: afferma, affermano, affermò, affermava, affermato, affermando. */
const are = (stems: string) =>
  stems
    .trim()
    .split(/\s+/)
    .map((stem) => `${stem}:a,ano,ò,arono,ava,avano,ato,ata,ando`)
    .join(' ');

/** Experimental: written from grammars alone, and measured on invented sentences only. */
export const italian: LanguagePack = {
  code: 'it',
  cues: forms(`
    ${are('afferm dichiar raccont osserv not ricord replic comment annunci sottoline precis conferm assicur denunci lament critic accus consider consigli domand riport inform avvis esort azzard neg evidenzi segnal rilev auspic rimarc illustr constat ipotizz rassicur sollecit garant rivel ironizz')}
    spiega spiegano spiegò spiegava spiegato spiegando
    dice dicono disse dissero diceva dicevano detto dicendo sostiene sostengono sostenne sosteneva sostenuto ritiene ritengono ritenuto
    aggiunge aggiungono aggiunse aggiunto aggiungendo risponde rispondono rispose risposto promette promettono promise promesso ammette ammettono ammise ammesso
    chiede chiedono chiese chiesto conclude concludono concluse concluso riferisce riferiscono riferì riferito ribadisce ribadiscono ribadì ribadito
    chiarisce chiarì chiarito avverte avvertono avvertì avvertito scrive scrivono scrisse scritto teme temono crede credono pensa pensano spera sperano
    riconosce riconobbe riconosciuto smentisce smentiscono smentì smentito prevede prevedono parla parlano parlato definisce definiscono definì definito
  `),
  halves: new Map([['fa', wordSet('sapere')]]),
  bareCues: new Set(),
  auxiliaries: wordSet('ha hanno aveva avevano avrebbe avrebbero ho abbiamo'),
  coordination: wordSet('e ed o ma'),
  relatives: wordSet('che'),
  clauseWords: wordSet('dove quando mentre perché poiché affinché'),
  impersonal: new Map([['legge', wordSet('nel nella nei nelle in')]]),
  naming: forms('definis:ce,cono defin:ì,ito,ita bolla bollò bollato bollata'),
  reflexives: wordSet('si'),
  speaksOf: new Map(['parla', 'parlano', 'parlò', 'parlato'].map((cue) => [cue, wordSet("di d'")])),
  beside: wordSet(
    'ha hanno aveva avevano avrebbe avrebbero non si gli le lo la ne ci anche inoltre poi già ancora infine però quindi invece oggi ieri sempre subito',
  ),
  conjunctions: wordSet('che se come'),
  sourceBefore: phrases(
    "secondo | stando a | stando al | stando alla | stando all' | stando ai | a detta di | a detta del | a detta della | a detta dell' | a detta dei | a giudizio di | a giudizio del | per | a suo giudizio | a suo avviso",
  ),
  weakSources: wordSet('per'),
  pointsBack: phrases('lo'),
  asWords: wordSet('come'),
  sourceAfter: new Set(),
  articles: wordSet(
    "il lo la i gli le l' un uno una un' suo sua suoi sue loro mio nostra nostro questo questa questi queste quel quella alcuni alcune diversi diverse due tre",
  ),
  pronouns: genders('lui:m lei:f egli:m ella:f loro:plural io:any noi:plural costui:m'),
  possessives: genders('suo:any'),
  links: wordSet("di del dello della dei degli delle dell' d' e ed"),
  stops: wordSet(
    'a al allo alla ai agli alle in nel nello nella nei nelle con su sul sulla per tra fra da dal dalla dai durante dopo prima contro senza presso verso che dove quando come ma o se perché mentre ' +
      'lunedì martedì mercoledì giovedì venerdì sabato domenica oggi ieri domani ha hanno aveva avevano è era sono non si anche inoltre poi già ancora infine però',
  ),
  role: /^(?:vice|ex)?(?:ministr[oa]|president[ei]|presidentessa|sindac[oa]|assessor[ei]|assessora|portavoce|segretari[oa]|direttor[ei]|direttrice|cap[oi]|avvocat[oa]|professor[ei]|professoressa|ricercator[ei]|ricercatrice|procurator[ei]|procuratrice|giudic[ei]|deputat[oa]|senator[ei]|senatrice|governator[ei]|governatrice|general[ei]|commissari[oa]|ambasciator[ei]|ambasciatrice|economista|analista|espert[oai]|leader|candidat[oa]|consiglier[ei]|consigliera|allenator[ei]|allenatrice|re|regina|papa|giornalista|scrittor[ei]|scrittrice|autor[ei]|autrice|delegat[oa]|rappresentant[ei]|responsabile|presidi?|prefett[oa]|questore|vescovo|cancellier[ei]|comandante|coordinator[ei]|coordinatrice)$/iu,
  titles: wordSet('signor signora sig sig. dott dott. dottor dottoressa prof prof. avv avv. ing ing. don'),
  particles: wordSet("di de del della dello dei degli da dal la lo d'"),
  infinitiveMarks: wordSet("di d' a"),
  infinitive: /^(?:non|essere|aver|\p{L}{2,}(?:are|ere|ire|arsi|ersi|irsi))$/u,
  gerund: /ndo$/u,
  nameWords: forms(
    'cosiddett:o,a,i,e chiamat:o,a,i,e soprannominat:o,a,i,e intitolat:o,a,i,e battezzat:o,a,i,e denominat:o,a,i,e titolo motto nome',
  ),
  abbreviations: wordSet('dott prof avv ing sig art pag ecc dr'),
  participle: /(?:[aiu]t[oaie]|dett[oa]|scritt[oa]|rispost[oa]|promess[oa]|ammess[oa]|chiest[oa]|conclus[oa]|aggiunt[oa])$/u,
  notBeforeVerbs: wordSet('a al alla con da dal di del della in nel per su tra fra senza un una'),
  reflexivesArePassive: true,
  asksItself: wordSet('chiede chiedono chiese domanda domandano domandò'),
  relativeConjunctions: wordSet('che'),
  tellers: wordSet(
    'fonti fonte rapporto relazione studio dati cifre autorità media sondaggio testimoni ricercatori documento documenti stampa quotidiano giornale agenzia comunicato polizia governo procura esperti',
  ),
  tellsSomebody: /^(?:avvert|avvis|inform|assicur)/u,
  alsoNoSource: wordSet('secondo'),
  dropsSubjects: true,
  elision: /^(?:l|un|d|c|s|m|t|dell|dall|nell|sull|all|quell|quest|com|dov)'/u,
  stem: stemmer([
    /(?:eranno|arono|irono|era|ando|endo|avano|ava|evano|eva|ato|ata|ati|ate|uto|uta|uti|ute|ito|ita|iti|ite|are|ere|ire|ano|ono|a|e|i|o)$/u,
  ]),
  turns: {
    letters: ['D', 'R'],
    ownVoice: wholeWords(
      String.raw`io|mi|me|mio|mia|miei|mie|noi|ci|nostr[oaie]|voi|vi|vostr[oaie]|\p{L}+(?:iamo|ammo|emmo|immo)|ho|sono|credo|penso|posso|voglio|vado|so|dico`,
    ),
    noSpeakers: wordSet(
      'foto immagine fonte fonti redazione testo data luogo ora orario orari prezzo prezzi ingresso indirizzo telefono biglietti info nota consiglio correzione aggiornamento video podcast ingredienti preparazione regia tema analisi contesto risultato gol quando dove come cosa perché oggetto da a leggi',
    ),
  },
  dates: datesIt,
};
