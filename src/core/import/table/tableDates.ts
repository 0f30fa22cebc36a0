/** `2025-06-04` and what begins so, weeks, durations and all that TIMEX3 has: no spreadsheet has been there. */
const rewritten = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AP])M)?)?$/i;

/** The dates of a table that a spreadsheet may have written its own way when it opened or kept it. */
export class TableDates {
  /** Whether days stand before months; undefined where no date of the table tells. */
  readonly #dayFirst: boolean | undefined;

  constructor(cells: Iterable<string>) {
    let dayFirst: boolean | undefined;
    for (const cell of cells) {
      const [, one = '', sign, other = ''] = rewritten.exec(cell) ?? [];
      if (sign === undefined || one.length > 2) continue;
      if (Number(one) > 12 || sign === '.') dayFirst = true;
      else if (Number(other) > 12) dayFirst = false;
      if (dayFirst !== undefined) break;
    }
    this.#dayFirst = dayFirst;
  }

  /** As ISO 8601 has it; what is no rewritten date stays, and undefined is one whose day and month cannot be told apart. */
  iso(cell: string): string | undefined {
    // LibreOffice gives a time without seconds some
    const [, whole] = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):00$/.exec(cell) ?? [];
    if (whole !== undefined) return whole;
    const [, first = '', sign, middle = '', last = '', hours, minutes = '', seconds = '00', half] = rewritten.exec(cell) ?? [];
    if (sign === undefined || (first.length > 2 && middle.length === 2 && last.length === 2 && sign === '-')) return cell;
    const isYearFirst = first.length === 4;
    if (!isYearFirst && first === middle) return this.#joined(last, middle, first, hours, minutes, seconds, half);
    if (!isYearFirst && this.#dayFirst === undefined) return undefined;
    const [year, month, day] = isYearFirst ? [first, middle, last] : this.#dayFirst ? [last, middle, first] : [last, first, middle];
    return this.#joined(year, month, day, hours, minutes, seconds, half);
  }

  #joined(
    year: string,
    month: string,
    day: string,
    hours: string | undefined,
    minutes: string,
    seconds: string,
    half: string | undefined,
  ): string {
    const two = (number: string | number) => String(number).padStart(2, '0');
    const whole = year.length === 4 ? year : `${Number(year) < 69 ? '20' : '19'}${two(year)}`;
    const date = `${whole}-${two(month)}-${two(day)}`;
    if (hours === undefined) return date;
    const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
    return `${date}T${two(hour)}:${minutes}:${seconds}Z`;
  }
}
