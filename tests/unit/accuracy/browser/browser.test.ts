import { describe, expect, it } from 'vitest';
import { error, type Obstacle, type Step, silence } from '../../../accuracy/browser/flow.ts';
import { aSimulatedBrowser, roundTripMs, startMs } from '../../../helpers/simulated-browser.ts';

const page = 'https://web.telegram.org/';

function stopAt(stopped: Step, ending: ReturnType<Obstacle>): Obstacle {
  return (_flow, step) => (step === stopped ? ending : null);
}

describe('a simulated request', () => {
  it('tells how long a new connection took, where it tells times', async () => {
    const steps = { dnsMs: roundTripMs, connectMs: roundTripMs, tlsMs: expect.closeTo(100, 0) };
    const untold = { dnsMs: null, connectMs: null, tlsMs: null };
    const browser = aSimulatedBrowser([], {}, { tellsTimes: true });

    expect(await browser.ask(page)).toMatchObject(steps);
    expect(await browser.ask(page)).toMatchObject(untold);
    expect(await aSimulatedBrowser().ask(page)).toMatchObject(untold);
  });

  it('takes one round trip each for name, connection, handshake and answer', async () => {
    const seen = await aSimulatedBrowser().ask(page);

    expect(seen).toMatchObject({
      httpStatus: 200,
      failure: null,
      valid: true,
      startedAt: new Date(startMs).toISOString(),
      reusedConnection: false,
    });
    expect(seen.totalMs).toBeGreaterThan(4 * roundTripMs);
    expect(seen.remoteIp).toMatch(/^93\./);
  });

  it('needs no handshake while a connection is open, and one again later', async () => {
    const browser = aSimulatedBrowser();

    const first = await browser.ask(page);
    const second = await browser.ask(page);
    await browser.pass(301_000);
    const third = await browser.ask(page);

    expect(second.reusedConnection).toBe(true);
    expect(second.totalMs).toBeLessThan((first.totalMs ?? 0) - 2 * roundTripMs);
    expect(third.reusedConnection).toBe(false);
  });

  it('meets only the obstacles of its remaining steps on an open connection', async () => {
    const met: Step[] = [];
    const watch: Obstacle = (_flow, step) => {
      met.push(step);
      return null;
    };
    const browser = aSimulatedBrowser([watch]);

    await browser.ask(page);
    await browser.ask(page);

    expect(met).toEqual(['start', 'resolve', 'connect', 'hello', 'request', 'start', 'request']);
  });

  it.each([
    {
      step: 'resolve',
      ending: error('NAME_NOT_RESOLVED'),
      code: 'net::ERR_NAME_NOT_RESOLVED',
      after: roundTripMs,
    },
    { step: 'resolve', ending: silence, code: 'net::ERR_NAME_NOT_RESOLVED', after: 6_000 },
    {
      step: 'connect',
      ending: error('CONNECTION_REFUSED'),
      code: 'net::ERR_CONNECTION_REFUSED',
      after: 2 * roundTripMs,
    },
    { step: 'connect', ending: silence, code: null, after: 6_500 },
    {
      step: 'hello',
      ending: error('CONNECTION_RESET'),
      code: 'net::ERR_CONNECTION_RESET',
      after: 3 * roundTripMs,
    },
    { step: 'hello', ending: silence, code: null, after: 6_500 },
    {
      step: 'start',
      ending: error('BLOCKED_BY_CLIENT'),
      code: 'net::ERR_BLOCKED_BY_CLIENT',
      after: 0,
    },
  ] as const)('ends with $code after $after ms: $ending.kind at $step', async (given) => {
    const browser = aSimulatedBrowser([stopAt(given.step, given.ending)]);

    const seen = await browser.ask(page);

    expect(seen.browserError).toBe(given.code);
    expect(seen.httpStatus).toBeNull();
    expect(Math.abs((seen.totalMs ?? 0) - given.after)).toBeLessThanOrEqual(1);
  });

  it('reports a silent handshake as Chromium does if our limit allows', async () => {
    const browser = aSimulatedBrowser([stopAt('hello', silence)]);

    const seen = await browser.ask(page, { timeoutMs: 40_000 });

    expect(seen.browserError).toBe('net::ERR_TIMED_OUT');
    expect(seen.failure).toBe('generic_timeout_error');
  });

  it('is cut off by a network change, with all connections', async () => {
    const browser = aSimulatedBrowser();
    await browser.ask(page);
    browser.world.changes.add(startMs + 700, startMs + 701);
    await browser.pass(100);

    const cut = await browser.ask('https://signal.org/');
    const next = await browser.ask(page);

    expect(cut).toMatchObject({ browserError: 'net::ERR_NETWORK_CHANGED', valid: false });
    expect(next.reusedConnection).toBe(false);
  });

  it('fails at once without a link', async () => {
    const browser = aSimulatedBrowser();
    browser.world.unlinked.add(startMs, startMs + 1_000);

    const seen = await browser.ask(page);

    expect(seen).toMatchObject({ browserError: 'net::ERR_INTERNET_DISCONNECTED', valid: false });
  });

  it('ends on waking, with the sleep counted in', async () => {
    const browser = aSimulatedBrowser();
    browser.world.asleep.add(startMs + 50, startMs + 60_000);

    const seen = await browser.ask(page);

    expect(seen.totalMs).toBe(60_000);
    expect([null, 'net::ERR_NETWORK_IO_SUSPENDED']).toContain(seen.browserError);
  });
});
