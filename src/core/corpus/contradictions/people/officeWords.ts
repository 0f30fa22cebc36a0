/**
 * What somebody is called beside the name: of each row one person has one. `=` joins words for one thing. A row with `!` is of one body or one person:
 * who keeps the books of a union does not chair it. A row with `~` says less: a brother may live next door.
 */
const ROWS = `constable/sergeant/inspector/superintendent/commissioner
private/corporal/lieutenant/captain/major/colonel/brigadier
!chair=chairman=chairwoman=chairperson/treasurer/secretary
!treasurer=accountant=auditor/engineer=technician/surgeon=doctor=physician/nurse/lawyer=attorney=counsel=solicitor=barrister/coach=trainer/editor/pilot/cook=chef/driver/porter=caretaker=janitor/spokesman=spokeswoman=spokesperson
!goalkeeper=keeper/striker=forward/defender/midfielder
!brother/sister/father/mother/son/daughter/uncle/aunt/cousin/nephew/niece/grandfather/grandmother/husband=widower/wife=widow
~brother=sister=father=mother=son=daughter=uncle=aunt=cousin=nephew=niece=husband=wife/neighbor=neighbour/colleague/teacher/landlord/lodger
+republican/democrat/conservative/liberal/socialist/communist/labor=labour`;

/** What else is told of in an office or a part. */
const OTHERS =
  'minister director executive officer adviser president leader head mayor governor manager skipper founder owner judge referee winner ambassador headmaster principal bishop sheriff conductor curator senator';

/** Behind "who": "Odile Renn, who chairs the guild". */
const DOING = new Map(
  Object.entries({ chair: 'chair', lead: 'leader', head: 'head', coach: 'coach', defend: 'lawyer', represent: 'lawyer', edit: 'editor', captain: 'captain', manage: 'manager' }), // prettier-ignore
);

interface Place {
  readonly row: number;
  readonly column: number;
  /** Whether two of the row are told as a contradiction, if they are in one body or of one person. */
  readonly kind: 'rank' | 'owned' | 'loose' | 'party';
}

const KINDS = { '!': 'owned', '~': 'loose', '+': 'party' } as const;
const places = new Map<string, Place[]>();
for (const [row, line] of ROWS.split('\n').entries()) {
  const mark = line.charAt(0);
  const kind = mark === '!' || mark === '~' || mark === '+' ? KINDS[mark] : 'rank';
  const columns = (kind === 'rank' ? line : line.slice(1)).split('/');
  for (const [column, words] of columns.entries())
    for (const word of words.split('=')) places.set(word, [...(places.get(word) ?? []), { row, column, kind }]);
}
const heads = new Set([...places.keys(), ...OTHERS.split(' ')]);

export function isOffice(word: string): boolean {
  return heads.has(word);
}

/** The office of one who does what the verb says. */
export function officeOfDoing(verb: string): string | undefined {
  return DOING.get(verb);
}

/** How two offices of one person go together: `rank` and `loose` are told with reserve. */
export function compareOffices(a: string, b: string): Place['kind'] | undefined {
  const there = places.get(b) ?? [];
  const pair = (places.get(a) ?? []).flatMap(({ row, column, kind }) =>
    there.some((other) => other.row === row && other.column !== column) ? [kind] : [],
  );
  const same = (places.get(a) ?? []).some(({ row, column }) => there.some((other) => other.row === row && other.column === column));
  return same && pair.length === 0 ? undefined : pair[0];
}

/** Whether two words are of one office: "chairman" and "chair". */
export function isOneOffice(a: string, b: string): boolean {
  const there = places.get(b) ?? [];
  return (
    a === b ||
    (places.get(a) ?? []).some(
      ({ row, column, kind }) => kind !== 'loose' && there.some((other) => other.row === row && other.column === column),
    )
  );
}

export function isKin(word: string): boolean {
  return (places.get(word) ?? []).some(({ kind }) => kind === 'loose');
}

export function isParty(word: string): boolean {
  return (places.get(word) ?? []).some(({ kind }) => kind === 'party');
}

/** What a minister is for, as most governments have it; those of one row are one. */
const PORTFOLIOS = new Map(
  `finance treasury exchequer|foreign external|interior home|justice|defence defense|health|education schools|trade commerce|transport transportation|environment climate|agriculture farming|labour labor employment|energy|culture|housing|science|sport sports|tourism|family|immigration`
    .split('|')
    .flatMap((row, i) => row.split(' ').map((word) => [word, i] as const)),
);
/** Offices with something that they are for. */
const FOR = new Set(['minister', 'secretary']);

/** What those of a government are for, by number; none for an office of another kind. */
export function portfoliosOf(words: readonly string[]): readonly number[] {
  return words.some((word) => FOR.has(word)) ? words.flatMap((word) => PORTFOLIOS.get(word) ?? []) : [];
}

export const PAST = new Set('former formerly then ex outgoing incoming new next shadow acting deputy vice assistant interim'.split(' '));
