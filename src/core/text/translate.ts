/** Says a text in the reader's language; `{0}` in it stands for the first of what follows. The core is pure: who shows a text hands this in. */
export type Translate = (text: string, ...values: (string | number)[]) => string;

export const inEnglish: Translate = (text, ...values) =>
  text.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
