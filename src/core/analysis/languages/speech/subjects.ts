import { isTitle, NounPhrases, type Stretch } from './nounPhrases';
import { isDash, type Unit, unknownUnit } from './units';

/** Finds who is named beside a verb of saying: before it, behind it, or at the end of its clause. */
export class Subjects extends NounPhrases {
  /** The subject before a verb, appositions between them passed over. */
  before(units: readonly Unit[], cue: number): Stretch | undefined {
    const { beside, pronouns, articles, links, stops, role, relatives, impersonal, coordination } = this.pack;
    let end = cue;
    while (end > 0 && beside.has(units[end - 1]?.lower ?? '') && !pronouns.has(units[end - 1]?.lower ?? '')) end--;
    end = beforeBrackets(units, end);
    let last = units[end - 1];
    if (last === undefined) return undefined;
    if (relatives.has(last.lower)) {
      end = units[end - 2]?.text === ',' ? end - 2 : end - 1;
      last = units[end - 1];
      if (last === undefined) return undefined;
    }
    if (last.kind === 'word' && pronouns.has(last.lower) && !articles.has(last.lower)) return { from: end - 1, to: end };
    if (last.text === ',' || isDash(last)) {
      const told = this.#beforeClause(units, end - 1);
      if (told) return told;
      const close = beforeBrackets(units, end - 1);
      const comma = this.#boundary(units, close);
      if (comma === 0) return this.#in(units, 0, close);
      const start = this.#boundary(units, comma - 1);
      const inner = { from: comma, to: close };
      const whole = this.from(units, start, comma - 1);
      if (whole?.to === close) return whole;
      const head = this.#in(units, start, comma - 1);
      if (head === undefined) return this.#in(units, inner.from, inner.to);
      const isName = units
        .slice(inner.from, inner.to)
        .every(({ kind, capital, lower }) => kind === 'word' && (capital || links.has(lower)));
      const isOffice = units.slice(head.from, head.to).some(({ lower }) => role.test(lower));
      return isName && isOffice ? { from: head.from, to: inner.to } : head;
    }
    if (this.pack.relativeConjunctions?.has(last.lower)) {
      const teller = this.#tellerBefore(units, end - 1);
      if (teller) return teller;
    }
    const start = this.#boundary(units, end);
    const told = this.#beforeVerbOf(units, start);
    if (told) return told;
    let from = start;
    while (from < end - 1 && (this.isPassedOver(units[from]) || coordination.has(units[from]?.lower ?? ''))) from++;
    if (!stops.has(units[from]?.lower ?? '') || articles.has(units[from]?.lower ?? '')) return this.#in(units, from, end);
    if (this.pack.seats?.has(units[from]?.lower ?? '')) {
      const seated = this.#in(units, from + 1, end);
      if (seated?.to === end) return seated;
    }
    // Behind a phrase with a preposition the subject is what stands right before the verb.
    let near = end;
    while (near > from && !stops.has(units[near - 1]?.lower ?? '') && units[near - 1]?.kind !== 'sign') near--;
    for (let at = end - 1; at > near; at--) {
      const isStart = articles.has(units[at]?.lower ?? '') && !links.has(units[at - 1]?.lower ?? '');
      if (isStart) return this.#in(units, at, end);
    }
    if (impersonal.get(units[cue]?.lower ?? '')?.has(units[from]?.lower ?? '')) return this.#in(units, from + 1, end);
    let name = end;
    while (
      name > near &&
      units[name - 1]?.kind === 'word' &&
      (units[name - 1]?.capital === true || role.test(units[name - 1]?.lower ?? ''))
    )
      name--;
    const ahead = units[name - 1]?.lower ?? '';
    return name < end && !stops.has(ahead) && (!links.has(ahead) || coordination.has(ahead)) ? { from: name, to: end } : undefined;
  }

  /** "the report of the harbour office that speaks of": what a clause that begins with its verb is about, where it tells something. */
  #tellerBefore(units: readonly Unit[], end: number): Stretch | undefined {
    const { articles, links, cues } = this.pack;
    const start = this.#boundary(units, end);
    for (let at = end - 1; at >= start && !cues.has(units[at]?.lower ?? ''); at--) {
      if (!articles.has(units[at]?.lower ?? '') || links.has(units[at - 1]?.lower ?? '')) continue;
      const found = this.from(units, at, end);
      return found && this.isTelling(units, { from: at, to: Math.min(found.to, at + 2) }) ? found : undefined;
    }
    return undefined;
  }

  /** "This expert, who has studied the bridge, said": whom a clause between commas is about. */
  #beforeClause(units: readonly Unit[], close: number): Stretch | undefined {
    const { relatives, relativeConjunctions, articlesAreRelative, articles } = this.pack;
    const open = units.slice(0, close).findLastIndex(({ text }) => text === ',');
    if (open <= 0) return undefined;
    const isRelative = (at: number) => {
      const lower = units[at]?.lower ?? '';
      return relatives.has(lower) || relativeConjunctions?.has(lower) === true || (articlesAreRelative && articles.has(lower));
    };
    if (!isRelative(open + 1) && !(this.pack.stops.has(units[open + 1]?.lower ?? '') && isRelative(open + 2))) return undefined;
    let from = this.#boundary(units, open);
    while (from < open && this.isPassedOver(units[from])) from++;
    return this.#in(units, from, open);
  }

  /** "The lawyers who defend the mayor said": what a clause that begins with its verb is about. */
  #beforeVerbOf(units: readonly Unit[], start: number): Stretch | undefined {
    const { relativeConjunctions, articles, pronouns, stops } = this.pack;
    const first = units[start];
    if (start < 2 || !relativeConjunctions?.has(units[start - 1]?.lower ?? '') || first?.kind !== 'word' || first.capital) return undefined;
    if (articles.has(first.lower) || pronouns.has(first.lower) || stops.has(first.lower)) return undefined;
    const from = this.#boundary(units, start - 1);
    return articles.has(units[from]?.lower ?? '') ? this.#in(units, from, start - 1) : undefined;
  }

  /** Who speaks behind a verb, whoever was told passed over: "сообщила журналистам мэр Анна Гусева". */
  behind(units: readonly Unit[], place: number): Stretch | undefined {
    const aside = this.pack.between?.find((phrase) => phrase.every((word, at) => units[place + at]?.lower === word));
    const start = place + (aside?.length ?? 0);
    const told = this.#behindListener(units, start) ?? this.#behindDay(units, start);
    if (told) return told;
    const found = this.from(units, start);
    const isListener = found && this.pack.listener?.test(units[found.from]?.lower ?? '');
    if (found !== undefined && !isListener) return this.#isTraitBefore(units, found) ? { from: found.from + 1, to: found.to } : found;
    return this.late(units, start) ?? (found && this.from(units, found.from + 1));
  }

  /** "dijo el lunes la alcaldesa", "a indiqué mardi à l’agence le maire": a day between a verb and who says it. */
  #behindDay(units: readonly Unit[], start: number): Stretch | undefined {
    const { articles, dates, toldTo } = this.pack;
    const day = articles.has(units[start]?.lower ?? '') ? start + 1 : start;
    const { lower } = units[day] ?? unknownUnit;
    if (!dates.weekdays.has(lower) && !dates.days.has(lower)) return undefined;
    if (toldTo?.has(units[day + 1]?.lower ?? '')) return this.#behindListener(units, day + 1);
    const found = this.from(units, day + 1);
    return found?.from === day + 1 && this.isTelling(units, found) ? found : undefined;
  }

  /** "respondió al diario la alcaldesa", "dijo a la prensa Ana Ruiz" */
  #behindListener(units: readonly Unit[], start: number): Stretch | undefined {
    const { toldTo, articles, stops, links } = this.pack;
    if (!toldTo?.has(units[start]?.lower ?? '')) return undefined;
    let at = start + 1;
    if (articles.has(units[at]?.lower ?? '')) at++;
    const first = units[at];
    if (first?.kind !== 'word' || stops.has(first.lower)) return undefined;
    for (at++; at < start + 8; at++) {
      const { kind, lower, capital } = units[at] ?? unknownUnit;
      if (kind !== 'word' || (stops.has(lower) && !articles.has(lower))) return undefined;
      const isLinked = links.has(units[at - 1]?.lower ?? '') || articles.has(units[at - 1]?.lower ?? '');
      if (!isLinked && !links.has(lower) && (articles.has(lower) || (capital && !first.capital))) break;
      if (!isLinked && articles.has(lower) && first.capital) break;
    }
    const found = this.from(units, at);
    return found?.from === at && this.isTelling(units, found) ? found : undefined;
  }

  /** "cuenta emocionada Marta": how somebody says it, in front of a name without an article. */
  #isTraitBefore(units: readonly Unit[], { from, to }: Stretch): boolean {
    const { nounsAreCapital, baseName, articles, role, titles, links } = this.pack;
    const first = units[from];
    if (nounsAreCapital || baseName || first?.kind !== 'word' || first.capital || to - from < 2) return false;
    const isOther = ({ lower }: Unit) => !articles.has(lower) && !titles.has(lower) && !links.has(lower) && !role.test(lower);
    return isOther(first) && units[from + 1]?.capital === true;
  }

  /** Who speaks at the very end of a clause: "said in the council on Monday the head of the harbour office Ana Ruiz". */
  late(units: readonly Unit[], start: number): Stretch | undefined {
    const { subjectsComeLate, role, stops, listener, dates } = this.pack;
    if (!subjectsComeLate) return undefined;
    let to = start;
    while (to < units.length && units[to]?.kind !== 'sign' && units[to]?.kind !== 'passage') to++;
    if (to - start < 2 || !units.slice(to - 2, to).every(({ kind, capital }) => kind === 'word' && capital)) return undefined;
    let from = to;
    for (let at = to - 3; at >= start && !stops.has(units[at]?.lower ?? ''); at--) if (role.test(units[at]?.lower ?? '')) from = at;
    const before = units[to - 3];
    const isDay = before?.kind === 'number' || dates.weekdays.has(before?.lower ?? '');
    const isBare = isDay || listener?.test(before?.lower ?? '') === true;
    if (from === to && !isBare) return undefined;
    from = Math.min(from, to - 2);
    return { from, to };
  }

  #in(units: readonly Unit[], from: number, to: number): Stretch | undefined {
    const found = this.from(units, from, to);
    return found && found.to <= to ? found : undefined;
  }

  /** Where the clause begins in which a unit stands. */
  #boundary(units: readonly Unit[], end: number): number {
    for (let at = end; at > 0; at--) {
      const unit = units[at - 1];
      if (unit === undefined) break;
      if (unit.kind === 'sign' && /^[,;:()]$/.test(unit.text)) return at;
      if (isDash(unit) || (unit.kind === 'passage' && !isTitle(unit))) return at;
      if (this.pack.conjunctions.has(unit.lower) || this.pack.clauseWords.has(unit.lower)) return at;
    }
    return 0;
  }
}

/** "Jens Albrecht (SPD) sagte" */
function beforeBrackets(units: readonly Unit[], end: number): number {
  if (units[end - 1]?.text !== ')') return end;
  const open = units.slice(0, end).findLastIndex(({ text }) => text === '(');
  return open > 0 && end - open <= 12 ? open : end;
}
