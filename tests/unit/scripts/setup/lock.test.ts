import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Entry {
  integrity?: string;
  hasInstallScript?: boolean;
  optional?: boolean;
  os?: string | string[];
}

const lock: { packages: Record<string, Entry> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
);
const packages = Object.entries(lock.packages).filter(([name]) => name !== '');

it('knows the hash of every package, so that nothing else is installed', () => {
  const without = packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));

  expect(packages.length).toBeGreaterThan(300);
  expect(without.map(([name]) => name)).toEqual([]);
});

it('has no package that needs a script to be installed, which could fetch what it likes', () => {
  const withScript = packages.filter(([, { hasInstallScript }]) => hasInstallScript);

  expect(withScript.map(([name]) => name)).toEqual([]);
});

it.each(['linux', 'win32'])('brings a Node for %s along', (os) => {
  const nodes = packages.filter(([name]) => /^node_modules\/node-\w+-\w+$/.test(name));

  expect(nodes.flatMap(([, entry]) => entry.os)).toContain(os);
});
