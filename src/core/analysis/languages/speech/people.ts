import type { Registry } from '../../../text/metadata/registry';
import { emptyMember, type Member } from '../../speakers/index';
import type { Span } from '../../../text/span';
import type { Gender, LanguagePack } from '../pack';
import { isAcronym, lastOfFamily, tidy, withoutPlace } from './nameShapes';
import { type Unit, unknownUnit } from './units';

/** Who is named in an article: full names are known from all of it, so that a family name alone is the person's. */
export class People {
  readonly #pack: LanguagePack;
  readonly #registry: Registry | undefined;
  readonly #members = new Map<string, Member>();
  readonly #fullNames = new Map<string, string>();
  /** By the first of their names; nobody where two have it. */
  readonly #givenNames = new Map<string, string | undefined>();
  /** Who holds an office, by its noun; nobody where two do. */
  readonly #holders = new Map<string, string | undefined>();
  readonly #words = new Set<string>();
  #last: { readonly member: Member; readonly span: Span } | undefined;

  constructor(pack: LanguagePack, registry: Registry | undefined) {
    this.#pack = pack;
    this.#registry = registry;
  }

  get last(): { readonly member: Member; readonly span: Span } | undefined {
    return this.#last;
  }

  /** Full names of a paragraph: two to four words with capitals, particles between them. */
  learn(units: readonly Unit[]): void {
    for (const unit of units) if (unit.kind === 'word' && unit.capital) this.#words.add(unit.text);
    const places = new Map(units.map((unit, at) => [unit, at]));
    for (const run of this.#runs(units)) {
      const name = this.#personIn(units, this.#nameOf(run));
      if (name.length < 2 || name.length > 5) continue;
      const before = units[(places.get(name[0] ?? unknownUnit) ?? 0) - 1];
      const own =
        this.#pack.subjectsComeLate && before?.kind === 'word' && (!before.capital || this.#pack.role.test(before.lower))
          ? withoutPlace(name)
          : name;
      const base = this.#base(own.map(({ text }) => text));
      const family = base.at(-1)?.toLowerCase() ?? '';
      const known = this.#fullNames.get(family);
      // „Nachfolger von Ana Ruiz“ is no name where somebody is called so without it
      const isNoName = this.#pack.nounsAreCapital && known?.includes(' von ') && !base.includes('von');
      if (known === undefined || isNoName) this.#fullNames.set(family, base.join(' '));
      this.#call(base);
      for (const office of this.#officesBeside(units, places.get(name[0] ?? unknownUnit) ?? 0, name.length))
        this.#hold(office, base.join(' '));
    }
  }

  #call([given = '', ...others]: readonly string[]): void {
    const known = this.#givenNames.get(given);
    const isOther = this.#givenNames.has(given) && known?.split(' ').at(-1) !== others.at(-1);
    this.#givenNames.set(given, isOther ? undefined : (known ?? [given, ...others].join(' ')));
  }

  /** Nouns for an office right before a name, or beside it behind a comma: "Mayor Ana Ruiz", "Ana Ruiz, the mayor of Lowen". */
  #officesBeside(units: readonly Unit[], at: number, length: number): readonly string[] {
    const { role, articles, conjunctions, cues, stops, links, nounsAreCapital } = this.#pack;
    const isOffice = (unit: Unit | undefined) => unit?.kind === 'word' && role.test(unit.lower);
    const found: string[] = [];
    const last = units[at - 1]?.lower ?? '';
    const isApart = stops.has(last) && !links.has(last);
    const behind = units[at - 1]?.text === ',' ? at - 2 : at - 1;
    const ends = ({ text, lower, capital }: Unit) =>
      /^[,.;:]$/.test(text) ||
      conjunctions.has(lower) ||
      cues.has(lower) ||
      (nounsAreCapital && !capital && !articles.has(lower) && !links.has(lower) && !stops.has(lower));
    for (let before = behind; !isApart && before >= Math.max(0, behind - 6) && !ends(units[before] ?? unknownUnit); before--)
      if (isOffice(units[before])) found.push(units[before]?.lower ?? '');
    const comma = at + length;
    const first = articles.has(units[comma + 1]?.lower ?? '') ? comma + 2 : comma + 1;
    if (units[comma]?.text === ',' && isOffice(units[first]) && !units[first + 1]?.capital) found.push(units[first]?.lower ?? '');
    return found;
  }

  /** „Der Minister“ is the only one whose office ends so: „Innenminister“. */
  #holderOf(office: string): string | undefined {
    if (this.#holders.has(office) || !this.#pack.nounsAreCapital) return this.#holders.get(office);
    const names = [...this.#holders].flatMap(([word, name]) => (word.endsWith(office) ? [name] : []));
    return names.length === 1 ? names[0] : undefined;
  }

  #hold(office: string, name: string): void {
    this.#holders.set(office, this.#holders.has(office) && this.#holders.get(office) !== name ? undefined : name);
  }

  /** Whether a full name of the article ends with a word. */
  knows(lower: string): boolean {
    return this.#fullNames.has(lower);
  }

  /** Who is meant by the units of a mention; a pronoun and a possessive by whoever was named last. */
  find(mention: readonly Unit[], isGoverned = false): Member | undefined {
    const [first] = mention;
    if (first === undefined) return undefined;
    const span = { start: first.start, end: mention.at(-1)?.end ?? first.end };
    const gender = mention.length === 1 ? (this.#pack.pronouns.get(first.lower) ?? this.#pack.possessives.get(first.lower)) : undefined;
    if (gender !== undefined) {
      const member = this.#antecedent(gender);
      member?.mentions.push(span);
      return member;
    }
    const isTrait = mention.length <= 2 && this.#pack.traits?.test(mention.at(-1)?.lower ?? '');
    if (isTrait && this.#last) {
      this.#last.member.mentions.push(span);
      return this.#last.member;
    }
    const { name, kind } = this.#read(mention, isGoverned);
    const key = name.toLowerCase();
    let member = this.#members.get(key);
    if (member === undefined) {
      member = emptyMember(kind, name);
      const entry = this.#registry?.speakers.find((one) => [one.name, ...one.aliases].some((alias) => alias.toLowerCase() === key));
      if (entry !== undefined) member.entry = entry;
      this.#members.set(key, member);
    }
    member.mentions.push(span);
    this.#last = { member, span };
    return member;
  }

  #antecedent(gender: Gender): Member | undefined {
    return gender === 'n' ? undefined : this.#last?.member;
  }

  #read(mention: readonly Unit[], isGoverned: boolean): { readonly name: string; readonly kind: Member['kind'] } {
    const { articles, sourceWithin } = this.#pack;
    const within = mention.length === 1 ? sourceWithin?.form.exec(mention[0]?.text ?? '')?.[1] : undefined;
    if (within !== undefined) return { name: within, kind: 'organisation' };
    const written = this.#runs(mention);
    const runs = written.map((run) => [...this.#personIn(mention, this.#nameOf(run))]);
    const full = runs.filter((run) => run.length >= 2).at(-1);
    const before = full && mention[mention.indexOf(full[0] ?? unknownUnit) - 1];
    const isLed = this.#pack.nounsAreCapital
      ? articles.has(mention[0]?.lower ?? '')
      : this.#pack.baseName && before?.kind === 'word' && (!before.capital || this.#pack.role.test(before.lower));
    if (full && full.length > 2 && isLed) full.splice(0, full.length - 2);
    if (full)
      return {
        name: this.#known(
          this.#base(
            full.map(({ text }) => text),
            isGoverned,
          ),
        ),
        kind: 'person',
      };
    // „König“ alone is a name where somebody in the article is called so
    for (const [at, run] of [...runs.entries()].reverse()) {
      const word = run[0] ?? written[at]?.at(-1);
      if (word === undefined) continue;
      const known = this.#fullNames.get(this.#base([word.text], isGoverned)[0]?.toLowerCase() ?? '');
      if (known !== undefined) return { name: lastOfFamily(this.#last?.member.name ?? '', known, word.text), kind: 'person' };
    }
    const office = mention.find(({ lower }) => this.#pack.role.test(lower));
    const holder = office && this.#holderOf(office.lower);
    if (holder !== undefined && runs.every((run) => run.length === 0 || this.#pack.nounsAreCapital))
      return { name: holder, kind: 'person' };
    let from = 0;
    while (from < mention.length - 1 && articles.has(mention[from]?.lower ?? '')) from++;
    const words = mention.slice(from);
    const [first] = words;
    const [alone] = runs;
    const isName = alone?.length === 1 && alone[0] === first && words.length === 1 && from === 0;
    if (isName) {
      const own = this.#base([first?.text ?? ''], isGoverned).join(' ');
      return { name: this.#givenNames.get(own) ?? own, kind: 'person' };
    }
    const name = words.map(({ text, inner, start }) => (inner ? text.slice(inner.start - start, inner.end - start) : text)).join(' ');
    const isRole = words.some(({ lower }) => this.#pack.role.test(lower));
    return { name: tidy(name), kind: isRole ? 'role' : 'organisation' };
  }

  #known(words: readonly string[]): string {
    const own = words.join(' ');
    const known = this.#fullNames.get(words.at(-1)?.toLowerCase() ?? '');
    return known?.startsWith(`${words[0] ?? ''} `) ? known : own;
  }

  #base(words: readonly string[], isGoverned = false): readonly string[] {
    const { baseName, nameOfSource } = this.#pack;
    const base = baseName?.(words, (word) => this.#words.has(word)) ?? words;
    const isAsWritten = base.every((word, at) => word === words[at]);
    return isGoverned && isAsWritten && nameOfSource ? nameOfSource(words) : base;
  }

  /** Words with capitals that stand side by side, name particles between them. */
  #runs(units: readonly Unit[]): readonly (readonly Unit[])[] {
    const runs: Unit[][] = [];
    let run: Unit[] = [];
    const end = () => {
      while (run.length > 0 && run.at(-1)?.capital !== true) run.pop();
      if (run.length > 0) runs.push(run);
      run = [];
    };
    for (const [at, unit] of units.entries()) {
      const isInitial = unit.text === '.' && units[at - 1]?.text.length === 1 && units[at - 1]?.end === unit.start;
      if (unit.kind === 'word' && unit.capital && !/\.\p{Ll}/u.test(unit.text)) run.push(unit);
      else if (isInitial && run.length > 0) continue;
      else if (run.length === 1 && this.#pack.coordination.has(unit.lower)) end();
      else if (run.length > 0 && unit.kind === 'word' && this.#pack.particles.has(unit.lower) && units[at + 1]?.kind === 'word')
        run.push(unit);
      else end();
    }
    end();
    return runs;
  }

  /** Behind an office and "of the" stands what it belongs to, and behind that perhaps who holds it: "la ministra de Defensa Ana Ruiz". */
  #personIn(units: readonly Unit[], name: readonly Unit[]): readonly Unit[] {
    const { links, role, articles, subjectsComeLate, nounsAreCapital } = this.#pack;
    const [first] = name;
    if (first === undefined || name.length < 2 || subjectsComeLate) return name;
    const at = units.indexOf(first);
    const before = units[at - 1]?.lower ?? '';
    if (!links.has(before) && !(nounsAreCapital && articles.has(before))) return name;
    const isOfOffice = units.slice(Math.max(0, at - (nounsAreCapital ? 2 : 5)), at - 1).some(({ lower }) => role.test(lower));
    if (!isOfOffice) return name;
    const isBody = /(?:nal|ral|tal|ial|ic[oa]|iv[oa]|ción|sión|tion|sion|dad|té|ista|ense|ique|aire)$/u.test(name.at(-1)?.lower ?? '');
    if (name.length === 2 || isBody || !name.every(({ capital }) => capital)) return [];
    return name.slice(name.length > 4 ? 1 : -2);
  }

  /** Without articles, titles and offices before it. */
  #nameOf(run: readonly Unit[]): readonly Unit[] {
    const { articles, titles, role, particles, pronouns, stops, sourceBefore, asWords } = this.#pack;
    let from = 0;
    for (const [at, { lower, text }] of run.entries()) {
      // "Ursula von der Heide": behind a particle it is part of the name
      const isParticle = at > 1 && particles.has(lower) && particles.has(run[at - 1]?.lower ?? '');
      const isNone =
        (articles.has(lower) && !isParticle) ||
        titles.has(lower) ||
        (role.test(lower) && (at === from || at < run.length - 1)) ||
        pronouns.has(lower) ||
        stops.has(lower) ||
        asWords.has(lower) ||
        isAcronym(text, run[at + 1]) ||
        sourceBefore.some(([word]) => word === lower);
      if (isNone) from = at + 1;
    }
    while (from < run.length && particles.has(run[from]?.lower ?? '') && run[from]?.capital !== true) from++;
    return run.slice(from);
  }
}
