/** Closed-class words: they carry order and wording, not content. */
export const FUNCTION = new Set(
  `a an the this that these those of in on at by for with from to into onto over under about after before during between among through against
  within without across around up down out off above below near since until till as than like per via upon toward towards amid amongst
  and or but nor so yet if because although though while whereas whether unless when where who whom whose which what why how
  i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours ourselves they them their
  theirs themselves one ones someone somebody anyone anybody everyone everybody nobody be have do will would shall should can could may might must ought not no
  there here then now also too very just only even still already again ever never more most much many some any all both each every other
  another such same own few less least several quite rather however therefore thus hence else ago later earlier meanwhile
  mr mrs ms dr s t d ll re ve m am pm`
    .split(/\s+/)
    .filter(Boolean),
);
/** Words that may begin a phrase. */
export const PHRASE = new Set(
  'and or but nor that which who whom whose where when while as if because although though whereas whether after before since until unless in on at by for with from into about over under against during between among through without so to'.split(
    ' ',
  ),
);
export const NEGATION = /^(?:not|no|never|none|neither|nor|without|cannot|.*n['’]t)$/i;
/** Reporting verbs frame a statement; which one an outlet picks says little about what was said. */
export const REPORTING = new Set(
  `say tell add state remark note report announce declare stress emphasize underline underscore comment explain mention quote accord
  according reportedly speak claim express ask answer reply insist argue point further quoted statement`
    .split(/\s+/)
    .filter(Boolean),
);
/** Different words for one thing that no dictionary of single words joins. */
export const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    US: 'america',
    'U.S': 'america',
    USA: 'america',
    'U.S.A': 'america',
    UK: 'britain',
    'U.K': 'britain',
    UN: 'un',
    'U.N': 'un',
    EU: 'eu',
    'E.U': 'eu',
  }),
);

export const Kind = { content: 0, function: 1, reporting: 2, number: 3 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];
