import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

function foldersOf(...patterns: string[]): string[] {
  return globSync(patterns, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

it('mirrors a folder of the product, of the scripts or of the test machinery in every folder', () => {
  const mirrored = new Set(
    foldersOf('{components,locales,scripts}{,/**}', 'lib/**', 'tests/**').map((folder) =>
      folder.replace(/^(lib|tests)\//, ''),
    ),
  );

  const folders = foldersOf('tests/unit/*', 'tests/unit/*/**').map((folder) =>
    path.relative('tests/unit', folder),
  );

  expect(folders).toContain('catalog');
  expect(folders.filter((folder) => !mirrored.has(folder))).toEqual([]);
});
