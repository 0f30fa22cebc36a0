import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** Red, green, blue, and how much of what is below is covered. */
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

interface Declared {
  readonly id: string;
  readonly defaults: Readonly<Record<'light' | 'dark' | 'highContrast' | 'highContrastLight', string>>;
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: { readonly colors: readonly Declared[] };
};
const backgrounds = contributes.colors.filter(({ id }) => id.endsWith('Background'));

/** Text and background of editors: VS Code's own themes and eight that many people use. */
const themes = [
  ['Light Modern', 'light', '#3B3B3B', '#FFFFFF'],
  ['Dark Modern', 'dark', '#CCCCCC', '#1F1F1F'],
  ['High Contrast', 'highContrast', '#FFFFFF', '#000000'],
  ['High Contrast Light', 'highContrastLight', '#292929', '#FFFFFF'],
  ['One Dark Pro', 'dark', '#ABB2BF', '#282C34'],
  ['Dracula', 'dark', '#F8F8F2', '#282A36'],
  ['Monokai', 'dark', '#F8F8F2', '#272822'],
  ['Nord', 'dark', '#D8DEE9', '#2E3440'],
  ['Night Owl', 'dark', '#D6DEEB', '#011627'],
  ['GitHub Light', 'light', '#24292E', '#FFFFFF'],
  ['Tokyo Night', 'dark', '#A9B1D6', '#1A1B26'],
  ['Quiet Light', 'light', '#333333', '#F5F5F5'],
] as const;

function colour(hex: string): Colour {
  const [red = 0, green = 0, blue = 0, alpha = 255] = (hex.slice(1).match(/../g) ?? []).map((pair) => parseInt(pair, 16));
  return [red, green, blue, alpha / 255];
}

function over([r, g, b, alpha]: Colour, [x, y, z]: Colour): Colour {
  const mixed = (top: number, below: number) => top * alpha + below * (1 - alpha);
  return [mixed(r, x), mixed(g, y), mixed(b, z), 1];
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance([red, green, blue]: Colour): number {
  const part = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
}

function contrast(a: Colour, b: Colour): number {
  const [one, two] = [luminance(a), luminance(b)];
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}

describe('text on every highlight', () => {
  for (const [name, kind, text, background] of themes)
    it(`is read on ${name}: 4.5 to 1 or more, also where a contradiction lies over an accepted quotation`, () => {
      const conflict = backgrounds.find(({ id }) => id.endsWith('conflictBackground'));
      assert.ok(conflict && backgrounds.length > 10);
      for (const { id, defaults } of backgrounds) {
        const tinted = over(colour(defaults[kind]), colour(background));
        for (const shown of [tinted, over(colour(conflict.defaults[kind]), tinted)]) {
          const found = contrast(colour(text), shown);
          assert.ok(found >= 4.5, `${id} on ${name}: ${found.toFixed(2)}`);
        }
      }
    });
});
