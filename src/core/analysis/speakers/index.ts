/** Who an article mentions, and whom a name, a role or a pronoun means. */
export { aliasWords, type AliasWords } from './aliases';
export { Cast } from './cast';
export { emptyMember, peopleOf, type Member } from './member';
export { antecedent, endOfMention, nameEveryone } from './mentions';
export { unifyRoles } from './offices';
export { speakersOf } from './speakers';
