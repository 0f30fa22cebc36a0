import assert from 'node:assert/strict';
import { shownJson, shownLine, shownText } from '../../src/core/index';

const hostile = 'a\u001b]0;title\u0007b\u009b31mc\u202ed\u2066e\u0000f\u007fg\u200fh\ni\tj';

describe('a stranger’s text that is shown', () => {
  it('obeys no sign of a terminal and turns no line round', () => {
    assert.equal(shownText(hostile), 'a\ufffd]0;title\ufffdb\ufffd31mc\ufffdd\ufffde\ufffdf\ufffdgh\ni\tj');
  });

  it('stays as it is where it has no such signs', () => {
    for (const text of ['“Ámbar” 💩 – שלום, سلام', 'two\nlines\tand a tab']) assert.equal(shownText(text), text);
  });

  it('begins no line of its own', () => {
    assert.equal(shownLine('name\r\nsecond-source: all is well\u2028x'), 'name second-source: all is well x');
  });

  it('is the same value as JSON, escaped', () => {
    const value = { text: hostile, [hostile]: [hostile] };
    const json = shownJson(value);
    assert.deepEqual(JSON.parse(json), value);
    assert.doesNotMatch(json, /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
  });
});
