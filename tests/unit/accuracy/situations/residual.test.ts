import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../accuracy/browser/flow.ts';
import { resetWithResidue } from '../../../accuracy/situations/residual.ts';
import { aSimulatedBrowser, startMs } from '../../../helpers/simulated-browser.ts';

const host = 'web.whatsapp.com';
const page = `https://${host}/`;
const byAddress = `http://${addressOf(host)}/`;

describe('a reset that leaves the address silent', () => {
  it('is silent to whoever was hit, for a minute', async () => {
    const period = { fromMs: startMs, toMs: startMs + 1e9 };
    const browser = aSimulatedBrowser([resetWithResidue(new Set([host]), period)]);

    expect((await browser.ask(byAddress)).httpStatus).toBe(200);
    expect((await browser.ask(page)).browserError).toBe('net::ERR_CONNECTION_RESET');
    expect((await browser.ask(byAddress)).failure).toBe('generic_timeout_error');
    expect((await browser.ask(page)).failure).toBe('generic_timeout_error');
    await browser.pass(60_000);
    expect((await browser.ask(byAddress)).httpStatus).toBe(200);
    expect((await browser.ask(page)).browserError).toBe('net::ERR_CONNECTION_RESET');
  });
});
