import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { findDates } from '../../src/core/analysis/dates/dates';
import { dateCases, published } from './dateCases';

// The child process loads this same file, without mocha, and prints every case's values.
if (process.env.PRINT_DATES !== undefined)
  for (const [text] of Object.values(dateCases).flat())
    console.log(
      text,
      findDates(text, { english: true, published }).map(({ value, firstDay, lastDay }) => `${value} ${firstDay ?? ''} ${lastDay ?? ''}`),
    );
else
  describe('the date engine', () => {
    it('gives the same values in every time zone of the machine', function () {
      this.timeout(60_000);
      const inZone = (zone: string) =>
        execFileSync(process.execPath, [__filename], { env: { ...process.env, TZ: zone, PRINT_DATES: '1' }, encoding: 'utf8' });
      const here = inZone('UTC');
      assert.match(here, /2021-03-03/);
      for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) assert.equal(inZone(zone), here, zone);
    });
  });
