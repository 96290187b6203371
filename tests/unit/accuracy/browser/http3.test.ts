import { describe, expect, it } from 'vitest';
import { type Ending, error, type Step, silence } from '../../../accuracy/browser/flow.ts';
import type { Http3 } from '../../../accuracy/browser/http3.ts';
import { aSimulatedBrowser } from '../../../helpers/simulated-browser.ts';

const page = 'https://web.telegram.org/';
/** Over a connection of its own. */
const anew = 'https://web.telegram.org:8443/';
const hidden = 'net::ERR_QUIC_PROTOCOL_ERROR';

function aBrowser(announced: ReturnType<Http3['announcedBy']>, isLost = () => true) {
  const failing: { step: Step; ending: Ending } = { step: 'hello', ending: silence };
  let fails = false;
  const browser = aSimulatedBrowser(
    [(_flow, step) => (fails && step === failing.step ? failing.ending : null)],
    {
      http3: { announcedBy: () => announced, isLost },
    },
  );
  return {
    ...browser,
    recover() {
      fails = false;
    },
    fail(step: Step, ending: Ending) {
      fails = true;
      Object.assign(failing, { step, ending });
    },
  };
}

describe('a server that speaks HTTP/3, whose packets are lost', () => {
  it.each([
    { step: 'hello', code: 'CONNECTION_RESET' },
    { step: 'hello', code: 'SSL_PROTOCOL_ERROR' },
    { step: 'connect', code: 'CONNECTION_REFUSED' },
  ] as const)('hides how TCP failed for four seconds: $code', async ({ step, code }) => {
    const browser = aBrowser('record');
    browser.fail(step, error(code));

    expect(await browser.ask(page)).toMatchObject({
      browserError: hidden,
      failure: expect.stringContaining('unknown'),
      totalMs: 4_200,
    });
  });

  it.each([
    { step: 'resolve', code: 'NAME_NOT_RESOLVED' },
    { step: 'hello', code: 'CERT_AUTHORITY_INVALID' },
  ] as const)('hides no $code', async ({ step, code }) => {
    const browser = aBrowser('record');
    browser.fail(step, error(code));

    expect((await browser.ask(page)).browserError).toBe(`net::ERR_${code}`);
  });

  it('leaves silence what it is', async () => {
    const browser = aBrowser('record');
    browser.fail('hello', silence);

    expect(await browser.ask(page)).toMatchObject({ browserError: null, totalMs: 6_500 });
  });

  it('is known by its answer', async () => {
    const browser = aBrowser('answer');
    browser.fail('hello', error('CONNECTION_RESET'));
    expect((await browser.ask(page)).browserError).toBe('net::ERR_CONNECTION_RESET');

    browser.recover();
    await browser.ask(page);
    browser.fail('hello', error('CONNECTION_RESET'));
    expect((await browser.ask(anew)).browserError).toBe(hidden);
  });

  it('is left out for five minutes after TCP alone got through, then for ten', async () => {
    const browser = aBrowser('record');
    const afterwards = async (milliseconds: number) => {
      browser.fail('hello', error('CONNECTION_RESET'));
      await browser.pass(milliseconds);
      return (await browser.ask(anew)).browserError;
    };

    await browser.ask(page);
    expect(await afterwards(290_000)).toBe('net::ERR_CONNECTION_RESET');
    expect(await afterwards(20_000)).toBe(hidden);
    browser.recover();
    await browser.ask(anew);
    expect(await afterwards(590_000)).toBe('net::ERR_CONNECTION_RESET');
    expect(await afterwards(20_000)).toBe(hidden);
  });

  it('hides nothing where HTTP/3 gets through, or nobody announced it', async () => {
    for (const browser of [aBrowser('record', () => false), aBrowser(null)]) {
      browser.fail('hello', error('CONNECTION_RESET'));
      expect((await browser.ask(page)).browserError).toBe('net::ERR_CONNECTION_RESET');
    }
  });

  it('is nothing to a WebSocket', async () => {
    const reset = error('CONNECTION_RESET');
    const { ask } = aSimulatedBrowser(
      [(_flow, step) => (step === 'hello' ? reset : null)],
      { http3: { announcedBy: () => 'record', isLost: () => true } },
      { opensSockets: true },
    );

    expect((await ask(page)).browserError).toBe('net::ERR_CONNECTION_RESET');
  });
});
