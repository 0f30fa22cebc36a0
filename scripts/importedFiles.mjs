// Files as other programs write them, one set a format that comes in, all about one article: for pictures of the preview.
import { strToU8, zipSync } from 'fflate';

/** @typedef {Readonly<Record<string, string | Uint8Array>>} Files */

/**
 * By the format's id, the files; the first is the one to be chosen.
 * @param {string} raw the article
 * @param {string} name its file's name
 * @returns {Readonly<Record<string, Files>>}
 */
export function importedFiles(raw, name) {
  const at = (/** @type {string} */ words) => ({ start: raw.indexOf(words), end: raw.indexOf(words) + words.length, words });
  const quotation = at('“Our harbours are older than our quarrels.');
  const speaker = at('Sen Maroa');
  const claim = at('agreed on Sunday to reopen the joint pilot service');
  const stem = name.replace(/\.txt$/, '');
  const json = (/** @type {unknown} */ value) => JSON.stringify(value);
  const selector = ({ words } = quotation) => ({ type: 'TextQuoteSelector', exact: words });
  const labels = (/** @type {typeof quotation} */ { start, end, words }, /** @type {string} */ label, more = {}) => ({
    id: label,
    type: 'labels',
    from_name: 'label',
    to_name: 'text',
    value: { start, end, text: words, labels: [label] },
    ...more,
  });
  const tokens = raw
    .split('\n')
    .filter((line) => line.includes(speaker.words))
    .slice(0, 1)
    .map((line) => {
      const from = raw.indexOf(line);
      const cells = Array.from(line.matchAll(/\p{L}+|[^\s\p{L}]/gu), ({ 0: word, index }, i) => {
        const isSpeaker = index >= line.indexOf(speaker.words) && index < line.indexOf(speaker.words) + speaker.words.length;
        return `1-${i + 1}\t${from + index}-${from + index + word.length}\t${word}\t${isSpeaker ? 'minister[1]' : '_'}\t`;
      });
      return `#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Speaker|role\n\n\n#Text=${line}\n${cells.join('\n')}\n`;
    });
  const xmi = `<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore">
<custom:Speaker xmi:id="2" begin="${speaker.start}" end="${speaker.end}"/><custom:Claim xmi:id="3" begin="${claim.start}" end="${claim.end}"/><custom:SourceOf xmi:id="4" begin="${claim.start}" end="${claim.end}" Governor="2" Dependent="3"/>
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="${raw.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"/></xmi:XMI>`;
  const qde = `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="Strait"><Users><User guid="U1" name="Ines Oduya"/></Users>
<CodeBook><Codes><Code guid="C1" name="Trust"><Code guid="C2" name="harbours"/></Code></Codes></CodeBook>
<Sources><TextSource guid="S1" name="${stem}" plainTextPath="internal://S1.txt"><PlainTextSelection guid="P1" startPosition="${quotation.start}" endPosition="${quotation.end}" creatingUser="U1" creationDateTime="2026-02-03T09:05:00Z"><Coding guid="K1"><CodeRef targetGUID="C2"/></Coding></PlainTextSelection></TextSource><PictureSource guid="S2"/></Sources></Project>`;
  const project = json({ annotation_documents: [{ name, user: 'ines', timestamp: 1_770_109_500_000 }] });
  return {
    w3c: {
      [`${stem}.w3c.json`]: json([
        {
          type: 'Annotation',
          bodies: [
            { purpose: 'commenting', value: 'Older than which?' },
            { purpose: 'tagging', value: 'harbours' },
          ],
          target: { selector: [selector()], creator: { name: 'Ines Oduya' }, created: '2026-02-03T09:05:00Z' },
        },
        { type: 'Annotation', creator: { type: 'Software', name: 'name finder 2' }, target: { selector: [selector(speaker)] } },
      ]),
    },
    brat: {
      'strait.brat.ann': `T1\tSource ${speaker.start} ${speaker.end}\t${speaker.words}\nT2\tContent ${claim.start} ${claim.end}\t${claim.words}\nR1\tSaidBy Source:T1 Content:T2\nT3\tTopic ${quotation.start} ${quotation.end}\t${quotation.words}\n`,
      'strait.brat.txt': raw,
    },
    csv: {
      'highlights.csv': `id,document,tag,content\n1,${stem},trust,"${quotation.words}"\n1,${stem},harbours,"${quotation.words}"\n2,${stem},names,${speaker.words}\n3,elsewhere,names,Nobody\n`,
    },
    'label-studio': {
      'label-studio.json': json([
        {
          data: { text: raw },
          annotations: [
            {
              completed_by: { email: 'ines@strait.example' },
              updated_at: '2026-02-03T09:05:00Z',
              result: [labels(quotation, 'Quotation')],
            },
          ],
          predictions: [
            { model_version: 'names-3', score: 0.86, result: [labels(speaker, 'Speaker'), labels(claim, 'Claim', { score: 0.41 })] },
          ],
        },
      ]),
    },
    doccano: {
      'doccano.jsonl': `${json({
        text: raw,
        label: [
          [speaker.start, speaker.end, 'Speaker'],
          [claim.start, claim.end, 'Event'],
        ],
      })}\n`,
    },
    prodigy: {
      'prodigy.jsonl': `${json({
        text: raw,
        answer: 'accept',
        _annotator_id: 'ines',
        _timestamp: 1_770_109_500,
        spans: [
          { ...speaker, label: 'SOURCE' },
          { ...claim, label: 'CLAIM' },
        ],
        relations: [{ label: 'SAYS', head_span: speaker, child_span: claim }],
      })}\n`,
    },
    'refi-qda': { 'strait.qdpx': zipSync({ 'project.qde': strToU8(qde), 'sources/S1.txt': strToU8(raw) }) },
    cas: { 'strait.xmi': xmi },
    'webanno-tsv': { [`${stem}.tsv`]: tokens.join('') },
    zip: { 'inception.zip': zipSync({ 'exportedproject.json': strToU8(project), [`annotation/${name}/ines.xmi`]: strToU8(xmi) }) },
    taguette: {
      'taguette.html': `<html><head><title>x</title></head><body><h1>${stem}</h1>${raw
        .split('\n')
        .map(
          (line) =>
            `<p>${line.replace(quotation.words, (words) => `<span class="highlight">${words}</span><span class="taglist"> [trust, harbours]</span>`)}</p>`,
        )
        .join('\n')}</body></html>`,
    },
    mrsf: {
      [`${name}.review.yaml`]: `mrsf_version: "1.0"\ndocument: ${name}\ncomments:\n  - {id: a, author: Ines Oduya, timestamp: "2026-02-03T09:05:00Z", text: Older than which?, selected_text: "${quotation.words}"}\n  - {id: b, author: Ines Oduya, timestamp: "2026-02-03T09:06:00Z", text: Say who., line: 6}\n`,
    },
    highlights: {
      [`${stem}.txt.md`]: `---\nsource: https://nowhere.example\n---\n==${quotation.words}==^[older than which?] They went on.\n`,
    },
  };
}
