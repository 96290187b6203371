import { describe, expect, it } from 'vitest';
import { compareExits, type ReportedExit } from '../../../lib/routing/compare-exits.ts';

const home = { country: 'RU', asn: 8402 };
const newSalt = () => 'salt';

async function remember(exit: ReportedExit) {
  return (await compareExits(null, exit, newSalt)).remembered;
}

describe('an exit', () => {
  it('is not compared without an earlier one', async () => {
    expect((await compareExits(null, home, newSalt)).changed).toBeNull();
  });

  it.each([
    ['the same', home, false],
    ['another country', { country: 'NL', asn: 8402 }, true],
    ['another network', { country: 'RU', asn: 12389 }, true],
    ['a missing network', { country: 'RU', asn: null }, false],
    ['missing fields', { country: null, asn: null }, null],
  ])('is compared with the one before: %s', async (_case, next, changed) => {
    const compared = await compareExits(await remember(home), next, newSalt);

    expect(compared.changed).toBe(changed);
    expect((await compareExits(compared.remembered, next, newSalt)).changed).not.toBe(true);
  });

  it.each([
    ['the same exit after nothing known', [{ country: null, asn: null }, home], [null, false]],
    [
      'a network after an unknown one',
      [
        { country: 'RU', asn: null },
        { country: 'RU', asn: 2 },
      ],
      [false, true],
    ],
    [
      'a country after an unknown one',
      [
        { country: null, asn: 8402 },
        { country: 'NL', asn: 8402 },
      ],
      [false, true],
    ],
    [
      'the network of another country',
      [
        { country: 'NL', asn: null },
        { country: 'NL', asn: 2 },
      ],
      [true, false],
    ],
    [
      'the country of another network',
      [
        { country: null, asn: 2 },
        { country: 'NL', asn: 2 },
      ],
      [true, false],
    ],
  ])('is compared with the last that was known: %s', async (_case, exits, expected) => {
    let remembered = await remember(home);
    const changes: (boolean | null)[] = [];
    for (const exit of exits) {
      const compared = await compareExits(remembered, exit, newSalt);
      remembered = compared.remembered;
      changes.push(compared.changed);
    }

    expect(changes).toEqual(expected);
  });

  it('is not compared by fields that were missing before', async () => {
    const before = await remember({ country: 'RU', asn: null });

    expect((await compareExits(before, home, newSalt)).changed).toBe(false);
  });

  it('is remembered without revealing country or network', async () => {
    const remembered = await remember({ country: 'NL', asn: 24940 });
    const salted = await compareExits(null, { country: 'NL', asn: 24940 }, () => 'other');

    expect(JSON.stringify(remembered)).not.toMatch(/NL|24940/);
    expect(salted.remembered.country).not.toBe(remembered.country);
  });
});
