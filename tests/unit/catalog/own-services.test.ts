import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isDomestic } from '../../../lib/catalog/domestic.ts';
import { catalog, catalogFor, services } from '../../../lib/catalog/index.ts';
import { serviceOf, withOwnServices } from '../../../lib/catalog/own-services.ts';
import { CatalogSchema } from '../../../lib/catalog/schema.ts';
import { isOwnService } from '../../../lib/model/own-service.ts';

const club = {
  id: 'own-1',
  name: 'Club',
  url: 'https://chat.club.example/room',
  contains: null,
};

describe('a catalog with a service of one’s own', () => {
  it('fits the schema, and has it after its own', () => {
    const whole = withOwnServices(catalog, [club, { ...club, id: 'own-2', contains: 'Hello' }]);

    expect(v.is(CatalogSchema, whole)).toBe(true);
    expect(whole.services.map(({ id }) => id)).toEqual([
      ...services.map(({ id }) => id),
      'own-1',
      'own-2',
    ]);
    expect({ ...whole, services: [] }).toEqual({ ...catalog, services: [] });
  });

  it('takes no id of its own services', () => {
    const [first] = services;

    expect(withOwnServices(catalog, [{ ...club, id: first?.id ?? '' }])).toEqual(catalog);
    expect(services.filter(isOwnService)).toEqual([]);
  });
});

describe('a service of one’s own', () => {
  it('has one target, which decides it', () => {
    expect(serviceOf(club, catalog)).toMatchObject({
      id: 'own-1',
      name: 'Club',
      operator: 'club.example',
      enabledByDefault: true,
      sentinel: 'own-1/web',
      roles: [{ role: 'web', required: true, match: 'all' }],
      targets: [
        { id: 'own-1/web', urls: [club.url], method: 'HEAD', rule: 'any_http', votes: true },
      ],
    });
  });

  it('is read as a page where a text is expected', () => {
    expect(serviceOf({ ...club, contains: 'Hello' }, catalog).targets).toMatchObject([
      { method: 'GET', rule: 'marker', contains: 'Hello' },
    ]);
  });

  it('has the operator of the catalog’s service at the same domain', () => {
    const known = services.find(({ id }) => id === 'vk');

    expect(serviceOf({ ...club, url: 'https://anything.vk.com/' }, catalog)).toMatchObject({
      operator: known?.operator,
      operatorCountry: 'RU',
    });
  });

  it.each([
    ['https://club.ru/', 'RU'],
    ['https://club.su/', 'RU'],
    ['https://xn--90ao6a3d.xn--p1ai/', 'RU'],
    ['https://club.by/', 'BY'],
    ['https://club.co.uk/', 'GB'],
    ['https://club.org/', 'ZZ'],
  ])('is in the country of its name: %s', (url, country) => {
    const { operatorCountry } = serviceOf({ ...club, url }, catalog);

    expect(operatorCountry).toBe(country);
    expect(isDomestic({ operatorCountry }, catalogFor('RU').home)).toBe(country === 'RU');
  });
});
