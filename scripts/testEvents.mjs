// Tests run in three kinds of processes (Node, and VS Code's two extension hosts) that have only their console in common.
// There each event of mocha is one marked line of JSON; here are both ends of that.

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 *
 * @typedef {{event: 'start', title: string}
 *   | {event: 'pass', title: string, ms: number}
 *   | {event: 'skip', title: string}
 *   | {event: 'note', text: string}
 *   | {event: 'kill'}
 *   | {event: 'again', title: string, message: string}
 *   | {event: 'fail', title: string, message: string}} TestEvent
 */

const mark = '@@test ';

/** @param {import('mocha').Runner} runner */
export function printEvents(runner) {
  const print = (/** @type {TestEvent} */ event) => console.log(mark + JSON.stringify(event));
  runner.on('hook', (hook) => print({ event: 'start', title: hook.fullTitle() }));
  runner.on('test', (test) => print({ event: 'start', title: test.fullTitle() }));
  runner.on('retry', (test, error) => print({ event: 'again', title: test.fullTitle(), message: error.stack ?? String(error) }));
  runner.on('pass', (test) => print({ event: 'pass', title: test.fullTitle(), ms: test.duration ?? 0 }));
  runner.on('pending', (test) => print({ event: 'skip', title: test.fullTitle() }));
  runner.on('fail', (test, error) => print({ event: 'fail', title: test.fullTitle(), message: error.stack ?? String(error) }));
}

/** @param {string} text figures that a person may want to see, and no test compares */
export function printNote(text) {
  console.log(mark + JSON.stringify({ event: 'note', text }));
}

/** Asks whoever reads the console to kill this host and to open the folder again. */
export function askToBeKilled() {
  console.log(mark + JSON.stringify({ event: 'kill' }));
}

/** Counts and shows the events of one run. */
export class TestLog {
  /** @type {Tally} */
  tally = { passed: 0, failed: 0, skipped: 0 };
  #label;
  #each;
  #began = Date.now();
  #lastAt = Date.now();
  #shownAt = Date.now();
  #last = 'the first test';
  #killed = () => {};
  isKilled = false;
  /** @type {Promise<string>} resolves when the tests ask for their host to be killed */
  killed = new Promise((resolve) => {
    this.#killed = () => {
      this.isKilled = true;
      resolve('killed');
    };
  });

  /**
   * @param {string} label stands before each line
   * @param {{each: boolean}} options each: show every test that passes, not only how many so far
   */
  constructor(label, { each }) {
    this.#label = label;
    this.#each = each;
  }

  /**
   * Takes a line of the run's console.
   * @param {string} line
   * @returns {boolean} whether it was an event
   */
  read(line) {
    const at = line.indexOf(mark);
    if (at < 0) return false;
    this.#lastAt = Date.now();
    /** @type {TestEvent} */
    const event = JSON.parse(line.slice(at + mark.length));
    switch (event.event) {
      case 'start':
        this.#last = event.title;
        break;
      case 'pass':
        this.tally.passed++;
        if (this.#each) this.say(`  ok    ${event.title} (${event.ms} ms)`);
        else if (Date.now() - this.#shownAt > 5000) {
          this.#shownAt = Date.now();
          this.say(`  ... ${this.tally.passed} passed so far, now at: ${event.title}`);
        }
        break;
      case 'note':
        this.say(`  note  ${event.text}`);
        break;
      case 'again':
        this.say(`  again ${event.title}\n${event.message}`);
        break;
      case 'kill':
        this.#killed();
        break;
      case 'skip':
        this.tally.skipped++;
        this.say(`  skip  ${event.title}`);
        break;
      case 'fail':
        this.fail(`${event.title}\n${event.message}`);
        break;
    }
    return true;
  }

  /** @param {string} message */
  fail(message) {
    this.tally.failed++;
    this.say(`  FAIL  ${message}`);
  }

  /** @param {string} text */
  say(text) {
    for (const line of text.split('\n')) console.log(`[${this.#label}] ${line}`);
  }

  /**
   * @param {number} seconds
   * @returns {Promise<string>} resolves with what was being waited for once there has been no event for so long
   */
  stalled(seconds) {
    this.#lastAt = Date.now();
    return new Promise((resolve) => {
      const timer = setInterval(() => {
        if (Date.now() - this.#lastAt < seconds * 1000) return;
        clearInterval(timer);
        resolve(`nothing happened for ${seconds} s; the last to start was: ${this.#last}`);
      }, 500);
      timer.unref();
    });
  }

  /** @returns {Tally} shown and returned */
  end() {
    const { passed, failed, skipped } = this.tally;
    if (passed + failed + skipped === 0) this.fail('no test ran');
    this.say(`${passed} passed, ${this.tally.failed} failed, ${skipped} skipped in ${((Date.now() - this.#began) / 1000).toFixed(1)} s`);
    return this.tally;
  }
}
