import { describe, expect, it } from 'vitest';
import { catalog } from '../../../../lib/catalog/index.ts';
import { edgesOf } from '../../../accuracy/browser/flow.ts';
import { createSimulatedProbe } from '../../../accuracy/browser/probe.ts';
import { edgeSituations } from '../../../accuracy/situations/edges.ts';
import { hostsOf } from '../../../accuracy/situations/services.ts';
import { createVirtualTime } from '../../../accuracy/time/virtual-time.ts';
import { aSetting, startMs } from '../../../helpers/simulated-browser.ts';

describe('one bad edge', () => {
  const situation = edgeSituations.find(({ id }) => id === 'one bad edge');

  it('closes some connections to one name of the service, whoever asks by its address too', async () => {
    const setting = aSetting(3);
    const scene = situation?.create(setting);
    if (scene === undefined) throw new Error('No such situation');
    const { world, conditions } = scene;
    const service = catalog.services.find(({ id }) => conditions[0]?.services.has(id));
    const names = service === undefined ? [] : [...hostsOf(service)];
    const host = names.find((name) => world.addressesOf(name).length > 1) ?? '';
    const time = createVirtualTime({ startMs });
    const probe = createSimulatedProbe({ catalog, world, time, random: setting.random });
    const { signal } = new AbortController();
    const isReset = async (url: string) => {
      const seen = await time.runUntil(probe({ url, method: 'HEAD', timeoutMs: 9_000, signal }));
      return seen.browserError === 'net::ERR_CONNECTION_RESET';
    };

    const atEdges = [];
    for (const address of edgesOf(host)) atEdges.push(await isReset(`https://${address}/`));
    let resets = 0;
    for (let asked = 0; asked < 400; asked += 1) {
      if (await isReset(`https://${host}/`)) resets += 1;
      await time.runUntil(time.wait(300_000));
    }

    expect(atEdges.filter(Boolean)).toHaveLength(1);
    expect(resets / 400).toBeCloseTo(0.25, 1);
  });
});
