/**
 * A value of our own types as YAML in block style. Every text is double-quoted with JSON's escapes, which are YAML's too
 * (YAML 1.2, section 5.7), so that no reader of either version takes one for a date, a number or a switch.
 */
export function* yamlLines(value: unknown, indent = 0): Iterable<string> {
  const pad = ' '.repeat(indent);
  if (Array.isArray(value)) {
    for (const entry of value as readonly unknown[]) {
      if (isEmpty(entry) || isScalar(entry)) yield `${pad}- ${scalar(entry)}\n`;
      else {
        yield `${pad}-\n`;
        yield* yamlLines(entry, indent + 2);
      }
    }
    return;
  }
  for (const [key, entry] of Object.entries(value as object) as [string, unknown][]) {
    if (entry === undefined) continue;
    if (isEmpty(entry) || isScalar(entry)) yield `${pad}${keyText(key)}: ${scalar(entry)}\n`;
    else {
      yield `${pad}${keyText(key)}:\n`;
      yield* yamlLines(entry, indent + 2);
    }
  }
}

/** Our own keys stand bare; one of another hand may be any text. */
function keyText(key: string): string {
  return /^[a-z]\w*$/i.test(key) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(key) ? key : scalar(key);
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function scalar(value: unknown): string {
  if (Array.isArray(value)) return '[]';
  if (typeof value === 'object' && value !== null) return '{}';
  // JSON leaves these as they are; YAML reads some as line ends and calls the others not printable
  return JSON.stringify(value).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
