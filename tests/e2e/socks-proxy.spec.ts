import { type BrowserName, prepareBrowser } from '../lab/browsers/prepare.ts';
import { domains } from '../lab/scenarios/names.ts';
import { expect, test } from './fixtures.ts';

const browsers: BrowserName[] = ['chromium', 'firefox'];

for (const name of browsers) {
  test(`${name}: what a SOCKS proxy does not reach is no block of the network`, async ({ lab }) => {
    const { launch } = await prepareBrowser[name]();
    await lab.setWorld({});
    const refuses = [...domains.viber, ...domains.discord];
    const browser = await launch(lab, { proxy: { kind: 'socks', refuses } });
    try {
      const { network, services } = await browser.check();

      expect(network.state).toBe('normal');
      const states = Object.fromEntries(services.map(({ id, state }) => [id, state]));
      expect(states).toMatchObject({ viber: 'insufficient', discord: 'insufficient' });
      expect(states).toMatchObject({ whatsapp: 'ok', telegram: 'ok', signal: 'ok' });
      const attempts = services
        .filter(({ id }) => id === 'viber' || id === 'discord')
        .flatMap(({ targets }) => targets.flatMap((target) => target.attempts));
      expect(attempts.length).toBeGreaterThan(0);
      expect(attempts.filter(({ valid, ok }) => valid && !ok)).toEqual([]);
    } finally {
      await browser.close();
    }
  });
}
