import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { analyse, Corpus, emptyRegistry, exportFormats, gatherReport, readArticle, type Report } from '../../src/core/index';
import { articleOf, documentOf, itemOn, reportOf, storyReport, textOf } from './exportReports';
import { recordEach } from './proof';

const schemas = '../shared/formats/w3c-web-annotation';
const articles = '../shared/articles';

interface WebAnnotation {
  readonly id: string;
  readonly motivation: string;
  readonly body: readonly { readonly type: string; readonly purpose?: string; readonly value?: string }[];
  readonly target: readonly {
    readonly source: string;
    readonly selector: readonly {
      readonly type: string;
      readonly exact?: string;
      readonly prefix?: string;
      readonly start?: number;
      readonly end?: number;
    }[];
  }[];
}

function webAnnotations(report: Report): WebAnnotation[] {
  const format = exportFormats.find(({ id }) => id === 'w3c');
  return JSON.parse(textOf(format?.export(report)[0])) as WebAnnotation[];
}

describe('the W3C export', () => {
  it('counts code points and quotes the passage with its surroundings', () => {
    const said = webAnnotations(storyReport()).find(({ id }) => id.endsWith('id=7f3a9ck2qm'));
    const [target] = said?.target ?? [];
    assert.deepEqual(target?.selector, [
      {
        type: 'TextQuoteSelector',
        exact: '“we will rebuild the café”',
        prefix: '😀 Mayor Ana Ruiz said ',
        suffix: ' on 3 May.\nA clerk answered: «של',
      },
      { type: 'TextPositionSelector', start: 22, end: 48 },
    ]);
    assert.equal(target.source, 'https://harbour.example/flood?id=1&lang=en');
  });

  it('quotes an HTML article as a browser shows it, and as its source has it beside the position', () => {
    const article = articleOf('page.html', '<p>Ruiz said: &ldquo;We <b>will</b> stay&rdquo; &amp; left.</p>');
    const words = '&ldquo;We <b>will</b> stay&rdquo;';
    const [annotation] = webAnnotations(
      reportOf([documentOf('page.html', article, [itemOn(article.raw, words, { id: 'a', type: 'quotation' })])]),
    );
    const [shown, source, position] = annotation?.target[0]?.selector ?? [];
    assert.deepEqual(shown, { type: 'TextQuoteSelector', exact: '“We will stay”', prefix: 'Ruiz said: ', suffix: ' & left.' });
    assert.equal(source?.exact, words);
    assert.equal(position?.start, article.raw.indexOf(words));
  });

  it('names the type, kind, status, speaker, provenance, tags, note, origin and comments in bodies', () => {
    const said = webAnnotations(storyReport()).find(({ id }) => id.endsWith('id=7f3a9ck2qm'));
    assert.deepEqual(
      said?.body.map(({ purpose, value, type }) => `${purpose}: ${value ?? type}`),
      [
        'classifying: quotation',
        'classifying: direct',
        'assessing: accepted',
        'identifying: Ana Ruiz',
        'describing: city hall statement',
        'tagging: flood',
        'tagging: money; later',
        'commenting: Heard on the square,\nnot in the hall.',
        'linking: shared-source: both name the city hall statement (post.txt, wire/storm.txt)',
        'replying: Agreed.',
        'identifying: SpecificResource',
      ],
    );
  });

  it('carries renderings, links and conflicts as annotations of their own', () => {
    const annotations = webAnnotations(storyReport());
    const count = (wanted: string) => annotations.filter(({ motivation }) => motivation === wanted).length;
    assert.deepEqual([count('classifying'), count('linking'), count('questioning')], [7, 2, 1]);
  });

  it('names an article without an address by its content, and never by a file address', () => {
    const article = articleOf('a.txt', 'hello world', { url: 'file:///etc/passwd' });
    const report = reportOf([documentOf('a.txt', article, [itemOn(article.raw, 'world', { id: 'x', type: 'note' })])]);
    // the hash of "hello world", from RFC 6920's manner of writing it
    assert.equal(webAnnotations(report)[0]?.target[0]?.source, 'ni:///sha-256;uU0nuZNNPgilLlLX2n2r-sSE7-N6U4DukIj3rOLvzek');
    assert.doesNotMatch(JSON.stringify(webAnnotations(storyReport())), /file:/);
  });

  const addresses: readonly (readonly [string, string | undefined])[] = [
    ['https://paper.example/a b', undefined],
    ['https://paper.example/é?q=ü#ß', 'https://paper.example/%C3%A9?q=%C3%BC#%C3%9F'],
    ['https://paper.example/100%/x%20y', 'https://paper.example/100%25/x%20y'],
    ['https://paper.example/a#b#c', 'https://paper.example/a#b%23c'],
    ['HTTP://Paper.example', 'http://Paper.example'],
    ['javascript:alert(1)', undefined],
    ['https://user:secret@paper.example/', undefined],
    ['//paper.example/x', undefined],
    ['https://', undefined],
    ['https://paper.example/"><script>', 'https://paper.example/%22%3E%3Cscript%3E'],
  ];
  for (const [url, source] of addresses)
    it(`takes the address ${url} ${source === undefined ? 'for none' : `as ${source}`}`, () => {
      const article = articleOf('a.txt', 'one word', { url });
      const report = reportOf([documentOf('a.txt', article, [itemOn(article.raw, 'word', { id: 'x', type: 'note' })])]);
      const found = webAnnotations(report)[0]?.target[0]?.source;
      if (source === undefined) assert.match(found ?? '', /^ni:\/\/\/sha-256;[\w-]{43}$/);
      else assert.equal(found, source);
    });

  it('is an empty array for a report of nothing', () => {
    assert.deepEqual(webAnnotations(reportOf([])), []);
  });

  describe('against the 54 MUST schemas of the W3C test suite', () => {
    const load = (path: string) => JSON.parse(readFileSync(join(schemas, path), 'utf8')) as Record<string, unknown>;
    recordEach('schema', () => ['w3c']);

    let musts: { readonly name: string; readonly expected: boolean; readonly validate: (value: unknown) => boolean }[] = [];

    before(function () {
      if (!existsSync(schemas)) {
        console.log(`      skipped: the W3C schemas are not at ${schemas}`);
        this.skip();
      }
      const ajv = new Ajv({ strict: false, allErrors: false });
      addFormats(ajv, ['uri', 'date-time', 'email', 'uri-reference']);
      for (const file of readdirSync(join(schemas, 'definitions')).filter((name) => name.endsWith('.json')))
        ajv.addSchema(load(`definitions/${file}`));
      // the list and the folder differ in the case of one name
      const byName = new Map(
        readdirSync(join(schemas, 'annotations'), { recursive: true, encoding: 'utf8' }).map((path) => [path.toLowerCase(), path]),
      );
      const { assertions } = load('annotations/annotationMusts.test') as { readonly assertions: readonly string[] };
      musts = assertions.map((name) => {
        const schema = load(`annotations/${byName.get(name.replace('annotations/', '').toLowerCase())}`);
        return { name, expected: schema.expectedResult === 'valid', validate: ajv.compile(schema) as (value: unknown) => boolean };
      });
      assert.equal(musts.length, 54);
    });

    const check = (annotations: readonly WebAnnotation[]) => {
      for (const annotation of annotations)
        for (const { name, expected, validate } of musts)
          assert.equal(validate(annotation), expected, `${name} on ${JSON.stringify(annotation)}`);
    };

    it('the invented story passes', () => {
      check(webAnnotations(storyReport()));
    });

    it('the schemas do find a fault', () => {
      const [annotation] = webAnnotations(storyReport());
      assert.throws(() => check([{ ...annotation, id: 'no address' } as WebAnnotation]));
      assert.throws(() => check([{ ...annotation, target: [] } as unknown as WebAnnotation]));
    });

    it('what the engines find in five real articles passes', function () {
      if (!existsSync(articles)) {
        console.log(`      skipped: no articles at ${articles}`);
        this.skip();
      }
      const corpus = new Corpus();
      const sources = readdirSync(articles).map((path) => {
        const article = readArticle({ uri: path, path, text: readFileSync(join(articles, path), 'utf8'), version: 1 });
        const analysis = analyse(article);
        corpus.put(article, analysis);
        return { path, article, sha256: createHash('sha256').update(article.raw).digest('hex'), analysis, placed: [] };
      });
      const annotations = webAnnotations(gatherReport(sources, corpus, emptyRegistry));
      assert.ok(
        annotations.some(({ motivation }) => motivation === 'linking'),
        'renderings are linked',
      );
      check(annotations);
    });
  });
});
