import { describe, expect, it } from 'vitest';
import type { Rollup } from '../../../lib/model/rollup.ts';
import type { ServiceChoice } from '../../../lib/settings/wanted-services.ts';
import { compareWithHome } from '../../../lib/view/home-comparison.ts';
import { buildBars } from './build-bars.ts';

const choices: ServiceChoice[] = [
  { id: 'signal', name: 'Signal', enabledByDefault: true },
  { id: 'viber', name: 'Viber', enabledByDefault: true },
  { id: 'max', name: 'Max', enabledByDefault: true, atHome: true },
  { id: 'own-1', name: 'Club', enabledByDefault: true, own: { url: '', contains: null } },
];

function compare(...bars: Partial<Rollup>[][]) {
  return compareWithHome(buildBars(...bars), choices);
}

const max = (part: Partial<Rollup>) => ({ service: 'max', ...part });

describe('services at home and the others', () => {
  it('are compared by how many of their checks opened', () => {
    const viber = { service: 'viber', states: { impaired: 1 } };
    const bar = [{ states: { blocked: 3, ok: 1 } }, viber, max({ states: { ok: 4 } })];

    expect(compare(bar, bar)).toEqual({
      home: { names: ['Max'], checks: 8, opened: 8 },
      others: { names: ['Signal', 'Viber'], checks: 10, opened: 2 },
    });
  });

  it('count only while both were checked the same way', () => {
    const both = [{ states: { blocked: 2 } }, max({})];
    const apart = [{ states: { ok: 5 }, route: 'vpn_likely' as const }, max({ states: { ok: 7 } })];

    expect(compare(both, apart, [{ states: { ok: 9 } }], [max({})])).toMatchObject({
      home: { checks: 1 },
      others: { checks: 2, opened: 0 },
    });
  });

  it('count no check without a verdict, which may be all of a kind', () => {
    const unasked = max({ states: { insufficient: 4 } });

    expect(compare([{ states: { ok: 1, insufficient: 3 } }, max({})])?.others.checks).toBe(1);
    expect(compare([{}, unasked])).toBeNull();
  });

  it('have a person’s own services in neither', () => {
    expect(compare([{ service: 'own-1' }, max({})])).toBeNull();
  });

  it('need services of both kinds', () => {
    expect(compareWithHome(buildBars([{}, max({})]), choices.slice(0, 2))).toBeNull();
  });
});
