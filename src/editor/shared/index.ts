/**
 * What several features need: what a command is about, words and links on cards, lists to pick from, and messages.
 */
export { attempt } from './attempt';
export { commandLink, commentMarkdown, plainText, shortened, wordingText } from './markdown';
export { pickOrType } from './pickOrType';
export { projectInFront } from './projectInFront';
export { reveal } from './reveal';
export { articleSelector } from './selector';
export { sentenceAround } from './sentence';
export { foundBy, kindName, reasonNames, statusNames, typeName } from './names';
export { nothingHere, registerCommand, registerItemCommand, targetArticle, targets } from './target';
export { standIn, whenCalled } from './standIn';
