import { describe, expect, it } from 'vitest';
import {
  addressOf,
  type Delay,
  type Ending,
  error,
  ipv6Of,
  type Obstacle,
  silence,
} from '../../../accuracy/browser/flow.ts';
import { aSimulatedBrowser } from '../../../helpers/simulated-browser.ts';

const host = 'web.telegram.org';
const page = `https://${host}/`;
const isIpv6 = (address: string) => address.includes(':');

function overIpv6(ending: Ending): Obstacle {
  return ({ address }, step) => (step === 'connect' && isIpv6(address) ? ending : null);
}

function laterOverIpv6(milliseconds: number): Delay {
  return ({ address }, step) => (step === 'connect' && isIpv6(address) ? milliseconds : 0);
}

function aBrowser(obstacles: Obstacle[], delays: Delay[] = []) {
  return aSimulatedBrowser(obstacles, {
    delays,
    addressesOf: (name) => [addressOf(name), ipv6Of(name)],
  });
}

describe('a browser on a line with both families', () => {
  it('goes over IPv6', async () => {
    expect((await aBrowser([]).ask(page)).remoteIp).toBe(ipv6Of(host));
  });

  it('goes over IPv4 250 ms later where IPv6 is silent', async () => {
    const whole = await aBrowser([]).ask(page);
    const seen = await aBrowser([overIpv6(silence)]).ask(page);

    expect(seen).toMatchObject({ failure: null, remoteIp: addressOf(host) });
    expect(Math.abs((seen.totalMs ?? 0) - (whole.totalMs ?? 0) - 250)).toBeLessThan(2);
  });

  it('goes over IPv4 at once where IPv6 is refused', async () => {
    const seen = await aBrowser([overIpv6(error('CONNECTION_REFUSED'))]).ask(page);

    expect(seen.remoteIp).toBe(addressOf(host));
    expect(seen.totalMs).toBe((await aBrowser([]).ask(page)).totalMs);
  });

  it.each([
    { laterMs: 240, remote: ipv6Of(host) },
    { laterMs: 260, remote: addressOf(host) },
  ])('goes over what stands first: IPv6 $laterMs ms later', async ({ laterMs, remote }) => {
    expect((await aBrowser([], [laterOverIpv6(laterMs)]).ask(page)).remoteIp).toBe(remote);
  });

  it('stays where its connection leads', async () => {
    let laterMs = 1_000;
    const browser = aBrowser([], [(flow, step) => laterOverIpv6(laterMs)(flow, step)]);
    await browser.ask(page);
    laterMs = 0;

    expect(await browser.ask(page)).toMatchObject({
      reusedConnection: true,
      remoteIp: addressOf(host),
    });
  });

  it('waits for IPv6 where neither answers', async () => {
    const all: Obstacle = (_flow, step) => (step === 'connect' ? silence : null);

    expect(await aBrowser([all]).ask(page)).toMatchObject({ totalMs: 6_500 });
  });
});
