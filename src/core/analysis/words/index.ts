/** What single words and runs of words can be: classes, cue verbs, noun phrases. Knows English and nothing of who speaks. */
export { frames } from './cues';
export { type Gender, genderOfName, genderOfWord } from './gender';
export { classesOf, sourceNouns, wordClasses } from './lexicon';
export { describe, isNominal, nameParticles, phraseAfter, phraseBefore, type Phrase } from './phrases';
export { cueVerbAt, speaks, type CueVerb } from './verbs';
export { CountedWords, Words, type StepCount } from './words';
