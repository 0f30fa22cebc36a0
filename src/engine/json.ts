/** What stands at a path of names in a parsed answer; undefined where an object on the way is none. */
export function field(value: unknown, ...names: readonly string[]): unknown {
  let at = value;
  for (const name of names) at = typeof at === 'object' && at !== null ? Object.getOwnPropertyDescriptor(at, name)?.value : undefined;
  return at;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The first value of a field that the engine answers as a list. */
export function firstText(value: unknown): string | undefined {
  return Array.isArray(value) ? textOf(value[0]) : undefined;
}

/** Every value of a field as documents have it: one or several, in objects or lists of these, its name in parts or whole. */
export function valuesAt(value: unknown, names: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown) => (Array.isArray(each) ? [] : valuesAt(each, names)));
  if (names.length === 0) return value === null || value === undefined ? [] : [value];
  return names.flatMap((_, last) => {
    const at = field(value, names.slice(0, last + 1).join('.'));
    return at === undefined ? [] : valuesAt(at, names.slice(last + 1));
  });
}
