import assert from 'node:assert/strict';
import { corpusOf } from './corpusStory';

/** What is told of two articles of a sentence each: nothing, a difference or a contradiction. */
type Told = 'none' | 'differs' | 'conflict';

/** Invented pairs, most of which look like contradictions and are none; those at the end are the same kinds about one thing. */
const pairs: readonly (readonly [told: Told, kind: string, here: string, there: string, published?: readonly [string, string]])[] = [
  [
    'none',
    'planned and done',
    'The footbridge over the Orrin at Tallow Quay was due to open at 9 on Saturday morning.',
    'The footbridge over the Orrin at Tallow Quay opened at 9.40 on Saturday morning, to the sound of a brass band.',
  ],
  [
    'none',
    'planned and done',
    'Kesley council plans to plant 400 lime trees along the ring road this spring.',
    'Kesley council planted 310 lime trees along the ring road this spring.',
  ],
  [
    'none',
    'asked or threatened and given',
    'Prosecutors in Vell demanded a fine of 40,000 crowns against the dairy Brunn.',
    'The court in Vell imposed a fine of 15,000 crowns on the dairy Brunn.',
  ],
  [
    'none',
    'asked or threatened and given',
    'The widow of the miner Karl Ebbe sued the pit at Grell for 900,000 crowns.',
    'The pit at Grell must pay 350,000 crowns to the widow of the miner Karl Ebbe, a judge ruled.',
  ],
  [
    'none',
    'budget and cost',
    'The swimming hall in Ulmen was budgeted at 12 million euros.',
    'The swimming hall in Ulmen cost 19 million euros.',
  ],
  [
    'none',
    'bid, estimate and price',
    'Tarn Foods bid 70 million dollars for the biscuit maker Lorrimer.',
    'Tarn Foods bought the biscuit maker Lorrimer for 92 million dollars.',
  ],
  [
    'none',
    'bid, estimate and price',
    'The owner asks 650,000 euros for the lighthouse on Hellin.',
    'The lighthouse on Hellin was sold for 580,000 euros by its owner.',
  ],
  [
    'none',
    'part and whole',
    'Of the 24 children on the bus, nine were taken to hospital in Arlo.',
    'There were 24 children on the bus that slid into a ditch near Arlo.',
  ],
  [
    'none',
    'part and whole',
    'Two firefighters were among the seven people hurt in the blaze at the Korn warehouse.',
    'Seven people were hurt in the blaze at the Korn warehouse.',
  ],
  [
    'none',
    'some of those meant and all',
    'In Varn county 61 per cent of the girls passed the examination in physics.',
    'In Varn county 54 per cent of all pupils passed the examination in physics.',
  ],
  [
    'none',
    'some of those meant and all',
    'The number of flats built by Wohnbau Treve rose to 310 last year, of them 90 for old people.',
    'Wohnbau Treve built 90 flats for old people last year.',
  ],
  [
    'none',
    'town, region and country',
    'The storm damaged 140 roofs in the city of Pellworth.',
    'The storm damaged 2,300 roofs in the whole region of Pell.',
  ],
  [
    'none',
    'town, region and country',
    'Unemployment in the town of Sorby fell to 4.1 per cent in March.',
    'Unemployment in the country fell to 6.3 per cent in March, the office in Sorby said.',
  ],
  [
    'none',
    'another ship, line, flight, ward, class or model',
    'The trawler Ida lost nine crew members in the storm off Corran.',
    'The trawler Vesta lost four crew members in the storm off Corran.',
  ],
  [
    'none',
    'another ship, line, flight, ward, class or model',
    'Flight KR 210 to Tessa was delayed by five hours because of the fog at Marne airport.',
    'Flight KR 418 to Tessa was delayed by two hours because of the fog at Marne airport.',
  ],
  [
    'none',
    'the state of another day',
    'The bridge over the Lessen was closed on Monday.',
    'The bridge over the Lessen has been open since Wednesday.',
  ],
  [
    'none',
    'the state of another day',
    'The suspect in the Dunmore robbery was still being sought on Tuesday evening.',
    'The suspect in the Dunmore robbery was arrested on Thursday.',
    ['2031-05-06', '2031-05-08'],
  ],
  [
    'none',
    'poll and result',
    'A poll put the Reform list of Jana Kirsch at 38 per cent in Tolland.',
    'The Reform list of Jana Kirsch won 31 per cent in Tolland.',
  ],
  [
    'none',
    'poll and result',
    'According to a survey by Metra 64 per cent of the people of Ohl are against the ring road.',
    'In the referendum 58 per cent of the people of Ohl voted against the ring road.',
  ],
  [
    'none',
    'forecast and measured',
    'The bank Sterna predicts growth of 2.4 per cent for Ovria this year.',
    'The economy of Ovria grew by 1.7 per cent this year.',
  ],
  [
    'none',
    'another year or season',
    'Last year 14,000 people visited the flower show in Lenz.',
    'This year 17,500 people visited the flower show in Lenz.',
  ],
  [
    'none',
    'another year or season',
    'Theatre Rosso sold 4,100 tickets this season.',
    'Theatre Rosso had sold 5,600 tickets in the season before.',
  ],
  ['none', 'two clocks', 'The launch from Kolora was at 6 a.m. Eastern time.', 'The launch from Kolora was at 10:00 UTC.'],
  [
    'none',
    'two translations',
    'President Iskra Doneva said in Bulgarian: “We will not leave our neighbours alone in this winter.”',
    '“We shall not abandon our neighbours this winter,” President Iskra Doneva said, according to a translation.',
  ],
  [
    'none',
    'two translations',
    'Chancellor Rolf Hagen told reporters in German: “We have made a mistake and we will correct it quickly.”',
    'Chancellor Rolf Hagen told reporters: “We made an error and we are going to correct it quickly.”',
  ],
  [
    'none',
    'a word that is not printed in full',
    "“I don't give a f*** about the committee and its papers,” the pilot Greta Moll shouted.",
    "“I don't give a fuck about the committee and its papers,” the pilot Greta Moll shouted.",
  ],
  [
    'none',
    'so far and in the end',
    'So far six bodies have been found in the ruins of the mill at Grenna.',
    'Nine bodies have been found in the ruins of the mill at Grenna, and the search is over.',
  ],
  [
    'none',
    'so far and in the end',
    'The appeal for the orphanage at Tamm has raised 30,000 pounds so far.',
    'The appeal for the orphanage at Tamm raised 48,000 pounds in the end.',
  ],
  [
    'none',
    'two lengths of time',
    'The road through Karst pass was closed for three days.',
    'Clearing the road through Karst pass took nine hours of work with two ploughs.',
  ],
  ['none', 'two lengths of time', 'The talks in Velden lasted 14 hours.', 'The last round of the talks in Velden lasted three hours.'],
  [
    'none',
    'two people',
    'The driver, 61, died in the crash on the road to Lund.',
    'A passenger, 23, died in the crash on the road to Lund.',
  ],
  [
    'none',
    'two rankings',
    'Harwick moved up to fifth place in the northern league.',
    'Harwick was seventh in the northern league before the match.',
  ],
  ['none', 'two legs, half and whole', 'Vasa led 2-0 at half-time against Brig.', 'Vasa drew 2-2 against Brig.'],
  [
    'none',
    'percentage points',
    'The Greens of Marlen gained 4 percentage points in the election.',
    'The Greens of Marlen won 19 per cent in the election.',
  ],
  ['none', 'rate and sum', 'The new toll at Sarn bridge is 2 crowns per car.', 'The toll at Sarn bridge brings in 90,000 crowns a day.'],
  ['none', 'rate and sum', 'Rents in Vollen are now 11 euros per square metre.', 'The average rent of a flat in Vollen is 780 euros.'],
  [
    'none',
    'rounded',
    'Nearly 500 people came to the funeral of the poet Marta Lys.',
    'The funeral of the poet Marta Lys was attended by 480 people.',
  ],
  ['none', 'two units', 'The pipeline from Asker to Dram is 50 miles long.', 'The pipeline from Asker to Dram is 80 kilometres long.'],
  ['none', 'two units', 'It was 35 degrees Celsius in Porto Cal on Sunday.', 'It was 95 degrees Fahrenheit in Porto Cal on Sunday.'],
  ['none', 'two currencies', 'The yacht Selene was sold for 4 million dollars.', 'The yacht Selene was sold for 3.6 million euros.'],
  [
    'none',
    'room and attendance',
    'The new arena in Tromm holds 18,000 spectators.',
    'The first match in the new arena in Tromm drew 11,400 spectators.',
  ],
  [
    'none',
    'hurt and treated, arrested and charged',
    'Thirty people were hurt in the explosion at the Vulk plant.',
    'Twelve people were treated in hospital after the explosion at the Vulk plant.',
  ],
  [
    'none',
    'hurt and treated, arrested and charged',
    'Four people were seriously injured in the pile-up near Gorm.',
    'Sixteen people were injured in the pile-up near Gorm.',
  ],
  [
    'none',
    'seats and votes',
    'The motion for the harbour passed with 61 votes.',
    'The governing parties hold 66 seats in the assembly that voted on the harbour.',
  ],
  [
    'none',
    'turnout and share',
    'Turnout in the vote on the airport of Lissa was 44 per cent.',
    'In the vote on the airport of Lissa 57 per cent voted yes.',
  ],
  ['none', 'two figures of a company', "Holm's operating profit fell by 12 per cent.", "Holm's revenue grew by 3 per cent."],
  ['none', 'opposite acts on two things', 'Exports from Ardia rose in March.', 'Imports to Ardia fell in March.'],
  [
    'none',
    'opposite acts on two things',
    'The court allowed the march of the veterans in Orm.',
    'The court banned the march of the nationalists in Orm.',
  ],
  [
    'none',
    'born and living',
    'The sculptor Ada Wren, who was born in Pellworth, died on Sunday.',
    'The sculptor Ada Wren died on Sunday at her home in Tarn.',
  ],
  ['none', 'at least', 'More than 200 homes lost power in Strell.', 'In Strell 243 homes lost power.'],
  [
    'none',
    'before and after',
    'The award for the inventor Jon Pike was 50,000 crowns before tax.',
    'The inventor Jon Pike kept 31,000 crowns after tax.',
  ],
  ['none', 'two heights', 'Mount Sella is 2,140 metres high.', 'The cabin on Mount Sella stands at 1,720 metres.'],
  [
    'none',
    'deed and arrest',
    'The tanker Olga ran aground on Monday off Brant.',
    'The tanker Olga was towed into port on Thursday from Brant.',
  ],
  [
    'none',
    'calls and missions',
    'The fire brigade of Lomm received 340 calls during the storm.',
    'The fire brigade of Lomm went out 120 times during the storm.',
  ],
  ['none', 'applied and admitted', 'The academy in Rhone received 1,900 applications.', 'The academy in Rhone admitted 140 students.'],
  [
    'none',
    'worth and insured',
    'The robbers took jewels worth about 2 million euros from the shop of Ilse Farn.',
    'The jewels stolen from the shop of Ilse Farn were insured for 1.4 million euros.',
  ],
  [
    'none',
    'two phases',
    'In the morning 40 workers were evacuated from the plant at Zell.',
    'In the afternoon 15 workers were evacuated from the plant at Zell.',
  ],
  [
    'none',
    'figures that are revised',
    'The statistics office first put the population of Gell at 48,000.',
    'The statistics office now puts the population of Gell at 46,200.',
  ],
  [
    'none',
    'speed and limit',
    'The car was travelling at 94 kilometres an hour in Lind street, police said.',
    'The limit in Lind street is 50 kilometres an hour, police said.',
  ],
  [
    'none',
    'what is there and what is needed',
    'The theatre of Mont is 3 million crowns short.',
    'The theatre of Mont gets 11 million crowns from the state.',
  ],
  [
    'none',
    'two utterances',
    '“We will build 300 homes this year,” said the mayor Dirk Aal.',
    '“We will build 500 homes next year,” said the mayor Dirk Aal.',
  ],
  [
    'none',
    'two stages',
    'Jule Haas won the fourth stage of the Tour of Alm in 4 hours.',
    'Jule Haas won the sixth stage of the Tour of Alm in 5 hours.',
  ],
  ['none', 'two months or quarters', 'In the first quarter Nordlys sold 40,000 lamps.', 'In the second quarter Nordlys sold 52,000 lamps.'],
  ['none', 'households and people', 'The flood hit 600 households in Marl.', 'The flood hit 1,500 people in Marl.'],
  ['none', 'begin and end', 'Voting in Tirel starts on Friday.', 'Voting in Tirel ends on Sunday.'],
  [
    'none',
    'medals and gold',
    'Ostria won 14 medals, four of them gold, at the games in Bel.',
    'Ostria won four gold medals at the games in Bel.',
  ],
  [
    'none',
    'two charges',
    'The court in Harn acquitted the nurse Ute Bock of murder.',
    'The court in Harn convicted the nurse Ute Bock of theft.',
  ],
  [
    'none',
    'two charges admitted',
    'The driver Paul Ness admitted speeding in court.',
    'The driver Paul Ness denied drink-driving in court.',
  ],
  [
    'differs',
    'organisers and police',
    'Organisers counted 12,000 people at the march for the forest in Ruhland.',
    'Police counted 5,000 people at the march for the forest in Ruhland.',
  ],
  [
    'differs',
    'organisers and police',
    'According to the organisers 900 farmers drove to Castell with their tractors.',
    'According to the police 400 farmers drove to Castell with their tractors.',
  ],
  [
    'differs',
    'two parties',
    'The army said it had shot down four drones over Lenk.',
    'The rebels said they had lost two drones over Lenk.',
  ],
  [
    'conflict',
    'planned and done',
    'Kesley council planted 400 lime trees along the ring road this spring.',
    'Kesley council has planted 310 lime trees along the ring road this spring.',
  ],
  [
    'conflict',
    'planned and done',
    'The trial of the baker Ole Tamm began on Monday in Vissen.',
    'The trial of the baker Ole Tamm began on Wednesday in Vissen.',
  ],
  [
    'conflict',
    'asked or threatened and given',
    'The court in Vell imposed a fine of 40,000 crowns on the dairy Brunn.',
    'The dairy Brunn was fined 15,000 crowns by the court in Vell.',
  ],
  ['conflict', 'budget and cost', 'The swimming hall in Ulmen cost 12 million euros.', 'The swimming hall in Ulmen cost 19 million euros.'],
  [
    'conflict',
    'part and whole',
    'The coastguard brought 42 of the 70 people aboard the ferry Merle to safety.',
    'The coastguard brought 51 of the 70 people aboard the ferry Merle to safety.',
  ],
  [
    'conflict',
    'part and whole',
    'Seven people were hurt in the blaze at the Korn warehouse.',
    'Four people were hurt in the blaze at the Korn warehouse.',
  ],
  [
    'conflict',
    'some of those meant and all',
    'In Varn county 61 per cent of the girls passed the examination in physics.',
    'In Varn county 54 per cent of the girls passed the examination in physics.',
  ],
  [
    'conflict',
    'town, region and country',
    'The storm damaged 140 roofs in the city of Pellworth.',
    'The storm damaged 230 roofs in the city of Pellworth.',
  ],
  [
    'conflict',
    'another ship, line, flight, ward, class or model',
    'The trawler Ida lost nine crew members in the storm off Corran.',
    'The trawler Ida lost four crew members in the storm off Corran.',
  ],
  [
    'conflict',
    'another ship, line, flight, ward, class or model',
    'Flight KR 210 to Tessa was delayed by five hours because of the fog at Marne airport.',
    'Flight KR 210 to Tessa was delayed by two hours because of the fog at Marne airport.',
  ],
  [
    'conflict',
    'the state of another day',
    'The council of Hebden rejected the plan for a casino on Tuesday.',
    'The council of Hebden approved the plan for a casino on Tuesday.',
  ],
  [
    'conflict',
    'the state of another day',
    'Schools in Tarrow are closed on Wednesday because of the snow.',
    'Schools in Tarrow are open on Wednesday despite the snow.',
  ],
  [
    'conflict',
    'poll and result',
    'A poll by Metra put the Reform list of Jana Kirsch at 38 per cent in Tolland.',
    'A poll by Metra put the Reform list of Jana Kirsch at 33 per cent in Tolland.',
  ],
  [
    'conflict',
    'forecast and measured',
    'The river Tolla reached 7 metres in Asper on Sunday.',
    'The river Tolla reached 5.8 metres in Asper on Sunday.',
  ],
  [
    'conflict',
    'organisers and police',
    'Police counted 12,000 people at the march for the forest in Ruhland.',
    'Police counted 5,000 people at the march for the forest in Ruhland.',
  ],
  [
    'conflict',
    'two translations',
    '“The sea has taken everything from us, but not our pride,” said the fisherman Jim Soames of Hull.',
    '“The sea has taken everything from us, and our pride too,” said the fisherman Jim Soames of Hull.',
  ],
  [
    'conflict',
    'so far and in the end',
    'Nine bodies were found in the ruins of the mill at Grenna.',
    'Six bodies were found in the ruins of the mill at Grenna.',
  ],
  [
    'conflict',
    'two lengths of time',
    'The road through Karst pass was closed for three days.',
    'The road through Karst pass was closed for five days.',
  ],
  [
    'conflict',
    'two legs, half and whole',
    'Orsk beat Delmar 3-1 in the first leg of the semi-final.',
    'Orsk beat Delmar 3-0 in the first leg of the semi-final.',
  ],
  ['conflict', 'rate and sum', 'The factory in Elm makes 400 bicycles a week.', 'The factory in Elm makes 250 bicycles a week.'],
  ['conflict', 'two units', 'The fire on Mount Ell burned 1,000 acres of forest.', 'The fire on Mount Ell burned 1,700 acres of forest.'],
  [
    'conflict',
    'hurt and treated, arrested and charged',
    'Police arrested 25 people after the match in Bruck.',
    'Police arrested 17 people after the match in Bruck.',
  ],
  [
    'conflict',
    'seats and votes',
    "The Farmers' Union won 42 seats in the parliament of Estmark.",
    "The Farmers' Union won 39 seats in the parliament of Estmark.",
  ],
  [
    'conflict',
    'two figures of a company',
    'Profit at the brewer Holm rose to 28 million euros.',
    'Profit at the brewer Holm rose to 34 million euros.',
  ],
  [
    'conflict',
    'opposite acts on two things',
    'The court allowed the march of the veterans in Orm.',
    'The court banned the march of the veterans in Orm.',
  ],
  [
    'conflict',
    'two months or quarters',
    'In April 320 migrants reached the island of Perro.',
    'In April 510 migrants reached the island of Perro.',
  ],
  [
    'conflict',
    'two charges admitted',
    'The driver Paul Ness admitted speeding in court.',
    'The driver Paul Ness denied speeding in court.',
  ],
];

function toldOf(here: string, there: string, [a, b]: readonly [string, string]): Told {
  const levels = corpusOf({ 'a.txt': here, 'b.txt': there }, { 'a.txt': a, 'b.txt': b })
    .conflicts()
    .map(({ level = 'conflict' }) => level);
  return levels.includes('conflict') ? 'conflict' : levels.length > 0 ? 'differs' : 'none';
}

describe('articles that look as if they contradicted each other', () => {
  for (const [told, kind, here, there, published = ['2031-05-06', '2031-05-06'] as const] of pairs) {
    it(`${told}: ${kind}: ${here}`, () => {
      assert.equal(toldOf(here, there, published), told, there);
    });
  }
});
