import { describe, expect, it } from 'vitest';
import { catalog } from '../../../../lib/catalog/index.ts';
import { flowTo } from '../../../accuracy/browser/flow.ts';
import { countedSituations } from '../../../accuracy/situations/counted.ts';
import { hostsOf } from '../../../accuracy/situations/services.ts';
import { aSetting, startMs } from '../../../helpers/simulated-browser.ts';

/** A scene in which somebody counts from the start. */
function aScene(id: string) {
  const situation = countedSituations.find((one) => one.id === id);
  if (situation === undefined) throw new Error(`No situation "${id}"`);
  for (let seed = 0; ; seed += 1) {
    const scene = situation.create(aSetting(seed));
    if (scene.conditions[0]?.period.fromMs === startMs) return scene;
  }
}

function limitsIn({ world }: ReturnType<typeof aScene>, host: string): (number | undefined)[] {
  return [1, 2, 3].map(() => world.limitOf?.(flowTo(`https://${host}/`), startMs)?.bytes);
}

describe('a censor that counts bytes', () => {
  it.each([
    'frozen after some bytes, one service',
    'cut after some bytes, one service',
    'frozen after some bytes, a hosting network',
  ])('has one limit for all names of the services it hits, and for no other: %s', (id) => {
    const scene = aScene(id);
    const hit = scene.conditions[0]?.services ?? new Set();
    const limits = catalog.services
      .filter((service) => hit.has(service.id))
      .flatMap((service) => [...hostsOf(service)])
      .flatMap((host) => limitsIn(scene, host));
    const others = catalog.services
      .filter((service) => service.enabledByDefault && !hit.has(service.id))
      .flatMap((service) => [...hostsOf(service)])
      .flatMap((host) => limitsIn(scene, host));

    expect(limits.length).toBeGreaterThan(0);
    expect(new Set(limits).size).toBe(1);
    expect(limits[0]).toBeGreaterThanOrEqual(14_000);
    expect(limits[0]).toBeLessThan(34_000);
    expect(new Set(others)).toEqual(new Set([undefined]));
  });

  it('hits neutral sites of the same network, and spares the rest', () => {
    const scene = aScene('frozen after some bytes, a hosting network');

    expect(limitsIn(scene, 'cp.cloudflare.com')[0]).toBeGreaterThanOrEqual(14_000);
    expect(limitsIn(scene, 'www.gstatic.com')[0]).toBeUndefined();
    expect(limitsIn(scene, 'ru.wikipedia.org')[0]).toBeUndefined();
  });

  it('has a limit for each connection where it counts packets', () => {
    const scene = aScene('frozen after packets are counted, one service');
    const [service] = catalog.services.filter(({ id }) => scene.conditions[0]?.services.has(id));
    const [host = ''] = service === undefined ? [] : hostsOf(service);

    expect(new Set(limitsIn(scene, host)).size).toBe(3);
  });

  it('must be shown half an hour after the start, or six and a half hours after it began', () => {
    const situation = countedSituations.find(({ id }) => id.startsWith('frozen after some'));
    const minutesIn = (fromMs: number) => {
      const scene = Array.from({ length: 40 }, (_, seed) => situation?.create(aSetting(seed))).find(
        (one) =>
          one?.conditions[1]?.services.size === 1 && one.conditions[0]?.period.fromMs === fromMs,
      );
      const [condition, due] = scene?.conditions ?? [];
      if (condition === undefined || due === undefined) return null;
      condition.period.fromMs = Math.min(fromMs, startMs + 60_000);
      return (due.period.fromMs - condition.period.fromMs) / 60_000;
    };

    expect(minutesIn(startMs)).toBe(30);
    expect(minutesIn(Number.POSITIVE_INFINITY)).toBe(390);
  });
});
