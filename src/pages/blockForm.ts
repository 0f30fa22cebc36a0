import type { BlockText } from './blockText';
import type { Box } from './pageBlocks';

/** Words by which authors of pages name what stands beside an article. */
const asideNames = new Set(
  'ad ads advert advertisement advertising promo promos promotion sponsor sponsored share sharing shares social signup cookie cookies consent gdpr bio teaser teasers trending outbrain taboola login register donate donation donations popular poll quiz survey readmore toolbar copyright masthead sidebar popup modal dialog alertdialog overlay banner keywords pagination jobs shop recirc tooltip'.split(
    ' ',
  ),
);
const asideStems = /newsletter|comment|disqus|related|recommend|subscri|paywall|breadcrumb|biograph|authorprofile|authorbio|similar/;
const asideTags = new Set(['ASIDE', 'FOOTER', 'FORM']);

export function isNamedAside(box: Box): boolean {
  return box.names.some((name) => asideNames.has(name) || asideStems.test(name));
}

export function isAsideTag(box: Box): boolean {
  return asideTags.has(box.tag);
}

/** In an `<aside>` inside the frame that no name tells what it is. */
export function isOnlyAside(box: Box, frame: Box | undefined): boolean {
  let isAside = false;
  for (let at: Box | undefined = box; at && at !== frame; at = at.parent) {
    if (isNamedAside(at) || (isAsideTag(at) && at.tag !== 'ASIDE')) return false;
    if (at.tag === 'ASIDE') isAside = true;
  }
  return isAside;
}

/** The nearest element for an article around it. */
export function articleAround(box: Box | undefined): Box | undefined {
  let at = box;
  while (at && at.tag !== 'ARTICLE') at = at.parent;
  return at;
}

/** A line that is a link and no statement, alone or after a label: "Read more: …". */
export function leadsElsewhere({ block, isSentence, linked, text, words }: BlockText): boolean {
  if (words < 2) return false;
  if (linked > 0.8) return !isSentence || /[?!:]$/.test(text);
  if (isSentence || linked <= 0.4 || !/^[^:|]{2,40}[:|]/.test(text)) return false;
  const last = block.parts.findLast((part) => 'text' in part && /\S/.test(part.text));
  return last !== undefined && 'text' in last && last.href !== undefined;
}

/** Who made a picture; a caption of more words says something. */
export function isCredit({ block: { box }, words }: BlockText): boolean {
  if (words > 6) return false;
  return box.tag === 'FIGCAPTION' || [box, box.parent].some((at) => at?.names.some((name) => /caption|credit|copyright/.test(name)));
}

/** Holds a quotation of some words. */
export function speaks({ text }: Pick<BlockText, 'text'>): boolean {
  return /[“„«»「『"]\s?[^“”„«»"]{12,}/.test(text);
}

/** Stands where pages set words apart that they may have elsewhere, too. */
export function isSetApart({ block }: BlockText): boolean {
  for (let at: Box | undefined = block.box; at; at = at.parent) {
    if (at.tag === 'BLOCKQUOTE' || at.tag === 'ASIDE' || at.tag === 'FIGURE') return true;
    if (at.names.some((name) => name.endsWith('quote'))) return true;
  }
  return false;
}

export function headingLevel({ block }: BlockText): number {
  return /^H[1-6]$/.test(block.box.tag) ? Number(block.box.tag.charAt(1)) : 0;
}

export function listOf(box: Box): Box | undefined {
  let at: Box | undefined = box;
  while (at && at.tag !== 'UL' && at.tag !== 'OL') at = at.parent;
  return at;
}

export function isWithin(box: Box, frame: Box | undefined): boolean {
  for (let at: Box | undefined = box; at; at = at.parent) if (at === frame) return true;
  return false;
}

/** Equal for blocks that a template has made alike. */
export function kindOf({ block: { box } }: BlockText): string {
  return `${box.kind}|${box.parent?.kind ?? ''}`;
}
