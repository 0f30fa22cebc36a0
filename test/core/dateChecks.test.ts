import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkDates } from '../../src/core/analysis/dates/index';
import { analyse, loadLanguage, readArticle } from '../../src/core/index';

const articleOf = (text: string, published?: string) =>
  readArticle({ uri: 'a.txt', path: 'a.txt', text, version: 1, ...(published !== undefined && { set: { published } }) });

/** kind, words pointed at, suggestion */
const problemsOf = (text: string, published?: string): string[] => {
  const article = articleOf(text, published);
  return analyse(article).problems.map(
    ({ kind, passages, suggestion }) =>
      `${kind}: ${passages.map(({ start, end }) => article.raw.slice(start, end)).join(' + ')} -> ${suggestion ?? ''}`,
  );
};

describe('a past event after publication is impossible', () => {
  const published = '2024-05-15';
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['The minister said on May 28 that the bridge was safe.', 'impossible-date: May 28 -> 2024-04-28'],
    ['She told reporters during a news conference on May 28 that talks had failed.', 'impossible-date: May 28 -> 2024-04-28'],
    ['The mayor died on June 3, 2024, at home.', 'impossible-date: June 3, 2024 -> 2023-06-03'],
    ['On May 28, the guards left the harbour.', 'impossible-date: May 28 -> 2024-04-28'],
    ['The two met on May 16 in Lowen.'],
    ['The minister will speak on May 28.'],
    ['The minister said the court would meet on May 28.'],
    ['The hearing was postponed to May 28.'],
    ['The council agreed to a vote on May 28.'],
    ['He was due to retire on May 28.'],
    ['The shop was open until May 28.'],
    ['They criticised the May 28 deadline.'],
    ['The minister said on September 28 that the bridge was safe.'],
    ['The minister said on May 14 that the bridge was safe.'],
    ['“I was told on May 28,” she wrote.'],
  ];
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(problemsOf(text, published), expected));

  it('and is not reported where publication is unknown', () =>
    assert.deepEqual(problemsOf('The minister said on May 28 that the bridge was safe.'), []));
});

describe('a weekday that does not fit its date', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['They met on Monday, May 3, 2024, in Lowen.', 'weekday-mismatch: Monday, May 3, 2024 -> 2024-05-06'],
    ['They met on Friday, May 3, 2024, in Lowen.'],
    ['They met on Monday (May 14) in Lowen.', 'weekday-mismatch: Monday + May 14 -> 2024-05-13'],
    ['They met on Tuesday (May 14) in Lowen.'],
    ['They met on Monday and on May 14 in Lowen.'],
    ['Every Monday (May 14 was one more) they meet.'],
  ];
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(problemsOf(text, '2024-05-15'), expected));

  it('says which weekday it is', () => {
    const [problem] = analyse(articleOf('They met on Monday, May 3, 2024.', '2024-05-15')).problems;
    assert.equal(problem?.message, '3 May 2024 is a Friday, not a Monday.');
  });
});

describe('"last" with a month that has just passed', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['The war began last March.', 'ambiguous-date: last March -> 2024-03'],
    ['The war began last April.', 'ambiguous-date: last April -> 2024-04'],
    ['The war began last January.'],
    ['The war began last November.'],
    ['The war began last May.'],
    ['The war began in March.'],
    ['The war began last March 2023.'],
  ];
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(problemsOf(text, '2024-05-15'), expected));
});

describe('publication lines', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['Published: May 3, 2024\nUpdated: May 5, 2024\n\nThe ferry sank.'],
    ['Published: May 3, 2024\nUpdated: May 1, 2024\n\nThe ferry sank.', 'publication-mismatch: May 3, 2024 + May 1, 2024 -> 2024-05-01'],
    ['Published: May 3, 2024\nMay 3, 2024\n\nThe ferry sank.'],
    ['Published: May 3, 2024\nMay 13, 2024\n\nThe ferry sank.', 'publication-mismatch: May 3, 2024 + May 13, 2024 -> 2024-05-03'],
    ['Published: May 3, 2024\n\nThe ferry sank.'],
  ];
  for (const [text, ...expected] of cases) it(text.replaceAll('\n', ' / '), () => assert.deepEqual(problemsOf(text), expected));

  it('are compared in front matter too, with passages in raw', () => {
    const text = '---\npublished: 2024-05-03\n---\nPublished: May 13, 2024\n\nThe ferry sank.';
    assert.deepEqual(
      problemsOf(text).map((line) => line.split(':')[0]),
      ['publication-mismatch'],
    );
  });
});

describe('the five real articles', () => {
  const folder = path.resolve('../shared/articles');
  it('show an impossible April 30, an ambiguous last February, and nothing else', function () {
    if (!existsSync(folder)) {
      console.log(`      ${folder} is not here`);
      this.skip();
    }
    const found = readdirSync(folder)
      .sort()
      .map((name) => problemsOf(readFileSync(path.join(folder, name), 'utf8')));
    assert.deepEqual(found, [['impossible-date: April 30 -> 2023-03-30'], [], [], [], ['ambiguous-date: last February -> 2023-02']]);
  });
});

describe('a day that its month does not have', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['The council will meet on 31 February.', 'impossible-date: 31 February -> '],
    ['The council met on 31 April 2024.', 'impossible-date: 31 April 2024 -> '],
    ['The council will meet on September 31.', 'impossible-date: September 31 -> '],
    ['The council will meet on 29 February.'],
    ['In February 30 boats sank.'],
  ];
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(problemsOf(text, '2024-05-15'), expected));
});

describe('a date in figures, month first or day first,', () => {
  it('is in doubt where another of the article has its day first', () =>
    assert.deepEqual(problemsOf('The pier shut on 03/04/2024. It opens on 14/05/2024.'), ['ambiguous-date: 03/04/2024 -> 2024-04-03']));

  it('is not where none has', () => assert.deepEqual(problemsOf('The pier shut on 03/04/2024. It opens on 05/14/2024.'), []));
});

describe('a day with its weekday and without a year', () => {
  before(() => loadLanguage('de'));
  const dated = (text: string, published: string) =>
    analyse(articleOf(text, published)).dates.flatMap(({ value, known }) => (known.includes('day') ? [value] : []));
  const cases: readonly (readonly [string, string, string])[] = [
    ['She was born on Friday, June 7, and grew up in Lowen.', '2025-05-15', '2024-06-07'],
    ['The mill burned last year. The letter came on Sunday, May 14.', '2024-05-16', '2023-05-14'],
    ['The choir leaves for Sorby on Thursday, January 30.', '2024-08-20', '2025-01-30'],
    [
      'Die Fähre sank am Donnerstag, den 8. Juni, vor der Stadt, und der Hafen wurde dann für die anderen geschlossen.',
      '2024-05-15',
      '2023-06-08',
    ],
  ];
  for (const [text, published, day] of cases)
    it(`is of the year near by that it fits: ${text}`, () => {
      assert.deepEqual(dated(text, published), [day]);
      assert.deepEqual(problemsOf(text, published), []);
    });

  it('is no problem where it fits none and is long ago', () =>
    assert.deepEqual(problemsOf('The bishop spoke at the harbour on Monday, November 9.', '2024-05-15'), []));
});

describe('a coming day beside a past verb', () => {
  const cases: readonly string[] = [
    'The band decided against playing on May 28th because of the rain.',
    'Ida Roth was born on June 3 in Lowen.',
    'Most grants are issued in June and July.',
    'The report cited May 28 as the day of the vote.',
    'The clerk noted that May 28 the date of the vote was near.',
    'The boats sank between June 3 and 9 2021.',
    'This article was amended on 28 May 2024 to name the ferry.',
    'The council spent more in fiscal 2025.',
  ];
  for (const text of cases)
    it(`is no problem where the verb is not of that day: ${text}`, () => assert.deepEqual(problemsOf(text, '2024-05-15'), []));
});

describe('a date that was read with doubt', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    // The year of the text decides which weekday the day was.
    ['The mill burned in 2015. On Monday, April 20, the guards left.'],
    ['The hall of 1987 was sold on June 3.'],
    ['The guards left the harbour in 2050.'],
    ['The minister said on 6/7 that the bridge was safe.'],
    ['The log was written Wed Oct 26 15:50:06 2016.'],
  ];
  for (const [text] of cases) it(`is no problem: ${text}`, () => assert.deepEqual(problemsOf(text, '2024-05-15'), []));

  it('is one where nothing else fits', () =>
    assert.deepEqual(problemsOf('On Monday, May 14, the guards left.', '2024-05-15'), ['weekday-mismatch: Monday, May 14 -> 2024-05-13']));
});

describe('the order of day and month in figures', () => {
  const readBy = (url: string) =>
    analyse(readArticle({ uri: 'a.txt', path: 'a.txt', text: 'They met on 3/4.', version: 1, set: { published: '2024-05-15', url } }))
      .dates[0];

  it('is that of the outlet’s country', () => {
    assert.equal(readBy('https://www.harbour.co.uk/a')?.value, '2024-04-03');
    assert.equal(readBy('https://lowen.gov/a')?.value, '2024-03-04');
  });

  it('is month first, with doubt, where the country is not known', () => {
    const date = readBy('https://harbour.com/a');
    assert.deepEqual([date?.value, date?.doubt], ['2024-03-04', true]);
  });
});

describe('the checks of dates', () => {
  it('look at each quotation once, however many dates there are', () => {
    const count = 400;
    const article = articleOf('“It rained on 3 May 2024,” she said. '.repeat(count), '2024-05-15');
    const { dates, quotations } = analyse(article);
    assert.ok(dates.length >= count && quotations.length >= count);
    let looks = 0;
    const counted = quotations.map(
      (quotation) =>
        new Proxy(quotation, {
          get: (target, key): unknown => {
            looks++;
            return Reflect.get(target, key);
          },
        }),
    );
    checkDates(article, dates, counted);
    assert.ok(looks <= 2 * quotations.length, `${looks} looks`);
  });
});
