import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('builds anew where a script has changed that makes a part of the build', () => {
  const config = readFileSync('wxt.config.ts', 'utf8');
  const builder = readFileSync('scripts/setup/build.mjs', 'utf8');
  const imported = config.matchAll(/from '\.\/(scripts\/[\w-]+)\//g);
  const [, sources] = /^const sources = \[(.*?)\];/ms.exec(builder) ?? [];
  const watched = sources?.matchAll(/'(scripts\/[\w-]+)'/g) ?? [];

  expect(new Set([...watched].map(([, folder]) => folder))).toEqual(
    new Set([...imported].map(([, folder]) => folder)),
  );
});
