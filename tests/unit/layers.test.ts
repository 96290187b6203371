import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { allowedImports, type Layer, layers } from '../../layers.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folders = layers.map(({ folder }) => folder);

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

function inWords(imports: Layer['imports']): string {
  if (imports === 'everything below') return imports;
  return imports.length === 0 ? 'nothing' : imports.join(', ');
}

/** The layer that a path from the root belongs to. */
function layerOf(file: string) {
  return layers.find(({ folder }) => file.startsWith(`${folder}/`));
}

describe('the layers', () => {
  it('are the folders on disk', () => {
    const onDisk = globSync(['lib/*', 'components', 'entrypoints', 'locales'], { cwd: root });

    expect(onDisk.toSorted()).toEqual(folders.toSorted());
  });

  it.each(layers)('let $folder import from below only', (layer) => {
    const below = folders.slice(0, folders.indexOf(layer.folder));

    expect(allowedImports(layer).filter((other) => !below.includes(other))).toEqual([]);
  });

  it('stand in docs/architecture.md as in the list, from the top down', () => {
    const rows = [...read('docs/architecture.md').matchAll(/^\| `([\w/]+)` +\| ([^|`]+?) +\|/gm)];
    const expected = layers
      .toReversed()
      .map(({ folder, imports }) => [folder, inWords(imports).replaceAll('lib/', '')]);

    expect(rows.map(([, folder, imports]) => [folder, imports])).toEqual(expected);
  });

  it('stand in the README, each in one row, beside scripts and tests', () => {
    const [, table = ''] = /^\| folder +\| holds +\|\n(.*?)\n\n/ms.exec(read('README.md')) ?? [];
    const named = [...table.matchAll(/`([\w/]+)`/g)].map(([, folder = '']) => folder);

    expect(named.toSorted()).toEqual([...folders, 'scripts', 'tests'].toSorted());
  });

  it('hold for import() and import.meta.glob() too, which lint does not check', () => {
    const files = globSync(
      folders.map((folder) => `${folder}/**/*.{ts,tsx}`),
      { cwd: root },
    );
    const imports = files.flatMap((file) =>
      [...read(file).matchAll(/\bimport(?:\.meta\.glob(?:<[^(]+>)?)?\(\s*'(\.[^']+)'/g)].map(
        ([, target = '']) => ({
          from: layerOf(file),
          to: layerOf(path.join(path.dirname(file), target)),
        }),
      ),
    );

    const forbidden = imports.filter(
      ({ from, to }) => from !== to && !(from && to && allowedImports(from).includes(to.folder)),
    );

    expect(imports).not.toEqual([]);
    expect(forbidden).toEqual([]);
  });
});
