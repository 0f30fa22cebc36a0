/** Irregular forms, as base then forms; the regular ones are found by rule. */
const IRREGULAR = `be am is are was were been
have has had having|do does did done doing|go goes went gone|say said|make made|take took taken|come came|see saw seen|know knew known
get got gotten|give gave given|find found|think thought|tell told|become became|show shown|leave left|feel felt|put|bring brought
begin began begun|keep kept|hold held|write wrote written|stand stood|hear heard|let|mean meant|set|meet met|run ran|pay paid|sit sat
speak spoke spoken|lie lay lain|lead led|read|grow grew grown|lose lost|fall fell fallen|send sent|build built|understand understood
draw drew drawn|break broke broken|spend spent|cut|rise rose risen|drive drove driven|buy bought|wear wore worn|choose chose chosen
seek sought|throw threw thrown|catch caught|deal dealt|win won|fight fought|strike struck stricken|shoot shot|teach taught|sell sold
eat ate eaten|fly flew flown|forget forgot forgotten|hide hid hidden|sing sang sung|sink sank sunk|steal stole stolen|swear swore sworn
withdraw withdrew withdrawn|undergo underwent undergone|undertake undertook undertaken|overcome overcame|arise arose arisen
flee fled|feed fed|bind bound|bear bore borne|bite bit bitten|blow blew blown|breed bred|burn burnt|cling clung|creep crept|dig dug
dream dreamt|drink drank drunk|dwell dwelt|forbid forbade forbidden|forgive forgave forgiven|freeze froze frozen|grind ground|hang hung
kneel knelt|lay laid|lean leant|leap leapt|learn learnt|lend lent|light lit|overthrow overthrew overthrown|prove proven|ride rode ridden
ring rang rung|shake shook shaken|shine shone|shrink shrank shrunk|shut|sleep slept|slide slid|spill spilt|spin spun|split|spread
spring sprang sprung|stick stuck|sting stung|sweep swept|swim swam swum|swing swung|tear tore torn|uphold upheld|wake woke woken|weep wept
weave wove woven|wind wound|oversee oversaw overseen|foresee foresaw foreseen|mislead misled|rebuild rebuilt|remake remade|rewrite rewrote rewritten
die died dying|lie lied lying|tie tied tying|vie vied
child children|person people persons|man men|woman women|foot feet|tooth teeth|mouse mice|goose geese|life lives|wife wives|knife knives
half halves|leaf leaves|thief thieves|wolf wolves|shelf shelves|crisis crises|analysis analyses|basis bases|thesis theses|phenomenon phenomena
criterion criteria|medium media|datum data|policeman policemen|policewoman policewomen|spokesman spokesmen|spokeswoman spokeswomen
congressman congressmen|gunman gunmen|fireman firemen|chairman chairmen|businessman businessmen|fisherman fishermen|serviceman servicemen
representative rep|senator sen|governor gov|general gen|professor prof|sergeant sgt|lieutenant lt|captain capt|colonel col
good better best|bad worse worst|far further farther`;

const baseOf = new Map<string, string>();
for (const entry of IRREGULAR.split(/[\n|]/)) {
  const [base = '', ...forms] = entry.split(' ');
  for (const form of forms) baseOf.set(form, base);
}

/** Words that only look inflected. */
const WHOLE = new Set(
  'news series species evening nothing something anything everything during being always perhaps politics united states alliance'.split(
    ' ',
  ),
);

/** British endings and their American ones; tried only where the result is a word. */
const AMERICAN: readonly (readonly [string, string])[] = [
  ['our', 'or'],
  ['ise', 'ize'],
  ['yse', 'yze'],
  ['isation', 'ization'],
  ['ence', 'ense'],
  ['tre', 'ter'],
  ['bre', 'ber'],
  ['ogue', 'og'],
  ['amme', 'am'],
  ['ourable', 'orable'],
  ['our', 'or'],
  ['ement', 'ment'],
  ['aeroplane', 'airplane'],
  ['grey', 'gray'],
  ['tyre', 'tire'],
  ['sceptic', 'skeptic'],
  ['manoeuvre', 'maneuver'],
  ['cheque', 'check'],
];

export interface Dictionary {
  has(word: string): boolean;
  /** How rare a word is, in bits; only asked for words it has. */
  rarity(word: string): number;
  areSynonyms(a: string, b: string): boolean;
}

/** The base form of a lower-case word in American spelling: detachment rules checked against a dictionary (after WordNet's Morphy). */
export function lemmaOf(word: string, dictionary: Dictionary | undefined): string {
  const irregular = baseOf.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || WHOLE.has(word)) return word;
  return american(detach(word, dictionary), dictionary);
}

function detach(word: string, dictionary: Dictionary | undefined): string {
  const known = dictionary?.has(word) ?? false;
  for (const base of bases(word)) {
    if (dictionary === undefined) return base;
    // "morning" is no form of "morn": a base much rarer than the word itself is another word.
    if (dictionary.has(base) && !(known && dictionary.rarity(base) > dictionary.rarity(word) + 3)) return base;
    const americanBase = american(base, dictionary);
    if (americanBase !== base) return americanBase;
  }
  return word;
}

function* bases(word: string): Generator<string> {
  if (word.endsWith('ies') && word.length > 4) yield `${word.slice(0, -3)}y`;
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) {
    yield word.slice(0, -1);
    if (/(?:s|x|z|ch|sh|o)es$/.test(word)) yield word.slice(0, -2);
  }
  if (word.endsWith('ied') && word.length > 4) yield `${word.slice(0, -3)}y`;
  const stem = word.endsWith('ing') ? word.slice(0, -3) : word.endsWith('ed') ? word.slice(0, -2) : '';
  if (stem.length < 3) return;
  const doubled = stem.at(-1) === stem.at(-2);
  if (doubled && !/[sl]$/.test(stem)) yield stem.slice(0, -1);
  // "hoped" before "hop": a stem of one short syllable would have doubled its consonant.
  if (/[^aeiou][aeiou][^aeiouwxy]$/.test(stem) || /(?:[vcszug]|[iu]d|bl|tl|dl|pl)$/.test(stem)) {
    yield `${stem}e`;
    yield stem;
  } else {
    yield stem;
    yield `${stem}e`;
  }
  if (doubled) yield stem.slice(0, -1);
}

function american(word: string, dictionary: Dictionary | undefined): string {
  if (word.length < 5) return word === 'grey' ? 'gray' : word;
  for (const [british, american] of AMERICAN) {
    if (!word.endsWith(british)) continue;
    const other = word.slice(0, -british.length) + american;
    if (dictionary?.has(other) && (!dictionary.has(word) || dictionary.areSynonyms(word, other))) return other;
  }
  return word;
}
