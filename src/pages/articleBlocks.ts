import {
  articleAround,
  headingLevel,
  isAsideTag,
  isCredit,
  isNamedAside,
  isOnlyAside,
  isSetApart,
  isWithin,
  kindOf,
  leadsElsewhere,
  listOf,
  speaks,
} from './blockForm';
import type { BlockText } from './blockText';
import { headlinesArticle } from './headlinesArticle';
import type { Box } from './pageBlocks';
import { asideShare, bodyShare, frameShare, ownShare, unitShare } from './shares';

/** What of a page is its article, and which of its own paragraphs are not among them. */
export interface Choice {
  readonly chosen: readonly BlockText[];
  readonly leftOut: readonly BlockText[];
}

/**
 * Chooses the article's blocks. Readability's votes say where the article is. Blocks made like those it has taken, sentences between
 * them, and what the page's own linked data (`body`, as keys) has belong to it, too; lines that lead elsewhere, boxes that the page's
 * authors name as something else, and what the page repeats do not. `undefined` where there is no sentence. Linear but for the depth.
 */
export function articleBlocks(all: readonly BlockText[], body: string): Choice | undefined {
  const choice = new BlockChoice(all.filter(({ words }) => words > 0), body); // prettier-ignore
  return choice.run();
}

class BlockChoice {
  readonly #all: readonly BlockText[];
  readonly #body: string;
  readonly #frame: Box | undefined;
  readonly #total: number;
  /** Of the sentences taken, the characters in each box. */
  readonly #weights = new Map<Box, number>();
  readonly #kinds = new Map<string, number>();
  readonly #times = new Map<string, number>();
  readonly #beside = new Map<Box, boolean>();
  /** Lists that hold more than links. */
  readonly #saying = new Set<Box | undefined>();
  /** The element for one article, of several on the page, in which the headline stands. */
  readonly #article: Box | undefined;
  readonly #chosen = new Set<BlockText>();
  readonly #cut = new Set<BlockText>();

  constructor(all: readonly BlockText[], body: string) {
    this.#all = all;
    this.#body = body;
    const hasVotes = all.some((each) => each.vote >= 0.5 && each.isSentence);
    let total = 0;
    for (const each of all) {
      this.#times.set(each.key, (this.#times.get(each.key) ?? 0) + 1);
      if (each.block.box.tag === 'LI' && !leadsElsewhere(each)) this.#saying.add(listOf(each.block.box));
      if (!each.isSentence || !(hasVotes ? each.vote >= 0.5 : this.#isKnown(each))) continue;
      const { length } = each.text;
      total += length;
      this.#kinds.set(kindOf(each), (this.#kinds.get(kindOf(each)) ?? 0) + length);
      for (let box: Box | undefined = each.block.box; box; box = box.parent) this.#weights.set(box, (this.#weights.get(box) ?? 0) + length);
    }
    this.#total = total;
    for (const [box, weight] of this.#weights)
      if (weight >= frameShare * total && (this.#frame === undefined || box.depth > this.#frame.depth)) this.#frame = box;
    this.#article = headlinesArticle(this.#all);
  }

  run(): Choice | undefined {
    if (this.#total === 0) return undefined;
    for (const each of this.#all) if (this.#isKnown(each) || (each.vote >= 0.5 && !this.#isBeside(each))) this.#chosen.add(each);
    this.#addDominant();
    this.#addAlike();
    this.#addBetween();
    this.#dropBehind();
    this.#dropRepeated();
    this.#dropLabels();
    this.#dropTail();
    const chosen = this.#all.filter((each) => this.#chosen.has(each));
    return chosen.some(({ isSentence }) => isSentence) ? { chosen, leftOut: this.#leftOut(chosen) } : undefined;
  }

  /** Whether the page's linked data has it as part of the article. */
  #isKnown({ key, words }: BlockText): boolean {
    return words >= 4 && this.#body.includes(key);
  }

  /** Whether something about its place or form says that it is not of the article. */
  #isBeside(each: BlockText): boolean {
    const { box } = each.block;
    let beside = this.#beside.get(box);
    if (beside === undefined) this.#beside.set(box, (beside = this.#isBesideBox(box)));
    if (beside || isCredit(each)) return true;
    return leadsElsewhere(each) && (box.tag !== 'LI' || !this.#saying.has(listOf(box)));
  }

  #isBesideBox(box: Box): boolean {
    let article: Box | undefined;
    for (let at: Box | undefined = box; at && at !== this.#frame; at = at.parent) {
      if ((isNamedAside(at) || isAsideTag(at)) && this.#share(at) < asideShare) return true;
      if (at.tag === 'ARTICLE') article = at;
    }
    return this.#article !== undefined && article !== undefined && !isWithin(box, this.#article);
  }

  #isCandidate(each: BlockText): boolean {
    return !this.#chosen.has(each) && each.isSentence && !each.block.box.isHidden && !this.#isBeside(each);
  }

  /** Where paragraphs of one make have more text than all that Readability has taken, it has taken the wrong ones. */
  #addDominant(): void {
    let taken = 0;
    for (const { isSentence, text } of this.#chosen) if (isSentence) taken += text.length;
    const groups = new Map<string, BlockText[]>();
    for (const each of this.#all) {
      if (!each.isSentence || each.block.box.tag === 'LI' || each.linked > 0.5 || each.block.box.isHidden || this.#isBeside(each)) continue;
      const group = groups.get(kindOf(each));
      if (group) group.push(each);
      else groups.set(kindOf(each), [each]);
    }
    for (const group of groups.values()) {
      const length = group.reduce((sum, { text }) => sum + text.length, 0);
      const words = group.reduce((sum, each) => sum + each.words, 0);
      if (length > 1.2 * taken && words > 25 * group.length) for (const each of group) this.#chosen.add(each);
    }
  }

  /** Blocks made like those that are chosen, wherever their container stands: an article comes in several, with advertisements between. */
  #addAlike(): void {
    const kinds = new Map<string, number>();
    let sum = 0;
    for (const each of this.#chosen) {
      if (!each.isSentence) continue;
      sum += each.text.length;
      kinds.set(kindOf(each), (kinds.get(kindOf(each)) ?? 0) + each.text.length);
    }
    for (const each of this.#all)
      if (this.#isCandidate(each) && (kinds.get(kindOf(each)) ?? 0) > ownShare * sum && this.#isInUnit(each)) this.#chosen.add(each);
  }

  /** What stands between two paragraphs of the article: beside them, or with a quotation; and headings before one. */
  #addBetween(): void {
    const isOwn = (each: BlockText) => this.#chosen.has(each) && each.isSentence;
    const first = this.#all.findIndex(isOwn);
    const last = this.#all.findLastIndex(isOwn);
    const parents = new Set(Array.from(this.#chosen, ({ block }) => block.box.parent));
    let next: BlockText | undefined;
    for (const each of this.#all.slice(Math.max(0, first), last + 1).toReversed()) {
      if (headingLevel(each) > 1 && !this.#chosen.has(each) && !each.block.box.isHidden && !this.#isBeside(each)) {
        if (next !== undefined && this.#chosen.has(next)) this.#chosen.add(each);
      } else if (each.isSentence && !this.#chosen.has(each) && !each.block.box.isHidden && isWithin(each.block.box, this.#frame)) {
        const { parent } = each.block.box;
        const isBetween = parents.has(parent) || parents.has(parent?.parent);
        if (this.#isBeside(each) ? speaks(each) && isOnlyAside(each.block.box, this.#frame) : isBetween || speaks(each))
          this.#chosen.add(each);
      }
      next = each;
    }
  }

  /** What follows the end of the element for an article that has nearly all of it. */
  #dropBehind(): void {
    const unit = Array.from(this.#weights.keys()).find((box) => box.tag === 'ARTICLE' && this.#share(box) >= unitShare);
    if (unit === undefined) return;
    const last = this.#all.findLastIndex(({ block }) => isWithin(block.box, unit));
    for (const each of this.#all.slice(last + 1)) {
      if (this.#isKnown(each)) continue;
      this.#chosen.delete(each);
      this.#cut.add(each);
    }
  }

  /** A pull quote, a caption or a notice that the page has a second time comes once; labels that come again and again not at all. */
  #dropRepeated(): void {
    const seen = new Map<string, string>();
    const body: string[] = [];
    for (const each of this.#chosen) if (each.isSentence && !isSetApart(each)) body.push(each.key);
    const whole = body.join('\n');
    for (const each of this.#all) {
      if (!this.#chosen.has(each)) continue;
      const kind = kindOf(each);
      const { tag } = each.block.box;
      const times = this.#times.get(each.key) ?? 1;
      const isLabel = !each.isEnded && each.words <= 6 && tag !== 'LI';
      const isNotice = times > 2 && !this.#isKnown(each) && (this.#kinds.get(kind) ?? 0) < 0.4 * this.#total;
      const isOther = (seen.get(each.key) ?? kind) !== kind;
      const isRepeated = times > 1 && tag !== 'TR' && (isOther || isLabel || isNotice);
      if (isRepeated || (isSetApart(each) && each.words >= 5 && whole.includes(each.key))) this.#chosen.delete(each);
      if (!seen.has(each.key)) seen.set(each.key, kind);
    }
  }

  /** A label before what leads elsewhere goes with it; so do headings and links after which nothing of the article follows. */
  #dropLabels(): void {
    let isNextElsewhere = false;
    let hasText = false;
    for (const each of this.#all.toReversed()) {
      const { tag } = each.block.box;
      const level = headingLevel(each);
      const isLabel = level === 0 && !each.isEnded && each.words <= 4 && tag !== 'TR' && tag !== 'LI';
      const isTail =
        level > 0 || (tag === 'LI' && ((each.linked > 0.8 && !each.isSentence) || (!each.isEnded && each.words <= 2 && isNextElsewhere)));
      if ((isLabel && isNextElsewhere) || (isTail && !hasText && !this.#isKnown(each))) this.#chosen.delete(each);
      if (this.#chosen.has(each)) hasText = level !== 1;
      isNextElsewhere = !this.#chosen.has(each) && (each.linked > 0.5 || this.#isBeside(each));
    }
  }

  /** Nothing of the article follows the last paragraph that the linked data has. */
  #dropTail(): void {
    const own = this.#all.filter((each) => this.#chosen.has(each));
    const sum = (list: readonly BlockText[]) => list.reduce((total, { isSentence, text }) => total + (isSentence ? text.length : 0), 0);
    if (sum(own.filter((each) => this.#isKnown(each))) < bodyShare * sum(own)) return;
    for (const each of own.slice(own.findLastIndex((block) => this.#isKnown(block)) + 1)) {
      this.#chosen.delete(each);
      this.#cut.add(each);
    }
  }

  /** Paragraphs in the article's frame that nothing speaks against, and that nothing has brought in. */
  #leftOut(chosen: readonly BlockText[]): readonly BlockText[] {
    const whole = chosen.map(({ key }) => key).join('\n');
    return this.#all.filter(
      (each) =>
        this.#isCandidate(each) &&
        !this.#cut.has(each) &&
        each.words >= 10 &&
        each.linked < 0.5 &&
        isWithin(each.block.box, this.#frame) &&
        (this.#times.get(each.key) ?? 1) < 3 &&
        !whole.includes(each.key),
    );
  }

  #share(box: Box): number {
    return (this.#weights.get(box) ?? 0) / this.#total;
  }

  /** In no other element for an article than what is taken stands in. */
  #isInUnit({ block }: BlockText): boolean {
    const unit = articleAround(block.box);
    return unit === undefined || this.#share(unit) > 0;
  }
}
