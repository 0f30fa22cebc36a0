import type { KeptFile } from './kept';
import { escaped, pageOf } from './markup';

/** Turns longer than this are parted, so that their times stay of use. */
const longestTurn = 1200;

interface Turn {
  /** Empty where nobody names who speaks. */
  readonly speaker: string;
  /** With which mark somebody begins whom nobody names: ">>", "-". */
  readonly mark: string;
  readonly start: string;
  readonly lines: string[];
}

/** Subtitles (SRT, WebVTT) as a transcript: turns with speaker and time, cues that go on joined. */
export function transcriptPages(source: string): KeptFile {
  const turns: Turn[] = [];
  let last = '';
  for (const block of cuesOf(source)) {
    const lines = block.trim().split('\n');
    const at = lines.findIndex((line) => line.includes('-->'));
    if (at < 0) continue;
    const start = /(?:(\d{1,3}):)?(\d\d):(\d\d)[,.]\d/.exec(lines[at] ?? '');
    for (const line of lines.slice(at + 1)) {
      const { speaker, mark, text } = spoken(line);
      // Live captions show the line before once more.
      if (text === '' || (speaker === '' && text === last)) continue;
      last = text;
      const turn = turns.at(-1);
      const length = turn?.lines.join(' ').length ?? 0;
      const goesOn =
        turn !== undefined &&
        (speaker === '' ? mark === '' : speaker === turn.speaker) &&
        (length < longestTurn || !/[.!?…]["”’]?$/.test(turn.lines.at(-1) ?? ''));
      if (goesOn) turn.lines.push(text);
      else
        turns.push({ speaker: speaker === '' && mark === '' ? (turn?.speaker ?? '') : speaker, mark, start: time(start), lines: [text] });
    }
  }
  if (turns.length === 0) return { reason: 'has no words: these subtitles are empty' };
  const content = turns.map(
    ({ start, speaker, mark, lines }) => `<p>[${start}] ${escaped(`${leadOf(speaker, mark)}${lines.join(' ')}`)}</p>`,
  );
  const body = content.join('\n');
  return { pages: [{ html: pageOf({}, body), content: body }] };
}

/** Cues are parted by empty lines; some programs leave those out. */
function cuesOf(source: string): readonly string[] {
  const lines = source.replace(/\r\n?/g, '\n');
  return lines.replace(/\n(?=(?:\d{1,6}\n)?(?:\d{1,3}:)?\d\d:\d\d[,.]\d{1,3} --> )/g, '\n\n').split(/\n{2,}/);
}

function time(start: RegExpExecArray | null): string {
  return [start?.[1] ?? '00', start?.[2] ?? '00', start?.[3] ?? '00'].map((part) => part.padStart(2, '0')).join(':'); // prettier-ignore
}

function leadOf(speaker: string, mark: string): string {
  if (speaker !== '') return `${speaker}: `;
  return mark === '' ? '' : `${mark} `;
}

/** `<v Ana Ruiz>` of WebVTT, or a label in capitals, as broadcasters write it; behind ">>" or "- " somebody else speaks, named or not. */
function spoken(line: string): { readonly speaker: string; readonly mark: string; readonly text: string } {
  const voice = /<v(?:\.[\w.]{1,50})?\s+([^>]{1,100})>/i.exec(line)?.[1];
  const written = line.replace(/<\/?[a-z][^<>]{0,100}>|<[\d:.]{5,15}>|\{\\[^}]{0,50}\}/gi, '').replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&').replaceAll('&gt;', '>').replaceAll('&lt;', ' ').replace(/\s+/g, ' ').trim(); // prettier-ignore
  const [lead = '', mark = ''] = /^(>{2,3}|[-–—](?=\s|\p{Lu}))\s*/u.exec(written) ?? [];
  const text = written.slice(lead.length);
  if (voice !== undefined) return { speaker: voice.trim(), mark: '', text };
  const labelled = /^([\p{Lu}][\p{Lu}\p{M} .'’-]{1,40}):\s+(\S.*)$/u.exec(text) ?? (mark === '' ? null : /^(\p{Lu}\p{L}+(?: \p{Lu}[\p{L}.’'-]+){0,3}):\s+(\S.*)$/u.exec(text)); // prettier-ignore
  return labelled ? { speaker: labelled[1] ?? '', mark: '', text: labelled[2] ?? '' } : { speaker: '', mark, text };
}
