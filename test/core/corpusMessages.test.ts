import assert from 'node:assert/strict';
import { corpusOf } from './corpusStory';

function told(here: string, there: string): readonly string[] {
  return corpusOf({ 'a.txt': here, 'b.txt': there }, { 'a.txt': '2031-05-06', 'b.txt': '2031-05-06' })
    .conflicts()
    .map(({ message }) => message);
}

describe('what a reader is told of a contradiction', () => {
  for (const [what, here, there, message] of [
    [
      'the sign of a currency',
      'The lantern of Saint Brice was sold for €120 at the fair.',
      'The lantern of Saint Brice was sold for €180 at the fair.',
      '“€120” against “€180”',
    ],
    [
      'what is below nought',
      'It was minus 8 degrees at the lock of Brod, the keeper said.',
      'It was minus 14 degrees at the lock of Brod, the keeper said.',
      '“minus 8 degrees” against “minus 14 degrees”',
    ],
    [
      'what a number measures',
      'The calm on the lake of Tolla lasted nine hours, the sailors said.',
      'The calm on the lake of Tolla lasted four hours, the sailors said.',
      '“lasted nine hours” against “lasted four hours”',
    ],
    [
      'no day that is not part of a duration',
      'The smuggler Rui Tavo was sentenced to three years in prison on Friday.',
      'The smuggler Rui Tavo was jailed for four years on Friday.',
      '“three years in prison” against “four years”',
    ],
    [
      'the last full stop of a time',
      'The sluice of Asper opens at 6 a.m., the warden said.',
      'The sluice of Asper opens at 9 a.m., the warden said.',
      '“6 a.m.” against “9 a.m.”',
    ],
    [
      'no mark that is opened and not closed',
      'The ferryman Ode Lunn said that the council had “treated the ferrymen of Brod as so much ballast”.',
      'That the council had “treated the ferrymen of Brod as so much ballast”, Mara Voss said on Monday.',
      'Ode Lunn or Mara Voss: “that the council had treated the ferrymen of Brod as so much ballast”',
    ],
    [
      'what stands behind a verb that is the same',
      'The bill on tolls was read in Brod. Odile Renn voted for the bill.',
      'The bill on tolls was read in Brod. Odile Renn voted against it.',
      '“voted for the bill” against “voted against it”',
    ],
    [
      'single marks within its own',
      'Ode Lunn told the council of Brod that it had “treated the ferrymen as so much ballast” all winter.',
      'Mara Voss told the council of Brod that it had “treated the ferrymen as so much ballast” all winter.',
      'Ode Lunn or Mara Voss: “that it had ‘treated the ferrymen as so much ballast’ all winter”',
    ],
    [
      'no preposition before a figure',
      'The kite of Perro rose to 30 metres in the calm.',
      'The kite of Perro rose to 24 metres in the calm.',
      '“30 metres” against “24 metres”',
    ],
  ] as const)
    it(`has ${what}`, () => {
      assert.deepEqual(told(here, there), [message]);
    });
});

describe('articles of a sentence', () => {
  const origins = (here: string, there: string) => corpusOf({ 'a.txt': here, 'b.txt': there }).origins().length;

  it('are no copies because both quote somebody and name him', () => {
    assert.equal(origins('“The dyke will hold this winter,” Ida Lorne said.', '“The dyke will hold this winter,” Ida Lorne said.'), 2);
    const longer = '“The dyke will hold this winter,” said Ida Lorne of the dyke board.';
    assert.equal(origins(longer, `${longer} It rained.`), 2);
  });

  it('are copies where a whole sentence that nobody said is the same', () => {
    const words = 'The keeper of the dyke at Sele has counted the moles in the grass every morning since his father died.';
    assert.equal(origins(words, words), 1);
  });
});
