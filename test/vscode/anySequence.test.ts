import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Annotation, applyEdits, describeSpan, editSidecar, newSidecar, readCorroborations, readSidecar } from '../../src/core/index';
import { replaceThroughWorkspace } from '../../src/workspace/files/writeWhole';
import { Random } from '../core/random';
import { cardsAt, clear, exists, file, open, putCursor, read, run, until, write } from './articles';

const other = 'sequence-other.article.txt';
const corroborations = 'corroborations.yaml';
const phrases = ['“We will sail', '“The wind', '2025-05-12', '“The pier holds', 'on Monday', 'Olsen', 'rested'];
const text = `The ferry came late
2025-05-12

“We will sail on Thursday,” said Captain Mira Olsen. “The wind is with us, and the crew is rested,” she added.

“The pier holds whatever comes,” harbour master Jon Brandt told reporters on Monday.
`;
const bytes = (content: string) => new TextEncoder().encode(content);
const textOf = async (path: string) => ((await exists(path)) ? await read(path) : undefined);

/** What the files say about an article, and what somebody else has written into them. */
class Folder {
  article = 'sequence-0.article.txt';
  readonly elsewhere = new Map<string, string>();

  get sidecar(): string {
    return `${this.article}.annotations.yaml`;
  }

  async files(): Promise<Record<string, string | undefined>> {
    const paths = [this.sidecar, `${other}.annotations.yaml`, corroborations];
    const texts = await Promise.all(paths.map(textOf));
    return { sidecar: texts[0], other: texts[1], links: texts[2] };
  }

  async annotations(): Promise<ReadonlyMap<string, Annotation>> {
    const { sidecar = '', other: second = '' } = await this.files();
    const read = [sidecar, second].map((content) => readSidecar(content));
    for (const { problems } of read) assert.deepEqual(problems, []);
    return new Map(read.flatMap(({ annotations }) => annotations.map((annotation) => [annotation.id, annotation] as const)));
  }

  /** As another program does it: what is there is read, changed and put back, again where somebody was quicker. */
  async writeElsewhere(random: Random, n: number): Promise<void> {
    const id = `x${String(n).padStart(8, '0')}z`;
    const target = file(this.sidecar);
    for (;;) {
      const before = await textOf(this.sidecar);
      const present = before === undefined ? [] : readSidecar(before).annotations;
      const raw = new TextDecoder().decode(await vscode.workspace.fs.readFile(file(this.article)));
      const start = raw.indexOf('ferry');
      const note: Annotation = {
        id,
        type: 'note',
        status: 'accepted',
        ...describeSpan(raw, { start, end: start + 5 }),
        by: 'elsewhere',
        note: id,
      };
      const about = present.length > 0 && random.chance(50) ? random.pick(present) : undefined;
      const comments = [...(about?.comments ?? []), { by: 'ben', at: '2026-01-01T00:00:00Z', text: id }];
      const after =
        before === undefined
          ? newSidecar({ path: this.article, offsets: 'codepoint' }, [note])
          : applyEdits(
              before,
              editSidecar(before, [about ? { kind: 'update', id: about.id, set: { comments } } : { kind: 'add', annotation: note }]),
            );
      if (!(await replaceThroughWorkspace(target, before === undefined ? undefined : bytes(before), bytes(after)))) continue;
      this.elsewhere.set(id, about?.id ?? id);
      return;
    }
  }
}

const commented = ({ comments = [] }: Annotation) => comments.map((comment) => comment.text);

describe('any sequence of decisions', () => {
  it('loses no annotation and no decision, whoever else writes at the same time', async function () {
    this.timeout(120_000);
    const steps = 30;
    const seed = 9;
    const random = new Random(seed);
    const folder = new Folder();
    const told: string[] = [];
    const links = await textOf(corroborations);
    const made = [folder.article];
    try {
      await write(other, text.replace('ferry', 'boat').replace('Thursday', 'Thursday at noon'));
      await write(folder.article, text);
      let editor = await open(folder.article);
      const here = () => phrases.filter((phrase) => editor.document.getText().includes(phrase));
      const isShown = () =>
        until(
          async () => (await Promise.all(here().map((phrase) => cardsAt(editor, phrase)))).join(''),
          (cards) => cards !== '',
          'the article has cards',
        );
      await isShown();
      const decisions: Readonly<Record<string, () => Thenable<unknown>>> = {
        accept: () => run('accept'),
        reject: () => run('reject'),
        retype: () => run('changeType', undefined, undefined, ...random.pick([['statement'], ['quotation', 'indirect'], ['note']])),
        tag: () => run('editTags', undefined, undefined, random.shuffled(['a', 'b', 'c']).slice(1)),
        extend: () => run(random.pick(['extendEnd', 'shrinkEnd', 'extendStart'])),
        comment: () => {
          const thread = { uri: editor.document.uri, range: editor.selection, dispose: () => undefined };
          return run('addComment', { thread, text: `said ${told.length}` });
        },
        link: () => {
          const start = text.indexOf('“The pier');
          const given = {
            path: other,
            start: start + 6,
            end: start + 16,
            relation: random.pick(['verbatim', 'contradicts']),
            status: 'accepted',
          };
          return run('linkRendering', undefined, undefined, given);
        },
      };
      for (let step = 0; step < steps; step++) {
        editor = await open(folder.article);
        putCursor(editor, random.pick(here()));
        const before = await folder.annotations();
        const filesBefore = await folder.files();
        const what = random.pick([
          'decide',
          'decide',
          'decide',
          'decide and undo',
          'elsewhere',
          'at once',
          'undo',
          'redo',
          'rename',
          'edit',
        ] as const);
        const name = random.pick(Object.keys(decisions));
        told.push(`${what} ${name} ${editor.document.offsetAt(editor.selection.active)}`);
        const decide = () => decisions[name]?.();
        if (what === 'decide') await decide();
        else if (what === 'decide and undo') {
          await decide();
          const filesAfter = await folder.files();
          if (JSON.stringify(filesAfter) !== JSON.stringify(filesBefore)) {
            await run('undoDecision');
            assert.deepEqual(await folder.files(), filesBefore);
            await run('redoDecision');
            assert.deepEqual(await folder.files(), filesAfter);
          }
        } else if (what === 'elsewhere') await folder.writeElsewhere(random, step);
        else if (what === 'at once') await Promise.all([decide(), folder.writeElsewhere(random, step)]);
        else if (what === 'undo') await run('undoDecision');
        else if (what === 'redo') await run('redoDecision');
        else if (what === 'rename') {
          const next = `sequence-${step + 1}.article.txt`;
          made.push(next);
          const edit = new vscode.WorkspaceEdit();
          edit.renameFile(file(folder.article), file(next));
          const [had, was] = [await exists(folder.sidecar), folder.sidecar];
          assert.ok(await vscode.workspace.applyEdit(edit));
          folder.article = next;
          if (had)
            await until(
              async () => [await exists(was), await exists(folder.sidecar)].join(),
              (seen) => seen === 'false,true',
              'the annotations follow',
            );
          editor = await open(next);
          await isShown();
        } else {
          const at = editor.document.positionAt(random.pick([0, text.indexOf('\n\n') + 2, editor.document.getText().length]));
          await editor.edit((edit) => edit.insert(at, random.pick(['Then. ', 'Later that day. ', '\n\n'])));
          await editor.document.save();
        }
        const after = await folder.annotations();
        const isWayBack = what === 'undo' || what === 'redo';
        for (const [id, was] of before) {
          const is = after.get(id);
          const mayGo = isWayBack || ((name === 'reject' || name === 'retype') && what !== 'elsewhere');
          assert.ok(is !== undefined || mayGo, `${id} is lost`);
          if (is === undefined || isWayBack) continue;
          for (const words of commented(was)) assert.ok(commented(is).includes(words), `a comment on ${id} is lost`);
          assert.equal(is.note, was.note);
          if (name !== 'tag') assert.deepEqual(is.tags, was.tags);
        }
        for (const [id, about] of folder.elsewhere) {
          const is = after.get(about);
          assert.ok(
            is === undefined ? about !== id : about === id ? is.note === id : commented(is).includes(id),
            `${id}, written elsewhere, is lost`,
          );
        }
        const linksBefore = readCorroborations(filesBefore.links ?? '');
        const linksAfter = readCorroborations((await folder.files()).links ?? '');
        assert.deepEqual(linksAfter.problems, []);
        if (!isWayBack)
          for (const { id } of linksBefore.links)
            assert.ok(
              linksAfter.links.some((link) => link.id === id),
              `link ${id} is lost`,
            );
      }
    } catch (error) {
      throw new Error(`seed ${seed}: ${String(error)}\n${told.join('\n')}`, { cause: error });
    } finally {
      await clear(other, `${other}.annotations.yaml`, ...made.flatMap((path) => [path, `${path}.annotations.yaml`]));
      if (links === undefined) await clear(corroborations);
      else await write(corroborations, links);
    }
  });
});
