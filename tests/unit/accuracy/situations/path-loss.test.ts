import { describe, expect, it } from 'vitest';
import { catalog } from '../../../../lib/catalog/index.ts';
import { edgesOf } from '../../../accuracy/browser/flow.ts';
import { pathLossSituations } from '../../../accuracy/situations/path-loss.ts';
import { hostsOf } from '../../../accuracy/situations/services.ts';
import { aSetting } from '../../../helpers/simulated-browser.ts';

describe('loss to some services', () => {
  it.each([
    { id: '50 % loss to one service', count: 1 },
    { id: '50 % loss to five services', count: 5 },
  ])('is at their names and addresses, and nowhere else: $id', ({ id, count }) => {
    const scene = pathLossSituations.find((one) => one.id === id)?.create(aSetting());
    const { isLost } = scene?.world.line.options ?? {};
    const lostTo = (host: string) =>
      Array.from({ length: 2_000 }, () => isLost?.(0, host)).filter(Boolean).length / 2_000;
    const affected = scene?.conditions[0]?.services ?? new Set<string>();

    expect(affected.size).toBe(count);
    for (const service of catalog.services) {
      const [host = ''] = hostsOf(service);
      const expected = affected.has(service.id) ? 0.5 : 0;
      expect(lostTo(host)).toBeCloseTo(expected, 1);
      expect(lostTo(edgesOf(host).at(-1) ?? '')).toBeCloseTo(expected, 1);
    }
    expect(lostTo('www.gstatic.com')).toBeCloseTo(0, 1);
  });
});
