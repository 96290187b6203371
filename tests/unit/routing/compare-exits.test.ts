import { describe, expect, it } from 'vitest';
import { compareExits, type ReportedExit } from '../../../lib/routing/compare-exits.ts';

const home = { country: 'RU', asn: 8402 };
const newSalt = () => 'salt';

async function remember(exit: ReportedExit) {
  return (await compareExits(null, exit, newSalt)).remembered;
}

describe('an exit', () => {
  it('is not compared with nothing', async () => {
    expect((await compareExits(null, home, newSalt)).changed).toBeNull();
  });

  it.each([
    ['the same', home, false],
    ['another country', { country: 'NL', asn: 8402 }, true],
    ['another network', { country: 'RU', asn: 12389 }, true],
    ['a network that nobody tells', { country: 'RU', asn: null }, false],
    ['nothing told', { country: null, asn: null }, false],
  ])('is compared with the one before: %s', async (_case, next, changed) => {
    const compared = await compareExits(await remember(home), next, newSalt);

    expect(compared.changed).toBe(changed);
    expect((await compareExits(compared.remembered, next, newSalt)).changed).toBe(false);
  });

  it('is not compared by what was not told before', async () => {
    const before = await remember({ country: 'RU', asn: null });

    expect((await compareExits(before, home, newSalt)).changed).toBe(false);
  });

  it('is remembered in a way that tells neither country nor network', async () => {
    const remembered = await remember({ country: 'NL', asn: 24940 });
    const salted = await compareExits(null, { country: 'NL', asn: 24940 }, () => 'other');

    expect(JSON.stringify(remembered)).not.toMatch(/NL|24940/);
    expect(salted.remembered.country).not.toBe(remembered.country);
  });
});
