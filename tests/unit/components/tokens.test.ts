import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const theme = readFileSync('components/page/theme.css', 'utf8');
const sizeOf = (token: string) => new RegExp(`${token}: ([\\d.]+(?:px|rem));`).exec(theme)?.[1];

/** The tokens for what a property sets. */
const tokens: [property: RegExp, token: RegExp][] = [
  [/^((row-|column-)?gap|(margin|padding)(-.+)?)$/, /--space-\d/g],
  [/^border(-.+)?-radius$/, /--radius/g],
  [/^font-size$/, /--(body|small|note|headline)(?=:)/g],
  [/^line-height$/, /--(body|small|note|headline)-line/g],
];

/** Declarations with a value that a token has. */
function rawValues(file: string): string[] {
  const declarations = readFileSync(file, 'utf8').matchAll(/^\s+([\w-]+): ([^;{}]+);/gm);
  return [...declarations].flatMap(([, property = '', value = '']) => {
    const [, token] = tokens.find(([one]) => one.test(property)) ?? [];
    const sizes =
      token === undefined ? [] : [...theme.matchAll(token)].map(([name]) => sizeOf(name));
    const isRaw = value.split(' ').some((one) => sizes.includes(one));
    return isRaw ? [`${file}: ${property}: ${value}`] : [];
  });
}

const files = globSync(['components/**/*.css', 'entrypoints/*/*.css']);

it('reads the tokens, and finds style sheets', () => {
  expect(sizeOf('--space-2')).toBe('8px');
  expect(sizeOf('--body')).toBe('0.875rem');
  expect(files.length).toBeGreaterThan(10);
});

it.each(files)('%s takes no live region away while it is empty', (file) => {
  // A screen reader may not tell what comes together with its region.
  const css = readFileSync(file, 'utf8').replaceAll(/\.error:empty \{[^}]*\}/g, '');

  expect(css).not.toMatch(/:empty[^{]*\{[^}]*display: none/);
});

it.each(files)('%s places nothing by a left and a right, which change sides in Persian', (file) => {
  const css = readFileSync(file, 'utf8');

  expect(css).not.toMatch(/^\s+((margin|padding|border|inset)-)?(left|right):/m);
  for (const [, right, left] of css.matchAll(/^\s+inset: \S+ (\S+) \S+ (\S+);/gm))
    expect(left).toBe(right);
});

/** What sets a size of text, itself or as a token. */
const textSize = /^\s+(font|font-size|line-height|--(?!space-|radius)[\w-]+): ([^;{}]+);/gm;

it.each(files)('%s lets each text grow with the size that a person set in the browser', (file) => {
  const sizes = [...readFileSync(file, 'utf8').matchAll(textSize)].map(([, , value]) => value);

  for (const size of sizes) expect(size).not.toMatch(/\d(px|pt|pc|cm|mm|in|q)\b/i);
});

it.each(files)('%s has no raw value where a token stands for it', (file) => {
  expect(rawValues(file)).toEqual([]);
});
