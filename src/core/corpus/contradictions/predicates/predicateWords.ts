import { Flag } from '../../words/flags';
import { type ArticleWords, DETERMINERS } from '../deeds/articleWords';

/**
 * What cannot be true of one at the same time, side against side, as news puts it. Before a phrase `>`: it befalls what the verb is done to, `+`: in the passive alone;
 * `=`: behind a verb of being; Behind it `.`: nothing goes on. `#` is a part of the body. Before a row `!`: surely one
 * of both; `c`: on one charge; `o`: to one thing; `m`: for a moment, which passes; `n`: by so much.
 */
const ROWS = `!c +acquit|+clear of|+find not guilty|walk free|walk out free|=free man / +convict|+find guilty|+jail|+imprison|+sentence to|prison van|=in handcuff|+take into custody|+remand in custody|+send to prison
!o plead guilty|admit|confess / deny|plead not guilty
! =unhurt|=unharmed|=uninjured|=unscathed|escape injury|escape without injury|suffer no injury / >hurt|>injure|>wound|break #|=broken #|take to hospital with broken #|>hospitalize|suffer injury|suffer burn
! survive|=alive|>rescue / die|drown|=dead|>kill|perish|lose life
! =undamaged|=intact|=unscathed|hold.|stand.|>spare|withstand|survive / collapse|>destroy|give way|burn down|>wash away|>flatten|>raze|>wreck|=ruin|crumble|cave in|>demolish
m open.|reopen|stay open|remain open|keep open|=open|run normally|run again|resume / close.|>close|shut.|>shut|=closed|=shut|>suspend|>evacuate
 weep|cry.|sob|=tear|close to tear|shed tear|burst into tear|fight back tear / show no emotion|show no reaction|=calm|=motionless|stand motionless|sit motionless|=impassive|smile|laugh|=unmoved|beam.|=expressionless|grin|=composed
 =delighted|=happy|=pleased|=content|=satisfied|=glad|=overjoyed|=thrilled|=proud|=relieved / =devastated|=furious|=angry|=disappointed|=bitter|=dismayed|=unhappy|=dissatisfied|=outraged|=sad|=shocked|=heartbroken|=upset
 =peaceful|peacefully|without incident|without trouble|=orderly / =violent|turn violent|riot|clash|fight in|brawl|turn ugly
o attend|=present|come to|take part|sit through / stay away|=absent|miss|boycott|skip
 play full|play on|finish match|stay on pitch|stay on field|remain on pitch|play whole / >send off|limp off|>carry off|>substitute|>take off|leave pitch|leave field
 stay on board|stay aboard|remain on board|remain aboard / leave|abandon|jump ship|flee
o stay|remain / leave|abandon|walk out|quit|resign|step down|storm out|flee
o back|support|vote for|favour|accept|approve|approve of|welcome|endorse|agree|=in favour of / oppose|reject|vote against|=against|fight|abstain|turn down|condemn|resist|vote down|denounce
o keep|hold on to|retain|hang on to / sell|give up|part with
! >expand|expand|>enlarge|>extend / >close|close.|>shut|>demolish|>scrap
! =genuine|=authentic / =forgery|=fake|=counterfeit|=forge|=hoax
o pass|passe / fail
o win / lose
o beat|defeat|win against / lose to|draw with|=beaten by
o answer question|take question|face question / ignore question|dodge question
o cheer|applaud / boo|jeer|heckle|whistle at
 roll down|head down|drive down|descend|run down|=downhill|go down|come down|travel down / roll up|head up|drive up|climb|ascend|run up|=uphill|go up|travel up
 =alone|unaccompanied / =accompanied|=together with
 ring.|ring at|go off|sound. / fall silent|stay silent|remain silent
 =cheaper than|become cheaper|=cheap / =more expensive|become more expensive|=expensive|=costly
 earlier than plan|ahead of schedule|earlier than schedule / later than plan|behind schedule|later than schedule|=delayed
 =sober / =drunk
 =armed / =unarmed
 =conscious / =unconscious
 =legal|=lawful / =illegal|=unlawful
 =safe / =unsafe|=dangerous
 =full|=packed|=crowded|=sold out / =empty|=deserted
 =lock / =unlock
 =asleep / =awake
o make profit|report profit / make loss|report loss
mn gain|rise|jump|climb|soar|increase|surge|grow / lose|fall|drop|plunge|sink|slump|slip|tumble|decline|shrink|recede
! unanimously|=unanimous|=united|with one voice / =split|=divided
!m >complete|>finish|=finished|=complete / =unfinished|=incomplete|=under construction|=half-finished
!m >put out|>extinguish / burn.|=ablaze|=out of control
m =over / going on.|=under way|drag on.
o sign / veto|turn down|tear up
o urge on|encourage / discourage|warn against`;

const BODY = new Set('leg arm wrist rib ankle nose neck collarbone shoulder hip foot hand finger jaw bone'.split(' '));
/** What comes and goes inside a phrase. */
const BETWEEN = new Set('a an the his her its their both two several three to be on still all of'.split(' '));

const ASIDE = new Set('up out off on over to'.split(' '));

/** One of the two sides of a row. */
export interface Phrase {
  readonly row: number;
  readonly side: 0 | 1;
  readonly words: readonly string[];
  readonly of: 'subject' | 'object' | 'sufferer';
  /** Behind a verb of being. */
  readonly isState: boolean;
  readonly isLast: boolean;
}

export interface Row {
  readonly isSure: boolean;
  /** Whether it is said of one charge of several. */
  readonly isCharged: boolean;
  readonly isDoneTo: boolean;
  readonly isPassing: boolean;
  readonly isMeasured: boolean;
}

const rows: Row[] = [];
const byFirst = new Map<string, Phrase[]>();
for (const [row, line] of ROWS.split('\n').entries()) {
  const space = line.indexOf(' ');
  const marks = line.slice(0, space);
  rows.push({
    isSure: marks.includes('!'),
    isCharged: marks.includes('c'),
    isDoneTo: marks.includes('o'),
    isPassing: marks.includes('m'),
    isMeasured: marks.includes('n'),
  });
  for (const [side, phrases] of line.slice(space).split(' / ').entries()) {
    for (const written of phrases.trim().split('|')) {
      const words = written.replace(/[>+=.]/g, '').split(' ');
      const of = written.startsWith('>') ? 'object' : written.startsWith('+') ? 'sufferer' : 'subject';
      const phrase: Phrase = { row, side: side === 0 ? 0 : 1, words, of, isState: written.startsWith('='), isLast: written.endsWith('.') };
      const first = words[0] ?? '';
      byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
    }
  }
}

/** What a body says of whom it is of. */
export const DEAD = { row: byFirst.get('die')?.[0]?.row ?? -1, side: 1 as const };

export function rowAt(row: number): Row {
  return rows[row] ?? { isSure: false, isCharged: false, isDoneTo: true, isPassing: true, isMeasured: false };
}

export interface Found extends Phrase {
  readonly to: number;
  /** Where what it is done to ends that stands inside it: "found Jory Tamm guilty". */
  readonly object?: number;
}

/** The phrases that begin at a token and end before `limit`, the longest first, each with the token behind it. */
export function phrasesAt(text: ArticleWords, at: number, limit: number): Found[] {
  const found = (byFirst.get(text.word(at)) ?? byFirst.get(text.surface(at)) ?? []).flatMap((phrase) => {
    const to = endOf(text, phrase, at, limit);
    if (to !== undefined) return [{ ...phrase, to }];
    const second = phrase.of === 'sufferer' && phrase.words.length > 1 ? behindObject(text, phrase, at, limit) : undefined;
    return second === undefined ? [] : [{ ...phrase, to: second.to, object: second.object }];
  });
  return found.sort((a, b) => b.words.length - a.words.length);
}

function endOf(text: ArticleWords, { words, isLast }: Phrase, at: number, limit: number): number | undefined {
  let i = at + 1;
  for (const word of words.slice(1)) {
    while (i < limit && !isWord(text, i, word) && BETWEEN.has(text.word(i))) i++;
    if (i >= limit || !isWord(text, i, word)) return undefined;
    i++;
  }
  return isLast && goesOn(text, i, limit) ? undefined : i;
}

/** "Found Jory Tamm guilty", "cleared the driver of" */
function behindObject(text: ArticleWords, phrase: Phrase, at: number, limit: number): { to: number; object: number } | undefined {
  for (let i = at + 2; i < Math.min(limit, at + INSIDE) && !text.has(i, Flag.clause); i++) {
    if (!isWord(text, i, phrase.words[1] ?? '')) continue;
    const to = endOf(text, { ...phrase, words: phrase.words.slice(1) }, i, limit);
    return to === undefined ? undefined : { to, object: i };
  }
  return undefined;
}
/** Words that a phrase may have its object among. */
const INSIDE = 8;

/** Whether an object follows, or a word that makes another verb of it: "shut up". */
function goesOn(text: ArticleWords, at: number, limit: number): boolean {
  if (at < limit && ASIDE.has(text.word(at))) return true;
  let i = at;
  while (i < limit && DETERMINERS.has(text.word(i))) i++;
  return i < limit && text.isContent(i) && !text.surface(i).endsWith('day');
}

function isWord(text: ArticleWords, i: number, word: string): boolean {
  return word === '#' ? BODY.has(text.word(i)) : text.word(i) === word || text.surface(i) === word;
}
