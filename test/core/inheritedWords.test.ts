import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import {
  analyse,
  type Annotation,
  Corpus,
  dateValueProblem,
  describeDate,
  describeSpan,
  emptyRegistry,
  exportFormats,
  gatherReport,
  importChanges,
  importFormats,
  type ImportFile,
  mergeYaml,
  newSidecar,
  previewImport,
  readArticle,
  readCorroborations,
  readProjectFile,
  readSidecar,
  wordDifference,
} from '../../src/core/index';
import { wordnet } from './corpusStory';
import { textOf } from './exportReports';

/** Every object answers these words, asked or not. */
const inherited = Object.getOwnPropertyNames(Object.prototype);

function storyOf(word: string, day: string): string {
  return (
    `---\n${word}: ${word}\noutlet: ${word}\nauthor: ${word}\n---\nBy ${word}\n\n` +
    `Harbour master Olda Prins said on ${day} that the ${word} of the quay would close. “The ${word} is older than our ${word}, and it stays where it is,” said Olda Prins.\n\n` +
    `“${word}!” ${word} ${word}ed. According to ${word}, 12 ${word} were hurt and 5${word} lost. [${word}]: *${word}* <${word} ${word}="&${word};">\n`
  );
}

function projectOf(word: string): string {
  return `version: 1\n${word}: ${word}\noutlets:\n  - {id: a, name: ${word}, match: ["${word}"], ${word}: 1}\nspeakers:\n  - {id: a, name: ${word}, aliases: [${word}], roles: [${word}]}\n`;
}

/** What another tool may hand over where each word can stand: as a name, as a key and as a value. */
function foreignFiles(word: string): Readonly<Record<string, readonly ImportFile[]>> {
  const json = (value: unknown) => JSON.stringify(value).replaceAll('KEY', word);
  const exact = `The ${word} is older`;
  const bundle = `version: 1\n${word}: {${word}: ${word}}\nfiles:\n  a.txt: {version: 1, ${word}: 1, annotations: [{id: ${word}, type: ${word}, exact: "${exact}"}]}\n`;
  return {
    bundle: [{ name: 'all.yaml', text: bundle }],
    w3c: [
      {
        name: 'w.jsonld',
        text: json({
          KEY: 'KEY',
          id: 'KEY',
          type: 'KEY',
          body: { type: 'KEY', purpose: 'KEY', value: 'KEY' },
          target: { source: 'a.txt', selector: { type: 'KEY', exact } },
        }),
      },
    ],
    hypothesis: [
      { name: 'h.json', text: json({ KEY: 'KEY', annotations: [{ KEY: 1, uri: 'KEY', target: [{ selector: [{ type: 'KEY' }] }] }] }) },
    ],
    brat: [
      { name: 'a.ann', text: `T1\t${word} 90 95\t${word}\nE1\t${word}:T1 ${word}:T1\nA1\t${word} T1 ${word}\n#1\t${word} T1\t${word}\n` },
      { name: 'a.txt', text: storyOf(word, 'Sunday') },
    ],
    'label-studio': [
      {
        name: 't.json',
        text: json([
          {
            KEY: 1,
            data: { text: 'KEY stood there.', KEY: 'KEY' },
            annotations: [
              {
                KEY: 1,
                result: [
                  { id: 'KEY', type: 'labels', value: { start: 0, end: 3, text: 'KEY', labels: ['KEY'] } },
                  { id: 'KEY', type: 'KEY', from_name: 'KEY', value: { text: ['KEY'] } },
                  { type: 'relation', from_id: 'KEY', to_id: 'KEY', labels: ['KEY'] },
                ],
              },
            ],
          },
        ]),
      },
    ],
    doccano: [{ name: 'd.jsonl', text: json({ KEY: 1, text: 'KEY stood there.', label: [[0, 3, 'KEY']], entities: [{ label: 'KEY' }] }) }],
    prodigy: [
      {
        name: 'p.jsonl',
        text: json({
          KEY: 1,
          text: 'KEY stood there.',
          _annotator_id: 'KEY',
          answer: 'KEY',
          meta: { KEY: 'KEY', source: 'KEY' },
          spans: [{ start: 0, end: 3, label: 'KEY', KEY: 'KEY' }],
          relations: [{ KEY: 1, label: 'KEY', head_span: { start: 0, end: 3 }, child_span: { KEY: 1 } }],
        }),
      },
    ],
    taguette: [
      {
        name: 't.html',
        text: `<h1>${word}</h1><p ${word}="${word}">The <span class="highlight" ${word}="1">${word}</span> [${word}]</p><${word}>`,
      },
    ],
    zip: [
      {
        name: 'z.zip',
        text: '',
        bytes: zipSync({
          [`${word}.txt`]: Buffer.from(word),
          [`${word}/all.jsonl`]: Buffer.from(json({ text: 'KEY', label: [[0, 3, 'KEY']] })),
        }),
      },
    ],
    'refi-qda': [
      {
        name: 'p.qdpx',
        text: '',
        bytes: zipSync({
          'project.qde': Buffer.from(
            `<Project><CodeBook><Codes><Code guid="${word}" name="${word}"/></Codes></CodeBook><Sources><TextSource name="${word}" plainTextPath="internal://${word}.txt"><PlainTextSelection guid="${word}" startPosition="0" endPosition="3" creatingUser="${word}"><Coding><CodeRef targetGUID="${word}"/></Coding><NoteRef targetGUID="${word}"/></PlainTextSelection></TextSource></Sources></Project>`,
          ),
          [`${word}.txt`]: Buffer.from(storyOf(word, 'Sunday')),
        }),
      },
    ],
    cas: [
      {
        name: 'c.json',
        text: json({
          '%TYPES': { KEY: {} },
          '%FEATURE_STRUCTURES': [
            { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaString: 'KEY stood there.' },
            { '%ID': 2, '%TYPE': 'KEY', begin: 0, end: 3, KEY: 'KEY', '@mention': 2 },
          ],
        }),
      },
    ],
    'webanno-tsv': [
      {
        name: 'w.tsv',
        text: `#FORMAT=WebAnno TSV 3.3\n#T_SP=${word}|${word}\n\n#Text=${word}\n1-1\t0-${word.length}\t${word}\t${word}[1]\t\n`,
      },
    ],
    mrsf: [
      {
        name: 'm.json',
        text: json({ mrsf_version: '1.0', KEY: 1, document: 'KEY', comments: [{ id: 'KEY', selected_text: 'KEY', reply_to: 'KEY' }] }),
      },
    ],
    highlights: [{ name: 'h.md', text: `---\n${word}: ${word}\n---\n==${word}==[^${word}]\n\n[^${word}]: ${word}\n` }],
    csv: [
      {
        name: 't.csv',
        text: `document,exact,type,speaker,kind,${word}\na.txt,${exact},quotation,${word},${word},${word}\na.txt,${exact},${word},,,\n`,
      },
    ],
  };
}

describe('words that every object inherits', () => {
  for (const word of inherited) {
    it(`are words like others to finders, matching and all exports: ${word}`, () => {
      const registry = readProjectFile(projectOf(word)).registry;
      const corpus = new Corpus({ wordnet });
      const sources = ['a.txt', `${word}.md`, 'c.html'].map((path, i) => {
        const article = readArticle({
          uri: `file:///story/${path}`,
          path,
          text: storyOf(word, i === 0 ? '3 May 2024' : 'Sunday'),
          version: 1,
          registry,
        });
        const analysis = analyse(article, registry);
        corpus.put(article, analysis);
        return { path, article, sha256: '', analysis, placed: [] };
      });
      assert.ok(sources[0]?.analysis.quotations.some(({ type }) => type === 'direct'));
      const report = gatherReport(sources, corpus, registry);
      assert.ok(report.documents[0]?.items.some(({ renderings }) => renderings.length > 0));
      for (const format of exportFormats) {
        const written = format.export(report).map(textOf).join('\n');
        assert.doesNotMatch(written, /\[native code\]|\[object Object\]/, format.id);
      }
      wordDifference(word, `${word} ${word}`);
      assert.equal(describeDate({ type: 'DATE', value: word }).when, word);
      dateValueProblem(word);
    });

    it(`are words like others in our own files and in what is imported: ${word}`, () => {
      const text = storyOf(word, 'Sunday');
      const article = readArticle({ uri: 'file:///story/a.txt', path: 'a.txt', text, version: 1 });
      const start = text.indexOf(word, 90);
      const entry = {
        id: 'a',
        type: 'note',
        status: 'accepted',
        speakers: [word],
        tags: [word],
        note: word,
        ...describeSpan(text, { start, end: start + word.length }),
      };
      const sidecar = newSidecar({ path: word, offsets: 'codepoint', sha256: '' }, [entry as Annotation]);
      assert.deepEqual(readSidecar(sidecar).problems, []);
      const strange = `${sidecar}    ${word}: {${word}: ${word}}\n${word}: [${word}]\n`;
      assert.equal(readSidecar(strange).annotations[0]?.note, word);
      const merged = mergeYaml(sidecar, strange, strange.replace(/note: .*/, 'note: other'));
      assert.deepEqual(merged.conflicts, []);
      assert.match(merged.text, /note: other/);
      readCorroborations(
        `version: 1\n${word}: 1\nlinks: [{id: ${word}, ${word}: 1, relation: ${word}, status: ${word}}]\nconflicts: [{key: ${word}}]\n`,
      );
      for (const format of importFormats) {
        const files = foreignFiles(word)[format.id] ?? [];
        assert.ok(files.length > 0, format.id);
        const target = { path: 'a.txt', article, sha256: '', annotations: [] };
        const preview = previewImport(format.read(files, readProjectFile(projectOf(word)).registry), [target], {
          registry: emptyRegistry,
          newId: () => 'new',
        });
        for (const document of preview.documents) importChanges(document);
        assert.doesNotMatch(JSON.stringify(preview), /native code/);
      }
    });
  }
});
