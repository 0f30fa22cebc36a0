import { oppositesOf } from '../../words/opposites';

/** Verbs that news uses for one deed; `word+preposition` counts with that preposition in its clause alone. */
const DEEDS = `find=discover=locate=recover=turn+up=detect
hold=stage=take+place
buy=acquire=purchase=take+over=snap+up
beat=defeat=thrash=overcome=win+against=win+over
hit=strike=ram
shell=bombard
arrest=detain=apprehend
give=award=present=go+to
pass=passe
name=identify
succeed=replace
travel=head=drive=sail
kill=murder
build=construct=erect
vote=decide=rule
back=vote+for
oppose=vote+against
explode=go+off`;

const deeds = new Map<string, string>();
const withPreposition = new Map<string, Map<string, string>>();
for (const line of DEEDS.split('\n')) {
  const verbs = line.split('=');
  for (const verb of verbs) {
    const [word = '', preposition] = verb.split('+');
    if (preposition === undefined) deeds.set(word, verbs[0] ?? word);
    else withPreposition.set(word, new Map(withPreposition.get(word)).set(preposition, verbs[0] ?? word));
  }
}

/** Of these nothing follows from who or where. */
const COMMON = new Set(
  'say tell be have do make get take go come see know think want add ask call note use need let keep look seem put show work try help start begin continue follow include become mean feel believe'.split(
    ' ',
  ),
);
/** What two do to each other. */
const TOGETHER = new Set(
  'meet marry face play fight resemble match date divorce contact join equal follow know see hear be have say tell include mean become need lead'.split(
    ' ',
  ),
);
/** What two may well do to each other, each. */
const MUTUAL = new Set(
  'kiss hug embrace call visit love like watch help support back accuse blame criticize attack praise thank greet oppose challenge'.split(
    ' ',
  ),
);

/** The deed that a verb comes to in a clause with these prepositions and particles; undefined where it tells nothing. */
export function deedOf(verb: string, hasBehind: (preposition: string) => boolean): string | undefined {
  for (const [preposition, deed] of withPreposition.get(verb) ?? []) if (hasBehind(preposition)) return deed;
  return deeds.get(verb) ?? (COMMON.has(verb) ? undefined : verb);
}

const DECIDING = 'vote';
const DECIDED = new Set('approve adopt reject pass back ratify endorse'.split(' '));

const withUndecided = new Map([...DECIDED].map((deed) => [deed, new Set([...oppositesOf(deed), DECIDING])]));

/** Deeds of which one at most is done to one thing; to what is not decided on, no decision has been taken. */
export function opposedTo(deed: string): ReadonlySet<string> {
  return deed === DECIDING ? DECIDED : (withUndecided.get(deed) ?? oppositesOf(deed));
}

/** Whether two opposed deeds, of which each may be denied, exclude each other. */
export function excludes(deed: string, isDenied: boolean, other: string, isOtherDenied: boolean): boolean {
  return (deed === DECIDING ? isDenied : !isDenied) && (other === DECIDING ? isOtherDenied : !isOtherDenied);
}

export function isTogether(deed: string): boolean {
  return TOGETHER.has(deed);
}

export function isMutual(deed: string): boolean {
  return MUTUAL.has(deed);
}
