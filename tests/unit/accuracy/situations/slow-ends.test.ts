import { describe, expect, it } from 'vitest';
import { aSimulatedBrowser, roundTripMs } from '../../../helpers/simulated-browser.ts';

const page = 'https://web.telegram.org/';

describe('a delay', () => {
  it('is added to its step, and is none on an open connection', async () => {
    const browser = aSimulatedBrowser([], {
      delays: [(_flow, step) => (step === 'connect' ? 250 : 0)],
    });

    const first = await browser.ask(page);
    const second = await browser.ask(page);

    expect(first.totalMs).toBeGreaterThan(4 * roundTripMs + 250);
    expect(second.totalMs).toBeLessThan(roundTripMs + 250);
  });

  it('runs into our own time limit', async () => {
    const browser = aSimulatedBrowser([], {
      delays: [(_flow, step) => (step === 'request' ? 9_000 : 0)],
    });

    expect((await browser.ask(page)).failure).toBe('generic_timeout_error');
  });
});
