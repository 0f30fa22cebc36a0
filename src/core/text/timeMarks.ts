/** Takes the text over from left to right, or puts words for a stretch of it. */
interface Builder {
  copy(start: number, end: number): void;
  put(text: string, start: number, end: number): void;
}

/** "00:05.560 - 00:11.680:", "[00:05.560 --> 00:11.680]": from when to when the words of a line are heard, to a part of a second or with hours. */
const time = String.raw`(?:\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?|\d{1,3}:\d{2}[.,]\d{1,3})`;
const mark = new RegExp(String.raw`^[ \t]*\[?${time}[ \t]*(?:-->|[-–—])[ \t]*${time}\]?:?(?:[ \t]+|$)`);
const endsSentence = /[.?!…]["'”’»)\]]?\s*$/;

const fewestMarks = 3;
/** Of so much of a text it is asked whether its lines have such marks. */
const beginning = 2000;
const markedShare = 0.5;

/** Whether the lines of a text begin with the times at which they are heard. */
function isTimed(raw: string, start: number): boolean {
  const lines = raw
    .slice(start, start + beginning)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const marked = lines.filter((line) => mark.test(line)).length;
  return marked >= fewestMarks && marked >= lines.length * markedShare;
}

/**
 * Takes a text over without the times that its lines begin with; a line that goes on with the sentence before it is joined to it. Answers
 * whether there were such times: else nothing was taken. Linear.
 */
export function copyTimedLines(builder: Builder, raw: string, start: number): boolean {
  if (!raw.slice(start, start + beginning).includes(':') || !isTimed(raw, start)) return false;
  let end = start;
  let isOpen = false;
  for (let from = start; from <= raw.length;) {
    const newline = raw.indexOf('\n', from);
    const lineEnd = newline < 0 ? raw.length : newline;
    const line = raw.slice(from, lineEnd);
    const length = mark.exec(line)?.[0].length ?? 0;
    const words = line.slice(length).trimEnd();
    if (words !== '') {
      if (length > 0 && end > start) builder.put(isOpen ? ' ' : '\n', end, from + length);
      else builder.copy(end, from);
      builder.copy(from + length, from + length + words.length);
      end = from + length + words.length;
      isOpen = length > 0 && !endsSentence.test(words);
    }
    from = lineEnd + 1;
  }
  builder.copy(end, raw.length);
  return true;
}
