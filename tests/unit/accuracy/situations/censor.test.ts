import { describe, expect, it } from 'vitest';
import { catalog } from '../../../../lib/catalog/index.ts';
import { addressOf } from '../../../accuracy/browser/flow.ts';
import { allowlist, methods } from '../../../accuracy/situations/censor.ts';
import type { Period } from '../../../accuracy/situations/situation.ts';
import { createRandom } from '../../../accuracy/time/random.ts';
import { aSimulatedBrowser, startMs } from '../../../helpers/simulated-browser.ts';

const host = 'web.whatsapp.com';
const page = `https://${host}/`;
const byAddress = `https://${addressOf(host)}/`;
const other = 'https://discord.com/';

function hindered(id: string, period: Period = { fromMs: startMs, toMs: startMs + 1e9 }) {
  const method = methods.find((one) => one.id === id);
  if (method === undefined) throw new Error(`No method "${id}"`);
  const random = createRandom(1);
  const censor = method.build({ hosts: new Set([host]), period, random, catalog });
  return aSimulatedBrowser([censor.obstacle], {
    ...(censor.lookUp !== undefined && { lookUp: censor.lookUp }),
  });
}

const reachable = 'net::ERR_CERT_COMMON_NAME_INVALID';

describe('a censor', () => {
  it.each([
    { id: 'name removed', code: 'net::ERR_NAME_NOT_RESOLVED', atAddress: reachable },
    { id: 'name withheld', code: 'net::ERR_NAME_NOT_RESOLVED', atAddress: reachable },
    { id: 'reset on name', code: 'net::ERR_CONNECTION_RESET', atAddress: reachable },
    { id: 'silence on name', code: null, atAddress: reachable },
    { id: 'alert on name', code: 'net::ERR_SSL_PROTOCOL_ERROR', atAddress: reachable },
    { id: 'forged certificate', code: 'net::ERR_CERT_AUTHORITY_INVALID', atAddress: reachable },
    { id: 'address dropped', code: null, atAddress: null },
    {
      id: 'address refused',
      code: 'net::ERR_CONNECTION_REFUSED',
      atAddress: 'net::ERR_CONNECTION_REFUSED',
    },
    {
      id: 'address unreachable',
      code: 'net::ERR_ADDRESS_UNREACHABLE',
      atAddress: 'net::ERR_ADDRESS_UNREACHABLE',
    },
  ])('by "$id" shows $code, and $atAddress at the address', async ({ id, code, atAddress }) => {
    const browser = hindered(id);

    const named = await browser.ask(page);
    const addressed = await browser.ask(byAddress);

    expect(named).toMatchObject({ browserError: code, httpStatus: null });
    expect(addressed).toMatchObject({ browserError: atAddress, httpStatus: null });
    expect((await browser.ask(other)).httpStatus).toBe(200);
  });

  it('by law answers 451', async () => {
    expect((await hindered('refusal by law').ask(page)).httpStatus).toBe(451);
  });

  it.each(methods)('by "$id" begins and ends with its period', async ({ id }) => {
    const browser = hindered(id, { fromMs: startMs + 1e6, toMs: startMs + 2e6 });

    const before = await browser.ask(page);
    await browser.pass(1e6);
    const meanwhile = await browser.ask(page);
    await browser.pass(1e6);
    const after = await browser.ask(page);

    expect([before.httpStatus, after.httpStatus]).toEqual([200, 200]);
    expect(meanwhile.httpStatus).not.toBe(200);
  });

  it('by a removed name has a national resolver that forgets the name no longer than that', () => {
    const period = { fromMs: startMs + 1e6, toMs: startMs + 2e6 };
    const method = methods.find(({ id }) => id === 'name removed');
    const censors = [1, 2, 3, 4, 5, 6].flatMap((seed) => {
      const hindrance = { hosts: new Set([host]), period, random: createRandom(seed), catalog };
      return method?.build(hindrance) ?? [];
    });
    const national = { host: 'dns.example', national: true };
    const unknownTo = (atMs: number) =>
      censors.filter(({ lookUp }) => lookUp?.(host, national, startMs + atMs) === 'unknown').length;

    expect([unknownTo(0), unknownTo(2e6)]).toEqual([0, 0]);
    expect(unknownTo(1.5e6)).toBeGreaterThan(0);
  });

  it('by address cuts open connections too; by name it does not', async () => {
    const period = { fromMs: startMs + 1_000, toMs: startMs + 1e9 };
    const dropped = hindered('address dropped', period);
    const reset = hindered('reset on name', period);
    for (const browser of [dropped, reset]) {
      await browser.ask(page);
      await browser.pass(1_000);
    }

    expect((await dropped.ask(page)).httpStatus).toBeNull();
    expect((await reset.ask(page)).httpStatus).toBe(200);
  });

  it('by a list lets only domestic sites through', async () => {
    const period = { fromMs: startMs, toMs: startMs + 1e9 };
    const browser = aSimulatedBrowser([allowlist({ catalog, period })]);

    expect((await browser.ask(page)).httpStatus).toBeNull();
    expect((await browser.ask('https://www.gstatic.com/generate_204')).httpStatus).toBeNull();
    expect((await browser.ask('https://ya.ru/')).httpStatus).toBe(200);
    expect((await browser.ask('https://web.max.ru/')).httpStatus).toBe(200);
  });
});
