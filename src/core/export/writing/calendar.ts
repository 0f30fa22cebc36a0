/** A TIMEX3 value as an xsd:gYear, xsd:gYearMonth, xsd:date or xsd:dateTime, where it is one that exists; else undefined. */
export function xsdDate(value: string): string | undefined {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ?)?)?)?$/.exec(value);
  if (parts === null) return undefined;
  const [, year = '', month = '01', day = '01'] = parts;
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return Number(year) > 0 && Number(day) >= 1 && Number(day) <= days ? value : undefined;
}

/** A TIMEX3 duration as an xsd:duration, which knows no weeks; else undefined. */
export function xsdDuration(value: string): string | undefined {
  return /^P(?=\d|T\d)(\d{1,9}Y)?(\d{1,9}M)?(\d{1,9}D)?(T(?=\d)(\d{1,9}H)?(\d{1,9}M)?(\d{1,9}S)?)?$/.test(value) ? value : undefined;
}
