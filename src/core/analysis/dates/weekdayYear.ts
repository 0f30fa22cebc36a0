import { dayOf, weekdayOf } from './calendar';

/** So many days around publication nobody writes another year's day without saying so. */
const close = 7;
/** So far from publication a weekday that fits no year beside it is rather an older day than a slip. */
const recent = 14;
/** So far ahead a day is announced with its weekday. */
const announced = 200;

/**
 * The year of a day that is written with its weekday and without a year. `nearest`: its year by the distance from
 * publication; `other`: whether the words before tell of another year ("last year"). `doubt`: the weekday fits no year
 * near by, and not because of a slip.
 */
export function yearOfWeekday(
  { nearest, published, month, day, weekday }: { nearest: number; published: number; month: number; day: number; weekday: number },
  other: boolean,
): { readonly year: number; readonly doubt: boolean } {
  const away = (year: number) => dayOf(year, month, day) - published;
  const fits = (year: number) => weekdayOf(dayOf(year, month, day)) === weekday;
  const distance = Math.abs(away(nearest));
  if (isNaN(distance) || fits(nearest) || (distance <= close && !other)) return { year: nearest, doubt: false };
  const beside = [nearest - 1, nearest + 1].find((year) => fits(year) && away(year) <= announced);
  if (beside !== undefined) return { year: beside, doubt: false };
  return { year: nearest, doubt: other || distance > recent };
}

/** "last year" and the like, just before a day. */
export const tellsOtherYear = (before: string): boolean => /\b(?:last|previous) year\b|\byear (?:ago|earlier|before)\b/i.test(before);
