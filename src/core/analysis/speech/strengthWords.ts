const listOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** With a noun alone these say something: "urged calm", "proposed a tunnel". */
export const saysWithNoun = listOf(
  'say tell accuse urge warn blame propose recommend estimate predict recall cite note add announce criticize criticise reject suggest',
);
/** With a noun alone these are too seldom speech to be shown, and too often to be nothing. */
export const mayWithNoun = listOf(
  `announce deny reject acknowledge admit demand concede confirm express reveal allege promise pledge vow threaten ask suggest dismiss describe
  explain mention question voice insist request mock repeat outline emphasize emphasise stress underscore lament invoke reference discuss
  want expect clarify detail summarize summarise claim report show indicate proclaim declare view consider argue observe signal boast protest`,
);
/** Of these a text that reports much has more right ones than wrong ones. */
export const likelyWithNoun = listOf(
  'deny acknowledge admit express describe explain mention question dismiss ask discuss voice reveal promise',
);

/** What offices give or deny. */
export const granted = listOf(
  'application applications appeal appeals request requests bail entry access visa visas permission permit permits motion motions petition petitions bid bids parole asylum coverage benefits treatment leave service services loan loans licence license tenure',
);

/** Things done with one's hands: only a clause with "that", or marks, are words. */
export const acts = listOf(
  `publish post illustrate project document maintain brand label title name call order direct command press invite authorize authorise find see
  observe discover support oppose endorse aim show release lodge float pitch unveil lay figure state attack blast hammer rap trash slap flay skewer`,
);
export const wishes = listOf(
  'want expect seek seem appear plan hope intend aim decide prefer wish long yearn hesitate resolve opt decline agree',
);
/** "complained about the noise": of what, and not what. */
export const topical = listOf('comment complain');
export const strongPrepositions = listOf('call push warn comment complain brag boast caution apologize apologise object argue');

/** What gives a thing its name. */
export const labels: ReadonlySet<string> = new Set('call term dub label name brand nickname title describe consider see view'.split(' '));

export const printing = listOf('publish post illustrate project release unveil maintain');
/** Thoughts whose clause without "that" is more often none: "saw the ship go down". */
export const hardlySaid = listOf('know see find consider understand imagine expect figure notice sense remember care regard perceive view');
/** What is called together: "called a meeting … “on the tolls”". */
export const convened = listOf('meeting conference election elections vote referendum strike session summit halt rally briefing ambulance');
