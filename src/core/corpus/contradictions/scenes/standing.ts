import { aroundOf, type Told } from './passage';

/** How a value stands: as a fact where no bit is set. */
export const Standing = {
  planned: 1,
  asked: 2,
  offered: 4,
  polled: 8,
  room: 16,
  average: 32,
  former: 64,
  rough: 128,
  unreal: 256,
  more: 512,
  revised: 1024,
  served: 2048,
  net: 4096,
  byRoad: 8192,
  straight: 16384,
  felt: 32768,
} as const;

/** A word each of what makes a value one that is not, or not yet: each kind is another thing than any other, and than a fact. */
const KINDS: readonly (readonly [bit: number, words: RegExp])[] = [
  [
    Standing.planned,
    /\b(?:expect\w*|forecasts?|predict\w*|project(?:ed|ions?|s)|anticipat\w*|plan(?:s|ning)?(?= (?:to|for|on|at)\b)|planned|intend\w*|schedul\w*|slated|due to|(?:was|were|is|are) due|(?:is|are|was|were) (?:set|supposed|meant|to) (?:to )?(?!blame\b)[a-z]+|hop(?:e[sd]?|ing) (?:for|to)|aim(?:s|ed|ing)?|target\w*|goals? of (?:\d|[a-z]+ing\b)|budget\w*|allot\w*|allocat\w*|set aside|earmark\w*|counted on|reckon\w* with|promis\w+|pledg\w+|vow\w*|(?:had|was|were) (?:been )?estimat\w+|original(?:ly)? )/i,
  ],
  [Standing.asked, /\b(?:ask(?:s|ed|ing)?(?! if| whether)|demand\w*|request\w*|seek(?:s|ing)?|sought|sue[sd]?|suing|claim(?:s|ed)? (?:for|damages)|want(?:s|ed)?|call(?:s|ed|ing)? for|insist\w* on|recommend\w*|fac(?:es?|ed|ing) (?:up to|a|the|\d|between|charges)|maximum|need(?:s|ed)?)\b/i], // prettier-ignore
  [Standing.offered, /\b(?:offer(?:s|ed|ing)?|bid(?:s|ding)?|propos\w+|reward)\b/i],
  [
    Standing.polled,
    /\b(?:(?:opinion |exit )?polls?(?! (?:clos|open|station))|surveys?|surveyed|respondents|margin of|leads with|ahead with)\b/i,
  ],
  [Standing.room, /\b(?:capacity|can (?:hold|carry|seat|take|fit)|could (?:hold|carry|seat|take)|holds|seats(?= \d)|room for|limits?|accommodat\w+|licen[cs]ed for|(?:designed|built|made|meant) for)\b/i], // prettier-ignore
  [Standing.average, /\b(?:averag\w+|median|on the mean)\b/i],
  [Standing.former, /\b(?:(?:old|previous|former|last) (?:record|best|high|low|one|season|year|month|week)|(?:year|month|week|season|day|night|one)s? (?:before|earlier)|used to|(?:its|their|his|her) first|first (?:put|reports?|estimates?))/i], // prettier-ignore
  [Standing.revised, /\b(?:at first|initially)\b/i],
  [Standing.served, /\b(?:serv(?:ed|ing)|spent|released after|freed after)\b/i],
  [Standing.felt, /\b(?:fe(?:lt|els?|eling) (?:like|as)|wind ?chill|apparent temperature)\b/i],
  [Standing.net, /\b(?:net|(?:before|without|excluding|minus) (?:tax(?:es)?|interest|fees|costs|VAT)|tax-free)\b/i],
  [Standing.byRoad, /\bby (?:road|sea|rail|car|train|boat)\b/i],
  [Standing.straight, /\bas the crow flies\b|\bin a straight line\b/i],
  [Standing.unreal, /\b(?:might|would|could|should) (?:not |never )?have\b/i],
  [Standing.more, /\b(?:another|additional|further|(?<!no |any )more(?! than))\b/i],
  [Standing.rough, /\b(?:suspect(?:s|ed)?|fear(?:s|ed)?|presum\w+|insured)\b/i],
];
/** What will be: another thing than what has been. */
const FUTURE = /\b(?:will|would|shall|going to|could|may|might)\b/i;
const DONE = /\b(?:was|were|had|has|have|did|\w{2,}ed|took|went|came|got|won|lost|sold|bought|built|began|fell|rose|left|made|paid|ran|held|drew|struck|found|hit|cost|beat|put|met|saw|said)\b/; // prettier-ignore

/** What goes on from a value and is not said of it: "women seeking back pay". */
const GOING_ON = /\b\w+ing\b/g;

/** Bits of `Standing`, of the words around a value. */
export function standingOf(told: Told): number {
  const { before, behind } = aroundOf(told);
  const words = `${before} ${behind.replace(GOING_ON, '')}`;
  return KINDS.reduce((bits, [bit, kind]) => (kind.test(words) ? bits | bit : bits), 0);
}

/** Whether the one is still to come and the other has been. */
export function isOnlyToCome(a: Told, b: Told): boolean {
  if (isToCome(a) && isToCome(b)) return false;
  const [x, y] = [a, b].map((told) => FUTURE.test(beforeOf(told)));
  return x ? !FUTURE.test(b.text) && DONE.test(beforeOf(b)) : y === true && !FUTURE.test(a.text) && DONE.test(beforeOf(a));
}

/** Whether it is still to come, planned or sure. */
export function isToCome(told: Told): boolean {
  return FUTURE.test(beforeOf(told)) || PLANNED.test(beforeOf(told));
}
const PLANNED = /\b(?:(?:is|are) (?:to|due|set|planned|scheduled|expected)|plans? to)\b/i;

function beforeOf(told: Told): string {
  return aroundOf(told).before;
}

/** Up to a moment that is not the end: "so far"; "by noon". */
const SO_FAR = /\b(?:so far|to date|until now|up to now|yet|already)\b/i;
const UP_TO = /\b(?:until|till|as of|by (?:early |late |the )?(?:\p{Lu}\p{Ll}+day|noon|midnight|midday|morning|afternoon|evening|night|dawn|\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b|o['’]clock)))/iu; // prettier-ignore
const STILL = /\b(?:still|remain(?:s|ed)?|so far|yet)\b/i;

export function isSoFar({ text }: Told): boolean {
  return SO_FAR.test(text);
}

/** Some of more: "40 in Brod alone", "ninety are on show", "the others had gone home". */
const SOME = /\b(?:alone|on (?:show|display|loan|view)|the (?:others|rest|remaining|remainder))\b/i;

export function isSome({ text }: Told): boolean {
  return SOME.test(text);
}

export function isUpTo({ text }: Told): boolean {
  return UP_TO.test(text);
}

export function isStill({ text }: Told): boolean {
  return STILL.test(text);
}

/** Not as it was before: "open again", "the new plan". */
const ANEW = /\b(?:again|anew|since|until|now|no longer|new|second|changed|revised|re(?:open|sum|instat|start)\w+)\b/i;

export function isAnew({ text }: Pick<Told, 'text'>): boolean {
  return ANEW.test(text);
}

/** "Also", "once more": another time than the one that is told of elsewhere. */
const BESIDE = /\b(?:also|again|another|once more|previous(?:ly)?)\b/i;

export function isBeside({ text }: Pick<Told, 'text'>): boolean {
  return BESIDE.test(text);
}

/** "A second pit employs 240": not the one that is told of elsewhere. */
const ANOTHER = /\b(?:(?:a|an|its|their) (?:second|third|fourth|fifth|sister|smaller|larger)|another) (?!\d)\p{L}/iu;

export function isOfAnother(told: Told): boolean {
  return ANOTHER.test(beforeOf(told));
}

/** What befell some of those whom more befell: of the hurt some are treated, of the arrested some are charged. */
const NARROW = /\b(?:treated|hospital\w*|admitted|charged|indicted|arraigned|convicted|identified)\b/i;

export function isNarrower(told: Told): boolean {
  const { before, behind } = aroundOf(told);
  return NARROW.test(before + behind);
}

/** How wide a place is of which something is told, by the word for it. */
const WIDTHS = [
  /\b(?:district|ward|quarter|neighbou?rhood|borough|suburb)\b/i,
  /\b(?:town|city|village|municipality|capital)\b/i,
  /\b(?:county|region|province|state)\b/i,
  /\b(?:country|nation|nationwide|national(?:ly)?|countrywide)\b/i,
  /\b(?:world|worldwide|global(?:ly)?)\b/i,
];

/** Whether the one tells of a town and the other of a country. */
export function areOfOtherWidth({ text: a }: Told, { text: b }: Told): boolean {
  const [x, y] = [a, b].map((text) => WIDTHS.map((width) => width.test(text)));
  return x !== undefined && y !== undefined && x.includes(true) && y.includes(true) && !x.some((has, i) => has && y[i]);
}

/** What others are to do, which they need not have done: "asked us not to enforce it". */
const ASKED_OF = /\b(?:ask|urg|order|want|forc|expect|requir|instruct|beg)(?:s|ed|e|es|ing)?\b[^.;]{0,300} to \p{Ll}/iu;

export function isAskedOf({ text }: Told): boolean {
  return ASKED_OF.test(text);
}

/** What is left of a sum when others have had theirs. */
const LEFT =
  /\b(?:after|less|minus) (?:(?:all|income|the|his|her|its|their) )?(?:tax(?:es)?|duties|duty|debts?|fees|costs|deductions)\b|\bafter-tax\b/i;

export function isLeft({ text }: Told): boolean {
  return LEFT.test(text);
}

/** Clocks by which a time may be told. */
const CLOCK =
  /\b(?:GMT|UTC|BST|CES?T|MSK|IST|JST|[ECMP][SD]?T|local(?= time)|(?:\p{Lu}\p{Ll}+ (?:European |Standard |Daylight |Summer )*)(?=time)|(?:\p{Lu}\p{Ll}+ )+Time)/u;

/** Characters behind a time among which its clock is named. */
const CLOCK_REACH = 30;

/** Whether two times are told by two clocks, or only one of them says by which. */
export function areOfOtherClocks(a: Told, b: Told): boolean {
  const [x, y] = [a, b].map(({ source, to }) => {
    const end = source.text.tokens.end[to - 1] ?? 0;
    return CLOCK.exec(source.article.prose.text.slice(end, end + CLOCK_REACH))?.[0].trim();
  });
  return x !== y;
}

/** Other than it was when an earlier article was written. */
const CHANGED = /\b(?:raised|increased|lowered|reduced|cut|improved|extended|revised|corrected)\b/i;

export function isChanged(told: Told): boolean {
  return CHANGED.test(beforeOf(told));
}
