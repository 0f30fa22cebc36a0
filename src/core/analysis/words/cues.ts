import { markCues } from './lexicon';

/**
 * Verbs of speech, judgement and thought, with what they take. A frame says what may follow or go before the verb:
 * the quotation itself, a clause, a listener, a noun phrase, an infinitive, a question, or a preposition.
 */
export const frames = {
  /** Words between marks, or the quoted clause, may stand before or after: “…,” she said. */
  quote: 1,
  /** A that-clause or a bare clause follows: said (that) it was late. */
  clause: 1 << 1,
  /** A listener comes first: told reporters that. */
  listener: 1 << 2,
  /** A noun phrase is the content: praised the plan; called it "a farce"; accused her of lying. */
  noun: 1 << 3,
  /** An infinitive is the content: vowed to fight. */
  infinitive: 1 << 4,
  /** A question word may open the content: asked whether. */
  question: 1 << 5,
  /** Thought, not speech: reported, but never the cue of words between marks alone. */
  thought: 1 << 6,
  /** A preposition of `prepositions` opens the content. */
  preposition: 1 << 7,
  /** Words between marks need a comma or a colon beside it: “…,” she smiled. */
  apart: 1 << 8,
} as const;

export type CueForm = 'base' | 's' | 'past' | 'participle' | 'ing';

export interface Cue {
  readonly lemma: string;
  readonly frames: number;
  /** Prepositions (of, for, on ...) whose object is the content. */
  readonly prepositions: readonly string[];
  /** A particle that must follow: point *out*. */
  readonly particle?: string;
}

export interface CueWord {
  readonly cue: Cue;
  /** Forms the spelling stands for: "said" is past and participle. */
  readonly forms: readonly CueForm[];
}

const f = frames;
/** frames, then lemmas; `lemma/of,about` names prepositions, `lemma+out` a particle. */
const table: readonly (readonly [number, string])[] = [
  [
    f.quote | f.clause,
    'charge/that comment/on,about mouth crack demur venture enthuse mumble shriek sob tease marvel/at cheer moan/about type scribble hedge quote thunder state insist say conclude remark observe reply/to respond/to retort contend assert maintain joke/about quip boast/of,about brag/about lament counter ' +
      'exclaim proclaim muse opine speculate/about swear cry shout/at yell/at scream/at whisper mutter murmur groan growl snap interject gush fume ' +
      'deadpan crow wisecrack chuckle chant sing declare/for testify/about,to theorize surmise posit profess vent/about sigh laugh grumble/about gripe/about rant/about bark ' +
      'blurt+out point+out chime+in cry+out call+out spell+out elaborate/on add reason write/about,of tweet/about blog/about recount narrate relate intone hiss roar ' +
      'plead/for,with beg joke bellow thunder drawl purr sniff sneer stammer whine wail implore shoot+back push+back snap+back hit+back fire+back',
  ],
  [
    f.quote | f.clause | f.noun,
    'note explain acknowledge admit/to reiterate stress emphasize emphasise underscore underline allege claim affirm reaffirm confirm reveal disclose report/on ' +
      'announce mention/to predict post recall concede confess/to deny clarify summarize summarise propose recommend suggest warn/of,about,against caution/against ' +
      'imply/in insinuate repeat echo detail outline describe highlight publish foresee foretell forecast signal document certify verify attest/to concede deplore bemoan decry ' +
      'protest mock scoff/at bemoan denounce complain/about,of object/to rule argue/for,against hint/at,that quote',
  ],
  [f.quote | f.clause | f.question, 'ask/about,for inquire/about enquire/about wonder/about query answer'],
  [f.quote | f.clause | f.listener | f.question, 'tell/about,of'],
  [
    f.quote | f.clause | f.listener,
    'assure inform/of,about remind/of notify/of reassure brief/on advise/on text email e-mail write message',
  ],
  [f.quote | f.clause | f.infinitive, 'vow pledge promise threaten agree/with,on,to offer volunteer swear'],
  [f.quote | f.clause | f.noun | f.infinitive, 'demand request urge advise'],
  [f.quote, 'go+on put+it read begin'],
  [f.quote | f.apart, 'share beam grin smile nod shrug reflect reminisce'],
  [f.quote, 'continue respond'],
  [
    f.noun,
    'reference specify call/for,on dub label brand characterize characterise term deem accuse blame criticize criticise condemn blast slam lambast lambaste praise hail laud ' +
      'applaud commend tout extol welcome endorse defend dismiss reject rebut refute dispute disavow disown repudiate ridicule deride mock attack rip slap trash bash chide chastise rebuke ' +
      'berate scold admonish assail castigate excoriate pan rap cite invoke question challenge advocate/for express voice discuss debate credit thank congratulate ' +
      'fault liken compare nickname name title hint lodge float pitch detail articulate enumerate retract withdraw unveil savage pillory upbraid vilify ' +
      'demonize demonise insult taunt disparage belittle malign bemoan lament skewer flay hammer single+out lay+out call+out rule+out shrug+off brush+off play+down',
  ],
  [
    f.noun | f.infinitive,
    'order instruct command direct encourage invite persuade convince press/for,on implore beseech beg exhort challenge dare ask authorize authorise recommend',
  ],
  [f.infinitive, 'refuse decline opt claim profess'],
  [
    f.preposition,
    'speak/of,about,on,against talk/about,of refer/to allude/to point/to react/to apologize/for apologise/for object/to lash+out/at appeal/for,to campaign/for push/for,back ' +
      'rail/against inveigh/against insist/on lobby/for,against argue/for,against elaborate/on dwell/on touch/on reply/to preach/about lecture/on,about testify/to,about vouch/for ' +
      'chat/about gloat/about fret/about quarrel/with disagree/with weigh+in/on double+down/on zero+in/on hit+out/at',
  ],
  [
    f.thought | f.clause,
    'think/of,about believe/in feel know/about suspect/of realize realise understand figure guess imagine reckon doubt worry/about fear conclude presume hope/for expect ' +
      'remember notice sense foresee dream/of care/about determine learn/of,about discover',
  ],
  [
    f.thought | f.clause | f.noun,
    'show indicate find estimate project demonstrate suggest reveal illustrate calculate consider see view regard perceive',
  ],
  [f.thought | f.noun | f.infinitive, 'want expect prefer wish/for hope/for favor favour support oppose'],
  [f.thought | f.infinitive, 'plan/to,on seek intend aim/to,at decide/to,on  hesitate long/for,to yearn/for,to resolve/to seem appear'],
];

const irregular: ReadonlyMap<string, readonly [string, string?]> = new Map([
  ['say', ['said']],
  ['tell', ['told']],
  ['write', ['wrote', 'written']],
  ['think', ['thought']],
  ['know', ['knew', 'known']],
  ['feel', ['felt']],
  ['find', ['found']],
  ['see', ['saw', 'seen']],
  ['show', ['showed', 'shown']],
  ['speak', ['spoke', 'spoken']],
  ['swear', ['swore', 'sworn']],
  ['begin', ['began', 'begun']],
  ['go', ['went', 'gone']],
  ['put', ['put']],
  ['read', ['read']],
  ['sing', ['sang', 'sung']],
  ['cry', ['cried']],
  ['understand', ['understood']],
  ['foresee', ['foresaw', 'foreseen']],
  ['foretell', ['foretold']],
  ['forecast', ['forecast']],
  ['overhear', ['overheard']],
  ['mean', ['meant']],
  ['learn', ['learned']],
  ['seek', ['sought']],
  ['lay', ['laid']],
  ['shoot', ['shot']],
  ['hit', ['hit']],
  ['withdraw', ['withdrew', 'withdrawn']],
  ['dream', ['dreamed']],
]);
/** The last consonant is written twice: admitted, begging. */
const doubled = new Set('admit beg quip rap slam pan rebut plan rip brag blog chat fret snap hit put begin opt grin nod shrug'.split(' '));

const words = new Map<string, CueWord[]>();

function addForm(spelling: string, cue: Cue, form: CueForm): void {
  const entries = words.get(spelling) ?? [];
  const at = entries.findIndex((entry) => entry.cue === cue);
  const old = entries[at];
  if (old === undefined) entries.push({ cue, forms: [form] });
  else if (!old.forms.includes(form)) entries[at] = { cue, forms: [...old.forms, form] };
  words.set(spelling, entries);
}

function inflect(cue: Cue): void {
  const { lemma } = cue;
  const stem = doubled.has(lemma) ? lemma + lemma.slice(-1) : lemma.endsWith('e') ? lemma.slice(0, -1) : lemma;
  const consonantY = /[^aeiou]y$/.test(lemma);
  addForm(lemma, cue, 'base');
  addForm(consonantY ? `${lemma.slice(0, -1)}ies` : /(?:s|sh|ch|x|z|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`, cue, 's');
  addForm(`${stem}ing`, cue, 'ing');
  const irregularForms = irregular.get(lemma);
  if (irregularForms !== undefined) {
    addForm(irregularForms[0], cue, 'past');
    addForm(irregularForms[1] ?? irregularForms[0], cue, 'participle');
    return;
  }
  const past = consonantY ? `${lemma.slice(0, -1)}ied` : `${stem}ed`;
  addForm(past, cue, 'past');
  addForm(past, cue, 'participle');
}

/** One cue a lemma and particle: frames of several lines are united. */
function build(): void {
  const cues = new Map<string, { frames: number; prepositions: Set<string>; lemma: string; particle: string | undefined }>();
  for (const [bits, line] of table) {
    for (const entry of line.split(' ')) {
      const [head = '', ...prepositions] = entry.split(/[/,]/);
      const [lemma = '', particle] = head.split('+');
      const cue = cues.get(head) ?? { frames: 0, prepositions: new Set<string>(), lemma, particle };
      cue.frames |= bits;
      // A verb of speech that can also be a thought is speech.
      if ((cue.frames & f.quote) !== 0) cue.frames &= ~f.thought;
      if (prepositions.length > 0) cue.frames |= f.preposition;
      for (const preposition of prepositions) cue.prepositions.add(preposition);
      cues.set(head, cue);
    }
  }
  for (const { lemma, particle, frames: bits, prepositions } of cues.values()) {
    inflect({ lemma, frames: bits, prepositions: [...prepositions], ...(particle !== undefined && { particle }) });
  }
}
build();
markCues(words.keys());

/** The cues a lower-case word may be a form of, those with a particle first. */
export function cueWordsOf(lower: string): readonly CueWord[] | undefined {
  return words.get(lower);
}

for (const entries of words.values()) entries.sort((a, b) => Number(b.cue.particle !== undefined) - Number(a.cue.particle !== undefined));
