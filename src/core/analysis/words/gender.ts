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
  'abdul yusuf hiroshi kenji ravi raj arjun sanjay anil marco giovanni luigi paolo mario martin simon neil ian graham nigel trevor colin stuart ' +
  'abdel abdelaziz abdulla abdullah adrian aidan akira alain alastair alberto alejandro aleksandr aleksei alessandro alexandre alexei alfonso alistair ' +
  'amir amit anand anatoly anders andreas andrei andrés angus ankit antoine anton arif arkady arnaud arne artem arturo ashok ashraf aziz babajide barry ' +
  'benoît bernard bernd bilal bjorn bjørn bogdan brendan brett callum carlo cesar chidi christophe claudio clifford clive conor craig daisuke damian ' +
  'darren davide declan deepak denis derek desmond didier diego dieter dinesh dirk dmitri dominic duncan dwayne edmund eduardo einar elliot elliott emeka ' +
  'enrico enrique erik ernest ernesto ernst esteban evgeny fabio fabrice faisal farid federico felipe felix fergus fernando filippo finn florian ' +
  'francesco francis franz friedrich frédéric fyodor garry gavin gennady geoffrey georg georgy gerard ghulam giorgio giuseppe glen glenn gonzalo gopal ' +
  'graeme grigory guillaume guillermo gunnar gustavo gérard günter habib hafiz haider hakan hamid hamish hamza hans-peter harish haruki harvey heinrich ' +
  'heinz helmut henri henrik herbert hideo holger horst hugh hugo hussein håkan iain ignacio imran isaac ismail ivor jared javed javier jens jermaine ' +
  'jerome joachim joaquín jochen joel johan johannes jomo jonah jorge josef josé joão julian julien julio jérôme jörg karan karim kazuo keiran khaled ' +
  'khalid kieran kofi konrad konstantin kristian kurt kwabena kwame lars laurent leif leon leonard leonid liam lloyd lorcan lorenzo lothar luc lucas ' +
  'lukas luke magnus mahmoud makoto maksim malcolm malik manfred manish manolo mansour marc marcos marcus mariano markus marvin masahiro massimo mathieu ' +
  'mats matteo matthias maurice mauricio maxim mehdi micheal mikael milton mitch mohamed mohan morten mukesh murad mustafa mykola nabil naoto narendra ' +
  'naresh nasser neville niall nicolas nikolai nils nitin olaf olav oleksandr oliver olivier olu oluwaseun osama oscar oskar otto owen pablo ' +
  'patrice paulo percy perry petter philippe pietro prakash prashant pyotr qasim quentin rafael rahul rainer rajesh rakesh ralf ramesh ramón randall ' +
  'rashid rasmus raúl rené reza rhys ricardo riccardo roberto roderick rodney rodrigo rohit roland rolf rory rubén rudolf rupert ruslan sachin saeed ' +
  'salman salvador samir sandeep santiago satoshi seamus sebastian semyon sergio shane shaun shinzo sidney siegfried sigurd silvio sipho stanislav stefan ' +
  'stefano stepan stewart stian sunil suresh sven sébastien tahir takashi takeshi taras tariq thabo themba theodore thierry thorsten timur tobias toby ' +
  'todd tommy tomás torsten travis tristan trond tunde tyrone uhuru ulf ulrich usman uwe vadim valery varun vasily vernon viacheslav victor vijay vikram ' +
  'vinod vitaly volker volodymyr vyacheslav walid werner wilfred wilhelm winston wolfgang xavier yaroslav yasin yasser yevgeny yoshi yuji yuri yves zahid ' +
  'zaid zaki étienne';
const femaleNames =
  'mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa ' +
  'deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet ' +
  'catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ' +
  'ann sara madison frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany ' +
  'charlotte marie kayla alexis lori kate katie beth sue jane jill jenny hilary olga natalia irina svetlana elena tatiana yelena ana ines carmen lucia sofia ' +
  'fatima aisha leila mei yuki priya sunita anita claire chloe camille ingrid astrid greta heidi ursula angela theresa wendy tina gina monica ' +
  'aaliyah abby abena adaeze adele adjoa adriana agnes agnès aicha aiko aishwarya akiko akua alejandra aleksandra alessandra alexa alexandra alicia alina ' +
  'alison allison althea ama amara amelia amina amira anastasia anja anjali anke annabel annabelle annalena anne annegret anneli annette annick annie ' +
  'antje antonella antonia antonina arianna asma audrey aurélie ava ayesha ayumi aziza beate beatriz becky belinda berit bernadette bernice bethany ' +
  'bianca birgit birgitta blanca bridget brigitte britt britta bushra béatrice caitlin candace carla carolina caroline carrie cassandra caterina cecilia ' +
  'chantal charlene chiamaka chiara chioma christa christel christiane christie cindy clara claudia claudine corinne cornelia courtney cristina cécile ' +
  'céline dagmar daisy daniela daphne daria darlene darya deanna deepa delphine dina divya ebba edith edna eileen ekaterina elaine eleanor elisa ' +
  'elisabetta elise eliza elke ella ellen elsa elsie emanuela emmanuelle erica erika erin erna esme estelle esther ethel eunice eva evie farah farida ' +
  'fatimah federica felicity fiona flora florence francesca franziska françoise freya frida frieda funmi gabriela gail galina ganna geeta ' +
  'geneviève georgina geraldine gerda gertrud gertrude gillian ginny giorgia giovanna gisela giulia glenda graciela grete gro gudrun gunilla guri gwen ' +
  'gwendolyn hafsa hanan hanna hanne hannelore harriet haruka hazel hedda helena helga helle henrietta hildegard hiroko holly huda hélène ilaria ilse ' +
  'imogen indira inga inge ingeborg inger inés irene iris isabel isabelle isla ivy jamila jasmine jeanne jemima jenna jessie joanna joanne jodie ' +
  'josefa josephine josiane joy joëlle juana juanita juliette junko jutta kaori karin katerina kateryna katharina kathy katrin katy kavita keiko kerstin ' +
  'khadija kira kirsten kirsty kristen kristin ksenia kumiko laila lakshmi lamia lana larisa layla leah lena lene leticia lidia lillian ' +
  'lily linnea liv lola lorena lorraine louise lourdes lubov lucille lucy lucía luisa lydia lynn lynne lyubov lyudmila lyudmyla mabel madeleine madeline ' +
  'mae magdalena maggie maha maike maisie maja malala malin mandy manuela marcia maren margarita margot margrethe mariam marian mariana marianne ' +
  'mariko marina marine marisol marit marjorie marlene marta martina martine maryam mathilde matilda maureen mavis maxine meena meera mei-ling melanie ' +
  'melinda mette michiko michèle mildred millie miranda mireille miriam moira molly mona monika monique muriel myra mónica nadezhda nadia nadine naima ' +
  'najwa naoko naomi nathalie neha nellie ngozi nikki nina nisha noelia nomvula nora norah noriko norma nuria odile oksana oleksandra olena olha olive ' +
  'paloma pam paola paula pauline peggy penelope pernille petra phoebe phyllis polina pooja poppy pratibha preeti priscilla rachael raffaella ragnhild ' +
  'raisa randi rania raquel rasha rebekah rekha renate rhoda rhonda rima rita ritu roberta ronja rosa rosalind rose rosemarie rosemary rosie roxanne ruby ' +
  'rukhsana sabine sabrina sachiko sadie safia sakura sally salma samira sanna sarah-jane seema selina shalini shanti sheila shelley sheryl shirin shreya ' +
  'signe sigrid silje silke silvia simona siri siv smita sofya solveig sonia sonja sophie soraya stacey stefanie steffi stella stéphanie sue-ellen sumaya ' +
  'susana susannah susanne sushma suzanne svenja swati sybil sylvia sylvie ségolène tamara tamsin tanja tanya tara tatyana tess tessa thandi thelma ' +
  'torill tracey tracy trudy tuva ulla ulrike ulyana unni usha uta ute valentina valerie valérie vandana vanessa vera veronika verónica vicky vidya ' +
  'viktoriya virginie vivienne véronique waltraud wanda wilma winifred winnie yana yasmin yasmine yekaterina yoko yolanda yulia yumi yvette yvonne zahra ' +
  'zainab zanele zara zeinab zhanna zoe zoya åse édith élise élodie';

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
  return names.get(lower) ?? (lower.endsWith('ullah') ? 'male' : undefined);
}
