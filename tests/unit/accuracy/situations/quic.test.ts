import { describe, expect, it } from 'vitest';
import { catalog } from '../../../../lib/catalog/index.ts';
import { flowTo } from '../../../accuracy/browser/flow.ts';
import { quicSituations } from '../../../accuracy/situations/quic.ts';
import { hostsOf } from '../../../accuracy/situations/services.ts';
import { aSetting, startMs } from '../../../helpers/simulated-browser.ts';

function aScene(id: string) {
  const scene = quicSituations.find((one) => one.id === id)?.create(aSetting());
  if (scene === undefined) throw new Error(`No situation "${id}"`);
  const { period, services } = scene.conditions[0] ?? {};
  if (period !== undefined) Object.assign(period, { fromMs: startMs });
  const hostOf = (isHit: boolean) => {
    const service = catalog.services.find((one) => services?.has(one.id) === isHit);
    return [...(service === undefined ? [] : hostsOf(service))][0] ?? '';
  };
  const isLostTo = (host: string) => scene.world.http3?.isLost(flowTo(`https://${host}/`), startMs);
  return { scene, isLostTo, hostOf };
}

describe('dropped QUIC', () => {
  it('is spoken by most servers, and announced in either way', () => {
    const { scene } = aScene('QUIC dropped');
    const hosts = catalog.services.flatMap((service) => [...hostsOf(service)]);
    const ways = hosts.map((host) => scene.world.http3?.announcedBy(host));
    const share = (way: unknown) => ways.filter((one) => one === way).length / ways.length;

    expect(share('answer')).toBeGreaterThan(0.3);
    expect(share('record')).toBeGreaterThan(0.1);
    expect(share(null)).toBeGreaterThan(0.1);
  });

  it('is dropped to the servers alone whose names are reset, or to all', () => {
    const some = aScene('reset on name, QUIC dropped with it');
    const all = aScene('reset on name, QUIC dropped');

    expect(some.isLostTo(some.hostOf(true))).toBe(true);
    expect(some.isLostTo(some.hostOf(false))).toBe(false);
    expect(all.isLostTo(all.hostOf(false))).toBe(true);
  });
});
