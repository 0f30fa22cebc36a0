/** What single words and runs of words can be: classes, cue verbs, noun phrases. Knows English and nothing of who speaks. */
export { frames } from './cues';
export { describe } from './description';
export { type Gender, genderOfName, genderOfWord } from './gender';
export { classesOf, sourceNouns, wordClasses } from './lexicon';
export { nameParticles, nameSuffixes, postNominals } from './nameWords';
export { isNominal, type Phrase } from './phrase';
export { phraseAfter, phraseBefore } from './phrases';
export { cueVerbAt, speaks, type CueVerb } from './verbs';
export { CountedWords, Words, type StepCount } from './words';
