import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { builtIn } from '../../../../lib/catalog/index.ts';
import { readCatalogAt } from '../../../../scripts/check/catalog-file.ts';
import { aCatalogFile, dayAfter } from '../../../helpers/catalog-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dozvon-catalog-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function written(file: Parameters<typeof aCatalogFile>[0]): string {
  const place = path.join(folder, 'catalogue.json');
  writeFileSync(place, JSON.stringify(aCatalogFile(file)));
  return place;
}

it('is read where it is newer than the one that is built in', () => {
  const version = dayAfter(builtIn.world.version);

  const services = builtIn.world.services.filter(({ id }) => id !== 'roblox');

  const read = readCatalogAt(written({ version, services }));

  expect('text' in read && JSON.parse(read.text)).toMatchObject({ version });
  expect(read).toMatchObject({ serviceIds: services.map(({ id }) => id) });
});

it('is read where it begins with a byte order mark', () => {
  const place = written({ version: dayAfter(builtIn.world.version) });
  writeFileSync(place, `\uFEFF${readFileSync(place, 'utf8')}`);

  expect(readCatalogAt(place)).toMatchObject({ text: expect.stringMatching(/^\{/) });
});

it.each([
  ['2020-01-01', 'version: found "2020-01-01", allowed: a later day'],
  ['9999-01-01', 'version: found "9999-01-01", allowed: a month from today at the latest'],
])('is refused with the reason: %s', (version, reason) => {
  expect(readCatalogAt(written({ version }))).toEqual({
    problem: expect.stringContaining(`--catalog: ${reason}`),
  });
});

it('is refused where it cannot be read', () => {
  const file = path.join(folder, 'nothing.json');

  expect(readCatalogAt(file)).toEqual({
    problem: `--catalog: found "${file}", which cannot be read (no such file or directory); allowed: a file that can be read`,
  });
});
