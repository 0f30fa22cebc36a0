/** What a word can be, as bits: closed classes in full, open classes as far as finding speakers needs them. */
export const wordClasses = {
  determiner: 1,
  possessive: 1 << 1,
  pronoun: 1 << 2,
  preposition: 1 << 3,
  conjunction: 1 << 4,
  subordinator: 1 << 5,
  auxiliary: 1 << 6,
  modal: 1 << 7,
  negation: 1 << 8,
  adverb: 1 << 9,
  time: 1 << 10,
  /** A noun for one person: spokesman, minister, senator, mother. */
  role: 1 << 11,
  /** A noun for several: residents, officials. */
  group: 1 << 12,
  /** A noun for a body or a document that speaks: ministry, statement, court. */
  body: 1 << 13,
  /** A finite verb that is no cue. */
  verb: 1 << 14,
  /** Written before a name: Mr., President. */
  title: 1 << 15,
  /** A capital, country or building that stands for a government. */
  government: 1 << 16,
  relative: 1 << 17,
  adjective: 1 << 18,
  /** An adverb of the list, or by its shape: loudly. */
  adverbial: 1 << 19,
  /** A regular past tense or participle by its shape. */
  past: 1 << 20,
  /** A form of a cue verb; cues.ts says of which. */
  cue: 1 << 21,
} as const;

/** Documents, counts and inquiries that say something without being anybody. */
export const sourceNouns: ReadonlySet<string> = new Set(
  (
    'poll polls survey surveys study studies research report reports analysis review data figures records statistics census findings results returns document documents ' +
    'filing filings lawsuit complaint indictment affidavit memo letter email emails statement transcript dossier audit paper article census estimate estimates ballot ledger'
  ).split(' '),
);

const classes = new Map<string, number>();
function add(bit: number, words: string): void {
  for (const word of words.split(/\s+/)) if (word !== '') classes.set(word, (classes.get(word) ?? 0) | bit);
}

export function classesOf(lower: string): number {
  return classes.get(lower) ?? shapeOf(lower);
}

const w = wordClasses;
add(w.determiner, 'one the a an this these those some any each every no another both all many most several few other such either neither');
add(w.possessive, 'his her its their my our your whose');
add(
  w.pronoun,
  'he she they it i we you him her them us me who whom himself herself themselves itself everyone everybody someone somebody nobody anyone anybody one both others another',
);
add(
  w.preposition,
  'of in on at by for with from to into onto about against after before during over under between among amongst through throughout without within amid amidst ' +
    'despite since until till toward towards upon via per as like off out near behind beyond across around along alongside inside outside except besides including ' +
    'regarding concerning following above below beside unlike versus vs.',
);
add(w.conjunction, 'and or but nor yet & plus');
add(
  w.subordinator,
  'that when while where because if whether although though unless since as after before until so than how why what whereas once lest even',
);
add(w.relative, 'who whom whose which that where');
add(
  w.auxiliary,
  "is are was were be been being am has have had having do does did isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't ain't 's 're 've 'm 'd got get gets getting",
);
add(
  w.modal,
  "will would can could may might must shall should cannot won't wouldn't can't couldn't mightn't mustn't shouldn't 'll 'd ought used going",
);
add(w.negation, "not never n't hardly barely scarcely neither nor");
add(
  w.adverb,
  'also then later again already still just now once twice soon often always ever instead however meanwhile thus therefore too even further perhaps maybe indeed ' +
    'once earlier almost simply quite rather very so far yesterday today tonight tomorrow here there somewhat likewise nevertheless nonetheless moreover furthermore ' +
    'back together elsewhere first finally next afterward afterwards recently publicly only well long famously initially previously once more aloud online backstage right ago away though',
);
add(
  w.time,
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan. feb. mar. apr. ' +
    'aug. sept. oct. nov. dec. today yesterday tomorrow tonight morning afternoon evening night week month year weekend midday noon mondays tuesdays wednesdays thursdays fridays saturdays sundays ' +
    'minutes hours days weeks months years day hour time moment weekday a.m. p.m. gmt utc',
);
add(
  w.role,
  'spokesman spokeswoman spokesperson minister president senator congressman congresswoman lawmaker governor mayor secretary chairman chairwoman chair chairperson ' +
    'director chief head leader deputy official officer officer general commander captain colonel major lieutenant sergeant soldier analyst expert economist professor ' +
    'scientist researcher historian scholar author writer journalist reporter editor columnist anchor host moderator commentator critic pundit lawyer attorney judge ' +
    'prosecutor sheriff detective candidate nominee frontrunner rival opponent challenger incumbent adviser advisor aide ally strategist consultant operative manager pollster donor ' +
    'executive ceo founder co-founder owner partner investor banker entrepreneur businessman businesswoman billionaire mogul tycoon activist organizer organiser campaigner volunteer supporter voter ' +
    'resident neighbour neighbor witness victim survivor passenger driver pilot teacher student principal superintendent doctor physician nurse surgeon psychologist psychiatrist ' +
    'pastor priest bishop archbishop cardinal pope rabbi imam cleric reverend monk father mother son daughter brother sister husband wife widow widower uncle aunt cousin ' +
    'grandfather grandmother parent friend colleague boss employee worker farmer fisherman baker builder engineer architect artist singer musician actor actress comedian filmmaker producer player coach ' +
    'athlete king queen prince princess emperor chancellor premier ambassador envoy diplomat negotiator mediator counsel commissioner councillor councilor councilman councilwoman ' +
    'alderman delegate representative speaker whip treasurer comptroller regulator inspector investigator agent guard veteran ' +
    'man woman boy girl person guy lady gentleman teenager kid child citizen immigrant refugee migrant protester protestor demonstrator caller tourist visitor guest customer client patient ' +
    'shopkeeper merchant trader accountant auditor curator librarian mechanic carpenter plumber electrician chef waiter waitress bartender mogul celebrity star ' +
    'star businessman democrat republican conservative liberal socialist lobbyist insider source suspect defendant plaintiff gunman attacker bystander onlooker interviewer narrator hero ' +
    'secretary-general vice-president co-chair co-author co-host counterpart successor predecessor namesake newcomer native outsider politician statesman legislator assemblyman assemblywoman ' +
    'firefighter paramedic trooper policeman policewoman patrolman constable coroner ranger biologist physicist chemist astronomer geologist ecologist meteorologist epidemiologist sociologist ' +
    'barrister solicitor joiner headteacher headmaster headmistress lecturer vet midwife carer pensioner backbencher frontbencher peer magistrate surveyor ' +
    'geographer glaciologist climatologist oceanographer seismologist virologist immunologist hydrologist botanist zoologist statistician demographer philosopher theologian ' +
    'master linguist archaeologist anthropologist criminologist campaigner seaman skipper ferryman trawlerman dockworker docker postman postwoman milkman grocer butcher ' +
    'realtor taoiseach tanaiste tánaiste employer warden foreman forewoman clerk blogger vlogger influencer youtuber publisher novelist poet playwright translator interpreter landlord tenant homeowner',
);
add(
  w.group,
  'groups campaigns associates delegates advocates voices disclosures officials residents people voters supporters critics experts analysts lawmakers senators congressmen republicans democrats conservatives liberals progressives leaders ' +
    'aides advisers advisors allies opponents rivals candidates campaigners activists protesters protestors demonstrators organizers organisers police authorities investigators prosecutors ' +
    'lawyers attorneys judges sources reporters journalists editors observers economists scientists researchers scholars historians strategists pollsters pundits commentators doctors ' +
    'physicians nurses teachers students parents families relatives neighbors neighbours friends colleagues witnesses victims survivors workers employees unions farmers executives ' +
    'investors traders bankers regulators diplomats ministers soldiers troops rebels militants fighters activists men women americans others many some several both all most few none ' +
    'members delegates donors volunteers insiders operatives agencies advocates opponents detractors fans readers viewers users customers consumers drivers owners governments ' +
    'countries nations companies outlets networks media newspapers polls surveys studies reports documents records figures data documents emails e-mails fellows attendees participants ' +
    'respondents spokesmen spokespeople spokeswomen backers skeptics sceptics proponents rallygoers crowds firms banks states sides parties adults whites latinos hispanics muslims christians ' +
    'evangelicals catholics jews russians chinese israelis palestinians ukrainians iranians britons germans protestors governors mayors generals veterans immigrants refugees migrants ' +
    'pair duo trio couple agents officers deputies firefighters villagers locals citizens taxpayers pastors clerics bishops aides staffers interviewers moderators scientists surrogates',
);
add(w.body, 'research findings statistics returns results audit ledger estimate estimates filings polls surveys studies');
add(
  w.body,
  'ministry government administration campaign committee commission council agency department office bureau court senate house congress parliament cabinet party ' +
    'company corporation firm bank group organization organisation association union federation foundation institute university college school newspaper paper magazine journal ' +
    'network channel station website site outlet report statement release memo letter document study survey poll article editorial column book transcript complaint lawsuit suit ' +
    'filing indictment affidavit ruling order bill law resolution agreement treaty email e-mail message tweet post notice plan proposal review analysis army military navy force ' +
    'police coalition alliance bloc team delegation mission board panel jury crowd audience public family kremlin pentagon church industry centre center think-tank watchdog ' +
    'readout summary communique communiqué account data figures census ad advert advertisement headline sign caption poster video film documentary platform constitution guideline manual ' +
    'magazine blog wire service press media side movement regime embassy consulate presidency secretariat authority fund trust society club league brief briefing release dossier application ' +
    'history spokespeople leadership opposition majority minority electorate nation country state city county town village world community',
);
add(
  w.title,
  'cllr cllrs det insp supt pc pcso dci brig cpl pte mp mps msp mep mr. mrs. ms. miss dr. prof. sen. sens. rep. reps. gov. govs. gen. lt. col. maj. capt. sgt. adm. cmdr. rev. fr. hon. pres. sir dame lord lady mr mrs ms dr sen rep gov gen prof ' +
    'president vice-president senator congressman congresswoman representative governor mayor secretary minister chancellor premier ambassador general colonel major captain ' +
    'lieutenant sergeant admiral commander judge justice professor doctor pope bishop archbishop cardinal rabbi imam reverend father sister brother king queen prince princess ' +
    'chairman chairwoman speaker director officer detective sheriff chief deputy justice ayatollah sheikh sheik emir sultan comrade councilor councillor spokesman spokeswoman spokesperson ' +
    'majority minority leader former ex-president taoiseach tanaiste tánaiste gm',
);
add(
  w.government,
  'washington beijing moscow london paris berlin tokyo seoul pyongyang tehran jerusalem kyiv kiev brussels ankara cairo riyadh damascus baghdad kabul islamabad delhi dhaka hanoi manila ' +
    'jakarta canberra ottawa madrid rome athens warsaw budapest vienna stockholm oslo helsinki copenhagen havana caracas brasilia pretoria nairobi addis taipei bangkok doha minsk ' +
    'vilnius riga tallinn bucharest sofia belgrade zagreb lisbon dublin kremlin pentagon whitehall downing vatican holyrood elysee élysée westminster ' +
    'china russia america britain france germany japan india iran iraq israel egypt turkey syria ukraine poland italy spain canada australia mexico brazil pakistan ' +
    'taiwan vietnam cuba venezuela nato u.s. us u.k. uk u.n. un eu ' +
    'alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota ' +
    'mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming ontario quebec alberta manitoba saskatchewan queensland ' +
    'tasmania scotland england wales ireland bavaria catalonia',
);
add(
  w.adjective,
  'former new old young senior top chief late current first second third last other own same different such certain single main key leading longtime prominent veteran retired ' +
    'acting deputy outgoing incoming local national federal public private political foreign military social american british russian chinese french german israeli iranian ukrainian ' +
    'european african asian latin black white democratic republican conservative liberal independent presidential vice congressional unnamed anonymous dear great big good little high long ' +
    'large small early late recent major minor strong best better worst worse full more less least much only very own ready willing able likely unlikely sure clear true false real',
);
add(
  w.verb,
  'heard hears seen shown written taken given drawn known went came took made gave got left met held won lost ran led began kept stood brought sent built spent fell rose grew drew drove ate wore broke chose flew fought hid hit hurt laid ' +
    'paid put read rode sang sat set shot shut slept sold threw woke cut let lay beat bought caught became goes comes takes makes gives leaves meets holds wins loses runs leads begins keeps ' +
    'stands brings sends builds spends falls rises grows draws remains remain stays seemed seems seem appears appear became happen happens means mean works work lives live moves move ' +
    'shook swept struck swung swam tore taught stole stuck spun slid sank shrank sprang strode wept woken awoke bent blew clung crept dug drank fled flung forgot froze hung knelt ' +
    'leapt rang leant overcame undertook withstood dealt ' +
    'turns turn looks look starts start helps help needs need allows includes include continues follows plays pays serves serve stands offers tries try uses use walks sits gets go come take make give',
);

/** Words in -ly that are no adverbs, and -ed that are no verbs. */
const notAdverbs = new Set(
  'family early only rally ally july reply supply italy fly bully assembly monopoly likely elderly daily weekly monthly friendly holy ugly'.split(
    ' ',
  ),
);
const notVerbs = new Set('united red bed need speed seed feed breed indeed hundred sacred so-called greed bleed shed led'.split(' '));

/** "editor-in-chief", "ex-minister": the office of their one part. */
function officeOf(lower: string): number {
  const part = lower.includes('-')
    ? (/^(.+)-(?:in-chief|at-arms|at-large|elect|designate|general)$/.exec(lower) ??
        /^(?:ex|vice|co|deputy|under|arch)-(.+)$/.exec(lower))?.[1]
    : undefined;
  return part === undefined ? 0 : (classes.get(part) ?? 0) & (w.role | w.title);
}

function shapeOf(lower: string): number {
  const office = officeOf(lower);
  if (office !== 0) return office;
  if (lower.endsWith('ly')) return lower.length > 4 && !notAdverbs.has(lower) ? w.adverbial : 0;
  if (lower.endsWith('ed')) return lower.length > 3 && !notVerbs.has(lower) ? w.past : 0;
  return 0;
}
for (const [word, bits] of classes) classes.set(word, bits | shapeOf(word) | ((bits & w.adverb) !== 0 ? w.adverbial : 0));

export function markCues(words: Iterable<string>): void {
  for (const word of words) classes.set(word, classesOf(word) | w.cue);
}
