import { datesDe } from './dates';
import { forms, genders, type LanguagePack, phrases, wordSet, wholeWords } from '../pack';
import { stemmer, withoutAccents } from '../stems';

/** Weak verbs by their stems: sagt, sagte, sagten, sagen. */
const weak = (stems: string) =>
  stems
    .trim()
    .split(/\s+/)
    .map((stem) => `${stem}:t,te,ten,en`)
    .join(' ');

export const german: LanguagePack = {
  code: 'de',
  cues: forms(`
    ${weak('sag erklär betont erläuter versicher behaupt mein erzähl kritisier kommentier ergänz bekräftig bestätig beton mahn beklag erinner prognostizier argumentier bemerk vermut schätz forder bedauer äußer bemängel rüg monier verteidig entschuldig schilder verlang verweiger vermeld verrat  präzisier resümier twitter prophezei beteuer versprech lob verkünd begründ entgegn erwider prophezei glaub hoff fürcht rechtfertig analysier spekulier frag wunder freu zweifel diagnostizier orakel witzel scherz')}
    betont:e,en,et erwartet:e,en warn:t,te,ten antwort:et,ete,eten bericht:et,ete,eten urteil:t,te,ten berichtet befürcht:et,ete,eten
    widerspricht widersprach widersprachen gesteht gestehen gestand gestanden kontert konterte konterten bekennt bekannte zitiert zitierte bittet bat meldet meldete meldeten
    rät riet unterstreicht unterstrich unterstrichen schreibt schrieb schrieben spricht sprach sprachen sprechen nennt nannte nannten bezeichnet bezeichnete bezeichneten heißt hieß
    fragt fragte fragten glaubt glaubte glaubten hofft hoffte hofften verspricht versprach
    gesagt erklärt erläutert behauptet erzählt kritisiert bekräftigt bestätigt geschrieben eingeräumt mitgeteilt angekündigt hinzugefügt ausgeführt
    zugegeben berichtete mitteilte mitteilten ankündigte ankündigten einräumte einräumten hinzufügte ausführte angab angaben versicherte
  `),
  halves: new Map([
    ['teilte', wordSet('mit')],
    ['teilten', wordSet('mit')],
    ['teilt', wordSet('mit')],
    ['teilen', wordSet('mit')],
    ['fügte', wordSet('hinzu an')],
    ['fügt', wordSet('hinzu an')],
    ['führte', wordSet('aus')],
    ['führt', wordSet('aus')],
    ['räumte', wordSet('ein')],
    ['räumt', wordSet('ein')],
    ['räumten', wordSet('ein')],
    ['kündigte', wordSet('an')],
    ['kündigten', wordSet('an')],
    ['kündigt', wordSet('an')],
    ['gab', wordSet('an zu bekannt')],
    ['gaben', wordSet('an zu bekannt')],
    ['gibt', wordSet('an zu')],
    ['stellte', wordSet('klar fest dar')],
    ['stellt', wordSet('klar fest dar')],
    ['wies', wordSet('darauf zurück')],
    ['weist', wordSet('darauf zurück')],
    ['warf', wordSet('vor ein')],
    ['warfen', wordSet('vor ein')],
    ['werfen', wordSet('vor ein')],
    ['gestand', wordSet('ein')],
    ['gesteht', wordSet('ein')],
    ['deutete', wordSet('an')],
    ['deutet', wordSet('an')],
    ['legte', wordSet('nahe dar')],
    ['legt', wordSet('nahe dar')],
    ['stimmte', wordSet('zu')],
    ['pflichtete', wordSet('bei')],
    ['ging', wordSet('davon')],
    ['geht', wordSet('davon')],
    ['gehen', wordSet('davon')],
    ['wandte', wordSet('ein')],
    ['wendet', wordSet('ein')],
    ['sagte', wordSet('voraus')],
    ['schlug', wordSet('vor')],
    ['schlägt', wordSet('vor')],
    ['schloss', wordSet('aus')],
    ['schließt', wordSet('aus')],
    ['wirft', wordSet('vor')],
    ['hob', wordSet('hervor')],
    ['hebt', wordSet('hervor')],
    ['sprach', wordSet('aus von')],
    ['spricht', wordSet('aus von')],
  ]),
  bareCues: wordSet('so'),
  auxiliaries: wordSet('hat haben hatte hatten habe'),
  coordination: wordSet('und sowie'),
  relatives: new Set(),
  clauseWords: wordSet('wo weil während obwohl nachdem bevor indem'),
  impersonal: new Map([
    ['heißt', wordSet('in im aus von')],
    ['hieß', wordSet('in im aus von')],
  ]),
  naming: forms('nenn:t,en nannte nannten bezeichn:et,ete,eten,en'),
  reflexives: wordSet('sich'),
  speaksOf: new Map(['spricht', 'sprach', 'sprechen', 'sprachen'].map((cue) => [cue, wordSet('von vom')])),
  beside: wordSet(
    'hat haben hatte hatten ist war wird werden würde sich auch nun dann jedoch aber dabei dazu zudem außerdem unter anderem bereits schon am im nicht ' +
      'wiederholt stets immer erneut heute gestern später zuvor daraufhin zunächst kürzlich ebenfalls es ihm ihr ihnen uns indes hingegen dagegen deshalb darüber',
  ),
  conjunctions: wordSet('dass daß ob wie warum weshalb wieso'),
  sourceBefore: phrases(
    'laut | nach angaben von | nach angaben | nach eigenen angaben | nach aussage von | nach aussagen von | nach ansicht von | nach ansicht | nach auffassung | nach einschätzung von | nach einschätzung | nach meinung von | nach meinung | nach darstellung | nach worten | nach den worten | nach überzeugung | nach informationen von | nach informationen | nach auskunft | nach berechnungen | nach berechnungen von | nach erkenntnissen | nach erkenntnissen von | nach schätzungen | nach schätzungen von | nach darstellung von | nach eigener aussage | nach eigener darstellung | nach lesart | aus sicht | aus der sicht',
  ),
  sourceWithin: {
    behind: 'nach',
    form: /^(\p{L}{3,}?)(?:(?<=ung|ion|schaft|tät)s)?(?:angaben|informationen|erkenntnissen|darstellung)$/iu,
  },
  pointsBack: phrases('das | dies'),
  asWords: wordSet('wie'),
  sourceAfter: wordSet('zufolge'),
  infinitiveMarks: wordSet('zu'),
  articles: wordSet(
    'der die das den dem des ein eine einer einem einen eines sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren mein meine unser unsere dieser diese dieses diesem diesen mehrere viele einige zwei drei',
  ),
  pronouns: genders('er:m sie:any es:n ihm:m ihr:f ihn:m ihnen:plural ich:any wir:plural man:any dieser:m diese:f'),
  possessives: genders('seinen:m seiner:m ihren:any ihrer:any'),
  links: wordSet('des der eines einer von vom und de van für & zu'),
  stops: wordSet(
    'am im in an auf bei mit nach vor zu zum zur seit während gegenüber über um aus durch gegen ohne trotz wegen als wenn weil dass daß ob wie noch bereits schon nun jedoch aber dabei dazu zudem ' +
      'außerdem auch heute gestern montag dienstag mittwoch donnerstag freitag samstag sonntag unter zwischen bis ab denn sowie oder nicht sich es später zuvor kürzlich zunächst erneut indes dort hier dann gleich neben darin darum doch damals daraufhin danach außerdem inzwischen mittlerweile zugleich gleichzeitig allerdings vielmehr immerhin insgesamt besonders innerhalb außerhalb angesichts aufgrund anlässlich etwa rund erst nur sogar vielleicht so davor dagegen deshalb deswegen damit daher dadurch obwohl sondern ferner derzeit künftig bislang bisher oft häufig manchmal zuletzt schließlich nachdem indem sobald gegen laut zufolge hat haben hatte hatten ist war wird werden würde sei seien weiter zuerst anschließend zudem letztlich zumal',
  ),
  role: /^(?!.*(?:isch|lich)$)[\p{L}-]*(?:minister|präsident|kanzler|sprecher|chef|leiter|direktor|politiker|vorsitzende|bischof|anwalt|anwält|professor|forscher|wissenschaftler|experte|expert|richter|staatsanwalt|kommissar|abgeordnete|senator|gouverneur|bürgermeister|hafenmeister|baumeister|handwerksmeister|landrat|trainer|manager|gründer|vorstand|vize|führer|sekretär|beauftragte|autor|journalist|general|inspektor|ökonom|analyst|botschafter|könig|papst|kandidat|ärzt|arzt|oberst|kapitän|unternehmer|ratsherr|(?:fähr|feuerwehr|fach|kauf|geschäfts|kamera|ob|ombuds|staats|see)(?:mann|frau)|anwohner|bewohner|nachbar|landwirt|zeug|augenzeug|rentner|lehrer|schüler|student|händler|künstler|musiker|besitzer|mieter|sanitäter|polizist|förster|kämmerer|kämmer|pächter|eigentümer|inhaber|betreiber|aktivist|historiker|soziolog|politolog|virolog|ökolog|psycholog|biolog|meteorolog|geograf|intendant|pfarrer|kommandeur|inspekteur|ermittler|verteidiger|stürmer|torwart|regisseur|schauspieler|sänger|schriftsteller|verleger|kanzlist|rät|rat)(?:in|innen|en|s|e|r|n)?$/iu,
  titles: wordSet('herr frau dr dr. prof prof. sir lord'),
  particles: wordSet('von van de der den zu al el bin ibn ad'),
  reportive: wordSet(
    'sei seien habe werde könne müsse solle wolle dürfe möge wisse gebe gehe komme stehe bleibe liege finde halte lasse nehme sehe mache führe bringe zeige brauche handle handele gelte bestehe bedeute fehle trage bekomme spreche denke glaube arbeite biete drohe diene folge fühle gehöre hoffe laufe lebe leide rechne schäme setze sorge stelle suche tue unterstütze verdiene verstehe versuche ziehe wäre hätte bedauere betreffe mitbringe spalte wachse erwarte hätten wären würden',
  ),
  passives: wordSet('wurde wurden worden wird werden'),
  finite: /(?:te|ten|^sagt|^sagen|^meint|^meinen|^so)$/u,
  firstPerson: wordSet('ich'),
  traits: /^\d+-jährigen?r?$/u,
  nameWords: forms('sogenannt:e,en,er,es genannt:e,en,er,es genannt namens getauft betitelt:e,en,er,es betitelt titel motto'),
  abbreviations: wordSet('dr prof st nr bzw ca etc usw'),
  articlesAreRelative: true,
  ordinalsHaveStops: true,
  verbSecond: true,
  prepositions: wordSet(
    'auf nach in im bei beim vor zu zum zur mit am an aus für gegen über unter um während wegen trotz seit zwischen von vom neben',
  ),
  nounsAreCapital: true,
  stem: stemmer([/(?:ern|em|en|er|es|e|s)$/u, /(?:st|t)$/u, /(?:en|er|e)$/u], (word) => withoutAccents(word.replaceAll('ß', 'ss'))),
  turns: {
    letters: ['F', 'A'],
    ownVoice: wholeWords(String.raw`ich|wir|mich|mir|uns|unser\p{L}{0,2}|mein\p{L}{0,2}|du|dich|dir|euch|Ihnen`),
    noSpeakers: wordSet(
      'foto fotos bild bilder grafik quelle quellen redaktion text autor autorin datum ort zeit uhrzeit beginn ende preis preise eintritt adresse anschrift telefon tickets karten info infos hinweis tipp fazit update korrektur anmerkung lesen video podcast termin öffnungszeiten zutaten zubereitung besetzung regie thema kommentar analyse hintergrund ergebnis tore zuschauer wann wo wie was warum von bis an betreff',
    ),
  },
  dates: datesDe,
};
