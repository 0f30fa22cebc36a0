/** Words that news uses for one thing and that WordNet holds apart, as base forms in American spelling; a row at a time. */
const ROWS = `injure wound hurt hospitalize injury casualty maim
kill die dead death fatality slay murder
arrest detain capture apprehend custody
search hunt manhunt seek comb pursue
bomb explosion blast explode detonate bombing detonation
shoot shooting gunfire gunshot shooter gunman
suspect attacker perpetrator assailant culprit gunman bomber shooter
police officer cop constable
flee escape evacuate
convict conviction guilty verdict
sentence jail imprison prison
charge indict indictment prosecute accuse allege
sue lawsuit suit
trial court hearing
lawyer attorney counsel
rob robbery steal theft burglary
kidnap abduct hostage abduction
miss missing disappear vanish
gun weapon firearm rifle pistol
stab stabbing knife
body corpse remains
crash collide collision wreck accident
fire blaze inferno
storm hurricane typhoon cyclone
earthquake quake tremor
flood flooding inundate
rescue save
destroy wreck devastate ruin
car vehicle automobile
plane aircraft airplane jet airliner
ship vessel boat
soldier troop army military force
attack assault strike raid offensive
invade invasion incursion
rebel militant insurgent fighter
rocket missile
truce ceasefire armistice
meet meeting talk summit discuss discussion conference
agree agreement deal accord pact treaty
visit trip tour travel journey
envoy ambassador diplomat
tie relation relationship
ban prohibit outlaw forbid
block veto
vote election poll ballot
win victory triumph
lose defeat loss
resign quit resignation
dismiss fire sack oust
appoint appointment name
candidate contender nominee
bill law legislation
lawmaker legislator congressman parliamentarian
president leader
protest demonstration rally march demonstrator protester
riot unrest clash
rise increase grow climb jump gain
fall drop decline decrease slump
cut reduce slash
price cost
buy purchase acquire acquisition
sell sale
company firm corporation
job employment work
profit earnings
deny reject dismiss
condemn denounce criticize
praise hail applaud laud commend
thank grateful gratitude
warn caution alert
apologize apology sorry regret
threaten threat
promise pledge vow
demand urge call
refuse decline
start begin launch
end stop finish halt
send dispatch deploy
happen occur
build construct
help aid assist
video footage clip tape film
picture photo image photograph
doctor physician medic
disease illness sickness
infect infection virus
child kid youngster
teenager teen
pupil student
resident inhabitant`;

/** For each word the others of its rows. */
export const newsWords: ReadonlyMap<string, readonly string[]> = (() => {
  const others = new Map<string, string[]>();
  for (const row of ROWS.split('\n')) {
    const words = row.split(' ');
    for (const word of words) others.set(word, [...(others.get(word) ?? []), ...words.filter((other) => other !== word)]);
  }
  return others;
})();
