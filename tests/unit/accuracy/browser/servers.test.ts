import { describe, expect, it } from 'vitest';

import { catalog } from '../../../../lib/catalog/index.ts';
import { methodOf } from '../../../../lib/catalog/target-kinds.ts';
import { judgeControl, judgeTarget } from '../../../../lib/observe/judge.ts';
import { addressOf } from '../../../accuracy/browser/flow.ts';
import type { LookUp } from '../../../accuracy/browser/servers.ts';
import { askDoh } from '../../../helpers/doh.ts';
import { aSimulatedBrowser } from '../../../helpers/simulated-browser.ts';

const { signal } = new AbortController();

function askResolvers(name: string, lookUp: LookUp) {
  const browser = aSimulatedBrowser([], { lookUp });
  return catalog.resolvers.reduce(
    async (earlier, resolver) => [
      ...(await earlier),
      await askDoh(({ url }) => browser.ask(url, { method: 'GET' }), {
        name,
        resolver,
        timeoutMs: 4_000,
        signal,
      }),
    ],
    Promise.resolve([] as Awaited<ReturnType<typeof askDoh>>[]),
  );
}

describe('simulated servers without interference', () => {
  it.each(catalog.controls)('pass as the control $id', async (control) => {
    const seen = await aSimulatedBrowser().ask(control.url, { method: control.method });

    expect(judgeControl(control, seen)).toBe(true);
  });

  it.each(catalog.services.flatMap(({ targets }) => targets))(
    'are reached as $id',
    async (target) => {
      const seen = await aSimulatedBrowser().ask(target.urls[0] ?? '', {
        method: methodOf(target),
      });

      expect(judgeTarget(target, seen)).toMatchObject({ ok: true, valid: true });
    },
  );

  it('answer DoH questions with the address that the browser goes to', async () => {
    const browser = aSimulatedBrowser();
    const { remoteIp } = await browser.ask('https://web.telegram.org/');

    const resolutions = await askResolvers('web.telegram.org', () => 'known');

    expect(resolutions).toHaveLength(catalog.resolvers.length);
    for (const one of resolutions) {
      expect(one).toMatchObject({ rcode: 'NOERROR', addresses: [remoteIp] });
    }
  });

  it('have one address each', () => {
    const urls = catalog.services.flatMap(({ targets }) => targets.flatMap((one) => one.urls));
    const hosts = new Set(urls.map((url) => new URL(url).hostname));

    expect(new Set([...hosts].map(addressOf)).size).toBe(hosts.size);
  });

  it('report a name as unknown if the resolver follows a block list', async () => {
    const resolutions = await askResolvers('web.telegram.org', (_name, { national }) =>
      national ? 'unknown' : 'known',
    );

    for (const { national, rcode } of resolutions) {
      expect(rcode).toBe(national ? 'NXDOMAIN' : 'NOERROR');
    }
  });

  it('present a certificate for another name if contacted by address', async () => {
    const address = addressOf('web.telegram.org');

    const seen = await aSimulatedBrowser().ask(`https://${address}/`);

    expect(seen).toMatchObject({ browserError: 'net::ERR_CERT_COMMON_NAME_INVALID' });
  });
});
