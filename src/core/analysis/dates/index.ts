/** When: dates and times in prose, what they are called, and whether they can be true. */
export { civilOf, dayOf, daysInMonth, isoOfDay, pad, weekdayOf } from './calendar';
export { checkDates, checkPublication } from './dateChecks';
export { findDates } from './dates';
export { type DateWording, describeDate, isSameDay, siblingDate } from './dateWording';
export { dayFirstOf } from './dayOrder';
export { durationOf, intervalOf, shift, type Unit as DateUnit, valueOf, yearText } from './reading';
export { yearOfWeekday } from './weekdayYear';
