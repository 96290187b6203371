import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { collectBundled } from '../../../../scripts/licenses/bundled.ts';

let folder: string;

beforeEach(() => {
  // Inside the repository, so that packages of npm are found.
  folder = mkdtempSync(path.join(import.meta.dirname, '.bundled-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

async function buildOf(code: string, bundled = collectBundled()) {
  writeFileSync(path.join(folder, 'entry.ts'), code);
  await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [bundled.plugin],
    build: { rolldownOptions: { input: path.join(folder, 'entry.ts') } },
  });
  return bundled;
}

it('finds the packages whose code is in a build, with their licences, over all its parts', async () => {
  const bundled = await buildOf("import { openDB } from 'idb'; console.log(openDB);");
  await buildOf("import { h } from 'preact'; console.log(h);", bundled);

  expect(bundled.packages()).toMatchObject([
    { name: 'idb', identifier: 'ISC', text: expect.stringContaining('Jake Archibald') },
    { name: 'preact', identifier: 'MIT', source: 'https://github.com/preactjs/preact' },
  ]);
});

it('leaves nothing in the build', async () => {
  await buildOf("import { openDB } from 'idb'; console.log(openDB);");

  const files = readdirSync(path.join(folder, 'dist'), { recursive: true });
  expect(files.filter((file) => String(file).endsWith('.json'))).toEqual([]);
});
