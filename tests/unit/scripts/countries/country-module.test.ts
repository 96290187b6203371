import { globSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogAtHome } from '../../../../lib/catalog/catalog-for.ts';
import type { CountryData } from '../../../../lib/catalog/country-schema.ts';
import { catalogFor, world } from '../../../../lib/catalog/index.ts';
import { countryModule } from '../../../../scripts/countries/country-module.ts';

const files = globSync('lib/catalog/countries/??.ts');

async function builtCountry(file: string): Promise<CountryData> {
  const [head, code] = [`export const ${path.basename(file, '.ts')} = `, await countryModule(file)];

  expect(code.startsWith(head)).toBe(true);
  return JSON.parse(code.slice(head.length, -1));
}

describe.each(files)('%s as builds have it', (file) => {
  const code = path.basename(file, '.ts');

  it('asks the same', async () => {
    const countries = [await builtCountry(file)];

    expect(catalogAtHome({ world, countries }, code)).toEqual(catalogFor(code));
  });

  it('has no source', async () => {
    expect(JSON.stringify(await builtCountry(file))).not.toMatch(
      /"(source|confidence|reviewed|note)":/,
    );
  });

  it('keeps block pages and what is on by default', async () => {
    const built = await builtCountry(file);

    const { [code]: known } = await import(path.resolve(file));
    expect(built.blockPages).toEqual(
      known.blockPages?.map(
        ({ hosts, bodies, stubs }: NonNullable<CountryData['blockPages']>[0]) => ({
          ...(hosts && { hosts }),
          ...(bodies && { bodies }),
          ...(stubs && { stubs }),
        }),
      ),
    );
    expect(built.services?.map(({ on }) => on)).toEqual(
      known.services?.map(({ on }: { on: boolean }) => on),
    );
    expect('routeOff' in built).toBe('routeOff' in known);
  });
});
