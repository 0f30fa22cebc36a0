import { all, type DatePack, named, valued } from '../datePack';

const set = (words: string) => new Set(words.split(' '));

export const datesFr: DatePack = {
  months: valued(
    'janvier:1 janv:1 février:2 févr:2 mars:3 avril:4 avr:4 mai:5 juin:6 juillet:7 juil:7 août:8 aout:8 septembre:9 sept:9 octobre:10 oct:10 novembre:11 nov:11 décembre:12 déc:12',
  ),
  weekdays: valued('lundi:1 mardi:2 mercredi:3 jeudi:4 vendredi:5 samedi:6 dimanche:7'),
  days: valued("aujourd'hui:0 hier:-1 avant-hier:-2 demain:1 après-demain:2"),
  dayParts: named('matin:MO matinée:MO midi:MI après-midi:AF soir:EV soirée:EV nuit:NI'),
  units: new Map([
    ...all('day', 'jour jours journée journées'),
    ...all('week', 'semaine semaines'),
    ...all('month', 'mois'),
    ...all('year', 'an ans année années'),
    ...all('hour', 'heure heures'),
    ...all('minute', 'minute minutes'),
    ...all('quarter', 'trimestre trimestres'),
    ...all('half', 'semestre semestres'),
    ...all('decade', 'décennie décennies'),
    ...all('weekend', 'week-end week-ends'),
  ]),
  numbers: valued(
    "un:1 une:1 d'une:1 deux:2 trois:3 quatre:4 cinq:5 six:6 sept:7 huit:8 neuf:9 dix:10 onze:11 douze:12 quinze:15 vingt:20 trente:30 quarante:40 cinquante:50 cent:100",
  ),
  ordinals: valued('premier:1 première:1 deuxième:2 second:2 seconde:2 troisième:3 quatrième:4 dernier:9'),
  some: set('plusieurs quelques des'),
  about: set("environ près presque plus moins d' de un peu que quelque"),
  shifts: new Map([
    ...all(-1, 'dernier dernière derniers dernières passé passée précédent précédente'),
    ...all(0, 'ce cet cette ces'),
    ...all(1, 'prochain prochaine prochains prochaines'),
  ]),
  edges: set('début mi milieu fin'),
  seasons: named('printemps:SP été:SU automne:FA hiver:WI'),
  ago: [['il', 'y', 'a'], ['voilà']],
  agoBehind: new Set(),
  ahead: [['dans']],
  laterBehind: new Map([...all(1, 'après plus'), ...all(-1, 'avant auparavant')]),
  joins: new Set(),
  yearWords: new Set(),
  articles: set("le la les l' au du de"),
  dateArticles: new Set(),
  clock: set('heures heure h'),
  each: set('chaque'),
  per: set('par'),
  future: /^(?:prochain|prochaine|d'ici|\p{L}{3,}(?:ra|ront|rons)|doit|doivent|devrait|va|vont)$/u,
  century: set('siècle'),
};
