/** Words that are part of names, or stand before and after them. */

/** What ministers and secretaries are of. */
export const offices: ReadonlySet<string> = new Set(
  'state defense defence treasury health education energy labor labour commerce justice agriculture transport transportation interior staff police culture finance trade environment foreign homeland housing'.split(
    ' ',
  ),
);

/** Names go on over "of" and "for" after these: "Bank of Halden", "Voice of the Islands". */
export const institutions: ReadonlySet<string> = new Set(
  'bank centers centres bureau academy republic kingdom university commonwealth house library museum hall chamber states alliance citizens daughters sons knights voice doctors reporters students voters americans veterans friends coalition'.split(
    ' ',
  ),
);

export const nameSuffixes: ReadonlySet<string> = new Set(['jr.', 'sr.', 'jr', 'sr', 'ii', 'iii', 'iv']);

/** What stands between a given name and a surname: "de la", "van der". */
export const nameParticles: ReadonlySet<string> = new Set(
  'de da di del della der den von van bin ibn al el la le du dos das do ben ter ten bint y e af av zu zum zur abu umm lo las los'.split(
    ' ',
  ),
);

/** Written without a full stop these may be names: "Minister Sen Maroa" has its title already, "Gov Ruiz" has not. */
export const shortTitles: ReadonlySet<string> = new Set('sen rep gov gen prof'.split(' '));

/** Honours and offices after a name, which are no part of it. */
export const postNominals: ReadonlySet<string> = new Set(
  'kc qc sc mp mep msp mla mlc mk obe mbe cbe kbe dbe phd ph.d. md m.d. esq esq. frs'.split(' '),
);
