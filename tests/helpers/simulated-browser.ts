import { catalog } from '../../lib/catalog/index.ts';
import type { HttpObservation } from '../../lib/observe/http.ts';
import type { HttpRequest } from '../../lib/probe/http.ts';
import { addressOf, type Obstacle } from '../accuracy/browser/flow.ts';
import { createSimulatedProbe, type ProbeOptions } from '../accuracy/browser/probe.ts';
import type { World } from '../accuracy/browser/world.ts';
import { resolverHabits } from '../accuracy/line/delivery.ts';
import { createLine } from '../accuracy/line/line.ts';
import type { Setting } from '../accuracy/situations/situation.ts';
import { createRandom } from '../accuracy/time/random.ts';
import { createSpans } from '../accuracy/time/spans.ts';
import { createVirtualTime } from '../accuracy/time/virtual-time.ts';
import { dateAt } from './clock.ts';

export const startMs = dateAt(0).getTime();
export const roundTripMs = 100;

export interface SimulatedBrowser {
  world: World;
  /** Requests a URL like a probe, and advances the time until the result. */
  ask: (url: string, request?: Partial<HttpRequest>) => Promise<HttpObservation>;
  pass: (milliseconds: number) => Promise<void>;
}

export function aSetting(seed = 1): Setting {
  return { random: createRandom(seed), startMs, catalog, rounds: 60 };
}

/** A browser on a lossless line with interference. */
export function aSimulatedBrowser(
  obstacles: Obstacle[] = [],
  overrides: Partial<World> = {},
  options: Pick<ProbeOptions, 'tellsTimes' | 'opensSockets'> = {},
): SimulatedBrowser {
  const random = createRandom(1);
  const line = createLine({
    random,
    isLost: () => false,
    resolver: resolverHabits.chromium,
    roundTripMs: () => roundTripMs,
    jitter: 0,
    bitsPerSecond: 1e9,
  });
  const world: World = {
    line,
    obstacles,
    lookUp: () => 'known',
    delays: [],
    addressesOf: (host) => [addressOf(host)],
    changes: createSpans(),
    unlinked: createSpans(),
    asleep: createSpans(),
    ...overrides,
  };
  const time = createVirtualTime({ startMs, happensAt: world.asleep.endAfter });
  const probe = createSimulatedProbe({ catalog, world, time, random, ...options });
  const { signal } = new AbortController();
  return {
    world,
    ask: (url, request) =>
      time.runUntil(probe({ url, method: 'HEAD', timeoutMs: 6_500, signal, ...request })),
    pass: (milliseconds) => time.runUntil(time.wait(milliseconds)),
  };
}
