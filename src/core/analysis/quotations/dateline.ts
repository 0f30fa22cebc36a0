import { genderOfName, wordClasses as w, type Words } from '../words/index';

/** "12:00 | ", "16.06 " before a name or words between marks: the hour of an entry; the unit after it. */
function hourEnd(words: Words): number {
  const isParted = words.lower(1) === ':' && /^\d\d$/.test(words.lower(2));
  if (!/^\d\d?(?:\.\d\d)?$/.test(words.lower(0)) || isParted === words.lower(0).includes('.')) return 0;
  let at = isParted ? 3 : 1;
  if (words.is(at, w.time) && !words.isCapital(at)) at++;
  if (words.lower(at) === '|' || words.lower(at) === ':' || words.isDash(at)) at++;
  return at < words.count && (words.isCapital(at) || words.isPassage(at)) ? at : 0;
}

/** "OSTRAVIN, March 4 (Reuters) -", "PARIS —", "OSTRAVIN | Ana Ruiz": the unit after it; 0 where there is none. */
export function datelineEnd(words: Words): number {
  if (words.isNumber(0)) return hourEnd(words);
  if (!words.isCapital(0) || words.end(0) - words.start(0) < 3) return 0;
  const city = words.text(0, 1);
  if (city !== city.toUpperCase()) return 0;
  const isNamed = words.isName(1) && words.isName(2) && words.text(1, 2) !== words.text(1, 2).toUpperCase();
  if (isNamed && city.length > 3 && genderOfName(words.lower(1)) !== undefined) return 1;
  for (let at = 1; at < Math.min(words.count, longestDateline); at++) {
    if (words.isDash(at)) return at + 1;
    if (words.isPassage(at) || words.lower(at) === ':' || words.lower(at) === '.') return 0;
    if (words.isWord(at) && !words.isCapital(at) && !words.is(at, w.time)) return 0;
  }
  return 0;
}
const longestDateline = 16;
