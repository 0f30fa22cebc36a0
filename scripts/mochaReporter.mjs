// For mocha's --reporter, which takes a file's default export.
import { printEvents } from './testEvents.mjs';

export default class {
  /** @param {import('mocha').Runner} runner */
  constructor(runner) {
    printEvents(runner);
  }
}
