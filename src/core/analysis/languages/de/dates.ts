import { all, type DatePack, named, valued } from '../datePack';

const set = (words: string) => new Set(words.split(' '));

export const datesDe: DatePack = {
  months: valued(
    'januar:1 jänner:1 jan:1 februar:2 feber:2 feb:2 märz:3 april:4 apr:4 mai:5 juni:6 juli:7 august:8 aug:8 september:9 sept:9 oktober:10 okt:10 november:11 nov:11 dezember:12 dez:12',
  ),
  weekdays: valued('montag:1 dienstag:2 mittwoch:3 donnerstag:4 freitag:5 samstag:6 sonnabend:6 sonntag:7'),
  days: valued('heute:0 gestern:-1 vorgestern:-2 morgen:1 übermorgen:2'),
  dayParts: named('morgen:MO vormittag:MO mittag:MI nachmittag:AF abend:EV nacht:NI früh:MO'),
  units: new Map([
    ...all('day', 'tag tage tagen tages'),
    ...all('week', 'woche wochen'),
    ...all('month', 'monat monate monaten monats'),
    ...all('year', 'jahr jahre jahren jahres'),
    ...all('hour', 'stunde stunden'),
    ...all('minute', 'minute minuten'),
    ...all('quarter', 'quartal quartals quartale'),
    ...all('half', 'halbjahr halbjahres'),
    ...all('decade', 'jahrzehnt jahrzehnte jahrzehnten'),
    ...all('weekend', 'wochenende wochenenden'),
  ]),
  numbers: valued(
    'ein:1 eine:1 einen:1 einem:1 einer:1 zwei:2 drei:3 vier:4 fünf:5 sechs:6 sieben:7 acht:8 neun:9 zehn:10 elf:11 zwölf:12 zwanzig:20 dreißig:30 fünfzig:50 hundert:100',
  ),
  ordinals: valued('ersten:1 erste:1 erstes:1 zweiten:2 zweite:2 zweites:2 dritten:3 dritte:3 drittes:3 vierten:4 vierte:4 viertes:4'),
  some: set('mehrere mehreren einige einigen wenige wenigen ersten'),
  about: set('rund etwa fast knapp gut über mehr als mindestens ungefähr circa nur'),
  shifts: new Map([
    ...all(-1, 'letzte letzten letzter letztes vergangene vergangenen vergangener vergangenes vorige vorigen voriger voriges'),
    ...all(0, 'diese diesen dieser dieses diesem laufende laufenden'),
    ...all(1, 'nächste nächsten nächster nächstes kommende kommenden kommender kommendes'),
  ]),
  edges: set('anfang mitte ende'),
  seasons: named('frühjahr:SP frühling:SP sommer:SU herbst:FA winter:WI'),
  ago: [['vor']],
  agoBehind: new Set(),
  ahead: [['in']],
  laterBehind: new Map([...all(1, 'später danach darauf'), ...all(-1, 'zuvor davor vorher früher')]),
  joins: new Set(),
  yearWords: new Set(),
  articles: set('der die das den dem des'),
  dateArticles: new Set(),
  clock: set('uhr'),
  each: set('jeden jede jedes jeder'),
  per: set('im pro in am'),
  future: /^(?:bis|ab|wird|werden|soll|sollen|will|wollen|kommenden|nächsten|geplant)$/u,
  century: set('jahrhundert jahrhunderts'),
};
