import { all, type DatePack, named, valued } from '../datePack';

const set = (words: string) => new Set(words.split(' '));

export const datesEs: DatePack = {
  months: valued(
    'enero:1 febrero:2 marzo:3 abril:4 mayo:5 junio:6 julio:7 agosto:8 septiembre:9 setiembre:9 octubre:10 noviembre:11 diciembre:12',
  ),
  weekdays: valued('lunes:1 martes:2 miércoles:3 jueves:4 viernes:5 sábado:6 domingo:7'),
  days: valued('hoy:0 ayer:-1 anteayer:-2 mañana:1'),
  dayParts: named('mañana:MO mediodía:MI tarde:AF noche:NI madrugada:NI'),
  units: new Map([
    ...all('day', 'día días jornada jornadas'),
    ...all('week', 'semana semanas'),
    ...all('month', 'mes meses'),
    ...all('year', 'año años'),
    ...all('hour', 'hora horas'),
    ...all('minute', 'minuto minutos'),
    ...all('quarter', 'trimestre trimestres'),
    ...all('half', 'semestre semestres'),
    ...all('decade', 'década décadas'),
  ]),
  numbers: valued(
    'un:1 una:1 dos:2 tres:3 cuatro:4 cinco:5 seis:6 siete:7 ocho:8 nueve:9 diez:10 once:11 doce:12 quince:15 veinte:20 treinta:30 cuarenta:40 cincuenta:50 cien:100',
  ),
  ordinals: valued('primer:1 primero:1 primera:1 segundo:2 segunda:2 tercer:3 tercero:3 tercera:3 cuarto:4 cuarta:4'),
  some: set('varios varias algunos algunas unos unas pocos pocas'),
  about: set('casi aproximadamente unos unas cerca de más alrededor menos'),
  shifts: new Map([
    ...all(-1, 'pasado pasada pasados pasadas último última últimos últimas anterior'),
    ...all(0, 'este esta estos estas presente actual'),
    ...all(1, 'próximo próxima próximos próximas siguiente entrante'),
  ]),
  edges: set('principios comienzos inicios mediados finales fines'),
  seasons: named('primavera:SP verano:SU otoño:FA invierno:WI'),
  ago: [['hace']],
  agoBehind: set('atrás'),
  ahead: [['dentro', 'de'], ['en']],
  laterBehind: new Map([...all(1, 'después más'), ...all(-1, 'antes')]),
  joins: set('de del'),
  yearWords: new Set(),
  articles: set('el la los las al'),
  dateArticles: set('el la'),
  clock: set('h hs horas hora hrs'),
  each: set('cada'),
  per: set('por al a'),
  future: /^(?:para|próximo|próxima|hasta|\p{L}{3,}(?:rá|rán)|va|van|prevé|prevista|previsto)$/u,
  century: set('siglo'),
};
