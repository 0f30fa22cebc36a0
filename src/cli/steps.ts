import { Interrupted } from './failure';

/** How often the line on standard error is written again, in milliseconds. */
const often = 200;

/** Whether somebody has pressed Ctrl+C: what is being written is brought to its end, and no more is begun. A second time ends the program at once. */
class Interruption {
  #asked = false;
  readonly #heed = () => {
    this.#asked = true;
    process.off('SIGINT', this.#heed);
  };

  constructor() {
    process.on('SIGINT', this.#heed);
  }

  /** For work at one go, before anything is written: Node would hear of Ctrl+C only behind it, so that it ends the program here. */
  atOnce<T>(work: () => T): T {
    process.off('SIGINT', this.#heed);
    try {
      return work();
    } finally {
      if (!this.#asked) process.on('SIGINT', this.#heed);
    }
  }

  get asked(): boolean {
    return this.#asked;
  }
}

let interruption: Interruption | undefined;

/** Does what may take minutes at one go, with nothing to bring to an end yet: Ctrl+C ends the program. */
export function atOnce<T>(work: () => T): T {
  return (interruption ??= new Interruption()).atOnce(work);
}

/**
 * Long work in steps: tells on standard error how far it is, where somebody looks at it, and heeds Ctrl+C between two steps, so that
 * what is written stays whole.
 */
export class Steps {
  readonly #what: string;
  readonly #total: number | undefined;
  readonly #isShown: boolean;
  readonly #interruption = (interruption ??= new Interruption());
  readonly #begun = Date.now();
  #done = 0;
  /** Of the next one, from 0 to 1. */
  #part = 0;
  #shown = 0;
  #heard = Date.now();

  /** `what`: "comparing" gives "comparing 12 of 40 articles"; without a total the number so far is told. */
  constructor(what: string, total: number | undefined, quiet: boolean) {
    this.#what = what;
    this.#total = total;
    this.#isShown = process.stderr.isTTY && !quiet;
    this.#show();
  }

  /** One more is done; throws after Ctrl+C. */
  async done(): Promise<void> {
    if (!(await this.goOn())) {
      this.end();
      throw new Interrupted();
    }
  }

  /** How much of the next one is done, which alone may take minutes. Now and then to be waited for, to let Node hear of Ctrl+C, and throws after it. */
  part(share: number): Promise<void> | undefined {
    this.#part = share;
    if (Date.now() - this.#heard < often) return undefined;
    this.#show();
    return this.#hear().then((isGoing) => {
      if (!isGoing) throw new Interrupted();
    });
  }

  /** One more is done; false after Ctrl+C, for who has something to bring to an end. Lets Node hear of it. */
  async goOn(): Promise<boolean> {
    this.#done += 1;
    this.#part = 0;
    if (Date.now() - this.#shown >= often) this.#show();
    return this.#hear();
  }

  async #hear(): Promise<boolean> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.#heard = Date.now();
    return !this.#interruption.asked;
  }

  end(): void {
    if (this.#shown > 0) process.stderr.write('\r\x1b[K');
    this.#shown = 0;
  }

  #show(): void {
    if (!this.#isShown) return;
    this.#shown = Date.now();
    process.stderr.write(`\r\x1b[K${progressLine(this.#what, this.#done + this.#part, this.#total, (this.#shown - this.#begun) / 1000)}`);
  }
}

/** "comparing 120 of 1,000 articles, 3.4 a second, 4 min left"; `done`: with a part of the next one; `seconds`: since the beginning. */
export function progressLine(what: string, done: number, total: number | undefined, seconds: number): string {
  const [whole, part] = [Math.floor(done).toLocaleString('en'), Math.floor(100 * (done % 1))];
  if (total === undefined) return `${what}, ${whole} so far`;
  const counted = `${what} ${whole} of ${total.toLocaleString('en')} articles${part > 0 ? `, ${part} % of the next` : ''}`;
  if (done === 0 || seconds < 1) return counted;
  const rate = done / seconds;
  const [pace, unit] = rate < 1 ? [60 * rate, 'minute'] : [rate, 'second'];
  return `${counted}, ${pace < 10 ? pace.toFixed(1) : pace.toFixed(0)} a ${unit}, ${timeText((total - done) / rate)} left`;
}

function timeText(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
