import { describe, expect, it } from 'vitest';
import { error } from '../../../accuracy/browser/flow.ts';
import { chanceSituations, someHandshakes } from '../../../accuracy/situations/chance.ts';
import { createRandom } from '../../../accuracy/time/random.ts';
import { aSetting, aSimulatedBrowser, startMs } from '../../../helpers/simulated-browser.ts';

const hosts = new Set(Array.from({ length: 1_000 }, (_, number) => `host-${number}.example`));
const period = { fromMs: startMs, toMs: startMs + 1e12 };

describe('a censor by chance', () => {
  it.each([0.5, 0.95])('hits the given share of handshakes: %d', async (share) => {
    const censor = { hosts, share, ending: error('CONNECTION_RESET'), period };
    const browser = aSimulatedBrowser([someHandshakes(censor, createRandom(1))]);
    let hit = 0;
    for (const host of hosts) {
      const { browserError } = await browser.ask(`https://${host}/`);
      if (browserError === 'net::ERR_CONNECTION_RESET') hit += 1;
    }

    expect(hit / hosts.size).toBeCloseTo(share, 1);
  });

  it('spares other names', async () => {
    const censor = { hosts, share: 1, ending: error('CONNECTION_RESET'), period };
    const browser = aSimulatedBrowser([someHandshakes(censor, createRandom(1))]);

    expect((await browser.ask('https://other.example/')).httpStatus).toBe(200);
  });

  it('is truly “impaired”, and only at 99 % as good as a block', () => {
    const truths = chanceSituations.map(
      (one) => `${one.id}: ${one.create(aSetting()).conditions[0]?.states.join(', ')}`,
    );

    expect(truths).toContain('reset by chance, 95 %: impaired');
    expect(truths).toContain('reset by chance, 99 %: impaired, blocked, likely_blocked');
  });
});
