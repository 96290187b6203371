import { describe, expect, it } from 'vitest';
import { catalog } from '../../../../lib/catalog/index.ts';
import { partSituations, requiredParts } from '../../../accuracy/situations/parts.ts';
import { aSetting, startMs } from '../../../helpers/simulated-browser.ts';

describe('a block in part', () => {
  it.each(catalog.services)('hits nothing that shares a host with the sentinel: $id', (service) => {
    const sentinel = service.targets.find(({ id }) => id === service.sentinel);
    const hostOf = (url: string) => new URL(url).hostname;
    const hosts = sentinel?.urls.map(hostOf) ?? [];

    for (const target of requiredParts(service)) {
      expect(target.urls.map(hostOf).filter((host) => hosts.includes(host))).toEqual([]);
      expect(target.votes).toBe(true);
    }
  });

  it('begins so that a day’s quarter without a full round follows it', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      for (const situation of partSituations) {
        const [condition] = situation.create(aSetting(seed)).conditions;
        const afterMinutes = ((condition?.period.fromMs ?? 0) - startMs) / 60_000;

        expect(afterMinutes).toBeGreaterThan(15);
        expect(afterMinutes + 90).toBeLessThan(6 * 60);
      }
    }
  });
});
