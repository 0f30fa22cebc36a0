// An archive of invented news for benchmarks, the same for the same seed: events that one to a dozen outlets cover, articles of about
// 6 kB, names and words as frequent and as rare as in news, statements that outlets quote whole, trimmed, changed and as reported speech.

/**
 * @typedef {{ id: string, outlet: string, published: string, title: string, text: string }} InventedArticle
 * @typedef {{ file: string, start: number, end: number, elsewhere: readonly string[] }} Question a quotation, and the articles that have it, too
 * @typedef {{ word: string, rarity: number, verb: boolean }} Word rarity in bits
 * @typedef {{ given: string, family: string, role: string }} Person
 * @typedef {{ statement: number, start: number, end: number }} Use
 */

const articleSize = 6000;
const outletCount = 120;
/** Events that are in the news at the same time. */
const current = 40;

/**
 * @param {readonly Word[]} words
 * @param {number} size number of articles
 * @param {(article: InventedArticle) => void | Promise<void>} take
 * @param {{ seed?: number, questions?: number }} [options]
 * @returns {Promise<Question[]>}
 */
export async function inventArchive(words, size, take, { seed = 1, questions = 200 } = {}) {
  const random = mulberry(seed);
  const write = new Writer(words, random);
  /** @type {Event[]} */
  const events = [];
  /** @type {Question[]} */
  const asked = [];
  const every = Math.max(1, Math.floor(size / questions / 3));
  for (let n = 0; n < size; n += 1) {
    while (events.length < current) events.push(new Event(write));
    const at = Math.floor(random() * events.length);
    const event = /** @type {Event} */ (events[at]);
    const id = `${String(n).padStart(6, '0')}.txt`;
    const day = new Date(Date.UTC(2020, 0, 1) + Math.floor((n / size) * 1500) * 86_400_000);
    await take({ id, published: day.toISOString().slice(0, 10), ...event.report(id) });
    if (event.left > 0) continue;
    events.splice(at, 1);
    if (asked.length < questions && n >= asked.length * every) asked.push(...event.questions(asked.length % 2 === 0 ? 2 : 1));
  }
  return asked.slice(0, questions);
}

/** A generator of numbers from 0 to 1 (Tommy Ettinger's mulberry32). @param {number} seed */
function mulberry(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

class Event {
  /** @type {{ id: string, uses: Use[] }[]} */
  #reports = [];

  /** @param {Writer} write */
  constructor(write) {
    this.write = write;
    const { random } = write;
    const chance = random();
    this.left = chance < 0.35 ? 1 : chance < 0.9 ? 2 + Math.floor(random() * 5) : 7 + Math.floor(random() * 8);
    this.place = write.place();
    this.body = write.body();
    this.people = Array.from({ length: 3 + Math.floor(random() * 3) }, () => write.person());
    this.topic = Array.from({ length: 35 }, () => write.topicWord());
    this.statements = Array.from({ length: 16 }, (_, k) => ({
      speaker: k % 3 === 0 ? undefined : this.#person(),
      words: write.clause(this.topic, 9 + Math.floor(random() * 18), [this.place, this.body, ...this.people.map(({ family }) => family)]),
    }));
  }

  /** One outlet's article. @param {string} id */
  report(id) {
    this.left -= 1;
    const { write } = this;
    const { random } = write;
    const outlet = write.outlet();
    /** @type {Use[]} */
    const uses = [];
    const title = sentence(write.clause(this.topic, 7, [this.place])).slice(0, -1);
    let text = `${this.place.toUpperCase()} – `;
    const own = [this.place, this.body];
    const order = this.statements.map((_, k) => k).sort(() => random() - 0.5);
    const size = articleSize * (0.6 + 0.8 * random());
    while (text.length < size) {
      const statement = random() < 0.45 ? order.pop() : undefined;
      const known = statement === undefined ? undefined : this.statements[statement];
      if (known === undefined || statement === undefined) {
        text += `${sentence(write.clause(random() < 0.6 ? this.topic : [], 10 + Math.floor(random() * 18), own))} `;
        if (random() < 0.1) text += this.#sideRemark();
      } else {
        const words = random() < 0.5 ? known.words : write.reword(known.words, this.topic);
        const start = text.length;
        text += known.speaker ? this.#attributed(words, known.speaker) : sentence(words);
        uses.push({ statement, start, end: text.length });
      }
      text += random() < 0.35 ? '\n\n' : ' ';
    }
    this.#reports.push({ id, uses });
    return { outlet, title, text: `${text.trimEnd()}\n` };
  }

  /** Statements that at least two outlets have, as asked from one of them. @param {number} most @returns {Question[]} */
  questions(most) {
    /** @type {Question[]} */
    const found = [];
    for (const [statement] of this.statements.entries()) {
      const having = this.#reports.filter(({ uses }) => uses.some((use) => use.statement === statement));
      const [first, ...others] = having;
      const use = first?.uses.find((one) => one.statement === statement);
      if (first === undefined || use === undefined || others.length === 0 || others.length > 20 || found.length === most) continue;
      found.push({ file: first.id, start: use.start, end: use.end, elsewhere: others.map(({ id }) => id) });
    }
    return found;
  }

  #person() {
    return /** @type {Person} */ (this.people[Math.floor(this.write.random() * this.people.length)]);
  }

  #sideRemark() {
    return `“${sentence(this.write.clause(this.topic, 6, []))}” `;
  }

  /** @param {readonly string[]} words @param {Person} person */
  #attributed(words, { given, family, role }) {
    const { random } = this.write;
    const name = random() < 0.4 ? `${given} ${family}, the ${role}` : random() < 0.6 ? `${given} ${family}` : family;
    const said = ['said', 'said', 'said', 'added', 'told reporters'][Math.floor(random() * 5)];
    const whole = sentence(words);
    const way = random();
    if (way < 0.45) return `“${whole.slice(0, -1)},” ${name} ${said === 'told reporters' ? `${said} in ${this.place}` : said}.`;
    if (way < 0.6) return `${name} ${said}: “${whole}”`;
    if (way < 0.8) {
      const half = Math.floor(words.length / 2);
      return `${name} said that ${words.slice(0, half).join(' ')} “${words.slice(half).join(' ')}”.`;
    }
    return `${name} said that ${words.join(' ')}.`;
  }
}

/** Draws words and names. */
class Writer {
  #nouns;
  #verbs;
  #topics;
  #people;
  #places;
  #bodies;
  #outlets;

  /** @param {readonly Word[]} words @param {() => number} random */
  constructor(words, random) {
    this.random = random;
    const plain = words.filter(({ word }) => /^[a-z]{3,}$/.test(word));
    this.#nouns = urn(plain.filter(({ verb, rarity }) => !verb && rarity < 19));
    this.#verbs = urn(plain.filter(({ verb, rarity }) => verb && rarity < 17));
    this.#topics = plain.filter(({ verb, rarity }) => !verb && rarity > 10 && rarity < 17);
    const roles = 'minister,mayor,spokeswoman,director,engineer,judge,senator,union leader,police chief,professor,farmer,lawyer'.split(',');
    this.#people = Array.from({ length: 20_000 }, (_, k) => ({
      given: this.#name(2),
      family: this.#name(2 + (k % 2)),
      role: roles[Math.floor(random() * roles.length)] ?? 'judge',
    }));
    this.#places = Array.from({ length: 2500 }, () => this.#name(2));
    const kinds = ['Council', 'Ministry', 'Union', 'Court', 'Agency', 'University'];
    this.#bodies = Array.from({ length: 2500 }, (_, k) => `${this.#name(2)} ${kinds[k % kinds.length] ?? ''}`);
    this.#outlets = Array.from({ length: outletCount }, (_, k) => `The ${this.#name(2)} ${k % 2 ? 'Courier' : 'Post'}`);
  }

  person() {
    return pick(this.#people, this.#oftenFirst());
  }

  place() {
    return pick(this.#places, this.#oftenFirst());
  }

  body() {
    return pick(this.#bodies, this.#oftenFirst());
  }

  outlet() {
    return pick(this.#outlets, this.#oftenFirst());
  }

  topicWord() {
    return pick(this.#topics, this.random()).word;
  }

  /** Some words in a row that read like a clause. @param {readonly string[]} topic @param {number} length @param {readonly string[]} names */
  clause(topic, length, names) {
    /** @type {string[]} */
    const words = [];
    const noun = () =>
      names.length > 0 && this.random() < 0.12
        ? pick(names, this.random())
        : topic.length > 0 && this.random() < 0.4
          ? pick(topic, this.random())
          : this.#nouns(this.random());
    const determined = () => (this.random() < 0.6 ? pick(['the', 'the', 'a', 'its', 'their', 'this', 'every'], this.random()) : undefined);
    while (words.length < length) {
      for (const word of [determined(), noun(), past(this.#verbs(this.random())), determined(), noun()]) if (word) words.push(word);
      if (this.random() < 0.15) words.push(String(2 + Math.floor(this.random() ** 3 * 900)), `${noun()}s`);
      words.push(pick(['in', 'of', 'with', 'for', 'after', 'and', 'because', 'on', 'by', 'while', 'that'], this.random()), noun());
      if (words.length < length) words.push(pick(['and', 'but', 'while', 'because', 'after'], this.random()));
    }
    return words;
  }

  /** The statement in other words: some left out, some replaced. @param {readonly string[]} words @param {readonly string[]} topic */
  reword(words, topic) {
    return words.flatMap((word) => {
      const chance = this.random();
      return chance < 0.12 ? [] : chance < 0.22 ? [pick(topic, this.random())] : [word];
    });
  }

  /** A number from 0 to 1, near 0 most of the time, as frequencies of names are. */
  #oftenFirst() {
    return (Math.exp(this.random() * 6) - 1) / (Math.exp(6) - 1);
  }

  /** @param {number} syllables */
  #name(syllables) {
    const heads = 'b,br,d,dr,f,g,gr,h,k,l,m,n,p,r,s,st,t,tr,v,w,z'.split(',');
    const ends = 'a,an,ar,e,el,en,er,i,in,is,o,on,or,u,um,ek,ov'.split(',');
    const name = Array.from({ length: syllables }, () => pick(heads, this.random()) + pick(ends, this.random())).join('');
    return name.charAt(0).toUpperCase() + name.slice(1);
  }
}

/** @param {readonly string[]} words */
function sentence(words) {
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** @param {string} verb */
function past(verb) {
  return verb.endsWith('e') ? `${verb}d` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
}

/** @template T @param {readonly T[]} from @param {number} chance @returns {T} */
function pick(from, chance) {
  return /** @type {T} */ (from[Math.floor(chance * from.length)]);
}

/** Draws words as often as they are common. @param {readonly Word[]} words */
function urn(words) {
  let sum = 0;
  const sums = words.map(({ rarity }) => (sum += 2 ** -rarity));
  return (/** @type {number} */ chance) => {
    let [low, high] = [0, words.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < chance * sum) low = middle + 1;
      else high = middle;
    }
    return words[low]?.word ?? '';
  };
}
