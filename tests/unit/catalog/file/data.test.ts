import { expect, it } from 'vitest';
import { catalogAtHome } from '../../../../lib/catalog/catalog-for.ts';
import { dataOfFile } from '../../../../lib/catalog/file/data.ts';
import { compareCatalogs } from '../../../../lib/catalog/file/preview.ts';
import { builtIn, catalogFor } from '../../../../lib/catalog/index.ts';
import { aCatalogFile } from '../../../helpers/catalog-file.ts';

const file = aCatalogFile();

it('is the same catalogue again, but for its day', () => {
  const data = dataOfFile(file, builtIn);

  expect(compareCatalogs(builtIn, data)).toEqual({ changes: [], hosts: [] });
  expect(catalogAtHome(data, 'RU')).toEqual({ ...catalogFor('RU'), version: '2099-01-01' });
});

it('takes services and controls from the file, and the route from what is built in', () => {
  const [service, ...services] = file.services;
  const data = dataOfFile({ ...file, services, witnesses: file.witnesses.slice(1) }, builtIn);

  expect(data.world.services.map(({ id }) => id)).not.toContain(service?.id);
  expect(data.world.witnesses).toEqual(builtIn.world.witnesses.slice(1));
  expect(data.world.echoes).toEqual(builtIn.world.echoes);
  expect(catalogAtHome(data, 'RU').blockedCanaries).toEqual(catalogFor('RU').blockedCanaries);
});

it('leaves countries as they are that the file does not name, and lists that it leaves out', () => {
  const { canaries: _canaries, ...russia } = file.countries.find(
    ({ country }) => country === 'RU',
  ) as (typeof file.countries)[number];
  const controls = russia.controls.slice(0, 2);
  const data = dataOfFile({ ...file, countries: [{ ...russia, controls }] }, builtIn);
  const catalog = catalogAtHome(data, 'RU');

  expect(catalogAtHome(data, 'TR')).toEqual({ ...catalogFor('TR'), version: file.version });
  expect(catalog.canaries).toEqual(catalogFor('RU').canaries);
  expect(catalog.controls.filter(({ group }) => group === 'domestic')).toHaveLength(2);
});
