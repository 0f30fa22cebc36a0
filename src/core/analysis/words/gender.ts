export type Gender = 'male' | 'female';

const male =
  'mr. mr sir lord father brother king prince emperor spokesman congressman businessman policeman councilman alderman assemblyman chairman statesman ' +
  'son husband widower uncle grandfather actor waiter boy man guy gentleman fisherman dad';
const female =
  'mrs. ms. miss mrs ms dame lady mother sister queen princess spokeswoman congresswoman businesswoman policewoman councilwoman assemblywoman chairwoman ' +
  'daughter wife widow aunt grandmother actress waitress girl woman mum mom';
const maleNames =
  'james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george ' +
  'edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack ' +
  'dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence ' +
  'jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell louis philip bobby johnny bradley tim mike bill jim ' +
  'tom bob dan dave steve rick nick greg jeff ted ben sam matt chris tony rob ron don ken fred phil ray doug pete andy charlie eddie vladimir sergei dmitry ivan igor boris mikhail ' +
  'viktor oleg pavel hans karl jürgen klaus pierre jean françois jacques michel carlos luis miguel pedro antonio francisco manuel mohammed muhammad ahmed ali hassan omar ibrahim ' +
  'abdul yusuf hiroshi kenji ravi raj arjun sanjay anil marco giovanni luigi paolo mario martin simon neil ian graham nigel trevor colin stuart';
const femaleNames =
  'mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa ' +
  'deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet ' +
  'catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ' +
  'ann sara madison frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany ' +
  'charlotte marie kayla alexis lori kate katie beth sue jane jill jenny hilary olga natalia irina svetlana elena tatiana yelena ana ines carmen lucia sofia ' +
  'fatima aisha leila mei yuki priya sunita anita claire chloe camille ingrid astrid greta heidi ursula angela theresa wendy tina gina monica';

const words = new Map<string, Gender>();
for (const word of male.split(' ')) words.set(word, 'male');
for (const word of female.split(' ')) words.set(word, 'female');
const names = new Map<string, Gender>();
for (const name of maleNames.split(' ')) names.set(name, 'male');
for (const name of femaleNames.split(' ')) names.set(name, names.has(name) ? 'male' : 'female');

/** What a title or role noun says; undefined for most. */
export function genderOfWord(lower: string): Gender | undefined {
  return words.get(lower);
}
/** What a common given name suggests; a pronoun in the article decides against it. */
export function genderOfName(lower: string): Gender | undefined {
  return names.get(lower);
}
