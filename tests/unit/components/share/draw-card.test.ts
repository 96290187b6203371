import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cardColors } from '../../../../components/share/draw-card.ts';

const themeNames = {
  ok: 'ok',
  impaired: 'impaired',
  blocked: 'blocked',
  likely_blocked: 'likely',
  down: 'down',
  insufficient: 'unknown',
} as const;

it('has the colours of states on the light ground', () => {
  const theme = readFileSync('components/page/theme.css', 'utf8');
  const lightOf = (name: string) =>
    new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6})`).exec(theme)?.[1];

  expect(cardColors).toEqual(
    Object.fromEntries(Object.entries(themeNames).map(([state, name]) => [state, lightOf(name)])),
  );
});
